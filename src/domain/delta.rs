//! What a change did, field by field: small enough to be kept for long, and enough to take it back.
//!
//! A [`Change`] holds whole records and fits the workspace it was planned for. A delta holds what
//! differs and can be laid over any later workspace.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::change::Change;
use crate::fields::{self, Fields};
use crate::id::RecordId;
use crate::workspace::{Record, Table, Workspace};

/// One record before and after. A record that was there before and is after has only the fields
/// that differ, null on the side that lacks one; one that came or went has all of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Touch(
    /// Before; absent when it was created.
    pub Option<Fields>,
    /// After; absent when it was deleted.
    pub Option<Fields>,
);

/// What a change did to each record.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Delta(BTreeMap<RecordId, Touch>);

/// A delta laid over a workspace.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Laid {
    /// The change with whole records.
    pub change: Change,
    /// Records that are gone or do not go together with it, in order of id.
    pub lost: Vec<RecordId>,
}

impl Delta {
    /// What this change does.
    pub fn of(change: &Change) -> Delta {
        let touches = change.edits().map(|(id, edit)| {
            let touch = match (&edit.before, &edit.after) {
                (Some(before), Some(after)) => Touch(
                    Some(fields::difference(Some(after), before)),
                    Some(fields::difference(Some(before), after)),
                ),
                (before, after) => Touch(
                    before.as_ref().map(fields::of),
                    after.as_ref().map(fields::of),
                ),
            };
            (*id, touch)
        });
        Delta(touches.collect())
    }

    /// The delta that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Delta {
        let touches = self.0.iter();
        let touches = touches.map(|(id, Touch(before, after))| {
            let touch = Touch(after.clone(), before.clone());
            (*id, touch)
        });
        Delta(touches.collect())
    }

    /// The change that does the same to these records as they are now, wherever they stand: the
    /// fields it names are taken for what it says they were.
    pub fn over(&self, workspace: &Workspace) -> Laid {
        let mut laid = Laid::default();
        for (id, Touch(before, after)) in &self.0 {
            let whole = match (before, after) {
                (Some(before), Some(after)) => workspace.any_record(*id).and_then(|current| {
                    let before = with_fields(id.table, &current, before)?;
                    let after = with_fields(id.table, &current, after)?;
                    Some((Some(before), Some(after)))
                }),
                (before, after) => whole(id.table, before).zip(whole(id.table, after)),
            };
            match whole {
                Some((before, after)) => laid.change.put(*id, before, after),
                None => laid.lost.push(*id),
            }
        }
        laid
    }

    /// The records it touches, with what it did to each.
    pub fn touches(&self) -> impl Iterator<Item = (&RecordId, &Touch)> {
        self.0.iter()
    }

    /// What it did to one record.
    pub fn touch(&self, id: RecordId) -> Option<&Touch> {
        self.0.get(&id)
    }

    /// Whether it does nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The record with these fields instead of its own; a null field goes.
fn with_fields(table: Table, record: &Record, written: &Fields) -> Option<Record> {
    let mut merged = fields::of(record);
    for (name, value) in written {
        match value {
            Value::Null => merged.remove(name),
            value => merged.insert(name.clone(), value.clone()),
        };
    }
    fields::to_record(table, merged).ok()
}

/// The record of one side that has all fields, or none; nothing when they are not one.
fn whole(table: Table, side: &Option<Fields>) -> Option<Option<Record>> {
    match side {
        None => Some(None),
        Some(fields) => fields::to_record(table, fields.clone()).ok().map(Some),
    }
}

/// The work that a change is about, by which a history can be searched: every record it touches,
/// and the project, process or run that one of them belongs to.
pub fn about(change: &Change) -> BTreeSet<RecordId> {
    let mut about = BTreeSet::new();
    for (id, edit) in change.edits() {
        about.insert(*id);
        for record in edit.before.iter().chain(&edit.after) {
            let fields = fields::of(record);
            let ids = fields.values().filter_map(Value::as_str);
            let ids = ids.filter_map(|text| text.parse::<RecordId>().ok());
            about.extend(ids.filter(|id| is_home(id.table)));
        }
    }
    about
}

/// Whether records of this table have others that belong to them.
fn is_home(table: Table) -> bool {
    matches!(table, Table::Project | Table::Template | Table::Run)
}
