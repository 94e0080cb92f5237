//! Local storage, and the notices of what other tabs have written there.

use gloo_storage::{LocalStorage, Storage as _};
use store::{Storage, StorageError};
use wasm_bindgen::prelude::*;
use web_sys::{DomException, StorageEvent};

use super::halted::is_halted;

/// The browser's local storage, or its refusal.
///
/// The browser can deny the storage object itself, and the wrapper's `raw` would then panic, so
/// the object is asked for once before it is used.
pub struct BrowserStorage {
    is_available: bool,
}

impl BrowserStorage {
    /// Asks the browser for its local storage.
    pub fn probe() -> BrowserStorage {
        let storage = web_sys::window().map(|window| window.local_storage());
        BrowserStorage {
            is_available: matches!(storage, Some(Ok(Some(_)))),
        }
    }

    /// The storage for a write, unless the app has stopped.
    fn raw_for_writing(&self) -> Result<web_sys::Storage, StorageError> {
        if is_halted() {
            return Err(StorageError::Failed("Loopline has stopped".to_owned()));
        }
        self.raw()
    }

    fn raw(&self) -> Result<web_sys::Storage, StorageError> {
        if self.is_available {
            Ok(LocalStorage::raw())
        } else {
            Err(StorageError::Denied)
        }
    }
}

impl Storage for BrowserStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.raw()?.get_item(key).map_err(|error| reason(&error))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.raw_for_writing()?
            .set_item(key, text)
            .map_err(|error| reason(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.raw_for_writing()?
            .remove_item(key)
            .map_err(|error| reason(&error))
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let storage = self.raw()?;
        let n_keys = storage.length().map_err(|error| reason(&error))?;
        Ok((0..n_keys)
            .filter_map(|idx| storage.key(idx).ok().flatten())
            .collect())
    }
}

/// What the browser's exception means. Names and codes: reliability of `QuotaExceededError`
/// differs between browsers, and Firefox once used its own name.
fn reason(error: &JsValue) -> StorageError {
    let Some(exception) = error.dyn_ref::<DomException>() else {
        return StorageError::Failed(format!("{error:?}"));
    };
    match (exception.name().as_str(), exception.code()) {
        ("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED", _) | (_, 22 | 1014) => {
            StorageError::Full
        }
        ("SecurityError", _) | (_, 18) => StorageError::Denied,
        (name, _) => StorageError::Failed(format!("{name}: {}", exception.message())),
    }
}

/// Calls back with the key and text of everything another tab writes, and with the key alone of
/// everything it removes, for as long as the page lives.
pub fn on_write_elsewhere(callback: impl Fn(String, Option<String>) + 'static) {
    let listener = Closure::<dyn Fn(StorageEvent)>::new(move |event: StorageEvent| {
        if let Some(key) = event.key() {
            callback(key, event.new_value());
        }
    });
    if let Some(window) = web_sys::window() {
        let function = listener.as_ref().unchecked_ref();
        // Without the listener the tab still works alone; nothing better can be done here.
        let _ = window.add_event_listener_with_callback("storage", function);
    }
    listener.forget();
}

/// Everything in local storage whose key begins so, as it is.
pub fn raw_entries(prefix: &str) -> Vec<(String, String)> {
    let storage = BrowserStorage::probe();
    let keys = storage.keys().unwrap_or_default();
    keys.into_iter()
        .filter(|key| key.starts_with(prefix))
        .filter_map(|key| {
            let text = storage.get(&key).ok().flatten()?;
            Some((key, text))
        })
        .collect()
}

/// Bytes that everything at this address takes, counted by the strictest browser's rule.
pub fn used_bytes() -> usize {
    BrowserStorage::probe().used().unwrap_or_default()
}
