//! What can be done with a project wherever it is shown, without opening it. Every action is a
//! command of its own and can be undone.

use std::sync::Arc;

use domain::command::{ProjectCommand, ProjectDraft, TaskCommand};
use domain::id::{PersonId, ProjectId};
use domain::lists::List;
use domain::model::{Column, Person, Project, Stage, Task};
use domain::outline::is_summary;
use leptos::prelude::*;

use super::{Desk, desk};
use crate::ui::deep_menu::{DeepMenu, Entry, Inside};
use crate::ui::dynamic::dynamic;
use crate::ui::field::TextField;
use crate::ui::form::{on_submit, parse_day};
use crate::ui::format;
use crate::ui::menu::MenuItem;

/// Open tasks that are offered to be finished.
const MAX_TASKS: usize = 8;

/// The menu of a project in a list.
#[component]
pub fn QuickMenu(
    /// Which.
    id: ProjectId,
) -> impl IntoView {
    let desk = desk();
    let project = desk.record::<Project>(id);
    let label = Signal::derive(move || {
        let name = project.get().map(|project| project.name.clone());
        format!("Quick actions for {}", name.unwrap_or_default())
    });
    let entries = Callback::new(move |()| {
        let mut entries = vec![Entry::More {
            name: "Move to a stage",
            icon: "arrow-right",
            inside: Inside::List(Arc::new(move || stages(desk, id)), ""),
        }];
        entries.extend(more(desk, id));
        entries
    });
    view! { <DeepMenu label=label entries=entries/> }
}

/// Finishing a task, assigning and setting dates, as entries of a menu.
pub fn more(desk: Desk, id: ProjectId) -> [Entry; 3] {
    [
        Entry::More {
            name: "Finish a task",
            icon: "check",
            inside: Inside::List(Arc::new(move || open_tasks(desk, id)), "No task is open."),
        },
        Entry::More {
            name: "Assign the owner",
            icon: "square-check",
            inside: Inside::List(Arc::new(move || owners(desk, id)), ""),
        },
        Entry::More {
            name: "Set dates",
            icon: "pencil",
            inside: Inside::Form(Arc::new(move |close| {
                view! { <Dates id=id close=close/> }.into_any()
            })),
        },
    ]
}

fn item(name: String, icon: &'static str, action: impl Fn() + Send + Sync + 'static) -> MenuItem {
    MenuItem {
        name,
        icon,
        action: Callback::new(move |()| action()),
    }
}

/// The stages a project can move to.
pub fn stages(desk: Desk, id: ProjectId) -> Vec<MenuItem> {
    let stage = desk.read(|ws| ws.get::<Project>(id).map(|project| project.stage));
    let others = Stage::ALL.into_iter().filter(|to| Some(*to) != stage);
    others
        .map(|stage| {
            item(
                format!("Move to {}", stage.name()),
                "arrow-right",
                move || {
                    desk.run(ProjectCommand::Move {
                        id,
                        stage,
                        before: None,
                    });
                },
            )
        })
        .collect()
}

/// Open tasks: those that are due first, then those that are furthest on the board.
fn open_tasks(desk: Desk, id: ProjectId) -> Vec<MenuItem> {
    let today = desk.today();
    let tasks = desk.read(|ws| {
        let due = ws.list::<Task>(List::OpenTasksDue(id));
        let columns = [
            Column::Review,
            Column::Doing,
            Column::Ready,
            Column::Backlog,
        ];
        let others = columns
            .into_iter()
            .flat_map(|column| ws.list::<Task>(List::TasksIn(id, column)))
            .filter(|(_, task)| task.due.is_none());
        let tasks = due.chain(others);
        let tasks = tasks
            .filter(|(task, _)| !is_summary(ws, id, *task))
            .take(MAX_TASKS);
        tasks
            .map(|(id, task)| (id, task.title.clone(), task.due))
            .collect::<Vec<_>>()
    });
    let tasks = tasks.into_iter().map(|(id, title, due)| {
        let name = match due {
            Some(due) => format!("{title}, due {}", format::due(due, today)),
            None => title,
        };
        item(name, "check", move || {
            desk.run(TaskCommand::Move {
                id,
                column: Column::Done,
                before: None,
            });
        })
    });
    tasks.collect()
}

fn owners(desk: Desk, id: ProjectId) -> Vec<MenuItem> {
    let set = move |owner: Option<PersonId>| {
        if let Some(draft) = basics(desk, id) {
            let draft = ProjectDraft { owner, ..draft };
            desk.run(ProjectCommand::Edit { id, draft });
        }
    };
    let people: Vec<(PersonId, String)> = desk.read(|ws| {
        let people = ws.list::<Person>(List::People);
        people
            .map(|(id, person)| (id, person.name.clone()))
            .collect()
    });
    let people = people
        .into_iter()
        .map(|(id, name)| item(name, "check", move || set(Some(id))));
    let nobody = item("Nobody".to_owned(), "x", move || set(None));
    people.chain([nobody]).collect()
}

fn basics(desk: Desk, id: ProjectId) -> Option<ProjectDraft> {
    desk.read(|ws| {
        ws.get::<Project>(id)
            .map(|project| ProjectDraft::of(project))
    })
}

#[component]
fn Dates(id: ProjectId, close: Callback<()>) -> impl IntoView {
    let desk = desk();
    let before = basics(desk, id).unwrap_or_default();
    let text = |day: Option<domain::time::Day>| {
        RwSignal::new(day.map(|day| day.to_string()).unwrap_or_default())
    };
    let (start, finish) = (text(before.start), text(before.finish));
    let error = RwSignal::new(None::<String>);
    let save = move || -> Result<(), String> {
        let draft = basics(desk, id).unwrap_or_default();
        let draft = ProjectDraft {
            start: parse_day(&start.get_untracked())?,
            finish: parse_day(&finish.get_untracked())?,
            ..draft
        };
        desk.try_run(ProjectCommand::Edit { id, draft })?;
        Ok(())
    };
    let submit = on_submit(error, save, move || close.run(()));
    view! {
        <form class="stack" data-gap="2" on:submit=submit novalidate=true>
            <TextField label="Start" value=start kind="date" optional=true/>
            <TextField label="Finish" value=finish kind="date" optional=true/>
            {dynamic(move || error.get().map(|sentence| view! { <p class="error" role="alert">{sentence}</p> }))}
            <div><button type="submit" class="btn" data-kind="primary" data-size="s">"Set dates"</button></div>
        </form>
    }
}
