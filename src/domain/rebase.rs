//! A change made again on a workspace that has moved on: the heart of undo and redo.
//!
//! A field is set only where it still has the value the change started from. What someone else
//! has changed since is left as it is and named, so that undo never takes back another's edit.

use crate::change::{Change, Edit};
use crate::fields::{self, Fields};
use crate::id::RecordId;
use crate::workspace::{Record, Workspace};

/// What could be made again, and the records in which something could not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rebased {
    /// The change against the workspace as it is now.
    pub change: Change,
    /// Records that were left alone, wholly or in some field, in order of id.
    pub skipped: Vec<RecordId>,
}

/// The part of `change` that still applies to `workspace`.
pub fn rebase(change: &Change, workspace: &Workspace) -> Rebased {
    let mut rebased = Rebased::default();
    for (id, edit) in change.edits() {
        let current = workspace.any_record(*id);
        let (after, is_whole) = replay(*id, edit, current.as_ref());
        if !is_whole {
            rebased.skipped.push(*id);
        }
        rebased.change.put(*id, current, after);
    }
    rebased
}

/// The record after the edit is made again on `current`, and whether all of the edit was made.
fn replay(id: RecordId, edit: &Edit, current: Option<&Record>) -> (Option<Record>, bool) {
    let current_clone = || current.cloned();
    match (&edit.before, &edit.after, current) {
        // Already so.
        (_, after, current) if after.as_ref() == current => (current_clone(), true),
        // Untouched since.
        (before, after, current) if before.as_ref() == current => (after.clone(), true),
        (Some(before), Some(after), Some(current)) => {
            let (merged, is_whole) = replay_fields(before, after, current);
            match fields::to_record(id.table, merged) {
                Ok(record) => (Some(record), is_whole),
                Err(_) => (current_clone(), false),
            }
        }
        _ => (current_clone(), false),
    }
}

fn replay_fields(before: &Record, after: &Record, current: &Record) -> (Fields, bool) {
    let (before, after) = (fields::of(before), fields::of(after));
    let mut merged = fields::of(current);
    let mut is_whole = true;
    let names = before
        .keys()
        .chain(after.keys().filter(|name| !before.contains_key(*name)));
    for name in names {
        let (old, new) = (before.get(name), after.get(name));
        if old == new || merged.get(name) == new {
            continue;
        }
        if merged.get(name) != old {
            is_whole = false;
            continue;
        }
        match new {
            Some(value) => merged.insert(name.clone(), value.clone()),
            None => merged.remove(name),
        };
    }
    (merged, is_whole)
}
