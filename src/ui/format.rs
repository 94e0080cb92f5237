//! Dates, times and counts as the page writes them.

use domain::time::{Day, Instant};

use crate::platform::clock::{local_day, local_time};

/// “12 May”, with the year when it is not that of `today`.
pub fn day(day: Day, today: Day) -> String {
    let short = format!("{} {}", day.day_of_month(), first_three(day.month_name()));
    if day.year() == today.year() {
        short
    } else {
        format!("{short} {}", day.year())
    }
}

/// “Tuesday 12 May 2026”.
pub fn long_day(day: Day) -> String {
    let (weekday, month) = (day.weekday_name(), day.month_name());
    format!("{weekday} {} {month} {}", day.day_of_month(), day.year())
}

/// The first three letters of a month or a day of the week.
pub fn first_three(name: &str) -> &str {
    name.get(..3).unwrap_or(name)
}

/// A due day as people say it: “Today”, “Tomorrow”, “Wed” within a week, else the date.
pub fn due(due: Day, today: Day) -> String {
    match due.days_since(today) {
        -1 => "Yesterday".to_owned(),
        0 => "Today".to_owned(),
        1 => "Tomorrow".to_owned(),
        2..=6 => first_three(due.weekday_name()).to_owned(),
        _ => day(due, today),
    }
}

/// “12 May, 14:32” where the person is.
pub fn moment(instant: Instant, today: Day) -> String {
    let (hours, minutes) = local_time(instant);
    match local_day(instant) {
        Some(on) => format!("{}, {hours:02}:{minutes:02}", day(on, today)),
        None => format!("{hours:02}:{minutes:02}"),
    }
}

/// How long something has lasted: “35 m”, “3 h 20 m”, “2 d 4 h”, “12 d”.
pub fn elapsed(millis: i64) -> String {
    let minutes = millis / 60_000;
    let (days, hours, minutes) = (minutes / 1_440, minutes / 60 % 24, minutes % 60);
    match (days, hours, minutes) {
        (0, 0, minutes) => format!("{minutes} m"),
        (0, hours, 0) => format!("{hours} h"),
        (0, hours, minutes) => format!("{hours} h {minutes} m"),
        (days, hours, _) if days < 10 && hours > 0 => format!("{days} d {hours} h"),
        (days, ..) => format!("{days} d"),
    }
}

/// Minutes of work as hours: “2 h 30 m”.
pub fn hours(minutes: u64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} m"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} m"),
    }
}

/// “1 task”, “3 tasks”.
pub fn count(n: usize, singular: &str, plural: &str) -> String {
    if n == 1 {
        format!("1 {singular}")
    } else {
        format!("{n} {plural}")
    }
}

/// Basis points as a whole percentage with a thin space: “82 %”.
pub fn percent(basis_points: u16) -> String {
    format!("{}\u{202F}%", (u32::from(basis_points) + 50) / 100)
}
