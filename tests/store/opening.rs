//! Opening joins everything that is there, in whatever order and however often.

use std::cell::Cell;
use std::rc::Rc;

use proptest::prelude::*;
use store::memory::MemoryStorage;
use store::{Storage, StorageError};

use crate::probe::Probe;
use crate::steps::{Walker, any_steps};
use crate::tally::cases;
use crate::world::{Browser, project, snapshot, task};

/// A storage that lists its keys in another order each time.
struct Shuffled(MemoryStorage, Rc<Cell<u64>>);

impl Storage for Shuffled {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.0.get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.0.set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.1
            .set(self.1.get().wrapping_mul(6_364_136_223_846_793_005) + 1);
        let seed = self.1.get();
        let mut keys = self.0.keys()?;
        keys.sort_by_key(|key| crc32fast::hash(format!("{seed}{key}").as_bytes()));
        Ok(keys)
    }
}

#[test]
fn opening_writes_nothing() {
    let browser = Browser::new();
    let probe = Probe::default();
    browser.open_on(probe.clone());
    assert_eq!(probe.n_writes(), 0, "not even the header");
    project(&browser.open_on(probe.clone()), "Move house");
    let n = probe.n_writes();
    browser.open_on(probe.clone());
    assert_eq!(probe.n_writes(), n);
}

#[test]
fn what_other_pages_of_the_address_keep_is_neither_read_nor_touched() {
    let browser = Browser::new();
    browser.storage.set("theme", "dark").unwrap();
    browser
        .storage
        .set("looplines/1/j/x/0", "not ours")
        .unwrap();
    let store = browser.open();
    project(&store, "Move house");
    let compaction = store.start_compaction().unwrap();
    store.finish_compaction(compaction).unwrap();
    let entries = browser.storage.entries();
    assert_eq!(entries["theme"], "dark");
    assert_eq!(entries["looplines/1/j/x/0"], "not ours");
    assert_eq!(crate::world::damaged_keys(&browser.open()), [""; 0]);
}

#[test]
fn a_tab_that_opens_later_shows_what_an_open_tab_shows() {
    let browser = Browser::new();
    let store = browser.open();
    let home = project(&store, "Move house");
    task(&store, home, "Pack");
    assert!(snapshot(&browser.open()) == snapshot(&store));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(384)))]

    #[test]
    fn opening_again_at_any_time_shows_the_same(steps in any_steps(40)) {
        let browser = Browser::new();
        let mut walker = Walker::new(browser.open());
        for step in &steps {
            walker.take(step).unwrap();
            prop_assert!(browser.reopened() == snapshot(&walker.store), "{:?}", step);
        }
    }

    #[test]
    fn the_order_in_which_storage_lists_its_keys_does_not_matter(steps in any_steps(40), seed in any::<u64>()) {
        let browser = Browser::new();
        let mut walker = Walker::new(browser.open());
        for step in &steps {
            walker.take(step).unwrap();
        }
        let shuffled = Shuffled(browser.storage.clone(), Rc::new(Cell::new(seed)));
        prop_assert!(snapshot(&browser.open_on(shuffled)) == snapshot(&walker.store));
    }

    #[test]
    fn entries_that_arrive_in_any_order_and_twice_give_the_same(steps in any_steps(40), seed in any::<u64>()) {
        // Told one by one to a tab that knew nothing, in an order nobody wrote them in.
        let browser = Browser::new();
        let mut walker = Walker::new(browser.open());
        for step in steps.iter().filter(|step| !step.is_compaction()) {
            walker.take(step).unwrap();
        }
        let told = browser.open_on(MemoryStorage::default());
        let mut entries: Vec<_> = browser.storage.entries().into_iter().collect();
        entries.sort_by_key(|(key, _)| crc32fast::hash(format!("{seed}{key}").as_bytes()));
        let again: Vec<_> = entries.iter().step_by(2).cloned().collect();
        for (key, text) in entries.into_iter().chain(again) {
            told.written_elsewhere(&key, &text);
        }
        prop_assert!(snapshot(&told) == snapshot(&walker.store));
    }

    #[test]
    fn pages_beside_the_entries_they_were_made_of_change_nothing(steps in any_steps(40), at in any::<prop::sample::Index>()) {
        // Everything ever written is put back: each page beside the entries and pages it replaced.
        let browser = Browser::new();
        let probe = Probe::default();
        let mut walker = Walker::new(browser.open_on(probe.clone()));
        let cut = at.index(steps.len());
        for (n, step) in steps.iter().enumerate() {
            walker.take(step).unwrap();
            if n == cut {
                let compaction = walker.store.start_compaction().unwrap();
                walker.store.finish_compaction(compaction).unwrap();
            }
        }
        let mut everything = probe.entries();
        for prefix in probe.prefixes() {
            everything.extend(prefix);
        }
        let reopened = browser.open_on(MemoryStorage::with_entries(everything));
        prop_assert!(snapshot(&reopened) == snapshot(&walker.store));
    }
}
