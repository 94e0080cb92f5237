//! A project's charter and its gates on one page.

use domain::charter_gaps::missing_before_start;
use domain::command::CharterCommand;
use domain::id::{CharterId, PersonId, ProjectId};
use domain::model::{Charter, Decision, Person, Project};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::desk;
use crate::features::projects::charter_form::CharterDialog;
use crate::features::projects::gates::Gates;
use crate::features::projects::lessons::Lessons;
use crate::features::projects::project_head::ProjectPage;
use crate::ui::dynamic::dynamic;
use crate::ui::format;

/// A project's charter.
#[component]
pub fn CharterPage(
    /// Which.
    id: ProjectId,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let edit = move || {
        view! {
            <button type="button" class="btn" data-kind="primary" on:click=move |_| is_open.set(true)>
                "Edit charter"
            </button>
        }
    };
    view! {
        <ProjectPage id=id tab="Charter" action=edit>
            <div class="charter">
                <div class="stack">
                    <Texts id=id/>
                    <Criteria id=id/>
                    <Deliverables id=id/>
                    <Lessons id=id/>
                </div>
                <div class="stack">
                    <Gaps id=id/>
                    <Gates id=id/>
                    <Roles id=id/>
                    <Origin id=id/>
                </div>
            </div>
            <CharterDialog id=id open=is_open/>
        </ProjectPage>
    }
}

/// A heading and what someone wrote below it, or that nothing is written yet.
fn written(title: &'static str, text: String, none: &'static str) -> AnyView {
    let body = if text.is_empty() {
        view! { <p class="panel-note">{none}</p> }.into_any()
    } else {
        view! { <p class="prose">{text}</p> }.into_any()
    };
    view! {
        <section class="panel">
            <header class="panel-head"><h2>{title}</h2></header>
            {body}
        </section>
    }
    .into_any()
}

#[component]
fn Texts(id: ProjectId) -> impl IntoView {
    let desk = desk();
    let project = desk.record::<Project>(id);
    let charter = desk.record::<Charter>(CharterId::from(id));
    let text = move |of: fn(&Charter) -> &String| {
        charter
            .get()
            .map(|charter| of(&charter).clone())
            .unwrap_or_default()
    };
    view! {
        {dynamic(move || written(
            "Objective",
            project.get().map(|project| project.objective.clone()).unwrap_or_default(),
            "No objective yet. Say what will be true when the project is done.",
        ))}
        {dynamic(move || written("In scope", text(|c| &c.scope_in), "Nothing is written yet."))}
        {dynamic(move || written(
            "Out of scope", text(|c| &c.scope_out),
            "Nothing is ruled out yet. What is left out on purpose saves arguments later.",
        ))}
        {dynamic(move || written("Constraints", text(|c| &c.constraints), "None are written down."))}
        {dynamic(move || written("Stakeholders", text(|c| &c.stakeholders), "None are written down."))}
    }
}

#[component]
fn Criteria(id: ProjectId) -> impl IntoView {
    let desk = desk();
    let charter = desk.record::<Charter>(CharterId::from(id));
    let rows = move || {
        let criteria = charter
            .get()
            .map(|c| c.criteria.clone())
            .unwrap_or_default();
        if criteria.is_empty() {
            let none = "None yet. Write down how anyone can check that the project succeeded.";
            return view! { <p class="panel-note">{none}</p> }.into_any();
        }
        let rows = criteria.into_iter().enumerate().map(|(at, criterion)| {
            let meet = move |event| {
                let is_met = event_target_checked(&event);
                desk.run(CharterCommand::Meet {
                    project: id,
                    at,
                    is_met,
                });
            };
            view! {
                <li class="row">
                    <label class="check">
                        <input type="checkbox" prop:checked=criterion.is_met on:change=meet/>
                        <span>{criterion.text}</span>
                    </label>
                </li>
            }
        });
        view! { <ul class="rows" aria-label="Measures of success">{rows.collect_view()}</ul> }
            .into_any()
    };
    view! {
        <section class="panel">
            <header class="panel-head"><h2>"Measures of success"</h2></header>
            {dynamic(rows)}
        </section>
    }
}

#[component]
fn Deliverables(id: ProjectId) -> impl IntoView {
    let desk = desk();
    let charter = desk.record::<Charter>(CharterId::from(id));
    let rows = move || {
        let deliverables = charter
            .get()
            .map(|c| c.deliverables.clone())
            .unwrap_or_default();
        if deliverables.is_empty() {
            let none = "None yet. Write down what is handed over, and when it counts as accepted.";
            return view! { <p class="panel-note">{none}</p> }.into_any();
        }
        let rows = deliverables.into_iter().enumerate().map(|(at, deliverable)| {
            let accept = move |event| {
                let is_accepted = event_target_checked(&event);
                desk.run(CharterCommand::Accept { project: id, at, is_accepted });
            };
            let acceptance = if deliverable.acceptance.is_empty() {
                "No conditions for acceptance yet".to_owned()
            } else {
                format!("Accepted when: {}", deliverable.acceptance)
            };
            view! {
                <li class="row">
                    <label class="check">
                        <input type="checkbox" prop:checked=deliverable.is_accepted on:change=accept/>
                        <span>{deliverable.name}<span class="sub">{acceptance}</span></span>
                    </label>
                </li>
            }
        });
        view! { <ul class="rows" aria-label="Deliverables">{rows.collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="panel">
            <header class="panel-head">
                <h2>"Deliverables"</h2><span class="meta">"ticked when accepted"</span>
            </header>
            {dynamic(rows)}
        </section>
    }
}

#[component]
fn Gaps(id: ProjectId) -> impl IntoView {
    let desk = desk();
    let project = desk.record::<Project>(id);
    let charter = desk.record::<Charter>(CharterId::from(id));
    let gaps = move || {
        let gaps = project
            .get()
            .map(|project| missing_before_start(&project, charter.get().as_deref()))
            .unwrap_or_default();
        if gaps.is_empty() {
            let whole = "Nothing is missing: the project can start.";
            return view! { <p class="panel-note">{whole}</p> }.into_any();
        }
        let items = gaps
            .into_iter()
            .map(|gap| view! { <li class="row">{gap}</li> });
        view! { <ul class="rows" aria-label="Missing before the start">{items.collect_view()}</ul> }
            .into_any()
    };
    view! {
        <section class="panel">
            <header class="panel-head"><h2>"Missing before the start"</h2></header>
            {dynamic(gaps)}
        </section>
    }
}

#[component]
fn Roles(id: ProjectId) -> impl IntoView {
    let desk = desk();
    let charter = desk.record::<Charter>(CharterId::from(id));
    let name = move |of: fn(&Charter) -> Option<PersonId>| {
        let person = charter.get().and_then(|charter| of(&charter));
        let person = person.and_then(|id| desk.get::<Person>(id));
        person.map_or_else(|| "nobody yet".to_owned(), |person| person.name.clone())
    };
    view! {
        <section class="panel">
            <header class="panel-head"><h2>"Roles"</h2></header>
            <ul class="rows">
                <li class="row"><span>"Sponsor"</span><span>{dynamic(move || name(|c| c.sponsor))}</span></li>
                <li class="row"><span>"Manager"</span><span>{dynamic(move || name(|c| c.manager))}</span></li>
            </ul>
        </section>
    }
}

#[component]
fn Origin(id: ProjectId) -> impl IntoView {
    let desk = desk();
    let project = desk.record::<Project>(id);
    dynamic(move || {
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
    })
}
