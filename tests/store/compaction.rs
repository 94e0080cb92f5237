//! Compaction: entries become pages, and nothing is removed before it is surely kept.

use domain::model::Task;
use store::{Storage, StorageError, Store};

use crate::probe::{Fault, Probe};
use crate::sealed::{is_entry, is_page};
use crate::world::{Browser, delete, project, rename, snapshot, task};

fn n_entries(probe: &Probe) -> usize {
    probe.entries().keys().filter(|key| is_entry(key)).count()
}

fn pages(probe: &Probe) -> Vec<String> {
    let entries = probe.entries();
    entries.into_keys().filter(|key| is_page(key)).collect()
}

/// A tab with so many tasks in one project, and its storage.
fn with_tasks(browser: &Browser, n: usize) -> (Probe, Store) {
    let probe = Probe::default();
    let store = browser.open_on(probe.clone());
    let home = project(&store, "Move house");
    for n in 0..n {
        task(&store, home, &format!("Box {n}"));
    }
    (probe, store)
}

fn compact(store: &Store) -> usize {
    let compaction = store.start_compaction().unwrap();
    store.finish_compaction(compaction).unwrap()
}

#[test]
fn compaction_is_wanted_once_the_journal_is_long_and_then_no_more() {
    let browser = Browser::new();
    let (probe, store) = with_tasks(&browser, 198);
    assert!(!store.wants_compaction());
    project(&store, "Paint the fence");
    assert!(store.wants_compaction());
    assert_eq!(compact(&store), 200);
    assert!(!store.wants_compaction());
    assert_eq!(n_entries(&probe), 0);
    assert!(snapshot(&browser.open_on(probe.copy())) == snapshot(&store));
}

#[test]
fn the_first_half_removes_nothing() {
    let browser = Browser::new();
    let (probe, store) = with_tasks(&browser, 20);
    let before = probe.entries();
    let _unfinished = store.start_compaction().unwrap();
    let after = probe.entries();
    assert!(
        before
            .iter()
            .all(|(key, text)| after.get(key) == Some(text))
    );
    assert!(after.len() > before.len());
    assert!(snapshot(&browser.open_on(probe.copy())) == snapshot(&store));
}

#[test]
fn when_the_browser_takes_a_page_back_nothing_is_removed() {
    let browser = Browser::new();
    for taken in 0..10 {
        let (probe, store) = with_tasks(&browser, 20);
        let compaction = store.start_compaction().unwrap();
        let written = pages(&probe);
        probe.remove(&written[taken % written.len()]).unwrap();
        let n = n_entries(&probe);
        assert_eq!(store.finish_compaction(compaction), Ok(0));
        assert_eq!(n_entries(&probe), n);
        assert!(snapshot(&browser.open_on(probe.copy())) == snapshot(&store));
        // Another try succeeds, and leaves nothing behind of the first.
        assert!(compact(&store) >= n);
        assert_eq!(n_entries(&probe), 0);
        let n_buckets = written.len();
        assert_eq!(pages(&probe).len(), n_buckets);
    }
}

#[test]
fn a_page_that_reads_back_as_another_text_does_not_count() {
    let browser = Browser::new();
    let (probe, store) = with_tasks(&browser, 20);
    let compaction = store.start_compaction().unwrap();
    let page = pages(&probe)[0].clone();
    let half: String = probe.entries()[&page].chars().take(20).collect();
    probe.set(&page, &half).unwrap();
    assert_eq!(store.finish_compaction(compaction), Ok(0));
    assert!(snapshot(&browser.open_on(probe.copy())) == snapshot(&store));
}

#[test]
fn edits_between_the_halves_are_kept() {
    let browser = Browser::new();
    let (probe, store) = with_tasks(&browser, 20);
    let home = project(&store, "Paint the fence");
    let (first, second) = (task(&store, home, "Buy paint"), task(&store, home, "Paint"));
    let compaction = store.start_compaction().unwrap();
    rename(&store, first, "Buy green paint");
    delete(&store, second);
    store.finish_compaction(compaction).unwrap();
    assert!(snapshot(&browser.open_on(probe.copy())) == snapshot(&store));
    assert_eq!(n_entries(&probe), 2);
}

#[test]
fn losing_the_last_writes_after_a_compaction_loses_no_older_edit() {
    // A killed browser forgets the newest writes: removals, then pages, then entries come undone.
    let browser = Browser::new();
    let (probe, store) = with_tasks(&browser, 40);
    let n_acknowledged = probe.n_writes();
    compact(&store);
    for survived in probe.prefixes().into_iter().skip(n_acknowledged) {
        let storage = store::memory::MemoryStorage::with_entries(survived);
        assert!(snapshot(&browser.open_on(storage)) == snapshot(&store));
    }
}

#[test]
fn a_compaction_that_finds_no_room_leaves_no_half_of_itself() {
    let browser = Browser::new();
    let (probe, store) = with_tasks(&browser, 20);
    let before = probe.entries();
    probe.fail(Fault::Throws {
        from: 5,
        // Each try of the page, and the reserve that would have made way.
        n: 5,
        error: StorageError::Full,
    });
    assert!(matches!(store.start_compaction(), Err(StorageError::Full)));
    // Pages that stay would fill the storage a little more with each try.
    assert!(probe.entries() == before);
}

#[test]
fn entries_that_another_tab_has_folded_are_not_waited_for() {
    let browser = Browser::new();
    let (probe, store) = with_tasks(&browser, 220);
    let other = browser.open_on(probe.clone());
    assert!(other.wants_compaction());
    compact(&store);
    // The other tab tries too, finds nothing to do, and is done with it.
    let n_writes = probe.n_writes();
    assert_eq!(compact(&other), 0);
    assert_eq!(probe.n_writes(), n_writes);
    assert!(!other.wants_compaction());
}

#[test]
fn two_tabs_that_compact_at_once_lose_nothing() {
    let browser = Browser::new();
    let (probe, one) = with_tasks(&browser, 30);
    let other = browser.open_on(probe.clone());
    let (first, second) = (one.start_compaction(), other.start_compaction());
    one.finish_compaction(first.unwrap()).unwrap();
    other.finish_compaction(second.unwrap()).unwrap();
    assert_eq!(n_entries(&probe), 0);
    assert!(snapshot(&browser.open_on(probe.copy())) == snapshot(&one));
}

#[test]
fn an_entry_that_was_changed_meanwhile_is_not_removed() {
    // Only the exact text that was folded may go.
    let browser = Browser::new();
    let (probe, store) = with_tasks(&browser, 3);
    let compaction = store.start_compaction().unwrap();
    let key = probe
        .entries()
        .into_keys()
        .find(|key| is_entry(key))
        .unwrap();
    probe.set(&key, "something else").unwrap();
    store.finish_compaction(compaction).unwrap();
    assert_eq!(probe.entries()[&key], "something else");
}

#[test]
fn pages_whose_texts_were_swapped_lose_nothing_when_compacted() {
    let browser = Browser::new();
    let (probe, store) = with_tasks(&browser, 20);
    compact(&store);
    let (written, entries) = (pages(&probe), probe.entries());
    for pair in written.chunks_exact(2) {
        probe.set(&pair[0], &entries[&pair[1]]).unwrap();
        probe.set(&pair[1], &entries[&pair[0]]).unwrap();
    }
    let ids: Vec<_> = store.read(|w| w.all::<Task>().map(|(id, _)| id).collect());
    for id in ids {
        // Each time one bucket is written anew; its old key now holds another bucket's records.
        let storage = probe.copy();
        let reopened = browser.open_on(storage.clone());
        rename(&reopened, id, "Unpacked");
        compact(&reopened);
        assert!(snapshot(&browser.open_on(storage)) == snapshot(&reopened));
    }
}
