//! Pareto order: which few causes make up most of an effect (J. M. Juran, “vital few”).

use serde::{Deserialize, Serialize};

use crate::log::Log;
use crate::measure::basis_points;
use crate::measure::steps::StepTimes;

/// A cause with its weight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    /// What it is.
    pub name: String,
    /// How much of the effect it makes up, in the effect's unit.
    pub weight: i64,
    /// Its share together with that of all heavier causes.
    pub cumulative: u16,
}

/// Causes from the heaviest; those without weight are left out.
pub fn pareto(causes: impl IntoIterator<Item = (String, i64)>) -> Vec<Cause> {
    let mut causes: Vec<(String, i64)> = causes.into_iter().filter(|cause| cause.1 > 0).collect();
    causes.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let all: i64 = causes.iter().map(|cause| cause.1).sum();
    let mut heavier = 0;
    causes
        .into_iter()
        .map(|(name, weight)| {
            heavier += weight;
            Cause {
                name,
                weight,
                cumulative: basis_points(heavier, all).unwrap_or(10_000),
            }
        })
        .collect()
}

/// Where the time goes: for each step the milliseconds runs stood there.
pub fn delays(log: &Log, steps: &[StepTimes]) -> Vec<Cause> {
    let named = log.activities.iter().zip(steps);
    pareto(named.map(|(activity, step)| (activity.name.clone(), step.time_standing)))
}
