//! A working calendar made for counting: working days before a day, and the day with so many before it.

use std::collections::BTreeSet;

use crate::calendar::WorkingCalendar;
use crate::time::Day;

/// Working days so far away are all the same: no sum of durations overflows on the way there.
const FAR: i32 = 1_000_000;

/// The working days of a calendar, counted. Days are numbers, 0 for 1 January 1970.
///
/// Nothing is tabulated: weeks are multiplied and days off looked up by halving, so a calendar
/// costs as much as it has days off and reaches as far as there are days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkDays {
    /// Working days of the week before each weekday, Monday first, and of the whole week.
    before_weekday: [i32; 8],
    /// The weekdays worked, as many as there are.
    worked: [i32; 7],
    /// Days off that would be worked otherwise, in order.
    off: Vec<i32>,
    /// Working days before each day off.
    before_off: Vec<i32>,
}

/// A calendar without a day off, for where there is none.
pub static EVERY_DAY: WorkDays = WorkDays {
    before_weekday: [0, 1, 2, 3, 4, 5, 6, 7],
    worked: [0, 1, 2, 3, 4, 5, 6],
    off: Vec::new(),
    before_off: Vec::new(),
};

/// A day as a number.
pub fn number(day: Day) -> i32 {
    i32::try_from(day.days_since(Day::default())).unwrap_or(0)
}

/// The day of a number, if it lies in the years of work.
pub fn day(number: i32) -> Option<Day> {
    Day::default().plus(i64::from(number))
}

impl WorkDays {
    /// The days of a calendar without those that a person has off.
    pub fn new(calendar: &WorkingCalendar, days_off: &BTreeSet<Day>) -> WorkDays {
        let mut before_weekday = [0; 8];
        let mut worked = [0; 7];
        let mut n_worked = 0;
        for (weekday, is_worked) in (0..).zip(calendar.weekdays()) {
            if let Some(before) = before_weekday.get_mut(weekday as usize) {
                *before = n_worked;
            }
            if is_worked && let Some(slot) = worked.get_mut(n_worked as usize) {
                *slot = weekday;
                n_worked += 1;
            }
        }
        before_weekday[7] = n_worked;
        let mut workdays = WorkDays {
            before_weekday,
            worked,
            off: Vec::new(),
            before_off: Vec::new(),
        };
        for day in calendar.holidays().union(days_off).copied().map(number) {
            let in_week = workdays.in_weeks_before(day);
            if workdays.in_weeks_before(day + 1) > in_week {
                let before = in_week - workdays.off.len() as i32;
                workdays.off.push(day);
                workdays.before_off.push(before);
            }
        }
        workdays
    }

    /// Working days before a day, counted from a day long ago: only differences mean something.
    pub fn before(&self, day: i32) -> i32 {
        let n_off = self.off.partition_point(|off| *off < day);
        self.in_weeks_before(day) - n_off as i32
    }

    /// The working day that has so many before it.
    pub fn nth(&self, n: i32) -> i32 {
        let n = n.clamp(-FAR, FAR);
        let n_off = self.before_off.partition_point(|before| *before <= n);
        let n = n + n_off as i32;
        let n_weekly = self.before_weekday[7].max(1);
        let weekday = self.worked.get(n.rem_euclid(n_weekly) as usize);
        n.div_euclid(n_weekly) * 7 + weekday.copied().unwrap_or(0) - MONDAY_TO_EPOCH
    }

    /// The moment after a lag of so many working days; before it when the lag is negative.
    pub fn after_lag(&self, moment: i32, lag: i32) -> i32 {
        match lag {
            0 => moment,
            1.. => self.nth(self.before(moment) + lag - 1) + 1,
            _ => self.nth(self.before(moment) + lag),
        }
    }

    /// The latest moment after which a lag still ends by a limit.
    pub fn before_lag(&self, limit: i32, lag: i32) -> i32 {
        match lag {
            0 => limit,
            1.. => self.nth(self.before(limit) - lag),
            _ => self.nth(self.before(limit + 1) - 1 - lag),
        }
    }

    /// Working days before a day as if no day were off.
    fn in_weeks_before(&self, day: i32) -> i32 {
        let since_monday = day + MONDAY_TO_EPOCH;
        let weekday = since_monday.rem_euclid(7) as usize;
        let in_week = self.before_weekday.get(weekday).copied().unwrap_or(0);
        since_monday.div_euclid(7) * self.before_weekday[7] + in_week
    }
}

/// 1 January 1970 was a Thursday.
const MONDAY_TO_EPOCH: i32 = 3;
