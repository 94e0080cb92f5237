//! The sample's projects: charters and the tasks on their boards.

mod field_app;
mod office_building;
mod onboarding_redesign;
mod scanners;
mod trail_lamp;

use std::collections::BTreeMap;

use super::Sheet;
use super::decision::{self, Decided};
use super::people::{People, Who};
use crate::id::{ProjectId, TaskId};
use crate::model::{Column, Outcome, Project, Stage, Task};
use crate::order::OrderKey;

/// Every sample project, oldest first.
pub(super) const ALL: [&Line; 5] = [
    &onboarding_redesign::PROJECT,
    &office_building::PROJECT,
    &field_app::PROJECT,
    &scanners::PROJECT,
    &trail_lamp::PROJECT,
];

/// A project as one reads it; days are counted from today.
pub(super) struct Line {
    name: &'static str,
    objective: &'static str,
    stage: Stage,
    owner: Who,
    start: i64,
    finish: i64,
    decided: Option<Decided>,
    /// In the order in which they stand on the board.
    tasks: &'static [Piece],
}

/// A task.
struct Piece {
    title: &'static str,
    notes: &'static str,
    column: Column,
    assignee: Option<Who>,
    /// For a finished task, the day on which it was done.
    due: Option<i64>,
}

const fn done(title: &'static str, who: Who, days_ago: i64) -> Piece {
    Piece {
        title,
        notes: "",
        column: Column::Done,
        assignee: Some(who),
        due: Some(-days_ago),
    }
}

const fn open(column: Column, title: &'static str, who: Who, due: i64) -> Piece {
    Piece {
        title,
        notes: "",
        column,
        assignee: Some(who),
        due: Some(due),
    }
}

const fn later(title: &'static str) -> Piece {
    Piece {
        title,
        notes: "",
        column: Column::Backlog,
        assignee: None,
        due: None,
    }
}

impl Piece {
    const fn noted(mut self, notes: &'static str) -> Piece {
        self.notes = notes;
        self
    }
}

pub(super) fn add(sheet: &mut Sheet, line: &Line, people: &People) {
    let id = ProjectId::from_key(sheet.key());
    let decision = line
        .decided
        .as_ref()
        .map(|decided| decision::add(sheet, decided, Outcome::Project(id)));
    let project = Project {
        name: line.name.to_owned(),
        objective: line.objective.to_owned(),
        stage: line.stage,
        order: OrderKey::first(),
        start: sheet.workday(line.start),
        finish: sheet.workday(line.finish),
        owner: people.get(&line.owner).copied(),
        decision,
        shape: None,
        through: Vec::new(),
        from_template: None,
        kept: Vec::new(),
        created_at: sheet.days_ago(7 - line.start.min(0)),
        sample: true,
        ..Project::default()
    };
    sheet.put(id, project);
    let mut last: BTreeMap<Column, OrderKey> = BTreeMap::new();
    for piece in line.tasks {
        let order = OrderKey::between(last.get(&piece.column), None);
        last.insert(piece.column, order.clone());
        let finished_at = piece.due.filter(|_| piece.column == Column::Done);
        let task = Task {
            notes: piece.notes.to_owned(),
            assignee: piece.assignee.and_then(|who| people.get(&who).copied()),
            due: piece.due.and_then(|day| sheet.workday(day)),
            finished_at: finished_at.map(|day| sheet.days_ago(-day)),
            ..Task::new(id, piece.title.to_owned(), piece.column, order)
        };
        sheet.put(TaskId::from_key(sheet.key()), task);
    }
}
