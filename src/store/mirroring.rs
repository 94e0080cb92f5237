//! The second place for the newest entries: sending them, hearing of them, taking them back.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use reactive_graph::signal::{ArcReadSignal, ArcRwSignal};
use reactive_graph::traits::{GetUntracked, Set};

use crate::entry::Entry;
use crate::ports::{Mirror, OnOutcome, StorageError};
use crate::status::{OnDisk, Recovered};
use crate::store::{Inner, Store};

/// What this tab has sent to its mirror, and what it has heard of it.
#[derive(Default)]
pub(crate) struct Copies {
    mirror: RefCell<Option<Box<dyn Mirror>>>,
    n_pending: Cell<usize>,
    has_failed: Cell<bool>,
    on_disk: ArcRwSignal<OnDisk>,
}

impl Copies {
    /// Takes note of what became of one copy.
    fn settle(&self, is_on_disk: bool) {
        self.n_pending.set(self.n_pending.get().saturating_sub(1));
        if !is_on_disk {
            self.has_failed.set(true);
        }
        self.publish();
    }

    fn publish(&self) {
        let on_disk = match self.n_pending.get() {
            // Nobody will say when the entry whose copy failed is on disk.
            _ if self.has_failed.get() => OnDisk::Unknown,
            0 => OnDisk::All,
            n => OnDisk::Pending(n),
        };
        if self.on_disk.get_untracked() != on_disk {
            self.on_disk.set(on_disk);
        }
    }
}

impl Inner {
    pub(crate) fn copy_to_mirror(&self, key: &str, text: &str) {
        if let Some(mirror) = &*self.copies.mirror.borrow() {
            self.copies.n_pending.set(self.copies.n_pending.get() + 1);
            self.copies.publish();
            let copies = Rc::clone(&self.copies);
            let on_outcome = OnOutcome::new(move |is_on_disk| copies.settle(is_on_disk));
            mirror.append(key, text, on_outcome);
        }
    }
}

impl Store {
    /// Sends a copy of every entry written from now on to a second place.
    pub fn set_mirror(&self, mirror: impl Mirror + 'static) {
        *self.0.copies.mirror.borrow_mut() = Some(Box::new(mirror));
    }

    /// Whether what this tab has written since it was opened is known to be on disk.
    pub fn on_disk(&self) -> ArcReadSignal<OnDisk> {
        self.0.copies.on_disk.read_only()
    }

    /// Takes back an entry from the mirror that storage may have lost when the browser was killed.
    ///
    /// An entry that says nothing new is left alone; one that does is written to storage again,
    /// under its own key, and joined. Unless it is settled so, the mirror must keep it.
    pub fn recover(&self, key: &str, text: &str) -> Result<Recovered, StorageError> {
        let Ok(entry) = Entry::decode(text) else {
            return Ok(Recovered::Left);
        };
        self.0.prepare(entry.writes.keys().map(String::as_str));
        if self.0.state.borrow().replica.has_all(&entry) {
            return Ok(Recovered::Known);
        }
        if self.0.is_read_only() {
            return Ok(Recovered::Left);
        }
        self.0.put(key, text)?;
        self.written_elsewhere(key, text);
        Ok(Recovered::Written)
    }
}
