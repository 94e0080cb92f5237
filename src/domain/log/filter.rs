//! Narrowing a log down to the cases one asks about.

use serde::{Deserialize, Serialize};

use crate::log::{Case, Log};
use crate::time::Instant;

/// Which cases count. Everything that is absent holds for all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only cases of the version with this number.
    pub version: Option<u32>,
    /// Only cases in which this person did something.
    pub actor: Option<String>,
    /// Only cases whose field of this name has this value.
    pub field: Option<(String, String)>,
}

/// The half-open span of time that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// Its first moment.
    pub from: Instant,
    /// The first moment after it.
    pub to: Instant,
}

impl Window {
    /// All of time.
    pub const ALL: Window = Window {
        from: Instant::from_millis(i64::MIN),
        to: Instant::from_millis(i64::MAX),
    };

    /// Whether a moment lies in it.
    pub fn has(self, at: Instant) -> bool {
        self.from <= at && at < self.to
    }

    /// How long it is in milliseconds.
    pub fn millis(self) -> i64 {
        self.to.millis_since(self.from)
    }
}

impl Filter {
    /// The log with only the cases that count. Activities and actors keep their places.
    pub fn apply(&self, log: &Log) -> Log {
        let mut cases = log.cases.clone();
        cases.retain(|case| self.keeps(log, case));
        Log {
            cases,
            ..log.clone()
        }
    }

    fn keeps(&self, log: &Log, case: &Case) -> bool {
        let is_version = self.version.is_none_or(|version| version == case.version);
        let is_field = self
            .field
            .as_ref()
            .is_none_or(|field| case.fields.contains(field));
        let is_actor = self.actor.as_ref().is_none_or(|actor| {
            let mut events = log.events_of(case).iter();
            events.any(|event| log.actor(event.actor) == actor)
        });
        is_version && is_field && is_actor
    }
}
