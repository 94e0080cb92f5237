//! A project's tasks on a board, thousands of them if need be.

use domain::command::{TaskCommand, TaskDraft};
use domain::id::{ProjectId, TaskId};
use domain::lists::List;
use domain::model::{Column, Project, Task};
use leptos::html;
use leptos::prelude::*;

use crate::desk::desk;
use crate::features::projects::project_head::{ProjectGone, ProjectHead};
use crate::features::projects::task_card::TaskCard;
use crate::features::projects::task_form::{NewTaskDialog, OpenTaskDialog};
use crate::ui::board::{Board, BoardParts, Drop, Lane};
use crate::ui::icon::Icon;

/// A project's task board.
#[component]
pub fn BoardPage(
    /// Which.
    id: ProjectId,
) -> impl IntoView {
    let desk = desk();
    let is_there = Memo::new(move |_| desk.get::<Project>(id).is_some());
    move || {
        if !is_there.get() {
            return view! { <ProjectGone/> }.into_any();
        }
        let is_adding = RwSignal::new(false);
        let add = move || {
            view! {
                <button
                    type="button" class="btn" data-kind="primary"
                    on:click=move |_| is_adding.set(true)
                >
                    <Icon name="plus"/>
                    <span class="label">"Add task"</span>
                </button>
            }
        };
        view! {
            <div class="page page-wide">
                <ProjectHead id=id tab="Board" action=add/>
                <TaskBoard id=id/>
                <NewTaskDialog project=id open=is_adding/>
                <OpenTaskDialog project=id/>
            </div>
        }
        .into_any()
    }
}

#[component]
fn TaskBoard(id: ProjectId) -> impl IntoView {
    let desk = desk();
    let lanes: Vec<Lane> = (0..)
        .zip(Column::ALL)
        .map(|(key, column)| Lane {
            key,
            name: column.name().to_owned(),
            note: String::new(),
        })
        .collect();
    let parts = BoardParts {
        cards: Callback::new(move |lane| desk.keys(List::TasksIn(id, column_of(lane)))),
        name: Callback::new(move |card| {
            let task_id = TaskId::from_key(card);
            desk.read(|ws| {
                ws.get::<Task>(task_id)
                    .map(|t| t.title.clone())
                    .unwrap_or_default()
            })
        }),
        card: Callback::new(move |card| {
            view! { <TaskCard project=id id=TaskId::from_key(card)/> }.into_any()
        }),
        on_drop: Callback::new(move |drop: Drop| {
            desk.run(TaskCommand::Move {
                id: TaskId::from_key(drop.card),
                column: column_of(drop.lane),
                before: drop.before.map(TaskId::from_key),
            });
        }),
        foot: Callback::new(move |lane| {
            view! { <QuickAdd project=id column=column_of(lane)/> }.into_any()
        }),
        is_ordered: true,
    };
    view! { <Board variant="board-tasks" label="Tasks by column" lanes=Signal::stored(lanes) parts=parts/> }
}

/// Adds tasks to a column one after another: Enter adds and stays, Escape ends.
#[component]
fn QuickAdd(project: ProjectId, column: Column) -> impl IntoView {
    let desk = desk();
    let is_open = RwSignal::new(false);
    let title = RwSignal::new(String::new());
    let input = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            // A field that cannot take the focus can still be clicked.
            let _ = input.focus();
        }
    });
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let draft = TaskDraft::titled(title.get_untracked());
        let command = TaskCommand::Create {
            project,
            column,
            draft,
        };
        if desk.run(command).is_some() {
            title.set(String::new());
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            is_open.set(false);
        }
    };
    let label = format!("Title of the new task in {}", column.name());
    move || {
        if !is_open.get() {
            return view! {
                <button type="button" class="add" on:click=move |_| is_open.set(true)>
                    <Icon name="plus" small=true/>
                    "Add task"
                    <span class="vh">{format!(" to {}", column.name())}</span>
                </button>
            }
            .into_any();
        }
        view! {
            <form class="quick-add" on:submit=add>
                <input
                    class="input" node_ref=input aria-label=label.clone() placeholder="What is to be done?"
                    autocomplete="off" on:keydown=on_key
                    prop:value=title
                    on:input=move |event| title.set(event_target_value(&event))
                />
                <div class="line-up">
                    <button type="submit" class="btn" data-size="s" data-kind="primary">"Add"</button>
                    <button
                        type="button" class="btn" data-size="s" data-kind="quiet"
                        on:click=move |_| is_open.set(false)
                    >
                        "Done"
                    </button>
                </div>
            </form>
        }
        .into_any()
    }
}

/// The column of a lane; lanes count the columns from 0.
fn column_of(lane: u64) -> Column {
    usize::try_from(lane)
        .ok()
        .and_then(|idx| Column::ALL.get(idx))
        .copied()
        .unwrap_or_default()
}
