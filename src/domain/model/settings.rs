//! What holds for the whole workspace.

use serde::{Deserialize, Serialize};

use crate::calendar::WorkingCalendar;
use crate::money::Currency;

/// Settings of the workspace. Preferences of one device, such as the theme, are not here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The name written beside what is done here; empty until given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub your_name: String,
    /// The days on which work is done.
    #[serde(default)]
    pub calendar: WorkingCalendar,
    /// Whether the wizard's weights follow what the person decided against its verdicts.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub learns_from_overrules: bool,
    /// The hours of a working day; promises in working time are counted by them.
    #[serde(default, skip_serializing_if = "WorkingHours::is_default")]
    pub hours: WorkingHours,
    /// The currency of every amount.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub currency: Currency,
}

/// The hours of a working day, in minutes after midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkingHours {
    /// When it begins.
    pub start: u16,
    /// When it ends.
    pub end: u16,
}

impl WorkingHours {
    /// Minutes in a day.
    pub const MAX: u16 = 24 * 60;

    fn is_default(&self) -> bool {
        *self == WorkingHours::default()
    }
}

impl Default for WorkingHours {
    /// Nine to five.
    fn default() -> Self {
        WorkingHours {
            start: 9 * 60,
            end: 17 * 60,
        }
    }
}

#[allow(clippy::trivially_copy_pass_by_ref)] // Serde's signature.
fn is_usual(currency: &Currency) -> bool {
    *currency == Currency::default()
}
