//! The work as it was: back from how it is, by what is known to have been done since.

use std::collections::BTreeSet;

use domain::change::Change;
use domain::delta::Touch;
use domain::fields::{self, Fields};
use domain::id::RecordId;
use domain::time::{Day, Instant};
use domain::workspace::{Record, Workspace};
use serde_json::Value;

use crate::deed::Deed;
use crate::memory::{ManualClock, MemoryStorage, SeededIds};
use crate::replica::{Joined, Replica, TOMBSTONE};
use crate::stamp::Stamp;
use crate::store::Store;

/// Before every deed.
const BEFORE_ALL: Stamp = Stamp {
    millis: i64::MIN,
    count: 0,
    actor: crate::stamp::Actor(0),
};

/// The workspace as it was just after the deed with this stamp.
///
/// `deeds` are those known, in order. Needed are all after the stamp; those shortly before it
/// settle what tabs did at the same time, as joining does: the latest write of a field wins.
pub fn as_of(now: &Workspace, deeds: &[Deed], at: Stamp) -> Workspace {
    let since = deeds.iter().filter(|deed| deed.stamp > at);
    let touched: BTreeSet<RecordId> = since
        .flat_map(|deed| deed.delta.touches().map(|(id, _)| *id))
        .collect();
    let mut change = Change::default();
    for id in touched {
        let current = now.any_record(id);
        let then = record_as_of(id, current.as_ref(), deeds, at);
        change.put(id, current, then);
    }
    let mut then = now.clone();
    then.apply(&change);
    then
}

fn record_as_of(
    id: RecordId,
    current: Option<&Record>,
    deeds: &[Deed],
    at: Stamp,
) -> Option<Record> {
    let name = id.to_string();
    let mut replica = Replica::default();
    // What each field was before the first deed that wrote it.
    let mut first = Fields::new();
    for deed in deeds {
        let Some(Touch(before, after)) = deed.delta.touch(id) else {
            continue;
        };
        let mut earlier = side(before, after);
        earlier
            .entry(TOMBSTONE)
            .or_insert(Value::Bool(before.is_none()));
        for (field, value) in earlier {
            first.entry(field).or_insert(value);
        }
        if deed.stamp <= at {
            let mut written = side(after, before);
            if before.is_none() || after.is_none() {
                written.insert(TOMBSTONE.to_owned(), Value::Bool(after.is_none()));
            }
            replica.join_fields(&name, deed.stamp, &written);
        }
    }
    // What no deed wrote is as it is now.
    for (field, value) in current.map(fields::of).unwrap_or_default() {
        first.entry(field).or_insert(value);
    }
    replica.join_fields(&name, BEFORE_ALL, &first);
    match replica.joined(&name) {
        Joined::Record(_, record) => Some(record),
        Joined::Absent(_) => None,
        // A deed is missing, so nobody knows how it was; it is shown as it is.
        Joined::Unreadable(_) => current.cloned(),
    }
}

/// The fields of one side; where it has no record, each field of the other as cleared.
fn side(fields: &Option<Fields>, other: &Option<Fields>) -> Fields {
    match (fields, other) {
        (Some(fields), _) => fields.clone(),
        (None, Some(other)) => other
            .keys()
            .map(|name| (name.clone(), Value::Null))
            .collect(),
        (None, None) => Fields::new(),
    }
}

impl Store {
    /// A store that shows this workspace at this moment and refuses every edit with this sentence.
    /// It is in memory alone: nothing that is done to it can reach the work.
    pub fn showing(workspace: &Workspace, now: Instant, today: Day, why: String) -> Store {
        let clock = ManualClock::new(now, today);
        let store = Store::open(MemoryStorage::default(), clock, SeededIds::new(0));
        store.0.state.borrow_mut().workspace = workspace.clone();
        store.0.is_for_show.replace(Some(why));
        store
    }

    /// The sentence with which every edit is refused, where this store is for show.
    pub fn shown_only(&self) -> Option<String> {
        self.0.is_for_show.borrow().clone()
    }
}
