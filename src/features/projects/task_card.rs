//! A task on its project's board.

use domain::command::TaskCommand;
use domain::id::{ProjectId, TaskId};
use domain::model::{Column, Task};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::people;
use crate::desk::{Desk, desk};
use crate::platform::clock::local_day;
use crate::ui::dynamic::{dynamic, text};
use crate::ui::format;
use crate::ui::icon::{Icon, Status};
use crate::ui::menu::{Menu, MenuItem};

/// Title, when it is due, and who does it.
#[component]
pub fn TaskCard(
    /// The project whose board it is on.
    project: ProjectId,
    /// Which.
    id: TaskId,
) -> impl IntoView {
    let desk = desk();
    let today = desk.today();
    let task = desk.record::<Task>(id);
    let title = Memo::new(move |_| {
        task.get()
            .map(|task| task.title.clone())
            .unwrap_or_default()
    });
    let is_done = Memo::new(move |_| task.get().is_some_and(|task| task.column == Column::Done));
    let when = move || {
        let task = task.get()?;
        if let Some(finished) = task.finished_at.and_then(local_day) {
            let text = format!("Done {}", format::day(finished, today));
            return Some(view! { <span class="num">{text}</span> }.into_any());
        }
        let due = task.due?;
        let text = format::due(due, today);
        Some(if due < today {
            view! { <Status status="bad" label=format!("{text}, late")/> }.into_any()
        } else {
            view! { <span class="num">{text}</span> }.into_any()
        })
    };
    let finish = move |_| {
        desk.run(TaskCommand::Move {
            id,
            column: Column::Done,
            before: None,
        });
    };
    let finish_button = move || {
        (!is_done.get()).then(|| {
            view! {
                <button
                    type="button" class="btn" data-kind="quiet" data-size="s" data-icon=""
                    aria-label=text(move || format!("Finish {}", title.get())) title="Finish" on:click=finish
                >
                    <Icon name="check"/>
                </button>
            }
        })
    };
    view! {
        <article class="card card-task">
            <h3><a href=Route::Task(project, id).href()>{title}</a></h3>
            <div class="foot">
                {dynamic(when)}
                {dynamic(move || people::face(desk, task.get().and_then(|task| task.assignee)))}
                <span class="raise">
                    {dynamic(finish_button)}
                    <Menu
                        label=Signal::derive(move || format!("Actions for {}", title.get()))
                        items=Callback::new(move |()| menu_items(desk, project, id))
                    />
                </span>
            </div>
        </article>
    }
}

fn menu_items(desk: Desk, project: ProjectId, id: TaskId) -> Vec<MenuItem> {
    let column = desk.read(|ws| ws.get::<Task>(id).map(|task| task.column));
    let moves = Column::ALL
        .into_iter()
        .filter(|to| Some(*to) != column)
        .map(|to| MenuItem {
            name: format!("Move to {}", to.name()),
            icon: "arrow-right",
            action: Callback::new(move |()| {
                desk.run(TaskCommand::Move {
                    id,
                    column: to,
                    before: None,
                });
            }),
        });
    let edit = MenuItem {
        name: "Edit".to_owned(),
        icon: "pencil",
        action: Callback::new(move |()| desk.go(&Route::Task(project, id))),
    };
    let delete = MenuItem {
        name: "Delete".to_owned(),
        icon: "trash-2",
        action: Callback::new(move |()| {
            desk.run(TaskCommand::Delete { id });
        }),
    };
    let history = MenuItem::to("History", "history", Route::HistoryOf(id.into()).href());
    std::iter::once(edit)
        .chain(moves)
        .chain([history, delete])
        .collect()
}
