//! The way of the focus into a page that was gone to. A page may still be on its way (app/parts.rs);
//! then the focus waits for it.

use leptos::prelude::*;

use crate::platform::{focus, keyboard};

const HEADING: &str = "[data-page-heading]";
/// What a page is for, where that is one field to fill in.
const FIRST_FIELD: &str = "[data-page-start] :is(input, select, textarea)";

/// Whether the focus waits for a page.
#[derive(Clone, Copy)]
pub struct Entrance(StoredValue<bool>);

impl Entrance {
    /// Nothing waits: the first page of a visit takes no focus.
    pub fn new() -> Entrance {
        Entrance(StoredValue::new(false))
    }

    /// Lets the focus wait for the page that was gone to.
    pub fn wait(self) {
        self.0.set_value(true);
        self.enter_when_drawn();
    }

    /// Once what is there now has been drawn, brings a waiting focus to the field with which the
    /// page starts, or to its heading, if there is one.
    pub fn enter_when_drawn(self) {
        request_animation_frame(move || {
            if !self.0.get_value() || !focus::focus(HEADING) {
                return;
            }
            self.0.set_value(false);
            focus::scroll_to_top();
            if !keyboard::is_on_screen() {
                focus::focus_into_view(FIRST_FIELD);
            }
        });
    }
}
