//! The forward pass: each node as early as its bounds let it.

use super::input::Activity;
use super::network::Tie;
use super::pass::{Driver, FREE, OPEN, Passes, Times, at, set};
use super::workdays::WorkDays;
use crate::model::ConstraintKind;

impl Passes<'_> {
    /// Finds when a node starts and is over; all it waits for is known.
    pub fn forward(&self, times: &mut Times, node: u32) {
        let Some((idx, activity)) = self.activity_of(node) else {
            return;
        };
        if node as usize >= self.network.n_activities {
            self.begin(times, node, idx, activity);
        } else if self.network.is_summary(node as usize) {
            self.roll_up(times, node);
        } else {
            self.leaf(times, node, idx, activity);
        }
    }

    /// The bounds that the arcs into a node set on its start and on its finish.
    fn bounds(&self, times: &Times, node: u32, days: &WorkDays) -> (Bound, Bound) {
        let open = Bound {
            at: OPEN,
            before: OPEN,
            weight: 0,
            by: Driver::Project,
        };
        let (mut start, mut finish) = (open, open);
        for arc in self.network.arcs_into(node) {
            match arc.tie {
                Tie::Link(kind) => {
                    let from = if kind.is_from_finish() {
                        at(&times.finish, arc.node, 0)
                    } else {
                        at(&times.start, arc.node, 0)
                    };
                    let moment = self.shared().after_lag(from, arc.lag);
                    let by = Driver::Link(arc.link);
                    let weight = 1 + u8::from(kind.is_from_finish());
                    if kind.is_to_start() {
                        start.raise(days, moment, by, weight);
                    } else {
                        finish.raise_finish(days, moment, by, weight);
                    }
                }
                Tie::Part => {
                    let by = at(&times.start_by, arc.node, Driver::Project);
                    let weight = self.weight(by);
                    start.raise(days, at(&times.start, arc.node, 0), by, weight);
                }
                Tie::Roll | Tie::Frame => {}
            }
        }
        (start, finish)
    }

    /// How much a driver explains.
    fn weight(&self, by: Driver) -> u8 {
        match by {
            Driver::Link(link) => {
                let arrow = self.input.arrows.get(link as usize);
                1 + u8::from(arrow.is_some_and(|arrow| arrow.kind.is_from_finish()))
            }
            _ => 0,
        }
    }

    fn begin(&self, times: &mut Times, node: u32, idx: u32, activity: &Activity) {
        let (mut start, _) = self.bounds(times, node, self.shared());
        if activity.parent.is_none() || start.at == OPEN {
            start.raise(self.shared(), self.input.start, Driver::Project, 0);
        }
        if let Some((kind, day)) = activity.constraint
            && matches!(
                kind,
                ConstraintKind::StartNoEarlierThan | ConstraintKind::MustStartOn
            )
        {
            start.raise(self.shared(), day, Driver::Constraint(idx), 0);
        }
        set(&mut times.start, node, start.at);
        set(&mut times.finish, node, start.at);
        set(&mut times.start_by, node, start.by);
        set(&mut times.finish_by, node, start.by);
    }

    fn roll_up(&self, times: &mut Times, node: u32) {
        let (mut start, mut finish) = (FREE, OPEN);
        let mut frame = self.input.start;
        for arc in self.network.arcs_into(node) {
            match arc.tie {
                Tie::Roll if at(&times.takes_part, arc.node, false) => {
                    start = start.min(at(&times.start, arc.node, FREE));
                    finish = finish.max(at(&times.finish, arc.node, OPEN));
                }
                Tie::Frame => frame = at(&times.start, arc.node, frame),
                _ => {}
            }
        }
        let takes_part = start != FREE;
        if !takes_part {
            (start, finish) = (frame, frame);
        }
        let (_, bound) = self.bounds(times, node, self.shared());
        let mut by = Driver::Parts;
        if bound.at > finish {
            (finish, by) = (bound.at, bound.by);
        }
        set(&mut times.start, node, start);
        set(&mut times.finish, node, finish);
        set(&mut times.start_by, node, Driver::Parts);
        set(&mut times.finish_by, node, by);
        set(&mut times.takes_part, node, takes_part);
    }

    fn leaf(&self, times: &mut Times, node: u32, idx: u32, activity: &Activity) {
        let days = self.calendar(activity);
        let takes_part = at(&self.network.takes_part, node, false);
        set(&mut times.takes_part, node, takes_part);
        let (mut start, mut finish) = self.bounds(times, node, days);
        let span = if let Some(over) = activity.actual_finish {
            let length = activity.days.clamp(0, 1);
            let derived = days.nth(days.before(over) - activity.days);
            let began = activity.actual_start.unwrap_or(derived);
            Span {
                start: if activity.days == 0 {
                    over
                } else {
                    began.min(over - length)
                },
                finish: over,
                start_by: match activity.actual_start {
                    Some(_) => Driver::Actual,
                    None => Driver::Duration,
                },
                finish_by: Driver::Actual,
            }
        } else if let Some(began) = activity.actual_start.filter(|_| activity.days > 0) {
            start.raise(days, self.input.status, Driver::Status, 0);
            start.raise(days, began, Driver::Duration, 0);
            let left = self.days_left(activity);
            let by_start = days.before(start.at) + left;
            let by_finish = finish.before;
            let by = if by_finish > by_start {
                finish.by
            } else {
                start.by
            };
            Span {
                start: began,
                finish: days.nth(by_start.max(by_finish) - 1) + 1,
                start_by: Driver::Actual,
                finish_by: by,
            }
        } else if let Some(pin) = activity.pin {
            let first = days.nth(days.before(pin));
            Span {
                start: first,
                finish: over_after(days, first, activity.days),
                start_by: Driver::Pin,
                finish_by: Driver::Duration,
            }
        } else {
            if activity.parent.is_none() {
                start.raise(days, self.input.start, Driver::Project, 0);
            }
            start.raise(days, self.input.status, Driver::Status, 0);
            self.constrain(activity, idx, days, &mut start, &mut finish);
            place(days, activity.days, start, finish)
        };
        set(&mut times.start, node, span.start);
        set(&mut times.finish, node, span.finish);
        set(&mut times.start_by, node, span.start_by);
        set(&mut times.finish_by, node, span.finish_by);
    }

    fn constrain(
        &self,
        activity: &Activity,
        idx: u32,
        days: &WorkDays,
        start: &mut Bound,
        finish: &mut Bound,
    ) {
        let by = Driver::Constraint(idx);
        match activity.constraint {
            Some((ConstraintKind::StartNoEarlierThan | ConstraintKind::MustStartOn, day)) => {
                start.raise(days, day, by, 0);
            }
            Some((ConstraintKind::FinishNoEarlierThan | ConstraintKind::MustFinishOn, day)) => {
                finish.raise_finish(days, day + 1, by, 0);
            }
            _ => {}
        }
    }
}

/// A bound from below, and what sets it.
#[derive(Clone, Copy)]
struct Bound {
    at: i32,
    /// Working days before it, to compare by: a Saturday and a Monday hold a start alike.
    before: i32,
    weight: u8,
    by: Driver,
}

impl Bound {
    /// Takes a bound on a start that holds longer.
    fn raise(&mut self, days: &WorkDays, at: i32, by: Driver, weight: u8) {
        if at != OPEN {
            let before = days.before(at);
            self.take(Bound {
                at,
                before,
                weight,
                by,
            });
        }
    }

    /// Takes a bound on a finish that holds longer: what counts are the working days of work that is
    /// over no earlier.
    fn raise_finish(&mut self, days: &WorkDays, at: i32, by: Driver, weight: u8) {
        let before = days.before(at - 1) + 1;
        self.take(Bound {
            at,
            before,
            weight,
            by,
        });
    }

    /// Among equals a link explains most, and one from a finish, with which a milestone then lies,
    /// before one from a start.
    fn take(&mut self, other: Bound) {
        let key = |bound: &Bound| (bound.before, bound.weight, bound.at);
        if key(&other) > key(self) {
            *self = other;
        }
    }
}

/// Where a leaf lies.
struct Span {
    start: i32,
    finish: i32,
    start_by: Driver,
    finish_by: Driver,
}

/// The earliest span of so many working days within bounds.
fn place(days: &WorkDays, n_days: i32, start: Bound, finish: Bound) -> Span {
    if n_days == 0 {
        let (moment, by) = match (finish.at > start.at, start.by) {
            (true, _) => (finish.at, finish.by),
            // After a task that ends on a Friday a milestone lies at the end of that Friday.
            (false, by @ Driver::Link(_)) => (start.at, by),
            (false, by) => (days.nth(start.before), by),
        };
        return Span {
            start: moment,
            finish: moment,
            start_by: by,
            finish_by: by,
        };
    }
    let by_finish = finish.before.saturating_sub(n_days);
    let first = start.before.max(by_finish);
    let is_by_finish = by_finish > start.before;
    Span {
        start: days.nth(first),
        finish: days.nth(first + n_days - 1) + 1,
        start_by: if is_by_finish {
            Driver::Duration
        } else {
            start.by
        },
        finish_by: if is_by_finish {
            finish.by
        } else {
            Driver::Duration
        },
    }
}

fn over_after(days: &WorkDays, first: i32, n_days: i32) -> i32 {
    if n_days == 0 {
        first
    } else {
        days.nth(days.before(first) + n_days - 1) + 1
    }
}
