//! The sample's projects: charters, plans and the tasks on their boards.

mod field_app;
mod field_app_around;
mod office_building;
mod onboarding_redesign;
mod piece;
mod plan;
mod scanners;
mod trail_lamp;

use std::collections::BTreeMap;

use self::piece::{Piece, begins, done, later, milestone, open, phase};
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

/// Writes down what surrounds the tasks of a project.
type Around = fn(&mut Sheet, ProjectId, &People, &[(TaskId, Task)]);

/// A project as one reads it; days are counted from today.
pub(super) struct Line {
    name: &'static str,
    objective: &'static str,
    stage: Stage,
    owner: Who,
    start: i64,
    finish: i64,
    decided: Option<Decided>,
    /// What the plan was called when it was approved, if it was.
    baseline: Option<&'static str>,
    /// What surrounds its tasks, where that is told.
    around: Option<Around>,
    /// In the order in which they stand in the outline and on the board, phases before their parts.
    tasks: &'static [Piece],
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
        created_at: sheet.days_ago(7 - line.start.min(0)),
        sample: true,
        ..Project::default()
    };
    let start = project.start;
    sheet.put(id, project);
    let tasks = tasks(sheet, id, line, people);
    for (id, task) in &tasks {
        sheet.put(*id, task.clone());
    }
    if let Some(around) = line.around {
        around(sheet, id, people, &tasks);
    }
    let links = plan::links(sheet, id, line.tasks, &tasks);
    if let Some((name, start)) = line.baseline.zip(start) {
        let taken_at = sheet.days_ago(-line.start);
        plan::keep(sheet, id, (name, taken_at), start, &tasks, &links);
    }
    for (id, link) in links {
        sheet.put(id, link);
    }
}

/// The tasks, in the order in which they are written down.
fn tasks(sheet: &Sheet, project: ProjectId, line: &Line, people: &People) -> Vec<(TaskId, Task)> {
    let mut on_board: BTreeMap<Column, OrderKey> = BTreeMap::new();
    let mut in_outline: BTreeMap<Option<TaskId>, OrderKey> = BTreeMap::new();
    let mut tasks: Vec<(TaskId, Task)> = Vec::new();
    for piece in line.tasks {
        let parent = piece.part_of.and_then(|title| {
            let phase = tasks.iter().find(|(_, task)| task.title == title);
            phase.map(|(id, _)| *id)
        });
        let order = OrderKey::between(on_board.get(&piece.column), None);
        on_board.insert(piece.column, order.clone());
        let outline = OrderKey::between(in_outline.get(&parent), None);
        in_outline.insert(parent, outline.clone());
        let finished = piece.due.filter(|_| piece.column == Column::Done);
        let task = Task {
            notes: piece.notes.to_owned(),
            assignee: piece.assignee.and_then(|who| people.get(&who).copied()),
            due: piece.due.and_then(|day| sheet.workday(day)),
            finished_at: finished.map(|day| sheet.days_ago(-day)),
            parent,
            outline: Some(outline),
            kind: piece.kind,
            duration: (piece.takes > 0).then_some(piece.takes),
            percent: piece.percent,
            actual_start: piece.begun.and_then(|day| sheet.last_workday(day)),
            actual_finish: finished
                .filter(|_| piece.is_planned())
                .and_then(|day| sheet.last_workday(day)),
            ..Task::new(project, piece.title.to_owned(), piece.column, order)
        };
        tasks.push((TaskId::from_key(sheet.key()), task));
    }
    tasks
}
