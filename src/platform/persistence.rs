//! Whether the browser has promised not to clear this page's data by itself.

use js_sys::Promise;
use js_sys::futures::JsFuture;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use web_sys::StorageManager;

/// What the browser says of the data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Promised {
    /// It has not answered yet, or has nothing to answer with.
    #[default]
    Unknown,
    /// It clears the data only when the person says so.
    Kept,
    /// It may clear the data when the disk is full.
    MayBeCleared,
}

/// Asks for the promise and calls back with the answer. Some browsers ask the person.
pub fn ask(on_answer: impl Fn(Promised) + 'static) {
    answer(StorageManager::persist, on_answer);
}

/// Calls back with what the browser says now, without asking for anything.
pub fn look(on_answer: impl Fn(Promised) + 'static) {
    answer(StorageManager::persisted, on_answer);
}

fn answer(
    question: impl Fn(&StorageManager) -> Result<Promise, JsValue>,
    on_answer: impl Fn(Promised) + 'static,
) {
    let Some(window) = web_sys::window() else {
        return;
    };
    // Pages that are not served securely have no storage manager, and the browser would throw.
    if !window.is_secure_context() {
        return;
    }
    let Ok(promise) = question(&window.navigator().storage()) else {
        return;
    };
    spawn_local(async move {
        if let Ok(is_kept) = JsFuture::from(promise).await {
            on_answer(if is_kept.is_truthy() {
                Promised::Kept
            } else {
                Promised::MayBeCleared
            });
        }
    });
}
