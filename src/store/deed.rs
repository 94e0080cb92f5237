//! A deed: what was done, when, by whom and to which records, with what each was before and after.
//!
//! Journal entries are folded away and know no “before”. Deeds are kept apart from them, for the
//! history, for undo after a reload, and for showing the work as it was.

use std::collections::BTreeSet;

use domain::change::Change;
use domain::delta::{self, Delta};
use domain::id::RecordId;
use serde::{Deserialize, Serialize};

use crate::ports::Kept;
use crate::stamp::Stamp;

/// What an action was made by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A command.
    Command,
    /// Undo of the step that this deed had put there.
    Undo(Stamp),
    /// Redo of the step that this deed had put there.
    Redo(Stamp),
}

/// What was done.
#[derive(Clone, Debug, PartialEq)]
pub struct Deed {
    /// When and by which tab; that of its journal entry.
    pub stamp: Stamp,
    /// The name that was in Settings; empty when there was none.
    pub by: String,
    /// What was done, in past tense.
    pub label: String,
    /// What it was made by.
    pub cause: Cause,
    /// What it did.
    pub delta: Delta,
    /// The records by which it can be found.
    pub about: BTreeSet<RecordId>,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    t: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    n: String,
    l: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    u: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    r: Option<String>,
    e: Delta,
    a: BTreeSet<RecordId>,
}

impl Deed {
    /// The deed of an action that was written with this stamp.
    pub fn new(stamp: Stamp, by: String, label: String, cause: Cause, change: &Change) -> Deed {
        Deed {
            stamp,
            by,
            label,
            cause,
            delta: Delta::of(change),
            about: delta::about(change),
        }
    }

    /// Its name among deeds; names sort as the deeds came, whichever tab made them.
    pub fn key(&self) -> String {
        let Stamp { count, actor, .. } = self.stamp;
        format!("{}{count:08x}-{actor}", Deed::key_at(self.stamp.millis))
    }

    /// What is before the name of every deed from this moment on, in milliseconds since 1970.
    pub fn key_at(millis: i64) -> String {
        // Flipping the sign bit maps the signed order onto the unsigned one.
        format!("{:016x}", (millis as u64) ^ (1 << 63))
    }

    /// The tab that made it.
    pub fn actor(&self) -> String {
        self.stamp.actor.to_string()
    }

    /// The deed as a past keeps it.
    pub fn kept(&self) -> Kept {
        Kept {
            key: self.key(),
            tab: self.actor(),
            about: self.about.iter().map(RecordId::to_string).collect(),
            text: self.encode(),
        }
    }

    /// The text of the deed.
    pub fn encode(&self) -> String {
        let (u, r) = match self.cause {
            Cause::Command => (None, None),
            Cause::Undo(step) => (Some(step.to_string()), None),
            Cause::Redo(step) => (None, Some(step.to_string())),
        };
        let stored = Stored {
            t: self.stamp.to_string(),
            n: self.by.clone(),
            l: self.label.clone(),
            u,
            r,
            e: self.delta.clone(),
            a: self.about.clone(),
        };
        // Text keys and plain values cannot fail to serialize.
        serde_json::to_string(&stored).unwrap_or_default()
    }

    /// The deed of a kept text; none when it is damaged, or knows records that this build does not.
    pub fn decode(text: &str) -> Option<Deed> {
        let stored: Stored = serde_json::from_str(text).ok()?;
        let cause = match (stored.u, stored.r) {
            (None, None) => Cause::Command,
            (Some(step), None) => Cause::Undo(step.parse().ok()?),
            (_, Some(step)) => Cause::Redo(step.parse().ok()?),
        };
        Some(Deed {
            stamp: stored.t.parse().ok()?,
            by: stored.n,
            label: stored.l,
            cause,
            delta: stored.e,
            about: stored.a,
        })
    }
}
