//! What this Loopline cannot read stays as it is while work goes on beside it.

use domain::model::Task;
use store::memory::MemoryStorage;
use store::{Saving, Storage, Store};

use crate::sealed::{is_entry, is_page, seal};
use crate::world::{Browser, damaged_keys, project, rename, saving, snapshot, task};

fn compact(store: &Store) {
    let compaction = store.start_compaction().unwrap();
    store.finish_compaction(compaction).unwrap();
}

#[test]
fn a_kind_of_record_that_is_not_known_is_listed_and_survives_compaction() {
    let browser = Browser::new();
    let storage = &browser.storage;
    let entry = seal(
        "{\"v\":1,\"t\":[1773219600000,0,\"00000000000000ff\"],\"l\":\"Added a risk\",\
         \"w\":{\"rsk_0000000000001\":{\"name\":\"It may rain\"}}}",
    );
    let key = "loopline/1/j/00000000000000ff/00000000";
    storage.set(key, &entry).unwrap();
    let store = browser.open();
    assert_eq!(damaged_keys(&store), ["rsk_0000000000001"]);
    project(&store, "Move house");
    compact(&store);
    // A newer Loopline will know what to do with it.
    let texts = storage.entries().into_values();
    assert!(texts.filter(|text| text.contains("It may rain")).count() == 1);
    assert_eq!(storage.get(key), Ok(None), "it is in a page now");
    assert_eq!(damaged_keys(&browser.open()), ["rsk_0000000000001"]);
}

#[test]
fn a_damaged_text_from_another_tab_is_listed_and_changes_nothing() {
    let browser = Browser::new();
    let store = browser.open();
    project(&store, "Move house");
    let before = snapshot(&store);
    let key = "loopline/1/j/00000000000000ff/00000000";
    store.written_elsewhere(key, "00000000:{\"v\":1}");
    assert!(snapshot(&store) == before);
    assert_eq!(damaged_keys(&store), [key]);
    assert_eq!(saving(&store), Saving::Works);
}

#[test]
fn what_is_damaged_is_not_compacted_away() {
    let browser = Browser::new();
    let store = browser.open();
    let home = project(&store, "Move house");
    let ids: Vec<_> = (0..8)
        .map(|n| task(&store, home, &format!("Box {n}")))
        .collect();
    compact(&store);
    for id in &ids {
        rename(&store, *id, "Unpacked");
    }
    let mut entries = browser.storage.entries();
    let entry = entries.keys().find(|key| is_entry(key)).unwrap().clone();
    let page = entries.keys().find(|key| is_page(key)).unwrap().clone();
    for key in [&entry, &page] {
        let cut: String = entries[key].chars().take(30).collect();
        entries.insert(key.clone(), cut);
    }
    let browser = Browser::with_storage(MemoryStorage::with_entries(entries.clone()));
    let store = browser.open();
    for (id, _) in snapshot(&store).all::<Task>() {
        rename(&store, id, "Everything is written anew");
    }
    compact(&store);
    let after = browser.storage.entries();
    assert_eq!(
        (&after[&entry], &after[&page]),
        (&entries[&entry], &entries[&page])
    );
}
