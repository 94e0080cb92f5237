//! An edit is kept before it is shown, and one that cannot be kept is not made.

use std::rc::Rc;

use store::memory::RefusingStorage;
use store::{Refused, Saving, StorageError};

use reactive_graph::traits::GetUntracked;

use crate::probe::{Fault, Probe};
use crate::sealed::is_entry;
use crate::world::{Browser, project, saving, shown, snapshot, task, titles, try_task};

#[test]
fn an_edit_is_written_before_it_is_shown() {
    let browser = Browser::new();
    let probe = Probe::default();
    let store = Rc::new(browser.open_on(probe.clone()));
    let home = project(&store, "Move house");
    let seen = Rc::new(std::cell::Cell::new(0));
    // Looks at the workspace at the moment of the write: the new task must not be there yet.
    let (page, n_seen) = (Rc::downgrade(&store), seen.clone());
    probe.watch(move |key| {
        assert!(is_entry(key));
        let page = page.upgrade().unwrap();
        assert!(titles(&snapshot(&page), home).is_empty());
        assert_eq!(page.next_undo().unwrap(), "Added project “Move house”");
        n_seen.set(n_seen.get() + 1);
    });
    task(&store, home, "Pack");
    assert_eq!(seen.get(), 1);
    assert_eq!(titles(&snapshot(&store), home), ["Pack"]);
}

/// Every way in which storage can fail to keep an edit, with words that the sentence must say.
fn faults() -> Vec<(Fault, &'static str)> {
    let throws = |error| Fault::Throws {
        from: 0,
        n: usize::MAX,
        error,
    };
    vec![
        (throws(StorageError::Full), "full"),
        (throws(StorageError::Denied), "Allow site data"),
        (
            throws(StorageError::Failed("disk on fire".to_owned())),
            "disk on fire",
        ),
        (Fault::Forgets, "did not read back"),
        (Fault::Tears, "did not read back"),
        (Fault::Unreadable, "it went away"),
    ]
}

#[test]
fn an_edit_that_cannot_be_kept_changes_nothing_and_says_why() {
    for (fault, words) in faults() {
        let browser = Browser::new();
        let probe = Probe::default();
        let store = browser.open_on(probe.clone());
        let home = project(&store, "Move house");
        let before = snapshot(&store);

        probe.fail(fault.clone());
        let refused = try_task(&store, home, "Pack").unwrap_err();
        let sentence = refused.to_string();
        assert!(
            sentence.starts_with("This was not saved, so it was not changed. ")
                && sentence.contains(words)
                && sentence.ends_with('.'),
            "{sentence}"
        );
        assert!(snapshot(&store) == before, "{fault:?}");
        assert_eq!(store.next_undo().unwrap(), "Added project “Move house”");
        assert_eq!(store.next_redo(), None);
        assert!(matches!(saving(&store), Saving::LastFailed { why } if why.contains(words)));
    }
}

#[test]
fn what_was_refused_does_not_come_back_with_the_next_opening() {
    for (fault, _) in faults() {
        let browser = Browser::new();
        let probe = Probe::default();
        let store = browser.open_on(probe.clone());
        let home = project(&store, "Move house");
        probe.fail(fault.clone());
        try_task(&store, home, "Pack").unwrap_err();
        let reopened = browser.open_on(probe.copy());
        assert!(snapshot(&reopened) == snapshot(&store), "{fault:?}");
        assert_eq!(reopened.damages().get_untracked(), [], "{fault:?}");
    }
}

#[test]
fn the_next_edit_works_once_there_is_room_again() {
    for (fault, _) in faults() {
        let browser = Browser::new();
        let probe = Probe::default();
        let store = browser.open_on(probe.clone());
        let home = project(&store, "Move house");
        probe.fail(fault.clone());
        try_task(&store, home, "Pack").unwrap_err();

        probe.heal();
        let id = task(&store, home, "Pack again");
        assert_eq!(saving(&store), Saving::Works);
        assert_eq!(shown(&store, id).unwrap().title, "Pack again");
        let reopened = browser.open_on(probe.copy());
        assert!(snapshot(&reopened) == snapshot(&store), "{fault:?}");
    }
}

#[test]
fn a_storage_that_is_denied_is_not_taken_for_an_empty_one() {
    let browser = Browser::new();
    let store = browser.open_on(RefusingStorage(StorageError::Denied));
    assert!(matches!(saving(&store), Saving::Refused { why } if why.contains("Allow site data")));
    // Edits are refused from the start, and told so before anything is tried.
    let draft = domain::command::ProjectDraft {
        name: "Move house".to_owned(),
        ..Default::default()
    };
    let stage = domain::model::Stage::Plan;
    let refused = store.dispatch(domain::command::ProjectCommand::Create { draft, stage });
    assert!(matches!(refused, Err(Refused::NotSaved(_))));
    assert_eq!(snapshot(&store).n_records(), 0);
}

#[test]
fn a_storage_that_fails_while_it_is_read_is_opened_for_reading_only() {
    let browser = Browser::new();
    let probe = Probe::default();
    project(&browser.open_on(probe.clone()), "Move house");
    let n_writes = probe.n_writes();
    probe.fail(Fault::Unreadable);
    let store = browser.open_on(probe.clone());
    // Even when it can be read again: what was not read might be overwritten.
    probe.heal();
    assert!(matches!(saving(&store), Saving::Refused { why } if why.contains("it went away")));
    assert!(
        store
            .dispatch(domain::command::SampleCommand::Load)
            .is_err()
    );
    assert_eq!(probe.n_writes(), n_writes);
}

#[test]
fn what_a_rule_refuses_is_not_written() {
    let browser = Browser::new();
    let probe = Probe::default();
    let store = browser.open_on(probe.clone());
    let home = project(&store, "Move house");
    let n_writes = probe.n_writes();
    assert!(matches!(try_task(&store, home, " "), Err(Refused::Rule(_))));
    assert_eq!(probe.n_writes(), n_writes);
    assert_eq!(saving(&store), Saving::Works);
}
