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

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok()?
}
