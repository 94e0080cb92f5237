//! The charter basics as a form: for a new project or one that is there.

use domain::command::{ProjectCommand, ProjectDraft};
use domain::id::ProjectId;
use domain::model::{Project, Stage};
use domain::time::Day;
use leptos::prelude::*;

use crate::desk::desk;
use crate::features::projects::people;
use crate::ui::dialog::Dialog;
use crate::ui::field::{SelectField, TextArea, TextField};

/// What the form is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormFor {
    /// A new project in a stage.
    New(Stage),
    /// A project that is there.
    Existing(ProjectId),
}

/// The dialog around the form; open while `form` is something.
#[component]
pub fn ProjectDialog(
    /// What the form is about.
    form: RwSignal<Option<FormFor>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        let is_wanted = form.get().is_some();
        if open.get_untracked() != is_wanted {
            open.set(is_wanted);
        }
    });
    Effect::new(move |_| {
        if !open.get() && form.get_untracked().is_some() {
            form.set(None);
        }
    });
    let title = Signal::derive(move || match form.get() {
        Some(FormFor::Existing(_)) => "Edit project".to_owned(),
        _ => "New project".to_owned(),
    });
    view! {
        <Dialog open=open title=title>
            {move || form.get().map(|about| view! { <ProjectForm about=about open=open/> })}
        </Dialog>
    }
}

/// The form itself. It keeps a draft; the project changes once, when it is saved.
#[component]
fn ProjectForm(about: FormFor, open: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let draft = match about {
        FormFor::New(_) => ProjectDraft::default(),
        FormFor::Existing(id) => desk.read(|ws| {
            ws.get::<Project>(id)
                .map(|project| ProjectDraft::of(project))
                .unwrap_or_default()
        }),
    };
    let text_of = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let name = RwSignal::new(draft.name);
    let objective = RwSignal::new(draft.objective);
    let start = RwSignal::new(text_of(draft.start));
    let finish = RwSignal::new(text_of(draft.finish));
    let owner = RwSignal::new(draft.owner.map(|id| id.to_string()).unwrap_or_default());
    let error = RwSignal::new(None::<String>);
    let save = move || -> Result<(), String> {
        let draft = ProjectDraft {
            name: name.get_untracked(),
            objective: objective.get_untracked(),
            start: parse_day(&start.get_untracked())?,
            finish: parse_day(&finish.get_untracked())?,
            owner: people::chosen(&owner.get_untracked()),
        };
        let command = match about {
            FormFor::New(stage) => ProjectCommand::Create { draft, stage },
            FormFor::Existing(id) => ProjectCommand::Edit { id, draft },
        };
        desk.try_run(command)
            .map_err(|refused| refused.to_string())?;
        Ok(())
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match save() {
            Ok(()) => open.set(false),
            Err(sentence) => error.set(Some(sentence)),
        }
    };
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                <TextField label="Name" value=name error=field_error(error, "Name") autofocus=true/>
                <TextArea
                    label="Objective" value=objective optional=true
                    help="What will be true when it is done, so that anyone can check it."
                />
                <div class="form-row">
                    <TextField label="Start" value=start kind="date" optional=true/>
                    <TextField label="Finish" value=finish kind="date" optional=true/>
                </div>
                <SelectField
                    label="Owner" value=owner options=people::choices(desk, "Nobody yet") optional=true
                    help="People are kept in Settings."
                />
            </div>
            <FormFoot open=open save="Save project" error=error fields=&["Name"]/>
        </form>
    }
}

/// The sentence, if it is about this field: sentences about a text begin with the field's label.
pub fn field_error(error: RwSignal<Option<String>>, label: &'static str) -> Signal<Option<String>> {
    Signal::derive(move || error.get().filter(|sentence| sentence.starts_with(label)))
}

/// What is wrong with the form as a whole, then cancel and save, below a form in a dialog.
#[component]
pub fn FormFoot(
    /// The dialog's state.
    open: RwSignal<bool>,
    /// What the saving button says.
    save: &'static str,
    /// Why it was not saved.
    error: RwSignal<Option<String>>,
    /// The fields that show their own errors.
    fields: &'static [&'static str],
) -> impl IntoView {
    let general = move || {
        let sentence = error.get()?;
        let has_a_field = fields.iter().any(|label| sentence.starts_with(label));
        (!has_a_field).then(|| view! { <p class="form-error" role="alert">{sentence}</p> })
    };
    view! {
        {general}
        <div class="dialog-foot">
            <button type="button" class="btn" data-kind="quiet" on:click=move |_| open.set(false)>
                "Cancel"
            </button>
            <button type="submit" class="btn" data-kind="primary">{save}</button>
        </div>
    }
}

/// The day in a date field; an empty field is no day.
pub fn parse_day(text: &str) -> Result<Option<Day>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse()
        .map(Some)
        .map_err(|error: domain::time::DayError| error.to_string())
}
