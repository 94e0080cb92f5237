//! Keys that work on every page: those of the table in `desk/keys.rs`.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::desk::Desk;
use crate::desk::keys::EVERYWHERE;
use crate::platform::keyboard::{has_command_key, is_dialog_open, is_typing};

/// Listens for as long as the app is there.
pub fn listen(desk: Desk) {
    let handle = window_event_listener(leptos::ev::keydown, move |event| on_key(desk, &event));
    on_cleanup(move || handle.remove());
}

fn on_key(desk: Desk, event: &KeyboardEvent) {
    if event.default_prevented() || event.alt_key() || is_dialog_open() {
        return;
    }
    let key = event.key().to_lowercase();
    let is_typing = is_typing(event);
    let pressed = EVERYWHERE.iter().find(|shortcut| {
        shortcut.key == key
            && (shortcut.in_fields || !is_typing)
            && shortcut.has_command == has_command_key(event)
            && shortcut
                .has_shift
                .is_none_or(|shift| shift == event.shift_key())
    });
    if let Some(shortcut) = pressed {
        event.prevent_default();
        (shortcut.act)(desk);
    }
}
