//! The mark of a drawing that an event came from.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// The number in `data-place` of the element an event came from; `None` where it has none.
pub fn place_of(event: &Event) -> Option<usize> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.get_attribute("data-place")?.parse().ok()
}
