//! What the keys do. The shortcuts of every page are carried out from the table that is shown;
//! those of a page stand here once, for its own button and for the sheet.

use domain::route::Route;
use leptos::prelude::*;

use super::{Desk, Over, desk};
use crate::platform::theme;

/// A key that works on every page while no dialog is open.
pub struct Shortcut {
    /// Whether Ctrl, or Cmd on a Mac, is down.
    pub has_command: bool,
    /// Whether Shift is; a sign says so by itself.
    pub has_shift: Option<bool>,
    /// Whether it works in fields, too.
    pub in_fields: bool,
    /// The key as the browser names it, in small letters.
    pub key: &'static str,
    /// How it is written.
    pub written: &'static [&'static str],
    /// What it does.
    pub what: &'static str,
    /// Does it.
    pub act: fn(Desk),
}

/// The keys of every page.
pub const EVERYWHERE: [Shortcut; 8] = [
    Shortcut {
        has_command: true,
        has_shift: Some(false),
        in_fields: true,
        key: "k",
        written: &["Ctrl", "K"],
        what: "Search, go to or do something",
        act: |desk| desk.over.set(Some(Over::Find)),
    },
    Shortcut {
        has_command: false,
        has_shift: None,
        in_fields: false,
        key: "/",
        written: &["/"],
        what: "The same",
        act: |desk| desk.over.set(Some(Over::Find)),
    },
    Shortcut {
        has_command: false,
        has_shift: Some(false),
        in_fields: false,
        key: "n",
        written: &["N"],
        what: "New work",
        act: |desk| desk.go(&Route::NewWork),
    },
    Shortcut {
        has_command: true,
        has_shift: Some(false),
        in_fields: false,
        key: "z",
        written: &["Ctrl", "Z"],
        what: "Undo",
        act: |desk| desk.undo(),
    },
    Shortcut {
        has_command: true,
        has_shift: Some(true),
        in_fields: false,
        key: "z",
        written: &["Ctrl", "Shift", "Z"],
        what: "Redo",
        act: |desk| desk.redo(),
    },
    Shortcut {
        has_command: true,
        has_shift: Some(false),
        in_fields: false,
        key: "y",
        written: &["Ctrl", "Y"],
        what: "Redo",
        act: |desk| desk.redo(),
    },
    Shortcut {
        has_command: false,
        has_shift: Some(true),
        in_fields: false,
        key: "d",
        written: &["Shift", "D"],
        what: "Light or dark",
        act: |_| theme::toggle(),
    },
    Shortcut {
        has_command: false,
        has_shift: None,
        in_fields: false,
        key: "?",
        written: &["?"],
        what: "This sheet",
        act: |desk| desk.over.set(Some(Over::Keys)),
    },
];

/// The keys of one kind of page.
pub struct Group {
    /// Where they work.
    pub name: &'static str,
    /// Each with what it does; keys that are pressed together stand in one text.
    pub keys: &'static [(&'static [&'static str], &'static str)],
}

/// The keys of the pages that have some of their own.
pub const PAGES: [Group; 6] = [
    Group {
        name: "Boards, on a card",
        keys: &[
            (&["↑", "↓", "←", "→"], "Go to the next card"),
            (&["Space"], "Pick up, put down"),
            (&["Escape"], "Put back what is carried"),
            (&["Enter"], "Open"),
            (&["X"], "Choose a task or take it out of the choice"),
            (&["Shift ↑", "Shift ↓"], "Choose one task after the other"),
            (&["Ctrl A"], "Choose all tasks of the column"),
        ],
    },
    Group {
        name: "Outline, in the table",
        keys: &[
            (&["↑", "↓", "←", "→"], "Go from cell to cell"),
            (&["←", "→"], "Fold or unfold a summary, on its title"),
            (&["Enter"], "Add a task below, on a title"),
            (&["F2", "Enter"], "Edit the cell; so does typing"),
            (
                &["Alt →", "Alt ←"],
                "Make a part of the task above, take out",
            ),
            (&["Alt ↑", "Alt ↓"], "Move up or down"),
            (&["Delete"], "Delete"),
            (
                &["Ctrl V"],
                "Paste a list: its lines become tasks, its indents levels",
            ),
        ],
    },
    Group {
        name: "Timeline, in the list of tasks",
        keys: &[
            (&["↑", "↓"], "Go to the task above or below"),
            (&["Page up", "Page down"], "Go ten tasks up or down"),
            (&["←", "→"], "Close or open a summary"),
            (
                &["Shift ←", "Shift →"],
                "Start a working day earlier or later",
            ),
            (&["-", "+"], "Take a working day less or more"),
            (&["L"], "Link: the task chosen next waits for this one"),
            (&["Escape"], "Give up the link"),
            (&["P"], "Place a task that has no dates"),
            (&["Enter"], "Open the plan: dates, links, constraint"),
        ],
    },
    Group {
        name: "Run",
        keys: &[(&["Ctrl Enter"], "Complete the step")],
    },
    Group {
        name: "New work",
        keys: &[
            (&["1", "2", "3"], "Answer"),
            (&["0"], "Not sure"),
            (&["←"], "Back"),
            (&["Escape"], "Leave"),
        ],
    },
    Group {
        name: "Menus, charts, steps",
        keys: &[
            (&["↓", "↑"], "Open a menu, walk through it"),
            (&["←", "→"], "Read a chart point by point"),
            (&["Alt ↑", "Alt ↓"], "Move a step"),
        ],
    },
];

/// A way to the sheet, for the pages that are worked with by keys.
#[component]
pub fn KeysButton() -> impl IntoView {
    let desk = desk();
    view! {
        <button
            type="button" class="btn" data-kind="quiet" data-size="s"
            on:click=move |_| desk.over.set(Some(Over::Keys))
        >
            "Keys"
        </button>
    }
}
