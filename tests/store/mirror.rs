//! The mirror: a copy of every entry, and the way back for one that storage has lost.

use std::cell::RefCell;
use std::rc::Rc;

use domain::command::PersonCommand;
use domain::model::Person;
use proptest::prelude::*;
use store::memory::MemoryStorage;
use store::{Mirror, OnOutcome, Recovered, Storage, StorageError, Store};

use crate::probe::Probe;
use crate::sealed::is_entry;
use crate::steps::{Walker, any_steps};
use crate::tally::{cases, count};
use crate::world::{
    Browser, delete, edit, move_to, person, project, rename, shown, snapshot, task, titles,
    try_task,
};

#[derive(Clone, Default)]
struct Kept(Rc<RefCell<Vec<(String, String)>>>);

impl Mirror for Kept {
    fn append(&self, key: &str, text: &str, _: OnOutcome) {
        self.0.borrow_mut().push((key.to_owned(), text.to_owned()));
    }
}

impl Kept {
    /// Gives a tab everything that was kept; returns how many entries said something new.
    fn recover(&self, store: &Store) -> usize {
        let kept = self.0.borrow();
        let news = kept
            .iter()
            .filter(|(key, text)| store.recover(key, text) == Ok(Recovered::Written));
        news.count()
    }
}

/// A tab with a mirror, three actions, and their project.
fn worked(browser: &Browser, probe: &Probe) -> (Store, Kept, domain::id::ProjectId) {
    let store = browser.open_on(probe.clone());
    let kept = Kept::default();
    store.set_mirror(kept.clone());
    let home = project(&store, "Move house");
    let id = task(&store, home, "Pack");
    rename(&store, id, "Pack the kitchen");
    (store, kept, home)
}

#[test]
fn the_mirror_gets_every_entry_as_it_was_written() {
    let (browser, probe) = (Browser::new(), Probe::default());
    let (store, kept, home) = worked(&browser, &probe);
    store.undo().unwrap();
    let written = probe.entries().into_iter().filter(|(key, _)| is_entry(key));
    assert_eq!(*kept.0.borrow(), written.collect::<Vec<_>>());

    // What could not be written was not made, and so is not kept either.
    probe.throw(StorageError::Full);
    try_task(&store, home, "Clean").unwrap_err();
    assert_eq!(kept.0.borrow().len(), 4);
}

#[test]
fn what_other_tabs_write_is_not_sent_to_this_ones_mirror() {
    let browser = Browser::new();
    let store = browser.open();
    let kept = Kept::default();
    store.set_mirror(kept.clone());
    project(&browser.open(), "Move house");
    browser.tell(&store);
    assert_eq!(kept.0.borrow().len(), 0);
}

#[test]
fn a_lost_suffix_comes_back_from_the_mirror_and_stays() {
    let (browser, probe) = (Browser::new(), Probe::default());
    let (store, kept, _) = worked(&browser, &probe);
    for survived in probe.prefixes() {
        let storage = MemoryStorage::with_entries(survived);
        let n_lost = 3 - storage.entries().keys().filter(|key| is_entry(key)).count();
        let reopened = browser.open_on(storage.clone());
        assert_eq!(kept.recover(&reopened), n_lost);
        assert!(snapshot(&reopened) == snapshot(&store));
        assert!(snapshot(&browser.open_on(storage)) == snapshot(&store));
        assert_eq!(kept.recover(&reopened), 0, "once is enough");
    }
}

#[test]
fn an_entry_that_is_known_is_not_written_again() {
    let (browser, probe) = (Browser::new(), Probe::default());
    let (_, kept, _) = worked(&browser, &probe);
    let n_writes = probe.n_writes();
    let reopened = browser.open_on(probe.clone());
    assert_eq!(kept.recover(&reopened), 0);
    // Nor when it is known from pages only.
    let compaction = reopened.start_compaction().unwrap();
    assert_eq!(reopened.finish_compaction(compaction), Ok(3));
    let n_compacted = probe.n_writes();
    assert!(n_compacted > n_writes);
    assert_eq!(kept.recover(&browser.open_on(probe.clone())), 0);
    assert_eq!(probe.n_writes(), n_compacted);
}

#[test]
fn an_entry_of_a_record_that_was_deleted_and_compacted_says_nothing_new() {
    let (browser, probe) = (Browser::new(), Probe::default());
    let (store, kept, home) = worked(&browser, &probe);
    let id = domain::id::TaskId::from_key(store.keys(domain::lists::List::Tasks(home))[0]);
    delete(&store, id);
    let compaction = store.start_compaction().unwrap();
    store.finish_compaction(compaction).unwrap();
    let reopened = browser.open_on(probe.clone());
    assert_eq!(kept.recover(&reopened), 0);
    assert!(snapshot(&reopened) == snapshot(&store));
}

#[test]
fn a_recovered_entry_does_not_win_over_a_later_edit() {
    let (browser, probe) = (Browser::new(), Probe::default());
    let (_, kept, home) = worked(&browser, &probe);
    // The browser was killed: the renaming is lost, and then the person moves the task.
    let survived = probe.prefixes()[4].clone();
    let reopened = browser.open_on(MemoryStorage::with_entries(survived));
    assert_eq!(titles(&snapshot(&reopened), home), ["Pack"]);
    let id = domain::id::TaskId::from_key(reopened.keys(domain::lists::List::Tasks(home))[0]);
    browser.clock.advance(60_000);
    rename(&reopened, id, "Pack the garage");
    move_to(&reopened, id, domain::model::Column::Doing);
    kept.recover(&reopened);
    assert_eq!(shown(&reopened, id).unwrap().title, "Pack the garage");
}

#[test]
fn an_entry_that_was_overtaken_in_part_still_brings_back_the_rest() {
    // Removing Ada took her off the task, too. That was lost, and the task went to Grace meanwhile.
    let (browser, probe) = (Browser::new(), Probe::default());
    let store = browser.open_on(probe.clone());
    let (ada, grace) = (person(&store, "Ada"), person(&store, "Grace"));
    let home = project(&store, "Move house");
    let id = task(&store, home, "Pack");
    edit(&store, id, |draft| draft.assignee = Some(ada));
    let survived = probe.copy();
    let kept = Kept::default();
    store.set_mirror(kept.clone());
    store.dispatch(PersonCommand::Delete { id: ada }).unwrap();

    let reopened = browser.open_on(survived);
    browser.clock.advance(60_000);
    edit(&reopened, id, |draft| draft.assignee = Some(grace));
    assert_eq!(kept.recover(&reopened), 1);
    assert!(reopened.get::<Person>(ada).is_none());
    assert_eq!(shown(&reopened, id).unwrap().assignee, Some(grace));
}

#[test]
fn recovering_is_not_a_step_to_undo() {
    let (browser, probe) = (Browser::new(), Probe::default());
    let (_, kept, _) = worked(&browser, &probe);
    let reopened = browser.open_on(MemoryStorage::default());
    kept.recover(&reopened);
    assert_eq!(reopened.next_undo(), None);
}

#[test]
fn an_entry_that_cannot_be_written_back_is_not_shown_and_can_be_recovered_later() {
    let (browser, probe) = (Browser::new(), Probe::default());
    let (store, kept, _) = worked(&browser, &probe);
    let full = Probe::default();
    let reopened = browser.open_on(full.clone());
    full.throw(StorageError::Full);
    let (key, text) = kept.0.borrow()[0].clone();
    assert_eq!(reopened.recover(&key, &text), Err(StorageError::Full));
    assert_eq!(snapshot(&reopened).n_records(), 0);
    // The person tries an edit, which fails too; then there is room again.
    assert!(
        reopened
            .dispatch(domain::command::SampleCommand::Load)
            .is_err()
    );
    full.heal();
    assert_eq!(kept.recover(&reopened), 3);
    assert!(snapshot(&reopened) == snapshot(&store));
}

#[test]
fn a_damaged_entry_of_the_mirror_is_left_there() {
    let browser = Browser::new();
    let store = browser.open();
    let key = "loopline/1/j/00000000000000ff/00000000";
    for text in ["", "null", "00000000:{}"] {
        assert_eq!(store.recover(key, text), Ok(Recovered::Left));
    }
    assert_eq!(browser.storage.keys(), Ok(Vec::new()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(500)))]

    #[test]
    fn whatever_suffix_of_the_writes_a_browser_loses_the_mirror_brings_back(
        steps in any_steps(40),
        n_lost in 1_usize..=20,
    ) {
        // A browser that is killed, or reverts to what it had before, keeps a prefix of the writes.
        let (browser, probe, kept) = (Browser::new(), Probe::default(), Kept::default());
        let mut walker = Walker::new(browser.open_on(probe.clone()));
        walker.store.set_mirror(kept.clone());
        for step in &steps {
            walker.take(step).unwrap();
        }
        let prefixes = probe.prefixes();
        let survived = &prefixes[prefixes.len().saturating_sub(1 + n_lost)];
        count("T3", "sequences", 1);
        count("T3", "writes lost", n_lost.min(prefixes.len() - 1));
        let storage = MemoryStorage::with_entries(survived.clone());
        let reopened = browser.open_on(storage.clone());
        kept.recover(&reopened);
        prop_assert!(snapshot(&reopened) == snapshot(&walker.store));
        prop_assert!(snapshot(&browser.open_on(storage)) == snapshot(&walker.store));
    }
}
