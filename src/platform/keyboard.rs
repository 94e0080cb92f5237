//! Keys pressed anywhere in the page.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::measure::closest_to_target;

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

/// Whether a key press belongs to a link, which the browser follows by Enter.
pub fn is_on_link(event: &KeyboardEvent) -> bool {
    closest_to_target(event, "a[href]").is_some()
}

/// Whether a modal dialog is open; shortcuts of the page behind it then rest.
pub fn is_dialog_open() -> bool {
    web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector("dialog[open]").ok().flatten())
        .is_some()
}

/// Whether the keyboard is one that would come up on the screen, over half of the page.
pub fn is_on_screen() -> bool {
    let coarse = web_sys::window().map(|window| window.match_media("(pointer: coarse)"));
    coarse.is_some_and(|coarse| matches!(coarse, Ok(Some(query)) if query.matches()))
}

/// Whether the key that means “command” is down: Ctrl, or Cmd on a Mac.
pub fn has_command_key(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key()
}
