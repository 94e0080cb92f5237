//! A text that the browser keeps for this tab until it is closed, through reloads.

const KEY: &str = "loopline/1/tab";

/// The text that was kept.
pub fn kept() -> Option<String> {
    storage()?.get_item(KEY).ok().flatten()
}

/// Keeps a text in its place. Where the browser refuses, a reload begins anew.
pub fn keep(text: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(KEY, text);
    }
}

/// The text that was kept under a name of its own, for a page that comes back as it was left.
pub fn kept_as(name: &str) -> Option<String> {
    storage()?.get_item(&format!("{KEY}/{name}")).ok().flatten()
}

/// Keeps a text under a name of its own.
pub fn keep_as(name: &str, text: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(&format!("{KEY}/{name}"), text);
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok()?
}
