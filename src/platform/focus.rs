//! Moving the keyboard's focus.

use leptos::html::ElementType;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Focuses the first element that matches a selector, without scrolling. False when none does.
pub fn focus(selector: &str) -> bool {
    let Some(element) = find(selector) else {
        return false;
    };
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).is_ok()
}

/// Focuses the first element that matches a selector and scrolls it into view if it is outside.
pub fn focus_into_view(selector: &str) -> bool {
    reveal(selector);
    focus(selector)
}

/// Scrolls the first element that matches a selector into view if it is outside.
pub fn reveal(selector: &str) {
    if let Some(element) = find(selector) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        options.set_inline(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Scrolls the page to its top.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Whether the focus is on the first element that matches a selector.
pub fn is_on(selector: &str) -> bool {
    let active = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.active_element());
    active.is_some_and(|element| element.matches(selector).unwrap_or(false))
}

/// Whether the focus, on its way out of an element, stays within that on which the handler is.
pub fn stays_within(event: &web_sys::FocusEvent) -> bool {
    let home = event.current_target();
    let home = home.and_then(|home| home.dyn_into::<web_sys::Node>().ok());
    let next = event.related_target();
    let next = next.and_then(|next| next.dyn_into::<web_sys::Node>().ok());
    home.is_some_and(|home| next.is_some() && home.contains(next.as_ref()))
}

/// Whether the focus, on its way out of an element, goes to another one: not to nothing, as when
/// its element is taken out of the page.
pub fn goes_elsewhere(event: &web_sys::FocusEvent) -> bool {
    event.related_target().is_some()
}

/// Whether the focus, on its way out of an element, goes to one that matches a selector.
pub fn goes_to(event: &web_sys::FocusEvent, selector: &str) -> bool {
    let next = event.related_target();
    let next = next.and_then(|next| next.dyn_into::<web_sys::Element>().ok());
    next.is_some_and(|next| next.matches(selector).unwrap_or(false))
}

fn find(selector: &str) -> Option<HtmlElement> {
    web_sys::window()?
        .document()?
        .query_selector(selector)
        .ok()
        .flatten()?
        .dyn_into()
        .ok()
}

/// Puts the focus into a field once it is in the page. One that cannot take it can still be clicked.
pub fn when_drawn<E>(field: NodeRef<E>)
where
    E: ElementType + 'static,
    E::Output: JsCast + Clone + AsRef<HtmlElement> + 'static,
{
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            let field: &HtmlElement = field.as_ref();
            let _ = field.focus();
        }
    });
}
