//! A run: one trip round a process, and what happened on it.

use serde::{Deserialize, Serialize};

use crate::id::{PersonId, RunId, StepId, TemplateId, VersionId};
use crate::time::Instant;

/// One trip round a process.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The process.
    pub template: TemplateId,
    /// The version of its steps this run follows to the end.
    pub version: VersionId,
    /// Counts the runs of the process from 1.
    pub number: u32,
    /// What this run is about.
    pub name: String,
    /// The step to do now; absent when the run is finished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current: Option<StepId>,
    /// Who does the current step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<PersonId>,
    /// When it started.
    pub started_at: Instant,
    /// When it came to its current step; ageing is counted from here.
    pub entered_at: Instant,
    /// When its last step was finished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished_at: Option<Instant>,
}

/// Something that happened in a run. Events are only ever added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunEvent {
    /// The run.
    pub run: RunId,
    /// What happened.
    pub kind: RunEventKind,
    /// The step it happened to; absent for the run as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<StepId>,
    /// When.
    pub at: Instant,
    /// Who did it, by the name in the settings; empty when none is set.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
}

/// The things that happen in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RunEventKind {
    /// The run began.
    Started,
    /// A step was finished, and the run moved on by itself.
    StepFinished,
    /// Someone put the run on another step than the next: a deviation.
    Moved,
    /// Someone chose the step to go on with, in a process whose path is decided in each run.
    Chosen,
    /// The last step was finished.
    Finished,
}

impl RunEventKind {
    /// What happened, in past tense.
    pub fn name(self) -> &'static str {
        match self {
            RunEventKind::Started => "Started",
            RunEventKind::StepFinished => "Finished step",
            RunEventKind::Moved => "Moved by hand to",
            RunEventKind::Chosen => "Went on with",
            RunEventKind::Finished => "Finished",
        }
    }
}
