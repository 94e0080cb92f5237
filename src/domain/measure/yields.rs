//! Yield: how much is right the first time.

use serde::{Deserialize, Serialize};

use crate::log::{Lifecycle, Log, Window, visits};
use crate::measure::basis_points;

/// First-pass yield of one step: units right the first time, without rework ÷ units entering.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepYield {
    /// Runs that entered the step.
    pub n_entered: usize,
    /// Those that did it once, with success.
    pub n_right: usize,
}

impl StepYield {
    /// The yield in basis points; absent while nothing entered.
    pub fn share(self) -> Option<u16> {
        basis_points(self.n_right as i64, self.n_entered as i64)
    }
}

/// The yields of a process over the runs that ended within a window.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Yields {
    /// Of each activity of the log, in its order.
    pub steps: Vec<StepYield>,
    /// Runs finished with every step done once ÷ runs that ended: first-pass yield of the whole.
    pub first_pass: Option<u16>,
    /// Rolled throughput yield: the product of the steps' yields.
    pub rolled: Option<u16>,
    /// Runs with at least one repeated step ÷ runs that ended.
    pub rework: Option<u16>,
    /// The runs with a repeated step, as places in the log's list.
    pub reworked: Vec<usize>,
}

/// The yields of the runs that ended within the window.
pub fn yields(log: &Log, window: Window) -> Yields {
    let mut yields = Yields {
        steps: vec![StepYield::default(); log.activities.len()],
        ..Yields::default()
    };
    let (mut n_ended, mut n_right) = (0i64, 0i64);
    // How often the case at hand came to each step, and whether something went wrong there.
    let mut seen: Vec<(u32, bool)> = vec![(0, false); log.activities.len()];
    for (idx, case) in log.cases.iter().enumerate() {
        if !case.ended().is_some_and(|at| window.has(at)) {
            continue;
        }
        n_ended += 1;
        let visits = visits(log, case);
        let visits = visits.iter().filter(|visit| {
            !matches!(visit.outcome, Some(Lifecycle::Skipped | Lifecycle::Omitted))
        });
        let (mut is_reworked, mut is_right) = (false, case.finished.is_some());
        for visit in visits.clone() {
            if let Some((n, is_wrong)) = seen.get_mut(visit.activity as usize) {
                *n += 1;
                *is_wrong |= visit.outcome != Some(Lifecycle::Finished);
                is_reworked |= *n > 1;
                is_right &= !*is_wrong;
            }
        }
        for visit in visits {
            let place = visit.activity as usize;
            let (Some(seen), Some(step)) = (seen.get_mut(place), yields.steps.get_mut(place))
            else {
                continue;
            };
            let (n, is_wrong) = std::mem::take(seen);
            step.n_entered += usize::from(n > 0);
            step.n_right += usize::from(n == 1 && !is_wrong);
        }
        n_right += i64::from(is_right && !is_reworked);
        if is_reworked {
            yields.reworked.push(idx);
        }
    }
    yields.first_pass = basis_points(n_right, n_ended);
    yields.rework = basis_points(yields.reworked.len() as i64, n_ended);
    yields.rolled = (n_ended > 0).then(|| rolled(&yields.steps)).flatten();
    yields
}

/// The product of the yields of the steps that something entered, in basis points.
pub fn rolled(steps: &[StepYield]) -> Option<u16> {
    let entered: Vec<&StepYield> = steps.iter().filter(|step| step.n_entered > 0).collect();
    if entered.is_empty() {
        return None;
    }
    let product = entered.iter().fold(1.0f64, |product, step| {
        product * step.n_right as f64 / step.n_entered as f64
    });
    basis_points((product * 1e9).round() as i64, 1_000_000_000)
}
