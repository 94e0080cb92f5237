//! The page itself: its other tabs, and the build they run.

use std::time::Duration;

use leptos::prelude::*;

use crate::platform::tabs::{self, OtherTabs};
use crate::platform::{build, location, update};
use crate::ui::dynamic::{dynamic, text};
use crate::ui::icon::Status;

/// How often the other tabs are counted while the settings are open.
const LOOK: Duration = Duration::from_secs(2);

#[component]
pub fn Standing() -> impl IntoView {
    view! { <Tabs/><Build/> }
}

#[component]
fn Tabs() -> impl IntoView {
    let others = RwSignal::new(None::<OtherTabs>);
    let look = move || {
        tabs::look(move |counted| {
            // The answer may come after the page has gone.
            others.try_set(Some(counted));
        });
    };
    look();
    if let Ok(handle) = set_interval_with_handle(look, LOOK) {
        on_cleanup(move || handle.clear());
    }
    let sentence = move || match others.get() {
        None => "This browser does not say which other tabs are open.".to_owned(),
        Some(OtherTabs { n_open: 0, .. }) => {
            "This is the only one. In several, each shows every edit within a second.".to_owned()
        }
        Some(others) => {
            let older = match others.n_of_other_build {
                0 => String::new(),
                n => format!(" {n} of them of another build: reload those."),
            };
            format!(
                "{} the same work, each within a second of an edit.{older}",
                if others.n_open == 1 {
                    "1 other tab shows".to_owned()
                } else {
                    format!("{} other tabs show", others.n_open)
                },
            )
        }
    };
    let acts = move || {
        let others = others.get()?;
        Some(if others.n_of_other_build > 0 {
            view! {
                <Status status="watch" label="Two builds"/>
                <button type="button" class="btn" on:click=|_| location::reload()>"Reload this tab"</button>
            }
            .into_any()
        } else {
            view! { <span class="num">{others.n_open}</span> }.into_any()
        })
    };
    view! {
        <div class="setting">
            <div><h3>"Other tabs"</h3><p>{text(sentence)}</p></div>
            <div class="acts">{dynamic(acts)}</div>
        </div>
    }
}

#[component]
fn Build() -> impl IntoView {
    let name = build::name();
    view! {
        <div class="setting">
            <div>
                <h3>"Build"</h3>
                <p>
                    <span class="mono">{name}</span>
                    " · a newer one is looked for every hour, and put in place only when you say so."
                </p>
            </div>
            <div class="acts">
                <button type="button" class="btn" on:click=|_| update::look()>"Look now"</button>
            </div>
        </div>
    }
}
