//! What each step takes: how long runs stay, how long they wait and how long they are worked on.

use serde::{Deserialize, Serialize};

use crate::log::{Lifecycle, Log, Window, visits};
use crate::measure::percentile::Spread;
use crate::measure::work_time::Clock;
use crate::time::Instant;

/// The times of one step, over the visits that ended within a window.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepTimes {
    /// From coming up to done.
    pub stay: Option<Spread>,
    /// From coming up to begun, over the visits whose beginning was recorded.
    pub wait: Option<Spread>,
    /// From begun to done, over the same.
    pub touch: Option<Spread>,
    /// Visits that ended by being done.
    pub n_done: usize,
    /// Visits that ended by being passed over.
    pub n_skipped: usize,
    /// Runs that stand there at the end of the window.
    pub n_standing: usize,
    /// Runs that came to it and that left it within the window.
    pub n_entered: usize,
    /// Runs that left it within the window.
    pub n_left: usize,
    /// All time runs spent there within the window, in calendar time: divided by its length this is
    /// the mean number of runs there.
    pub time_standing: i64,
}

/// The times of each activity, in the order of the log's list. `now` ends the stay of runs that
/// still stand there.
pub fn step_times(log: &Log, window: Window, now: Instant, clock: &Clock) -> Vec<StepTimes> {
    let mut samples: Vec<[Vec<i64>; 3]> = vec![Default::default(); log.activities.len()];
    let mut steps = vec![StepTimes::default(); log.activities.len()];
    let until = window.to.min(now);
    for case in &log.cases {
        for visit in visits(log, case) {
            let place = visit.activity as usize;
            let (Some(step), Some([stay, wait, touch])) =
                (steps.get_mut(place), samples.get_mut(place))
            else {
                continue;
            };
            let left = visit.ended.unwrap_or(until).min(until);
            step.time_standing += left.millis_since(visit.entered.max(window.from));
            step.n_entered += usize::from(window.has(visit.entered));
            step.n_standing +=
                usize::from(visit.entered < until && visit.ended.is_none_or(|at| at >= until));
            let Some(ended) = visit.ended.filter(|at| window.has(*at)) else {
                continue;
            };
            step.n_left += 1;
            match visit.outcome {
                Some(Lifecycle::Finished) => step.n_done += 1,
                Some(Lifecycle::Skipped | Lifecycle::Omitted) => step.n_skipped += 1,
                _ => {}
            }
            if visit.outcome == Some(Lifecycle::Finished) {
                stay.push(clock.between(visit.entered, ended));
                if let Some(began) = visit.began {
                    wait.push(clock.between(visit.entered, began));
                    touch.push(clock.between(began, ended));
                }
            }
        }
    }
    for (step, [stay, wait, touch]) in steps.iter_mut().zip(samples) {
        step.stay = Spread::of(stay);
        step.wait = Spread::of(wait);
        step.touch = Spread::of(touch);
    }
    steps
}
