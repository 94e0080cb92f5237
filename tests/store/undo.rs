//! Undo and redo in one tab.

use domain::command::{SettingsCommand, SettingsDraft};
use domain::model::Column;
use domain::workspace::Workspace;
use proptest::prelude::*;
use store::{Saving, StorageError};

use crate::probe::Probe;
use crate::steps::{act, any_own_history};
use crate::tally::{cases, count};
use crate::world::{Browser, move_to, project, rename, saving, snapshot, task, titles};

#[test]
fn the_page_can_say_what_undo_and_redo_would_do() {
    let store = Browser::new().open();
    assert_eq!((store.next_undo(), store.next_redo()), (None, None));
    let home = project(&store, "Move house");
    let id = task(&store, home, "Pack");
    move_to(&store, id, Column::Done);
    assert_eq!(store.next_undo().unwrap(), "Finished “Pack”");

    let undone = store.undo().unwrap().unwrap();
    assert_eq!(
        (undone.label.as_str(), undone.skipped.len()),
        ("Finished “Pack”", 0)
    );
    assert_eq!(store.next_undo().unwrap(), "Added task “Pack”");
    assert_eq!(store.next_redo().unwrap(), "Finished “Pack”");
    let redone = store.redo().unwrap().unwrap();
    assert_eq!(redone.label, "Finished “Pack”");
    assert_eq!(store.next_redo(), None);
}

#[test]
fn with_nothing_to_undo_undo_does_nothing() {
    let browser = Browser::new();
    let probe = Probe::default();
    let store = browser.open_on(probe.clone());
    assert_eq!((store.undo(), store.redo()), (Ok(None), Ok(None)));
    assert_eq!(probe.n_writes(), 0);
}

#[test]
fn after_a_new_action_what_was_undone_cannot_be_redone() {
    let store = Browser::new().open();
    let home = project(&store, "Move house");
    task(&store, home, "Pack");
    store.undo().unwrap();
    task(&store, home, "Clean");
    assert_eq!(store.next_redo(), None);
    assert_eq!(store.redo(), Ok(None));
    assert_eq!(titles(&snapshot(&store), home), ["Clean"]);
}

#[test]
fn an_undo_that_cannot_be_kept_can_be_tried_again() {
    let browser = Browser::new();
    let probe = Probe::default();
    let store = browser.open_on(probe.clone());
    let home = project(&store, "Move house");
    let id = task(&store, home, "Pack");
    rename(&store, id, "Pack the kitchen");
    store.undo().unwrap();
    let before = snapshot(&store);
    let stacks = || (store.next_undo().unwrap(), store.next_redo().unwrap());
    let labels = stacks();

    probe.throw(StorageError::Full);
    store.undo().unwrap_err();
    store.redo().unwrap_err();
    assert!(snapshot(&store) == before);
    assert_eq!(stacks(), labels);

    probe.heal();
    store.redo().unwrap();
    assert_eq!(titles(&snapshot(&store), home), ["Pack the kitchen"]);
    assert_eq!(saving(&store), Saving::Works);
}

#[test]
fn what_was_undone_is_still_undone_after_opening_again() {
    let browser = Browser::new();
    let store = browser.open();
    let home = project(&store, "Move house");
    task(&store, home, "Pack");
    store.undo().unwrap();
    assert!(browser.reopened() == snapshot(&store));
    store.redo().unwrap();
    assert!(browser.reopened() == snapshot(&store));
    assert_eq!(titles(&browser.reopened(), home), ["Pack"]);
}

#[test]
fn only_so_many_steps_are_kept_and_the_oldest_are_forgotten() {
    let store = Browser::new().open();
    for n in 1..=210 {
        let your_name = format!("Ada {n}");
        let draft = SettingsDraft {
            your_name,
            ..SettingsDraft::of(&snapshot(&store).settings())
        };
        store.dispatch(SettingsCommand::Edit { draft }).unwrap();
    }
    let mut n_undone = 0;
    while store.undo().unwrap().is_some() {
        n_undone += 1;
    }
    assert_eq!(n_undone, 200);
    assert_eq!(snapshot(&store).settings().your_name, "Ada 10");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(2000)))]

    #[test]
    fn any_action_and_its_undo_are_nothing(history in any_own_history(40)) {
        count("T18", "actions undone and redone", history.len());
        let store = Browser::new().open();
        for action in &history {
            let before = snapshot(&store);
            if act(&store, action).is_ok_and(|done| done.has_changed) {
                let after = snapshot(&store);
                let undone = store.undo().unwrap().unwrap();
                prop_assert_eq!(undone.skipped, []);
                prop_assert!(snapshot(&store) == before, "{:?}", action);
                store.redo().unwrap();
                prop_assert!(snapshot(&store) == after, "{:?}", action);
            }
        }
    }

    #[test]
    fn a_whole_history_can_be_taken_back_and_made_again(history in any_own_history(60)) {
        count("T18", "actions undone and redone", history.len());
        let browser = Browser::new();
        let store = browser.open();
        let mut states = vec![Workspace::default()];
        for action in &history {
            if act(&store, action).is_ok_and(|done| done.has_changed) {
                states.push(snapshot(&store));
            }
        }
        for state in states.iter().rev().skip(1) {
            store.undo().unwrap().unwrap();
            prop_assert!(snapshot(&store) == *state);
        }
        prop_assert_eq!(store.undo(), Ok(None));
        for state in states.iter().skip(1) {
            store.redo().unwrap().unwrap();
            prop_assert!(snapshot(&store) == *state);
        }
        prop_assert_eq!(store.redo(), Ok(None));
        prop_assert!(browser.reopened() == snapshot(&store));
    }
}
