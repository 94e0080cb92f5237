//! The plan of a sample project: what waits for what, and the plan as it was approved.

use super::super::Sheet;
use super::piece::Piece;
use crate::calendar::WorkingCalendar;
use crate::id::{BaselineId, LinkId, ProjectId, TaskId};
use crate::model::{Baseline, BaselineLine, Link, Task};
use crate::money::Money;
use crate::schedule::{Activity, Arrow, Input, Schedule, WorkDays, activity, number};
use crate::time::{Day, Instant};

/// The links between tasks.
pub(super) fn links(
    sheet: &Sheet,
    project: ProjectId,
    pieces: &[Piece],
    tasks: &[(TaskId, Task)],
) -> Vec<(LinkId, Link)> {
    let id_of = |title: &str| {
        let task = tasks.iter().find(|(_, task)| task.title == title);
        task.map(|(id, _)| *id)
    };
    let all = pieces
        .iter()
        .zip(tasks)
        .flat_map(|(piece, (successor, _))| {
            let waits = piece.waits.iter();
            waits.map(move |(title, kind, lag)| (*title, *successor, *kind, *lag))
        });
    all.filter_map(|(title, successor, kind, lag)| {
        let link = Link {
            project,
            predecessor: id_of(title)?,
            successor,
            kind,
            lag,
        };
        Some((LinkId::from_key(sheet.key()), link))
    })
    .collect()
}

/// Keeps the plan as it was before anything had happened: the same tasks from the first day on, each
/// as long as it was thought to be.
pub(super) fn keep(
    sheet: &mut Sheet,
    project: ProjectId,
    (name, taken_at): (&str, Instant),
    start: Day,
    tasks: &[(TaskId, Task)],
    links: &[(LinkId, Link)],
) {
    let mut tasks: Vec<&(TaskId, Task)> = tasks.iter().collect();
    tasks.sort_unstable_by_key(|(id, _)| *id);
    let place = |id: TaskId| {
        let place = tasks.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        u32::try_from(place).ok()
    };
    let activities = tasks.iter().map(|(id, task)| Activity {
        parent: task.parent.and_then(place),
        percent: None,
        actual_start: None,
        actual_finish: None,
        due: None,
        ..activity(*id, task)
    });
    let arrows = links.iter().filter_map(|(id, link)| {
        Some(Arrow {
            id: *id,
            from: place(link.predecessor)?,
            to: place(link.successor)?,
            kind: link.kind,
            lag: link.lag,
        })
    });
    let calendar = WorkDays::new(&WorkingCalendar::default(), &Default::default());
    let schedule = Schedule::new(Input {
        start: number(start),
        status: number(start),
        calendars: vec![calendar],
        activities: activities.collect(),
        arrows: arrows.collect(),
    });
    let lines = tasks.iter().filter_map(|(id, _)| {
        let dates = schedule.dates(*id)?;
        (!dates.is_summary).then_some(BaselineLine {
            task: *id,
            start: Some(dates.start),
            finish: Some(dates.finish),
            cost: Money::ZERO,
        })
    });
    let baseline = Baseline {
        project,
        name: name.to_owned(),
        taken_at,
        finish: schedule.finish(),
        lines: lines.collect(),
    };
    let id = BaselineId::from_key(sheet.key());
    sheet.put(id, baseline);
}
