//! The starters that fit the work, best first, each with why; or a blank page.

use domain::classify::{Answer, Kind, Question, Shape};
use domain::id::ProjectId;
use domain::lists::List;
use domain::model::Project;
use domain::starters::rank::GOOD_FIT;
use domain::starters::{Fit, Starter, rank};
use leptos::prelude::*;

use crate::desk::starters::Shelved;
use crate::desk::{Desk, desk};
use crate::features::wizard::state::Wizard;
use crate::ui::dynamic::dynamic;
use crate::ui::field::next_number;
use crate::ui::format;

/// Starters shown at once; the others are behind one press.
const N_SHOWN: usize = 3;

/// What the work begins with; the shape of the verdict speaks for a starter as the answer would. `chosen` is the starter and
/// `template` one of the person's own plans; a blank page is neither.
#[component]
pub fn StartFrom(
    wizard: Wizard,
    shape: Shape,
    to: RwSignal<Kind>,
    chosen: RwSignal<Option<Starter>>,
    template: RwSignal<Option<ProjectId>>,
) -> impl IntoView {
    let desk = desk();
    desk.starters.fetch();
    let fits = Memo::new(move |_| {
        let here = desk.starters.here()?;
        let description = wizard.description();
        let mut answers = wizard.answers();
        if shape == Shape::BuildsProcess && answers.get(Question::ChangesRoutine).is_none() {
            answers.set(Question::ChangesRoutine, Answer::Yes);
        }
        Some(rank(&here, to.get(), &description, &answers))
    });
    let shows_all = RwSignal::new(false);
    Effect::new(move |_| {
        shows_all.set(false);
        let best = fits.with(|fits| fits.as_ref().and_then(|fits| fits.first().cloned()));
        chosen.set(
            best.filter(|fit| fit.score >= GOOD_FIT)
                .map(|fit| fit.starter),
        );
    });
    let group = format!("starter-{}", next_number());
    let list = move || {
        let group = group.clone();
        let Some(fits) = fits.get() else {
            let text = match desk.starters.state() {
                Shelved::Missing(sentence) => sentence,
                _ => "Looking for starters that fit…".to_owned(),
            };
            return view! { <p class="muted">{text}</p> }.into_any();
        };
        // What nothing speaks for is shown only when asked for.
        let n_fitting = fits.iter().take_while(|fit| fit.score > 0).count();
        let n_shown = if shows_all.get() {
            fits.len()
        } else {
            n_fitting.min(N_SHOWN)
        };
        let n_more = fits.len().saturating_sub(n_shown);
        let rows = fits.into_iter().take(n_shown).map({
            let group = group.clone();
            move |fit| row(group.clone(), chosen, template, fit)
        });
        let more = (n_more > 0).then(|| {
            view! {
                <button type="button" class="btn" data-kind="quiet" data-size="s" on:click=move |_| shows_all.set(true)>
                    {format!("Show {}", format::count(n_more, "more starter", "more starters"))}
                </button>
            }
        });
        let is_blank = move || chosen.with(Option::is_none) && template.get().is_none();
        let own = own_templates(desk, to.get(), group.clone(), chosen, template);
        view! {
            <div class="option-list">
                {own}
                {rows.collect_view()}
                <label class="option">
                    <input type="radio" name=group prop:checked=is_blank on:change=move |_| {
                        chosen.set(None);
                        template.set(None);
                    }/>
                    <span><b>"A blank page"</b><span class="sub">"Only what is filled in below."</span></span>
                </label>
            </div>
            {more}
        }
        .into_any()
    };
    view! {
        <fieldset class="stack" data-gap="2">
            <legend>"Start from"</legend>
            {dynamic(list)}
        </fieldset>
    }
}

/// The person's own templates, each of them a choice.
fn own_templates(
    desk: Desk,
    to: Kind,
    group: String,
    chosen: RwSignal<Option<Starter>>,
    template: RwSignal<Option<ProjectId>>,
) -> AnyView {
    if to != Kind::Project {
        return ().into_any();
    }
    let ids = desk.ids::<Project>(List::ProjectTemplates);
    let rows = ids.into_iter().filter_map(|id| {
        let name = desk.get::<Project>(id)?.name.clone();
        let n_tasks = desk.keys(List::Tasks(id)).len();
        let choose = move |_| {
            chosen.set(None);
            template.set(Some(id));
        };
        Some(view! {
            <label class="option">
                <input
                    type="radio" name=group.clone() prop:checked=move || template.get() == Some(id)
                    on:change=choose
                />
                <span><b>{name}</b><span class="sub">{format!("Your template, {}.", format::count(n_tasks, "task", "tasks"))}</span></span>
            </label>
        })
    });
    rows.collect_view().into_any()
}

fn row(
    group: String,
    chosen: RwSignal<Option<Starter>>,
    template: RwSignal<Option<ProjectId>>,
    fit: Fit,
) -> AnyView {
    let why = why(&fit);
    let about = fit.starter.about().clone();
    let id = about.id.clone();
    let is_chosen = move || {
        chosen.with(|chosen| {
            chosen
                .as_ref()
                .is_some_and(|starter| starter.about().id == id)
        })
    };
    let starter = fit.starter;
    view! {
        <label class="option">
            <input
                type="radio" name=group prop:checked=is_chosen
                on:change=move |_| {
                    template.set(None);
                    chosen.set(Some(starter.clone()));
                }
            />
            <span><b>{about.name}</b><span class="sub">{about.fits_when}</span>
                {why.map(|why| view! { <span class="sub why">{why}</span> })}
            </span>
        </label>
    }
    .into_any()
}

/// Why a starter comes where it comes.
fn why(fit: &Fit) -> Option<String> {
    let words = fit.words.iter().take(3).map(|word| format!("“{word}”"));
    let words: Vec<String> = words.collect();
    let answers: Vec<&str> = fit
        .answers
        .iter()
        .take(3)
        .map(|question| question.name())
        .collect();
    match (words.is_empty(), answers.is_empty()) {
        (true, true) => None,
        (false, true) => Some(format!("Fits your words {}", words.join(", "))),
        (true, false) => Some(format!(
            "Fits your answers on {}",
            answers.join(", ").to_lowercase()
        )),
        (false, false) => Some(format!(
            "Fits your words {} and your answers on {}",
            words.join(", "),
            answers.join(", ").to_lowercase()
        )),
    }
}
