//! Cold pages while a tab is open: read when what they hold is touched, looked at or brought back.

use std::collections::BTreeSet;

use domain::change::Change;
use domain::id::RecordId;
use domain::schema;
use domain::workspace::Workspace;

use crate::checked;
use crate::cold::{self, Cold};
use crate::replica::Joined;
use crate::store::{Inner, Store};

impl Inner {
    /// Joins the cold pages that a write of these records concerns, before it is made: what they
    /// hold must be known whole.
    pub(crate) fn prepare<'a>(&self, ids: impl Iterator<Item = &'a str>) {
        if self.state.borrow().cold.is_empty() {
            return;
        }
        let ids: Vec<&str> = ids.collect();
        let is_wanted = |cold: &Cold| ids.iter().any(|id| cold.is_about(id));
        // What shares a record with one of them holds a part of that record, too.
        while !self.thaw(is_wanted).is_empty() {
            let overlaps: Vec<String> = {
                let state = self.state.borrow();
                let cold = state.cold.iter();
                let cold = cold.filter(|(_, cold)| cold.overlaps(&state.replica));
                cold.map(|(key, _)| key.clone()).collect()
            };
            for key in overlaps {
                let cold = self.state.borrow_mut().cold.remove(&key);
                self.join_cold(&key, &cold.unwrap_or_default());
            }
        }
    }

    /// Joins the cold pages that are wanted. From then on they are pages like others. Returns them.
    pub(crate) fn thaw(&self, is_wanted: impl Fn(&Cold) -> bool) -> Vec<(String, Cold)> {
        let thawed: Vec<(String, Cold)> = {
            let mut state = self.state.borrow_mut();
            let wanted: Vec<String> = state
                .cold
                .iter()
                .filter(|(_, cold)| is_wanted(cold))
                .map(|(key, _)| key.clone())
                .collect();
            let taken = wanted.into_iter();
            taken
                .filter_map(|key| state.cold.remove_entry(&key))
                .collect()
        };
        for (key, cold) in &thawed {
            self.join_cold(key, cold);
        }
        thawed
    }

    /// Joins one cold page. One that is gone was written anew by another tab, whose pages came
    /// before; one that is damaged stays where it is and is named at the next opening.
    fn join_cold(&self, key: &str, cold: &Cold) {
        let Ok(Some(text)) = self.storage.get(key) else {
            return;
        };
        let Ok(records) = cold::decode(&text) else {
            return;
        };
        let mut state = self.state.borrow_mut();
        for (id, cells) in records {
            for (name, cell) in cells {
                state.clock.observe(cell.stamp);
                state.replica.join(&id, &name, cell);
            }
        }
        state.merged.insert(key.to_owned(), checked::crc32(&text));
        let mut change = Change::default();
        for id in &cold.ids {
            if let Joined::Record(record_id, record) = state.replica.joined(id) {
                change.put(record_id, None, Some(record));
            }
        }
        state.packed.clear();
        state.wants_packing = true;
        state.workspace.apply(&change);
    }

    /// Lets go of what was joined from a cold page alone and has not changed since.
    fn freeze(&self, key: String, cold: Cold) {
        let mut state = self.state.borrow_mut();
        state.merged.remove(&key);
        state.forget(&cold.ids);
        state.cold.insert(key, cold);
    }
}

impl Store {
    /// Reads everything, what is in the archive included, and lets go of that again.
    pub fn read_whole<R>(&self, f: impl FnOnce(&Workspace) -> R) -> R {
        let inner = &self.0;
        let (had_packed, known) = {
            let state = inner.state.borrow();
            let known = state.cold.values().flat_map(|cold| &cold.ids);
            let known = known.filter(|id| state.replica.knows(id));
            let known: BTreeSet<String> = known.cloned().collect();
            ((state.packed.clone(), state.wants_packing), known)
        };
        // What is known beside a cold page must stay known afterward.
        let thawed = inner.thaw(|cold| cold.ids.iter().all(|id| !known.contains(id)));
        let read = self.read(f);
        for (key, cold) in thawed {
            inner.freeze(key, cold);
        }
        let mut state = inner.state.borrow_mut();
        (state.packed, state.wants_packing) = had_packed;
        read
    }

    /// Everything as a file, what is in the archive included.
    pub fn seal(&self) -> String {
        self.read_whole(schema::seal)
    }

    /// The workspace with what is in the archive in the open, to look at.
    pub fn whole(&self) -> Workspace {
        self.read_whole(Workspace::whole)
    }
}

/// Records by the names they are stored under.
pub(crate) fn names<'a>(ids: impl Iterator<Item = &'a RecordId>) -> Vec<String> {
    ids.map(RecordId::to_string).collect()
}
