//! What a schedule is computed from: the tasks and links of a project as plain numbers.

use std::collections::BTreeMap;

use super::workdays::{WorkDays, number};
use crate::id::{EstimateId, LinkId, PersonId, ProjectId, TaskId};
use crate::lists::List;
use crate::model::{
    Column, Constraint, ConstraintKind, Estimate, Link, LinkKind, Person, Project, Task, TaskKind,
};
use crate::time::{Day, Instant};
use crate::workspace::Workspace;

/// A project as the kernel sees it. Days are numbers, and ends are half-open: work of one day on
/// day 7 starts at 7 and is over at 8.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// The day before which nothing starts that has not started.
    pub start: i32,
    /// The day up to which progress is known: work that is left is done on it or later.
    pub status: i32,
    /// The project's calendar first, then those of people with days off.
    pub calendars: Vec<WorkDays>,
    /// The tasks in order of id.
    pub activities: Vec<Activity>,
    /// The links in order of id.
    pub arrows: Vec<Arrow>,
}

/// A task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Activity {
    /// Which.
    pub id: TaskId,
    /// The place of the summary it is part of.
    pub parent: Option<u32>,
    /// Working days; 0 for a milestone.
    pub days: i32,
    /// The place of its calendar.
    pub calendar: u32,
    /// How much is done, where it was said.
    pub percent: Option<u8>,
    /// When it began.
    pub actual_start: Option<i32>,
    /// The moment it was over.
    pub actual_finish: Option<i32>,
    /// What its dates must keep to.
    pub constraint: Option<(ConstraintKind, i32)>,
    /// The day it starts on whatever its links say.
    pub pin: Option<i32>,
    /// The last day by which it should be over.
    pub due: Option<i32>,
    /// Whether it says anything about when it is done; one that does not is left out unless
    /// something is linked to it.
    pub is_planned: bool,
}

/// A link between two places in the list of activities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrow {
    /// Which.
    pub id: LinkId,
    /// What is waited for.
    pub from: u32,
    /// What waits.
    pub to: u32,
    /// Which end waits for which.
    pub kind: LinkKind,
    /// Working days of the project's calendar between them.
    pub lag: i32,
}

impl Input {
    /// The tasks and links of a project. What links and parts refer to and is gone is left out.
    pub fn of(workspace: &Workspace, project_id: ProjectId, today: Day) -> Input {
        let project = workspace.get::<Project>(project_id);
        let status = project.and_then(|project| project.status_date);
        let status = number(status.unwrap_or(today));
        let start = project.and_then(|project| project.start).map(number);
        let mut tasks: Vec<(TaskId, &Task)> = workspace
            .list::<Task>(List::Tasks(project_id))
            .map(|(id, task)| (id, task.as_ref()))
            .collect();
        tasks.sort_unstable_by_key(|(id, _)| *id);
        let place = |id: TaskId| {
            let place = tasks.binary_search_by_key(&id, |(id, _)| *id).ok()?;
            u32::try_from(place).ok()
        };
        let mut calendars = Calendars::new(workspace);
        let activities = tasks.iter().map(|(id, task)| Activity {
            parent: task.parent.and_then(place),
            calendar: calendars.place(task.assignee),
            ..estimated(workspace, activity(*id, task), task)
        });
        let activities = activities.collect();
        let links = workspace.list::<Link>(List::Links(project_id));
        let arrows = links.filter_map(|(id, link)| {
            let (from, to) = (place(link.predecessor)?, place(link.successor)?);
            (from != to).then_some(Arrow {
                id,
                from,
                to,
                kind: link.kind,
                lag: link.lag,
            })
        });
        Input {
            start: start.unwrap_or(status),
            status,
            arrows: arrows.collect(),
            activities,
            calendars: calendars.all,
        }
    }
}

/// A task that has no duration takes the likeliest days of its estimate, where it has one.
fn estimated(workspace: &Workspace, activity: Activity, task: &Task) -> Activity {
    if task.duration.is_some() || activity.days == 0 {
        return activity;
    }
    let estimate = workspace.get::<Estimate>(EstimateId::from(activity.id));
    let Some(days) = estimate.and_then(|estimate| estimate.duration) else {
        return activity;
    };
    Activity {
        days: i32::try_from(days.likely.clamp(1, 10_000)).unwrap_or(1),
        is_planned: true,
        ..activity
    }
}

/// A task without the places of others.
pub fn activity(id: TaskId, task: &Task) -> Activity {
    let is_milestone = task.kind == TaskKind::Milestone;
    let days = task.duration.unwrap_or(1).min(10_000);
    let constraint = task.constraint.and_then(constraint);
    let is_done = task.column == Column::Done;
    let finished = task.actual_finish.or_else(|| utc_day(task.finished_at?));
    let has_dates = task.actual_start.is_some() || task.actual_finish.is_some();
    Activity {
        id,
        parent: None,
        days: if is_milestone { 0 } else { days as i32 },
        calendar: 0,
        percent: task.percent,
        actual_start: task.actual_start.map(number),
        actual_finish: finished.filter(|_| is_done).map(|day| number(day) + 1),
        constraint,
        pin: task.pin.map(number),
        due: task.due.map(number),
        is_planned: is_milestone
            || task.duration.is_some()
            || constraint.is_some()
            || task.pin.is_some()
            || has_dates,
    }
}

fn constraint(constraint: Constraint) -> Option<(ConstraintKind, i32)> {
    if constraint.kind.needs_day() {
        Some((constraint.kind, number(constraint.day?)))
    } else {
        Some((constraint.kind, 0))
    }
}

/// The day of a moment in UTC, for tasks that were finished before actual days were written down.
fn utc_day(moment: Instant) -> Option<Day> {
    Day::default().plus(moment.millis().div_euclid(86_400_000))
}

/// The calendars in use: one for everyone, and one for each person with days off.
struct Calendars<'a> {
    workspace: &'a Workspace,
    all: Vec<WorkDays>,
    of: BTreeMap<PersonId, u32>,
}

impl Calendars<'_> {
    fn new(workspace: &Workspace) -> Calendars<'_> {
        let shared = WorkDays::new(&workspace.settings().calendar, &Default::default());
        Calendars {
            workspace,
            all: vec![shared],
            of: BTreeMap::new(),
        }
    }

    fn place(&mut self, person: Option<PersonId>) -> u32 {
        let Some(id) = person else { return 0 };
        if let Some(place) = self.of.get(&id) {
            return *place;
        }
        let person = self.workspace.get::<Person>(id);
        let days_off = person.filter(|person| !person.days_off.is_empty());
        let place = days_off.map_or(0, |person| {
            let calendar = self.workspace.settings().calendar;
            self.all.push(WorkDays::new(&calendar, &person.days_off));
            u32::try_from(self.all.len() - 1).unwrap_or(0)
        });
        self.of.insert(id, place);
        place
    }
}
