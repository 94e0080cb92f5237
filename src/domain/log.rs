//! An event log: cases, activities, instants and actors in the compact form that measuring and
//! mining read.
//!
//! The terms are those of process mining (IEEE 1849): a case is one trip round a process, an
//! activity a step, an event something that happened to an activity at an instant. Names are kept
//! once and counted from 0, so that a hundred thousand events take a few megabytes and are compared
//! as numbers. A log is built from records (`log::records`) or from a file (`log::import`).

mod build;
pub mod export;
pub mod filter;
pub mod import;
pub mod period;
pub mod records;
pub mod visit;

pub use build::{Builder, CaseDraft};
pub use filter::{Filter, Window};
pub use period::Period;
pub use visit::{Visit, visits};

use serde::{Deserialize, Serialize};

use crate::id::{RunId, StepId};
use crate::time::Instant;

/// Everything that happened, case by case and in order of time within each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Log {
    /// The names of activities; events hold places in this list.
    pub activities: Vec<Activity>,
    /// The names of those who acted; events hold places in this list. The first is nobody.
    pub actors: Vec<String>,
    /// The cases in order of their acceptance.
    pub cases: Vec<Case>,
    /// The events of the first case, then of the second, and so on.
    pub events: Vec<Event>,
}

/// A kind of work that is done in cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// What is done.
    pub name: String,
    /// The documented step, where there is one.
    pub step: Option<StepId>,
}

/// One trip round a process.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// The run it is; absent while a log is only being looked at.
    pub run: Option<RunId>,
    /// What it is called.
    pub name: String,
    /// The number of the version it follows; 0 where it follows none.
    pub version: u32,
    /// When it was asked for: the customer's clock starts.
    pub accepted: Instant,
    /// When its last step was done; absent while it is under way and when it was given up.
    pub finished: Option<Instant>,
    /// When it was given up unfinished. It then no longer counts as under way.
    pub cancelled: Option<Instant>,
    /// When it is or was promised, where something was.
    pub due: Option<Instant>,
    /// Data of the case that it can be filtered by: names and values.
    pub fields: Vec<(String, String)>,
    /// Where its events begin in the log's list.
    first: u32,
    /// How many they are.
    n_events: u32,
}

/// Something that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Packed", into = "Packed")]
pub struct Event {
    /// The place of its activity in the log's list.
    pub activity: u32,
    /// The place of who did it in the log's list; 0 for nobody known.
    pub actor: u32,
    /// What happened to the activity.
    pub lifecycle: Lifecycle,
    /// When.
    pub at: Instant,
}

/// What can happen to an activity. XES names in brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lifecycle {
    /// It came up to be done and waits (schedule).
    Entered,
    /// Someone began to work on it (start).
    Began,
    /// It was done (complete).
    Finished,
    /// It was passed over as documented (autoskip).
    Skipped,
    /// A person left it out (manualskip).
    Omitted,
    /// It was sent back or refused, and ended without being right (pi_abort).
    Rejected,
    /// Someone put the case on it against the documented order (reassign).
    Moved,
    /// Someone had it taken for done without what it needs. It comes besides the finishing.
    Overridden,
    /// What was promised for it had passed when it was done. It comes besides the finishing.
    Late,
}

/// An event as it goes to a worker: activity, actor, what happened as its place in
/// [`Lifecycle::ALL`], and the moment. A log has very many, and names would make most of its text.
type Packed = (u32, u32, u8, i64);

impl From<Event> for Packed {
    fn from(event: Event) -> Packed {
        let place = Lifecycle::ALL
            .iter()
            .position(|one| *one == event.lifecycle);
        let place = place
            .and_then(|place| u8::try_from(place).ok())
            .unwrap_or(u8::MAX);
        (event.activity, event.actor, place, event.at.millis())
    }
}

impl TryFrom<Packed> for Event {
    type Error = &'static str;

    fn try_from((activity, actor, place, at): Packed) -> Result<Event, &'static str> {
        let lifecycle = Lifecycle::ALL.get(usize::from(place));
        Ok(Event {
            activity,
            actor,
            lifecycle: *lifecycle.ok_or("no such thing can happen to an activity")?,
            at: Instant::from_millis(at),
        })
    }
}

impl Lifecycle {
    /// Everything that can happen.
    pub const ALL: [Lifecycle; 9] = [
        Lifecycle::Entered,
        Lifecycle::Began,
        Lifecycle::Finished,
        Lifecycle::Skipped,
        Lifecycle::Omitted,
        Lifecycle::Rejected,
        Lifecycle::Moved,
        Lifecycle::Overridden,
        Lifecycle::Late,
    ];
}

impl Case {
    /// Whether it is still under way.
    pub fn is_open(&self) -> bool {
        self.finished.is_none() && self.cancelled.is_none()
    }

    /// When it stopped being under way, for whatever reason.
    pub fn ended(&self) -> Option<Instant> {
        self.finished.or(self.cancelled)
    }
}

impl Log {
    /// The events of a case in order of time.
    pub fn events_of(&self, case: &Case) -> &[Event] {
        let first = case.first as usize;
        self.events
            .get(first..first.saturating_add(case.n_events as usize))
            .unwrap_or_default()
    }

    /// The activities of a case in the order in which they were done: its trace.
    pub fn trace<'a>(&'a self, case: &Case) -> impl Iterator<Item = u32> + 'a {
        self.events_of(case)
            .iter()
            .filter(|event| event.lifecycle == Lifecycle::Finished)
            .map(|event| event.activity)
    }

    /// The name of an activity.
    pub fn name_of(&self, activity: u32) -> &str {
        self.activities
            .get(activity as usize)
            .map_or("", |activity| activity.name.as_str())
    }

    /// The name of who acted; empty for nobody known.
    pub fn actor(&self, actor: u32) -> &str {
        self.actors.get(actor as usize).map_or("", String::as_str)
    }

    /// The numbers of the versions its cases follow, lowest first.
    pub fn versions(&self) -> Vec<u32> {
        let mut versions: Vec<u32> = self.cases.iter().map(|case| case.version).collect();
        versions.sort_unstable();
        versions.dedup();
        versions
    }
}
