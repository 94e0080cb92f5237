//! What holds for the whole workspace.

use serde::{Deserialize, Serialize};

use crate::calendar::WorkingCalendar;

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
}
