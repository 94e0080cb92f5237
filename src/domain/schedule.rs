//! When the tasks of a project are done: the critical path method (Kelley and Walker 1959) for the
//! precedence diagramming method, with calendars, constraints, progress, summaries and milestones.
//!
//! A schedule is computed and never stored. Inside, days are numbers and spans half-open; dates are
//! made at the edge. `pass.rs` holds the rules, `network.rs` the arrays they run over.

mod adjust;
mod backward;
pub mod cycle;
mod forward;
mod input;
mod level;
mod network;
mod pass;
mod update;
mod why;
mod workdays;

pub use adjust::{Adjust, AdjustError, KnockOn, Planned, adjust, knock_on};
pub use input::{Activity, Arrow, Input, activity};
pub use level::{Delay, Levelling, Shares, level, shares};
pub use pass::Driver;
pub use why::Words;
pub use workdays::{WorkDays, day, number};

use network::Network;
use pass::{Passes, Times};

use crate::id::{LinkId, ProjectId, TaskId};
use crate::model::LinkKind;
use crate::time::Day;
use crate::workspace::Workspace;

/// Total float up to which a task that is not critical is close to it, in working days.
pub const NEAR_DAYS: i32 = 3;

/// The computed dates of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    input: Input,
    network: Network,
    times: Times,
    has_as_late: bool,
}

/// When a task is done, and how far it can move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// The first day of work; for a milestone the day it is reached.
    pub start: Day,
    /// The last day of work; the same day for a milestone.
    pub finish: Day,
    /// The latest last day that keeps the finish of the project and every promise on the way.
    pub late_finish: Day,
    /// Working days it takes from start to finish.
    pub days: i32,
    /// Working days it can move before the finish of the project moves or a promise breaks;
    /// negative when one is broken already.
    pub total_float: i32,
    /// Working days it can move before anything that follows moves.
    pub free_float: i32,
    /// Whether it has no float.
    pub is_critical: bool,
    /// Whether its work has ended.
    pub is_finished: bool,
    /// Whether its work has begun and not ended.
    pub is_begun: bool,
    /// Whether it takes no time.
    pub is_milestone: bool,
    /// Whether it has parts.
    pub is_summary: bool,
}

impl Dates {
    /// Whether little is missing until it is critical.
    pub fn is_near_critical(&self) -> bool {
        !self.is_critical && self.total_float <= NEAR_DAYS
    }
}

impl Schedule {
    /// The schedule of a project. A status date of the project stands in for `today`.
    pub fn of(workspace: &Workspace, project: ProjectId, today: Day) -> Schedule {
        Schedule::new(Input::of(workspace, project, today))
    }

    /// The schedule of an input.
    pub fn new(input: Input) -> Schedule {
        let network = Network::new(&input);
        let has_as_late = input.activities.iter().any(|activity| {
            matches!(
                activity.constraint,
                Some((crate::model::ConstraintKind::AsLateAsPossible, _))
            )
        });
        let mut schedule = Schedule {
            times: Times::new(network.activity.len()),
            input,
            network,
            has_as_late,
        };
        schedule.pass();
        schedule
    }

    /// The schedule after an edit: what did not change is not computed again, and an input of the
    /// same tasks and links costs no more than the tasks it moves.
    #[must_use]
    pub fn after(&self, input: Input) -> Schedule {
        if !self.is_same_network(&input) {
            return Schedule::new(input);
        }
        let changed: Vec<usize> = self
            .input
            .activities
            .iter()
            .zip(&input.activities)
            .enumerate()
            .filter(|(_, (before, after))| before != after)
            .map(|(idx, _)| idx)
            .collect();
        let mut schedule = self.clone();
        schedule.input = input;
        schedule.update(&changed);
        schedule
    }

    /// The schedule if one task were different: for the preview of a drag.
    #[must_use]
    pub fn with(&self, activity: Activity) -> Schedule {
        let Some(idx) = self.index(activity.id) else {
            return self.clone();
        };
        let mut input = self.input.clone();
        if let Some(slot) = input.activities.get_mut(idx) {
            *slot = activity;
        }
        self.after(input)
    }

    /// Whether nothing but fields of tasks that do not change the network differs.
    fn is_same_network(&self, input: &Input) -> bool {
        let is_as_late = |activity: &Activity| {
            matches!(
                activity.constraint,
                Some((crate::model::ConstraintKind::AsLateAsPossible, _))
            )
        };
        !self.has_as_late
            && self.input.start == input.start
            && self.input.status == input.status
            && self.input.calendars == input.calendars
            && self.input.arrows == input.arrows
            && self.input.activities.len() == input.activities.len()
            && self
                .input
                .activities
                .iter()
                .zip(&input.activities)
                .all(|(before, after)| {
                    before.id == after.id
                        && before.parent == after.parent
                        && before.is_planned == after.is_planned
                        && !is_as_late(after)
                })
    }

    /// All passes over all nodes.
    fn pass(&mut self) {
        let passes = Passes {
            input: &self.input,
            network: &self.network,
        };
        let times = &mut self.times;
        for node in &self.network.order {
            passes.forward(times, *node);
        }
        times.end = end(times, &self.network, self.input.start);
        for node in self.network.order.iter().rev() {
            passes.backward(times, *node);
        }
        for node in self.network.order.iter().rev() {
            passes.free(times, *node);
        }
        if self.has_as_late {
            for node in &self.network.order {
                if self.network.is_summary(*node as usize) {
                    passes.forward(times, *node);
                }
            }
        }
    }

    /// The place of a task among the activities.
    pub fn index(&self, id: TaskId) -> Option<usize> {
        let activities = &self.input.activities;
        activities
            .binary_search_by_key(&id, |activity| activity.id)
            .ok()
    }

    /// What the schedule was computed from.
    pub fn input(&self) -> &Input {
        &self.input
    }

    /// The links that were left out because they lead round in a circle, which two tabs can do.
    pub fn left_out(&self) -> Vec<LinkId> {
        let links = self.network.left_out.iter();
        links
            .filter_map(|idx| Some(self.input.arrows.get(*idx as usize)?.id))
            .collect()
    }

    /// The last day of the last task; nothing is planned when absent.
    pub fn finish(&self) -> Option<Day> {
        let is_planned = self.times.takes_part.contains(&true);
        day(self.times.end - 1).filter(|_| is_planned)
    }

    /// The first day of the first task; nothing is planned when absent.
    pub fn start(&self) -> Option<Day> {
        let starts = self
            .input
            .activities
            .iter()
            .filter_map(|activity| self.dates(activity.id));
        starts.map(|dates| dates.start).min()
    }

    /// When a task is done; absent when it says nothing about it, or past the years of work.
    pub fn dates(&self, id: TaskId) -> Option<Dates> {
        self.dates_at(self.index(id)?)
    }

    /// The same by its place among the activities.
    pub fn dates_at(&self, idx: usize) -> Option<Dates> {
        let activity = self.input.activities.get(idx)?;
        if !*self.times.takes_part.get(idx)? {
            return None;
        }
        let is_summary = self.network.is_summary(idx);
        let is_milestone = activity.days == 0 && !is_summary;
        let calendars = &self.input.calendars;
        let days = calendars
            .get(activity.calendar as usize)
            .or(calendars.first())?;
        let (start, finish) = (*self.times.start.get(idx)?, *self.times.finish.get(idx)?);
        let late_finish = *self.times.late_finish.get(idx)?;
        let free_finish = *self.times.free_finish.get(idx)?;
        let total_float = days.before(late_finish) - days.before(finish);
        let free_float = days.before(free_finish) - days.before(finish);
        // A milestone at the end of a day is reached on that day.
        let last = if is_milestone && !self.is_reached_at_end(idx) {
            finish
        } else {
            finish - 1
        };
        Some(Dates {
            start: day(if is_milestone { last } else { start })?,
            finish: day(last)?,
            late_finish: day(late_finish - 1)?,
            days: days.before(finish) - days.before(start),
            total_float,
            free_float: free_float.clamp(0, total_float.max(0)),
            is_critical: total_float <= 0,
            is_finished: activity.actual_finish.is_some() && !is_summary,
            is_begun: activity.actual_finish.is_none()
                && activity.actual_start.is_some()
                && !is_summary,
            is_milestone,
            is_summary,
        })
    }

    /// Whether a milestone lies at the end of a day, for it follows an end, and not at the start of one.
    fn is_reached_at_end(&self, idx: usize) -> bool {
        use crate::model::ConstraintKind::{FinishNoEarlierThan, MustFinishOn};
        match self.times.finish_by.get(idx) {
            Some(Driver::Link(link)) => {
                let arrow = self.input.arrows.get(*link as usize);
                arrow.is_some_and(|arrow| arrow.kind.is_from_finish())
            }
            Some(Driver::Constraint(idx)) => {
                let activity = self.input.activities.get(*idx as usize);
                let constraint = activity.and_then(|activity| activity.constraint);
                matches!(constraint, Some((FinishNoEarlierThan | MustFinishOn, _)))
            }
            Some(Driver::Actual | Driver::AsLate) => true,
            _ => false,
        }
    }

    /// Whether a link holds its successor where it is: without it, that could be earlier.
    pub fn is_driving(&self, link_idx: usize) -> bool {
        let driver = u32::try_from(link_idx).map(Driver::Link);
        let arrow = self.input.arrows.get(link_idx);
        arrow.is_some_and(|arrow| {
            let to = arrow.to as usize;
            let begin = self.network.begin.get(to).copied().unwrap_or(network::NONE);
            let node = if begin != network::NONE && arrow.kind.is_to_start() {
                begin as usize
            } else {
                to
            };
            let by = [
                self.times.start_by.get(node),
                self.times.finish_by.get(node),
            ];
            driver.is_ok_and(|driver| by.contains(&Some(&driver)))
        })
    }

    /// Whether a link is broken: a pin or what has happened keeps its successor from waiting.
    pub fn is_broken(&self, link_idx: usize) -> bool {
        let Some(arrow) = self.input.arrows.get(link_idx) else {
            return false;
        };
        let at = |values: &[i32], idx: u32| values.get(idx as usize).copied().unwrap_or(0);
        let from = if arrow.kind.is_from_finish() {
            at(&self.times.finish, arrow.from)
        } else {
            at(&self.times.start, arrow.from)
        };
        let Some(shared) = self.input.calendars.first() else {
            return false;
        };
        let bound = shared.after_lag(from, arrow.lag);
        match arrow.kind {
            LinkKind::FinishToStart | LinkKind::StartToStart => {
                shared.before(at(&self.times.start, arrow.to)) < shared.before(bound)
            }
            _ => {
                at(&self.times.finish, arrow.to) < bound && {
                    shared.before(at(&self.times.finish, arrow.to)) < shared.before(bound)
                }
            }
        }
    }
}

fn end(times: &Times, network: &Network, start: i32) -> i32 {
    let finishes = times
        .finish
        .iter()
        .zip(&times.takes_part)
        .take(network.n_activities);
    let planned = finishes.filter(|(_, takes_part)| **takes_part);
    planned.map(|(finish, _)| *finish).max().unwrap_or(start)
}
