//! A process's documented steps: the list, and the sheet of the chosen one.

use domain::id::TemplateId;
use domain::lists::List;
use domain::model::{Step, Template};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::features::processes::head::{ProcessGone, ProcessHead, ProcessTab, latest_version};
use crate::features::processes::step_list::{AddStep, StepList};
use crate::features::processes::step_sheet::StepSheet;
use crate::ui::dynamic::dynamic;
use crate::ui::empty::Empty;
use crate::ui::icon::Kind;

/// A process's documented steps.
#[component]
pub fn StepsPage(
    /// Which.
    id: TemplateId,
) -> impl IntoView {
    let desk = desk();
    let is_there = Memo::new(move |_| desk.get::<Template>(id).is_some());
    move || {
        if is_there.get() {
            view! {
                <div class="page">
                    <ProcessHead id=id tab=ProcessTab::Steps/>
                    <Purpose id=id/>
                    <Editor id=id/>
                </div>
            }
            .into_any()
        } else {
            view! { <ProcessGone/> }.into_any()
        }
    }
}

#[component]
fn Purpose(id: TemplateId) -> impl IntoView {
    let desk = desk();
    move || {
        let purpose = desk.get::<Template>(id)?.purpose.clone();
        (!purpose.is_empty()).then(|| view! { <p class="lede purpose">{purpose}</p> })
    }
}

#[component]
fn Editor(id: TemplateId) -> impl IntoView {
    let desk = desk();
    let steps = Memo::new(move |_| desk.ids::<Step>(List::Steps(id)));
    // The step in the address, or the first.
    let chosen = Memo::new(move |_| {
        let wanted = match desk.route.get() {
            Route::Step(_, step_id) => Some(step_id),
            _ => None,
        };
        steps.with(|steps| {
            wanted
                .filter(|step_id| steps.contains(step_id))
                .or_else(|| steps.first().copied())
        })
    });
    let sheet = move || {
        match chosen.get() {
        Some(step_id) => view! { <StepSheet template=id id=step_id/> }.into_any(),
        None => view! {
            <Empty
                kind=Kind::Loop title="No steps yet"
                text="Write down what is done, one step after another, so that anyone can do it the same way."
            />
        }
        .into_any(),
    }
    };
    view! {
        <div class="editor">
            <div class="stack" data-gap="2">
                <StepList template=id steps=steps chosen=chosen/>
                <AddStep template=id/>
                {dynamic(move || note(desk, id).map(|note| view! { <p class="meta">{note}</p> }))}
            </div>
            {dynamic(sheet)}
        </div>
    }
}

/// What a change of the steps means for the runs; tracked.
fn note(desk: Desk, id: TemplateId) -> Option<String> {
    let version = latest_version(desk, id)?;
    let current: Vec<_> = desk
        .ids::<Step>(List::Steps(id))
        .into_iter()
        .filter_map(|step_id| Some((step_id, desk.get::<Step>(step_id)?)))
        .collect();
    let is_same = current.len() == version.steps.len()
        && current
            .iter()
            .zip(&version.steps)
            .all(|((step_id, step), frozen)| {
                *step_id == frozen.step
                    && step.title == frozen.title
                    && step.instructions == frozen.instructions
                    && step.role == frozen.role
            });
    (!is_same).then(|| {
        format!(
            "Changed since version {}. Runs in flight keep their steps; the next run starts version {}.",
            version.number,
            version.number + 1,
        )
    })
}
