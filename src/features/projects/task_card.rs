//! A task on its project's board.

use std::collections::BTreeSet;

use domain::command::TaskCommand;
use domain::id::{ProjectId, TaskId};
use domain::lists::List;
use domain::model::{Column, Priority, Task};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::people;
use crate::desk::{Desk, desk};
use crate::platform::clock::local_day;
use crate::ui::dynamic::{dynamic, text};
use crate::ui::format;
use crate::ui::icon::{Icon, Status};
use crate::ui::menu::{Menu, MenuItem};

/// Title, what is known of it, when it is due, and who does it.
#[component]
pub fn TaskCard(
    /// The project whose board it is on.
    project: ProjectId,
    /// Which.
    id: TaskId,
    /// The cards that are chosen on the board.
    chosen: RwSignal<BTreeSet<u64>>,
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
            {dynamic(move || task.get().and_then(|task| marks(desk, id, &task)))}
            <div class="foot">
                {dynamic(when)}
                {dynamic(move || people::face(desk, task.get().and_then(|task| task.assignee)))}
                <span class="raise">
                    {dynamic(finish_button)}
                    <Menu
                        label=Signal::derive(move || format!("Actions for {}", title.get()))
                        items=Callback::new(move |()| menu_items(desk, project, id, chosen))
                    />
                </span>
            </div>
        </article>
    }
}

/// Labels a card shows before it only counts them.
const MAX_LABELS: usize = 3;

/// Priority, labels, ticks, comments and parts, where there are any; tracked by the comments.
fn marks(desk: Desk, id: TaskId, task: &Task) -> Option<AnyView> {
    let n_comments = desk.keys(List::Comments(id)).len();
    let n_parts = desk.keys(List::Outline(task.project, Some(id))).len();
    let has_any = task.priority != Priority::Normal
        || !task.labels.is_empty()
        || !task.checklist.is_empty()
        || n_comments + n_parts > 0;
    if !has_any {
        return None;
    }
    let priority = match task.priority {
        Priority::Urgent | Priority::High => Some(view! { <Icon name="arrow-up" small=true/> }),
        Priority::Low => Some(view! { <Icon name="arrow-down" small=true/> }),
        Priority::Normal => None,
    };
    let priority = priority.map(|icon| {
        let name = task.priority.name();
        view! {
            <span class="mark" data-priority=name>
                {icon}<span class="vh">"Priority: "</span>{name}
            </span>
        }
    });
    let labels = task.labels.iter().take(MAX_LABELS).cloned();
    let labels = labels.map(|label| view! { <span class="chip">{label}</span> });
    let n_more = task.labels.len().saturating_sub(MAX_LABELS);
    let more = (n_more > 0).then(|| {
        let all = task.labels.join(", ");
        view! { <span title=all>{format!("+{n_more}")}</span> }
    });
    let n_ticked = task.checklist.iter().filter(|item| item.done).count();
    let ticks = (!task.checklist.is_empty()).then(|| {
        let n_items = task.checklist.len();
        view! {
            <span class="mark num" title="Ticked off in the checklist">
                <Icon name="square-check" small=true/><span class="vh">"Checklist: "</span>{format!("{n_ticked}/{n_items}")}
            </span>
        }
    });
    let comments = (n_comments > 0).then(|| {
        view! {
            <span class="mark num" title="Comments">
                <Icon name="message-square" small=true/><span class="vh">"Comments: "</span>{n_comments}
            </span>
        }
    });
    let parts = (n_parts > 0).then(|| format::count(n_parts, "part", "parts"));
    Some(
        view! { <div class="marks">{priority}{labels.collect_view()}{more}{ticks}{comments}{parts}</div> }
            .into_any(),
    )
}

fn menu_items(
    desk: Desk,
    project: ProjectId,
    id: TaskId,
    chosen: RwSignal<BTreeSet<u64>>,
) -> Vec<MenuItem> {
    let key = id.key();
    let is_chosen = chosen.with_untracked(|chosen| chosen.contains(&key));
    let choose = MenuItem {
        name: if is_chosen { "Choose not" } else { "Choose" }.to_owned(),
        icon: "square-check",
        action: Callback::new(move |()| {
            chosen.update(|chosen| {
                if !chosen.remove(&key) {
                    chosen.insert(key);
                }
            });
        }),
    };
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
    [edit, choose]
        .into_iter()
        .chain(moves)
        .chain([history, delete])
        .collect()
}
