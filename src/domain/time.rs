//! Civil days of work and instants in UTC.
//!
//! A date of work is a [`Day`] and never shifts with a time zone; what happened when is an
//! [`Instant`]. Neither can be asked for "now" here: the time arrives in `command::Ctx`.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// The months of the year, as the page names them.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// The days of the week, Monday first.
pub const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// A civil date between 1 January 1900 and 31 December 2200.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

/// Why a text or a triple of numbers is not a [`Day`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DayError {
    /// Not of the form 2026-05-31, or no such day in the calendar.
    #[error("“{text}” is not a date. Write it as year-month-day, for example 2026-05-31.")]
    NotADate {
        /// What was given, cut to forty characters.
        text: String,
    },
    /// A real date, but not one of work.
    #[error("{year} is outside the years 1900 to 2200.")]
    OutOfRange {
        /// The year that was given.
        year: i32,
    },
}

impl Day {
    /// The first year a date of work may have.
    pub const FIRST_YEAR: i32 = 1900;
    /// The last year a date of work may have.
    pub const LAST_YEAR: i32 = 2200;

    /// The day of this year, month (1 to 12) and day of month (1 to 31).
    pub fn new(year: i32, month: u32, day: u32) -> Result<Day, DayError> {
        let date = NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| DayError::NotADate {
            text: format!("{year}-{month}-{day}"),
        })?;
        Day::from_date(date)
    }

    /// The day of a calendar date.
    pub fn from_date(date: NaiveDate) -> Result<Day, DayError> {
        if (Self::FIRST_YEAR..=Self::LAST_YEAR).contains(&date.year()) {
            Ok(Day(date))
        } else {
            Err(DayError::OutOfRange { year: date.year() })
        }
    }

    /// The calendar date.
    pub fn date(self) -> NaiveDate {
        self.0
    }

    /// The day `n` days later (earlier when negative), or `None` outside the years of work.
    pub fn plus(self, n: i64) -> Option<Day> {
        let shift = Days::new(n.unsigned_abs());
        let date = if n < 0 {
            self.0.checked_sub_days(shift)
        } else {
            self.0.checked_add_days(shift)
        }?;
        Day::from_date(date).ok()
    }

    /// Whole days from `earlier` to this day; negative when this day is before it.
    pub fn days_since(self, earlier: Day) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// Month of the year: 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// Day of the month: 1 to 31.
    pub fn day_of_month(self) -> u32 {
        self.0.day()
    }

    /// Day of the week: 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> u8 {
        u8::try_from(self.0.weekday().num_days_from_monday()).unwrap_or(0)
    }

    /// The full name of its month.
    pub fn month_name(self) -> &'static str {
        month_name(self.month())
    }

    /// The full name of its day of the week.
    pub fn weekday_name(self) -> &'static str {
        weekday_name(self.weekday())
    }
}

/// The full name of a month from 1 to 12; empty for any other number.
pub fn month_name(month: u32) -> &'static str {
    let idx = (month as usize).wrapping_sub(1);
    MONTHS.get(idx).copied().unwrap_or_default()
}

/// The full name of a day of the week from 0, Monday, to 6; empty for any other number.
pub fn weekday_name(weekday: u8) -> &'static str {
    WEEKDAYS
        .get(usize::from(weekday))
        .copied()
        .unwrap_or_default()
}

impl Default for Day {
    /// 1 January 1970, the day instants are counted from.
    fn default() -> Self {
        Day(NaiveDate::default())
    }
}

impl fmt::Display for Day {
    /// ISO 8601, as stored: `2026-05-31`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.0.year(),
            self.0.month(),
            self.0.day()
        )
    }
}

impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        let not_a_date = || DayError::NotADate {
            text: text.chars().take(40).collect(),
        };
        let mut parts = text.trim().split('-');
        let mut number = |digits: std::ops::RangeInclusive<usize>| {
            parts
                .next()
                .filter(|p| digits.contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()))
                // Five digits are read only to say that the year is too far away.
                .filter(|p| p.len() <= 4 || !p.starts_with('0'))
                .and_then(|p| p.parse::<u32>().ok())
                .ok_or_else(not_a_date)
        };
        let (year, month, day) = (number(4..=6)?, number(2..=2)?, number(2..=2)?);
        if parts.next().is_some() {
            return Err(not_a_date());
        }
        let year = i32::try_from(year).map_err(|_| not_a_date())?;
        match Day::new(year, month, day) {
            Err(DayError::NotADate { .. }) => Err(not_a_date()),
            other => other,
        }
    }
}

impl Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A moment in UTC: milliseconds since 1 January 1970.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Instant(i64);

impl Instant {
    /// The moment this many milliseconds after 1 January 1970, UTC.
    pub const fn from_millis(millis: i64) -> Instant {
        Instant(millis)
    }

    /// Milliseconds since 1 January 1970, UTC.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// Milliseconds from `earlier` to this moment, never negative: clocks go back.
    pub const fn millis_since(self, earlier: Instant) -> i64 {
        let elapsed = self.0.saturating_sub(earlier.0);
        if elapsed < 0 { 0 } else { elapsed }
    }
}
