//! A person who does or owns work.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::calendar::WorkingCalendar;
use crate::money::Money;
use crate::time::Day;

/// Someone work can be given to. Not an account: Loopline has none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The person's name.
    pub name: String,
    /// What the person does, as steps name it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// Part of the sample workspace.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub sample: bool,
    /// Minutes of work in a full week; absent for the usual week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub week: Option<u32>,
    /// What an hour of theirs costs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<Money>,
    /// What they can do, for finding someone who fits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<String>,
    /// Days on which this person does not work, beside those of everyone.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub days_off: BTreeSet<Day>,
}

impl Person {
    /// Minutes of the usual week: five days of eight hours.
    pub const USUAL_WEEK: u32 = 5 * 8 * 60;

    /// Minutes of work in a full week.
    pub fn minutes_a_week(&self) -> u32 {
        self.week.unwrap_or(Self::USUAL_WEEK)
    }

    /// Minutes of a working day of theirs: their week over the working days of the usual one.
    pub fn minutes_a_day(&self, calendar: &WorkingCalendar) -> u32 {
        let n_days = calendar.weekdays().iter().filter(|worked| **worked).count();
        self.minutes_a_week() / u32::try_from(n_days).unwrap_or(1).max(1)
    }

    /// One or two letters that stand for the person on a card.
    pub fn initials(&self) -> String {
        let mut words = self.name.split_whitespace();
        let first = words.next().and_then(|word| word.chars().next());
        let last = words.next_back().and_then(|word| word.chars().next());
        first
            .into_iter()
            .chain(last)
            .flat_map(char::to_uppercase)
            .collect()
    }
}
