//! An improvement of a process: from a problem over a hypothesis to a result that was measured.

use serde::{Deserialize, Serialize};

use crate::id::TemplateId;
use crate::time::{Day, Instant};

/// An item of a process's improvement backlog. It goes round Plan, Do, Check, Act (ISO 9001; W. E.
/// Deming).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Improvement {
    /// The process.
    pub template: TemplateId,
    /// What is to get better.
    pub title: String,
    /// What is wrong now, with what shows it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub problem: String,
    /// What is tried, and why it should help.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hypothesis: String,
    /// By what the result is judged.
    #[serde(default)]
    pub measure: Measure,
    /// How far it is.
    pub stage: Pdca,
    /// The first version with the change; runs of earlier ones are before, the others after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_version: Option<u32>,
    /// The first day with the change, where no version tells before from after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_day: Option<Day>,
    /// What came out.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub result: String,
    /// When it was written down.
    pub created_at: Instant,
}

/// What a result is judged by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Accepted to finished.
    #[default]
    Lead,
    /// Work begun to finished.
    Cycle,
    /// Time in which someone worked.
    Touch,
    /// Time in which nobody did.
    Wait,
}

impl Measure {
    /// Every measure.
    pub const ALL: [Measure; 4] = [Measure::Lead, Measure::Cycle, Measure::Touch, Measure::Wait];

    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Measure::Lead => "Lead time",
            Measure::Cycle => "Cycle time",
            Measure::Touch => "Touch time",
            Measure::Wait => "Wait time",
        }
    }
}

/// The quarters of the improvement cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pdca {
    /// The problem is understood and a change thought out.
    Plan,
    /// The change is tried.
    Do,
    /// The result is looked at.
    Check,
    /// The change is kept or taken back.
    Act,
}

impl Pdca {
    /// Every quarter in order.
    pub const ALL: [Pdca; 4] = [Pdca::Plan, Pdca::Do, Pdca::Check, Pdca::Act];

    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Pdca::Plan => "Plan",
            Pdca::Do => "Do",
            Pdca::Check => "Check",
            Pdca::Act => "Act",
        }
    }
}
