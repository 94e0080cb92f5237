//! A signal per record and per list, made when first read.
//!
//! A row reads its record, a list reads its ids, and a computed whole reads the revision, so no
//! signal ever has thousands of subscribers and an edit wakes only what it touched.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use domain::change::Change;
use domain::id::RecordId;
use domain::lists::{List, places};
use domain::workspace::{Record, Workspace};
use reactive_graph::signal::ArcRwSignal;
use reactive_graph::traits::{GetUntracked, Set, Update};

/// The signals that have been asked for.
#[derive(Default)]
pub struct Signals {
    records: RefCell<HashMap<RecordId, ArcRwSignal<Option<Record>>>>,
    lists: RefCell<HashMap<List, ArcRwSignal<Arc<[u64]>>>>,
    revision: ArcRwSignal<u64>,
}

impl Signals {
    /// The signal of one record; `None` while it does not exist.
    pub fn record(&self, id: RecordId, workspace: &Workspace) -> ArcRwSignal<Option<Record>> {
        self.records
            .borrow_mut()
            .entry(id)
            .or_insert_with(|| ArcRwSignal::new(workspace.record(id)))
            .clone()
    }

    /// The signal of one list's keys, in order.
    pub fn list(&self, list: List, workspace: &Workspace) -> ArcRwSignal<Arc<[u64]>> {
        self.lists
            .borrow_mut()
            .entry(list)
            .or_insert_with(|| ArcRwSignal::new(workspace.lists().keys(list).collect()))
            .clone()
    }

    /// The signal that counts every change.
    pub fn revision(&self) -> ArcRwSignal<u64> {
        self.revision.clone()
    }

    /// The signals a change concerns, with their new values. Setting them is left to
    /// [`Touched::notify`], after every borrow is released: a subscriber may read the store.
    pub fn touched(&self, change: &Change, workspace: &Workspace) -> Touched {
        let mut touched_lists = BTreeSet::new();
        let mut records = Vec::new();
        let record_signals = self.records.borrow();
        for (id, edit) in change.edits() {
            for record in edit.before.iter().chain(&edit.after) {
                touched_lists.extend(places(*id, record).into_iter().map(|(list, _)| list));
            }
            if let Some(signal) = record_signals.get(id) {
                // What is in the archive is nowhere to be seen.
                records.push((signal.clone(), workspace.record(*id)));
            }
        }
        let list_signals = self.lists.borrow();
        let lists = touched_lists.into_iter().filter_map(|list| {
            let signal = list_signals.get(&list)?;
            let keys: Arc<[u64]> = workspace.lists().keys(list).collect();
            // A record that changed without moving leaves its lists as they were.
            (signal.get_untracked() != keys).then(|| (signal.clone(), keys))
        });
        Touched {
            records,
            lists: lists.collect(),
            revision: self.revision.clone(),
        }
    }
}

/// A signal and the value it is about to get.
type Setting<T> = (ArcRwSignal<T>, T);

/// Signals about to change.
pub struct Touched {
    records: Vec<Setting<Option<Record>>>,
    lists: Vec<Setting<Arc<[u64]>>>,
    revision: ArcRwSignal<u64>,
}

impl Touched {
    /// Sets them all; the page follows on its next tick.
    pub fn notify(self) {
        for (signal, record) in self.records {
            signal.set(record);
        }
        for (signal, keys) in self.lists {
            signal.set(keys);
        }
        self.revision.update(|revision| *revision += 1);
    }
}
