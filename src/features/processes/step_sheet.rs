//! The sheet of one step: read it, or edit it in place.

use domain::command::{StepCommand, StepDraft};
use domain::id::{StepId, TemplateId};
use domain::model::Step;
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::desk;
use crate::ui::dynamic::dynamic;
use crate::ui::field::{TextArea, TextField};
use crate::ui::form::field_error;
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
            view! { <StepForm id=id is_editing=is_editing/> }.into_any()
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
        Some(text) if !text.is_empty() => view! { <p class="prose">{text}</p> }.into_any(),
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

#[component]
fn StepForm(id: StepId, is_editing: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let draft = desk.read(|ws| {
        ws.get::<Step>(id)
            .map(|step| StepDraft::of(step))
            .unwrap_or_default()
    });
    let work = draft.work;
    let title = RwSignal::new(draft.title);
    let role = RwSignal::new(draft.role);
    let instructions = RwSignal::new(draft.instructions);
    let error = RwSignal::new(None::<String>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let draft = StepDraft {
            title: title.get_untracked(),
            role: role.get_untracked(),
            instructions: instructions.get_untracked(),
            work: work.clone(),
        };
        match desk.try_run(StepCommand::Edit { id, draft }) {
            Ok(_) => is_editing.set(false),
            Err(refused) => error.set(Some(refused.to_string())),
        }
    };
    view! {
        <form class="sheet" on:submit=submit novalidate=true aria-label="Edit step">
            <div class="form">
                <TextField label="Title" value=title error=field_error(error, "Title") autofocus=true/>
                <TextField
                    label="Role" value=role error=field_error(error, "Role") optional=true
                    help="Who does it, for example “Support agent”."
                />
                <TextArea
                    label="Instructions" value=instructions error=field_error(error, "Instructions")
                    optional=true help="How it is done. Line breaks are kept."
                />
            </div>
            {dynamic(move || error.get()
                .filter(|sentence| sentence.starts_with("This"))
                .map(|sentence| view! { <p class="error" role="alert">{sentence}</p> }))}
            <div class="line-up">
                <button type="submit" class="btn" data-kind="primary">"Save step"</button>
                <button type="button" class="btn" data-kind="quiet" on:click=move |_| is_editing.set(false)>
                    "Cancel"
                </button>
            </div>
        </form>
    }
}
