//! A project's charter: what it is for, what belongs to it, and who answers.

use serde::{Deserialize, Serialize};

use crate::earned_value::EarningRule;
use crate::id::{PersonId, ProjectId};
use crate::money::Money;
use crate::time::Instant;

/// What a project's charter says beside its name, objective and dates. Its key is its project's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Charter {
    /// The project.
    pub project: ProjectId,
    /// What belongs to it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub scope_in: String,
    /// What does not.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub scope_out: String,
    /// How anyone can tell that it succeeded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<Criterion>,
    /// What it hands over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deliverables: Vec<Deliverable>,
    /// Who wants it and pays for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sponsor: Option<PersonId>,
    /// Who runs it from day to day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manager: Option<PersonId>,
    /// Who else it touches.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub stakeholders: String,
    /// What cannot be changed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub constraints: String,
    /// Money for risks that are known; part of the budget.
    #[serde(default)]
    pub contingency: Money,
    /// Money for what nobody thought of; outside the budget.
    #[serde(default)]
    pub reserve: Money,
    /// When a task's budget counts as earned.
    #[serde(default)]
    pub earning: EarningRule,
    /// How it stands in someone's judgement, against the rules.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judgement: Option<Judgement>,
}

/// A measure of success.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// What must be true.
    pub text: String,
    /// Whether it is.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub is_met: bool,
}

/// Something handed over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deliverable {
    /// What.
    pub name: String,
    /// On what conditions it is accepted.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub acceptance: String,
    /// Whether it was.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub is_accepted: bool,
}

/// How a project stands in someone's judgement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// How it stands.
    pub standing: Standing,
    /// Why the rules are wrong here.
    pub reason: String,
    /// Whose judgement.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// When it was made.
    pub at: Instant,
}

/// Red, amber or green, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Green.
    OnTrack,
    /// Amber.
    Watch,
    /// Red.
    OffTrack,
}

impl Standing {
    /// Each, best first.
    pub const ALL: [Standing; 3] = [Standing::OnTrack, Standing::Watch, Standing::OffTrack];

    /// Its name on the page.
    pub fn name(self) -> &'static str {
        match self {
            Standing::OnTrack => "On track",
            Standing::Watch => "Watch",
            Standing::OffTrack => "Off track",
        }
    }
}

impl Charter {
    /// A charter in which nothing is written yet.
    pub fn of(project: ProjectId) -> Charter {
        Charter {
            project,
            scope_in: String::new(),
            scope_out: String::new(),
            criteria: Vec::new(),
            deliverables: Vec::new(),
            sponsor: None,
            manager: None,
            stakeholders: String::new(),
            constraints: String::new(),
            contingency: Money::ZERO,
            reserve: Money::ZERO,
            earning: EarningRule::default(),
            judgement: None,
        }
    }
}
