//! Where elements are on the screen.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The innermost element at a point of the viewport that matches a selector, or an ancestor of
/// that element which does.
pub fn closest_at(x: f64, y: f64, selector: &str) -> Option<Element> {
    web_sys::window()?
        .document()?
        .element_from_point(x as f32, y as f32)?
        .closest(selector)
        .ok()
        .flatten()
}

/// The element a pointer or key event came from, or its nearest ancestor that matches a selector.
pub fn closest_to_target(event: &web_sys::Event, selector: &str) -> Option<HtmlElement> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok().flatten()?.dyn_into().ok()
}

/// The descendants of an element that match a selector, in document order.
pub fn all_within(element: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = element.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|idx| list.get(idx)?.dyn_into().ok())
        .collect()
}

/// The number in an attribute of an element.
pub fn number_of(element: &Element, attribute: &str) -> Option<u64> {
    element.get_attribute(attribute)?.parse().ok()
}

/// The vertical middle of an element in the viewport, in CSS pixels.
pub fn middle_y(element: &Element) -> f64 {
    let rect = element.get_bounding_client_rect();
    rect.top() + rect.height() / 2.0
}

/// The reader's own font size, in CSS pixels: one rem.
pub fn root_font_size() -> f64 {
    web_sys::window()
        .and_then(|window| {
            let root = window.document()?.document_element()?;
            let style = window.get_computed_style(&root).ok().flatten()?;
            let size = style.get_property_value("font-size").ok()?;
            // Whole pixels are exact enough, and reading fractions would cost the page its weight.
            let whole = size.split(['.', 'p']).next()?;
            whole.parse::<u32>().ok()
        })
        .map_or(16.0, f64::from)
}

/// Where an element begins from the left of the viewport, in CSS pixels.
pub fn left_of(element: &Element) -> f64 {
    element.get_bounding_client_rect().left()
}

/// The element of a drawing that an event came from, or its nearest ancestor that matches a selector.
pub fn closest_to_svg(event: &web_sys::Event, selector: &str) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok().flatten()
}

/// Where a pointer is within the element that listens to it, in CSS pixels.
pub fn within_target(event: &web_sys::PointerEvent) -> Option<(i32, i32)> {
    let listener: Element = event.current_target()?.dyn_into().ok()?;
    let rect = listener.get_bounding_client_rect();
    let (x, y) = (rect.left() as i32, rect.top() as i32);
    Some((event.client_x() - x, event.client_y() - y))
}

/// Sends what the pointer does to the element that listens, wherever it goes until it is lifted.
pub fn capture_pointer(event: &web_sys::PointerEvent) {
    let listener = event.current_target();
    if let Some(element) = listener.and_then(|target| target.dyn_into::<Element>().ok()) {
        // A pointer that is gone already needs no capture.
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// A length as CSS writes it, in whole pixels.
pub fn px(length: f64) -> String {
    format!("{}px", length.round() as i64)
}
