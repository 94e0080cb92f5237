//! How often a description says that work comes back: “every second Monday”, “at the end of each month”.

use crate::recur::{ByDay, Freq, Rule};
use crate::time::{Day, WEEKDAYS};

const ORDINALS: [(&str, i32); 6] = [
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("last", -1),
    ("1st", 1),
];
const NUMBERS: [(&str, u32); 12] = [
    ("other", 2),
    ("second", 2),
    ("two", 2),
    ("third", 3),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("twelve", 12),
];

/// A cadence found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cadence {
    /// The words that say it.
    pub words: String,
    /// The rule they mean.
    pub rule: Rule,
}

/// The cadence that a description names; of several the one that says most about the day. `None`
/// where it names none, or one that no rule can say (“twice a week”).
pub fn find(text: &str) -> Option<Cadence> {
    let words = words(text);
    let lower: Vec<String> = words.iter().map(|(_, word)| word.to_lowercase()).collect();
    let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
    let mut best: Option<(usize, usize, Rule)> = None;
    for idx in 0..lower.len() {
        let rest = lower.get(idx..).unwrap_or_default();
        if let Some((n_words, rule)) = at(rest) {
            let is_better = best
                .as_ref()
                .is_none_or(|(_, _, held)| says_day(&rule) && !says_day(held));
            if is_better {
                best = Some((idx, n_words, rule));
            }
        }
    }
    let (idx, n_words, rule) = best?;
    let (start, _) = words.get(idx)?;
    let (last, word) = words.get(idx + n_words - 1)?;
    let said = text.get(*start..last + word.len())?;
    Some(Cadence {
        words: said.to_owned(),
        rule,
    })
}

/// The first day of a rule for work that begins today: the day after, and for rules that name no
/// day the next Monday or the first of the next month, so that nothing starts unprepared.
pub fn first_day(rule: &Rule, today: Day) -> Day {
    let tomorrow = today.plus(1).unwrap_or(today);
    if says_day(rule) {
        return rule.days(tomorrow).next().unwrap_or(tomorrow);
    }
    let fits = |day: &Day| match rule.freq {
        Freq::Daily => true,
        Freq::Weekly => day.weekday() == 0,
        Freq::Monthly | Freq::Yearly => day.day_of_month() == 1,
    };
    let mut days = (0..=31).filter_map(|n| tomorrow.plus(n));
    days.find(fits).unwrap_or(tomorrow)
}

fn says_day(rule: &Rule) -> bool {
    !rule.by_day.is_empty() || !rule.by_month_day.is_empty()
}

/// The cadence that begins here, and how many words it takes.
fn at(words: &[&str]) -> Option<(usize, Rule)> {
    let first = *words.first()?;
    match first {
        "every" | "each" => every(words.get(1..)?).map(|(n, rule)| (n + 1, rule)),
        "once" => {
            let is_rate = words
                .get(1)
                .is_some_and(|word| ["a", "per", "every"].contains(word));
            let rule = unit(words.get(2..).filter(|_| is_rate)?, 1)?;
            Some((rule.0 + 2, rule.1))
        }
        "twice" => words
            .starts_with(&["twice", "a", "year"])
            .then(|| (3, Rule::every(Freq::Monthly, 6))),
        "at" => end_of_month(words),
        "on" => on(words.get(1..)?).map(|(n, rule)| (n + 1, rule)),
        "daily" | "nightly" => Some((1, Rule::every(Freq::Daily, 1))),
        "weekly" => Some((1, Rule::every(Freq::Weekly, 1))),
        "biweekly" | "bi-weekly" | "fortnightly" => Some((1, Rule::every(Freq::Weekly, 2))),
        "monthly" => Some((1, Rule::every(Freq::Monthly, 1))),
        "quarterly" => Some((1, Rule::every(Freq::Monthly, 3))),
        "half-yearly" | "semi-annual" | "semiannual" | "biannual" => {
            Some((1, Rule::every(Freq::Monthly, 6)))
        }
        "yearly" | "annual" | "annually" => Some((1, Rule::every(Freq::Yearly, 1))),
        "month-end" => Some((1, month_end())),
        "month" if words.get(1) == Some(&"end") => Some((2, month_end())),
        _ => nth_of_month(words),
    }
}

/// What follows “every” or “each”.
fn every(words: &[&str]) -> Option<(usize, Rule)> {
    if let Some(found) = nth_of_month(words).or_else(|| unit(words, 1)) {
        return Some(found);
    }
    let number = *words.first()?;
    let named = NUMBERS.iter().find(|(word, _)| *word == number);
    let n = named.map(|(_, n)| *n).or_else(|| number.parse().ok())?;
    let (taken, rule) = unit(words.get(1..)?, n)?;
    (1..=52).contains(&n).then_some((taken + 1, rule))
}

/// A unit of time, every so many of which it comes.
fn unit(words: &[&str], n: u32) -> Option<(usize, Rule)> {
    let first = *words.first()?;
    if let Some(weekday) = weekday(first) {
        let mut rule = Rule::every(Freq::Weekly, n);
        rule.by_day = vec![ByDay { nth: None, weekday }];
        return Some((1, rule));
    }
    let is_workday =
        matches!(first, "working" | "business" | "work") && words.get(1) == Some(&"day");
    if is_workday || matches!(first, "weekday" | "workday") {
        let mut rule = Rule::every(Freq::Weekly, n);
        rule.by_day = workdays();
        return Some((if is_workday { 2 } else { 1 }, rule));
    }
    let rule = match first {
        "day" | "days" | "morning" | "evening" | "night" | "afternoon" => {
            Rule::every(Freq::Daily, n)
        }
        "week" | "weeks" => Rule::every(Freq::Weekly, n),
        "fortnight" => Rule::every(Freq::Weekly, 2),
        "month" | "months" => Rule::every(Freq::Monthly, n),
        "quarter" => Rule::every(Freq::Monthly, n.saturating_mul(3)),
        "year" | "years" => Rule::every(Freq::Yearly, n),
        _ => return None,
    };
    Some((1, rule))
}

/// What follows “on”: weekdays in the plural, or a day of each month.
fn on(words: &[&str]) -> Option<(usize, Rule)> {
    let words_after_the = if words.first() == Some(&"the") {
        words.get(1..)?
    } else {
        words
    };
    let n_the = words.len() - words_after_the.len();
    let first = *words_after_the.first()?;
    if let Some(weekday) = first.strip_suffix('s').and_then(weekday) {
        let mut rule = Rule::every(Freq::Weekly, 1);
        rule.by_day = vec![ByDay { nth: None, weekday }];
        return Some((n_the + 1, rule));
    }
    if let Some((n, rule)) = nth_of_month(words_after_the) {
        return Some((n + n_the, rule));
    }
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| first.strip_suffix(end));
    let day: i32 = digits?.parse().ok().filter(|day| (1..=31).contains(day))?;
    let of = words_after_the.get(1..4)?;
    let is_monthly = of.first() == Some(&"of")
        && matches!(of.get(1..), Some(["each" | "every" | "the", "month"]));
    let mut rule = Rule::every(Freq::Monthly, 1);
    rule.by_month_day = vec![day];
    is_monthly.then_some((n_the + 4, rule))
}

/// “First Monday of the month”.
fn nth_of_month(words: &[&str]) -> Option<(usize, Rule)> {
    let [nth, day, of, each, "month", ..] = words else {
        return None;
    };
    let (_, nth) = ORDINALS.iter().find(|(word, _)| word == nth)?;
    let weekday = weekday(day)?;
    let is_monthly = matches!(*of, "of" | "in") && matches!(*each, "the" | "each" | "every");
    let mut rule = Rule::every(Freq::Monthly, 1);
    rule.by_day = vec![ByDay {
        nth: Some(*nth),
        weekday,
    }];
    is_monthly.then_some((5, rule))
}

fn end_of_month(words: &[&str]) -> Option<(usize, Rule)> {
    let [_, "the", "end", "of", "each" | "every" | "the", "month", ..] = words else {
        return None;
    };
    Some((6, month_end()))
}

/// The last working day of every month.
fn month_end() -> Rule {
    let mut rule = Rule::every(Freq::Monthly, 1);
    rule.by_day = workdays();
    rule.by_set_pos = vec![-1];
    rule
}

fn workdays() -> Vec<ByDay> {
    (0..5).map(|weekday| ByDay { nth: None, weekday }).collect()
}

fn weekday(word: &str) -> Option<u8> {
    let idx = WEEKDAYS
        .iter()
        .position(|name| name.eq_ignore_ascii_case(word))?;
    u8::try_from(idx).ok()
}

/// The words of a text with the places where they begin.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let is_part = c.is_alphanumeric() || c == '-';
        match (start, is_part) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.extend(text.get(from..at).map(|word| (from, word)));
                start = None;
            }
            _ => {}
        }
    }
    words
}
