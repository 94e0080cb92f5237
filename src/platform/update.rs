//! Newer builds: `src/pwa/update.js` tells of them and puts them in place, by events of the window.

use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, Event};

/// How far a newer build is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Update {
    /// It is in this browser and waits to be asked.
    Waiting,
    /// Another tab has asked for it; this page is of the build before until it is loaded anew.
    Applied,
}

/// Calls back whenever a newer build comes a step nearer, for as long as the page lives.
pub fn on_update(callback: impl Fn(Update) + 'static) {
    let listener = Closure::<dyn Fn(CustomEvent)>::new(move |event: CustomEvent| {
        let is_applied = event.detail().as_string().as_deref() == Some("applied");
        callback(if is_applied {
            Update::Applied
        } else {
            Update::Waiting
        });
    });
    if let Some(window) = web_sys::window() {
        let function = listener.as_ref().unchecked_ref();
        // Without the listener the newer build is there once every tab has been closed.
        let _ = window.add_event_listener_with_callback("loopline-update", function);
    }
    listener.forget();
}

/// Puts the newer build in place and loads the page anew.
pub fn apply() {
    tell("loopline-update-now");
}

/// Looks for a newer build now; whether there is one is told like any other.
pub fn look() {
    tell("loopline-update-look");
}

fn tell(name: &str) {
    if let (Some(window), Ok(event)) = (web_sys::window(), Event::new(name)) {
        // Nothing cancels the event, and without a listener there is nothing to do.
        let _ = window.dispatch_event(&event);
    }
}

/// Whether a dialog or a form is open, in which something may be typed that is not saved yet.
pub fn is_form_open() -> bool {
    web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector("dialog[open], form").ok().flatten())
        .is_some()
}
