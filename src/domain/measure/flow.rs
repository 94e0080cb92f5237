//! Flow: throughput, work in progress, ageing, the cumulative flow diagram, promises kept and
//! Little's law.

mod cumulative;
mod little;

pub use cumulative::{CumulativeFlow, cumulative_flow};
pub use little::{Little, little};

use serde::{Deserialize, Serialize};

use crate::log::{Log, Window};
use crate::measure::basis_points;
use crate::measure::work_time::Clock;
use crate::time::Instant;

/// The number of runs finished between each two neighbouring bounds: throughput is finished items
/// ÷ time (Kanban Guide), and the time is that between the bounds.
pub fn throughput(log: &Log, bounds: &[Instant]) -> Vec<usize> {
    let mut finished: Vec<Instant> = log.cases.iter().filter_map(|case| case.finished).collect();
    finished.sort_unstable();
    let before: Vec<usize> = bounds
        .iter()
        .map(|bound| finished.partition_point(|at| at < bound))
        .collect();
    let counts = before.iter().zip(before.iter().skip(1));
    counts.map(|(from, to)| to.saturating_sub(*from)).collect()
}

/// A run that is under way, and its age: now − start (Kanban Guide).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aging {
    /// The place of the case in the log's list.
    pub case: usize,
    /// How long it has been under way.
    pub age: i64,
    /// Whether what was promised for it has passed.
    pub is_late: bool,
}

/// The runs under way at a moment, oldest first. Their number is the work in progress.
pub fn aging(log: &Log, at: Instant, clock: &Clock) -> Vec<Aging> {
    let mut aging: Vec<Aging> = log
        .cases
        .iter()
        .enumerate()
        .filter(|(_, case)| case.accepted <= at && case.ended().is_none_or(|ended| at < ended))
        .map(|(idx, case)| Aging {
            case: idx,
            age: clock.between(case.accepted, at),
            is_late: case.due.is_some_and(|due| due < at),
        })
        .collect();
    aging.sort_by_key(|run| std::cmp::Reverse(run.age));
    aging
}

/// How many promises fell due and how many of them were kept (ITIL, ISO/IEC 20000-1: on time ÷
/// due).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promises {
    /// Runs whose promise fell due.
    pub n_due: usize,
    /// Those finished by then, as places in the log's list.
    pub kept: Vec<usize>,
    /// Those that were not, as places in the log's list.
    pub broken: Vec<usize>,
    /// Kept ÷ due in basis points; absent while nothing fell due.
    pub compliance: Option<u16>,
}

/// The promises that fell due within the window and before `now`, or whose run was finished within
/// it. A run that was given up promises nothing any more.
pub fn promises(log: &Log, window: Window, now: Instant) -> Promises {
    let mut promises = Promises::default();
    for (idx, case) in log.cases.iter().enumerate() {
        let Some(due) = case.due.filter(|_| case.cancelled.is_none()) else {
            continue;
        };
        match case.finished {
            Some(finished) if window.has(finished) => {
                let list = if finished <= due {
                    &mut promises.kept
                } else {
                    &mut promises.broken
                };
                list.push(idx);
            }
            None if due < now && window.has(due) => promises.broken.push(idx),
            _ => {}
        }
    }
    promises.n_due = promises.kept.len() + promises.broken.len();
    promises.compliance = basis_points(promises.kept.len() as i64, promises.n_due as i64);
    promises
}
