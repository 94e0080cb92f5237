//! Keys pressed anywhere in the page.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// Whether a key press belongs to something that takes text or choices, so that a single-letter
/// shortcut must leave it alone.
pub fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target();
    let Some(element) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
        || element.is_content_editable()
}

/// Whether a modal dialog is open; shortcuts of the page behind it then rest.
pub fn is_dialog_open() -> bool {
    web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector("dialog[open]").ok().flatten())
        .is_some()
}

/// Whether the key that means “command” is down: Ctrl, or Cmd on a Mac.
pub fn has_command_key(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key()
}
