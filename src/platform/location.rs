//! The address and the title of the page.

use wasm_bindgen::prelude::*;

/// The part of the address from `#` on, decoded as the browser gives it.
pub fn hash() -> String {
    web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// Goes to another hash; the browser adds a step to its history.
pub fn set_hash(hash: &str) {
    if let Some(window) = web_sys::window() {
        // A refused navigation leaves the person where they are, which is the best answer to it.
        let _ = window.location().set_hash(hash);
    }
}

/// Calls back after every change of the hash, for as long as the page lives.
pub fn on_hash_change(callback: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(callback);
    if let Some(window) = web_sys::window() {
        let function = listener.as_ref().unchecked_ref();
        // Without the listener, links still change the address and a reload shows the page.
        let _ = window.add_event_listener_with_callback("hashchange", function);
    }
    listener.forget();
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // A refused reload leaves the page as it is.
        let _ = window.location().reload();
    }
}

/// Sets the title of the browser's tab.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}
