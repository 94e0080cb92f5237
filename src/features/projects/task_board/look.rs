//! How someone looks at a board: filter, swimlanes and what is chosen. Kept in this tab for each
//! project until it is closed.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::board::{self, BoardView, Shown, Stands, Swimlanes};
use domain::id::{ProjectId, TaskId};
use domain::lists::List;
use domain::model::Task;
use domain::outline;
use leptos::prelude::*;

use crate::desk::Desk;
use crate::features::projects::task_board::column_of;
use crate::platform::session;
use crate::ui::board::SWIMLANE;

/// A copyable handle on how a board is looked at.
#[derive(Clone, Copy)]
pub struct Look {
    /// Whose board.
    pub project: ProjectId,
    /// The filter and the swimlanes.
    pub view: RwSignal<BoardView>,
    /// The cards that are chosen.
    pub chosen: RwSignal<BTreeSet<u64>>,
    /// What is shown; computed only where there is a filter or swimlanes.
    pub shown: Memo<Shown>,
    /// Whether every task is shown, without swimlanes.
    is_plain: Memo<bool>,
    /// The tasks that only sum up their parts: they are no cards.
    summaries: Memo<Vec<u64>>,
}

/// The keys of a project's summaries, in order.
pub fn summaries(desk: Desk, project: ProjectId) -> Memo<Vec<u64>> {
    Memo::new(move |_| {
        desk.compute(|ws| {
            let summaries = outline::summaries(ws, project);
            summaries.map(|(id, _)| id.key()).collect()
        })
    })
}

impl Look {
    /// The look that this tab had last at the project's board.
    pub fn new(desk: Desk, project: ProjectId) -> Look {
        let name = format!("board/{project}");
        let kept = session::kept_as(&name);
        let kept = kept.and_then(|text| serde_json::from_str(&text).ok());
        let view = RwSignal::new(kept.unwrap_or_default());
        Effect::new(move |_| {
            // Nothing in a look can fail to be written down; if it did, the next visit begins anew.
            let text = view.with(|view| serde_json::to_string(view).unwrap_or_default());
            session::keep_as(&name, &text);
        });
        let shown = Memo::new(move |_| {
            let view = view.get();
            let today = desk.today();
            desk.compute(|ws| board::shown(ws, project, &view, today))
        });
        Look {
            project,
            view,
            chosen: RwSignal::new(BTreeSet::new()),
            shown,
            is_plain: Memo::new(move |_| view.with(|view| *view == BoardView::default())),
            summaries: summaries(desk, project),
        }
    }

    /// The cards of a lane, tracked.
    pub fn cards(self, desk: Desk, lane: u64) -> Arc<[u64]> {
        if self.is_plain.get() {
            let keys = desk.keys(List::TasksIn(self.project, column_of(lane)));
            return self.summaries.with(|summaries| {
                if summaries.is_empty() {
                    return keys;
                }
                let is_card = |key: &u64| summaries.binary_search(key).is_err();
                keys.iter().copied().filter(is_card).collect()
            });
        }
        let (swimlane, column) = (lane / SWIMLANE, lane % SWIMLANE);
        self.shown.with(|shown| {
            let swimlane = shown.swimlanes.get(swimlane as usize);
            let column = swimlane.and_then(|swimlane| swimlane.columns.get(column as usize));
            let ids = column.into_iter().flatten();
            ids.map(|id| id.key()).collect()
        })
    }

    /// The names of the swimlanes, tracked; none without.
    pub fn swimlane_names(self) -> Vec<String> {
        if self.view.with(|view| view.swimlanes == Swimlanes::None) {
            return Vec::new();
        }
        self.shown.with(|shown| {
            let swimlanes = shown.swimlanes.iter();
            swimlanes.map(|swimlane| swimlane.name.clone()).collect()
        })
    }

    /// What a swimlane stands for.
    pub fn stands(self, swimlane: u64) -> Stands {
        if self
            .view
            .with_untracked(|view| view.swimlanes == Swimlanes::None)
        {
            return Stands::All;
        }
        self.shown.with_untracked(|shown| {
            let swimlane = shown.swimlanes.get(swimlane as usize);
            swimlane.map_or(Stands::All, |swimlane| swimlane.stands)
        })
    }

    /// The chosen tasks that are still there, in board order.
    pub fn chosen_tasks(self, desk: Desk) -> Vec<TaskId> {
        let chosen = self.chosen.get_untracked();
        desk.read(|ws| {
            let ids = chosen.into_iter().map(TaskId::from_key);
            let mut tasks: Vec<_> = ids
                .filter_map(|id| Some((id, ws.get::<Task>(id)?)))
                .filter(|(_, task)| task.project == self.project)
                .collect();
            tasks.sort_by_key(|(id, task)| (task.column, task.order.clone(), id.key()));
            tasks.into_iter().map(|(id, _)| id).collect()
        })
    }
}
