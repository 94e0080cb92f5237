//! The ways in: a file, and the earlier copies this browser keeps.

use domain::import::{MAX_BYTES, Mode};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::desk::desk;
use crate::features::settings::incoming::{Incoming, IncomingDialog};
use crate::features::settings::passphrase::PassphraseDialog;
use crate::features::settings::snapshots::Snapshots;
use crate::platform::{file, sealing};
use crate::ui::icon::Icon;

#[component]
pub fn BringIn() -> impl IntoView {
    let incoming = Incoming::new(desk());
    view! {
        <FromFile incoming=incoming/>
        <Snapshots incoming=incoming/>
        <IncomingDialog incoming=incoming/>
    }
}

#[component]
fn FromFile(incoming: Incoming) -> impl IntoView {
    let sealed = RwSignal::new(String::new());
    let asks = RwSignal::new(false);
    let take = move |chosen: file::Chosen| match chosen {
        Err(sentence) => incoming.error.set(Some(sentence)),
        Ok(file) if sealing::is_sealed(&file.text) => {
            sealed.set(file.text);
            asks.set(true);
        }
        Ok(file) => incoming.take_in(&file.text, Mode::Merge),
    };
    let choose = move |event: leptos::ev::Event| {
        incoming.error.set(None);
        if let Some(field) = file::field_of(&event) {
            file::read_chosen(&field, MAX_BYTES as f64, take);
        }
    };
    let open = Callback::new(move |passphrase: String| {
        let text = sealed.get_untracked();
        spawn_local(async move {
            match sealing::open(&text, &passphrase).await {
                Ok(text) => incoming.take_in(&text, Mode::Merge),
                Err(sentence) => incoming.error.set(Some(sentence)),
            }
        });
    });
    view! {
        <div class="setting">
            <div>
                <h3>"Import"</h3>
                <p>"A file from here, plain or sealed. You see what would change before anything does."</p>
                <p class="error" role="alert">{move || incoming.error.get()}</p>
            </div>
            <div class="acts">
                <label class="btn file-pick">
                    <Icon name="upload"/>
                    "Choose a file"
                    <input type="file" accept=".json,application/json" aria-label="Choose a file to import" on:change=choose/>
                </label>
            </div>
        </div>
        <PassphraseDialog
            open=asks title="Open a sealed copy" action="Open" is_new=false on_given=open
            help="The one it was sealed with."
        />
    }
}
