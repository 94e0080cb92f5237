//! The newest journal entries in IndexedDB.
//!
//! A browser puts local storage on disk seconds later, up to a minute; a transaction of IndexedDB
//! is there within a millisecond or two. So a killed browser keeps in the mirror what it lost from
//! local storage. An entry that local storage holds stays for longer than any browser takes, and
//! is then removed; one that it does not hold stays.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::set_timeout;
use store::{Mirror, OnOutcome};
use wasm_bindgen::prelude::*;
use web_sys::{Event, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

const DATABASE: &str = "loopline";
const JOURNAL: &str = "journal";

/// Longer than the slowest browser takes to put local storage on disk: 85 s were seen, and Chromium waits for up to an hour
/// after much has been written, some six minutes for each MiB.
const KEPT: Duration = Duration::from_secs(2 * 60 * 60);

/// The mirror. Until its database is open, entries wait; where there is none, they are refused.
#[derive(Clone, Default)]
pub struct BrowserMirror(Rc<RefCell<State>>);

#[derive(Default)]
struct State {
    database: Option<IdbDatabase>,
    waiting: Vec<(String, String, OnOutcome)>,
    is_off: bool,
}

impl BrowserMirror {
    /// Opens the mirror and calls back with the key and text of every entry that is in it. The
    /// answer is whether local storage holds it, so that it may go after a while.
    pub fn open(is_settled: impl Fn(&str, &str) -> bool + 'static) -> BrowserMirror {
        let mirror = BrowserMirror::default();
        if mirror.start(is_settled).is_err() {
            mirror.turn_off();
        }
        mirror
    }

    /// A browser without IndexedDB has no mirror; local storage is the store of record.
    fn turn_off(&self) {
        self.0.borrow_mut().is_off = true;
        let waiting = std::mem::take(&mut self.0.borrow_mut().waiting);
        for (_, _, on_outcome) in waiting {
            on_outcome.tell(false);
        }
    }

    fn start(&self, is_settled: impl Fn(&str, &str) -> bool + 'static) -> Result<(), JsValue> {
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
                let _ = mirror.read_all(is_settled);
                mirror.flush();
            }
        });
        request.set_onsuccess(Some(on_success.unchecked_ref()));
        let mirror = self.clone();
        let on_error = Closure::once_into_js(move || mirror.turn_off());
        request.set_onerror(Some(on_error.unchecked_ref()));
        Ok(())
    }

    fn read_all(&self, is_settled: impl Fn(&str, &str) -> bool + 'static) -> Result<(), JsValue> {
        let journal = self.database()?.transaction_with_str(JOURNAL)?;
        let journal = journal.object_store(JOURNAL)?;
        let keys = journal.get_all_keys()?;
        let texts = journal.get_all()?;
        let last = texts.clone();
        let mirror = self.clone();
        let on_success = Closure::once_into_js(move || {
            for (key, text) in strings(&keys).into_iter().zip(strings(&texts)) {
                if is_settled(&key, &text) {
                    mirror.remove_later(key);
                }
            }
        });
        // Requests of one transaction succeed in order: with the last, both are there.
        last.set_onsuccess(Some(on_success.unchecked_ref()));
        Ok(())
    }

    fn flush(&self) {
        let waiting = std::mem::take(&mut self.0.borrow_mut().waiting);
        for (key, text, on_outcome) in waiting {
            self.append(&key, &text, on_outcome);
        }
    }

    fn remove_later(&self, key: String) {
        let mirror = self.clone();
        let remove = move || {
            if let Ok(journal) = mirror.journal() {
                // An entry that stays is joined once more at the next start and changes nothing.
                let _ = journal.delete(&key.into());
            }
        };
        set_timeout(remove, KEPT);
    }

    fn put(&self, key: &str, text: &str) -> Result<IdbTransaction, JsValue> {
        let journal = self.journal()?;
        journal.put_with_key(&text.into(), &key.into())?;
        Ok(journal.transaction())
    }

    fn journal(&self) -> Result<IdbObjectStore, JsValue> {
        strict_transaction(&self.database()?)?.object_store(JOURNAL)
    }

    fn database(&self) -> Result<IdbDatabase, JsValue> {
        let database = self.0.borrow().database.clone();
        database.ok_or_else(|| "not open".into())
    }
}

impl Mirror for BrowserMirror {
    fn append(&self, key: &str, text: &str, on_outcome: OnOutcome) {
        {
            let mut state = self.0.borrow_mut();
            if state.database.is_none() && !state.is_off {
                let waiting = (key.to_owned(), text.to_owned(), on_outcome);
                state.waiting.push(waiting);
                return;
            }
        }
        let Ok(transaction) = self.put(key, text) else {
            on_outcome.tell(false);
            return;
        };
        self.remove_later(key.to_owned());
        // A full disk aborts the copy; the entry itself is in local storage.
        let on_end =
            Closure::once_into_js(move |end: Event| on_outcome.tell(end.type_() == "complete"));
        transaction.set_oncomplete(Some(on_end.unchecked_ref()));
        transaction.set_onabort(Some(on_end.unchecked_ref()));
    }
}

/// A transaction that is complete only when it is on disk. Stable bindings have no name for the
/// options, so they are passed by hand; a browser too old for them ignores them.
fn strict_transaction(database: &IdbDatabase) -> Result<IdbTransaction, JsValue> {
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let transaction = js_sys::Reflect::get(database, &"transaction".into())?;
    let transaction: js_sys::Function = transaction.dyn_into()?;
    transaction
        .call3(database, &JOURNAL.into(), &"readwrite".into(), &options)?
        .dyn_into()
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
