//! Where the work is kept, how safe it is there, and the room that is left.

use leptos::prelude::*;
use store::budget::BUDGET;
use store::{OnDisk, Saving};

use crate::desk::desk;
use crate::platform::persistence::Promised;
use crate::platform::storage;
use crate::ui::dynamic::{dynamic, text};
use crate::ui::icon::Status;

#[component]
pub fn Safety() -> impl IntoView {
    view! { <Place/><Promise/><Room/> }
}

/// Where it is kept, and whether edits can be kept.
#[component]
fn Place() -> impl IntoView {
    let desk = desk();
    let (saving, on_disk) = (desk.store().saving(), desk.store().on_disk());
    let status = move || match saving.get() {
        Saving::Works => match on_disk.get() {
            OnDisk::All => view! { <Status status="good" label="Saved on disk"/> },
            OnDisk::Pending(_) | OnDisk::Unknown => {
                view! { <Status status="good" label="Saved"/> }
            }
        },
        Saving::Refused { .. } => view! { <Status status="bad" label="Not saving"/> },
        Saving::LastFailed { .. } => view! { <Status status="bad" label="Last edit not saved"/> },
    };
    view! {
        <div class="setting">
            <div>
                <h3>"In this browser, on this device"</h3>
                <p>
                    "Every edit is in the browser's storage before you see it. The browser puts it on disk within about \
                    a minute; a second copy of the newest edits is there within a moment, and then this says “on disk”."
                </p>
            </div>
            <div class="acts">{dynamic(status)}</div>
        </div>
    }
}

/// Whether the browser may clear the data by itself.
#[component]
fn Promise() -> impl IntoView {
    let desk = desk();
    let answer = move || {
        match desk.promised.get() {
        Promised::Kept => view! { <Status status="good" label="Promised"/> }.into_any(),
        Promised::Unknown => view! { <span class="muted">"This browser does not say"</span> }.into_any(),
        Promised::MayBeCleared => view! {
            <Status status="watch" label="Not promised"/>
            <button type="button" class="btn" on:click=move |_| desk.ask_to_keep()>"Ask the browser"</button>
        }
        .into_any(),
    }
    };
    view! {
        <div class="setting">
            <div>
                <h3>"Kept until you clear it"</h3>
                <p>
                    "Without this promise the browser may clear the data when the disk is full. Some browsers give it \
                    only to pages that are used often or installed; a copy in a file helps in any case."
                </p>
            </div>
            <div class="acts">{dynamic(answer)}</div>
        </div>
    }
}

#[component]
fn Room() -> impl IntoView {
    let desk = desk();
    // What is not ours is counted once: walking over storage at every edit would be slow.
    let own = desk.store().used();
    let of_others = storage::used_bytes().saturating_sub(own.get_untracked());
    let used = Memo::new(move |_| own.get() + of_others);
    view! {
        <div class="setting">
            <div>
                <h3>"Room"</h3>
                <p>{text(move || format!(
                    "{} of 5 MB used by everything at this address. Only text is kept, so this is a lot of work.",
                    size(used.get()),
                ))}</p>
            </div>
            <div class="acts">
                <meter
                    class="bar" aria-label="Storage used" min="0" max=BUDGET.to_string()
                    high=(BUDGET / 10 * 6).to_string() optimum="0" prop:value=move || used.get() as f64
                ></meter>
            </div>
        </div>
    }
}

fn size(bytes: usize) -> String {
    match bytes {
        0..1_000_000 => format!("{} KB", bytes.div_ceil(1_000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    }
}
