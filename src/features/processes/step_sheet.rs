//! The sheet of one step: read it, or edit it in place.

use domain::command::StepCommand;
use domain::id::{StepId, TemplateId};
use domain::model::Step;
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::features::processes::clock::worked;
use crate::features::processes::filled::written;
use crate::features::processes::step_form::{StepForm, kind_name, per_day};
use crate::ui::dynamic::dynamic;
use crate::ui::icon::Icon;

/// Title, role and instructions of a step, with their editor behind a button.
#[component]
pub fn StepSheet(
    /// The process it belongs to.
    template: TemplateId,
    /// Which.
    id: StepId,
) -> impl IntoView {
    let is_editing = RwSignal::new(false);
    move || {
        if is_editing.get() {
            view! { <StepForm template=template id=id is_editing=is_editing/> }.into_any()
        } else {
            view! { <ReadStep template=template id=id is_editing=is_editing/> }.into_any()
        }
    }
}

#[component]
fn ReadStep(template: TemplateId, id: StepId, is_editing: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let step = desk.record::<Step>(id);
    let delete = move |_| {
        if desk.run(StepCommand::Delete { id }).is_some() {
            desk.go(&Route::Process(template));
        }
    };
    let role = move || match step.get().map(|step| step.role.clone()) {
        Some(role) if !role.is_empty() => format!("Done by: {role}"),
        _ => "No role yet".to_owned(),
    };
    let instructions = move || {
        match step.get().map(|step| step.instructions.clone()) {
        Some(text) if !text.is_empty() => view! { <p class="prose">{written(&text)}</p> }.into_any(),
        _ => view! {
            <p class="muted">"No instructions yet. Write how it is done, so that anyone can do it the same way."</p>
        }
        .into_any(),
    }
    };
    view! {
        <section class="sheet" aria-label="Step">
            <div class="stack" data-gap="2">
                <h2 class="sheet-title">{dynamic(move || step.get().map(|step| step.title.clone()))}</h2>
                <p class="meta">{role}</p>
            </div>
            {dynamic(instructions)}
            {dynamic(move || step.get().map(|step| details(desk, &step)))}
            <div class="line-up">
                <button type="button" class="btn" on:click=move |_| is_editing.set(true)>
                    <Icon name="pencil"/>
                    <span class="label">"Edit step"</span>
                </button>
                <button type="button" class="btn" data-kind="danger" on:click=delete>
                    <Icon name="trash-2"/>
                    <span class="label">"Delete step"</span>
                </button>
            </div>
        </section>
    }
}

/// A step as it is printed with all the others.
pub fn on_paper(desk: Desk, step: &Step) -> AnyView {
    let role = (!step.role.is_empty())
        .then(|| view! { <p class="meta">{format!("Done by: {}", step.role)}</p> });
    let instructions = (!step.instructions.is_empty())
        .then(|| view! { <p class="prose">{written(&step.instructions)}</p> });
    view! {
        <section class="sheet">
            <h2>{step.title.clone()}</h2>
            {role}{instructions}{details(desk, step)}
        </section>
    }
    .into_any()
}

/// Checklist, fields and the rest of a step's documentation, as far as there is any.
fn details(desk: Desk, step: &Step) -> AnyView {
    let work = &step.work;
    let mut facts: Vec<(&'static str, String)> = Vec::new();
    let mut fact = |name, text: &str| {
        if !text.is_empty() {
            facts.push((name, text.to_owned()));
        }
    };
    fact("Purpose", &work.purpose);
    fact("Accountable", &work.accountable);
    fact("Consulted", &work.consulted);
    fact("Informed", &work.informed);
    fact("Inputs", &work.inputs);
    fact("Outputs", &work.outputs);
    if !work.kind.is_task() {
        fact("Kind", kind_name(&work.kind));
    }
    let limit = work
        .minutes
        .map(|minutes| worked(i64::from(minutes), per_day(desk)));
    fact("Time limit", &limit.unwrap_or_default());
    fact(
        "At most",
        &work
            .wip_limit
            .map(|n| format!("{n} runs"))
            .unwrap_or_default(),
    );
    let facts = facts
        .into_iter()
        .map(|(name, text)| view! { <dt>{name}</dt><dd>{text}</dd> });
    let facts = facts.collect_view();
    let lines = work
        .checklist
        .clone()
        .into_iter()
        .map(|line| view! { <li>{line}</li> });
    let lines = (!work.checklist.is_empty()).then(|| view! {
        <section class="stack" data-gap="2"><h3>"Checklist"</h3><ul class="plain-list">{lines.collect_view()}</ul></section>
    });
    let fields = work.fields.iter().map(|field| {
        let needed = if field.required { "required" } else { "optional" };
        view! {
            <li class="row">
                <span>{field.label.clone()}<span class="sub">{format!("{}, {needed}", field.kind.name())}</span></span>
                <code class="meta">{format!("{{{{{}}}}}", field.key)}</code>
            </li>
        }
    });
    let fields = (!work.fields.is_empty()).then(|| view! {
        <section class="stack" data-gap="2"><h3>"What to record"</h3><ul class="rows">{fields.collect_view()}</ul></section>
    });
    view! { {lines}{fields}<dl class="known">{facts}</dl> }.into_any()
}
