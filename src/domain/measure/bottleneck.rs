//! The bottleneck: the step with the longest queue, not merely the step that takes longest
//! (E. M. Goldratt, theory of constraints).

use serde::{Deserialize, Serialize};

use crate::log::Window;
use crate::measure::basis_points;
use crate::measure::steps::StepTimes;
use crate::time::Instant;

/// Fewer visits are no evidence.
pub const MIN_VISITS: usize = 5;

/// The bottleneck and what speaks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bottleneck {
    /// The place of the activity in the log's list.
    pub activity: u32,
    /// The mean number of runs that stood there, in hundredths: the time all runs spent there ÷
    /// the length of the window.
    pub mean_standing: i64,
    /// Its share in the time that runs stood anywhere.
    pub share: u16,
    /// How many runs stand there at the end of the window.
    pub n_standing: usize,
    /// Whether more runs came to it than left it within the window: its queue grows.
    pub is_growing: bool,
}

/// The step at which most runs stood on average; `None` when no step has had enough visits or
/// there is only one to compare.
pub fn bottleneck(steps: &[StepTimes], window: Window, now: Instant) -> Option<Bottleneck> {
    let length = i128::from(window.to.min(now).millis_since(window.from).max(1));
    let all: i64 = steps.iter().map(|step| step.time_standing).sum();
    let n_used = steps.iter().filter(|step| step.time_standing > 0).count();
    let (place, step) = steps
        .iter()
        .enumerate()
        .filter(|(_, step)| step.n_entered.max(step.n_left) >= MIN_VISITS)
        .max_by_key(|(place, step)| (step.time_standing, std::cmp::Reverse(*place)))?;
    if n_used < 2 {
        return None;
    }
    Some(Bottleneck {
        activity: u32::try_from(place).ok()?,
        mean_standing: i64::try_from(i128::from(step.time_standing) * 100 / length).ok()?,
        share: basis_points(step.time_standing, all)?,
        n_standing: step.n_standing,
        is_growing: step.n_entered > step.n_left + step.n_left / 10,
    })
}
