//! Packing what is in the archive, in steps that each leave a complete store behind.
//!
//! First cold pages are written beside what is there. When they were read back, compaction leaves
//! their records out of the pages it writes. When no other page or entry has them any more, they
//! are let go of.

use std::collections::{BTreeMap, BTreeSet};

use crate::checked;
use crate::cold::{self, Cold};
use crate::fold::Source;
use crate::ports::StorageError;
use crate::replica::Cells;
use crate::store::{Inner, State};

/// Cold pages that were written and not read back yet.
#[derive(Debug, Default)]
pub(crate) struct Packing {
    /// Key, head and check of each.
    pages: Vec<(String, Cold, u32)>,
    /// What was known of each record when they were written.
    cells: BTreeMap<String, Cells>,
}

impl Packing {
    /// Whether nothing was written.
    pub(crate) fn is_empty(&self) -> bool {
        self.pages.is_empty()
    }
}

impl State {
    /// Lets go of these records, which a cold page holds.
    pub(crate) fn forget(&mut self, ids: &BTreeSet<String>) {
        self.replica.forget(ids);
        let ids = ids.iter().filter_map(|id| id.parse().ok());
        self.workspace.forget_away(ids);
    }

    /// Takes note that these records are about to be written to: what is packed of them is not
    /// all of them any more.
    pub(crate) fn unpack<'a>(&mut self, mut ids: impl Iterator<Item = &'a String>) {
        if !self.packed.is_empty() && ids.any(|id| self.packed.contains(id)) {
            self.packed.clear();
            self.wants_packing = true;
        }
    }

    /// Lets go of what is packed, once no source has it any more.
    pub(crate) fn let_go(&mut self, sources: &[&Source]) {
        let packed = std::mem::take(&mut self.packed);
        let mut stored = sources.iter().flat_map(|source| &source.ids);
        if stored.any(|id| packed.contains(id)) {
            self.packed = packed;
        } else {
            self.forget(&packed);
        }
    }

    /// The records in the archive that are not packed yet and that a source has, each with its
    /// project or run, in order of that.
    fn unpacked(&self, sources: &[&Source]) -> Vec<(domain::id::RecordId, String, Cells)> {
        let away = self.workspace.away();
        let stored = sources.iter().flat_map(|source| &source.ids);
        let stored: BTreeSet<&String> = stored.collect();
        let mut dirty = BTreeSet::new();
        let mut all = Vec::new();
        for (id, record) in away {
            let (root, name) = (self.workspace.root_of(*id, record), id.to_string());
            if !self.packed.contains(&name) && stored.contains(&name) {
                dirty.insert(root);
            }
            all.push((root, name));
        }
        all.retain(|(root, _)| dirty.contains(root));
        all.sort();
        let of = |(root, name): (domain::id::RecordId, String)| {
            let cells = self.replica.cells_of(&name)?;
            Some((root, name, cells))
        };
        all.into_iter().filter_map(of).collect()
    }
}

impl Inner {
    /// Writes cold pages for what is in the archive and not packed yet, as many as there is room
    /// for. Nothing is removed.
    pub(crate) fn pack(&self, sources: &[&Source]) -> Result<Packing, StorageError> {
        let unpacked = self.state.borrow().unpacked(sources);
        let mut packing = Packing::default();
        let cells = unpacked
            .iter()
            .map(|(_, id, cells)| (id.clone(), cells.clone()));
        let cells: BTreeMap<String, Cells> = cells.collect();
        let limit = self.tidying_limit();
        for (head, text) in cold::encode_all(unpacked) {
            let key = {
                let mut state = self.state.borrow_mut();
                state.n_pages += 1;
                cold::cold_key(self.actor, state.n_pages - 1)
            };
            if self.used_now() + crate::budget::size_of(&key, &text) > limit {
                break;
            }
            if let Err(error) = self.put_from_reserve(&key, &text) {
                // Pages left behind would fill the storage a little more with each try.
                for (key, ..) in &packing.pages {
                    let _ = self.remove(key);
                }
                return Err(error);
            }
            let known = head
                .ids
                .iter()
                .filter_map(|id| Some((id.clone(), cells.get(id)?.clone())));
            packing.cells.extend(known);
            packing.pages.push((key, head, checked::crc32(&text)));
        }
        Ok(packing)
    }

    /// Reads the cold pages back. What they hold, and has not changed since, is packed.
    pub(crate) fn finish_packing(&self, packing: Packing) -> Result<(), StorageError> {
        for (key, head, check) in packing.pages {
            let text = self.storage.get(&key)?;
            let holds = text.is_some_and(|text| checked::crc32(&text) == check);
            let mut state = self.state.borrow_mut();
            let is_as_it_was = head.ids.iter().all(|id| {
                state.replica.cells_of(id).as_ref() == packing.cells.get(id)
                    && id
                        .parse()
                        .is_ok_and(|id| state.workspace.away().contains_key(&id))
            });
            if holds && is_as_it_was {
                state.packed.extend(head.ids.iter().cloned());
                state.cold.insert(key, head);
            } else if holds {
                // What it holds is joined already: a later page may replace it.
                state.merged.insert(key, check);
            }
        }
        Ok(())
    }
}
