//! Walking through a list of buttons with the keyboard.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use crate::platform::{keyboard, measure};

/// Which end of a list the focus goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Its first button.
    First,
    /// Its last button.
    Last,
}

/// Puts the focus on a button of the element with this id.
pub fn enter(id: &str, end: End) {
    let document = web_sys::window().and_then(|window| window.document());
    let list = document.and_then(|document| document.get_element_by_id(id));
    let buttons = list.map(|list| buttons(&list)).unwrap_or_default();
    let button = match end {
        End::First => buttons.first(),
        End::Last => buttons.last(),
    };
    if let Some(button) = button {
        // A button that cannot take the focus can still be clicked.
        let _ = button.focus();
    }
}

/// Arrows, Home and End walk through the buttons of the element the handler is on, round at its
/// ends; a letter goes to the next button that begins with it. Whether the key did any of that.
pub fn walk(event: &KeyboardEvent) -> bool {
    let has_modifier = keyboard::has_command_key(event) || event.alt_key();
    if has_modifier || keyboard::is_typing(event) {
        return false;
    }
    let home = event.current_target();
    let Some(list) = home.and_then(|home| home.dyn_into::<Element>().ok()) else {
        return false;
    };
    let buttons = buttons(&list);
    let here = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlElement>().ok())
        .and_then(|target| buttons.iter().position(|button| *button == target));
    let n_buttons = buttons.len();
    if n_buttons == 0 {
        return false;
    }
    let key = event.key();
    let next = match key.as_str() {
        "ArrowDown" => Some(here.map_or(0, |here| (here + 1) % n_buttons)),
        "ArrowUp" => Some(here.map_or(n_buttons - 1, |here| (here + n_buttons - 1) % n_buttons)),
        "Home" => Some(0),
        "End" => Some(n_buttons - 1),
        letter if letter.chars().count() == 1 && letter != " " => {
            let letter = letter.to_lowercase();
            let after = here.map_or(0, |here| here + 1);
            (0..n_buttons)
                .map(|by| (after + by) % n_buttons)
                .find(|idx| begins_with(&buttons, *idx, &letter))
        }
        _ => return false,
    };
    // A letter that nothing begins with is still a key of the list, not one of the page.
    if let Some(button) = next.and_then(|next| buttons.get(next)) {
        let _ = button.focus();
    }
    event.prevent_default();
    event.stop_propagation();
    true
}

/// Presses the button the handler is on, as a click would.
pub fn press(event: &KeyboardEvent) {
    let home = event.current_target();
    if let Some(button) = home.and_then(|home| home.dyn_into::<HtmlElement>().ok()) {
        button.click();
    }
}

fn buttons(list: &Element) -> Vec<HtmlElement> {
    let buttons = measure::all_within(list, "button:not(:disabled)");
    // What is in a form of the list is gone to with Tab.
    let is_own = |button: &HtmlElement| button.closest("form").ok().flatten().is_none();
    buttons.into_iter().filter(is_own).collect()
}

fn begins_with(buttons: &[HtmlElement], idx: usize, letter: &str) -> bool {
    let text = buttons.get(idx).and_then(|button| button.text_content());
    text.is_some_and(|text| text.trim_start().to_lowercase().starts_with(letter))
}
