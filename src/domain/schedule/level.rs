//! Levelling: tasks wait until whoever does them has time (serial scheme: one task after another in
//! order of start, of those the one with the least float first, each as early as people let it;
//! Kelley 1963). Tasks with float so wait first.

use std::collections::BTreeMap;

use super::input::Activity;
use super::workdays::{WorkDays, number};
use super::{Dates, Schedule};
use crate::id::{PersonId, ProjectId, TaskId};
use crate::lists::List;
use crate::model::{Assignment, ConstraintKind, Task};
use crate::time::Day;
use crate::workspace::Workspace;

/// The days tried for one task: nobody is booked for longer.
const MAX_TRIES: usize = 4_000;

/// Who does each task, and how much of their day it takes, in percent.
pub type Shares = BTreeMap<TaskId, Vec<(PersonId, u32)>>;

/// A proposal that changes nothing yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Levelling {
    /// The tasks that would begin later than now because someone is busy, in order of start.
    pub delays: Vec<Delay>,
    /// The schedule it leads to.
    pub schedule: Schedule,
    /// Days on which someone has more than a day's work now.
    pub n_over_before: usize,
    /// The same afterwards: what has begun, is pinned, or is constrained otherwise is not moved.
    pub n_over_after: usize,
}

/// A task that would wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delay {
    /// Which.
    pub task: TaskId,
    /// Its start now.
    pub from: Day,
    /// Its start then.
    pub to: Day,
    /// Whether it waits no longer than its total float, so that the finish stays.
    pub is_within_float: bool,
}

/// Who does the tasks of a project: those with a part in it, else the assignee with all their time.
pub fn shares(workspace: &Workspace, project: ProjectId) -> Shares {
    let tasks = workspace.list::<Task>(List::Tasks(project));
    let shares = tasks.map(|(id, task)| {
        let parts = workspace.list::<Assignment>(List::Assignments(id));
        let mut parts: Vec<(PersonId, u32)> = parts
            .map(|(_, part)| (part.person, u32::from(part.percent)))
            .collect();
        if parts.is_empty() {
            parts.extend(task.assignee.map(|person| (person, 100)));
        }
        (id, parts)
    });
    shares.filter(|(_, parts)| !parts.is_empty()).collect()
}

/// What levelling would do to a schedule.
pub fn level(schedule: &Schedule, shares: &Shares) -> Levelling {
    let mut levelled = schedule.clone();
    let mut booked = Booked::default();
    let (fixed, mut open): (Vec<usize>, Vec<usize>) = places(schedule, shares)
        .into_iter()
        .partition(|idx| is_fixed(schedule, *idx));
    for idx in fixed {
        booked.book(&levelled, idx, shares);
    }
    let mut delays = Vec::new();
    while let Some(at) = next(&levelled, &open) {
        let idx = open.swap_remove(at);
        if let Some(start) = booked.first_free(&levelled, idx, shares) {
            if let Some(activity) = levelled.input.activities.get(idx).copied() {
                levelled = levelled.with(Activity {
                    constraint: Some((ConstraintKind::StartNoEarlierThan, start)),
                    ..activity
                });
            }
            delays.extend(delay(schedule, &levelled, idx));
        }
        booked.book(&levelled, idx, shares);
    }
    let mut before = Booked::default();
    let mut after = Booked::default();
    for idx in places(schedule, shares) {
        before.book(schedule, idx, shares);
        after.book(&levelled, idx, shares);
    }
    delays.sort_by_key(|delay| (delay.to, delay.task));
    Levelling {
        delays,
        schedule: levelled,
        n_over_before: before.n_over(),
        n_over_after: after.n_over(),
    }
}

/// The tasks somebody still has to do.
fn places(schedule: &Schedule, shares: &Shares) -> Vec<usize> {
    let places = shares.keys().filter_map(|id| schedule.index(*id));
    let is_open = |dates: Dates| !dates.is_finished && !dates.is_summary && !dates.is_milestone;
    places
        .filter(|idx| schedule.dates_at(*idx).is_some_and(is_open))
        .collect()
}

/// Whether a task stays where it is: it has begun, is pinned, or keeps to a day of its own.
fn is_fixed(schedule: &Schedule, idx: usize) -> bool {
    let Some(activity) = schedule.input.activities.get(idx) else {
        return true;
    };
    let is_held = !matches!(
        activity.constraint,
        None | Some((ConstraintKind::StartNoEarlierThan, _))
    );
    is_held || activity.pin.is_some() || activity.actual_start.is_some()
}

/// The place in a list of the task that comes next: the earliest, and of those the least able to wait.
fn next(schedule: &Schedule, open: &[usize]) -> Option<usize> {
    let key = |idx: usize| {
        let dates = schedule.dates_at(idx);
        dates.map(|dates| (dates.start, dates.total_float, idx))
    };
    let places = open.iter().enumerate();
    places
        .min_by_key(|(_, idx)| key(**idx))
        .map(|(place, _)| place)
}

fn delay(before: &Schedule, after: &Schedule, idx: usize) -> Option<Delay> {
    let (then, now) = (before.dates_at(idx)?, after.dates_at(idx)?);
    (now.start > then.start).then_some(Delay {
        task: before.input.activities.get(idx)?.id,
        from: then.start,
        to: now.start,
        is_within_float: now.finish <= then.late_finish,
    })
}

/// How much of each day of each person is taken, in percent.
#[derive(Default)]
struct Booked(BTreeMap<(PersonId, i32), u32>);

impl Booked {
    fn book(&mut self, schedule: &Schedule, idx: usize, shares: &Shares) {
        let Some((dates, calendar, parts)) = found(schedule, idx, shares) else {
            return;
        };
        let from = number(dates.start).max(schedule.input.status);
        let (first, over) = (
            calendar.before(from),
            calendar.before(number(dates.finish) + 1),
        );
        for n in first..over {
            let on = calendar.nth(n);
            for (person, percent) in parts {
                *self.0.entry((*person, on)).or_default() += percent;
            }
        }
    }

    /// The first start at which everyone has time on every day of a task; none when it is its own.
    fn first_free(&self, schedule: &Schedule, idx: usize, shares: &Shares) -> Option<i32> {
        let (dates, calendar, parts) = found(schedule, idx, shares)?;
        let own = calendar.before(number(dates.start));
        let mut first = own;
        let is_busy = |n: &i32| {
            let on = calendar.nth(*n);
            parts.iter().any(|(person, percent)| {
                let taken = self.0.get(&(*person, on)).copied().unwrap_or(0);
                taken > 0 && taken + percent > 100
            })
        };
        for _ in 0..MAX_TRIES {
            match (first..first + dates.days.max(1)).find(is_busy) {
                Some(busy) => first = busy + 1,
                None => return (first > own).then(|| calendar.nth(first)),
            }
        }
        None
    }

    fn n_over(&self) -> usize {
        self.0.values().filter(|percent| **percent > 100).count()
    }
}

type Found<'a> = (Dates, &'a WorkDays, &'a Vec<(PersonId, u32)>);

fn found<'a>(schedule: &'a Schedule, idx: usize, shares: &'a Shares) -> Option<Found<'a>> {
    let activity = schedule.input.activities.get(idx)?;
    let calendars = &schedule.input.calendars;
    let own = calendars.get(activity.calendar as usize);
    let calendar = own.or(calendars.first())?;
    Some((schedule.dates_at(idx)?, calendar, shares.get(&activity.id)?))
}
