//! Copies of everything as a file.

use domain::schema;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::desk::{Desk, desk};
use crate::features::settings::passphrase::PassphraseDialog;
use crate::platform::{download, sealing};
use crate::ui::icon::Icon;

#[component]
pub fn Copies() -> impl IntoView {
    view! { <Plain/><Sealed/> }
}

#[component]
fn Plain() -> impl IntoView {
    let desk = desk();
    let save = move |_| {
        download_copy(desk);
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

#[component]
fn Sealed() -> impl IntoView {
    let desk = desk();
    let open = RwSignal::new(false);
    let seal = Callback::new(move |passphrase: String| {
        let text = desk.read(schema::seal);
        let name = format!("loopline-{}-sealed.json", desk.today());
        spawn_local(async move {
            match sealing::seal(&text, &passphrase).await {
                Ok(sealed) => {
                    hand_over(desk, &name, &sealed);
                }
                Err(sentence) => desk.notices.refused(sentence),
            }
        });
    });
    view! {
        <div class="setting">
            <div>
                <h3>"A sealed copy"</h3>
                <p>"The same, encrypted with a passphrase: AES-256-GCM, with the key from 600,000 rounds of PBKDF2."</p>
            </div>
            <div class="acts">
                <button type="button" class="btn" on:click=move |_| open.set(true)>
                    <Icon name="download"/>
                    <span class="label">"Download sealed"</span>
                </button>
            </div>
        </div>
        <PassphraseDialog
            open=open title="Seal a copy" action="Download sealed" is_new=true on_given=seal
            help="Several words that nobody would guess."
        />
    }
}

/// Hands the person a copy of everything; returns whether the browser took it.
pub fn download_copy(desk: Desk) -> bool {
    let text = desk.read(schema::seal);
    hand_over(desk, &format!("loopline-{}.json", desk.today()), &text)
}

/// Hands the person a file and says so; returns whether the browser took it.
pub fn hand_over(desk: Desk, name: &str, text: &str) -> bool {
    let is_taken = download::text_file(name, "application/json", text).is_ok();
    if is_taken {
        desk.notices.say(format!("Handed {name} to the browser"));
    } else {
        desk.notices.refused(
            "The browser refused the download. Allow downloads for this page, then try again."
                .to_owned(),
        );
    }
    is_taken
}
