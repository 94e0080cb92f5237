//! “Saved on disk” is said only when it is so.

use std::cell::RefCell;
use std::rc::Rc;

use reactive_graph::traits::GetUntracked;
use store::{Mirror, OnDisk, OnOutcome, Recovered, StorageError, Store};

use crate::probe::Probe;
use crate::sealed::seal;
use crate::world::{Browser, person, project, task, try_task};

/// A mirror whose transactions end when the test says so.
#[derive(Clone, Default)]
struct Slow(Rc<RefCell<Vec<OnOutcome>>>);

impl Mirror for Slow {
    fn append(&self, _: &str, _: &str, on_outcome: OnOutcome) {
        self.0.borrow_mut().push(on_outcome);
    }
}

impl Slow {
    fn end_first(&self, is_on_disk: bool) {
        let first = self.0.borrow_mut().remove(0);
        first.tell(is_on_disk);
    }
}

fn on_disk(store: &Store) -> OnDisk {
    store.on_disk().get_untracked()
}

fn with_mirror(browser: &Browser, probe: &Probe) -> (Store, Slow) {
    let store = browser.open_on(probe.clone());
    let slow = Slow::default();
    store.set_mirror(slow.clone());
    (store, slow)
}

#[test]
fn without_a_mirror_nothing_is_promised() {
    let store = Browser::new().open();
    project(&store, "Move house");
    assert_eq!(on_disk(&store), OnDisk::Unknown);
}

#[test]
fn an_edit_is_on_disk_when_its_copy_is() {
    let (browser, probe) = (Browser::new(), Probe::default());
    let (store, slow) = with_mirror(&browser, &probe);
    assert_eq!(on_disk(&store), OnDisk::Unknown, "nothing was heard yet");
    let home = project(&store, "Move house");
    assert_eq!(on_disk(&store), OnDisk::Pending(1));
    task(&store, home, "Pack");
    store.undo().unwrap();
    assert_eq!(on_disk(&store), OnDisk::Pending(3));
    slow.end_first(true);
    assert_eq!(on_disk(&store), OnDisk::Pending(2));
    slow.end_first(true);
    slow.end_first(true);
    assert_eq!(on_disk(&store), OnDisk::All);
    task(&store, home, "Pack again");
    assert_eq!(on_disk(&store), OnDisk::Pending(1));
}

#[test]
fn after_a_copy_that_failed_nothing_is_promised() {
    let (browser, probe) = (Browser::new(), Probe::default());
    let (store, slow) = with_mirror(&browser, &probe);
    let home = project(&store, "Move house");
    task(&store, home, "Pack");
    slow.end_first(false);
    assert_eq!(on_disk(&store), OnDisk::Unknown);
    // A later copy that arrives says nothing about the one that did not.
    slow.end_first(true);
    assert_eq!(on_disk(&store), OnDisk::Unknown);
}

#[test]
fn an_edit_that_was_refused_is_waited_for_by_nobody() {
    let (browser, probe) = (Browser::new(), Probe::default());
    let (store, slow) = with_mirror(&browser, &probe);
    let home = project(&store, "Move house");
    slow.end_first(true);
    probe.throw(StorageError::Full);
    try_task(&store, home, "Pack").unwrap_err();
    assert_eq!(on_disk(&store), OnDisk::All);
}

#[test]
fn other_tabs_edits_are_their_own_to_speak_of() {
    let browser = Browser::new();
    let store = browser.open();
    store.set_mirror(Slow::default());
    person(&browser.open(), "Ada");
    browser.tell(&store);
    assert_eq!(on_disk(&store), OnDisk::Unknown);
}

#[test]
fn a_copy_that_arrives_after_its_tab_is_gone_disturbs_nobody() {
    let (browser, probe) = (Browser::new(), Probe::default());
    let (store, slow) = with_mirror(&browser, &probe);
    project(&store, "Move house");
    drop(store);
    slow.end_first(true);
}

#[test]
fn the_mirror_may_forget_only_what_storage_holds() {
    let (browser, probe) = (Browser::new(), Probe::default());
    project(&browser.open_on(probe.clone()), "Move house");
    let entries = probe.entries();
    let (key, text) = entries.iter().find(|(key, _)| key.contains("/j/")).unwrap();
    let recover = |store: &Store, text: &str| {
        let recovered = store.recover(key, text);
        recovered.is_ok_and(Recovered::is_settled)
    };
    assert!(recover(&browser.open_on(probe.copy()), text), "it is known");
    let empty = Probe::default();
    assert!(recover(&browser.open_on(empty.clone()), text), "it is back");

    let full = Probe::default();
    full.throw(StorageError::Full);
    assert!(!recover(&browser.open_on(full.clone()), text), "no room");
    full.heal();
    assert!(recover(&browser.open_on(full), text), "the next start");
    let newer = seal("{\"v\":2}");
    assert!(!recover(&browser.open_on(empty), &newer), "a newer format");
}
