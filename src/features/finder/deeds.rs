//! What can be done from anywhere, under the names people look for it.

use domain::route::Route;
use leptos::prelude::Set;

use crate::desk::{Desk, Over, Wish};
use crate::platform::theme;

/// Something that can be done from anywhere.
pub struct Deed {
    /// What it does, as a verb or a page.
    pub name: &'static str,
    /// Other words for it.
    pub others: &'static str,
    /// Its icon.
    pub icon: &'static str,
    /// Its keys.
    pub keys: &'static str,
    /// Does it.
    pub act: fn(Desk),
}

const fn deed(
    name: &'static str,
    others: &'static str,
    icon: &'static str,
    keys: &'static str,
    act: fn(Desk),
) -> Deed {
    Deed {
        name,
        others,
        icon,
        keys,
        act,
    }
}

/// All of it, in the order in which it is shown when nothing is typed.
pub const DEEDS: [Deed; 17] = [
    deed(
        "New work",
        "describe add create loop line",
        "plus",
        "N",
        |desk| {
            desk.go(&Route::NewWork);
        },
    ),
    deed("New project", "add create line", "plus", "", |desk| {
        desk.go_and(&Route::Projects, Wish::NewProject);
    }),
    deed("New process", "add create loop", "plus", "", |desk| {
        desk.go_and(&Route::Processes, Wish::NewProcess);
    }),
    deed(
        "Go to the overview",
        "home start attention",
        "activity",
        "",
        |desk| {
            desk.go(&Route::Overview);
        },
    ),
    deed(
        "Go to projects",
        "portfolio lines board",
        "arrow-right",
        "",
        |desk| {
            desk.go(&Route::Projects);
        },
    ),
    deed(
        "Go to processes",
        "library loops",
        "arrow-right",
        "",
        |desk| {
            desk.go(&Route::Processes);
        },
    ),
    deed("Go to decisions", "verdicts", "scale", "", |desk| {
        desk.go(&Route::Decisions);
    }),
    deed(
        "Go to the history",
        "past log what was done",
        "history",
        "",
        |desk| {
            desk.go(&Route::History);
        },
    ),
    deed(
        "Go to the archive",
        "finished put away",
        "archive",
        "",
        |desk| {
            desk.go(&Route::Archive);
        },
    ),
    deed(
        "Learn: loop or line",
        "help difference",
        "book-open",
        "",
        |desk| {
            desk.go(&Route::Learn);
        },
    ),
    deed(
        "Go to settings",
        "preferences people data working days import folder",
        "settings",
        "",
        |desk| desk.go(&Route::Settings),
    ),
    deed("Undo", "take back", "corner-up-left", "Ctrl Z", |desk| {
        desk.undo();
    }),
    deed("Redo", "again", "arrow-right", "Ctrl Shift Z", |desk| {
        desk.redo();
    }),
    deed(
        "Switch between light and dark",
        "theme colours mode",
        "sun",
        "Shift D",
        |_| {
            theme::toggle();
        },
    ),
    deed(
        "Download a copy",
        "export back up save file json",
        "download",
        "",
        |desk| {
            desk.download_copy();
        },
    ),
    deed(
        "Load the sample workspace",
        "example demo",
        "hard-drive",
        "",
        |desk| {
            desk.load_sample();
        },
    ),
    deed(
        "Show the keys",
        "keyboard shortcuts help",
        "square-check",
        "?",
        |desk| {
            desk.over.set(Some(Over::Keys));
        },
    ),
];
