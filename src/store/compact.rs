//! Compaction: folding journal entries into pages, safe under any number of tabs and any kill.
//!
//! A key may be cleared away only after its exact text was merged into a new page under a new
//! name, and that page was read back in a later task. New pages are written first and old keys
//! removed last, so every prefix of the writes is a complete store.

use std::collections::{BTreeMap, BTreeSet};

use crate::budget::Room;
use crate::checked;
use crate::cold::{self, cold_prefix};
use crate::entry::Entry;
use crate::fold::{Fold, Journal, Source};
use crate::load::{journal_prefix, page_prefix};
use crate::packing::Packing;
use crate::page::{self, page_key};
use crate::ports::StorageError;
use crate::store::Store;

/// Journal entries that are worth folding into pages.
const WORTHWHILE_ENTRIES: usize = 200;

/// A compaction between its two halves: pages are written, nothing is removed yet.
#[derive(Debug, Default)]
#[must_use = "finish it at least a second later, in another task"]
pub struct Compaction {
    packing: Packing,
    written: BTreeMap<String, u32>,
    replaced: BTreeMap<String, u32>,
}

impl Store {
    /// Whether a compaction is worth its writes: the journal is long, or growing has stopped, or
    /// the last one was only a part; and something has happened since one was tried in vain.
    pub fn wants_compaction(&self) -> bool {
        if self.0.is_read_only() {
            return false;
        }
        let prefix = journal_prefix();
        let state = self.0.state.borrow();
        let used = state.budget.used();
        let entries = state.merged.keys().filter(|key| key.starts_with(&prefix));
        let worthwhile = match self.0.capacity().room(used) {
            Room::Stop => 1,
            _ if state.is_partly_folded => 1,
            _ => WORTHWHILE_ENTRIES,
        };
        let is_worth_it = state.wants_packing || entries.count() >= worthwhile;
        state.compacted_in_vain != Some(used) && is_worth_it
    }

    /// Writes new pages for the records that the journal touches, as far as there is room. When
    /// one cannot be written, none stays.
    pub fn start_compaction(&self) -> Result<Compaction, StorageError> {
        let inner = &self.0;
        if inner.is_read_only() {
            return Ok(Compaction::default());
        }
        let sources = self.all_sources()?;
        let known: Vec<&Source> = sources.iter().collect();
        let packing = if inner.state.borrow().wants_packing {
            inner.state.borrow_mut().let_go(&known);
            inner.pack(&known)?
        } else {
            Packing::default()
        };
        if !packing.is_empty() {
            // What they hold is left out of other pages when they were read back.
            return Ok(Compaction {
                packing,
                ..Compaction::default()
            });
        }
        let Fold {
            pages, replaced, ..
        } = self.fold(sources);
        let mut written: BTreeMap<String, u32> = BTreeMap::new();
        for (bucket, text) in pages {
            let key = {
                let mut state = inner.state.borrow_mut();
                let key = page_key(bucket, inner.actor, state.n_pages);
                state.n_pages += 1;
                key
            };
            if let Err(error) = inner.put_from_reserve(&key, &text) {
                // Pages left behind would fill the storage a little more with each try.
                for key in written.keys() {
                    let _ = inner.remove(key);
                }
                return Err(error);
            }
            written.insert(key, checked::crc32(&text));
        }
        // Their content is joined already, so a later compaction may replace them even if this
        // one is never finished.
        inner.state.borrow_mut().merged.extend(written.clone());
        Ok(Compaction {
            packing,
            written,
            replaced,
        })
    }

    /// Reads the new pages back and, if every one is there, removes what they replace.
    /// Returns how many keys were removed; none when a page did not hold.
    pub fn finish_compaction(&self, compaction: Compaction) -> Result<usize, StorageError> {
        if self.0.is_read_only() {
            return Ok(0);
        }
        self.0.finish_packing(compaction.packing)?;
        let storage = &self.0.storage;
        for (key, check) in &compaction.written {
            let text = storage.get(key)?;
            if text.map(|text| checked::crc32(&text)) != Some(*check) {
                return Ok(0);
            }
        }
        let mut n_removed = 0;
        for (key, check) in compaction.replaced {
            if self.still_stored(&key, check)?.is_some() {
                self.0.remove(&key)?;
                n_removed += 1;
            }
            self.0.state.borrow_mut().merged.remove(&key);
        }
        // There may be no room for it yet; whatever grows asks for it again.
        let _ = self.0.refill_reserve(0);
        Ok(n_removed)
    }

    /// Every entry and page that is stored and known. Without an entry, and with nothing to pack,
    /// pages are not looked at.
    fn all_sources(&self) -> Result<Vec<Source>, StorageError> {
        let ids_of_entry = |text: &str| {
            let entry = Entry::decode(text).ok()?;
            Some(entry.writes.into_keys().collect())
        };
        let ids_of_page = |text: &str| {
            let records = page::decode(text).ok()?;
            Some(records.into_iter().map(|(id, _)| id).collect())
        };
        let ids_of_cold = |text: &str| cold::head(text).ok().map(|head| head.ids);
        let mut sources = self.sources(&journal_prefix(), ids_of_entry)?;
        if !sources.is_empty() || self.0.state.borrow().wants_packing {
            sources.extend(self.sources(&page_prefix(), ids_of_page)?);
            sources.extend(self.sources(&cold_prefix(), ids_of_cold)?);
        }
        Ok(sources)
    }

    /// What to write and to remove, from what is stored and known.
    fn fold(&self, sources: Vec<Source>) -> Fold {
        let is_entry = |source: &Source| source.key.starts_with(&journal_prefix());
        let (entries, pages) = sources.into_iter().partition(is_entry);
        let limit = self.0.tidying_limit();
        let mut state = self.0.state.borrow_mut();
        let used = state.budget.used();
        let journal = Journal {
            replica: &state.replica,
            packed: &state.packed,
            entries,
            pages,
            used,
            stop: self.0.capacity().stop(),
            limit,
        };
        let fold = journal.fold();
        let is_in_vain = fold.pages.is_empty() && fold.replaced.is_empty();
        state.is_partly_folded = fold.is_partial && !is_in_vain;
        state.compacted_in_vain = is_in_vain.then_some(used);
        if is_in_vain && state.packed.is_empty() {
            state.wants_packing = false;
        }
        fold
    }

    fn sources(
        &self,
        prefix: &str,
        ids_of: impl Fn(&str) -> Option<BTreeSet<String>>,
    ) -> Result<Vec<Source>, StorageError> {
        let mut sources = Vec::new();
        for (key, check) in self.merged_under(prefix) {
            let text = self.still_stored(&key, check)?;
            if let Some(ids) = text.as_deref().and_then(&ids_of) {
                let size = self.0.state.borrow().budget.size_under(&key);
                sources.push(Source {
                    is_cold: prefix == cold_prefix(),
                    key,
                    check,
                    size,
                    ids,
                });
            }
        }
        Ok(sources)
    }

    fn merged_under(&self, prefix: &str) -> Vec<(String, u32)> {
        let state = self.0.state.borrow();
        let merged = state.merged.iter();
        merged
            .filter(|(key, _)| key.starts_with(prefix))
            .map(|(key, check)| (key.clone(), *check))
            .collect()
    }

    /// The joined text of a key, while it is there. A key whose text is gone or another is no
    /// longer this tab's to clear away, and is forgotten.
    fn still_stored(&self, key: &str, check: u32) -> Result<Option<String>, StorageError> {
        let text = self.0.storage.get(key)?;
        let text = text.filter(|text| checked::crc32(text) == check);
        if text.is_none() {
            self.0.state.borrow_mut().merged.remove(key);
        }
        Ok(text)
    }
}
