//! When the tasks of a starter would be done, in working days from the start.

use std::collections::BTreeMap;

use super::project::{After, ProjectStarter, StarterTask};
use crate::calendar::WorkingCalendar;
use crate::model::LinkKind;
use crate::time::Day;

/// The working days of a task, half-open: it is under way from `start` until before `end`, counted
/// from 0 on the first day of the project. A milestone has `start == end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// Working days before it starts.
    pub start: i64,
    /// Working days before it is over.
    pub end: i64,
}

/// The earliest span of each task by its id: the forward pass of the critical path method (Kelley
/// and Walker 1959) in half-open time. A link to a task that is not there binds nothing, and tasks
/// that wait for each other in a circle stop moving after as many rounds as there are tasks.
pub fn spans(starter: &ProjectStarter) -> BTreeMap<&str, Span> {
    let mut spans: BTreeMap<&str, Span> = starter
        .tasks()
        .map(|task| (task.id.as_str(), span_from(task, 0)))
        .collect();
    for _ in 0..spans.len() {
        let mut has_moved = false;
        for task in starter.tasks() {
            let start = earliest_start(task, &spans);
            let span = span_from(task, start);
            has_moved |= spans.insert(&task.id, span) != Some(span);
        }
        if !has_moved {
            break;
        }
    }
    spans
}

/// The latest span of each task that does not move the end of the project: the backward pass.
pub fn latest(starter: &ProjectStarter) -> BTreeMap<&str, Span> {
    let end = length(starter);
    let mut spans: BTreeMap<&str, Span> = starter
        .tasks()
        .map(|task| (task.id.as_str(), span_to(task, end)))
        .collect();
    for _ in 0..spans.len() {
        let mut has_moved = false;
        for later in starter.tasks() {
            let Some(span) = spans.get(later.id.as_str()).copied() else {
                continue;
            };
            for after in &later.after {
                let bound = latest_end(after, span, days_of(starter, &after.task));
                if let Some(before) = spans.get_mut(after.task.as_str())
                    && before.end > bound
                {
                    let days = before.end - before.start;
                    *before = Span {
                        start: bound.saturating_sub(days),
                        end: bound,
                    };
                    has_moved = true;
                }
            }
        }
        if !has_moved {
            break;
        }
    }
    spans
}

fn days_of(starter: &ProjectStarter, id: &str) -> i64 {
    let task = starter.tasks().find(|task| task.id == id);
    task.map_or(0, |task| i64::from(task.days))
}

/// The latest end of a task of so many days that a later one with this span allows.
fn latest_end(after: &After, later: Span, days: i64) -> i64 {
    let lag = i64::from(after.lag);
    match after.link {
        LinkKind::FinishToStart => later.start.saturating_sub(lag),
        LinkKind::StartToStart => later.start.saturating_sub(lag).saturating_add(days),
        LinkKind::FinishToFinish => later.end.saturating_sub(lag),
        LinkKind::StartToFinish => later.end.saturating_sub(lag).saturating_add(days),
    }
}

fn span_to(task: &StarterTask, end: i64) -> Span {
    Span {
        start: end.saturating_sub(i64::from(task.days)),
        end,
    }
}

fn span_from(task: &StarterTask, start: i64) -> Span {
    Span {
        start,
        end: start.saturating_add(i64::from(task.days)),
    }
}

fn earliest_start(task: &StarterTask, spans: &BTreeMap<&str, Span>) -> i64 {
    let days = i64::from(task.days);
    let bound = |after: &After| {
        let before = spans.get(after.task.as_str())?;
        let lag = i64::from(after.lag);
        Some(match after.link {
            LinkKind::FinishToStart => before.end.saturating_add(lag),
            LinkKind::StartToStart => before.start.saturating_add(lag),
            LinkKind::FinishToFinish => before.end.saturating_add(lag).saturating_sub(days),
            LinkKind::StartToFinish => before.start.saturating_add(lag).saturating_sub(days),
        })
    };
    task.after.iter().filter_map(bound).fold(0, i64::max)
}

/// Working days from the start to the end of the last task.
pub fn length(starter: &ProjectStarter) -> i64 {
    spans(starter)
        .values()
        .map(|span| span.end)
        .fold(0, i64::max)
}

/// The first and last day of a plan of so many working days, from its start or, without one, back
/// from its finish. `None` without either, or past the last day there is.
pub fn days(
    length: i64,
    start: Option<Day>,
    finish: Option<Day>,
    calendar: &WorkingCalendar,
) -> Option<(Day, Day)> {
    let n_after_first = u32::try_from(length.max(1) - 1).ok()?;
    match (start, finish) {
        (Some(start), _) => {
            let first = calendar.next_working_day(start)?;
            let last = calendar.plus_working_days(first, n_after_first)?;
            Some((start, last))
        }
        (None, Some(finish)) => {
            let mut first = calendar.last_working_day(finish)?;
            for _ in 0..n_after_first {
                first = calendar.last_working_day(first.plus(-1)?)?;
            }
            Some((first, finish))
        }
        (None, None) => None,
    }
}

/// The last day of a span when the project starts on a day; a milestone is due on the day on which
/// what it waits for ends.
pub fn due(span: Span, start: Day, calendar: &WorkingCalendar) -> Option<Day> {
    let n_days = u32::try_from((span.end - 1).max(0)).ok()?;
    calendar.plus_working_days(start, n_days)
}
