//! Compaction: folding journal entries into pages, safe under any number of tabs and any kill.
//!
//! A key may be cleared away only after its exact text was merged into a new page under a new
//! name, and that page was read back in a later task. New pages are written first and old keys
//! removed last, so every prefix of the writes is a complete store.

use std::collections::{BTreeMap, BTreeSet};

use crate::entry::Entry;
use crate::load::{journal_prefix, page_prefix};
use crate::page::{self, bucket_of};
use crate::ports::StorageError;
use crate::store::Store;

/// Journal entries that are worth folding into pages.
const WORTHWHILE_ENTRIES: usize = 200;

/// A compaction between its two halves: pages are written, nothing is removed yet.
#[derive(Debug)]
#[must_use = "finish it at least a second later, in another task"]
pub struct Compaction {
    written: BTreeMap<String, u32>,
    replaced: BTreeMap<String, u32>,
}

impl Store {
    /// Whether the journal is long enough for a compaction to be worth its writes.
    pub fn wants_compaction(&self) -> bool {
        let prefix = journal_prefix();
        let state = self.0.state.borrow();
        let entries = state.merged.keys().filter(|key| key.starts_with(&prefix));
        entries.count() >= WORTHWHILE_ENTRIES
    }

    /// Writes new pages for every record the journal touches.
    pub fn start_compaction(&self) -> Result<Compaction, StorageError> {
        let inner = &self.0;
        let merged = inner.state.borrow().merged.clone();
        let (dirty, replaced) = self.dirty_buckets(&merged)?;
        let mut written = BTreeMap::new();
        for bucket in dirty {
            let (key, text) = {
                let mut state = inner.state.borrow_mut();
                let records = state.replica.records_where(|id| bucket_of(id) == bucket);
                let n = state.n_pages;
                state.n_pages += 1;
                let key = format!("{}{bucket:02x}/{}-{n:x}", page_prefix(), inner.actor);
                (
                    key,
                    page::encode(records.iter().map(|(id, cells)| (id, cells))),
                )
            };
            inner.storage.set(&key, &text)?;
            written.insert(key, crc32fast::hash(text.as_bytes()));
        }
        Ok(Compaction { written, replaced })
    }

    /// Reads the new pages back and, if every one is there, removes what they replace.
    /// Returns how many keys were removed; none when a page did not hold.
    pub fn finish_compaction(&self, compaction: Compaction) -> Result<usize, StorageError> {
        let storage = &self.0.storage;
        for (key, check) in &compaction.written {
            let text = storage.get(key)?;
            if text.map(|text| crc32fast::hash(text.as_bytes())) != Some(*check) {
                return Ok(0);
            }
        }
        self.0.state.borrow_mut().merged.extend(compaction.written);
        let mut n_removed = 0;
        for (key, check) in compaction.replaced {
            let text = storage.get(&key)?;
            if text.map(|text| crc32fast::hash(text.as_bytes())) == Some(check) {
                storage.remove(&key)?;
                n_removed += 1;
            }
            self.0.state.borrow_mut().merged.remove(&key);
        }
        Ok(n_removed)
    }

    /// The pages the journal touches, and the keys that new pages for them would replace.
    fn dirty_buckets(
        &self,
        merged: &BTreeMap<String, u32>,
    ) -> Result<(BTreeSet<u32>, BTreeMap<String, u32>), StorageError> {
        let mut dirty = BTreeSet::new();
        let mut replaced = BTreeMap::new();
        for (key, check) in merged
            .iter()
            .filter(|(key, _)| key.starts_with(&journal_prefix()))
        {
            let text = self.0.storage.get(key)?;
            let Some(entry) = text.and_then(|text| Entry::decode(&text).ok()) else {
                continue;
            };
            dirty.extend(entry.writes.keys().map(|id| bucket_of(id)));
            replaced.insert(key.clone(), *check);
        }
        for (key, check) in merged
            .iter()
            .filter(|(key, _)| key.starts_with(&page_prefix()))
        {
            if bucket_in(key).is_some_and(|bucket| dirty.contains(&bucket)) {
                replaced.insert(key.clone(), *check);
            }
        }
        Ok((dirty, replaced))
    }
}

fn bucket_in(key: &str) -> Option<u32> {
    let (bucket, _) = key.strip_prefix(&page_prefix())?.split_once('/')?;
    u32::from_str_radix(bucket, 16).ok()
}
