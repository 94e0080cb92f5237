//! A run: one trip round a process, where it stands, what it knows, and what happened on it.

use serde::{Deserialize, Serialize};

use crate::id::{PersonId, RunId, StepId, TemplateId, VersionId};
use crate::model::Values;
use crate::time::{Day, Instant};

/// One trip round a process.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The process.
    pub template: TemplateId,
    /// The version of its steps this run follows.
    pub version: VersionId,
    /// Counts the runs of the process from 1.
    pub number: u32,
    /// What this run is about.
    pub name: String,
    /// The step to do now, the first of several; absent when the run has ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current: Option<StepId>,
    /// Who does that step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<PersonId>,
    /// When it started.
    pub started_at: Instant,
    /// When it came to that step; ageing is counted from here.
    pub entered_at: Instant,
    /// When it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished_at: Option<Instant>,
    /// Where it stands. Runs of old data have none; `flow::stand` then reads `current`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tokens: Vec<Token>,
    /// The largest number given to a token or a parallel section.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub n_given: u32,
    /// Steps that were finished at least once, in order of the first time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub done: Vec<StepId>,
    /// Steps the run will not come to, in the order in which that became clear.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skipped: Vec<StepId>,
    /// What was recorded, by key.
    #[serde(default, skip_serializing_if = "Values::is_empty")]
    pub values: Values,
    /// How it ended, when not by finishing its steps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ending: Option<Ending>,
    /// Since when it rests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paused_at: Option<Instant>,
    /// When it should be finished. Set when it starts, and moved only by the working time it rests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Instant>,
    /// The run that waits for this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<RunId>,
    /// The day of the schedule it was started for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occurrence: Option<Day>,
    /// Whether a person has given it its name; else the name follows the data.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub named: bool,
}

/// A place where a run stands. Several while it is in a parallel section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Token {
    /// Unique within the run.
    pub key: u32,
    /// The step to do; while it waits, the last step of its branch.
    pub step: StepId,
    /// When it came there.
    pub entered_at: Instant,
    /// When someone began to work on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started_at: Option<Instant>,
    /// Who does it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<PersonId>,
    /// When it should be done. Set when the run comes here, and moved only by the time it rests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Instant>,
    /// Places in the checklist that are ticked, from 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checked: Vec<u32>,
    /// The parallel sections it is in, from the outermost.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// Its branch is finished, and it waits for the others.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub waits: bool,
    /// The run of another process that does this step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub child: Option<RunId>,
}

/// One passing through a parallel section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Unique within the run.
    pub key: u32,
    /// The step after which the branches began.
    pub split: StepId,
}

/// How a run ended when not by finishing its steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// Someone called it off.
    Cancelled,
    /// An approval said no.
    Rejected,
}

/// Something that happened in a run. Events are only ever added.
///
/// The log of a run is the list of its events. Every measure is computed from it, and the engine
/// played over it comes to where the run stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunEvent {
    /// The run: the case of the log.
    pub run: RunId,
    /// What happened: the lifecycle of the log.
    pub kind: RunEventKind,
    /// The step it happened to: the activity of the log; absent for the run as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<StepId>,
    /// When.
    pub at: Instant,
    /// Who did it, by the name in the settings; empty when none is set.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// Orders the events of one run at one moment.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub seq: u32,
    /// The token it happened to; 0 in old data and for the run as a whole.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub token: u32,
    /// The version followed from here on; given when the run starts and when it is migrated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<VersionId>,
    /// Who does or did the step: the resource of the log.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// When the step, or at the start and the end the run, should be done, as it was known then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Instant>,
    /// The step that was left, for a move by hand and for sending back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<StepId>,
    /// The data that was touched, as it became.
    #[serde(default, skip_serializing_if = "Values::is_empty")]
    pub values: Values,
    /// The reason, where one was given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// The things that happen in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RunEventKind {
    /// The run began.
    Started,
    /// The run came to a step: its wait begins. Absent in old data.
    StepEntered,
    /// Someone began to work on a step: the wait is over. Absent when nobody said so.
    StepStarted,
    /// A step was finished, and the run moved on by itself.
    StepFinished,
    /// An approval was given, and the run moved on by itself.
    Approved,
    /// An approval was refused.
    Rejected,
    /// The run was sent back for rework.
    SentBack,
    /// The run will not come to a step: another way was taken.
    Skipped,
    /// Someone left a step out: a deviation.
    Omitted,
    /// Someone put the run on another step than the next: a deviation.
    Moved,
    /// Someone chose the step to go on with, in a process whose path is decided in each run.
    Chosen,
    /// Someone finished a step without what it needs: a deviation.
    Overridden,
    /// A step was given to someone, or to nobody.
    Assigned,
    /// Data was recorded or changed while a step was under way.
    Filled,
    /// The run rests.
    Paused,
    /// The run goes on.
    Resumed,
    /// The run was called off.
    Cancelled,
    /// An ended run goes on.
    Reopened,
    /// The run follows another version.
    Migrated,
    /// The run ended with its last step. In old data it carries that step and finishes it, too.
    Finished,
}

impl Token {
    /// Whether it is in this passing through a parallel section.
    pub fn is_in(&self, section: u32) -> bool {
        self.sections.iter().any(|own| own.key == section)
    }
}

impl RunEvent {
    /// An event about which nothing else is known.
    pub fn new(run: RunId, kind: RunEventKind, at: Instant) -> RunEvent {
        RunEvent {
            run,
            kind,
            step: None,
            at,
            by: String::new(),
            seq: 0,
            token: 0,
            version: None,
            person: None,
            due: None,
            from: None,
            values: Values::new(),
            note: String::new(),
        }
    }
}

impl Run {
    /// A run that has not come to any step yet.
    pub fn new(
        template: TemplateId,
        version: VersionId,
        number: u32,
        name: String,
        started_at: Instant,
    ) -> Run {
        Run {
            template,
            version,
            number,
            name,
            current: None,
            assignee: None,
            started_at,
            entered_at: started_at,
            finished_at: None,
            tokens: Vec::new(),
            n_given: 0,
            done: Vec::new(),
            skipped: Vec::new(),
            values: Values::new(),
            ending: None,
            paused_at: None,
            due: None,
            parent: None,
            occurrence: None,
            named: false,
        }
    }

    /// The tokens whose step is to be done.
    pub fn open_tokens(&self) -> impl Iterator<Item = &Token> {
        self.tokens.iter().filter(|token| !token.waits)
    }

    /// The token with this key.
    pub fn token(&self, key: u32) -> Option<&Token> {
        self.tokens.iter().find(|token| token.key == key)
    }

    /// The token whose step this is and is to be done.
    pub fn token_on(&self, step: StepId) -> Option<&Token> {
        self.open_tokens().find(|token| token.step == step)
    }
}

impl RunEventKind {
    /// What happened, in past tense.
    pub fn name(self) -> &'static str {
        match self {
            RunEventKind::Started => "Started",
            RunEventKind::StepEntered => "Came to",
            RunEventKind::StepStarted => "Began",
            RunEventKind::StepFinished => "Finished step",
            RunEventKind::Approved => "Approved",
            RunEventKind::Rejected => "Rejected",
            RunEventKind::SentBack => "Sent back to",
            RunEventKind::Skipped => "Skipped",
            RunEventKind::Omitted => "Left out by hand",
            RunEventKind::Moved => "Moved by hand to",
            RunEventKind::Chosen => "Went on with",
            RunEventKind::Overridden => "Finished without all it needs",
            RunEventKind::Assigned => "Assigned",
            RunEventKind::Filled => "Recorded",
            RunEventKind::Paused => "Paused",
            RunEventKind::Resumed => "Resumed",
            RunEventKind::Cancelled => "Cancelled",
            RunEventKind::Reopened => "Reopened",
            RunEventKind::Migrated => "Moved to another version",
            RunEventKind::Finished => "Finished",
        }
    }

    /// Whether someone went another way than the documented one.
    pub fn is_deviation(self) -> bool {
        matches!(
            self,
            RunEventKind::Omitted | RunEventKind::Moved | RunEventKind::Overridden
        )
    }

    /// Whether the event's step is over with it. A move and a sending back end the step in `from`.
    pub fn ends_step(self) -> bool {
        matches!(
            self,
            RunEventKind::StepFinished
                | RunEventKind::Approved
                | RunEventKind::Rejected
                | RunEventKind::Omitted
        )
    }
}

/// Serde's test for leaving a zero out of storage.
#[allow(clippy::trivially_copy_pass_by_ref)] // Serde's signature.
fn is_zero(n: &u32) -> bool {
    *n == 0
}
