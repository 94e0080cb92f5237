//! A task as a form: a new one, or the one whose address is open.

mod checklist;
mod comments;
mod fields;
mod web_links;

use domain::command::{TaskCommand, TaskDraft};
use domain::id::{ProjectId, TaskId};
use domain::model::{Column, Task};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::desk;
use crate::desk::people;
use crate::features::projects::task_form::checklist::Checklist;
use crate::features::projects::task_form::comments::Comments;
use crate::features::projects::task_form::fields::TaskFields;
use crate::features::projects::task_form::web_links::WebLinks;
use crate::ui::dialog::{Aside, Dialog, open_while};
use crate::ui::dynamic::dynamic;
use crate::ui::field::{SelectField, TextArea, TextField};
use crate::ui::form::{FormFoot, field_error, on_submit, parse_day};

/// The dialog of a new task.
#[component]
pub fn NewTaskDialog(
    /// The project it will belong to.
    project: ProjectId,
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <Dialog open=open title="New task">
            <NewTaskForm project=project open=open/>
        </Dialog>
    }
}

/// The dialog of the task in the address. Closing it leads back to the board.
#[component]
pub fn OpenTaskDialog(
    /// The project whose board is behind it.
    project: ProjectId,
) -> impl IntoView {
    let desk = desk();
    let addressed = move |route: &Route| match route {
        Route::Task(of, id) if *of == project => Some(*id),
        _ => None,
    };
    let opened = RwSignal::new(None::<TaskId>);
    let (open, task_id) = open_while(opened);
    let aside = RwSignal::new(Aside::No);
    Effect::new(move |_| match addressed(&desk.route.get()) {
        Some(id) => opened.set(Some(id)),
        // A task that was set aside has no address until it is brought back.
        None if aside.get_untracked() == Aside::No => opened.set(None),
        None => {}
    });
    Effect::new(move |was_shown: Option<bool>| {
        let is_shown = open.get() && aside.get() == Aside::No;
        let at = desk.route.with_untracked(addressed);
        match (was_shown, is_shown, task_id.get_untracked()) {
            (Some(true), false, _) if at.is_some() => desk.go(&Route::Project(project)),
            (Some(false), true, Some(id)) if at != Some(id) => desk.go(&Route::Task(project, id)),
            _ => {}
        }
        is_shown
    });
    view! {
        <Dialog open=open title="Task" aside=aside>
            {dynamic(move || task_id.get().map(|id| {
                if desk.read(|ws| ws.get::<Task>(id).is_some()) {
                    view! {
                        <TaskFields id=id open=open>
                            <div class="dialog-body task-parts">
                                <Checklist id=id/>
                                <WebLinks id=id/>
                                <Comments id=id/>
                            </div>
                        </TaskFields>
                    }
                    .into_any()
                } else {
                    view! {
                        <div class="dialog-body">
                            <p>"This task is not there any more. It may have been deleted in another tab."</p>
                        </div>
                    }
                    .into_any()
                }
            }))}
        </Dialog>
    }
}

/// A new task with what is known of it at first. All else is asked once it is there.
#[component]
fn NewTaskForm(project: ProjectId, open: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let title = RwSignal::new(String::new());
    let notes = RwSignal::new(String::new());
    let due = RwSignal::new(String::new());
    let assignee = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let save = move || -> Result<(), String> {
        let draft = TaskDraft {
            title: title.get_untracked(),
            notes: notes.get_untracked(),
            assignee: people::chosen(&assignee.get_untracked()),
            due: parse_day(&due.get_untracked())?,
        };
        let command = TaskCommand::Create {
            project,
            column: Column::Backlog,
            draft,
        };
        desk.try_run(command)?;
        Ok(())
    };
    let submit = on_submit(error, save, move || open.set(false));
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                <TextField label="Title" value=title error=field_error(error, "Title") autofocus=true/>
                <TextArea label="Notes" value=notes optional=true/>
                <div class="form-row">
                    <SelectField
                        label="Assignee" value=assignee optional=true
                        options=people::choices(desk, "Nobody yet")
                    />
                    <TextField label="Due" value=due kind="date" optional=true/>
                </div>
            </div>
            <FormFoot open=open save="Add task" error=error fields=&["Title"]/>
        </form>
    }
}
