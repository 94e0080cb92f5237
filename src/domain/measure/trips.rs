//! The times of each run: lead, cycle, touch and wait.

use serde::{Deserialize, Serialize};

use crate::log::{Case, Lifecycle, Log, Visit, Window, visits};
use crate::measure::basis_points;
use crate::measure::percentile::Spread;
use crate::measure::span::union;
use crate::measure::work_time::Clock;
use crate::time::Instant;

/// The times of one finished run, in milliseconds of the clock that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trip {
    /// The place of the case in the log's list.
    pub case: usize,
    /// When it was finished.
    pub finished: Instant,
    /// Request accepted to delivered: the customer's time (lean, Kanban).
    pub lead: i64,
    /// Work begun to finished (Kanban Guide: elapsed time between start and finish). Where no
    /// beginning of work was recorded, the run's own start is taken.
    pub cycle: i64,
    /// Time in which someone worked on it; steps done side by side count once. Absent when not
    /// every step that was done has a recorded beginning.
    pub touch: Option<i64>,
    /// Lead time less touch time; absent with it.
    pub wait: Option<i64>,
}

/// The times of the runs finished within the window, in order of finishing.
pub fn trips(log: &Log, window: Window, clock: &Clock) -> Vec<Trip> {
    let mut trips: Vec<Trip> = log
        .cases
        .iter()
        .enumerate()
        .filter_map(|(idx, case)| {
            let finished = case.finished.filter(|at| window.has(*at))?;
            Some(trip(log, idx, case, finished, clock))
        })
        .collect();
    trips.sort_by_key(|trip| (trip.finished, trip.case));
    trips
}

fn trip(log: &Log, idx: usize, case: &Case, finished: Instant, clock: &Clock) -> Trip {
    let visits = visits(log, case);
    let first_began = visits.iter().filter_map(|visit| visit.began).min();
    let lead = clock.between(case.accepted, finished);
    let touch = touch(&visits, case, finished, clock);
    Trip {
        case: idx,
        finished,
        lead,
        cycle: clock.between(first_began.unwrap_or(case.accepted), finished),
        touch,
        wait: touch.map(|touch| lead - touch),
    }
}

/// Work outside the run's own time is left out, so that touch and wait make up the lead time.
fn touch(visits: &[Visit], case: &Case, finished: Instant, clock: &Clock) -> Option<i64> {
    let done = visits
        .iter()
        .filter(|visit| visit.outcome == Some(Lifecycle::Finished));
    let mut spans = Vec::new();
    for visit in done {
        spans.push((visit.began?.max(case.accepted), visit.ended?.min(finished)));
    }
    if spans.is_empty() {
        return None;
    }
    let worked = union(spans).into_iter();
    Some(worked.map(|(from, to)| clock.between(from, to)).sum())
}

/// The times of several runs at a glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Times {
    /// Of lead times.
    pub lead: Spread,
    /// Of cycle times.
    pub cycle: Spread,
    /// Of touch times, over the runs that have one.
    pub touch: Option<Spread>,
    /// Of waiting times, over the runs that have one.
    pub wait: Option<Spread>,
    /// Flow efficiency: active time ÷ (active + waiting), summed over the runs that have both. It
    /// is process cycle efficiency as far as all work counts as adding value.
    pub efficiency: Option<u16>,
}

/// The spreads of the runs' times; `None` without a finished run.
pub fn times(trips: &[Trip]) -> Option<Times> {
    let spread = |of: fn(&Trip) -> i64| Spread::of(trips.iter().map(of).collect());
    let some = |of: fn(&Trip) -> Option<i64>| Spread::of(trips.iter().filter_map(of).collect());
    let timed = trips.iter().filter(|trip| trip.touch.is_some());
    let (touch, lead) = timed.fold((0, 0), |(touch, lead), trip| {
        (touch + trip.touch.unwrap_or(0), lead + trip.lead)
    });
    Some(Times {
        lead: spread(|trip| trip.lead)?,
        cycle: spread(|trip| trip.cycle)?,
        touch: some(|trip| trip.touch),
        wait: some(|trip| trip.wait),
        efficiency: basis_points(touch, lead),
    })
}
