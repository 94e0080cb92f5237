//! Choosing a starter for new work, with what one gets shown before it is chosen for good.

use std::sync::Arc;

use domain::classify::Kind;
use domain::starters::rank::search;
use domain::starters::{Fit, Starter, Starters, rank};
use leptos::prelude::*;

use crate::desk::starter_preview::preview;
use crate::desk::starters::Shelved;
use crate::desk::{Undecided, desk};
use crate::ui::dynamic::{dynamic, text};
use crate::ui::field::next_number;
use crate::ui::format;
use crate::ui::icon::Icon;

/// What begins blank.
const BLANK: &str = "Blank";
/// Words shown as reasons for a starter.
const REASONS: usize = 3;

/// A list of starters behind a disclosure. Name and aim take those of the chosen starter, as long
/// as the person has not written their own.
#[component]
pub fn StarterPicker(
    /// What is begun, tracked.
    #[prop(into)]
    kind: Signal<Kind>,
    /// The chosen starter; nothing for blank.
    chosen: RwSignal<Option<Starter>>,
    /// The name in the form.
    name: RwSignal<String>,
    /// The objective or purpose in the form.
    aim: RwSignal<String>,
    /// The described work by which starters are put in order, if there is any.
    #[prop(optional)]
    work: Option<RwSignal<Undecided>>,
) -> impl IntoView {
    let shelf = desk().starters;
    let query = RwSignal::new(String::new());
    let choose = Callback::new(move |starter: Option<Starter>| {
        let before = chosen.get_untracked();
        prefill(name, before.as_ref(), starter.as_ref(), |starter| {
            &starter.about().name
        });
        prefill(aim, before.as_ref(), starter.as_ref(), Starter::aim);
        chosen.set(starter);
    });
    // One that makes the other kind is none for this kind.
    Effect::new(move |_| {
        let kind = kind.get();
        if chosen.with_untracked(|starter| starter.as_ref().is_some_and(|s| s.kind() != kind)) {
            choose.run(None);
        }
    });
    let picked = move || {
        let name = chosen.with(|starter| starter.as_ref().map(|s| s.about().name.clone()));
        name.unwrap_or_else(|| BLANK.to_owned())
    };
    let content =
        move || {
            match shelf.state() {
        Shelved::Untouched | Shelved::Coming => {
            view! { <p class="help" role="status">"Fetching the starters…"</p> }.into_any()
        }
        Shelved::Missing(why) => view! {
            <p class="help" role="alert">{why}</p>
            <button type="button" class="btn" on:click=move |_| shelf.fetch()>"Try again"</button>
        }
        .into_any(),
        Shelved::Here(starters) => {
            let offered = Offered { starters, kind, query, chosen, choose, work };
            offered.view()
        }
    }
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

/// Follows the choice in a field that is empty or still holds what the last choice put there.
fn prefill(
    field: RwSignal<String>,
    before: Option<&Starter>,
    after: Option<&Starter>,
    text: impl Fn(&Starter) -> &str,
) {
    let written = field.get_untracked();
    if written.trim().is_empty() || before.is_some_and(|before| text(before) == written) {
        field.set(
            after
                .map(|after| text(after).to_owned())
                .unwrap_or_default(),
        );
    }
}

/// The starters once they are here.
#[derive(Clone)]
struct Offered {
    starters: Arc<Starters>,
    kind: Signal<Kind>,
    query: RwSignal<String>,
    chosen: RwSignal<Option<Starter>>,
    choose: Callback<Option<Starter>>,
    work: Option<RwSignal<Undecided>>,
}

impl Offered {
    fn view(self) -> AnyView {
        let Offered {
            query,
            chosen,
            choose,
            ..
        } = self;
        let group = format!("starter-{}", next_number());
        let fits = Memo::new(move |_| self.fits());
        let options = move || {
            let blank = option(&group, None, String::new(), chosen, choose);
            let fits = fits.get().into_iter().map(|fit| {
                let reason = reason(&fit);
                option(&group, Some(fit.starter), reason, chosen, choose)
            });
            std::iter::once(blank).chain(fits).collect_view()
        };
        let count = move || match fits.with(Vec::len) {
            0 => "No starter has these words. Try another, or start from blank.".to_owned(),
            n => format::count(n, "starter", "starters"),
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

    /// The starters to show, those that fit the work best first.
    fn fits(&self) -> Vec<Fit> {
        let kind = self.kind.get();
        let work = self.work.map(|work| work.get()).unwrap_or_default();
        let mut fits = rank(&self.starters, kind, &work.description, &work.answers);
        let query = self.query.get();
        if !query.trim().is_empty() {
            let found = search(&self.starters, kind, &query);
            fits.retain(|fit| found.iter().any(|s| s.about().id == fit.starter.about().id));
        }
        fits
    }
}

/// Why a starter stands where it does: the words and answers that speak for it.
fn reason(fit: &Fit) -> String {
    let words: Vec<String> = fit
        .words
        .iter()
        .take(REASONS)
        .map(|word| format!("“{word}”"))
        .collect();
    let answers: Vec<String> = fit
        .answers
        .iter()
        .map(|question| question.name().to_lowercase())
        .collect();
    let parts = [
        (!words.is_empty()).then(|| format!("You wrote {}.", words.join(", "))),
        (!answers.is_empty())
            .then(|| format!("Your answer on {} speaks for it.", answers.join(", "))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn option(
    group: &str,
    starter: Option<Starter>,
    reason: String,
    chosen: RwSignal<Option<Starter>>,
    choose: Callback<Option<Starter>>,
) -> AnyView {
    let id_of = |starter: &Option<Starter>| starter.as_ref().map(|s| s.about().id.clone());
    let own = id_of(&starter);
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
    let is_chosen = move || chosen.with(|chosen| id_of(chosen) == own);
    let pick = {
        let starter = starter.clone();
        move |_| choose.run(starter.clone())
    };
    view! {
        <label class="starter-option">
            <input type="radio" name=group.to_owned() prop:checked=is_chosen on:change=pick/>
            <span class="starter-text">
                <b>{name}</b>
                <span class="detail">{fits}</span>
                {(!reason.is_empty()).then(|| view! { <span class="detail">{reason}</span> })}
            </span>
        </label>
    }
    .into_any()
}
