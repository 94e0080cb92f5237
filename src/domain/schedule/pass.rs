//! The passes over the network: early dates forward, late dates backward, free float last.

use super::input::{Activity, Input};
use super::network::{NONE, Network};
use super::workdays::{EVERY_DAY, WorkDays};

/// No bound from above.
pub const FREE: i32 = i32::MAX;
/// No bound from below.
pub const OPEN: i32 = i32::MIN;

/// What decides an end of a node.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Driver {
    /// The start of the project.
    #[default]
    Project,
    /// The status date: what is left cannot be done before it.
    Status,
    /// A link, by its place.
    Link(u32),
    /// The constraint of an activity: its own or that of a summary it is part of.
    Constraint(u32),
    /// Its pin.
    Pin,
    /// It has happened.
    Actual,
    /// The other end and the duration.
    Duration,
    /// It is as late as it can be without moving what follows.
    AsLate,
    /// Its parts.
    Parts,
}

/// What the passes find for each node. Ends are half-open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// When it starts.
    pub start: Vec<i32>,
    /// When it is over.
    pub finish: Vec<i32>,
    /// The latest start that moves no promise and not the end of the project.
    pub late_start: Vec<i32>,
    /// The latest finish of that kind.
    pub late_finish: Vec<i32>,
    /// The latest start that moves nothing that follows.
    pub free_start: Vec<i32>,
    /// The latest finish that moves nothing that follows.
    pub free_finish: Vec<i32>,
    /// What decides the start.
    pub start_by: Vec<Driver>,
    /// What decides the finish.
    pub finish_by: Vec<Driver>,
    /// Whether a node takes part; a summary does when a part of it does.
    pub takes_part: Vec<bool>,
    /// When the last activity is over.
    pub end: i32,
}

/// What a pass reads.
#[derive(Clone, Copy)]
pub struct Passes<'a> {
    pub input: &'a Input,
    pub network: &'a Network,
}

impl Times {
    /// Times for so many nodes, all open.
    pub fn new(n_nodes: usize) -> Times {
        Times {
            start: vec![0; n_nodes],
            finish: vec![0; n_nodes],
            late_start: vec![FREE; n_nodes],
            late_finish: vec![FREE; n_nodes],
            free_start: vec![FREE; n_nodes],
            free_finish: vec![FREE; n_nodes],
            start_by: vec![Driver::Project; n_nodes],
            finish_by: vec![Driver::Duration; n_nodes],
            takes_part: vec![false; n_nodes],
            end: 0,
        }
    }
}

pub fn at<T: Copy>(values: &[T], node: u32, otherwise: T) -> T {
    values.get(node as usize).copied().unwrap_or(otherwise)
}

pub fn set<T>(values: &mut [T], node: u32, value: T) {
    if let Some(slot) = values.get_mut(node as usize) {
        *slot = value;
    }
}

impl<'a> Passes<'a> {
    pub fn activity_of(&self, node: u32) -> Option<(u32, &'a Activity)> {
        let idx = at(&self.network.activity, node, NONE);
        Some((idx, self.input.activities.get(idx as usize)?))
    }

    pub fn calendar(&self, activity: &Activity) -> &'a WorkDays {
        let calendars = &self.input.calendars;
        let own = calendars.get(activity.calendar as usize);
        // There is always one: `Input::of` puts the shared calendar first.
        own.or(calendars.first()).unwrap_or(&EVERY_DAY)
    }

    pub fn shared(&self) -> &'a WorkDays {
        self.input.calendars.first().unwrap_or(&EVERY_DAY)
    }

    /// Working days that are left of work that has begun. Where nobody has said how much is done,
    /// it goes as planned. Work that is not finished has at least one day left.
    pub fn days_left(&self, activity: &Activity) -> i32 {
        let days = self.calendar(activity);
        let left = match (activity.percent, activity.actual_start) {
            (Some(percent), _) => {
                let open = activity.days * (100 - i32::from(percent.min(100)));
                open.div_euclid(100) + i32::from(open.rem_euclid(100) > 0)
            }
            (None, Some(began)) => {
                activity.days - (days.before(self.input.status) - days.before(began)).max(0)
            }
            (None, None) => activity.days,
        };
        left.max(1)
    }
}

impl Times {
    /// What follows from a node forward.
    pub fn of(&self, node: u32) -> (i32, i32, Driver, bool) {
        (
            at(&self.start, node, 0),
            at(&self.finish, node, 0),
            at(&self.start_by, node, Driver::Project),
            at(&self.takes_part, node, false),
        )
    }

    /// What follows from a node backward.
    pub fn limits_of(&self, node: u32) -> [i32; 4] {
        [
            &self.late_start,
            &self.late_finish,
            &self.free_start,
            &self.free_finish,
        ]
        .map(|values| at(values, node, 0))
    }
}
