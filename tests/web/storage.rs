//! The browser's local storage behind the store's port.

use loopline::platform::storage::{BrowserStorage, used_bytes};
use store::Storage;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn what_is_set_is_there_byte_for_byte_until_it_is_removed() {
    let storage = BrowserStorage::probe();
    let text = "line\nbreak \u{0} nul 🚲 משהו";
    storage.set("test/a", text).unwrap();
    assert_eq!(storage.get("test/a").unwrap().as_deref(), Some(text));
    assert!(storage.keys().unwrap().contains(&"test/a".to_owned()));
    storage.remove("test/a").unwrap();
    assert_eq!(storage.get("test/a").unwrap(), None);
}

#[wasm_bindgen_test]
fn a_letter_outside_latin_1_doubles_what_its_text_takes() {
    let storage = BrowserStorage::probe();
    let before = used_bytes();
    storage.set("test/b", "abcdé").unwrap();
    assert_eq!(used_bytes() - before, 6 + 5);
    storage.set("test/b", "abcdł").unwrap();
    assert_eq!(used_bytes() - before, 6 + 10);
    storage.remove("test/b").unwrap();
}

#[wasm_bindgen_test]
fn a_full_storage_says_so_and_keeps_the_old_text() {
    let storage = BrowserStorage::probe();
    storage.set("test/c", "old").unwrap();
    let refused = storage.set("test/c", &"x".repeat(6 * 1024 * 1024));
    assert_eq!(refused, Err(store::StorageError::Full));
    assert_eq!(storage.get("test/c").unwrap().as_deref(), Some("old"));
    storage.remove("test/c").unwrap();
}
