//! A rule as a sentence.

use super::{ByDay, Freq, Rule};
use crate::time::{Day, month_name, weekday_name};

pub(super) fn sentence(rule: &Rule, start: Day) -> String {
    let (one, many) = match rule.freq {
        Freq::Daily => ("day", "days"),
        Freq::Weekly => ("week", "weeks"),
        Freq::Monthly => ("month", "months"),
        Freq::Yearly => ("year", "years"),
    };
    let every = match rule.interval {
        1 => format!("Every {one}"),
        2 => format!("Every second {one}"),
        n => format!("Every {n} {many}"),
    };
    let mut parts = vec![every];
    if !rule.by_day.is_empty() {
        parts.push(format!("on {}", and(rule.by_day.iter().map(|by| day(*by)))));
    } else if rule.freq == Freq::Weekly {
        parts.push(format!("on {}", start.weekday_name()));
    }
    if !rule.by_month_day.is_empty() {
        let days = rule.by_month_day.iter().map(|n| match n {
            -1 => "the last day".to_owned(),
            n if *n < 0 => format!("the {} last day", ordinal(n.unsigned_abs())),
            n => format!("the {}", ordinal(n.unsigned_abs())),
        });
        parts.push(format!("on {}", and(days)));
    } else if rule.by_day.is_empty() && matches!(rule.freq, Freq::Monthly | Freq::Yearly) {
        parts.push(format!("on the {}", ordinal(start.day_of_month())));
    }
    if !rule.by_month.is_empty() {
        parts.push(format!(
            "in {}",
            and(rule.by_month.iter().map(|n| month_name(*n).to_owned()))
        ));
    } else if rule.freq == Freq::Yearly && rule.by_day.is_empty() && rule.by_month_day.is_empty() {
        parts.push(format!("of {}", start.month_name()));
    }
    if !rule.by_set_pos.is_empty() {
        let which = rule.by_set_pos.iter().map(|n| match n {
            -1 => "the last".to_owned(),
            n if *n < 0 => format!("the {} last", ordinal(n.unsigned_abs())),
            n => format!("the {}", ordinal(n.unsigned_abs())),
        });
        parts.push(format!("only {} of these", and(which)));
    }
    if let Some(count) = rule.count {
        parts.push(format!("{count} times"));
    }
    if let Some(until) = rule.until {
        parts.push(format!("until {until}"));
    }
    parts.join(" ")
}

fn day(by: ByDay) -> String {
    let name = weekday_name(by.weekday);
    match by.nth {
        None => name.to_owned(),
        Some(-1) => format!("the last {name}"),
        Some(nth) if nth < 0 => format!("the {} last {name}", ordinal(nth.unsigned_abs())),
        Some(nth) => format!("the {} {name}", ordinal(nth.unsigned_abs())),
    }
}

fn ordinal(n: u32) -> String {
    let ending = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

fn and(all: impl Iterator<Item = String>) -> String {
    let mut all: Vec<String> = all.collect();
    let last = all.pop().unwrap_or_default();
    if all.is_empty() {
        last
    } else {
        format!("{} and {last}", all.join(", "))
    }
}
