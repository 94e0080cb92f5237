//! Everything that is said about a process over a window of time, measured at once.

use serde::{Deserialize, Serialize};

use crate::log::{Log, Window};
use crate::measure::bottleneck::{Bottleneck, bottleneck};
use crate::measure::capability::{Capability, Refusal, capability};
use crate::measure::causes::{Cause, delays};
use crate::measure::flow::{Aging, Little, Promises, aging, little, promises};
use crate::measure::steps::{StepTimes, step_times};
use crate::measure::trips::{Times, Trip, times, trips};
use crate::measure::work_time::Clock;
use crate::measure::xmr::{Phase, phases};
use crate::measure::yields::{Yields, yields};
use crate::time::Instant;

/// So many of the latest runs are on the control chart: more do not fit side by side.
pub const MAX_CHARTED: usize = 60;

/// The measures of a log over a window.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The runs finished in the window, in order of finishing.
    pub trips: Vec<Trip>,
    /// The spreads of their times; absent without a finished run.
    pub times: Option<Times>,
    /// The same over the window before this one, of the same length.
    pub earlier: Option<Times>,
    /// The times of each activity, in the order of the log's list.
    pub steps: Vec<StepTimes>,
    /// The step where runs queue, if one can be told.
    pub bottleneck: Option<Bottleneck>,
    /// What is right the first time.
    pub yields: Yields,
    /// Promises that fell due.
    pub promises: Promises,
    /// Runs under way at the end of the window, oldest first.
    pub aging: Vec<Aging>,
    /// Little's law over the window.
    pub little: Option<Little>,
    /// The latest finished runs: the values of the control chart.
    pub charted: Vec<Trip>,
    /// The control chart of their lead times in hours, a phase for each version. A text does not
    /// carry real numbers to the last digit, so it is drawn anew where it is read: [`Report::chart`].
    #[serde(skip)]
    pub phases: Vec<Phase>,
    /// Where the time goes, from the step that takes most of it.
    pub delays: Vec<Cause>,
}

/// Measures a log over a window. `now` ends what has not ended.
pub fn report(log: &Log, window: Window, now: Instant, clock: &Clock) -> Report {
    let trips_in = trips(log, window, clock);
    let length = window.millis();
    let earlier = Window {
        from: Instant::from_millis(window.from.millis().saturating_sub(length)),
        to: window.from,
    };
    let charted = trips_in
        .get(trips_in.len().saturating_sub(MAX_CHARTED)..)
        .unwrap_or_default()
        .to_vec();
    let steps = step_times(log, window, now, clock);
    Report {
        times: times(&trips_in),
        earlier: times(&trips(log, earlier, clock)),
        bottleneck: bottleneck(&steps, window, now),
        yields: yields(log, window),
        promises: promises(log, window, now),
        aging: aging(log, window.to.min(now), clock),
        little: little(log, window),
        phases: chart(log, &charted),
        delays: delays(log, &steps),
        trips: trips_in,
        charted,
        steps,
    }
}

impl Report {
    /// Draws the control chart of a report that was read from a text.
    pub fn chart(&mut self, log: &Log) {
        self.phases = chart(log, &self.charted);
    }
}

fn chart(log: &Log, charted: &[Trip]) -> Vec<Phase> {
    let hours = charted.iter().map(|trip| trip.lead as f64 / 3_600_000.0);
    phases(&hours.collect::<Vec<f64>>(), &changes(log, charted), true)
}

/// What the process is capable of against the target of a run, which is promised in working time
/// and so measured in it; over the charted runs of the latest version.
pub fn capable(
    log: &Log,
    charted: &[Trip],
    working: &Clock,
    target_minutes: Option<u32>,
) -> Result<Capability, Refusal> {
    let target = i64::from(target_minutes.ok_or(Refusal::NoTarget)?) * 60_000;
    let worked = |trip: &Trip| {
        let case = log.cases.get(trip.case)?;
        let lead = working.between(case.accepted, trip.finished);
        Some(Trip { lead, ..*trip })
    };
    let charted: Vec<Trip> = charted.iter().filter_map(worked).collect();
    let phases = chart(log, &charted);
    let latest = phases.last().ok_or(Refusal::TooFew { n: 0 })?;
    let leads: Vec<i64> = charted
        .iter()
        .skip(latest.first)
        .map(|trip| trip.lead)
        .collect();
    capability(&leads, latest, target)
}

/// The places in the chart at which runs of another version than before begin. A version that
/// comes back for a run or two begins no phase of its own.
fn changes(log: &Log, charted: &[Trip]) -> Vec<usize> {
    let version = |trip: &Trip| log.cases.get(trip.case).map_or(0, |case| case.version);
    let mut latest = charted.first().map_or(0, version);
    let mut places = Vec::new();
    for (place, trip) in charted.iter().enumerate() {
        if version(trip) > latest {
            latest = version(trip);
            places.push(place);
        }
    }
    places
}
