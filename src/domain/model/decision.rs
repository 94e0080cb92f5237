//! A kept answer to “is this a process or a project?”.

use serde::{Deserialize, Serialize};

use crate::classify::{Answers, Kind, Shape};
use crate::id::{DecisionId, ProjectId, TemplateId};
use crate::time::Instant;

/// What was described, what was answered, what the wizard said and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The work in the person's own words.
    pub description: String,
    /// The answers that were on the page, suggested ones included.
    #[serde(default)]
    pub answers: Answers,
    /// The answers among those on the page that the words suggested and the person left as they were.
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    pub suggested: Answers,
    /// Version of the questions and weights that were used.
    pub question_set: u32,
    /// What the wizard called it.
    pub verdict: Kind,
    /// The wizard's named shape.
    pub shape: Shape,
    /// Place on the Loop-Line in basis points: 0 is the Loop end.
    pub point: u16,
    /// How sure the wizard was of the verdict, in basis points.
    pub confidence: u16,
    /// What moved the point, in the words and weights of that day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Reason>,
    /// The earlier decision about the same work that this one replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revises: Option<DecisionId>,
    /// Present when the person chose otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overrule: Option<Overrule>,
    /// The work that was made of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// When it was decided.
    pub decided_at: Instant,
    /// Part of the sample workspace.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub sample: bool,
}

impl Decision {
    /// The kind the work was given: the person's word where there is one, else the verdict.
    pub fn chosen(&self) -> Kind {
        self.overrule
            .as_ref()
            .map_or(self.verdict, |overrule| overrule.to)
    }
}

/// One thing that moved the point when it was decided. It is kept as text, so that it stays true when the questions
/// change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The question's short name, or that it was the words.
    pub about: String,
    /// The answer in words.
    pub answer: String,
    /// Its signed weight: negative pulls to the loop, positive to the line.
    pub weight: i32,
}

/// The person's own decision against the verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overrule {
    /// What the person called it.
    pub to: Kind,
    /// Why, in the person's words; never empty.
    pub reason: String,
}

/// The work a decision led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A project on the project board.
    Project(ProjectId),
    /// A process in the library.
    Template(TemplateId),
}
