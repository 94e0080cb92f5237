//! Data from a newer Loopline: it is read on, nothing is written, and the page says to reload.

use proptest::prelude::*;
use store::{Recovered, Refused, Saving, Storage, Store};

use crate::probe::Probe;
use crate::sealed::seal;
use crate::steps::{Walker, any_steps};
use crate::tally::{cases, count};
use crate::world::{Browser, damaged_keys, project, saving, snapshot, task, try_task};

const ENTRY_KEY: &str = "loopline/1/j/00000000000000ff/00000000";

/// Each place in which a newer format can show itself.
fn newer_texts() -> [(&'static str, String); 4] {
    [
        ("loopline/1/header", "{\"format\":2}".to_owned()),
        ("loopline/1/header", seal("{\"format\":2}")),
        (ENTRY_KEY, seal("{\"v\":2,\"unheard\":\"of\"}")),
        ("loopline/1/p/00/00000000000000ff-0", seal("{\"v\":2}")),
    ]
}

fn assert_read_only(store: &Store, probe: &Probe) {
    let Saving::Refused { why } = saving(store) else {
        panic!("edits must be refused");
    };
    assert!(
        why.contains("newer Loopline") && why.contains("Reload the page"),
        "{why}"
    );
    let before = (snapshot(store), probe.n_writes());
    let home = before.0.all::<domain::model::Project>().next().unwrap().0;
    assert!(matches!(
        try_task(store, home, "Pack"),
        Err(Refused::NotSaved(_))
    ));
    // Not an undo, not a compaction, not a lost entry writes either.
    let _ = store.undo();
    let _ = store.redo();
    assert!(!store.wants_compaction());
    let compaction = store.start_compaction().unwrap();
    assert_eq!(store.finish_compaction(compaction), Ok(0));
    let recovered = store.recover(ENTRY_KEY, &lost_entry());
    assert_eq!(recovered, Ok(Recovered::Left), "the mirror keeps it");
    assert!(snapshot(store) == before.0);
    assert_eq!(probe.n_writes(), before.1, "zero bytes");
}

/// An entry that storage does not have.
fn lost_entry() -> String {
    let probe = Probe::default();
    let browser = Browser::new();
    browser.clock.advance(1_000);
    project(&browser.open_on(probe.clone()), "Lost");
    let keys = probe.keys_set_since(1);
    probe.entries()[&keys[0]].clone()
}

/// A store that is long enough to be worth compacting.
fn long_journal(browser: &Browser, probe: &Probe) -> Store {
    let store = browser.open_on(probe.clone());
    let home = project(&store, "Move house");
    for n in 0..200 {
        task(&store, home, &format!("Box {n}"));
    }
    store
}

#[test]
fn a_newer_format_anywhere_opens_for_reading_only() {
    for (key, text) in newer_texts() {
        let browser = Browser::new();
        let probe = Probe::default();
        let expected = snapshot(&long_journal(&browser, &probe));
        probe.set(key, &text).unwrap();
        let store = browser.open_on(probe.clone());
        assert!(snapshot(&store) == expected, "what is known is shown");
        assert_read_only(&store, &probe);
        assert_eq!(probe.entries()[key], text);
    }
}

#[test]
fn a_newer_format_from_another_tab_stops_this_ones_writing() {
    for (key, text) in newer_texts() {
        let browser = Browser::new();
        let probe = Probe::default();
        let store = long_journal(&browser, &probe);
        store.written_elsewhere(key, &text);
        assert_read_only(&store, &probe);
    }
}

#[test]
fn what_another_tab_of_this_format_writes_stops_nothing() {
    let browser = Browser::new();
    let (store, other) = (browser.open(), browser.open());
    project(&other, "Move house");
    let compaction = other.start_compaction().unwrap();
    browser.tell(&store);
    store.written_elsewhere("loopline/1/header", "{\"format\":1}");
    other.finish_compaction(compaction).unwrap();
    assert_eq!(saving(&store), Saving::Works);
}

#[test]
fn the_header_has_a_check_of_its_own_and_is_read_without_one_too() {
    let browser = Browser::new();
    project(&browser.open(), "Move house");
    let key = "loopline/1/header";
    assert_eq!(browser.storage.entries()[key], seal("{\"format\":1}"));
    browser.storage.set(key, "{\"format\":1}").unwrap();
    let store = browser.open();
    assert_eq!(
        (saving(&store), damaged_keys(&store)),
        (Saving::Works, vec![])
    );
    // It is not written anew.
    project(&store, "Paint the fence");
    assert_eq!(browser.storage.entries()[key], "{\"format\":1}");
}

#[test]
fn a_newer_tab_stops_a_compaction_between_its_halves() {
    let browser = Browser::new();
    let probe = Probe::default();
    let store = long_journal(&browser, &probe);
    let compaction = store.start_compaction().unwrap();
    store.written_elsewhere(ENTRY_KEY, &seal("{\"v\":2}"));
    let n_writes = probe.n_writes();
    assert_eq!(store.finish_compaction(compaction), Ok(0));
    assert_eq!(probe.n_writes(), n_writes);
}

#[test]
fn other_tabs_edits_are_still_shown_while_writing_is_stopped() {
    let browser = Browser::new();
    let store = browser.open();
    store.written_elsewhere(ENTRY_KEY, &seal("{\"v\":2}"));
    let other = browser.open();
    project(&other, "Move house");
    browser.tell(&store);
    assert!(snapshot(&store) == snapshot(&other));
}

#[test]
fn a_newer_text_with_a_broken_check_is_damage_and_not_a_newer_format() {
    let browser = Browser::new();
    let store = browser.open();
    for key in newer_texts().map(|(key, _)| key) {
        store.written_elsewhere(key, "00000000:{\"v\":2,\"format\":2}");
    }
    assert_eq!(saving(&store), Saving::Works);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(24)))]

    #[test]
    fn beside_a_newer_tab_an_older_one_keeps_what_it_acknowledged_and_writes_no_more(
        before in any_steps(40),
        after in any_steps(40),
        newer in prop::sample::select(newer_texts().to_vec()),
    ) {
        count("T5", "actions beside a newer tab", before.len() + after.len());
        let (browser, probe) = (Browser::new(), Probe::default());
        let mut walker = Walker::new(browser.open_on(probe.clone()));
        for step in &before {
            walker.take(step).unwrap();
        }
        let (acknowledged, (key, text)) = (snapshot(&walker.store), newer);
        probe.set(key, &text).unwrap();
        walker.store.written_elsewhere(key, &text);
        let n_writes = probe.n_writes();
        for step in &after {
            let _ = walker.take(step);
        }
        prop_assert_eq!(probe.n_writes(), n_writes, "zero bytes");
        prop_assert!(snapshot(&walker.store) == acknowledged);
        prop_assert!(snapshot(&browser.open_on(probe)) == acknowledged);
    }
}
