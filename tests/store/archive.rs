//! The archive in storage: packed, left alone at opening, and never a loss (SPEC Y9 to Y11).

use std::sync::Arc;

use domain::command::{ImportCommand, ProjectCommand, SampleCommand};
use domain::id::{ProjectId, RecordId};
use domain::import::{Mode, read};
use domain::lists::List;
use domain::model::{Archived, Project, Stage, Task};
use domain::workspace::Workspace;
use proptest::prelude::*;
use reactive_graph::traits::GetUntracked;
use store::memory::MemoryStorage;
use store::{Storage, Store, as_of};

use crate::past::{Deeds, Tab};
use crate::probe::{Probe, bytes};
use crate::sealed::is_cold;
use crate::steps::{Step, Walker, any_steps};
use crate::tally::cases;
use crate::world::{
    Browser, archive_all, damaged_keys, done_project, project, rename, restore_one, shown,
    snapshot, task, titles, try_long_task,
};

/// As many compactions as packing takes from first to last.
fn pack(store: &Store) {
    for _ in 0..8 {
        if !store.wants_compaction() {
            return;
        }
        let compaction = store.start_compaction().unwrap();
        store.finish_compaction(compaction).unwrap();
    }
    panic!("packing does not come to an end");
}

/// What is in memory of the archive.
fn n_away(store: &Store) -> usize {
    store.read(|workspace| workspace.away().len())
}

/// A tab whose storage has one packed project of so many tasks, beside one that goes on.
fn packed(browser: &Browser, n: usize) -> (Probe, Store, ProjectId) {
    let probe = Probe::default();
    let store = browser.open_on(probe.clone());
    let home = done_project(&store, "Move house");
    for n in 0..n {
        task(&store, home, &format!("Box {n}"));
    }
    let other = project(&store, "Open a shop");
    task(&store, other, "Find a place");
    archive_all(&store).unwrap();
    pack(&store);
    (probe, store, home)
}

#[test]
fn packed_work_is_not_read_at_opening_and_comes_back_whole() {
    // Y11
    let browser = Browser::new();
    let (probe, store, home) = packed(&browser, 40);
    assert_eq!(n_away(&store), 0, "let go of in this tab, too");
    let reopened = browser.open_on(probe.clone());
    assert_eq!(n_away(&reopened), 0);
    assert_eq!(reopened.read(Workspace::n_records), 3);
    let names = reopened.read(|ws| ws.list::<Archived>(List::Archived).count());
    assert_eq!(names, 1);

    restore_one(&reopened, 0).unwrap();
    assert_eq!(titles(&snapshot(&reopened), home).len(), 40);
    assert!(snapshot(&browser.open_on(probe.clone())) == snapshot(&reopened));
    reopened.undo().unwrap();
    assert!(reopened.get::<Project>(home).is_none());
    pack(&reopened);
    assert_eq!(n_away(&browser.open_on(probe.clone())), 0);
    assert_eq!(probe.entries().keys().filter(|key| is_cold(key)).count(), 1);
}

#[test]
fn removing_the_sample_takes_what_was_packed_of_it_too() {
    // E2, Y11
    let browser = Browser::new();
    let probe = Probe::default();
    let store = browser.open_on(probe.clone());
    store.dispatch(SampleCommand::Load).unwrap();
    archive_all(&store).unwrap();
    pack(&store);
    let reopened = browser.open_on(probe.clone());
    assert_eq!(n_away(&reopened), 0);
    reopened.dispatch(SampleCommand::Remove).unwrap();
    assert!(reopened.whole().all_records().is_empty());
    assert!(browser.open_on(probe).whole().all_records().is_empty());
    reopened.undo().unwrap();
    assert!(reopened.read(|ws| ws.all::<Archived>().count()) > 0);
}

#[test]
fn packing_makes_room() {
    // Y11
    let browser = Browser::new();
    let probe = Probe::default();
    let store = browser.open_on(probe.clone());
    let home = done_project(&store, "Move house");
    for n in 0..300 {
        task(
            &store,
            home,
            &format!("Carry box {n} of the kitchen down to the car"),
        );
    }
    let compaction = store.start_compaction().unwrap();
    store.finish_compaction(compaction).unwrap();
    let size = || {
        let mut entries = probe.entries();
        entries.remove("loopline/1/reserve");
        bytes(&entries)
    };
    let before = size();
    archive_all(&store).unwrap();
    pack(&store);
    let after = size();
    assert!(after * 5 < before * 2, "{after} of {before} bytes");
}

#[test]
fn what_is_packed_is_cut_into_pages_that_are_quickly_read() {
    // Y11
    let browser = Browser::new();
    let (probe, store, home) = packed(&browser, 1_000);
    let is_of_archive = |(key, _): &(String, String)| is_cold(key);
    let pages: Vec<_> = probe.entries().into_iter().filter(is_of_archive).collect();
    // Each task is some 70 letters, and a page is full with 48 Ki of them.
    assert!((2..=4).contains(&pages.len()), "{} pages", pages.len());
    assert!(pages.iter().all(|(_, page)| page.len() < 64 * 1024));
    restore_one(&store, 0).unwrap();
    assert_eq!(titles(&snapshot(&store), home).len(), 1_000);
}

#[test]
fn in_a_storage_that_is_nearly_full_finished_work_can_be_archived_and_makes_room() {
    // Y6, Y11
    let browser = Browser::new();
    let probe = Probe::default();
    probe.say(600_000);
    probe.limit(600_000);
    let store = browser.open_on(probe.clone());
    let home = done_project(&store, "Move house");
    while try_long_task(&store, home).is_ok() {
        if store.wants_compaction() {
            let compaction = store.start_compaction().unwrap();
            store.finish_compaction(compaction).unwrap();
        }
    }
    let before = bytes(&probe.entries());
    archive_all(&store).unwrap();
    for _ in 0..400 {
        let compaction = store.start_compaction().unwrap();
        store.finish_compaction(compaction).unwrap();
    }
    let after = bytes(&probe.entries());
    assert!(after * 2 < before, "{after} of {before} bytes");
    let other = project(&store, "Open a shop");
    task(&store, other, "Find a place");
    assert!(snapshot(&browser.open_on(probe.copy())) == snapshot(&store));
}

#[test]
fn what_another_tab_wrote_to_it_meanwhile_comes_back_with_it() {
    // Y9, Y11
    let browser = Browser::new();
    let probe = Probe::default();
    let store = browser.open_on(probe.clone());
    let home = done_project(&store, "Move house");
    let id = task(&store, home, "Pack");
    // The other tab sees the work as it was before.
    let seen_late = probe.copy();
    let seen_before = seen_late.entries();
    let late = browser.open_on(seen_late.clone());
    archive_all(&store).unwrap();
    let archived = probe.entries();
    pack(&store);
    rename(&late, id, "Pack the kitchen");
    task(&late, home, "Clean");
    for (key, text) in archived {
        late.written_elsewhere(&key, &text);
    }
    assert!(late.get::<Project>(home).is_none());
    assert!(late.get::<Task>(id).is_none());

    // Its edits arrive after all was packed and let go of.
    let written = late.seal();
    for (key, text) in seen_late.entries() {
        if seen_before.contains_key(&key) {
            continue;
        }
        probe.set(&key, &text).unwrap();
        store.written_elsewhere(&key, &text);
    }
    let reopened = browser.open_on(probe.copy());
    assert!(reopened.damages().get_untracked().is_empty());
    assert_eq!(reopened.seal(), written);
    assert!(store.get::<Task>(id).is_none());
    assert_eq!(store.seal(), written);
    pack(&store);
    assert_eq!(browser.open_on(probe.copy()).seal(), written);
    restore_one(&store, 0).unwrap();
    assert_eq!(titles(&snapshot(&store), home).len(), 2);
    assert_eq!(shown(&store, id).unwrap().title, "Pack the kitchen");
}

#[test]
fn a_copy_has_what_was_packed_and_reading_it_changes_nothing() {
    // Y10, Y11
    let browser = Browser::new();
    let (probe, store, _) = packed(&browser, 5);
    let entries = probe.entries();
    let file = store.seal();
    assert_eq!(file.matches("Box ").count(), 5);
    assert_eq!(n_away(&store), 0);
    let whole = store.whole();
    assert_eq!(whole.ids::<Project>(List::ProjectsIn(Stage::Done)).len(), 1);
    assert_eq!(probe.entries(), entries);
    assert!(!store.wants_compaction());
}

#[test]
fn the_work_as_it_was_before_the_archive_is_shown_whole() {
    // Y1, Y10
    let (browser, kept) = (Browser::new(), Deeds::default());
    let store = Tab::open(&browser, &kept).store;
    let home = done_project(&store, "Move house");
    task(&store, home, "Pack");
    let then = kept.deeds().last().unwrap().stamp;
    archive_all(&store).unwrap();
    pack(&store);
    let past = store.read_whole(|now| as_of(now, &kept.deeds(), then));
    assert_eq!(titles(&past, home), ["Pack"]);
}

#[test]
fn undoing_a_replacement_of_everything_brings_the_archive_back_too() {
    // Y10
    let browser = Browser::new();
    let (_, store, _) = packed(&browser, 5);
    let before = store.seal();
    let other = Browser::new().open();
    project(&other, "Another life");
    let command = ImportCommand {
        mode: Mode::Replace,
        import: Arc::new(read(&other.seal()).unwrap()),
    };
    store.dispatch(command).unwrap();
    assert_eq!(snapshot(&store).all_records().len(), 1);
    let undone = store.undo().unwrap().unwrap();
    assert_eq!(undone.skipped, []);
    assert_eq!(store.seal(), before);
}

#[test]
fn a_damaged_cold_page_is_named_and_kept_and_nothing_else_is_lost() {
    // Y11
    let browser = Browser::new();
    let (probe, _, _) = packed(&browser, 5);
    let key = probe
        .entries()
        .into_keys()
        .find(|key| is_cold(key))
        .unwrap();
    let text = probe.get(&key).unwrap().unwrap();
    for damaged in ["", "00000000:{}", &text[..text.len() / 2 - 1]] {
        let storage = MemoryStorage::with_entries(probe.entries());
        storage.set(&key, damaged).unwrap();
        let store = browser.open_on(storage.clone());
        assert_eq!(damaged_keys(&store), std::slice::from_ref(&key));
        assert_eq!(store.damages().get_untracked().len(), 1);
        assert_eq!(storage.get(&key).unwrap().unwrap(), damaged);
        assert_eq!(store.read(Workspace::n_records), 3);
    }
}

#[test]
fn deleting_in_the_open_leaves_the_archive_alone() {
    // Y11
    let browser = Browser::new();
    let (probe, store, home) = packed(&browser, 5);
    let other = store.read(|ws| ws.all::<Project>().next().unwrap().0);
    store
        .dispatch(ProjectCommand::Delete { id: other })
        .unwrap();
    assert_eq!(n_away(&store), 0);
    let reopened = browser.open_on(probe.copy());
    restore_one(&reopened, 0).unwrap();
    assert_eq!(titles(&snapshot(&reopened), home).len(), 5);
    assert!(snapshot(&reopened).record(RecordId::from(other)).is_none());
}

/// Finishes the first project that is not.
fn finish_first(store: &Store) {
    let open = store.read(|ws| ws.ids::<Project>(List::ProjectsIn(Stage::Initiate)));
    if let Some(id) = open.first().copied() {
        let (stage, before) = (Stage::Done, None);
        store
            .dispatch(ProjectCommand::Move { id, stage, before })
            .unwrap();
    }
}

/// Steps in which much is put away, packed and brought back.
fn any_archiving(n: usize) -> impl Strategy<Value = Vec<(Step, u8)>> {
    let turns = prop::collection::vec(0_u8..16, n);
    (any_steps(n), turns).prop_map(|(steps, turns)| steps.into_iter().zip(turns).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(576)))]

    #[test]
    fn every_prefix_of_the_writes_of_archiving_and_packing_is_complete(steps in any_archiving(50)) {
        // Y11
        let browser = Browser::new();
        let probe = Probe::default();
        let mut walker = Walker::new(browser.open_on(probe.clone()));
        let mut history = vec![(0, Workspace::default())];
        for (step, turn) in &steps {
            match turn {
                0 => drop(project(&walker.store, "Move house")),
                1 => finish_first(&walker.store),
                2..=3 => drop(archive_all(&walker.store)),
                4 => drop(restore_one(&walker.store, usize::from(*turn))),
                5..=9 => {
                    let step = if turn % 2 == 0 { Step::FinishCompaction } else { Step::StartCompaction };
                    walker.take(&step).unwrap();
                }
                _ => walker.take(step).unwrap(),
            }
            history.push((probe.n_writes(), snapshot(&walker.store)));
        }
        for (n_writes, survived) in probe.prefixes().into_iter().enumerate() {
            let expected = &history.iter().rev().find(|(n, _)| *n <= n_writes).unwrap().1;
            let storage = MemoryStorage::with_entries(survived.clone());
            let recovered = browser.open_on(storage.clone());
            prop_assert!(snapshot(&recovered) == *expected, "after write {}", n_writes);
            prop_assert_eq!(recovered.damages().get_untracked(), []);
            prop_assert!(storage.entries() == survived);
        }
        prop_assert!(browser.open_on(probe.copy()).seal() == walker.store.seal());
    }
}
