//! A gate: the decision whether a project goes on to its next stage.

use serde::{Deserialize, Serialize};

use crate::id::ProjectId;
use crate::model::Stage;
use crate::time::Instant;

/// One review at a gate. It stays on record however it was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gate {
    /// The project.
    pub project: ProjectId,
    /// The stage behind the gate.
    pub to: Stage,
    /// What must be so before the project goes on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<Check>,
    /// When the review began.
    pub opened_at: Instant,
    /// How it was decided; absent while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ruling: Option<Ruling>,
}

/// A condition of a gate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// What must be so.
    pub text: String,
    /// Whether it is.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub is_met: bool,
}

/// A decision at a gate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    /// Go, hold or stop.
    pub verdict: Verdict,
    /// Who decided.
    pub by: String,
    /// When.
    pub at: Instant,
    /// Why; needed to go on with a condition unmet, to hold and to stop.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// Go, hold or stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The project goes on to the next stage.
    Go,
    /// It waits until something is put right.
    Hold,
    /// It ends here.
    Stop,
}

impl Verdict {
    /// Each.
    pub const ALL: [Verdict; 3] = [Verdict::Go, Verdict::Hold, Verdict::Stop];

    /// Its name on the page.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Go => "Go",
            Verdict::Hold => "Hold",
            Verdict::Stop => "Stop",
        }
    }
}

/// What is asked before each stage unless the person writes their own conditions.
pub fn usual_checks(to: Stage) -> &'static [&'static str] {
    match to {
        Stage::Initiate => &[],
        Stage::Plan => &[
            "The objective and the measures of success are agreed",
            "The sponsor stands behind it",
            "What is out of scope is written down",
        ],
        Stage::Execute => &[
            "The tasks cover the whole scope",
            "Dates and budget are set as a baseline",
            "The largest risks have an owner and a response",
            "The people are free for it",
        ],
        Stage::Close => &[
            "Every deliverable is accepted",
            "What is left open has an owner",
        ],
        Stage::Done => &[
            "The result is handed over to those who run it",
            "The lessons are kept",
            "The last costs are booked",
        ],
    }
}
