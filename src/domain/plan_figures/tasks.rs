//! What each task of a project is planned to take and cost.

use crate::calendar::WorkingCalendar;
use crate::id::{EstimateId, ProjectId, TaskId};
use crate::lists::List;
use crate::model::{Assignment, Column, Estimate, Person, Project, Task, TaskKind};
use crate::money::{Money, MoneyError};
use crate::outline;
use crate::schedule::Schedule;
use crate::time::Day;
use crate::workspace::Workspace;

/// A task's plan. Summaries have none: their parts do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskPlan {
    /// Which.
    pub id: TaskId,
    /// Its first day of work, where it has dates.
    pub start: Option<Day>,
    /// Its last day of work.
    pub finish: Option<Day>,
    /// Its working days.
    pub days: i64,
    /// Whether its dates follow from a duration, and not only from the day it is due.
    pub is_planned: bool,
    /// What it costs: its own cost and the time of people at their rates.
    pub cost: Money,
    /// Whether work on it has begun.
    pub is_started: bool,
    /// How much of it is done, in basis points.
    pub done: u32,
    /// Its steps, and whether each is done.
    pub steps: Vec<bool>,
}

/// The plans of a project's tasks, in board order. Tasks that say how long they take, or are linked,
/// have the dates of the project's schedule; others are planned up to the day they are due.
pub fn task_plans(
    workspace: &Workspace,
    project: ProjectId,
    today: Day,
) -> Result<Vec<TaskPlan>, MoneyError> {
    let calendar = workspace.settings().calendar;
    let begin = workspace.get::<Project>(project).and_then(|p| p.start);
    let schedule = Schedule::of(workspace, project, today);
    let mut plans = Vec::new();
    for (id, task) in workspace.list::<Task>(List::Tasks(project)) {
        if outline::is_summary(workspace, project, id) {
            continue;
        }
        let dates = schedule.dates(id);
        let is_planned = dates.is_some() && is_planned(workspace, id, task);
        let (start, finish) = match dates {
            Some(dates) if is_planned || task.due.is_none() => {
                (Some(dates.start), Some(dates.finish))
            }
            _ => match (begin, task.due) {
                (Some(begin), Some(due)) if begin <= due => (Some(begin), Some(due)),
                (_, due) => (due, due),
            },
        };
        let days = match task.kind {
            TaskKind::Milestone => 0,
            TaskKind::Task => working_days(&calendar, start, finish),
        };
        plans.push(TaskPlan {
            id,
            start,
            finish,
            days,
            is_planned,
            cost: cost(workspace, id, task, days)?,
            is_started: task.actual_start.is_some()
                || !matches!(task.column, Column::Backlog | Column::Ready),
            done: u32::from(task.percent_complete()) * 100,
            steps: task.checklist.iter().map(|item| item.done).collect(),
        });
    }
    Ok(plans)
}

/// Working days from the first to the last day, both counted.
pub fn working_days(calendar: &WorkingCalendar, start: Option<Day>, finish: Option<Day>) -> i64 {
    match (start, finish) {
        (Some(start), Some(finish)) => {
            calendar.working_days_between(start, finish.plus(1).unwrap_or(finish))
        }
        _ => 0,
    }
}

fn is_planned(workspace: &Workspace, id: TaskId, task: &Task) -> bool {
    let estimate = workspace.get::<Estimate>(EstimateId::from(id));
    let is_estimated = estimate.is_some_and(|estimate| estimate.duration.is_some());
    let is_linked = !workspace.lists().is_empty(List::LinksOf(id));
    let says_when = task.duration.is_some() || task.constraint.is_some() || task.pin.is_some();
    says_when || is_estimated || is_linked || task.kind == TaskKind::Milestone
}

/// A task's own cost, and the time of people: its effort at the rate of who does it, or their share
/// of its days, each as long as a day of theirs.
fn cost(workspace: &Workspace, id: TaskId, task: &Task, days: i64) -> Result<Money, MoneyError> {
    let estimate = workspace.get::<Estimate>(EstimateId::from(id));
    let own = Money::new(estimate.map_or(0, |estimate| estimate.cost.likely))?;
    let calendar = workspace.settings().calendar;
    let terms = |id| {
        let person = workspace.get::<Person>(id)?;
        Some((person.rate?, i64::from(person.minutes_a_day(&calendar))))
    };
    let mut parts: Vec<((Money, i64), i64)> = workspace
        .list::<Assignment>(List::Assignments(id))
        .filter_map(|(_, part)| Some((terms(part.person)?, i64::from(part.percent))))
        .collect();
    if workspace.lists().is_empty(List::Assignments(id)) {
        parts.extend(task.assignee.and_then(terms).map(|terms| (terms, 100)));
    }
    let all: i64 = parts.iter().map(|(_, percent)| percent).sum();
    let mut total = own;
    for ((rate, minutes_a_day), percent) in parts {
        let (minutes, over) = match task.effort {
            Some(effort) => (i64::from(effort), all.max(1)),
            None => (days.saturating_mul(minutes_a_day), 100),
        };
        let part = rate.times(minutes.saturating_mul(percent), 60 * over)?;
        total = total.plus(part.unwrap_or(Money::ZERO))?;
    }
    Ok(total)
}
