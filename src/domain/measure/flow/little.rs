//! Little's law as a check of the other figures.

use serde::{Deserialize, Serialize};

use crate::log::{Log, Window};

/// J. D. C. Little, “A Proof for the Queuing Formula L = λW”, Operations Research 9 (1961): mean
/// work in progress = mean throughput × mean time in the system, in one unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Little {
    /// Mean number of runs under way, in thousandths.
    pub mean_wip: i64,
    /// Mean throughput × mean time of the runs finished in the window, in thousandths of a run.
    pub expected_wip: i64,
    /// Runs that arrived within the window.
    pub n_arrived: usize,
    /// Runs that ended within the window.
    pub n_ended: usize,
    /// Whether at most a tenth fewer or more ended than arrived, the condition of the law that a
    /// window of observation can break: otherwise work piles up or drains.
    pub is_balanced: bool,
    /// Whether the two sides differ by no more than a fifth of the larger.
    pub agrees: bool,
}

/// Compares both sides of the law over a window, in calendar time. `None` when nothing ended in
/// the window or it has no length.
pub fn little(log: &Log, window: Window) -> Option<Little> {
    let length = window.millis();
    let (mut time_under_way, mut time_of_ended) = (0i128, 0i128);
    let (mut n_arrived, mut n_ended) = (0usize, 0usize);
    for case in &log.cases {
        let ended = case.ended();
        let from = case.accepted.max(window.from);
        let to = ended.unwrap_or(window.to).min(window.to);
        time_under_way += i128::from(to.millis_since(from));
        n_arrived += usize::from(window.has(case.accepted));
        if let Some(ended) = ended.filter(|at| window.has(*at)) {
            n_ended += 1;
            time_of_ended += i128::from(ended.millis_since(case.accepted));
        }
    }
    if length <= 0 || n_ended == 0 {
        return None;
    }
    // λ·W = (n ÷ length) × (time ÷ n): the number of runs cancels out.
    let per_thousand = |time: i128| i64::try_from(time * 1_000 / i128::from(length)).ok();
    let (mean_wip, expected_wip) = (per_thousand(time_under_way)?, per_thousand(time_of_ended)?);
    Some(Little {
        mean_wip,
        expected_wip,
        n_arrived,
        n_ended,
        is_balanced: n_arrived.abs_diff(n_ended) * 10 <= n_arrived.max(n_ended),
        agrees: mean_wip.abs_diff(expected_wip) * 5 <= mean_wip.max(expected_wip).unsigned_abs(),
    })
}
