//! A journal entry: the field writes of one action, as one self-checked text.

use std::collections::BTreeMap;

use domain::fields::Fields;
use serde::{Deserialize, Serialize};

use crate::checked;
use crate::load::Unreadable;
use crate::stamp::{Actor, Stamp};

/// Version of the entry and page formats this build writes and reads.
pub const FORMAT: u32 = 1;

/// Everything one action wrote.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// When and by whom; every field in it has this stamp.
    pub stamp: Stamp,
    /// The name that was in Settings; empty when there was none.
    pub by: String,
    /// What was done, in past tense.
    pub label: String,
    /// The written fields by record id; a null field is one that was cleared.
    pub writes: BTreeMap<String, Fields>,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    v: u32,
    /// Milliseconds, count, actor.
    t: (i64, u32, String),
    #[serde(default, skip_serializing_if = "String::is_empty")]
    n: String,
    l: String,
    w: BTreeMap<String, Fields>,
}

#[derive(Deserialize)]
struct VersionOnly {
    v: u32,
}

/// The format version of a text, for entries and pages alike.
pub fn check_version(text: &str) -> Result<(), Unreadable> {
    let version: VersionOnly =
        serde_json::from_str(text).map_err(|error| Unreadable::Damaged(error.to_string()))?;
    if version.v > FORMAT {
        return Err(Unreadable::FromTheFuture(version.v));
    }
    Ok(())
}

impl Entry {
    /// The entry as it is stored.
    pub fn encode(&self) -> String {
        let stored = Stored {
            v: FORMAT,
            t: (
                self.stamp.millis,
                self.stamp.count,
                self.stamp.actor.to_string(),
            ),
            n: self.by.clone(),
            l: self.label.clone(),
            w: self.writes.clone(),
        };
        // Text keys and plain values cannot fail to serialize.
        checked::seal(&serde_json::to_string(&stored).unwrap_or_default())
    }

    /// The entry of a stored text.
    pub fn decode(sealed: &str) -> Result<Entry, Unreadable> {
        let text = checked::open(sealed).map_err(|why| Unreadable::Damaged(why.to_owned()))?;
        check_version(text)?;
        let stored: Stored =
            serde_json::from_str(text).map_err(|error| Unreadable::Damaged(error.to_string()))?;
        let (millis, count, actor) = stored.t;
        let actor: Actor = actor
            .parse()
            .map_err(|()| Unreadable::Damaged("its actor is not one".to_owned()))?;
        Ok(Entry {
            stamp: Stamp {
                millis,
                count,
                actor,
            },
            by: stored.n,
            label: stored.l,
            writes: stored.w,
        })
    }
}
