//! The newest journal entries in IndexedDB.
//!
//! A browser puts local storage on disk seconds later, up to a minute; a transaction of IndexedDB
//! is on its way within a millisecond. So a killed browser keeps in the mirror what it lost from
//! local storage. An entry stays for longer than any browser takes, and is then removed.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::set_timeout;
use store::Mirror;
use wasm_bindgen::prelude::*;
use web_sys::{IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransactionMode};

const DATABASE: &str = "loopline";
const JOURNAL: &str = "journal";

/// Longer than the slowest browser takes to put local storage on disk (85 s seen).
const KEPT: Duration = Duration::from_secs(180);

/// The mirror. Until its database is open, entries wait; where there is none, they are dropped.
#[derive(Clone, Default)]
pub struct BrowserMirror(Rc<RefCell<State>>);

#[derive(Default)]
struct State {
    database: Option<IdbDatabase>,
    waiting: Vec<(String, String)>,
    is_off: bool,
}

impl BrowserMirror {
    /// Opens the mirror and calls back once with every (key, entry) that is in it.
    pub fn open(on_kept: impl Fn(Vec<(String, String)>) + 'static) -> BrowserMirror {
        let mirror = BrowserMirror::default();
        if mirror.start(on_kept).is_err() {
            mirror.turn_off();
        }
        mirror
    }

    /// A browser without IndexedDB has no mirror; local storage is the store of record.
    fn turn_off(&self) {
        let mut state = self.0.borrow_mut();
        state.is_off = true;
        state.waiting.clear();
    }

    fn start(&self, on_kept: impl Fn(Vec<(String, String)>) + 'static) -> Result<(), JsValue> {
        let window = web_sys::window().ok_or("no window")?;
        let factory = window.indexed_db()?.ok_or("no IndexedDB")?;
        let request = factory.open_with_u32(DATABASE, 1)?;
        let upgraded = request.clone();
        let on_upgrade = Closure::once_into_js(move || {
            if let Ok(database) = database_of(&upgraded) {
                // It fails only when the store is there already.
                let _ = database.create_object_store(JOURNAL);
            }
        });
        request.set_onupgradeneeded(Some(on_upgrade.unchecked_ref()));
        let mirror = self.clone();
        let opened = request.clone();
        let on_success = Closure::once_into_js(move || {
            if let Ok(database) = database_of(&opened) {
                mirror.0.borrow_mut().database = Some(database);
                // What cannot be read back is still in local storage, unless the browser was killed.
                let _ = mirror.read_all(on_kept);
                mirror.flush();
            }
        });
        request.set_onsuccess(Some(on_success.unchecked_ref()));
        let mirror = self.clone();
        let on_error = Closure::once_into_js(move || mirror.turn_off());
        request.set_onerror(Some(on_error.unchecked_ref()));
        Ok(())
    }

    fn read_all(&self, on_kept: impl Fn(Vec<(String, String)>) + 'static) -> Result<(), JsValue> {
        let journal = self.journal(IdbTransactionMode::Readonly)?;
        let keys = journal.get_all_keys()?;
        let texts = journal.get_all()?;
        let last = texts.clone();
        let mirror = self.clone();
        let on_success = Closure::once_into_js(move || {
            let kept: Vec<(String, String)> =
                strings(&keys).into_iter().zip(strings(&texts)).collect();
            for (key, _) in &kept {
                mirror.remove_later(key.clone());
            }
            on_kept(kept);
        });
        // Requests of one transaction succeed in order: with the last, both are there.
        last.set_onsuccess(Some(on_success.unchecked_ref()));
        Ok(())
    }

    fn flush(&self) {
        let waiting = std::mem::take(&mut self.0.borrow_mut().waiting);
        for (key, text) in waiting {
            self.append(&key, &text);
        }
    }

    fn remove_later(&self, key: String) {
        let mirror = self.clone();
        let remove = move || {
            if let Ok(journal) = mirror.journal(IdbTransactionMode::Readwrite) {
                // An entry that stays is joined once more at the next start and changes nothing.
                let _ = journal.delete(&key.into());
            }
        };
        set_timeout(remove, KEPT);
    }

    fn journal(&self, mode: IdbTransactionMode) -> Result<IdbObjectStore, JsValue> {
        let state = self.0.borrow();
        let database = state.database.as_ref().ok_or("not open")?;
        database
            .transaction_with_str_and_mode(JOURNAL, mode)?
            .object_store(JOURNAL)
    }
}

impl Mirror for BrowserMirror {
    fn append(&self, key: &str, text: &str) {
        match self.journal(IdbTransactionMode::Readwrite) {
            Ok(journal) => {
                // A full disk refuses the copy; the entry itself is in local storage.
                let _ = journal.put_with_key(&text.into(), &key.into());
                self.remove_later(key.to_owned());
            }
            Err(_) => {
                let mut state = self.0.borrow_mut();
                if !state.is_off {
                    state.waiting.push((key.to_owned(), text.to_owned()));
                }
            }
        }
    }
}

fn database_of(request: &IdbOpenDbRequest) -> Result<IdbDatabase, JsValue> {
    request.result()?.dyn_into()
}

fn strings(request: &IdbRequest) -> Vec<String> {
    let Ok(result) = request.result() else {
        return Vec::new();
    };
    js_sys::Array::from(&result)
        .iter()
        .filter_map(|value| value.as_string())
        .collect()
}
