//! Moments as tools write them.

use crate::time::{Day, Instant};

/// The moment a text names: ISO 8601 with or without seconds, fractions and offset, a blank in
/// place of the T, day.month.year, or milliseconds since 1970. Without an offset it is UTC. A day
/// alone is its midnight. Dates with slashes are read only when the year stands first: elsewhere
/// day and month could be mistaken for each other.
pub fn moment(text: &str) -> Option<Instant> {
    let text = text.trim();
    if text.len() >= 11 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok().map(Instant::from_millis);
    }
    let end_of_date = text.find(['T', ' ']).unwrap_or(text.len());
    let (date, rest) = text.split_at_checked(end_of_date)?;
    let day = date_of(date)?;
    let rest = rest.trim_start_matches(['T', ' ']);
    let millis = if rest.is_empty() { 0 } else { time_of(rest)? };
    let days = day.days_since(Day::default());
    Some(Instant::from_millis(days * 86_400_000 + millis))
}

fn date_of(text: &str) -> Option<Day> {
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let [a, b, c] = parts.as_slice() else {
        return None;
    };
    let number = |text: &str| -> Option<u32> {
        let is_number =
            matches!(text.len(), 1..=4) && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| text.parse().ok()).flatten()
    };
    let (year, month, day) = if a.len() == 4 {
        (a, b, c)
    } else if c.len() == 4 && text.contains('.') {
        (c, b, a)
    } else {
        return None;
    };
    Day::new(
        i32::try_from(number(year)?).ok()?,
        number(month)?,
        number(day)?,
    )
    .ok()
}

/// Milliseconds from midnight UTC, which an offset can move into the day before or after.
fn time_of(text: &str) -> Option<i64> {
    let (clock, offset) = match text.find(['Z', 'z', '+', '-']) {
        Some(at) => text.split_at_checked(at)?,
        None => (text, ""),
    };
    let mut parts = clock.trim().split(':');
    let (hours, minutes) = (bounded(parts.next()?, 24)?, bounded(parts.next()?, 59)?);
    let (seconds, fraction) = match parts.next() {
        Some(seconds) => seconds.split_once(['.', ',']).unwrap_or((seconds, "0")),
        None => ("0", "0"),
    };
    if parts.next().is_some() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let thousandths: String = fraction.chars().chain("000".chars()).take(3).collect();
    let millis = bounded(seconds, 60)? * 1_000 + thousandths.parse::<i64>().ok()?;
    Some(hours * 3_600_000 + minutes * 60_000 + millis - offset_of(offset)?)
}

fn offset_of(text: &str) -> Option<i64> {
    if text.is_empty() || text.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes) = match digits.len() {
        2 => (digits.as_str(), "0"),
        4 => digits.split_at_checked(2)?,
        _ => return None,
    };
    Some(sign * (bounded(hours, 18)? * 3_600_000 + bounded(minutes, 59)? * 60_000))
}

fn bounded(text: &str, highest: i64) -> Option<i64> {
    let is_number = matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit());
    let number: i64 = is_number.then(|| text.parse().ok()).flatten()?;
    (number <= highest).then_some(number)
}
