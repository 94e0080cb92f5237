//! A copy of a project as a form: another project, a template, or a project from a template.

use domain::command::{CopyDraft, ProjectCommand};
use domain::id::ProjectId;
use domain::model::Project;
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::desk;
use crate::ui::dialog::{Dialog, open_while};
use crate::ui::dynamic::dynamic;
use crate::ui::field::{CheckField, TextField};
use crate::ui::form::{FormFoot, field_error, on_submit, parse_day};

/// What is made of which project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copying {
    /// Another project like it.
    Copy(ProjectId),
    /// A template of it.
    Template(ProjectId),
    /// A project from this template.
    Start(ProjectId),
}

impl Copying {
    fn id(self) -> ProjectId {
        match self {
            Copying::Copy(id) | Copying::Template(id) | Copying::Start(id) => id,
        }
    }

    fn title(self) -> &'static str {
        match self {
            Copying::Copy(_) => "Copy project",
            Copying::Template(_) => "Save as template",
            Copying::Start(_) => "Start from template",
        }
    }
}

/// The dialog around the form; open while `form` is something.
#[component]
pub fn CopyDialog(
    /// What the form is about.
    form: RwSignal<Option<Copying>>,
) -> impl IntoView {
    let (open, form) = open_while(form);
    let title =
        Signal::derive(move || form.get().map_or("Copy project", Copying::title).to_owned());
    view! {
        <Dialog open=open title=title>
            {dynamic(move || form.get().map(|about| view! { <CopyForm about=about open=open/> }))}
        </Dialog>
    }
}

#[component]
fn CopyForm(about: Copying, open: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let id = about.id();
    let original = desk.read(|ws| ws.get::<Project>(id).map(|project| project.name.clone()));
    let original = original.unwrap_or_default();
    let is_template = matches!(about, Copying::Template(_));
    let name = RwSignal::new(match about {
        Copying::Copy(_) => format!("{original}, copy"),
        Copying::Template(_) => original,
        Copying::Start(_) => String::new(),
    });
    let start = RwSignal::new(match about {
        Copying::Start(_) => desk.today().to_string(),
        Copying::Copy(_) | Copying::Template(_) => String::new(),
    });
    let finish = RwSignal::new(String::new());
    let with_people = RwSignal::new(matches!(about, Copying::Copy(_)));
    let error = RwSignal::new(None::<String>);
    let save = move || -> Result<(), String> {
        let draft = CopyDraft {
            name: name.get_untracked(),
            start: parse_day(&start.get_untracked())?,
            finish: parse_day(&finish.get_untracked())?,
            with_people: with_people.get_untracked(),
            is_template,
        };
        let done = desk.try_run(ProjectCommand::Copy { id, draft })?;
        if let Some(created) = done.created.filter(|_| !is_template) {
            desk.go(&Route::Project(ProjectId::from_key(created.key)));
        }
        Ok(())
    };
    let submit = on_submit(error, save, move || open.set(false));
    let dates = (!is_template).then(|| {
        view! {
            <div class="form-row">
                <TextField
                    label="Start" value=start kind="date" optional=true
                    help="Every day of the plan moves with it, by working days."
                />
                <TextField
                    label="Finish" value=finish kind="date" optional=true
                    help="Without a start, the plan is counted back from here."
                />
            </div>
        }
    });
    let people = (!is_template)
        .then(|| view! { <CheckField label="Keep owner, assignees and shares of time" value=with_people/> });
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                <p class="help">
                    "Charter, tasks, links, estimates, budget and risks come along. Nothing has happened in it yet: no \
                    progress, ticks, bookings, comments or reports."
                </p>
                <TextField label="Name" value=name error=field_error(error, "Name") autofocus=true/>
                {dates}
                {people}
            </div>
            <FormFoot open=open save=about.title() error=error fields=&["Name"]/>
        </form>
    }
}
