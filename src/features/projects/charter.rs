//! A project's charter basics on one page.

use domain::id::ProjectId;
use domain::model::{Decision, Project};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::desk;
use crate::features::projects::project_form::{FormFor, ProjectDialog};
use crate::features::projects::project_head::{ProjectGone, ProjectHead};
use crate::ui::dynamic::dynamic;
use crate::ui::format;

/// What is still missing before the work should start.
fn missing(project: &Project) -> Vec<&'static str> {
    [
        (
            project.objective.is_empty(),
            "an objective: what will be true when it is done",
        ),
        (project.owner.is_none(), "an owner who answers for it"),
        (project.start.is_none(), "a start date"),
        (project.finish.is_none(), "a promised finish"),
    ]
    .into_iter()
    .filter_map(|(is_missing, what)| is_missing.then_some(what))
    .collect()
}

/// A project's charter basics.
#[component]
pub fn CharterPage(
    /// Which.
    id: ProjectId,
) -> impl IntoView {
    let desk = desk();
    let is_there = Memo::new(move |_| desk.get::<Project>(id).is_some());
    move || {
        if !is_there.get() {
            return view! { <ProjectGone/> }.into_any();
        }
        let form = RwSignal::new(None::<FormFor>);
        let edit = move || {
            view! {
                <button
                    type="button" class="btn" data-kind="primary"
                    on:click=move |_| form.set(Some(FormFor::Existing(id)))
                >
                    "Edit charter"
                </button>
            }
        };
        view! {
            <div class="page">
                <ProjectHead id=id is_charter=true action=edit/>
                <Charter id=id/>
                <ProjectDialog form=form/>
            </div>
        }
        .into_any()
    }
}

#[component]
fn Charter(id: ProjectId) -> impl IntoView {
    let desk = desk();
    let project = desk.record::<Project>(id);
    let objective = move || match project.get() {
        Some(project) if !project.objective.is_empty() => {
            let text = project.objective.clone();
            view! { <p class="prose">{text}</p> }.into_any()
        }
        _ => view! { <p class="muted">"No objective yet."</p> }.into_any(),
    };
    let gaps = move || {
        let gaps = project
            .get()
            .map(|project| missing(&project))
            .unwrap_or_default();
        if gaps.is_empty() {
            return view! { <p class="muted">"The basics are all there."</p> }.into_any();
        }
        let items = gaps
            .into_iter()
            .map(|gap| view! { <li class="row">{gap}</li> });
        view! { <ul class="rows">{items.collect_view()}</ul> }.into_any()
    };
    let origin = move || {
        let decision_id = project.get()?.decision?;
        let decision = desk.get::<Decision>(decision_id)?;
        let when = format::moment(decision.decided_at, desk.today());
        Some(view! {
            <section class="panel">
                <header class="panel-head"><h2>"Where it came from"</h2></header>
                <p class="panel-note">
                    "Decided on "{when}". "
                    <a href=Route::Decision(decision_id).href()>"Read the decision"</a>
                </p>
            </section>
        })
    };
    view! {
        <div class="charter">
            <div class="stack">
                <section class="panel">
                    <header class="panel-head"><h2>"Objective"</h2></header>
                    {dynamic(objective)}
                </section>
                {dynamic(origin)}
            </div>
            <section class="panel">
                <header class="panel-head"><h2>"Missing before the start"</h2></header>
                {dynamic(gaps)}
            </section>
        </div>
    }
}
