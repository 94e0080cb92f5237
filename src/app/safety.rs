//! The banner about the safety of the data: it stays until its cause is gone.

use leptos::prelude::*;
use store::budget::BUDGET;
use store::{Room, Saving};

use crate::desk::desk;
use crate::platform::location;

/// Says when edits cannot be kept, when something stored could not be read, or when room is
/// running out.
#[component]
pub fn SafetyBanner() -> impl IntoView {
    let desk = desk();
    let saving = desk.store().saving();
    let damages = desk.store().damages();
    // A memo, so that the banner is drawn and read out anew only when it says something else.
    let room = Memo::new(move |_| {
        let store = desk.store();
        let room = store.room();
        let percent = store.used().get() / (BUDGET / 100);
        (room >= Room::Offer).then_some((room, percent))
    });
    move || match saving.get() {
        Saving::Refused { why } | Saving::LastFailed { why } => Some(banner("bad", why, true)),
        Saving::Works if !damages.with(Vec::is_empty) => {
            let n = damages.with(Vec::len);
            let what = crate::ui::format::count(n, "stored piece", "stored pieces");
            let text = format!(
                "{what} could not be read and {} left as it was. Everything else is here. \
                 Settings lists what it is.",
                if n == 1 { "was" } else { "were" },
            );
            Some(banner("watch", text, false))
        }
        Saving::Works => room.get().map(room_banner),
    }
}

/// Says in time that room is running out, while there is still enough for everything.
fn room_banner((room, percent): (Room, usize)) -> AnyView {
    let what_works = if room == Room::Stop {
        "Everything saved is safe, but new work is refused. Deleting works, and makes room."
    } else {
        "Everything saved is safe. Export a copy and delete work that is over, before new work is \
         refused."
    };
    let text = format!("Loopline uses {percent} % of the room in this browser. {what_works}");
    banner("watch", text, false)
}

fn banner(status: &'static str, text: String, can_reload: bool) -> AnyView {
    view! {
        <div class="banner" data-status=status role="alert">
            <svg viewBox="0 0 16 16" aria-hidden="true">
                <use href=format!("#s-{status}")></use>
            </svg>
            <p>{text}</p>
            <div class="acts">
                <a class="btn" data-size="s" href="#/settings">"See your data"</a>
                {can_reload.then(|| view! {
                    <button type="button" class="btn" data-size="s" on:click=|_| location::reload()>
                        "Reload"
                    </button>
                })}
            </div>
        </div>
    }
    .into_any()
}
