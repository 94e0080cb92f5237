//! Compaction: folding journal entries into pages, safe under any number of tabs and any kill.
//!
//! A key may be cleared away only after its exact text was merged into a new page under a new
//! name, and that page was read back in a later task. New pages are written first and old keys
//! removed last, so every prefix of the writes is a complete store.

use std::collections::{BTreeMap, BTreeSet};

use crate::checked;
use crate::entry::Entry;
use crate::load::{journal_prefix, page_prefix};
use crate::page::{self, bucket_of};
use crate::ports::StorageError;
use crate::store::Store;

/// Journal entries that are worth folding into pages.
const WORTHWHILE_ENTRIES: usize = 200;

/// A compaction between its two halves: pages are written, nothing is removed yet.
#[derive(Debug, Default)]
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
        entries.count() >= WORTHWHILE_ENTRIES && !self.0.is_read_only()
    }

    /// Writes new pages for every record the journal touches. When one cannot be written, none stays.
    pub fn start_compaction(&self) -> Result<Compaction, StorageError> {
        let inner = &self.0;
        if inner.is_read_only() {
            return Ok(Compaction::default());
        }
        let (dirty, replaced) = self.dirty_buckets()?;
        let mut written: BTreeMap<String, u32> = BTreeMap::new();
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
            if let Err(error) = inner.storage.set(&key, &text) {
                // Pages left behind would fill the storage a little more with each try.
                for key in written.keys() {
                    let _ = inner.storage.remove(key);
                }
                return Err(error);
            }
            written.insert(key, checked::crc32(&text));
        }
        // Their content is joined already, so a later compaction may replace them even if this
        // one is never finished.
        inner.state.borrow_mut().merged.extend(written.clone());
        Ok(Compaction { written, replaced })
    }

    /// Reads the new pages back and, if every one is there, removes what they replace.
    /// Returns how many keys were removed; none when a page did not hold.
    pub fn finish_compaction(&self, compaction: Compaction) -> Result<usize, StorageError> {
        if self.0.is_read_only() {
            return Ok(0);
        }
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
                storage.remove(&key)?;
                n_removed += 1;
            }
            self.0.state.borrow_mut().merged.remove(&key);
        }
        Ok(n_removed)
    }

    /// The buckets the journal touches, and the keys that new pages for them would replace.
    fn dirty_buckets(&self) -> Result<(BTreeSet<u32>, BTreeMap<String, u32>), StorageError> {
        let mut dirty = BTreeSet::new();
        let mut replaced = BTreeMap::new();
        for (key, check) in self.merged_under(&journal_prefix()) {
            let text = self.still_stored(&key, check)?;
            if let Some(entry) = text.and_then(|text| Entry::decode(&text).ok()) {
                dirty.extend(entry.writes.keys().map(|id| bucket_of(id)));
                replaced.insert(key, check);
            }
        }
        for (key, check) in self.merged_under(&page_prefix()) {
            if !bucket_in(&key).is_some_and(|bucket| dirty.contains(&bucket)) {
                continue;
            }
            let text = self.still_stored(&key, check)?;
            let records = text.and_then(|text| page::decode(&text).ok());
            // A key is no proof of what is under it: damage can swap two texts.
            let is_dirty = |(id, _): &(String, _)| dirty.contains(&bucket_of(id));
            if records.is_some_and(|records| records.iter().all(is_dirty)) {
                replaced.insert(key, check);
            }
        }
        Ok((dirty, replaced))
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

fn bucket_in(key: &str) -> Option<u32> {
    let (bucket, _) = key.strip_prefix(&page_prefix())?.split_once('/')?;
    u32::from_str_radix(bucket, 16).ok()
}
