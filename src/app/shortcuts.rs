//! Keys that work on every page.

use domain::route::Route;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::desk::Desk;
use crate::platform::keyboard::{has_command_key, is_dialog_open, is_typing};

/// Listens for as long as the app is there.
pub fn listen(desk: Desk) {
    let handle = window_event_listener(leptos::ev::keydown, move |event| on_key(desk, &event));
    on_cleanup(move || handle.remove());
}

fn on_key(desk: Desk, event: &KeyboardEvent) {
    if event.default_prevented() || is_typing(event) || is_dialog_open() {
        return;
    }
    let key = event.key().to_lowercase();
    match (has_command_key(event), event.shift_key(), key.as_str()) {
        (true, false, "z") => desk.undo(),
        (true, true, "z") | (true, false, "y") => desk.redo(),
        (false, false, "n") if !event.alt_key() => desk.go(&Route::NewWork),
        _ => return,
    }
    event.prevent_default();
}
