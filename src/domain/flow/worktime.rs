//! Working time in minutes: a working day has the hours of the settings, other days have none.

use crate::calendar::WorkingCalendar;
use crate::model::Settings;
use crate::time::{Day, Instant};

const MINUTE: i64 = 60_000;
const DAY_MINUTES: i64 = 24 * 60;

/// When work is done: the days of the calendar, and the hours of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkTime {
    calendar: WorkingCalendar,
    /// Minutes after midnight at which the working day begins.
    start: i64,
    /// Minutes of work in a working day; at least one.
    length: i64,
    /// Minutes that local time is ahead of UTC.
    offset: i64,
}

impl WorkTime {
    /// The working time of these settings where local time is `offset_minutes` ahead of UTC.
    pub fn of(settings: &Settings, offset_minutes: i32) -> WorkTime {
        let start = i64::from(settings.hours.start);
        WorkTime {
            calendar: settings.calendar.clone(),
            start,
            length: (i64::from(settings.hours.end) - start).max(1),
            offset: i64::from(offset_minutes),
        }
    }

    /// Working minutes in a working day.
    pub fn minutes_per_day(&self) -> i64 {
        self.length
    }

    /// The moment at which so many working minutes have passed since `from`. `None` past the last
    /// day of work.
    pub fn after(&self, from: Instant, minutes: u32) -> Option<Instant> {
        let (mut day, minute) = self.local(from)?;
        let mut left = i64::from(minutes);
        // Of the first day, what is gone by `from` is gone.
        let gone = (minute - self.start).clamp(0, self.length);
        let mut open = if self.calendar.is_working_day(day) {
            self.length - gone
        } else {
            0
        };
        let mut begin = self.start + gone;
        while left > open || open == 0 {
            left -= open;
            day = self.calendar.next_working_day(day.plus(1)?)?;
            open = self.length;
            begin = self.start;
        }
        Some(self.at(day, begin + left))
    }

    /// The end of the working day so many working days after a day (before it when negative); of
    /// the day itself, or the last working day before, for 0.
    pub fn end_of(&self, day: Day, working_days: i32) -> Option<Instant> {
        let mut day = day;
        while !self.calendar.is_working_day(day) {
            day = day.plus(-1)?;
        }
        let step = i64::from(working_days.signum());
        for _ in 0..working_days.unsigned_abs() {
            day = day.plus(step)?;
            while !self.calendar.is_working_day(day) {
                day = day.plus(step)?;
            }
        }
        Some(self.at(day, self.start + self.length))
    }

    /// When work begins and ends on a day; `None` on a day off.
    pub fn span_of(&self, day: Day) -> Option<(Instant, Instant)> {
        let is_worked = self.calendar.is_working_day(day);
        is_worked.then(|| {
            (
                self.at(day, self.start),
                self.at(day, self.start + self.length),
            )
        })
    }

    /// Working minutes from one moment to another; negative the other way around. The cost does
    /// not grow with the time between.
    pub fn between(&self, from: Instant, to: Instant) -> i64 {
        if to < from {
            return -self.between(to, from);
        }
        let (Some((first, start)), Some((last, end))) = (self.local(from), self.local(to)) else {
            return 0;
        };
        let worked_by = |day: Day, minute: i64| {
            if self.calendar.is_working_day(day) {
                (minute - self.start).clamp(0, self.length)
            } else {
                0
            }
        };
        let whole_days = self.calendar.working_days_between(first, last) * self.length;
        whole_days - worked_by(first, start) + worked_by(last, end)
    }

    /// The local day and minute of day of a moment.
    fn local(&self, moment: Instant) -> Option<(Day, i64)> {
        let minutes = moment.millis().div_euclid(MINUTE) + self.offset;
        let day = Day::default().plus(minutes.div_euclid(DAY_MINUTES))?;
        Some((day, minutes.rem_euclid(DAY_MINUTES)))
    }

    fn at(&self, day: Day, minute: i64) -> Instant {
        let days = day.days_since(Day::default());
        Instant::from_millis((days * DAY_MINUTES + minute - self.offset) * MINUTE)
    }
}
