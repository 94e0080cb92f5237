//! The only place where the workspace changes.

use std::collections::BTreeMap;

use domain::change::Change;
use domain::fields::{self, Fields};
use domain::id::{RecordId, SettingsId};
use domain::model::Settings;
use domain::workspace::{Table, Workspace};
use reactive_graph::traits::Set;
use serde_json::Value;

use crate::budget::{shrinks, size_of};
use crate::checked;
use crate::deed::{Cause, Deed};
use crate::entry::Entry;
use crate::load::{header, header_key, journal_prefix};
use crate::ports::StorageError;
use crate::replica::{Joined, Replica, TOMBSTONE};
use crate::status::Saving;
use crate::store::{Inner, Refused};
use crate::thaw;

impl Inner {
    /// Writes an action of this tab to storage and then, only then, makes it: write-ahead.
    ///
    /// When the write fails nothing has changed, here or in storage. Returns what was done; none
    /// when the change is empty.
    pub(crate) fn commit(
        &self,
        label: &str,
        cause: Cause,
        change: &Change,
    ) -> Result<Option<Deed>, Refused> {
        if change.is_empty() {
            return Ok(None);
        }
        if let Saving::Refused { why } = self.saving_now() {
            return Err(Refused::NotSaved(why));
        }
        let touched = thaw::names(change.edits().map(|(id, _)| id));
        self.prepare(touched.iter().map(String::as_str));
        let entry = {
            let mut state = self.state.borrow_mut();
            let stamp = state.clock.tick(self.now_millis());
            Entry {
                stamp,
                by: who(&state.workspace),
                label: label.to_owned(),
                writes: writes(change, &state.replica),
            }
        };
        if let Err(why) = self.write_ahead(&entry, change) {
            self.set_saving(Saving::LastFailed { why: why.clone() });
            return Err(Refused::NotSaved(why));
        }
        self.set_saving(Saving::Works);
        self.state.borrow_mut().unpack(entry.writes.keys());
        self.make(change, |replica| join_entry(replica, &entry));
        let deed = Deed::new(entry.stamp, entry.by, entry.label, cause, change);
        if let Some(past) = &*self.past.borrow() {
            past.append(deed.kept());
        }
        Ok(Some(deed))
    }

    /// Joins an entry that another tab wrote. It enters no history and is not written again.
    pub(crate) fn commit_remote(&self, entry: &Entry) {
        self.prepare(entry.writes.keys().map(String::as_str));
        let change = {
            let mut state = self.state.borrow_mut();
            state.clock.observe(entry.stamp);
            state.unpack(entry.writes.keys());
            join_entry(&mut state.replica, entry);
            remote_change(entry, &state.replica, &state.workspace)
        };
        if !change.is_empty() {
            self.make(&change, |_| {});
        }
    }

    fn make(&self, change: &Change, join: impl FnOnce(&mut Replica)) {
        let touched = {
            let mut state = self.state.borrow_mut();
            join(&mut state.replica);
            let moves = state.workspace.apply(change);
            let archive = change.edits().filter(|(id, _)| id.table == Table::Archived);
            if archive.count() > 0 || !moves.is_empty() {
                state.wants_packing = true;
            }
            self.signals
                .touched(&change.clone().then(&moves), &state.workspace)
        };
        touched.notify();
    }

    /// One action is one `set` on a key that only this tab ever writes, read back before it counts.
    fn write_ahead(&self, entry: &Entry, change: &Change) -> Result<(), String> {
        let key = {
            let state = self.state.borrow();
            format!("{}{}/{:08x}", journal_prefix(), self.actor, state.n_written)
        };
        let text = entry.encode();
        let size = size_of(&key, &text);
        let shrinks = shrinks(change);
        if !shrinks && let Some(why) = self.lacks_room(size) {
            return Err(why);
        }
        self.write_entry(key, &text, !shrinks)
            .map_err(|error| error.to_string())
    }

    fn write_entry(&self, key: String, text: &str, grows: bool) -> Result<(), StorageError> {
        let has_header = self.state.borrow().has_header;
        if !has_header {
            self.put(&header_key(), &header())?;
            self.state.borrow_mut().has_header = true;
        }
        if grows {
            self.refill_reserve(size_of(&key, text))?;
            self.put(&key, text)?;
        } else {
            self.put_from_reserve(&key, text)?;
        }
        if let Err(error) = self.read_back(&key, text) {
            // What is refused now must not come back with the next opening.
            let _ = self.remove(&key);
            return Err(error);
        }
        self.copy_to_mirror(&key, text);
        let mut state = self.state.borrow_mut();
        state.n_written += 1;
        state.merged.insert(key, checked::crc32(text));
        Ok(())
    }

    fn read_back(&self, key: &str, text: &str) -> Result<(), StorageError> {
        if self.storage.get(key)?.as_deref() == Some(text) {
            Ok(())
        } else {
            Err(StorageError::Failed(
                "it did not read back what was written".to_owned(),
            ))
        }
    }

    pub(crate) fn set_saving(&self, saving: Saving) {
        if self.saving_now() != saving {
            self.saving.set(saving);
        }
    }
}

/// The name in Settings.
fn who(workspace: &Workspace) -> String {
    let settings = workspace.get::<Settings>(SettingsId::ONLY);
    settings.map_or_else(String::new, |settings| settings.your_name.clone())
}

/// The fields an action writes, by record id.
fn writes(change: &Change, replica: &Replica) -> BTreeMap<String, Fields> {
    let mut writes = BTreeMap::new();
    for (record_id, edit) in change.edits() {
        let id = record_id.to_string();
        let mut fields = match &edit.after {
            Some(after) => fields::difference(edit.before.as_ref(), after),
            None => Fields::from_iter([(TOMBSTONE.to_owned(), Value::Bool(true))]),
        };
        if edit.after.is_some() && replica.is_deleted(&id) {
            fields.insert(TOMBSTONE.to_owned(), Value::Bool(false));
        }
        writes.insert(id, fields);
    }
    writes
}

fn join_entry(replica: &mut Replica, entry: &Entry) {
    for (id, fields) in &entry.writes {
        replica.join_fields(id, entry.stamp, fields);
    }
}

/// What the workspace must become where an entry has touched it.
fn remote_change(entry: &Entry, replica: &Replica, workspace: &Workspace) -> Change {
    let mut change = Change::default();
    let mut put = |id: RecordId, after| change.put(id, workspace.any_record(id), after);
    for id in entry.writes.keys() {
        match replica.joined(id) {
            Joined::Record(record_id, record) => put(record_id, Some(record)),
            Joined::Absent(record_id) => put(record_id, None),
            Joined::Unreadable(_) => {}
        }
    }
    change
}
