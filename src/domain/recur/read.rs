//! A rule from its text.

use super::{ByDay, DAYS, Freq, Rule, RuleError};
use crate::time::Day;

/// Periods within which any rule of work comes round.
const MAX_NUMBER: u32 = 1_000;

pub(super) fn read(text: &str) -> Result<Rule, RuleError> {
    let text = text.trim();
    let text = text.strip_prefix("RRULE:").unwrap_or(text);
    let mut rule = None;
    let mut seen = Vec::new();
    for part in text.split(';') {
        let (name, value) = part
            .split_once('=')
            .ok_or_else(|| refused(format!("“{}” is not a part of a rule.", short(part))))?;
        let name = name.trim().to_ascii_uppercase();
        if seen.contains(&name) {
            return Err(refused(format!("{name} is there twice.")));
        }
        if seen.is_empty() {
            if name != "FREQ" {
                return Err(refused("A rule begins with FREQ, for example FREQ=WEEKLY."));
            }
            rule = Some(Rule::every(freq(value)?, 1));
        } else if let Some(rule) = &mut rule {
            part_of(rule, &name, value.trim())?;
        }
        seen.push(name);
    }
    let rule = rule.ok_or_else(|| refused("A rule begins with FREQ, for example FREQ=WEEKLY."))?;
    if rule.count.is_some() && rule.until.is_some() {
        return Err(refused(
            "COUNT and UNTIL exclude each other. Keep one of them.",
        ));
    }
    let has_nth = rule.by_day.iter().any(|by| by.nth.is_some());
    if has_nth && matches!(rule.freq, Freq::Daily | Freq::Weekly) {
        return Err(refused(
            "A numbered day such as 1MO needs FREQ=MONTHLY or YEARLY.",
        ));
    }
    if rule.freq == Freq::Weekly && !rule.by_month_day.is_empty() {
        return Err(refused("BYMONTHDAY does not go with FREQ=WEEKLY."));
    }
    Ok(rule)
}

fn refused(sentence: impl Into<String>) -> RuleError {
    RuleError(sentence.into())
}

fn short(text: &str) -> String {
    text.chars().take(40).collect()
}

fn freq(value: &str) -> Result<Freq, RuleError> {
    match value.trim().to_ascii_uppercase().as_str() {
        "DAILY" => Ok(Freq::Daily),
        "WEEKLY" => Ok(Freq::Weekly),
        "MONTHLY" => Ok(Freq::Monthly),
        "YEARLY" => Ok(Freq::Yearly),
        "SECONDLY" | "MINUTELY" | "HOURLY" => Err(refused(
            "A process starts at most once a day. Use FREQ=DAILY or something rarer.",
        )),
        other => Err(refused(format!("FREQ={} is not known.", short(other)))),
    }
}

fn part_of(rule: &mut Rule, name: &str, value: &str) -> Result<(), RuleError> {
    match name {
        "INTERVAL" => rule.interval = positive(name, value)?,
        "COUNT" => rule.count = Some(positive(name, value)?),
        "UNTIL" => rule.until = Some(day(value)?),
        "WKST" => rule.week_start = weekday(value)?,
        "BYMONTH" => {
            rule.by_month = list(value, |text| match text.parse() {
                Ok(month @ 1..=12) => Ok(month),
                _ => Err(refused("BYMONTH has months from 1 to 12.")),
            })?;
        }
        "BYMONTHDAY" => rule.by_month_day = list(value, |text| within(name, text, 31))?,
        "BYSETPOS" => rule.by_set_pos = list(value, |text| within(name, text, 366))?,
        "BYDAY" => {
            rule.by_day = list(value, |text| {
                let at = text.len().saturating_sub(2);
                let (nth, name) = (text.get(..at), text.get(at..));
                let (nth, name) = nth.zip(name).ok_or_else(|| no_day(text))?;
                let nth = match nth {
                    "" => None,
                    nth => Some(within("BYDAY", nth, 53)?),
                };
                Ok(ByDay {
                    nth,
                    weekday: weekday(name)?,
                })
            })?;
        }
        "BYYEARDAY" | "BYWEEKNO" | "BYHOUR" | "BYMINUTE" | "BYSECOND" => {
            return Err(refused(format!(
                "Loopline does not know {name}. Use BYMONTH, BYMONTHDAY and BYDAY."
            )));
        }
        other => {
            return Err(refused(format!(
                "“{}” is not a part of a rule.",
                short(other)
            )));
        }
    }
    Ok(())
}

fn list<T>(value: &str, each: impl Fn(&str) -> Result<T, RuleError>) -> Result<Vec<T>, RuleError> {
    value.split(',').map(|text| each(text.trim())).collect()
}

fn positive(name: &str, value: &str) -> Result<u32, RuleError> {
    match value.parse() {
        Ok(number @ 1..=MAX_NUMBER) => Ok(number),
        _ => Err(refused(format!(
            "{name} is a number from 1 to {MAX_NUMBER}."
        ))),
    }
}

fn within(name: &str, text: &str, max: i32) -> Result<i32, RuleError> {
    match text.trim_start_matches('+').parse::<i32>() {
        Ok(number) if number != 0 && (-max..=max).contains(&number) => Ok(number),
        _ => Err(refused(format!(
            "{name} has numbers from 1 to {max}, or from -{max} to -1 to count from the end."
        ))),
    }
}

fn weekday(name: &str) -> Result<u8, RuleError> {
    let name = name.to_ascii_uppercase();
    let known = (0..).zip(DAYS).find(|(_, day)| *day == name);
    known
        .map(|(weekday, _)| weekday)
        .ok_or_else(|| no_day(&name))
}

fn no_day(text: &str) -> RuleError {
    refused(format!(
        "“{}” is not a day. Use MO, TU, WE, TH, FR, SA, SU.",
        short(text)
    ))
}

/// A day as the RFC writes it, with or without a time, which does not count here.
fn day(value: &str) -> Result<Day, RuleError> {
    let wrong = || refused("UNTIL is a day such as 20261231.");
    let digits = value.get(..8).ok_or_else(wrong)?;
    let is_end = value.len() == 8 || value.get(8..9) == Some("T");
    if !is_end || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(wrong());
    }
    let part = |range: std::ops::Range<usize>| digits.get(range).and_then(|text| text.parse().ok());
    let (year, month, day) = (part(0..4), part(4..6), part(6..8));
    let (Some(year), Some(month), Some(day)) = (year, month, day) else {
        return Err(wrong());
    };
    Day::new(i32::try_from(year).unwrap_or(0), month, day).map_err(|_| wrong())
}
