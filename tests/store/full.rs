//! A storage that is truly full, by whatever else is kept at the address: growing is refused,
//! deleting works from the reserve, and afterwards there is room again.

use domain::id::{ProjectId, TaskId};
use proptest::prelude::*;
use store::memory::MemoryStorage;
use store::{Refused, Saving, Storage, StorageError, Store};

use crate::probe::{Probe, bytes};
use crate::steps::{Walker, any_steps};
use crate::tally::cases;
use crate::world::{
    Browser, damaged_keys, delete, project, saving, shown, snapshot, task, try_long_task, try_task,
};

const RESERVE: &str = "loopline/1/reserve";

fn has_reserve(probe: &Probe) -> bool {
    probe.entries().contains_key(RESERVE)
}

fn compact(store: &Store) -> Result<usize, StorageError> {
    store.finish_compaction(store.start_compaction()?)
}

/// A tab with a project of so many tasks, in a storage that is then full to the last byte.
fn full(browser: &Browser, n: usize) -> (Probe, Store, ProjectId, Vec<TaskId>) {
    let probe = Probe::default();
    let store = browser.open_on(probe.clone());
    let home = project(&store, "Move house");
    let ids = (0..n).map(|_| try_long_task(&store, home).unwrap());
    let ids = ids.collect();
    probe.limit(bytes(&probe.entries()));
    (probe, store, home, ids)
}

fn check(browser: &Browser, probe: &Probe, store: &Store) {
    let reopened = browser.open_on(probe.copy());
    assert!(snapshot(&reopened) == snapshot(store));
    assert_eq!(damaged_keys(&reopened), [""; 0]);
}

#[test]
fn a_full_storage_refuses_what_grows_and_keeps_its_reserve() {
    let browser = Browser::new();
    let (probe, store, home, _) = full(&browser, 3);
    let refused = try_task(&store, home, "Small").unwrap_err();
    assert_eq!(refused, Refused::NotSaved(StorageError::Full.to_string()));
    assert!(refused.to_string().contains("Everything saved is safe."));
    assert!(has_reserve(&probe));
    check(&browser, &probe, &store);
}

#[test]
fn a_full_storage_allows_deleting() {
    let browser = Browser::new();
    let (probe, store, home, ids) = full(&browser, 100);
    for id in &ids {
        delete(&store, *id);
    }
    assert_eq!(saving(&store), Saving::Works);
    assert_eq!(shown(&store, ids[0]), None);
    check(&browser, &probe, &store);

    // The room of the reserve is not for growing.
    assert!(!has_reserve(&probe));
    assert!(try_task(&store, home, "Small").is_err());
    check(&browser, &probe, &store);
}

#[test]
fn once_what_was_deleted_is_tidied_up_there_is_room_and_a_reserve_again() {
    let browser = Browser::new();
    let (probe, store, home, ids) = full(&browser, 100);
    for id in &ids[..60] {
        delete(&store, *id);
    }
    assert!(compact(&store).unwrap() > 0);
    assert!(has_reserve(&probe));
    check(&browser, &probe, &store);
    task(&store, home, "Small");
    assert_eq!(saving(&store), Saving::Works);
    check(&browser, &probe, &store);
}

#[test]
fn what_is_tidied_up_is_as_much_as_fits_into_the_room_that_there_is() {
    // The new pages of everything would be several times the reserve.
    let browser = Browser::new();
    let (probe, store, home, ids) = full(&browser, 200);
    for id in &ids[..100] {
        delete(&store, *id);
    }
    while store.wants_compaction() {
        let _ = compact(&store);
        check(&browser, &probe, &store);
    }
    assert!(has_reserve(&probe));
    for _ in 0..40 {
        try_long_task(&store, home).unwrap();
    }
    check(&browser, &probe, &store);
}

#[test]
fn a_deletion_that_finds_no_room_even_so_is_refused_and_changes_nothing() {
    let browser = Browser::new();
    let (probe, store, _, ids) = full(&browser, 3);
    probe.limit(0);
    let before = snapshot(&store);
    let delete = domain::command::TaskCommand::Delete { id: ids[0] };
    let refused = store.dispatch(delete.clone()).unwrap_err();
    assert_eq!(refused, Refused::NotSaved(StorageError::Full.to_string()));
    assert!(snapshot(&store) == before);
    check(&browser, &probe, &store);

    probe.limit(usize::MAX);
    store.dispatch(delete).unwrap();
    check(&browser, &probe, &store);
}

#[test]
fn a_crash_at_any_moment_of_all_this_keeps_what_was_acknowledged() {
    let browser = Browser::new();
    let (probe, store, home, ids) = full(&browser, 40);
    let mut acknowledged = vec![(probe.n_writes(), snapshot(&store))];
    let note = || (probe.n_writes(), snapshot(&store));
    for id in &ids[..30] {
        delete(&store, *id);
        acknowledged.push(note());
    }
    compact(&store).unwrap();
    acknowledged.push(note());
    task(&store, home, "Small");
    acknowledged.push(note());
    let prefixes = probe.prefixes().into_iter().enumerate();
    for (n_writes, survived) in prefixes.skip(acknowledged[0].0) {
        let last = acknowledged.iter().rev().find(|(n, _)| *n <= n_writes);
        let recovered = browser.open_on(MemoryStorage::with_entries(survived));
        assert!(
            snapshot(&recovered) == last.unwrap().1,
            "after write {n_writes}"
        );
        assert_eq!(damaged_keys(&recovered), [""; 0]);
    }
}

#[test]
fn whatever_is_under_the_reserves_key_is_neither_read_nor_damage() {
    for text in ["", "null", "{\"broken", "00000000:{\"v\":99}"] {
        let browser = Browser::new();
        project(&browser.open(), "Move house");
        browser.storage.set(RESERVE, text).unwrap();
        let store = browser.open();
        store.written_elsewhere(RESERVE, text);
        assert_eq!(damaged_keys(&store), [""; 0]);
        assert_eq!(saving(&store), Saving::Works);
        assert_eq!(snapshot(&store).n_records(), 1);
    }
}

#[test]
fn a_reserve_that_another_tab_has_spent_is_filled_by_whoever_grows_next() {
    let browser = Browser::new();
    let store = browser.open();
    let home = project(&store, "Move house");
    browser.storage.remove(RESERVE).unwrap();
    store.removed_elsewhere(RESERVE);
    task(&store, home, "Pack");
    assert!(browser.storage.entries().contains_key(RESERVE));
}

#[test]
fn where_there_is_not_even_room_for_the_reserve_nothing_is_begun() {
    let browser = Browser::new();
    let probe = Probe::default();
    probe.limit(10_000);
    let store = browser.open_on(probe.clone());
    let draft = domain::command::PersonDraft {
        name: "Ada".to_owned(),
        role: String::new(),
    };
    let refused = store.dispatch(domain::command::PersonCommand::Create { draft });
    assert!(matches!(refused, Err(Refused::NotSaved(_))));
    assert_eq!(snapshot(&store).n_records(), 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(144)))]

    #[test]
    fn in_any_little_room_what_is_shown_is_what_is_kept(
        steps in any_steps(60),
        room in 66_000_usize..90_000,
    ) {
        let browser = Browser::new();
        let probe = Probe::default();
        probe.limit(room);
        let mut walker = Walker::new(browser.open_on(probe.clone()));
        for step in &steps {
            let before = snapshot(&walker.store);
            if walker.take(step).is_err() {
                prop_assert!(snapshot(&walker.store) == before, "{:?}", step);
            }
            prop_assert!(snapshot(&browser.open_on(probe.copy())) == snapshot(&walker.store), "{:?}", step);
        }
    }
}
