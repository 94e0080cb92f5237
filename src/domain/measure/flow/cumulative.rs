//! The cumulative flow diagram.

use crate::log::{Case, Lifecycle, Log};
use crate::time::Instant;

/// How many runs were in each state at each moment. Drawn over one another, the height of the
/// states under way is the work in progress, and the slope of the finished ones the throughput.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CumulativeFlow {
    /// For each activity of the log, in its order: the runs that stood there at each moment.
    pub standing: Vec<Vec<u32>>,
    /// Accepted, and not yet at any step.
    pub waiting: Vec<u32>,
    /// Finished by each moment.
    pub finished: Vec<u32>,
}

/// The states at some moments, given in order. A run stands at the step it came to last; one that
/// was given up is in no state any more.
pub fn cumulative_flow(log: &Log, moments: &[Instant]) -> CumulativeFlow {
    let n_states = log.activities.len() + 2;
    let (waiting, finished) = (log.activities.len(), log.activities.len() + 1);
    let mut changes = vec![vec![0i32; moments.len() + 1]; n_states];
    // A state holds at a moment when it began at or before it.
    let first_after = |at: Instant| moments.partition_point(|moment| *moment < at);
    let mut stay = |state: usize, from: Instant, to: Option<Instant>| {
        let Some(changes) = changes.get_mut(state) else {
            return;
        };
        let end = to.map_or(moments.len(), first_after);
        for (place, by) in [(first_after(from), 1), (end, -1)] {
            if let Some(change) = changes.get_mut(place) {
                *change += by;
            }
        }
    };
    for case in &log.cases {
        let (mut state, mut since) = (waiting, case.accepted);
        for (activity, at) in arrivals(log, case) {
            stay(state, since, Some(at));
            (state, since) = (activity, at);
        }
        stay(state, since, case.ended());
        if let Some(at) = case.finished {
            stay(finished, at, None);
        }
    }
    let mut counts: Vec<Vec<u32>> = changes.iter().map(|changes| summed(changes)).collect();
    let finished = counts.pop().unwrap_or_default();
    let waiting = counts.pop().unwrap_or_default();
    CumulativeFlow {
        standing: counts,
        waiting,
        finished,
    }
}

/// When a case came to which step. In a log that only says what was done, it stands at a step
/// until that is done, so it came to the next one then.
fn arrivals<'a>(log: &'a Log, case: &'a Case) -> impl Iterator<Item = (usize, Instant)> + 'a {
    let events = log.events_of(case);
    let has_arrivals = events
        .iter()
        .any(|event| matches!(event.lifecycle, Lifecycle::Entered | Lifecycle::Moved));
    let mut since = case.accepted;
    events.iter().filter_map(move |event| {
        let activity = event.activity as usize;
        match event.lifecycle {
            Lifecycle::Entered | Lifecycle::Moved if has_arrivals => Some((activity, event.at)),
            Lifecycle::Finished if !has_arrivals => {
                let at = since;
                since = event.at;
                Some((activity, at))
            }
            _ => None,
        }
    })
}

fn summed(changes: &[i32]) -> Vec<u32> {
    let mut standing = 0i32;
    let moments = changes.iter().take(changes.len().saturating_sub(1));
    moments
        .map(|change| {
            standing += change;
            u32::try_from(standing).unwrap_or(0)
        })
        .collect()
}
