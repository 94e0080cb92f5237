//! The person's data: how safe it is, copies of it, the sample, and what could not be read.

use domain::command::SampleCommand;
use domain::route::Route;
use domain::workspace::Workspace;
use leptos::prelude::*;
use store::Damage;

use crate::desk::desk;
use crate::features::settings::backup::Backup;
use crate::features::settings::bring_in::BringIn;
use crate::features::settings::copies::Copies;
use crate::features::settings::safety::Safety;
use crate::features::settings::standing::Standing;
use crate::platform::storage;
use crate::ui::dynamic::dynamic;
use crate::ui::icon::Icon;

#[component]
pub fn Data() -> impl IntoView {
    view! {
        <section aria-labelledby="data-heading">
            <h2 class="sec" id="data-heading">"Data"</h2>
            <Safety/>
            <Backup/>
            <Copies/>
            <BringIn/>
            <Standing/>
            <Past/>
            <Sample/>
            <Unreadable/>
        </section>
    }
}

/// The ways to what was done and to what was put away.
#[component]
fn Past() -> impl IntoView {
    view! {
        <div class="setting">
            <div>
                <h3>"What was done, and what is over"</h3>
                <p>"The history lists every action in this browser. The archive keeps finished work packed."</p>
            </div>
            <div class="acts">
                <a class="btn" href=Route::History.href()><Icon name="history"/>"History"</a>
                <a class="btn" href=Route::Archive.href()><Icon name="archive"/>"Archive"</a>
            </div>
        </div>
    }
}

#[component]
fn Sample() -> impl IntoView {
    let desk = desk();
    let has_sample = Memo::new(move |_| desk.compute(Workspace::has_sample));
    dynamic(move || {
        let is_loaded = has_sample.get();
        let (sentence, name) = if is_loaded {
            (
                "It is loaded. Removing it leaves your own work as it is, and can be undone.",
                "Remove the sample",
            )
        } else {
            (
                "A small company's processes and projects, beside your own work and marked as sample.",
                "Load the sample",
            )
        };
        let run = move |_| {
            if is_loaded {
                desk.run(SampleCommand::Remove);
            } else {
                desk.load_sample();
            }
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
        desk.hand_over(&format!("loopline-raw-{}.json", desk.today()), &text);
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
