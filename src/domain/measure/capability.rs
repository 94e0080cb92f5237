//! Capability: what share of runs the process can be trusted to finish within a target.
//!
//! Cp and Cpk after ISO 22514-2. They need a process that is stable and roughly normal; times are
//! neither by themselves, so the share within the target, which needs only stability, comes first,
//! and every figure is refused with a sentence when its condition does not hold.

use crate::measure::basis_points;
use crate::measure::percentile::percentile;
use crate::measure::xmr::{Limits, Phase};

/// Fewer runs say nothing about a share of a few in a hundred.
pub const MIN_RUNS: usize = 30;

/// Cp and Cpk of a process between two limits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Indices {
    /// (USL − LSL) ÷ 6σ; absent for a target with one side.
    pub cp: Option<f64>,
    /// The nearer of (USL − μ) ÷ 3σ and (μ − LSL) ÷ 3σ; with one side only that one.
    pub cpk: f64,
}

/// The indices of a process with this mean and standard deviation; `None` without variation.
pub fn indices(mean: f64, sigma: f64, lower: Option<f64>, upper: f64) -> Option<Indices> {
    if !(sigma.is_finite() && sigma > 0.0 && mean.is_finite() && upper.is_finite()) {
        return None;
    }
    let above = (upper - mean) / (3.0 * sigma);
    Some(match lower {
        Some(lower) => Indices {
            cp: Some((upper - lower) / (6.0 * sigma)),
            cpk: above.min((mean - lower) / (3.0 * sigma)),
        },
        None => Indices {
            cp: None,
            cpk: above,
        },
    })
}

/// What the process is capable of against an upper target for its time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Capability {
    /// How many runs it rests on.
    pub n: usize,
    /// The share of runs within the target.
    pub within: u16,
    /// The 95th percentile: what can be promised.
    pub p95: i64,
    /// (target − median) ÷ (99.865th percentile − median), the percentile form of ISO 22514-2 for
    /// skewed data; the highest percentile is estimated by the longest run. In hundredths.
    pub ppk_hundredths: Option<i64>,
    /// Cpk in hundredths, for whoever takes the times to be roughly normal; absent without variation.
    pub cpk_hundredths: Option<i64>,
}

/// Why a capability is not given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Nothing to hold the runs against.
    #[error(
        "Not given: the process has no target. Say on its sheet within how much working time a run should be finished."
    )]
    NoTarget,
    /// Too few runs.
    #[error(
        "Not given yet: {n} finished runs, and a capability needs {MIN_RUNS}. Fewer say nothing about one run in twenty."
    )]
    TooFew {
        /// The runs there are.
        n: usize,
    },
    /// The chart shows signals.
    #[error(
        "Not given: the control chart shows {n} signals, so the process is not stable and its past does not say what to expect. Find their causes first."
    )]
    Unstable {
        /// The signals.
        n: usize,
    },
}

/// The capability of the runs of a phase, in order of finishing, or why there is none.
pub fn capability(times: &[i64], phase: &Phase, target: i64) -> Result<Capability, Refusal> {
    let n = times.len();
    if n < MIN_RUNS {
        return Err(Refusal::TooFew { n });
    }
    if !phase.is_stable() {
        return Err(Refusal::Unstable {
            n: phase.signals.len(),
        });
    }
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    let n_within = sorted.partition_point(|time| *time <= target);
    let too_few = || Refusal::TooFew { n };
    let p50 = percentile(&sorted, 50).ok_or_else(too_few)?;
    let longest = sorted.last().copied().unwrap_or(p50);
    let values: Vec<f64> = times.iter().map(|time| *time as f64).collect();
    let normal = Limits::of(&values, true)
        .and_then(|limits| indices(limits.mean, limits.sigma(), None, target as f64));
    Ok(Capability {
        n,
        within: basis_points(n_within as i64, n as i64).unwrap_or(0),
        p95: percentile(&sorted, 95).ok_or_else(too_few)?,
        ppk_hundredths: (longest > p50)
            .then(|| target.saturating_sub(p50).saturating_mul(100) / (longest - p50)),
        cpk_hundredths: normal.map(|normal| (normal.cpk * 100.0).round() as i64),
    })
}
