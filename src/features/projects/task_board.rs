//! A project's tasks on a board, thousands of them if need be.

mod bulk;
mod filter;
mod limit;
mod look;
mod quick_add;

pub use look::summaries;

use domain::board::Stands;
use domain::command::{TaskCommand, TaskField};
use domain::id::{ProjectId, TaskId};
use domain::model::{Column, Project, Task};
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::features::projects::project_head::{ProjectGone, ProjectHead};
use crate::features::projects::task_board::bulk::BulkBar;
use crate::features::projects::task_board::filter::FilterBar;
use crate::features::projects::task_board::limit::LimitHead;
use crate::features::projects::task_board::look::Look;
use crate::features::projects::task_board::quick_add::QuickAdd;
use crate::features::projects::task_card::TaskCard;
use crate::features::projects::task_form::{NewTaskDialog, OpenTaskDialog};
use crate::ui::board::{Board, BoardParts, Drop, Lane, More, SWIMLANE};
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
        let look = Look::new(desk, id);
        view! {
            <div class="page page-wide">
                <ProjectHead id=id tab="Board" action=add/>
                <FilterBar look=look/>
                <BulkBar look=look/>
                <TaskBoard look=look/>
                <NewTaskDialog project=id open=is_adding/>
                <OpenTaskDialog project=id/>
            </div>
        }
        .into_any()
    }
}

#[component]
fn TaskBoard(look: Look) -> impl IntoView {
    let desk = desk();
    let id = look.project;
    let lanes: Vec<Lane> = (0..)
        .zip(Column::ALL)
        .map(|(key, column)| Lane {
            key,
            name: column.name().to_owned(),
            note: String::new(),
        })
        .collect();
    let parts = BoardParts {
        cards: Callback::new(move |lane| look.cards(desk, lane)),
        name: Callback::new(move |card| {
            let task_id = TaskId::from_key(card);
            desk.read(|ws| {
                ws.get::<Task>(task_id)
                    .map(|t| t.title.clone())
                    .unwrap_or_default()
            })
        }),
        card: Callback::new(move |card| {
            view! { <TaskCard project=id id=TaskId::from_key(card) chosen=look.chosen/> }.into_any()
        }),
        on_drop: Callback::new(move |drop: Drop| put(desk, look, drop)),
        foot: Callback::new(move |lane| {
            view! { <QuickAdd project=id column=column_of(lane)/> }.into_any()
        }),
        is_ordered: true,
    };
    let more = More {
        head: Callback::new(move |lane| {
            view! { <LimitHead look=look column=column_of(lane)/> }.into_any()
        }),
        chosen: look.chosen,
        anchor: StoredValue::new(None),
        swimlanes: Signal::derive(move || look.swimlane_names()),
    };
    view! {
        <Board
            variant="board-tasks" label="Tasks by column" lanes=Signal::stored(lanes) parts=parts
            more=more
        />
    }
}

/// Puts a dropped card where it was dropped, and with it all that are chosen when it is.
fn put(desk: Desk, look: Look, drop: Drop) {
    let id = TaskId::from_key(drop.card);
    let column = column_of(drop.lane % SWIMLANE);
    let before = drop.before.map(TaskId::from_key);
    let is_chosen = look
        .chosen
        .with_untracked(|chosen| chosen.contains(&drop.card));
    let ids = if is_chosen {
        look.chosen_tasks(desk)
    } else {
        vec![id]
    };
    let stands = look.stands(drop.lane / SWIMLANE);
    let (fields, part_of) = match stands {
        Stands::All => (Vec::new(), None),
        Stands::Person(person) => (vec![TaskField::Assignee(person)], None),
        Stands::Priority(priority) => (vec![TaskField::Priority(priority)], None),
        Stands::Phase(phase) => (Vec::new(), Some(phase)),
    };
    desk.run(TaskCommand::Place {
        ids,
        column,
        before,
        fields,
        part_of,
    });
}

/// The column of a lane; lanes count the columns from 0.
fn column_of(lane: u64) -> Column {
    usize::try_from(lane)
        .ok()
        .and_then(|idx| Column::ALL.get(idx))
        .copied()
        .unwrap_or_default()
}
