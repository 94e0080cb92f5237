//! A cold page: the joined fields of archived records, packed, with a head that says whose they are.
//!
//! It says the same as other pages and is joined like them. But while all that it holds is in the
//! archive, opening reads its head alone.

use std::collections::BTreeSet;

use domain::id::{ArchivedId, RecordId};
use domain::model::Archived;
use domain::workspace::Record;
use serde::{Deserialize, Serialize};

use crate::checked;
use crate::entry::{FORMAT, check_version};
use crate::load::{PREFIX, Unreadable};
use crate::page;
use crate::replica::{Cells, Joined, Replica};
use crate::stamp::Actor;

/// The letters of fields after which another page is begun, so that no write takes long.
const FULL: usize = 48 * 1024;

/// The start of every cold page's key.
pub fn cold_prefix() -> String {
    format!("{PREFIX}c/")
}

/// The key of a tab's n-th page, and of no other page ever.
pub fn cold_key(actor: Actor, n: u64) -> String {
    format!("{}{actor}-{n:x}", cold_prefix())
}

/// What the head of a cold page says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cold {
    /// The projects and runs that its records belong to.
    pub roots: BTreeSet<RecordId>,
    /// Its records.
    pub ids: BTreeSet<String>,
}

#[derive(Serialize, Deserialize)]
struct Head {
    v: u32,
    of: BTreeSet<RecordId>,
    ids: BTreeSet<String>,
}

impl Cold {
    /// Whether all that it holds is in the archive and nothing of it is known already, so that it
    /// may stay as it is.
    pub fn can_stay(&self, replica: &Replica) -> bool {
        self.roots.iter().all(|root| is_archived(replica, *root)) && !self.overlaps(replica)
    }

    /// Whether something of it is known already.
    pub fn overlaps(&self, replica: &Replica) -> bool {
        self.ids.iter().any(|id| replica.knows(id))
    }

    /// Whether a write of this record concerns it: of one that it holds, or of whether it is
    /// archived.
    pub fn is_about(&self, id: &str) -> bool {
        if self.ids.contains(id) {
            return true;
        }
        let archived: Result<ArchivedId, _> = id.parse();
        archived.is_ok_and(|archived| self.roots.iter().any(|root| root.key == archived.key()))
    }
}

fn is_archived(replica: &Replica, root: RecordId) -> bool {
    let id = ArchivedId::from_key(root.key).to_string();
    match replica.joined(&id) {
        Joined::Record(_, Record::Archived(archived)) => {
            let Archived { of, .. } = &*archived;
            *of == root
        }
        _ => false,
    }
}

/// Pages for these records, each with the root it belongs to, in order of root.
pub fn encode_all(records: Vec<(RecordId, String, Cells)>) -> Vec<(Cold, String)> {
    let mut pages = Vec::new();
    let mut cold = Cold::default();
    let mut held: Vec<(String, Cells)> = Vec::new();
    let mut n_letters = 0;
    for (root, id, cells) in records {
        n_letters += cells
            .iter()
            .map(|(name, cell)| name.len() + cell.value.to_string().len())
            .sum::<usize>();
        cold.roots.insert(root);
        cold.ids.insert(id.clone());
        held.push((id, cells));
        if n_letters >= FULL {
            pages.push(encode(
                std::mem::take(&mut cold),
                &std::mem::take(&mut held),
            ));
            n_letters = 0;
        }
    }
    if !held.is_empty() {
        pages.push(encode(cold, &held));
    }
    pages
}

fn encode(cold: Cold, records: &[(String, Cells)]) -> (Cold, String) {
    let head = Head {
        v: FORMAT,
        of: cold.roots.clone(),
        ids: cold.ids.clone(),
    };
    let page = page::encode(records.iter().map(|(id, cells)| (id, cells)));
    let packed = lz4_flex::block::compress_prepend_size(page.as_bytes());
    // A letter for each byte: no browser counts such a text double.
    let packed: String = packed.into_iter().map(char::from).collect();
    let head = serde_json::to_string(&head).unwrap_or_default();
    (cold, checked::seal(&format!("{head}\n{packed}")))
}

/// The head of a stored cold page; the rest is checked and not read.
pub fn head(sealed: &str) -> Result<Cold, Unreadable> {
    let (head, _) = parts(sealed)?;
    check_version(head)?;
    let head: Head =
        serde_json::from_str(head).map_err(|error| Unreadable::Damaged(error.to_string()))?;
    Ok(Cold {
        roots: head.of,
        ids: head.ids,
    })
}

/// The records of a stored cold page.
pub fn decode(sealed: &str) -> Result<Vec<(String, Cells)>, Unreadable> {
    let damaged = || Unreadable::Damaged("it cannot be unpacked".to_owned());
    let (_, packed) = parts(sealed)?;
    let bytes: Result<Vec<u8>, _> = packed.chars().map(u8::try_from).collect();
    let page = lz4_flex::block::decompress_size_prepended(&bytes.map_err(|_| damaged())?);
    let page = String::from_utf8(page.map_err(|_| damaged())?).map_err(|_| damaged())?;
    page::decode(&page)
}

fn parts(sealed: &str) -> Result<(&str, &str), Unreadable> {
    let damaged = |why: &str| Unreadable::Damaged(why.to_owned());
    let text = checked::open(sealed).map_err(damaged)?;
    text.split_once('\n')
        .ok_or_else(|| damaged("it has no head"))
}
