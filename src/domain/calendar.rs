//! The working calendar: which civil days are worked.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::time::Day;

/// Which days of the week are worked, less the holidays.
///
/// At least one day of the week is worked; [`WorkingCalendar::new`] and reading refuse anything else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Stored", into = "Stored")]
pub struct WorkingCalendar {
    weekdays: [bool; 7],
    holidays: BTreeSet<Day>,
}

/// A calendar with no working day: no duration in working days could ever end.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Choose at least one working day. Without one, no work could ever finish.")]
pub struct NoWorkingDay;

impl WorkingCalendar {
    /// A calendar with these working days (Monday first) and these days off.
    pub fn new(weekdays: [bool; 7], holidays: BTreeSet<Day>) -> Result<Self, NoWorkingDay> {
        if weekdays.contains(&true) {
            Ok(Self { weekdays, holidays })
        } else {
            Err(NoWorkingDay)
        }
    }

    /// The working days of the week, Monday first.
    pub fn weekdays(&self) -> [bool; 7] {
        self.weekdays
    }

    /// Days off on top of the week's, in order.
    pub fn holidays(&self) -> &BTreeSet<Day> {
        &self.holidays
    }

    /// Whether work is done on this day.
    pub fn is_working_day(&self, day: Day) -> bool {
        let weekday = usize::from(day.weekday());
        self.weekdays.get(weekday).copied().unwrap_or(false) && !self.holidays.contains(&day)
    }

    /// Working days in the half-open span from `start` (counted) to `end` (not counted).
    ///
    /// Negative when `end` is before `start`. Whole weeks are multiplied, so the cost does not
    /// grow with the length of the span.
    pub fn working_days_between(&self, start: Day, end: Day) -> i64 {
        if end < start {
            return -self.working_days_between(end, start);
        }
        let n_days = end.days_since(start);
        let n_weekly = self.weekdays.iter().filter(|worked| **worked).count();
        let whole_weeks = (n_days / 7) * i64::try_from(n_weekly).unwrap_or(0);
        let first_weekday = usize::from(start.weekday());
        let rest = (0..usize::try_from(n_days % 7).unwrap_or(0))
            .filter(|offset| self.weekdays.get((first_weekday + offset) % 7) == Some(&true))
            .count();
        let days_off = self
            .holidays
            .range(start..end)
            .filter(|day| self.weekdays.get(usize::from(day.weekday())) == Some(&true))
            .count();
        whole_weeks + i64::try_from(rest).unwrap_or(0) - i64::try_from(days_off).unwrap_or(0)
    }

    /// The first working day on or after `day`, or `None` past the last day of work.
    pub fn next_working_day(&self, day: Day) -> Option<Day> {
        let mut candidate = day;
        while !self.is_working_day(candidate) {
            candidate = candidate.plus(1)?;
        }
        Some(candidate)
    }

    /// The last working day on or before `day`, or `None` before the first day of work.
    pub fn last_working_day(&self, day: Day) -> Option<Day> {
        let mut candidate = day;
        while !self.is_working_day(candidate) {
            candidate = candidate.plus(-1)?;
        }
        Some(candidate)
    }

    /// The day on which work of `n` working days is over when it starts on `start`, half-open:
    /// `plus_working_days(start, 0)` is the first working day on or after `start`.
    pub fn plus_working_days(&self, start: Day, n: u32) -> Option<Day> {
        let mut day = self.next_working_day(start)?;
        for _ in 0..n {
            day = self.next_working_day(day.plus(1)?)?;
        }
        Some(day)
    }
}

impl Default for WorkingCalendar {
    /// Monday to Friday, no holidays.
    fn default() -> Self {
        Self {
            weekdays: [true, true, true, true, true, false, false],
            holidays: BTreeSet::new(),
        }
    }
}

/// The stored form: weekday numbers (0 for Monday) and dates.
#[derive(Clone, Serialize, Deserialize)]
struct Stored {
    weekdays: BTreeSet<u8>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    holidays: BTreeSet<Day>,
}

impl TryFrom<Stored> for WorkingCalendar {
    type Error = NoWorkingDay;

    fn try_from(stored: Stored) -> Result<Self, NoWorkingDay> {
        let mut weekdays = [false; 7];
        for (weekday, worked) in (0u8..).zip(weekdays.iter_mut()) {
            *worked = stored.weekdays.contains(&weekday);
        }
        Self::new(weekdays, stored.holidays)
    }
}

impl From<WorkingCalendar> for Stored {
    fn from(calendar: WorkingCalendar) -> Stored {
        let weekdays = (0u8..)
            .zip(calendar.weekdays)
            .filter_map(|(weekday, worked)| worked.then_some(weekday))
            .collect();
        Stored {
            weekdays,
            holidays: calendar.holidays,
        }
    }
}
