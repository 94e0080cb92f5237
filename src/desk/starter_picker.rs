//! Choosing a starter for new work, with what one gets shown before it is chosen for good.

use std::sync::Arc;

use domain::classify::Kind;
use domain::starters::rank::search;
use domain::starters::{Starter, Starters};
use leptos::prelude::*;

use crate::desk::desk;
use crate::desk::starter_preview::preview;
use crate::desk::starters::Shelved;
use crate::ui::dynamic::{dynamic, text};
use crate::ui::field::next_number;
use crate::ui::format;
use crate::ui::icon::Icon;

/// What begins blank.
const BLANK: &str = "Blank";

/// A list of starters behind a disclosure. Name and aim take those of the chosen starter, as long
/// as the person has not written their own.
#[component]
pub fn StarterPicker(
    /// What is begun.
    kind: Kind,
    /// The chosen starter; nothing for blank.
    chosen: RwSignal<Option<Starter>>,
    /// The name in the form.
    name: RwSignal<String>,
    /// The objective or purpose in the form.
    aim: RwSignal<String>,
) -> impl IntoView {
    let shelf = desk().starters;
    let query = RwSignal::new(String::new());
    let picker = Picker {
        kind,
        query,
        chosen,
        name,
        aim,
    };
    let picked = move || {
        let name = chosen.with(|starter| starter.as_ref().map(|s| s.about().name.clone()));
        name.unwrap_or_else(|| BLANK.to_owned())
    };
    let content = move || match shelf.state() {
        Shelved::Untouched | Shelved::Coming => {
            view! { <p class="help" role="status">"Fetching the starters…"</p> }.into_any()
        }
        Shelved::Missing(why) => view! {
            <p class="help" role="alert">{why}</p>
            <button type="button" class="btn" on:click=move |_| shelf.fetch()>"Try again"</button>
        }
        .into_any(),
        Shelved::Here(starters) => picker.view(starters),
    };
    view! {
        <details class="starter-pick" on:toggle=move |_| shelf.fetch()>
            <summary>
                <Icon name="chevron-right" small=true/>
                <span>"Start from: "<b>{text(picked)}</b></span>
            </summary>
            <div class="starter-body">{dynamic(content)}</div>
        </details>
    }
}

/// The list and the form around it.
#[derive(Clone, Copy)]
struct Picker {
    kind: Kind,
    query: RwSignal<String>,
    chosen: RwSignal<Option<Starter>>,
    name: RwSignal<String>,
    aim: RwSignal<String>,
}

impl Picker {
    /// The starters once they are here.
    fn view(self, starters: Arc<Starters>) -> AnyView {
        let Picker { query, chosen, .. } = self;
        let group = format!("starter-{}", next_number());
        let found = Arc::new(move || query.with(|query| search(&starters, self.kind, query)));
        let counted = found.clone();
        let count = move || match counted().len() {
            0 => "No starter has these words. Try another, or start from blank.".to_owned(),
            n => format::count(n, "starter", "starters"),
        };
        let options = move || {
            let found = found().into_iter().map(Some);
            let all = std::iter::once(None).chain(found);
            all.map(|starter| self.option(&group, starter))
                .collect::<Vec<AnyView>>()
        };
        view! {
            <input
                class="input" type="search" aria-label="Search starters" placeholder="Search starters"
                autocomplete="off" prop:value=query
                on:input=move |event| query.set(event_target_value(&event))
                // Enter would save the form around it.
                on:keydown=move |event| if event.key() == "Enter" { event.prevent_default() }
            />
            <p class="help" role="status">{text(count)}</p>
            <div class="starter-list" role="radiogroup" aria-label="Starters">{dynamic(options)}</div>
            {dynamic(move || chosen.get().map(|starter| preview(&starter)))}
        }
        .into_any()
    }

    fn option(self, group: &str, starter: Option<Starter>) -> AnyView {
        let (name, fits) = match &starter {
            Some(starter) => (
                starter.about().name.clone(),
                starter.about().fits_when.clone(),
            ),
            None => (
                BLANK.to_owned(),
                "An empty page, to be filled in by hand.".to_owned(),
            ),
        };
        let own = starter.clone();
        let is_chosen = move || self.chosen.with(|chosen| *chosen == own);
        view! {
            <label class="starter-option">
                <input
                    type="radio" name=group.to_owned() prop:checked=is_chosen
                    on:change=move |_| self.choose(starter.clone())
                />
                <span class="starter-text">
                    <b>{name}</b>
                    <span class="detail">{fits}</span>
                </span>
            </label>
        }
        .into_any()
    }

    fn choose(self, starter: Option<Starter>) {
        let before = self.chosen.get_untracked();
        let texts = |starter: &Option<Starter>| match starter {
            Some(starter) => (starter.about().name.clone(), starter.aim().to_owned()),
            None => (String::new(), String::new()),
        };
        let (name_before, aim_before) = texts(&before);
        let (name, aim) = texts(&starter);
        prefill(self.name, &name_before, name);
        prefill(self.aim, &aim_before, aim);
        self.chosen.set(starter);
    }
}

/// Follows the choice in a field that is empty or still holds what the last choice put there.
fn prefill(field: RwSignal<String>, before: &str, after: String) {
    let written = field.get_untracked();
    if written.trim().is_empty() || written == before {
        field.set(after);
    }
}
