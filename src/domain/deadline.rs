//! A promised day in a description: “by June”, “before 15 March”, “until the end of 2027”.

use crate::time::Day;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// Words that a promised day follows; after the last one the work is over the day before.
const BEFORE: [&str; 4] = ["by", "until", "till", "before"];

/// The last day of work that a description promises, at or after today; `None` where it promises none (W33).
///
/// A month stands for its last day, and the next such month is meant unless a year follows. “Before” a month or a day
/// is the day before it begins.
pub fn deadline(text: &str, today: Day) -> Option<Day> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| !word.is_empty())
        .collect();
    let mut found = None;
    for (idx, word) in words.iter().enumerate() {
        let rest = words.get(idx + 1..).unwrap_or_default();
        if BEFORE.contains(word) {
            found = found.or_else(|| promised(rest, *word == "before", today));
        }
    }
    found
}

fn promised(words: &[&str], is_before: bool, today: Day) -> Option<Day> {
    let small = ["the", "end", "of", "early", "mid", "late"];
    let n_small = words.iter().take_while(|word| small.contains(word)).count();
    let is_end = words.iter().take(n_small).any(|word| *word == "end");
    let words = words.get(n_small..)?;
    let (first, last) = span(words, today)?;
    let day = if is_before && !is_end {
        first.plus(-1)?
    } else {
        last
    };
    (day >= today).then_some(day)
}

/// The first and last day that the words name: a day, a month or a year.
fn span(words: &[&str], today: Day) -> Option<(Day, Day)> {
    let first = words.first()?;
    if let Ok(day) = first.parse::<Day>() {
        return Some((day, day));
    }
    if let Some(month) = month(first) {
        let second = words.get(1).and_then(|word| day_number(word));
        return match second {
            Some(day) => in_year(month, day, words.get(2), today),
            None => whole_month(month, words.get(1), today),
        };
    }
    if let Some(month) = words.get(1).and_then(|word| month(word)) {
        return in_year(month, day_number(first)?, words.get(2), today);
    }
    let year = year(first)?;
    Some((Day::new(year, 1, 1).ok()?, Day::new(year, 12, 31).ok()?))
}

fn whole_month(number: u32, year_word: Option<&&str>, today: Day) -> Option<(Day, Day)> {
    let of = |year: i32| {
        let first = Day::new(year, number, 1).ok()?;
        let (next_year, next) = if number == 12 {
            (year + 1, 1)
        } else {
            (year, number + 1)
        };
        Some((first, Day::new(next_year, next, 1).ok()?.plus(-1)?))
    };
    match year_word.and_then(|word| year(word)) {
        Some(year) => of(year),
        None => of(today.year())
            .filter(|(_, last)| *last >= today)
            .or_else(|| of(today.year() + 1)),
    }
}

fn in_year(month: u32, day: u32, year_word: Option<&&str>, today: Day) -> Option<(Day, Day)> {
    let of = |year: i32| Day::new(year, month, day).ok();
    let day = match year_word.and_then(|word| year(word)) {
        Some(year) => of(year),
        None => of(today.year())
            .filter(|day| *day >= today)
            .or_else(|| of(today.year() + 1)),
    }?;
    Some((day, day))
}

fn month(word: &str) -> Option<u32> {
    let is_it = |name: &str| word == name || (word.len() >= 3 && name.get(..3) == Some(word));
    let idx = MONTHS.iter().position(|name| is_it(name))?;
    u32::try_from(idx + 1).ok()
}

fn day_number(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

fn year(word: &str) -> Option<i32> {
    word.parse()
        .ok()
        .filter(|year| (1990..=2190).contains(year))
}
