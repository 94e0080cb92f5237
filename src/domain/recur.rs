//! Recurrence rules: the part of RFC 5545, section 3.3.10, that a process needs.
//!
//! FREQ from DAILY to YEARLY, INTERVAL, COUNT, UNTIL, BYMONTH, BYMONTHDAY, BYDAY (with a number in
//! MONTHLY and YEARLY), BYSETPOS and WKST. Occurrences are civil days, so daylight saving has no
//! part in them; a day that a month does not have is left out, as the RFC says.

mod expand;
mod read;
mod say;

use std::fmt;

use crate::time::Day;

/// How often the period comes round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freq {
    /// Every day.
    Daily,
    /// Every week.
    Weekly,
    /// Every month.
    Monthly,
    /// Every year.
    Yearly,
}

/// A day of the week, of every week or the nth of the period (from its end when negative).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ByDay {
    /// Which of the period; each of them when absent.
    pub nth: Option<i32>,
    /// 0 for Monday to 6 for Sunday.
    pub weekday: u8,
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The period.
    pub freq: Freq,
    /// Every so many periods; at least 1.
    pub interval: u32,
    /// Occurrences in all.
    pub count: Option<u32>,
    /// The last day on which it may occur.
    pub until: Option<Day>,
    /// Months, 1 to 12.
    pub by_month: Vec<u32>,
    /// Days of the month, 1 to 31, from its end when negative.
    pub by_month_day: Vec<i32>,
    /// Days of the week.
    pub by_day: Vec<ByDay>,
    /// Which of a period's occurrences, from its end when negative.
    pub by_set_pos: Vec<i32>,
    /// The day a week begins with: 0 for Monday.
    pub week_start: u8,
}

/// Why a text is not a rule that can be used, as a sentence.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct RuleError(pub String);

impl Rule {
    /// Every so many periods, on the start's own day.
    pub fn every(freq: Freq, interval: u32) -> Rule {
        Rule {
            freq,
            interval: interval.max(1),
            count: None,
            until: None,
            by_month: Vec::new(),
            by_month_day: Vec::new(),
            by_day: Vec::new(),
            by_set_pos: Vec::new(),
            week_start: 0,
        }
    }

    /// Reads a rule, or says what is wrong with it.
    pub fn read(text: &str) -> Result<Rule, RuleError> {
        read::read(text)
    }

    /// Reads a rule that occurs at least once from `start` on, or says what is wrong with it.
    pub fn checked(text: &str, start: Day) -> Result<Rule, RuleError> {
        let rule = Rule::read(text)?;
        if rule.days(start).next().is_none() {
            return Err(RuleError(
                "This rule never comes true: no day fits all of it. Change the days or the months."
                    .to_owned(),
            ));
        }
        Ok(rule)
    }

    /// Its occurrences from `start` (DTSTART) on, in order, until the years of work end. The start
    /// itself occurs only when it fits the rule.
    pub fn days(&self, start: Day) -> impl Iterator<Item = Day> + '_ {
        expand::days(self, start)
    }

    /// Its occurrences after one day and up to another, both counted from `start`.
    pub fn between(&self, start: Day, after: Option<Day>, until: Day) -> Vec<Day> {
        self.days(start)
            .take_while(|day| *day <= until)
            .filter(|day| after.is_none_or(|after| *day > after))
            .collect()
    }

    /// The rule as a plain sentence without its end: “Every second Thursday”.
    pub fn sentence(&self, start: Day) -> String {
        say::sentence(self, start)
    }
}

const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

impl fmt::Display for Rule {
    /// As RFC 5545 writes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.freq {
            Freq::Daily => "FREQ=DAILY",
            Freq::Weekly => "FREQ=WEEKLY",
            Freq::Monthly => "FREQ=MONTHLY",
            Freq::Yearly => "FREQ=YEARLY",
        })?;
        if self.interval != 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        if let Some(count) = self.count {
            write!(f, ";COUNT={count}")?;
        }
        if let Some(until) = self.until {
            let (year, month) = (until.year(), until.month());
            write!(f, ";UNTIL={year:04}{month:02}{:02}", until.day_of_month())?;
        }
        let list = |name: &str, all: Vec<String>| {
            if all.is_empty() {
                String::new()
            } else {
                format!(";{name}={}", all.join(","))
            }
        };
        let numbers = |all: &[i32]| all.iter().map(i32::to_string).collect();
        let months = self.by_month.iter().map(u32::to_string).collect();
        f.write_str(&list("BYMONTH", months))?;
        f.write_str(&list("BYMONTHDAY", numbers(&self.by_month_day)))?;
        let days = self.by_day.iter().map(|by| {
            let name = DAYS.get(usize::from(by.weekday)).copied();
            let nth = by.nth.map(|nth| nth.to_string()).unwrap_or_default();
            format!("{nth}{}", name.unwrap_or_default())
        });
        f.write_str(&list("BYDAY", days.collect()))?;
        f.write_str(&list("BYSETPOS", numbers(&self.by_set_pos)))?;
        if let Some(name) = DAYS
            .get(usize::from(self.week_start))
            .filter(|_| self.week_start != 0)
        {
            write!(f, ";WKST={name}")?;
        }
        Ok(())
    }
}
