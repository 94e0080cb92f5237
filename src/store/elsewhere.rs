//! What other tabs of this browser write and remove.

use reactive_graph::traits::{GetUntracked, Set};

use crate::checked;
use crate::cold::{self, cold_prefix};
use crate::entry::Entry;
use crate::load::{self, PREFIX, Unreadable, header_key, journal_prefix, page_prefix};
use crate::page;
use crate::status::Damage;
use crate::store::{Inner, Store};

impl Store {
    /// Takes note of a key that another tab has written.
    ///
    /// The text comes with the notice and is never read again from storage: another tab's write
    /// may not have arrived there yet.
    pub fn written_elsewhere(&self, key: &str, text: &str) {
        if !key.starts_with(PREFIX) {
            return;
        }
        self.0.count(|budget| budget.put(key, text));
        match self.0.join_from_elsewhere(key, text) {
            Ok(()) => {}
            Err(Unreadable::FromTheFuture(version)) => {
                self.0.set_saving(load::from_the_future(version));
            }
            Err(Unreadable::Damaged(why)) => {
                let mut damages = self.0.damages.get_untracked();
                damages.push(Damage {
                    key: key.to_owned(),
                    why,
                });
                self.0.damages.set(damages);
            }
        }
    }

    /// Takes note of a key that another tab has removed. What was read from it stays.
    pub fn removed_elsewhere(&self, key: &str) {
        self.0.count(|budget| budget.remove(key));
        self.0.state.borrow_mut().cold.remove(key);
    }
}

impl Inner {
    fn join_from_elsewhere(&self, key: &str, text: &str) -> Result<(), Unreadable> {
        if key == header_key() {
            self.state.borrow_mut().has_header = true;
            return load::check_header(text);
        }
        if key.starts_with(&page_prefix()) {
            // Pages hold nothing that their entries did not; what wrote them may be newer.
            return page::check(text);
        }
        if key.starts_with(&cold_prefix()) {
            let head = cold::head(text)?;
            self.state.borrow_mut().cold.insert(key.to_owned(), head);
            return Ok(());
        }
        if key.starts_with(&journal_prefix()) {
            let entry = Entry::decode(text)?;
            self.commit_remote(&entry);
            let merged = &mut self.state.borrow_mut().merged;
            merged.insert(key.to_owned(), checked::crc32(text));
        }
        Ok(())
    }
}
