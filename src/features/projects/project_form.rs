//! The charter basics as a form: for a new project or one that is there.

use domain::classify::Kind;
use domain::command::{Command, ProjectCommand, ProjectDraft, StarterCommand};
use domain::id::ProjectId;
use domain::model::{Project, Stage};
use domain::route::Route;
use domain::starters::Starter;
use domain::time::Day;
use leptos::prelude::*;

use crate::desk::{StarterPicker, desk, people};
use crate::ui::dialog::{Dialog, open_while};
use crate::ui::dynamic::dynamic;
use crate::ui::field::{SelectField, TextArea, TextField};
use crate::ui::form::{FormFoot, field_error, on_submit, parse_day};

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
    let (open, form) = open_while(form);
    let title = Signal::derive(move || match form.get() {
        Some(FormFor::Existing(_)) => "Edit project".to_owned(),
        _ => "New project".to_owned(),
    });
    view! {
        <Dialog open=open title=title>
            {dynamic(move || form.get().map(|about| view! { <ProjectForm about=about open=open/> }))}
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
    let starter = RwSignal::new(None::<Starter>);
    let is_new = matches!(about, FormFor::New(_));
    let error = RwSignal::new(None::<String>);
    let save = move || -> Result<(), String> {
        let draft = ProjectDraft {
            name: name.get_untracked(),
            objective: objective.get_untracked(),
            start: parse_day(&start.get_untracked())?,
            finish: parse_day(&finish.get_untracked())?,
            owner: people::chosen(&owner.get_untracked()),
        };
        let command: Command = match (about, starter.get_untracked()) {
            (FormFor::New(stage), Some(Starter::Project(starter))) => StarterCommand::Project {
                starter,
                draft,
                stage,
            }
            .into(),
            (FormFor::New(stage), _) => ProjectCommand::Create { draft, stage }.into(),
            (FormFor::Existing(id), _) => ProjectCommand::Edit { id, draft }.into(),
        };
        let done = desk.try_run(command)?;
        if let (Some(_), Some(created)) = (starter.get_untracked(), done.created) {
            desk.go(&Route::Project(ProjectId::from_key(created.key)));
        }
        Ok(())
    };
    let submit = on_submit(error, save, move || open.set(false));
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                {is_new.then(|| view! {
                    <StarterPicker kind=Kind::Project chosen=starter name=name aim=objective/>
                })}
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
