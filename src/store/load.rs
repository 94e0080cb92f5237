//! Opening: every valid page and entry is joined, in any order; nothing is ever deleted here.

use std::collections::{BTreeMap, BTreeSet};

use domain::change::Change;
use domain::workspace::Workspace;
use serde::Deserialize;

use crate::budget::Budget;
use crate::checked;
use crate::cold::{self, Cold, cold_prefix};
use crate::entry::{Entry, FORMAT};
use crate::page;
use crate::ports::{Storage, StorageError};
use crate::replica::{Joined, Replica};
use crate::stamp::HybridClock;
use crate::status::{Damage, Saving};

/// Every key of Loopline begins so: other pages of the same origin share the storage.
pub const PREFIX: &str = "loopline/1/";

/// The key of the header: the store's format.
pub fn header_key() -> String {
    format!("{PREFIX}header")
}

/// The start of every journal entry's key.
pub fn journal_prefix() -> String {
    format!("{PREFIX}j/")
}

/// The start of every page's key.
pub fn page_prefix() -> String {
    format!("{PREFIX}p/")
}

/// Why a stored text was not joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Broken, with the reason.
    Damaged(String),
    /// Of a newer format than this build knows.
    FromTheFuture(u32),
}

#[derive(Deserialize)]
struct Header {
    format: u32,
}

/// The text of this build's header.
pub fn header() -> String {
    checked::seal(&format!("{{\"format\":{FORMAT}}}"))
}

/// Whether a header is one that this build may write beside. The first ones had no check.
pub fn check_header(stored: &str) -> Result<(), Unreadable> {
    let damaged = |why: String| Unreadable::Damaged(why);
    let text = if stored.starts_with('{') {
        stored
    } else {
        checked::open(stored).map_err(|why| damaged(why.to_owned()))?
    };
    let header: Header = serde_json::from_str(text).map_err(|error| damaged(error.to_string()))?;
    if header.format > FORMAT {
        return Err(Unreadable::FromTheFuture(header.format));
    }
    Ok(())
}

/// A store's content after opening.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The joined fields.
    pub replica: Replica,
    /// The records.
    pub workspace: Workspace,
    /// Every key that was joined, with its exact text's check: only these may ever be cleared away.
    pub merged: BTreeMap<String, u32>,
    /// Cold pages that were not joined, by key.
    pub cold: BTreeMap<String, Cold>,
    /// What could not be read.
    pub damages: Vec<Damage>,
    /// Whether edits can be kept.
    pub saving: Saving,
    /// Whether the header is there.
    pub has_header: bool,
    /// The room that Loopline's keys take.
    pub budget: Budget,
}

/// Reads everything. A storage that cannot be read is not taken for an empty one: edits are
/// then refused.
pub fn load(storage: &dyn Storage, clock: &mut HybridClock) -> Loaded {
    let mut loaded = Loaded::default();
    let read = read_all(storage, clock, &mut loaded);
    match read.and_then(|()| join_cold(storage, clock, &mut loaded)) {
        Ok(()) => {}
        Err(error) => {
            loaded.saving = Saving::Refused {
                why: error.to_string(),
            };
        }
    }
    materialize(&mut loaded);
    loaded
}

fn read_all(
    storage: &dyn Storage,
    clock: &mut HybridClock,
    loaded: &mut Loaded,
) -> Result<(), StorageError> {
    let mut keys = storage.keys()?;
    keys.retain(|key| key.starts_with(PREFIX));
    keys.sort_unstable();
    for key in keys {
        let Some(text) = storage.get(&key)? else {
            continue;
        };
        loaded.budget.put(&key, &text);
        if let Err(unreadable) = join_text(&key, &text, clock, loaded) {
            match unreadable {
                Unreadable::FromTheFuture(version) => loaded.saving = from_the_future(version),
                Unreadable::Damaged(why) => loaded.damages.push(Damage { key, why }),
            }
        }
    }
    Ok(())
}

/// Joins one stored text. Keys that are neither header nor entry nor page are not ours to judge.
fn join_text(
    key: &str,
    text: &str,
    clock: &mut HybridClock,
    loaded: &mut Loaded,
) -> Result<(), Unreadable> {
    if key == header_key() {
        loaded.has_header = true;
        return check_header(text);
    }
    if key.starts_with(&journal_prefix()) {
        let entry = Entry::decode(text)?;
        clock.observe(entry.stamp);
        for (id, fields) in &entry.writes {
            loaded.replica.join_fields(id, entry.stamp, fields);
        }
    } else if key.starts_with(&page_prefix()) {
        for (id, cells) in page::decode(text)? {
            for (name, cell) in cells {
                clock.observe(cell.stamp);
                loaded.replica.join(&id, &name, cell);
            }
        }
    } else if key.starts_with(&cold_prefix()) {
        // Whether it is to be read is known when everything else is.
        loaded.cold.insert(key.to_owned(), cold::head(text)?);
        return Ok(());
    } else {
        return Ok(());
    }
    loaded.merged.insert(key.to_owned(), checked::crc32(text));
    Ok(())
}

/// Joins the cold pages that hold something that is not in the archive, or that is known already.
fn join_cold(
    storage: &dyn Storage,
    clock: &mut HybridClock,
    loaded: &mut Loaded,
) -> Result<(), StorageError> {
    let mut n_pages: BTreeMap<&String, usize> = BTreeMap::new();
    for id in loaded.cold.values().flat_map(|cold| &cold.ids) {
        *n_pages.entry(id).or_default() += 1;
    }
    let mut twice: BTreeSet<String> = BTreeSet::new();
    twice.extend(
        n_pages
            .into_iter()
            .filter(|(_, n)| *n > 1)
            .map(|(id, _)| id.clone()),
    );
    loop {
        let next = loaded.cold.iter().find(|(_, cold)| {
            !cold.can_stay(&loaded.replica) || cold.ids.iter().any(|id| twice.contains(id))
        });
        let Some(key) = next.map(|(key, _)| key.clone()) else {
            return Ok(());
        };
        loaded.cold.remove(&key);
        let Some(text) = storage.get(&key)? else {
            continue;
        };
        match cold::decode(&text) {
            Ok(records) => {
                for (id, cells) in records {
                    for (name, cell) in cells {
                        clock.observe(cell.stamp);
                        loaded.replica.join(&id, &name, cell);
                    }
                }
                loaded.merged.insert(key, checked::crc32(&text));
            }
            Err(Unreadable::Damaged(why)) => loaded.damages.push(Damage { key, why }),
            Err(Unreadable::FromTheFuture(version)) => loaded.saving = from_the_future(version),
        }
    }
}

fn materialize(loaded: &mut Loaded) {
    let mut change = Change::default();
    for id in loaded.replica.ids() {
        match loaded.replica.joined(id) {
            Joined::Record(record_id, record) => change.put(record_id, None, Some(record)),
            Joined::Absent(_) => {}
            Joined::Unreadable(why) => loaded.damages.push(Damage {
                key: id.clone(),
                why,
            }),
        }
    }
    loaded.workspace.apply(&change);
}

/// The state of a build that has met data newer than itself: it reads on and writes nothing.
pub fn from_the_future(version: u32) -> Saving {
    Saving::Refused {
        why: format!(
            "A newer Loopline has saved work here (format {version}; this one knows {FORMAT}). \
             Reload the page to get the newer Loopline. Until then nothing is changed."
        ),
    }
}
