//! What is the person's own: the name beside what is done here, and the look on this device.

use domain::command::{SettingsCommand, SettingsDraft};
use leptos::prelude::*;

use crate::desk::desk;
use crate::desk::keys::KeysButton;
use crate::platform::theme::{self, Theme};
use crate::ui::dynamic::{dynamic, flag};

#[component]
pub fn Personal() -> impl IntoView {
    view! {
        <section aria-labelledby="personal-heading">
            <h2 class="sec" id="personal-heading">"You"</h2>
            <YourName/>
            <LookOfPage/>
            <Keys/>
        </section>
    }
}

/// The name is saved when the field is left or Enter is pressed, so that no keystroke is an edit.
#[component]
fn YourName() -> impl IntoView {
    let desk = desk();
    let error = RwSignal::new(None::<String>);
    let name = Memo::new(move |_| desk.compute(|ws| ws.settings().your_name));
    let save = move |event| {
        let draft = SettingsDraft {
            your_name: event_target_value(&event),
            ..desk.read(|ws| SettingsDraft::of(&ws.settings()))
        };
        let refused = desk.try_run(SettingsCommand::Edit { draft }).err();
        error.set(refused.map(|refused| refused.to_string()));
    };
    view! {
        <div class="setting">
            <div>
                <h3><label for="your-name">"Your name"</label></h3>
                <p id="your-name-note">"Written beside what you do in a run. It stays on this device."</p>
                <p class="error" role="alert">{dynamic(move || error.get())}</p>
            </div>
            <div class="acts">
                <input
                    class="input" id="your-name" type="text" autocomplete="off"
                    aria-describedby="your-name-note"
                    aria-invalid=flag(move || error.get().is_some().then_some("true"))
                    prop:value=name on:change=save
                />
            </div>
        </div>
    }
}

/// The way to the sheet of keys.
#[component]
fn Keys() -> impl IntoView {
    view! {
        <div class="setting">
            <div>
                <h3>"Keyboard"</h3>
                <p>"Everything can be done without a mouse. “?” shows the keys on every page."</p>
            </div>
            <div class="acts"><KeysButton/></div>
        </div>
    }
}

#[component]
fn LookOfPage() -> impl IntoView {
    let chosen = RwSignal::new(theme::current());
    let choices = Theme::ALL.into_iter().map(|choice| {
        let choose = move |_| {
            theme::choose(choice);
            chosen.set(choice);
        };
        view! {
            <label>
                <input type="radio" name="theme" prop:checked=move || chosen.get() == choice on:change=choose/>
                {choice.name()}
            </label>
        }
    });
    view! {
        <div class="setting">
            <div><h3 id="theme-heading">"Light or dark"</h3></div>
            <div class="acts">
                <span class="segmented" role="radiogroup" aria-labelledby="theme-heading">
                    {choices.collect_view()}
                </span>
            </div>
        </div>
    }
}
