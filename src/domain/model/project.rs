//! A project: a line from a start to a finish.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::classify::Shape;
use crate::id::{DecisionId, PersonId, TemplateId};
use crate::model::Column;
use crate::order::OrderKey;
use crate::time::{Day, Instant};

/// Unique work with an end, judged by what it delivers, when, and for how much.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    /// What it is called.
    pub name: String,
    /// What will be true when it is done.
    #[serde(default)]
    pub objective: String,
    /// Where it stands between start and finish.
    pub stage: Stage,
    /// Its place among the projects of its stage.
    pub order: OrderKey,
    /// The first day of work, if planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Day>,
    /// The promised last day of work; never before `start`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finish: Option<Day>,
    /// Who answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonId>,
    /// The decision it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<DecisionId>,
    /// The named hybrid it is, if any: what is offered at its close follows from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shape: Option<Shape>,
    /// The processes that do parts of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub through: Vec<TemplateId>,
    /// The process it was made of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_template: Option<TemplateId>,
    /// What had no place in a project when it was made of a process, as texts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<String>,
    /// When it was created.
    pub created_at: Instant,
    /// Part of the sample workspace.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub sample: bool,
    /// Whether it is a plan to start others from, and no work itself. Then it is on no board.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub is_template: bool,
    /// The day up to which progress is known; today when absent. Work that is not done by then
    /// is scheduled after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_date: Option<Day>,
    /// How many tasks a column of its board should hold at most.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub wip_limits: BTreeMap<Column, u32>,
}

/// The stages of a project's life, in order.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// The charter is being agreed.
    #[default]
    Initiate,
    /// The plan is being made.
    Plan,
    /// The work is being done.
    Execute,
    /// Results are handed over and lessons kept.
    Close,
    /// Finished.
    Done,
}

impl Stage {
    /// Every stage from start to finish.
    pub const ALL: [Stage; 5] = [
        Stage::Initiate,
        Stage::Plan,
        Stage::Execute,
        Stage::Close,
        Stage::Done,
    ];

    /// The stage's name on the board.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Initiate => "Initiate",
            Stage::Plan => "Plan",
            Stage::Execute => "Execute",
            Stage::Close => "Close",
            Stage::Done => "Done",
        }
    }

    /// What happens in the stage, in a few words.
    pub fn note(self) -> &'static str {
        match self {
            Stage::Initiate => "charter to agree",
            Stage::Plan => "plan to make",
            Stage::Execute => "work under way",
            Stage::Close => "hand over, keep the lessons",
            Stage::Done => "finished",
        }
    }
}
