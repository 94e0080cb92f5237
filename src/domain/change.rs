//! A change: every touched record before and after.
//!
//! The same value is the undo step, the redo step, the list of writes and the message to other
//! tabs. Its laws are property tests: rules C1 to C5 of SPEC.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::id::RecordId;
use crate::workspace::{Entity, Record, Workspace};

/// One record before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The record as it was; absent when it is created.
    pub before: Option<Record>,
    /// The record as it becomes; absent when it is deleted.
    pub after: Option<Record>,
}

/// A set of edits that happen together. Every edit in it changes something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    edits: BTreeMap<RecordId, Edit>,
}

impl Change {
    /// Adds one record's edit to the change; a record touched twice keeps its first `before`.
    pub fn put(&mut self, id: RecordId, before: Option<Record>, after: Option<Record>) {
        let before = match self.edits.remove(&id) {
            Some(earlier) => earlier.before,
            None => before,
        };
        if before != after {
            self.edits.insert(id, Edit { before, after });
        }
    }

    /// The edits in order of id.
    pub fn edits(&self) -> impl Iterator<Item = (&RecordId, &Edit)> {
        self.edits.iter()
    }

    /// The edit of one record.
    pub fn edit(&self, id: RecordId) -> Option<&Edit> {
        self.edits.get(&id)
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// The number of records touched.
    pub fn n_records(&self) -> usize {
        self.edits.len()
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Change {
        let mut inverse = Change::default();
        for (id, edit) in &self.edits {
            inverse.put(*id, edit.after.clone(), edit.before.clone());
        }
        inverse
    }

    /// This change followed by another, as one.
    #[must_use]
    pub fn then(mut self, next: &Change) -> Change {
        for (id, edit) in &next.edits {
            self.put(*id, edit.before.clone(), edit.after.clone());
        }
        self
    }
}

/// A change being planned: it reads through its own edits to the workspace below.
pub struct Draft<'a> {
    workspace: &'a Workspace,
    change: Change,
}

impl<'a> Draft<'a> {
    /// An empty change against this workspace.
    pub fn new(workspace: &'a Workspace) -> Self {
        Self {
            workspace,
            change: Change::default(),
        }
    }

    /// Creates or replaces a record.
    pub fn put(&mut self, id: impl Into<RecordId>, record: impl Into<Record>) {
        let id = id.into();
        self.change
            .put(id, self.workspace.record(id), Some(record.into()));
    }

    /// The record as the draft leaves it.
    pub fn get<T: Entity>(&self, id: T::Id) -> Option<Arc<T>> {
        match self.change.edit(id.into()) {
            Some(edit) => edit.after.as_ref().and_then(T::from_record).cloned(),
            None => self.workspace.get::<T>(id).cloned(),
        }
    }

    /// Changes a record in place; one that is not there stays absent.
    pub fn edit<T: Entity + Clone + Into<Record>>(&mut self, id: T::Id, edit: impl FnOnce(&mut T)) {
        if let Some(record) = self.get::<T>(id) {
            let mut record = (*record).clone();
            edit(&mut record);
            self.put(id, record);
        }
    }

    /// Deletes a record, in the archive or not; one that is not there stays absent.
    pub fn remove(&mut self, id: impl Into<RecordId>) {
        let id = id.into();
        self.change.put(id, self.workspace.any_record(id), None);
    }

    /// Takes a change that was drafted elsewhere in place of this one.
    pub(crate) fn adopt(&mut self, change: Change) {
        self.change = change;
    }

    /// The finished change.
    pub fn finish(self) -> Change {
        self.change
    }
}
