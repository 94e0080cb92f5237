//! A page: the joined fields of some records with their stamps, as one self-checked text.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::checked;
use crate::entry::{FORMAT, check_version};
use crate::load::{Unreadable, page_prefix};
use crate::replica::{Cell, Cells};
use crate::stamp::{Actor, Stamp};

/// Records are spread over this many pages, so that a page of a full store stays small.
pub const N_BUCKETS: u32 = 128;

/// The page a record belongs to.
pub fn bucket_of(id: &str) -> u32 {
    checked::crc32(id) % N_BUCKETS
}

/// The key of a tab's n-th page, and of no other page ever.
pub fn page_key(bucket: u32, actor: Actor, n: u64) -> String {
    format!("{}{bucket:02x}/{actor}-{n:x}", page_prefix())
}

#[derive(Serialize, Deserialize)]
struct Stored {
    v: u32,
    /// Every stamp of the page, once.
    s: Vec<String>,
    /// Record id to field name to (place of its stamp in `s`, value).
    r: BTreeMap<String, BTreeMap<String, (usize, Value)>>,
}

/// The page of these records as it is stored.
pub fn encode<'a>(records: impl Iterator<Item = (&'a String, &'a Cells)>) -> String {
    let mut stamp_idx: BTreeMap<Stamp, usize> = BTreeMap::new();
    let mut stored = Stored {
        v: FORMAT,
        s: Vec::new(),
        r: BTreeMap::new(),
    };
    for (id, cells) in records {
        let fields = cells.iter().map(|(name, cell)| {
            let idx = *stamp_idx.entry(cell.stamp).or_insert_with(|| {
                stored.s.push(cell.stamp.to_string());
                stored.s.len() - 1
            });
            (name.clone(), (idx, cell.value.clone()))
        });
        stored.r.insert(id.clone(), fields.collect());
    }
    checked::seal(&serde_json::to_string(&stored).unwrap_or_default())
}

/// Whether a text is a page that this build reads, as far as can be said without reading it.
pub fn check(sealed: &str) -> Result<(), Unreadable> {
    let text = checked::open(sealed).map_err(|why| Unreadable::Damaged(why.to_owned()))?;
    check_version(text)
}

/// The records of a stored page.
pub fn decode(sealed: &str) -> Result<Vec<(String, Cells)>, Unreadable> {
    let damaged = |why: &str| Unreadable::Damaged(why.to_owned());
    let text = checked::open(sealed).map_err(damaged)?;
    check_version(text)?;
    let stored: Stored =
        serde_json::from_str(text).map_err(|error| Unreadable::Damaged(error.to_string()))?;
    let stamps: Vec<Stamp> = stored
        .s
        .iter()
        .map(|stamp| stamp.parse().map_err(|()| damaged("a stamp is not one")))
        .collect::<Result<_, _>>()?;
    let mut records = Vec::with_capacity(stored.r.len());
    for (id, fields) in stored.r {
        let mut cells = Cells::new();
        for (name, (stamp_idx, value)) in fields {
            let stamp = *stamps
                .get(stamp_idx)
                .ok_or_else(|| damaged("a field has no stamp"))?;
            cells.insert(name, Cell { stamp, value });
        }
        records.push((id, cells));
    }
    Ok(records)
}
