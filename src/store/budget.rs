//! How much of the browser's room Loopline takes, by the rule of the strictest browser.
//!
//! Chromium and Firefox count letters, WebKit counts bytes: one a letter while a whole text is
//! Latin-1, else two. What fits by WebKit's rule fits everywhere.

use std::collections::BTreeMap;

use domain::change::{Change, Edit};
use domain::fields;
use domain::workspace::{Record, Table};

/// What the strictest browser keeps for one address, keys included.
pub const BUDGET: usize = 5 * 1024 * 1024;

/// How much a storage holds, and the limits that follow from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capacity(pub usize);

impl Capacity {
    /// From here on the page says how full it is: 60 %.
    pub fn warn(self) -> usize {
        self.0 / 10 * 6
    }

    /// From here on the page offers to export and delete: 80 %.
    pub fn offer(self) -> usize {
        self.0 / 10 * 8
    }

    /// From here on nothing may grow: 90 %. The rest is for deleting, and for tidying up.
    pub fn stop(self) -> usize {
        self.0 / 10 * 9
    }

    /// Tidying up never fills more than this, 95 %: near its limit a browser may take a write
    /// back after it was accepted, and deleting still needs some room.
    pub fn tidying(self) -> usize {
        self.0 / 20 * 19
    }

    /// What is kept free for deleting: 64 KB, room for the entries of some hundred deletions.
    pub fn reserve(self) -> usize {
        self.0 / 80
    }

    /// The room that is left when so many bytes are used.
    pub fn room(self, used: usize) -> Room {
        if used < self.warn() {
            Room::Plenty
        } else if used < self.offer() {
            Room::Warn
        } else if used < self.stop() {
            Room::Offer
        } else {
            Room::Stop
        }
    }
}

/// How much room is left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// Nothing to say.
    #[default]
    Plenty,
    /// Worth knowing: over 60 % are used.
    Warn,
    /// Worth acting: over 80 % are used.
    Offer,
    /// Over 90 % are used: what would take more room is refused, deleting is not.
    Stop,
}

/// The bytes that a text under a key takes.
pub fn size_of(key: &str, text: &str) -> usize {
    bytes_of(key) + bytes_of(text)
}

fn bytes_of(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    let n_units: usize = text.chars().map(char::len_utf16).sum();
    let is_latin_1 = text.chars().all(|letter| u32::from(letter) < 256);
    if is_latin_1 { n_units } else { n_units * 2 }
}

/// Whether a change leaves the workspace no larger than it was, over all its records.
///
/// Putting work away makes room a little later, when it is packed.
pub fn shrinks(change: &Change) -> bool {
    let mut edits = change.edits();
    if edits.any(|(id, edit)| id.table == Table::Archived && edit.before.is_none()) {
        return true;
    }
    let total = |side: fn(&Edit) -> Option<&Record>| -> usize {
        change
            .edits()
            .filter_map(|(_, edit)| side(edit))
            .map(|record| bytes_of(&serde_json::Value::Object(fields::of(record)).to_string()))
            .sum()
    };
    total(|edit| edit.after.as_ref()) <= total(|edit| edit.before.as_ref())
}

/// The running count of Loopline's own keys.
#[derive(Debug, Default)]
pub struct Budget {
    sizes: BTreeMap<String, usize>,
    used: usize,
}

impl Budget {
    /// Takes note of a text under a key, in place of any that was there.
    pub fn put(&mut self, key: &str, text: &str) {
        self.remove(key);
        let size = size_of(key, text);
        self.sizes.insert(key.to_owned(), size);
        self.used += size;
    }

    /// Takes note of a key that is gone.
    pub fn remove(&mut self, key: &str) {
        self.used -= self.sizes.remove(key).unwrap_or_default();
    }

    /// Whether the key is there, as far as this tab has heard.
    pub fn has(&self, key: &str) -> bool {
        self.sizes.contains_key(key)
    }

    /// The bytes under a key, as far as this tab has heard.
    pub fn size_under(&self, key: &str) -> usize {
        self.sizes.get(key).copied().unwrap_or_default()
    }

    /// The bytes in use.
    pub fn used(&self) -> usize {
        self.used
    }
}
