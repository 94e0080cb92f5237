//! The state of an outline while it is edited, and what is done to its rows.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::command::{OutlineCommand, TaskCommand};
use domain::id::{ProjectId, TaskId};
use domain::lists::List;
use domain::model::Task;
use domain::outline::{self, Row};
use domain::schedule::{Input, Schedule};
use leptos::prelude::*;

use crate::desk::Desk;
use crate::features::projects::outline::cells::Col;
use crate::platform::focus;

/// A place where a new task is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The row it is drawn below; at the top when absent.
    pub after: Option<TaskId>,
    /// What the task becomes a part of.
    pub parent: Option<TaskId>,
    /// The part it goes before.
    pub before: Option<TaskId>,
    /// Its level, from 0.
    pub level: usize,
}

/// A line of the table: a task, or where a new one is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Line {
    /// A task.
    Task(TaskId),
    /// A new one.
    New,
}

/// A copyable handle on an outline that is edited.
#[derive(Clone, Copy)]
pub struct Sheet {
    /// Whose.
    pub project: ProjectId,
    /// Every row from the top.
    pub rows: Memo<Arc<Vec<Row>>>,
    places: Memo<Arc<BTreeMap<TaskId, usize>>>,
    /// The one cell that takes the focus by Tab: the current one, or the first title.
    pub tab_stop: Memo<Option<(TaskId, Col)>>,
    /// When tasks are done.
    pub schedule: Memo<Arc<Schedule>>,
    /// The lines that are not folded away.
    pub lines: Memo<Vec<Line>>,
    /// Summaries whose parts are folded away.
    pub folded: RwSignal<BTreeSet<TaskId>>,
    /// The cell in which the focus is or was last.
    pub at: RwSignal<Option<(TaskId, Col)>>,
    /// The cell that is being edited, and what its field begins with when it was typed into.
    pub editing: RwSignal<Option<(TaskId, Col, Option<String>)>>,
    /// Where a new task is being written.
    pub gap: RwSignal<Option<Gap>>,
    /// Where a row that is carried would land.
    pub landing: RwSignal<Option<(TaskId, &'static str)>>,
    desk: Desk,
}

impl Sheet {
    pub fn new(desk: Desk, project: ProjectId) -> Sheet {
        let rows = Memo::new(move |_| Arc::new(desk.compute(|ws| outline::rows(ws, project))));
        let places = Memo::new(move |_| {
            rows.with(|rows| {
                let places = rows.iter().enumerate().map(|(place, row)| (row.id, place));
                Arc::new(places.collect::<BTreeMap<_, _>>())
            })
        });
        let folded = RwSignal::new(BTreeSet::<TaskId>::new());
        let gap = RwSignal::new(None::<Gap>);
        let schedule = Memo::new(move |before: Option<&Arc<Schedule>>| {
            let today = desk.today();
            let input = desk.compute(|ws| Input::of(ws, project, today));
            Arc::new(match before {
                Some(before) => before.after(input),
                None => Schedule::new(input),
            })
        });
        let lines = Memo::new(move |_| {
            let gap = gap.get();
            folded.with(|folded| rows.with(|rows| lines_of(rows, folded, gap)))
        });
        let at = RwSignal::new(None::<(TaskId, Col)>);
        let tab_stop = Memo::new(move |_| {
            let here = at.get();
            here.filter(|(id, _)| places.with(|places| places.contains_key(id)))
                .or_else(|| rows.with(|rows| Some((rows.first()?.id, Col::Title))))
        });
        Sheet {
            project,
            rows,
            places,
            tab_stop,
            schedule,
            lines,
            folded,
            at,
            editing: RwSignal::new(None),
            gap,
            landing: RwSignal::new(None),
            desk,
        }
    }

    pub fn desk(self) -> Desk {
        self.desk
    }

    /// The task in whose row the focus is or was last, tracked; none when it is gone.
    pub fn current(self) -> Option<TaskId> {
        let (id, _) = self.at.get()?;
        self.place(id).map(|_| id)
    }

    pub fn current_untracked(self) -> Option<TaskId> {
        untrack(|| self.current())
    }

    /// The place of a task among all rows from 0, folded away or not, tracked.
    pub fn place(self, id: TaskId) -> Option<usize> {
        self.places.with(|places| places.get(&id).copied())
    }

    /// The row of a task, tracked.
    pub fn row(self, id: TaskId) -> Option<Row> {
        let place = self.place(id)?;
        self.rows.with(|rows| rows.get(place).cloned())
    }

    pub fn is_folded(self, id: TaskId) -> bool {
        self.folded.with(|folded| folded.contains(&id))
    }

    /// Folds a summary, or unfolds it.
    pub fn fold(self, id: TaskId, is_folded: bool) {
        self.folded.update(|folded| {
            if is_folded {
                folded.insert(id);
            } else {
                folded.remove(&id);
            }
        });
    }

    pub fn fold_all(self) {
        let summaries = self.rows.with_untracked(|rows| {
            let summaries = rows.iter().filter(|row| row.is_summary);
            summaries.map(|row| row.id).collect::<BTreeSet<_>>()
        });
        self.folded.set(summaries);
    }

    pub fn unfold_all(self) {
        self.folded.set(BTreeSet::new());
    }

    /// Moves the focus to a cell, once the page has followed what was done.
    pub fn focus(self, id: TaskId, col: Col) {
        self.at.set(Some((id, col)));
        // At once where the cell is drawn, so that the next key finds it; and again when what was
        // done is drawn, for a row that has moved loses the focus.
        focus::focus_into_view(&cell(id, col));
        request_animation_frame(move || {
            request_animation_frame(move || {
                let is_still_at = self.at.try_get_untracked().flatten() == Some((id, col));
                let is_free = self.editing.try_with_untracked(Option::is_none) == Some(true)
                    && self.gap.try_with_untracked(Option::is_none) == Some(true);
                if is_still_at && is_free {
                    focus::focus_into_view(&cell(id, col));
                }
            });
        });
    }

    /// The focus stays in its cell, wherever the row went.
    pub fn refocus(self) {
        if let Some((id, col)) = self.at.get_untracked() {
            self.focus(id, col);
        }
    }

    /// Begins a new task below the current row: the first part of a summary that is unfolded,
    /// else the next on the same level; at the end where there is no current row.
    pub fn add_below(self) {
        let gap = match self.current_untracked() {
            Some(id) => self.gap_below(id),
            None => {
                let last = self.lines.with_untracked(|lines| lines.last().copied());
                let after = last.and_then(|line| match line {
                    Line::Task(id) => Some(id),
                    Line::New => None,
                });
                Gap {
                    after,
                    parent: None,
                    before: None,
                    level: 0,
                }
            }
        };
        self.gap.set(Some(gap));
    }

    fn gap_below(self, id: TaskId) -> Gap {
        let row = untrack(|| self.row(id));
        let level = row.as_ref().map_or(0, |row| row.level);
        let is_open = row.is_some_and(|row| row.is_summary) && !untrack(|| self.is_folded(id));
        if is_open {
            return Gap {
                after: Some(id),
                parent: Some(id),
                before: self.parts(Some(id)).first().copied(),
                level: level + 1,
            };
        }
        let (parent, before) = self.place_after(id);
        Gap {
            after: Some(id),
            parent,
            before,
            level,
        }
    }

    /// What a task is a part of, and the part after it.
    pub fn place_after(self, id: TaskId) -> (Option<TaskId>, Option<TaskId>) {
        let parent = self.parent(id);
        let siblings = self.parts(parent);
        let place = siblings.iter().position(|other| *other == id);
        (
            parent,
            place.and_then(|place| siblings.get(place + 1)).copied(),
        )
    }

    pub fn parent(self, id: TaskId) -> Option<TaskId> {
        self.desk()
            .read(|ws| ws.get::<Task>(id).and_then(|task| task.parent))
    }

    /// The parts of a task in order, or the top level.
    pub fn parts(self, parent: Option<TaskId>) -> Vec<TaskId> {
        let list = List::Outline(self.project, parent);
        self.desk().read(|ws| ws.ids::<Task>(list))
    }

    pub fn indent(self) {
        if let Some(id) = self.current_untracked() {
            if self.desk().run(OutlineCommand::Indent { id }).is_some()
                && let Some(parent) = self.parent(id)
            {
                self.fold(parent, false);
            }
            self.refocus();
        }
    }

    pub fn outdent(self) {
        if let Some(id) = self.current_untracked() {
            self.desk().run(OutlineCommand::Outdent { id });
            self.refocus();
        }
    }

    /// Moves the current row one place up (-1) or down (1) among the parts of its summary.
    pub fn shift(self, by: isize) {
        let Some(id) = self.current_untracked() else {
            return;
        };
        let parent = self.parent(id);
        let siblings = self.parts(parent);
        let Some(place) = siblings.iter().position(|other| *other == id) else {
            return;
        };
        let before = if by < 0 {
            place.checked_sub(1)
        } else {
            (place + 1 < siblings.len()).then_some(place + 2)
        };
        let Some(before) = before else { return };
        let before = siblings.get(before).copied();
        self.desk().run(OutlineCommand::Move { id, parent, before });
        self.refocus();
    }

    /// Deletes the current row with its parts; the focus goes to the next row, else to the one before.
    pub fn delete(self) {
        let Some(id) = self.current_untracked() else {
            return;
        };
        let col = self.at.get_untracked().map_or(Col::Title, |(_, col)| col);
        let next = self.rows.with_untracked(|rows| {
            let place = rows.iter().position(|row| row.id == id)?;
            let level = rows.get(place)?.level;
            let below = rows.iter().skip(place + 1).find(|row| row.level <= level);
            let above = place.checked_sub(1).and_then(|place| rows.get(place));
            below.or(above).map(|row| row.id)
        });
        if self.desk().run(TaskCommand::Delete { id }).is_some() {
            match next {
                Some(next) => self.focus(next, col),
                None => self.at.set(None),
            }
        }
    }

    /// Makes tasks of a pasted list, below the current row.
    pub fn paste(self, list: String) {
        let place = self.current_untracked().map(|id| self.gap_below(id));
        let (parent, before) = place.map_or((None, None), |gap| (gap.parent, gap.before));
        let done = self.desk().run(OutlineCommand::Paste {
            project: self.project,
            parent,
            before,
            list,
        });
        if let Some(created) = done.and_then(|done| done.created) {
            self.focus(TaskId::from_key(created.key), Col::Title);
        }
    }
}

/// The selector of a cell.
pub fn cell(id: TaskId, col: Col) -> String {
    format!(
        "[data-task=\"{}\"] [data-col=\"{}\"]",
        id.key(),
        col.number()
    )
}

fn lines_of(rows: &[Row], folded: &BTreeSet<TaskId>, gap: Option<Gap>) -> Vec<Line> {
    let mut lines = Vec::with_capacity(rows.len() + 1);
    // Rows deeper than this are folded away.
    let mut deepest = usize::MAX;
    if gap.is_some_and(|gap| gap.after.is_none()) {
        lines.push(Line::New);
    }
    for row in rows {
        if row.level > deepest {
            continue;
        }
        deepest = if row.is_summary && folded.contains(&row.id) {
            row.level
        } else {
            usize::MAX
        };
        lines.push(Line::Task(row.id));
        if gap.is_some_and(|gap| gap.after == Some(row.id)) {
            lines.push(Line::New);
        }
    }
    lines
}
