//! Corruption: what is damaged is listed and left, all else is read.

use std::collections::BTreeMap;

use domain::workspace::Workspace;
use proptest::prelude::*;
use store::Saving;
use store::memory::MemoryStorage;

use crate::probe::Probe;
use crate::sealed::{is_entry, is_page, seal};
use crate::steps::{Walker, any_steps};
use crate::tally::{cases, count};
use crate::world::{Browser, damaged_keys, project, rename, saving, snapshot, task};

type Entries = BTreeMap<String, String>;

/// A store with pages and entries, each record written by one entry or page only.
fn golden() -> Entries {
    let browser = Browser::new();
    let store = browser.open();
    let work = |name: &str| {
        for n in 0..8 {
            let home = project(&store, &format!("{name} {n}"));
            rename(&store, task(&store, home, "Überprüfung 検査"), "Prüfung 検");
        }
    };
    work("Folded");
    let compaction = store.start_compaction().unwrap();
    store.finish_compaction(compaction).unwrap();
    work("Recent");
    browser.storage.entries()
}

/// Opens the entries, makes an edit, and checks that nothing but this edit was written.
fn open_damaged(entries: &Entries) -> (Workspace, Vec<String>) {
    let browser = Browser::with_storage(MemoryStorage::with_entries(entries.clone()));
    let store = browser.open();
    let opened = (snapshot(&store), damaged_keys(&store));
    assert!(
        browser.storage.entries() == *entries,
        "opening writes nothing"
    );
    assert_eq!(saving(&store), Saving::Works);
    project(&store, "After the damage");
    let after = browser.storage.entries();
    assert!(
        entries
            .iter()
            .all(|(key, text)| after.get(key) == Some(text))
    );
    opened
}

/// What the rest of the store amounts to without these keys.
fn without(entries: &Entries, keys: &[&str]) -> Workspace {
    let mut rest = entries.clone();
    rest.retain(|key, _| !keys.contains(&key.as_str()));
    snapshot(&Browser::new().open_on(MemoryStorage::with_entries(rest)))
}

/// Replaces one text. Either it still reads as what it was, or it is listed and all else is read.
fn check(entries: &Entries, key: &str, text: String, untouched: &[Workspace; 2]) {
    let mut damaged = entries.clone();
    damaged.insert(key.to_owned(), text);
    let (workspace, listed) = open_damaged(&damaged);
    let [whole, rest] = untouched;
    if listed.iter().any(|listed| listed == key) {
        assert!(workspace == *rest, "{key}: {:?}", damaged[key]);
    } else {
        assert!(workspace == *whole, "{key}: {:?}", damaged[key]);
    }
}

/// Two pages and two entries, with the workspace as a whole and without each.
fn victims(entries: &Entries) -> Vec<(String, [Workspace; 2])> {
    let keys = |is_kind: fn(&str) -> bool| entries.keys().filter(move |key| is_kind(key)).take(2);
    let keys = keys(is_page).chain(keys(is_entry));
    let whole = without(entries, &[]);
    keys.map(|key| (key.clone(), [whole.clone(), without(entries, &[key])]))
        .collect()
}

#[test]
fn a_text_cut_short_is_listed_and_all_else_is_read() {
    let entries = golden();
    for (key, untouched) in victims(&entries) {
        let letters: Vec<char> = entries[&key].chars().collect();
        let step = (letters.len() / 12).max(1);
        for n in (0..letters.len()).step_by(step) {
            check(&entries, &key, letters[..n].iter().collect(), &untouched);
        }
    }
}

#[test]
fn a_flipped_bit_is_noticed_or_harmless() {
    let entries = golden();
    for (key, untouched) in victims(&entries) {
        let bytes = entries[&key].as_bytes();
        let step = (bytes.len() * 8 / 60).max(1);
        for bit in (0..bytes.len() * 8).step_by(step) {
            let mut flipped = bytes.to_vec();
            flipped[bit / 8] ^= 1 << (bit % 8);
            // Storage holds texts: what is not one cannot come from it.
            if let Ok(text) = String::from_utf8(flipped) {
                check(&entries, &key, text, &untouched);
            }
        }
    }
}

#[test]
fn texts_that_were_never_ours_are_listed() {
    let entries = golden();
    for (key, untouched) in victims(&entries) {
        let texts = [
            "",
            "null",
            "{}",
            "[]",
            "0",
            ":",
            "00000000:",
            "zzzzzzzz:{}",
            "\u{fffd}",
            "undefined",
        ];
        let sealed = [
            "",
            "null",
            "{}",
            "[]",
            "{\"v\":1}",
            "{\"v\":\"1\"}",
            "{\"v\":-1}",
            "{\"v\":1,\"t\":[0,0,\"x\"],\"l\":\"\",\"w\":{}}",
        ];
        let texts = texts.map(str::to_owned).into_iter();
        for text in texts.chain(sealed.map(seal)) {
            check(&entries, &key, text, &untouched);
        }
    }
}

#[test]
fn without_a_readable_header_everything_is_still_read() {
    let mut entries = golden();
    let whole = without(&entries, &[]);
    for text in [
        "",
        "null",
        "{}",
        "{\"format\":",
        "{\"format\":-1}",
        "00000000:{\"format\":1}",
        "\u{fffd}",
    ] {
        entries.insert("loopline/1/header".to_owned(), text.to_owned());
        let (workspace, listed) = open_damaged(&entries);
        assert!(workspace == whole);
        assert_eq!(listed, ["loopline/1/header"]);
    }
    entries.remove("loopline/1/header");
    let browser = Browser::with_storage(MemoryStorage::with_entries(entries));
    assert!(snapshot(&browser.open()) == whole);
}

#[test]
fn swapped_texts_of_one_kind_still_join() {
    let entries = golden();
    let whole = without(&entries, &[]);
    for is_kind in [is_entry, is_page] {
        let keys: Vec<_> = entries.keys().filter(|key| is_kind(key)).take(2).collect();
        let mut swapped = entries.clone();
        swapped.insert(keys[0].clone(), entries[keys[1]].clone());
        swapped.insert(keys[1].clone(), entries[keys[0]].clone());
        let (workspace, listed) = open_damaged(&swapped);
        assert!(workspace == whole);
        assert_eq!(listed, [""; 0]);
    }
}

#[test]
fn an_entry_and_a_page_that_were_swapped_are_both_listed() {
    let entries = golden();
    let entry = entries.keys().find(|key| is_entry(key)).unwrap();
    let page = entries.keys().find(|key| is_page(key)).unwrap();
    let mut swapped = entries.clone();
    swapped.insert(entry.clone(), entries[page].clone());
    swapped.insert(page.clone(), entries[entry].clone());
    let (workspace, listed) = open_damaged(&swapped);
    assert!(workspace == without(&entries, &[entry, page]));
    assert!(listed.contains(entry) && listed.contains(page));
}

#[test]
fn keys_that_are_not_ours_are_left_alone() {
    let mut entries = golden();
    let whole = without(&entries, &[]);
    for key in [
        "loopline/1/",
        "loopline/1/q/1",
        "loopline/2/j/x/0",
        "other",
        "loopline/1/k\u{0}",
    ] {
        entries.insert(key.to_owned(), "{}".to_owned());
    }
    let (workspace, listed) = open_damaged(&entries);
    assert!(workspace == whole);
    assert_eq!(listed, [""; 0]);
}

/// The letters after which a text of a store is cut, one cut at a time.
const CUT: usize = 64;
/// Bits flipped in each store, one at a time.
const N_FLIPS: usize = 1_000;

/// Opens the entries with one text replaced. It is listed and all else is read, or it still reads
/// as it was; where several texts hold a record, what is read of it is at most older.
fn check_any(entries: &Entries, key: &str, text: String) {
    let mut damaged = entries.clone();
    damaged.insert(key.to_owned(), text);
    let storage = MemoryStorage::with_entries(damaged.clone());
    let store = Browser::new().open_on(storage.clone());
    let listed = damaged_keys(&store);
    // A record of which only later edits are left is listed by its own id.
    let is_ours = |listed: &String| listed == key || !listed.starts_with("loopline/");
    assert!(listed.iter().all(is_ours), "{listed:?}");
    let is_listed = listed.iter().any(|listed| listed == key);
    let left_out: &[&str] = if is_listed { &[key] } else { &[] };
    assert!(snapshot(&store) == without(entries, left_out), "{key}");
    assert!(storage.entries() == damaged, "opening writes nothing");
    assert_eq!(saving(&store), Saving::Works);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(10)))]

    #[test]
    fn any_store_is_read_whatever_is_cut_off_or_flipped_in_it(steps in any_steps(300)) {
        let probe = Probe::default();
        let mut walker = Walker::new(Browser::new().open_on(probe.clone()));
        for step in &steps {
            walker.take(step).unwrap();
        }
        let entries = probe.entries();
        let texts = entries.iter().filter(|(key, _)| is_entry(key) || is_page(key));
        let texts: Vec<_> = texts.collect();
        count("T4", "stores", 1);
        for (key, text) in &texts {
            let letters: Vec<char> = text.chars().collect();
            for n in (0..letters.len()).step_by(CUT) {
                count("T4", "texts cut short", 1);
                check_any(&entries, key, letters[..n].iter().collect());
            }
        }
        let n_bits: usize = texts.iter().map(|(_, text)| text.len() * 8).sum();
        let step = (n_bits / N_FLIPS).max(1);
        for flipped in (0..n_bits).step_by(step) {
            let mut bit = flipped;
            let (key, text) = texts
                .iter()
                .find(|(_, text)| {
                    let is_here = bit < text.len() * 8;
                    bit = if is_here { bit } else { bit - text.len() * 8 };
                    is_here
                })
                .unwrap();
            let mut bytes = text.as_bytes().to_vec();
            bytes[bit / 8] ^= 1 << (bit % 8);
            if let Ok(text) = String::from_utf8(bytes) {
                count("T4", "bits flipped", 1);
                check_any(&entries, key, text);
            }
        }
    }
}
