//! The banner about the safety of the data: it appears by risk, and stays until its cause is gone.

use domain::route::Route;
use leptos::prelude::*;
use leptos::task::spawn_local;
use store::budget::BUDGET;
use store::{Room, Saving};

use crate::desk::{Desk, desk};
use crate::platform::location;
use crate::platform::persistence::Promised;
use crate::platform::snapshots;
use crate::ui::dynamic::dynamic;
use crate::ui::format;

/// So many edits that are in no copy are much to lose.
const MUCH: usize = 40;

/// What the banner is about, the most pressing first.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Risk {
    /// Edits cannot be kept.
    NotSaving(String),
    /// The browser has lost what it kept here, and so many earlier copies are left.
    Lost(usize),
    /// So many stored pieces could not be read.
    Unreadable(usize),
    /// Room is running out, at so many percent.
    Room(Room, usize),
    /// So many edits are in no copy; whether there has ever been one.
    NoCopy { n_edits: usize, is_first: bool },
}

/// Says when edits cannot be kept, when the browser has lost what it kept, when something stored
/// could not be read, when room is running out, and when much would be lost with this browser's data.
#[component]
pub fn SafetyBanner() -> impl IntoView {
    let desk = desk();
    // What was put off, until it has doubled.
    let put_off = RwSignal::new(0);
    let n_left = copies_alone(desk);
    // A memo, so that the banner is drawn and read out anew only when it says something else.
    let risk = Memo::new(move |_| risk(desk, put_off.get(), n_left.get()));
    dynamic(move || risk.get().map(|risk| banner(desk, put_off, n_left, risk)))
}

/// The earlier copies that are kept, if they are all that is. A first visit has none; so the
/// browser has lost what it kept beside them, and an empty page must not look like a first visit.
fn copies_alone(desk: Desk) -> RwSignal<usize> {
    let n_copies = RwSignal::new(0);
    // Looked at before the mirror brings something back, which is the newest edits alone.
    if desk.store().used().get_untracked() == 0 {
        spawn_local(async move {
            let copies = snapshots::list().await.unwrap_or_default();
            n_copies.try_set(copies.len());
        });
    }
    n_copies
}

fn risk(desk: Desk, put_off: usize, n_left: usize) -> Option<Risk> {
    let store = desk.store();
    if let Saving::Refused { why } | Saving::LastFailed { why } = store.saving().get() {
        return Some(Risk::NotSaving(why));
    }
    if n_left > 0 {
        return Some(Risk::Lost(n_left));
    }
    let n_damages = store.damages().with(Vec::len);
    if n_damages > 0 {
        return Some(Risk::Unreadable(n_damages));
    }
    let room = store.room();
    if room > Room::Plenty {
        return Some(Risk::Room(room, store.used().get() / (BUDGET / 100)));
    }
    let n_edits = desk.backups.n_at_risk.get();
    let is_first = desk.backups.last.get().covers().is_none();
    // Data the browser has promised to keep is at risk only with the whole device.
    let much = match desk.promised.get() {
        Promised::Kept => MUCH * 5,
        Promised::MayBeCleared | Promised::Unknown => MUCH,
    };
    (n_edits >= much.max(put_off * 2)).then_some(Risk::NoCopy { n_edits, is_first })
}

fn banner(desk: Desk, put_off: RwSignal<usize>, n_left: RwSignal<usize>, risk: Risk) -> AnyView {
    let status = match risk {
        Risk::NotSaving(_) | Risk::Lost(_) => "bad",
        _ => "watch",
    };
    let sentence = sentence(&risk);
    let acts = match risk {
        Risk::NotSaving(_) => view! {
            <button type="button" class="btn" data-size="s" on:click=|_| location::reload()>"Reload"</button>
        }
        .into_any(),
        Risk::Lost(_) => view! {
            <button type="button" class="btn" data-size="s" on:click=move |_| n_left.set(0)>"Not now"</button>
        }
        .into_any(),
        Risk::Unreadable(_) => ().into_any(),
        Risk::Room(..) => view! {
            {copy_button(desk)}
            <a class="btn" data-size="s" href=Route::Archive.href()>"Archive finished work"</a>
        }
        .into_any(),
        Risk::NoCopy { n_edits, .. } => view! {
            {copy_button(desk)}
            <button type="button" class="btn" data-size="s" on:click=move |_| put_off.set(n_edits)>"Not now"</button>
        }
        .into_any(),
    };
    // What is lost, and what keeps edits from being saved, interrupts; the rest waits for a pause.
    let role = if status == "bad" { "alert" } else { "status" };
    view! {
        <div class="banner" data-status=status role=role>
            <svg viewBox="0 0 16 16" aria-hidden="true">
                <use href=format!("#s-{status}")></use>
            </svg>
            <p>{sentence}</p>
            <div class="acts">
                {acts}
                <a class="btn" data-size="s" href="#/settings">"See your data"</a>
            </div>
        </div>
    }
    .into_any()
}

fn copy_button(desk: Desk) -> AnyView {
    let download = move |_| {
        desk.download_copy();
    };
    view! { <button type="button" class="btn" data-size="s" on:click=download>"Download a copy"</button> }
    .into_any()
}

fn sentence(risk: &Risk) -> String {
    match risk {
        Risk::NotSaving(why) => why.clone(),
        Risk::Lost(n) => format!(
            "This browser has lost the work that it kept here. {} left: Settings brings back one of \
             them, or a file of yours.",
            format::count(*n, "earlier copy is", "earlier copies are"),
        ),
        Risk::Unreadable(n) => format!(
            "{} could not be read and {} left as it was. Everything else is here. Settings lists \
             what it is.",
            format::count(*n, "stored piece", "stored pieces"),
            if *n == 1 { "was" } else { "were" },
        ),
        Risk::Room(room, percent) => {
            let what_works = match room {
                Room::Stop => {
                    "Everything saved is safe, but new work is refused. Archiving and deleting \
                     work, and make room."
                }
                Room::Offer => {
                    "Everything saved is safe. Archive work that is over, or export a copy and \
                     delete it, before new work is refused."
                }
                Room::Warn | Room::Plenty => "There is time: work that is over can make room.",
            };
            format!("Loopline uses {percent} % of the room in this browser. {what_works}")
        }
        Risk::NoCopy { n_edits, is_first } => {
            let edits = format::count(*n_edits, "edit", "edits");
            let where_ = if *is_first {
                "in this browser only, and nowhere else"
            } else {
                "in no copy yet"
            };
            format!("{edits} of yours are {where_}. A copy in a file outlives this browser.")
        }
    }
}
