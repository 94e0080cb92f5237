//! The browser's own popovers.

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::platform::reach;

/// Whether the popover that sent this event is open now.
pub fn is_open(event: &web_sys::Event) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|popover| popover.matches(":popover-open").unwrap_or(false))
}

/// Closes the popover with this id.
pub fn hide(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(popover) = document.and_then(|document| document.get_element_by_id(id)) {
        // One that is closed already refuses, and stays as it should be.
        let _ = reach::call(&popover, "hidePopover", &Array::new());
    }
}
