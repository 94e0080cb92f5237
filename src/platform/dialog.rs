//! The browser's own modal dialogs.

use wasm_bindgen::JsCast;
use web_sys::{
    EventTarget, HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlSelectElement,
    HtmlTextAreaElement,
};

/// Opens a dialog modally, unless it is open.
pub fn open(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        // It fails only for an element outside the document, which has nothing to show.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog.
pub fn close(dialog: &HtmlDialogElement) {
    if dialog.open() {
        dialog.close();
    }
}

/// The fields of a form that were gone to, each with what was in it then.
#[derive(Default)]
pub struct Entered(Vec<(HtmlElement, String)>);

impl Entered {
    /// Notes what is in the field that has just got the focus, when it gets it for the first time.
    pub fn note(&mut self, target: Option<EventTarget>) {
        let field = target.and_then(|target| target.dyn_into::<HtmlElement>().ok());
        if let Some(field) = field
            && self.0.iter().all(|(known, _)| *known != field)
            && let Some(value) = value(&field)
        {
            self.0.push((field, value));
        }
    }

    /// Whether a field that is still there holds something else than at first.
    pub fn is_changed(&self) -> bool {
        self.0.iter().any(|(field, before)| {
            field.is_connected() && value(field).is_some_and(|now| now != *before)
        })
    }
}

/// What is in a field; nothing for what is none.
fn value(element: &HtmlElement) -> Option<String> {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        let has_tick = matches!(input.type_().as_str(), "checkbox" | "radio");
        return Some(if has_tick {
            input.checked().to_string()
        } else {
            input.value()
        });
    }
    if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        return Some(area.value());
    }
    element
        .dyn_ref::<HtmlSelectElement>()
        .map(HtmlSelectElement::value)
}
