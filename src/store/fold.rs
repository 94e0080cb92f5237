//! What a compaction is to write and to remove, chosen so that it fits beside what is there.

use std::collections::{BTreeMap, BTreeSet};

use crate::budget::size_of;
use crate::page::{self, bucket_of, page_key};
use crate::replica::Replica;
use crate::stamp::Actor;

/// A stored entry or page whose content is known, and which new pages may make superfluous.
pub struct Source {
    pub key: String,
    pub check: u32,
    pub size: usize,
    pub ids: BTreeSet<String>,
    /// Whether it is a cold page that was joined.
    pub is_cold: bool,
}

impl Source {
    fn lies_in(&self, buckets: &BTreeSet<u32>) -> bool {
        self.ids.iter().all(|id| buckets.contains(&bucket_of(id)))
    }

    /// The key with the check of the text that is known: only that text may go.
    fn exactly(&self) -> (String, u32) {
        (self.key.clone(), self.check)
    }
}

/// The pages to write, and the texts that they make superfluous.
#[derive(Default)]
pub struct Fold {
    pub pages: Vec<(u32, String)>,
    pub replaced: BTreeMap<String, u32>,
    /// Whether more of the journal may be folded once this has made room.
    pub is_partial: bool,
}

/// Everything that a choice depends on.
pub struct Journal<'a> {
    pub replica: &'a Replica,
    /// Records that a cold page holds, and that no other page need hold.
    pub packed: &'a BTreeSet<String>,
    pub entries: Vec<Source>,
    pub pages: Vec<Source>,
    /// The bytes in use.
    pub used: usize,
    /// The bytes that growing stops at.
    pub stop: usize,
    /// The bytes that may come to be in use while both old and new are there.
    pub limit: usize,
}

impl Journal<'_> {
    /// All of the journal where there is room for its pages; else the part of it that fits and
    /// frees the most; else nothing. Where growing has stopped, only what frees more than it takes.
    pub fn fold(&self) -> Fold {
        let dirty = self.dirty();
        let whole: BTreeMap<u32, String> = dirty
            .iter()
            .map(|bucket| (*bucket, self.whole(*bucket)))
            .collect();
        let all = self.replacing(&dirty, &whole);
        let (taken, freed) = (taken(&all), self.freed(&all));
        if self.fits(taken) && (self.used < self.stop || taken < freed) {
            return all;
        }
        let some = self.replacing(&self.best_buckets(&whole), &whole);
        if some.pages.is_empty() {
            self.renewing_best_sources()
        } else {
            some
        }
    }

    /// The buckets that must be written anew: those of the journal, of what is packed and still in
    /// a page, and of cold pages that were joined.
    fn dirty(&self) -> BTreeSet<u32> {
        let entries = self.entries.iter().flat_map(|entry| &entry.ids);
        let pages = self.pages.iter().flat_map(|page| {
            let is_dirty = move |id: &&String| page.is_cold || self.packed.contains(*id);
            page.ids.iter().filter(is_dirty)
        });
        entries.chain(pages).map(|id| bucket_of(id)).collect()
    }

    fn sources(&self) -> impl Iterator<Item = &Source> {
        self.entries.iter().chain(&self.pages)
    }

    fn fits(&self, bytes: usize) -> bool {
        self.used + bytes <= self.limit
    }

    /// Whether so much instead of so much is worth the writing.
    fn is_gain(&self, new: usize, old: usize) -> bool {
        let least = if self.used < self.stop { 0 } else { old / 8 };
        new + least < old
    }

    /// The page of everything in a bucket.
    fn whole(&self, bucket: u32) -> String {
        let is_wanted = |id: &str| bucket_of(id) == bucket && !self.packed.contains(id);
        let records = self.replica.records_where(is_wanted);
        page::encode(records.iter().map(|(id, cells)| (id, cells)))
    }

    /// Whole pages for these buckets. A key is no proof of what is under it, for damage can swap
    /// two texts: only what lies in these buckets with every record is superfluous.
    fn replacing(&self, buckets: &BTreeSet<u32>, whole: &BTreeMap<u32, String>) -> Fold {
        let pages = whole.iter().filter(|(bucket, _)| buckets.contains(bucket));
        let superfluous = self.sources().filter(|source| source.lies_in(buckets));
        Fold {
            pages: pages.map(|(b, text)| (*b, text.clone())).collect(),
            replaced: superfluous.map(Source::exactly).collect(),
            is_partial: !whole.keys().all(|bucket| buckets.contains(bucket)),
        }
    }

    /// The buckets whose new page is the most smaller than what it replaces, as many as fit.
    fn best_buckets(&self, whole: &BTreeMap<u32, String>) -> BTreeSet<u32> {
        let mut old_sizes: BTreeMap<u32, usize> = BTreeMap::new();
        for source in self.sources() {
            let mut buckets = source.ids.iter().map(|id| bucket_of(id));
            if let Some(bucket) = buckets.next()
                && buckets.all(|other| other == bucket)
            {
                *old_sizes.entry(bucket).or_default() += source.size;
            }
        }
        let candidates = whole.iter().map(|(bucket, text)| {
            let old = old_sizes.get(bucket).copied().unwrap_or_default();
            (*bucket, page_size(*bucket, text), old)
        });
        self.best(candidates.collect()).into_iter().collect()
    }

    /// Single entries and pages that would be much shorter if they were written again with what
    /// has become of their records: long ones of which most is deleted since.
    fn renewing_best_sources(&self) -> Fold {
        let sources: Vec<&Source> = self.sources().collect();
        let candidates = sources.iter().enumerate().map(|(idx, source)| {
            let pages = self.pages_of(source.ids.iter().collect());
            let new = pages.iter().map(|(b, text)| page_size(*b, text)).sum();
            (idx, new, source.size)
        });
        let best = self.best(candidates.collect());
        let best = best.iter().filter_map(|idx| sources.get(*idx));
        Fold {
            pages: self.pages_of(best.clone().flat_map(|source| &source.ids).collect()),
            replaced: best.map(|source| source.exactly()).collect(),
            is_partial: true,
        }
    }

    /// Pages of these records alone, to stand beside other pages of their buckets.
    fn pages_of(&self, ids: BTreeSet<&String>) -> Vec<(u32, String)> {
        let mut by_bucket: BTreeMap<u32, Vec<&String>> = BTreeMap::new();
        for id in ids {
            by_bucket.entry(bucket_of(id)).or_default().push(id);
        }
        let page = |ids: Vec<&String>| {
            let unpacked = ids.into_iter().filter(|id| !self.packed.contains(*id));
            let records = self.replica.records_of(unpacked);
            page::encode(records.iter().map(|(id, cells)| (id, cells)))
        };
        by_bucket
            .into_iter()
            .map(|(bucket, ids)| (bucket, page(ids)))
            .collect()
    }

    /// Of these with their new and old sizes, those that gain the most, as many as fit together.
    fn best<T: Copy + Ord>(&self, candidates: Vec<(T, usize, usize)>) -> Vec<T> {
        let mut gains: Vec<(usize, usize, T)> = candidates
            .into_iter()
            .filter(|(_, new, old)| self.is_gain(*new, *old))
            .map(|(what, new, old)| (old - new, new, what))
            .collect();
        gains.sort_unstable_by(|one, other| other.cmp(one));
        let mut taken = 0;
        let mut best = Vec::new();
        for (_, new, what) in gains {
            if self.fits(taken + new) {
                taken += new;
                best.push(what);
            }
        }
        best
    }

    fn freed(&self, fold: &Fold) -> usize {
        let gone = self.sources();
        let gone = gone.filter(|source| fold.replaced.contains_key(&source.key));
        gone.map(|source| source.size).sum()
    }
}

fn taken(fold: &Fold) -> usize {
    let pages = fold.pages.iter();
    pages.map(|(bucket, text)| page_size(*bucket, text)).sum()
}

/// The bytes of a page; a count of pages with many digits is taken for its key.
fn page_size(bucket: u32, text: &str) -> usize {
    size_of(
        &page_key(bucket, Actor::default(), u64::from(u32::MAX)),
        text,
    )
}
