//! The archive: which records are put away, and bringing them back.
//!
//! Being away is never stored with a record. It follows from the one record that says that a
//! project or run is archived, so what another tab writes meanwhile is kept and comes back with
//! the rest (rules Y6 to Y11 of SPEC).

use std::collections::{BTreeMap, BTreeSet};

use crate::change::Change;
use crate::id::{ArchivedId, EstimateId, RecordId, TaskId};
use crate::lists::List;
use crate::model::{Archived, Assignment, Comment};
use crate::workspace::{Record, Table, Workspace};

/// The record that another belongs to, and goes to the archive with; none for one that stands
/// by itself. A new kind of record says here whether it is part of a project or of a run.
pub fn parent(record: &Record) -> Option<RecordId> {
    match record {
        Record::Task(task) => Some(task.project.into()),
        Record::Link(link) => Some(link.project.into()),
        Record::Comment(comment) => Some(comment.task.into()),
        Record::RunEvent(event) => Some(event.run.into()),
        Record::Charter(charter) => Some(charter.project.into()),
        Record::Gate(gate) => Some(gate.project.into()),
        Record::Raid(raid) => Some(raid.project.into()),
        Record::BudgetLine(line) => Some(line.project.into()),
        Record::Entry(entry) => Some(entry.project.into()),
        Record::Baseline(baseline) => Some(baseline.project.into()),
        Record::StatusReport(report) => Some(report.project.into()),
        Record::Lesson(lesson) => Some(lesson.project.into()),
        Record::Assignment(part) => Some(part.task.into()),
        Record::Estimate(estimate) => Some(estimate.task.into()),
        Record::Decision(_)
        | Record::Project(_)
        | Record::Template(_)
        | Record::Step(_)
        | Record::Version(_)
        | Record::Run(_)
        | Record::Improvement(_)
        | Record::Person(_)
        | Record::Settings(_)
        | Record::Archived(_) => None,
    }
}

/// Parents of parents that are followed; two tabs could make a ring.
const MAX_DEPTH: usize = 8;

impl Workspace {
    /// Whether this project or run is in the archive.
    pub fn is_archived(&self, id: RecordId) -> bool {
        let archived = self.get::<Archived>(ArchivedId::from_key(id.key));
        archived.is_some_and(|archived| archived.of == id)
    }

    /// The record with this id, in the archive or not.
    pub fn any_record(&self, id: RecordId) -> Option<Record> {
        self.record(id).or_else(|| self.away.get(&id).cloned())
    }

    /// Every record, in the archive or not, table by table in order of id.
    pub fn all_records(&self) -> BTreeMap<RecordId, &Record> {
        let away = self.away.iter().map(|(id, record)| (*id, record));
        self.records().chain(away).collect()
    }

    /// The records in the archive, as far as they are in memory.
    pub fn away(&self) -> &BTreeMap<RecordId, Record> {
        &self.away
    }

    /// This workspace with what is in the archive in the open, for reading.
    #[must_use]
    pub fn whole(&self) -> Workspace {
        let mut whole = self.clone();
        for (id, record) in std::mem::take(&mut whole.away) {
            whole.put_in(id, Some(record));
        }
        whole
    }

    /// Lets go of archived records that are kept elsewhere.
    pub fn forget_away(&mut self, ids: impl Iterator<Item = RecordId>) {
        for id in ids {
            self.away.remove(&id);
        }
    }

    /// The project or run that a record is part of, or the record itself.
    pub fn root_of(&self, id: RecordId, record: &Record) -> RecordId {
        let (mut root, mut next) = (id, parent(record));
        for _ in 0..MAX_DEPTH {
            let Some(id) = next else { break };
            root = id;
            let record = self.records.get(&id).or_else(|| self.away.get(&id));
            next = record.and_then(parent);
        }
        root
    }

    /// Everything that a project or run is put away with, itself included.
    pub fn belongings(&self, roots: &BTreeSet<RecordId>) -> BTreeMap<RecordId, u32> {
        let mut n_of: BTreeMap<RecordId, u32> = BTreeMap::new();
        for (id, record) in self.records() {
            let root = self.root_of(id, record);
            if roots.contains(&root) {
                *n_of.entry(root).or_default() += 1;
            }
        }
        n_of
    }

    /// A record, and what is part of a project through it: its own coming, going or moving takes that along, or leaves it
    /// behind where another tab added to what was deleted.
    fn with_parts(&self, id: RecordId) -> Vec<RecordId> {
        let mut ids = vec![id];
        if id.table != Table::Task {
            return ids;
        }
        let task = TaskId::from_key(id.key);
        ids.push(EstimateId::from(task).into());
        let comments = self.ids::<Comment>(List::Comments(task));
        ids.extend(comments.into_iter().map(RecordId::from));
        let assignments = self.ids::<Assignment>(List::Assignments(task));
        ids.extend(assignments.into_iter().map(RecordId::from));
        let away = self.away.iter();
        ids.extend(
            away.filter(|(_, record)| parent(record) == Some(id))
                .map(|(id, _)| *id),
        );
        ids
    }

    /// Puts away what a change has made archived and brings back what it has not. Returns those
    /// moves, each as a record that goes or comes.
    pub(crate) fn settle_archive(&mut self, change: &Change) -> Change {
        let mut moves = Change::default();
        let changes_archive = change.edits().any(|(id, _)| id.table == Table::Archived);
        if !changes_archive && self.lists().is_empty(List::Archived) {
            return moves;
        }
        let ids: Vec<RecordId> = if changes_archive {
            self.all_records().into_keys().collect()
        } else {
            let edited = change.edits().map(|(id, _)| *id);
            edited.flat_map(|id| self.with_parts(id)).collect()
        };
        for id in ids {
            let is_away = self.away.contains_key(&id);
            let Some(record) = self.any_record(id) else {
                continue;
            };
            let root = self.root_of(id, &record);
            match (is_away, self.is_archived(root)) {
                (false, true) => {
                    self.put_in(id, None);
                    self.away.insert(id, record.clone());
                    moves.put(id, Some(record), None);
                }
                (true, false) => {
                    self.away.remove(&id);
                    self.put_in(id, Some(record.clone()));
                    moves.put(id, None, Some(record));
                }
                (true, true) | (false, false) => {}
            }
        }
        moves
    }
}
