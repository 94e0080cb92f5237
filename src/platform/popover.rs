//! The browser's own popovers.

use wasm_bindgen::JsCast;
use web_sys::Element;

/// Whether the popover that sent this event is open now.
pub fn is_open(event: &web_sys::Event) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|popover| popover.matches(":popover-open").unwrap_or(false))
}
