//! What an action costs in storage: one small text on a key of this tab.

use domain::command::SampleCommand;
use domain::model::Column;
use store::Store;

use crate::probe::Probe;
use crate::sealed::{actor, is_entry};
use crate::world::{Browser, delete, edit, move_to, project, rename, task};

#[test]
fn one_action_is_one_write_however_many_records_it_touches() {
    let browser = Browser::new();
    let probe = Probe::default();
    let store = browser.open_on(probe.clone());
    store.dispatch(SampleCommand::Load).unwrap();
    assert_eq!(
        probe.n_writes(),
        3,
        "the header and the reserve once, and the entry"
    );

    let n = probe.n_writes();
    store.dispatch(SampleCommand::Remove).unwrap();
    store.undo().unwrap();
    store.redo().unwrap();
    let keys = probe.keys_set_since(n);
    assert_eq!((keys.len(), probe.n_writes()), (3, n + 3));
    assert!(keys.iter().all(|key| is_entry(key)));
}

#[test]
fn an_action_that_changes_nothing_writes_nothing() {
    let browser = Browser::new();
    let probe = Probe::default();
    let store = browser.open_on(probe.clone());
    let home = project(&store, "Move house");
    let id = task(&store, home, "Pack");
    let n = probe.n_writes();
    rename(&store, id, "Pack");
    assert_eq!(probe.n_writes(), n);
    // Nor is it something to undo.
    assert_eq!(store.next_undo().unwrap(), "Added task “Pack”");
}

#[test]
fn the_header_and_the_reserve_are_written_once_for_all_tabs() {
    let browser = Browser::new();
    let probe = Probe::default();
    project(&browser.open_on(probe.clone()), "Move house");
    project(&browser.open_on(probe.clone()), "Paint the fence");
    let keys = probe.keys_set_since(0);
    assert_eq!(keys.iter().filter(|key| !is_entry(key)).count(), 2);
    assert_eq!(keys[..2], ["loopline/1/header", "loopline/1/reserve"]);
}

#[test]
fn every_tab_writes_under_keys_of_its_own() {
    let browser = Browser::new();
    let probe = Probe::default();
    let (one, other) = (
        browser.open_on(probe.clone()),
        browser.open_on(probe.clone()),
    );
    let keys_of = |tab: &Store| {
        let n = probe.n_writes();
        let home = project(tab, "Move house");
        task(tab, home, "Pack");
        let keys = probe.keys_set_since(n);
        keys.into_iter()
            .filter(|key| is_entry(key))
            .collect::<Vec<_>>()
    };
    let (mine, theirs) = (keys_of(&one), keys_of(&other));
    assert_eq!((mine.len(), theirs.len()), (2, 2));
    assert_ne!(mine[0], mine[1]);
    assert_eq!(actor(&mine[0]), actor(&mine[1]));
    assert_eq!(actor(&theirs[0]), actor(&theirs[1]));
    assert_ne!(actor(&mine[0]), actor(&theirs[0]));
}

/// The characters that ordinary edits write, in a project that has so many tasks already.
fn sizes_beside(n_tasks: usize) -> Vec<usize> {
    let browser = Browser::new();
    let probe = Probe::default();
    let store = browser.open_on(probe.clone());
    let home = project(&store, "Move house");
    for n in 0..n_tasks {
        task(&store, home, &format!("Box {n}"));
    }
    let size_of = |action: &dyn Fn()| {
        let n = probe.n_writes();
        action();
        let keys = probe.keys_set_since(n);
        assert_eq!(keys.len(), 1);
        probe.entries()[&keys[0]].chars().count()
    };
    let id = task(&store, home, "Pack");
    vec![
        size_of(&|| rename(&store, id, "Pack the kitchen")),
        size_of(&|| {
            edit(&store, id, |draft| {
                draft.notes = "Fragile things first.".to_owned();
            });
        }),
        size_of(&|| move_to(&store, id, Column::Doing)),
        size_of(&|| move_to(&store, id, Column::Done)),
        size_of(&|| drop(store.undo().unwrap())),
        size_of(&|| delete(&store, id)),
        size_of(&|| {
            task(&store, home, "Unpack");
        }),
    ]
}

#[test]
fn an_edit_costs_the_same_in_a_small_and_in_a_large_workspace() {
    let (small, large) = (sizes_beside(100), sizes_beside(5_000));
    for (small, large) in small.iter().zip(&large) {
        assert!(*large < 4_096, "{large} characters");
        // A place in a longer list and a higher count have a few more digits.
        assert!(
            small.abs_diff(*large) <= 8,
            "{small} and {large} characters"
        );
    }
}
