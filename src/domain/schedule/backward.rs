//! The passes backward: the latest dates that break no promise, and those that move nothing.

use super::input::Activity;
use super::network::{Arc, Tie};
use super::pass::{Driver, FREE, Passes, Times, at, set};
use crate::model::{ConstraintKind, LinkKind};

impl<'a> Passes<'a> {
    /// Finds the latest dates of a node; those of all that waits for it are known.
    pub fn backward(&self, times: &mut Times, node: u32) {
        let Some((_, activity)) = self.activity_of(node) else {
            return;
        };
        let is_begin = node as usize >= self.network.n_activities;
        let is_summary = !is_begin && self.network.is_summary(node as usize);
        let (mut start, mut finish) = self.limits(times, node, &late);
        if is_begin {
            set(&mut times.late_start, node, start);
            return;
        }
        finish = finish.min(times.end);
        if let Some(due) = activity.due {
            finish = finish.min(due + 1);
        }
        match activity.constraint {
            Some((ConstraintKind::FinishNoLaterThan | ConstraintKind::MustFinishOn, day)) => {
                finish = finish.min(day + 1);
            }
            Some((ConstraintKind::StartNoLaterThan | ConstraintKind::MustStartOn, day))
                if !is_summary =>
            {
                start = start.min(day);
            }
            _ => {}
        }
        let (start, finish) = if is_summary {
            (start, finish)
        } else {
            self.latest(activity, times, node, start, finish)
        };
        set(&mut times.late_start, node, start);
        set(&mut times.late_finish, node, finish);
    }

    /// Finds the latest dates that move nothing that follows, and moves what is to be as late as
    /// possible there. The dates of all that waits for it are settled.
    pub fn free(&self, times: &mut Times, node: u32) {
        let Some((_, activity)) = self.activity_of(node) else {
            return;
        };
        let (start, finish) = self.limits(times, node, &settled);
        if node as usize >= self.network.n_activities {
            set(&mut times.free_start, node, at(&times.start, node, 0));
            return;
        }
        let finish = finish.min(times.end);
        let is_summary = self.network.is_summary(node as usize);
        let (start, finish) = if is_summary {
            (start, finish)
        } else {
            self.latest(activity, times, node, start, finish)
        };
        set(&mut times.free_start, node, start);
        set(&mut times.free_finish, node, finish);
        let is_as_late = matches!(
            activity.constraint,
            Some((ConstraintKind::AsLateAsPossible, _))
        );
        let can_move = !is_summary && activity.actual_finish.or(activity.actual_start).is_none();
        if is_as_late && can_move && activity.pin.is_none() {
            let finish = activity.due.map_or(finish, |due| finish.min(due + 1));
            let (start, finish) = self.latest(activity, times, node, start, finish);
            if finish > at(&times.finish, node, FREE) {
                set(&mut times.start, node, start);
                set(&mut times.finish, node, finish);
                set(&mut times.start_by, node, Driver::Duration);
                set(&mut times.finish_by, node, Driver::AsLate);
            }
        }
    }

    /// The latest span of a leaf within limits.
    fn latest(
        &self,
        activity: &Activity,
        times: &Times,
        node: u32,
        start: i32,
        finish: i32,
    ) -> (i32, i32) {
        let days = self.calendar(activity);
        if activity.days == 0 {
            let moment = start.min(finish);
            return (moment, moment);
        }
        if activity.actual_finish.is_some() || activity.actual_start.is_some() {
            let over = days.nth(days.before(finish) - 1) + 1;
            return (at(&times.start, node, over), over);
        }
        let mut first = days.before(finish) - activity.days;
        if start != FREE {
            first = first.min(days.before(start.saturating_add(1)) - 1);
        }
        (days.nth(first), days.nth(first + activity.days - 1) + 1)
    }

    /// The limits that the arcs out of a node set on its start and on its finish.
    fn limits(&self, times: &Times, node: u32, of: &Limit) -> (i32, i32) {
        let (mut start, mut finish) = (FREE, FREE);
        for arc in self.network.arcs_out_of(node) {
            match arc.tie {
                Tie::Link(kind) => {
                    let limit = of(self, times, arc, kind);
                    if limit != FREE {
                        let limit = self.shared().before_lag(limit, arc.lag);
                        if kind.is_from_finish() {
                            finish = finish.min(limit);
                        } else {
                            start = start.min(limit);
                        }
                    }
                }
                Tie::Part if self.is_idle(times, arc.node) => {}
                Tie::Part => {
                    start = start.min(of(self, times, arc, LinkKind::FinishToStart));
                }
                Tie::Roll => {
                    finish = finish.min(of(self, times, arc, LinkKind::FinishToFinish));
                    // Only a part with which the summary starts can move its start.
                    if at(&times.start, node, 0) == at(&times.start, arc.node, 0) {
                        start = start.min(of(self, times, arc, LinkKind::StartToStart));
                    }
                }
                // Without a part that takes part, a summary is a moment.
                Tie::Frame if !at(&times.takes_part, arc.node, false) => {
                    start = start.min(of(self, times, arc, LinkKind::FinishToFinish));
                }
                Tie::Frame => {}
            }
        }
        (start, finish)
    }

    /// Whether a node is a leaf that says nothing about when it is done.
    fn is_idle(&self, times: &Times, node: u32) -> bool {
        self.leaf_of(node).is_some() && !at(&times.takes_part, node, false)
    }

    pub fn leaf_of(&self, node: u32) -> Option<&'a Activity> {
        let is_leaf =
            (node as usize) < self.network.n_activities && !self.network.is_summary(node as usize);
        let (_, activity) = self.activity_of(node)?;
        is_leaf.then_some(activity)
    }
}

/// The moment by which an arc must end at its other node.
type Limit = dyn Fn(&Passes, &Times, &Arc, LinkKind) -> i32;

/// By the latest dates: what has happened and what is pinned does not move.
fn late(passes: &Passes, times: &Times, arc: &Arc, kind: LinkKind) -> i32 {
    let late_finish = at(&times.late_finish, arc.node, FREE);
    if let Some(activity) = passes.leaf_of(arc.node) {
        if activity.actual_finish.is_some() {
            return FREE;
        }
        if activity.actual_start.is_some() && activity.days > 0 {
            return passes.begun(activity, arc, kind, late_finish);
        }
        if activity.pin.is_some() {
            return settled(passes, times, arc, kind);
        }
    }
    if kind.is_to_start() {
        at(&times.late_start, arc.node, FREE)
    } else {
        late_finish
    }
}

/// By the dates as they are settled.
fn settled(passes: &Passes, times: &Times, arc: &Arc, kind: LinkKind) -> i32 {
    match arc.tie {
        // A summary may move as far as what follows it lets it.
        Tie::Roll if kind.is_to_start() => return at(&times.free_start, arc.node, FREE),
        Tie::Roll => return at(&times.free_finish, arc.node, FREE),
        Tie::Part => return FREE,
        Tie::Link(_) | Tie::Frame => {}
    }
    let finish = at(&times.finish, arc.node, FREE);
    match passes.leaf_of(arc.node) {
        Some(activity) if activity.actual_finish.is_some() => FREE,
        Some(activity) if activity.actual_start.is_some() && activity.days > 0 => {
            passes.begun(activity, arc, kind, finish)
        }
        _ if kind.is_to_start() => at(&times.start, arc.node, FREE),
        _ => finish,
    }
}

impl<'a> Passes<'a> {
    /// The limit that work which has begun sets: what is left of it waits, not its beginning.
    fn begun(&self, activity: &Activity, arc: &Arc, kind: LinkKind, finish: i32) -> i32 {
        match (kind, arc.tie) {
            (LinkKind::FinishToStart, Tie::Link(_)) => {
                let days = self.calendar(activity);
                days.nth(days.before(finish) - self.days_left(activity))
            }
            (LinkKind::FinishToStart | LinkKind::StartToStart, _) => FREE,
            _ => finish,
        }
    }
}
