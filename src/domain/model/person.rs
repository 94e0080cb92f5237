//! A person who does or owns work.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

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
    /// Days on which this person does not work, beside those of everyone.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub days_off: BTreeSet<Day>,
}

impl Person {
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
