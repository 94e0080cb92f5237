//! The joined state: for every field of every record the latest write, whoever made it.
//!
//! Joining is commutative, associative and idempotent, so entries and pages can be read in any
//! order and any number of times, and every tab comes to the same state.

use std::collections::{BTreeMap, BTreeSet};

use domain::fields::{self, Fields};
use domain::id::RecordId;
use domain::workspace::Record;
use serde_json::Value;

use crate::entry::Entry;
use crate::stamp::Stamp;

/// The field that says whether a record is deleted. No record type has a field of this name.
pub const TOMBSTONE: &str = "!";

/// The latest write of one field.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// When and by whom.
    pub stamp: Stamp,
    /// The value; null when the field was cleared.
    pub value: Value,
}

/// The fields of one record.
pub type Cells = BTreeMap<String, Cell>;

/// Every record ever written, by id, deleted ones and unknown kinds included.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Replica {
    records: BTreeMap<String, Cells>,
}

/// What the joined fields of an id amount to.
#[derive(Clone, Debug, PartialEq)]
pub enum Joined {
    /// A record.
    Record(RecordId, Record),
    /// Nothing to show: deleted, or never written.
    Absent(RecordId),
    /// Fields that are not a record this build knows, with the reason.
    Unreadable(String),
}

impl Replica {
    /// Joins one write; later stamps win, and equal stamps are settled by the value.
    pub fn join(&mut self, id: &str, name: &str, written: Cell) {
        let cells = match self.records.get_mut(id) {
            Some(cells) => cells,
            None => self.records.entry(id.to_owned()).or_default(),
        };
        match cells.get_mut(name) {
            None => {
                cells.insert(name.to_owned(), written);
            }
            Some(cell) if wins(&written, cell) => *cell = written,
            Some(_) => {}
        }
    }

    /// Joins the writes of one action.
    pub fn join_fields(&mut self, id: &str, stamp: Stamp, fields: &Fields) {
        for (name, value) in fields {
            let value = value.clone();
            self.join(id, name, Cell { stamp, value });
        }
    }

    /// Whether every write of an entry is known or has been overtaken by a later one.
    pub fn has_all(&self, entry: &Entry) -> bool {
        entry.writes.iter().all(|(id, fields)| {
            let cells = self.records.get(id);
            fields.keys().all(|name| {
                let cell = cells.and_then(|cells| cells.get(name));
                cell.is_some_and(|cell| cell.stamp >= entry.stamp)
                    || cells.and_then(began) > Some(entry.stamp)
            })
        })
    }

    /// Whether anything was ever written to this id.
    pub fn knows(&self, id: &str) -> bool {
        self.records.contains_key(id)
    }

    /// The cells of an id that must be stored.
    pub fn cells_of(&self, id: &str) -> Option<Cells> {
        let kept = valid(self.records.get(id)?);
        Some(
            kept.map(|(name, cell)| (name.clone(), cell.clone()))
                .collect(),
        )
    }

    /// Forgets these ids, which are kept elsewhere.
    pub fn forget(&mut self, ids: &BTreeSet<String>) {
        for id in ids {
            self.records.remove(id);
        }
    }

    /// Whether the record's latest state is deleted.
    pub fn is_deleted(&self, id: &str) -> bool {
        self.records.get(id).is_some_and(is_deleted)
    }

    /// What an id amounts to.
    pub fn joined(&self, id: &str) -> Joined {
        let Ok(record_id) = id.parse::<RecordId>() else {
            return Joined::Unreadable("a kind of record this Loopline does not know".to_owned());
        };
        let Some(cells) = self.records.get(id).filter(|cells| !is_deleted(cells)) else {
            return Joined::Absent(record_id);
        };
        let fields: Fields = valid(cells)
            .filter(|(name, cell)| *name != TOMBSTONE && !cell.value.is_null())
            .map(|(name, cell)| (name.clone(), cell.value.clone()))
            .collect();
        match fields::to_record(record_id.table, fields) {
            Ok(record) => Joined::Record(record_id, record),
            Err(reason) => Joined::Unreadable(reason),
        }
    }

    /// Every id ever written.
    pub fn ids(&self) -> impl Iterator<Item = &String> {
        self.records.keys()
    }

    /// How many different stamps after a moment are still the latest of some field.
    pub fn n_stamps_after(&self, millis: i64) -> usize {
        let cells = self.records.values().flat_map(BTreeMap::values);
        let after = cells.filter(|cell| cell.stamp.millis > millis);
        after.map(|cell| cell.stamp).collect::<BTreeSet<_>>().len()
    }

    /// The records of a page, each with the cells that must be stored.
    pub fn records_where(&self, is_wanted: impl Fn(&str) -> bool) -> Vec<(String, Cells)> {
        self.records_of(self.records.keys().filter(|id| is_wanted(id)))
    }

    /// These records, each with the cells that must be stored.
    pub fn records_of<'a>(&self, ids: impl Iterator<Item = &'a String>) -> Vec<(String, Cells)> {
        ids.filter_map(|id| Some((id.clone(), self.cells_of(id)?)))
            .collect()
    }
}

/// When the record was last deleted or brought back. Either begins it anew: a record is brought
/// back with all its fields, so an older cell must not show through where it now has none.
fn began(cells: &Cells) -> Option<Stamp> {
    cells.get(TOMBSTONE).map(|cell| cell.stamp)
}

/// The cells that are not older than the record's latest beginning. That only ever moves on, so
/// the others can be dropped from storage without changing any join.
fn valid(cells: &Cells) -> impl Iterator<Item = (&String, &Cell)> {
    let began = began(cells);
    cells
        .iter()
        .filter(move |(_, cell)| Some(cell.stamp) >= began)
}

fn is_deleted(cells: &Cells) -> bool {
    cells
        .get(TOMBSTONE)
        .is_some_and(|cell| cell.value == Value::Bool(true))
}

fn wins(new: &Cell, old: &Cell) -> bool {
    // Two values under one stamp come only from damage; the text decides, so that every tab
    // decides alike.
    if new.stamp != old.stamp || new.value == old.value {
        return new.stamp > old.stamp;
    }
    let (new_text, old_text) = (new.value.to_string(), old.value.to_string());
    new_text > old_text
}
