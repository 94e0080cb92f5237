//! The effect of an improvement: its measure before and after the change.

use crate::log::{Log, Window};
use crate::measure::compare::{Comparison, compare};
use crate::measure::trips::{Trip, trips};
use crate::measure::work_time::Clock;
use crate::model::Measure;
use crate::time::Instant;

/// What tells before from after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// Runs that follow this version or a later one are after.
    Version(u32),
    /// Runs that began at this moment or later are after. One that was under way is neither: the
    /// change met it half-way.
    Moment(Instant),
}

/// The comparison with the runs on both sides, as places in the log's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// What it says.
    pub comparison: Comparison,
    /// The runs before.
    pub before: Vec<usize>,
    /// The runs after.
    pub after: Vec<usize>,
}

/// Compares the measure of the finished runs before and after. Runs without the measure, such as
/// touch time where no beginning of work was recorded, are left out.
pub fn effect(log: &Log, measure: Measure, split: Split, clock: &Clock) -> Effect {
    let value = |trip: &Trip| match measure {
        Measure::Lead => Some(trip.lead),
        Measure::Cycle => Some(trip.cycle),
        Measure::Touch => trip.touch,
        Measure::Wait => trip.wait,
    };
    let (mut before, mut after) = ((Vec::new(), Vec::new()), (Vec::new(), Vec::new()));
    for trip in trips(log, Window::ALL, clock) {
        let (Some(value), Some(case)) = (value(&trip), log.cases.get(trip.case)) else {
            continue;
        };
        let side = match split {
            Split::Version(version) if case.version >= version => Some(&mut after),
            Split::Version(_) => Some(&mut before),
            Split::Moment(moment) if case.accepted >= moment => Some(&mut after),
            Split::Moment(moment) if trip.finished < moment => Some(&mut before),
            Split::Moment(_) => None,
        };
        if let Some((values, cases)) = side {
            values.push(value);
            cases.push(trip.case);
        }
    }
    Effect {
        comparison: compare(&before.0, &after.0),
        before: before.1,
        after: after.1,
    }
}
