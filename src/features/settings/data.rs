//! Where the data is, how much of it there is, a copy of it, and what could not be read.

use domain::command::SampleCommand;
use domain::schema;
use domain::workspace::Workspace;
use leptos::prelude::*;
use store::{Damage, Saving};

use crate::desk::{Desk, desk};
use crate::platform::{download, storage};
use crate::ui::dynamic::{dynamic, text};
use crate::ui::icon::{Icon, Status};

/// What every browser gives a site at least, in bytes.
const BUDGET: usize = 5 * 1024 * 1024;

#[component]
pub fn Data() -> impl IntoView {
    view! {
        <section aria-labelledby="data-heading">
            <h2 class="sec" id="data-heading">"Data"</h2>
            <Place/>
            <Copy/>
            <Sample/>
            <Unreadable/>
        </section>
    }
}

/// Where it is kept, whether edits can be kept, and the room that is left.
#[component]
fn Place() -> impl IntoView {
    let desk = desk();
    let saving = desk.store().saving();
    let status = move || match saving.get() {
        Saving::Works => view! { <Status status="good" label="Saved"/> },
        Saving::Refused { .. } => view! { <Status status="bad" label="Not saving"/> },
        Saving::LastFailed { .. } => view! { <Status status="bad" label="Last edit not saved"/> },
    };
    let used = Memo::new(move |_| {
        desk.compute(|_| ());
        storage::used_bytes()
    });
    view! {
        <div class="setting">
            <div>
                <h3>"In this browser, on this device"</h3>
                <p>
                    "Every edit is in the browser's storage before you see it. The browser puts it on disk within about \
                    a minute; a second copy of the newest edits is there within a moment."
                </p>
            </div>
            <div class="acts">{dynamic(status)}</div>
        </div>
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

#[component]
fn Copy() -> impl IntoView {
    let desk = desk();
    let save = move |_| {
        let text = desk.read(schema::seal);
        let name = format!("loopline-{}.json", desk.today());
        hand_over(desk, &name, &text);
    };
    view! {
        <div class="setting">
            <div>
                <h3>"A copy of everything"</h3>
                <p>"One JSON file with every record, readable without Loopline."</p>
            </div>
            <div class="acts">
                <button type="button" class="btn" on:click=save>
                    <Icon name="download"/>
                    <span class="label">"Download a copy"</span>
                </button>
            </div>
        </div>
    }
}

fn hand_over(desk: Desk, name: &str, text: &str) {
    match download::text_file(name, "application/json", text) {
        Ok(()) => desk.notices.say(format!("Handed {name} to the browser")),
        Err(_) => desk.notices.refused(
            "The browser refused the download. Allow downloads for this page, then try again."
                .to_owned(),
        ),
    }
}

#[component]
fn Sample() -> impl IntoView {
    let desk = desk();
    let has_sample = Memo::new(move |_| desk.compute(Workspace::has_sample));
    dynamic(move || {
        let (sentence, name, command) = if has_sample.get() {
            (
                "It is loaded. Removing it leaves your own work as it is, and can be undone.",
                "Remove the sample",
                SampleCommand::Remove,
            )
        } else {
            (
                "A small company's processes and projects, beside your own work and marked as sample.",
                "Load the sample",
                SampleCommand::Load,
            )
        };
        let run = move |_| {
            desk.run(command);
        };
        view! {
            <div class="setting">
                <div><h3>"Sample workspace"</h3><p>{sentence}</p></div>
                <div class="acts"><button type="button" class="btn" on:click=run>{name}</button></div>
            </div>
        }
    })
}

/// Stored pieces that could not be read; they stay byte for byte where they are.
#[component]
fn Unreadable() -> impl IntoView {
    let desk = desk();
    let damages = desk.store().damages();
    let save = move |_| {
        let entries = storage::raw_entries("loopline/");
        let text = serde_json::to_string_pretty(&entries).unwrap_or_default();
        hand_over(desk, &format!("loopline-raw-{}.json", desk.today()), &text);
    };
    dynamic(move || {
        let damages = damages.get();
        (!damages.is_empty()).then(|| {
            let rows = damages.into_iter().map(damage_row).collect_view();
            view! {
                <div class="setting">
                    <div>
                        <h3>"What could not be read"</h3>
                        <p>"Nothing of it was changed or deleted. The raw file holds it byte for byte."</p>
                    </div>
                    <div class="acts">
                        <button type="button" class="btn" on:click=save>
                            <Icon name="download"/>
                            <span class="label">"Download raw data"</span>
                        </button>
                    </div>
                </div>
                <ul class="rows damages" aria-label="What could not be read">{rows}</ul>
            }
        })
    })
}

fn damage_row(damage: Damage) -> impl IntoView {
    view! {
        <li class="row">
            <span class="mono">{damage.key}</span>
            <span class="muted">{damage.why}</span>
        </li>
    }
}
