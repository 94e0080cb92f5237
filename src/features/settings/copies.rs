//! Copies of everything as a file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::desk::desk;
use crate::features::settings::passphrase::PassphraseDialog;
use crate::platform::sealing;
use crate::ui::icon::Icon;

#[component]
pub fn Copies() -> impl IntoView {
    view! { <Plain/><Sealed/> }
}

#[component]
fn Plain() -> impl IntoView {
    let desk = desk();
    let save = move |_| {
        desk.download_copy();
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
        let text = desk.store().seal();
        let name = format!("loopline-{}-sealed.json", desk.today());
        spawn_local(async move {
            match sealing::seal(&text, &passphrase).await {
                Ok(sealed) => {
                    if desk.hand_over(&name, &sealed) {
                        desk.handed_copy();
                    }
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
