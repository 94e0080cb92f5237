//! Undo and redo after a reload of the tab (SPEC U4 to U6).

use domain::command::ProjectCommand;
use domain::model::{Column, Project};
use domain::workspace::Workspace;
use proptest::prelude::*;

use crate::past::{Deeds, Tab};
use crate::steps::{act, any_own_history};
use crate::tally::{cases, count};
use crate::world::{Browser, move_to, project, rename, shown, snapshot, task};

#[test]
fn what_could_be_undone_and_redone_can_be_after_a_reload() {
    // U4
    let (browser, kept) = (Browser::new(), Deeds::default());
    let tab = Tab::open(&browser, &kept);
    let home = project(&tab.store, "Move house");
    let id = task(&tab.store, home, "Pack");
    move_to(&tab.store, id, Column::Done);
    tab.store.undo().unwrap();

    let tab = tab.reloaded(&browser, &kept);
    assert_eq!(tab.store.next_undo().unwrap(), "Added task “Pack”");
    assert_eq!(tab.store.next_redo().unwrap(), "Finished “Pack”");
    tab.store.redo().unwrap();
    assert_eq!(shown(&tab.store, id).unwrap().column, Column::Done);

    let tab = tab.reloaded(&browser, &kept);
    assert_eq!(tab.store.next_redo(), None);
    for _ in 0..3 {
        tab.store.undo().unwrap().unwrap();
    }
    assert_eq!(snapshot(&tab.store).n_records(), 0);
    assert_eq!(tab.store.undo(), Ok(None));
}

#[test]
fn a_large_deletion_comes_back_whole_after_a_reload() {
    // U4
    let (browser, kept) = (Browser::new(), Deeds::default());
    let tab = Tab::open(&browser, &kept);
    let home = project(&tab.store, "Move house");
    for n in 0..50 {
        task(&tab.store, home, &format!("Box {n}"));
    }
    let before = snapshot(&tab.store);
    tab.store
        .dispatch(ProjectCommand::Delete { id: home })
        .unwrap();
    let tab = tab.reloaded(&browser, &kept);
    assert!(tab.store.get::<Project>(home).is_none());
    tab.store.undo().unwrap();
    assert!(snapshot(&tab.store) == before);
}

#[test]
fn an_action_before_the_past_is_read_is_undone_first() {
    // U4
    let (browser, kept) = (Browser::new(), Deeds::default());
    let tab = Tab::open(&browser, &kept);
    let home = project(&tab.store, "Move house");
    let id = task(&tab.store, home, "Pack");
    tab.store.undo().unwrap();
    tab.store.redo().unwrap();

    let store = browser.open();
    store.set_past(kept.clone());
    let (earlier, _) = store.continue_session(Some(&tab.session));
    rename(&store, id, "Pack the kitchen");
    store.restore_steps(&earlier, kept.deeds());
    assert_eq!(
        store.next_undo().unwrap(),
        "Changed task “Pack the kitchen”"
    );
    store.undo().unwrap();
    assert_eq!(store.next_undo().unwrap(), "Added task “Pack”");
}

#[test]
fn an_undo_that_is_asked_for_before_the_past_is_read_waits_for_it() {
    // U4
    let (browser, kept) = (Browser::new(), Deeds::default());
    let tab = Tab::open(&browser, &kept);
    project(&tab.store, "Move house");
    let store = browser.open();
    let (earlier, _) = store.continue_session(Some(&tab.session));
    let asked = store.clone();
    store.when_restored(move || drop(asked.undo().unwrap()));
    assert_eq!(snapshot(&store).n_records(), 1);
    store.restore_steps(&earlier, kept.deeds());
    assert_eq!(snapshot(&store).n_records(), 0);
}

#[test]
fn another_tab_is_given_none_of_these_steps() {
    // U5
    let (browser, kept) = (Browser::new(), Deeds::default());
    let tab = Tab::open(&browser, &kept);
    project(&tab.store, "Move house");
    assert_eq!(Tab::open(&browser, &kept).store.next_undo(), None);
}

#[test]
fn a_duplicate_can_undo_what_was_done_before_it_and_nothing_after() {
    // U5
    let (browser, kept) = (Browser::new(), Deeds::default());
    let original = Tab::open(&browser, &kept);
    let home = project(&original.store, "Move house");
    browser.clock.advance(1_000);
    let duplicate = Tab::continued(&browser, &kept, Some(&original.session));
    browser.clock.advance(1_000);
    let id = task(&original.store, home, "Pack");
    browser.tell(&duplicate.store);
    let duplicate = duplicate.reloaded(&browser, &kept);
    assert_eq!(
        duplicate.store.next_undo().unwrap(),
        "Added project “Move house”"
    );
    assert!(shown(&duplicate.store, id).is_some());
}

#[test]
fn what_another_tab_did_since_is_left_as_it_is() {
    // U6
    let (browser, kept) = (Browser::new(), Deeds::default());
    let mine = Tab::open(&browser, &kept);
    let theirs = Tab::open(&browser, &kept);
    let home = project(&mine.store, "Move house");
    let id = task(&mine.store, home, "Pack");
    rename(&mine.store, id, "Pack the kitchen");
    browser.tell(&theirs.store);
    browser.clock.advance(1_000);
    rename(&theirs.store, id, "Pack everything");

    let mine = mine.reloaded(&browser, &kept);
    let undone = mine.store.undo().unwrap().unwrap();
    assert_eq!(undone.skipped, [id.into()]);
    assert_eq!(shown(&mine.store, id).unwrap().title, "Pack everything");
}

#[test]
fn a_deed_that_was_lost_or_damaged_costs_its_own_step_only() {
    // U6
    let (browser, kept) = (Browser::new(), Deeds::default());
    let tab = Tab::open(&browser, &kept);
    let home = project(&tab.store, "Move house");
    let id = task(&tab.store, home, "Pack");
    rename(&tab.store, id, "Pack the kitchen");
    kept.lose_last();
    let tab = tab.reloaded(&browser, &kept);
    assert_eq!(tab.store.next_undo().unwrap(), "Added task “Pack”");
    // The task was renamed since, and nobody knows by whom: it is not deleted.
    let undone = tab.store.undo().unwrap().unwrap();
    assert_eq!(undone.skipped, [id.into()]);
    assert!(shown(&tab.store, id).is_some());
    for junk in ["", "null", "{}", "[1,2"] {
        assert_eq!(store::Deed::decode(junk), None);
        assert_eq!(tab.store.continue_session(Some(junk)).0.actors().count(), 0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(1000)))]

    #[test]
    fn a_history_with_reloads_is_taken_back_and_made_again_whole(
        history in any_own_history(40),
        turns in prop::collection::vec(0_u8..8, 40),
    ) {
        // U4
        count("T18", "actions with reloads between", history.len());
        let (browser, kept) = (Browser::new(), Deeds::default());
        let mut tab = Tab::open(&browser, &kept);
        // What undoing everything leads through, from the first state to the latest.
        let mut states = vec![Workspace::default()];
        let mut n_undone = 0;
        for (action, turn) in history.iter().zip(turns) {
            match turn {
                0 => tab = tab.reloaded(&browser, &kept),
                1 => n_undone += usize::from(tab.store.undo().unwrap().is_some()),
                2 => n_undone -= usize::from(tab.store.redo().unwrap().is_some()),
                _ => if act(&tab.store, action).is_ok_and(|done| done.has_changed) {
                    states.truncate(states.len() - n_undone);
                    n_undone = 0;
                    states.push(snapshot(&tab.store));
                },
            }
        }
        let here = states.len() - 1 - n_undone;
        let tab = tab.reloaded(&browser, &kept);
        prop_assert!(snapshot(&tab.store) == states[here]);
        for state in states[..here].iter().rev() {
            tab.store.undo().unwrap().unwrap();
            prop_assert!(snapshot(&tab.store) == *state);
        }
        prop_assert_eq!(tab.store.undo(), Ok(None));
        let tab = tab.reloaded(&browser, &kept);
        for state in &states[1..] {
            tab.store.redo().unwrap().unwrap();
            prop_assert!(snapshot(&tab.store) == *state);
        }
        prop_assert_eq!(tab.store.redo(), Ok(None));
    }
}
