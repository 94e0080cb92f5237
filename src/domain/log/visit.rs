//! Visits: from events to the spans of time a case spends at a step.

use crate::log::{Case, Lifecycle, Log};
use crate::time::Instant;

/// One stay of a case at a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The place of the activity in the log's list.
    pub activity: u32,
    /// The place of who ended it in the log's list; 0 for nobody known.
    pub actor: u32,
    /// When it came up to be done.
    pub entered: Instant,
    /// When work on it began, where that was recorded.
    pub began: Option<Instant>,
    /// When it ended; absent while the case stands there.
    pub ended: Option<Instant>,
    /// How it ended. [`Lifecycle::Moved`] when the case was taken elsewhere by hand.
    pub outcome: Option<Lifecycle>,
}

/// The stays of a case in the order in which they came up.
///
/// A step that is done without having come up (as in most imported logs) is taken to have come up
/// when the step done before it was done, or when the case was accepted. A case put elsewhere by
/// hand leaves every step it stood at.
pub fn visits(log: &Log, case: &Case) -> Vec<Visit> {
    let mut visits: Vec<Visit> = Vec::new();
    let mut latest_end = case.accepted;
    for event in log.events_of(case) {
        let is_open =
            |visit: &&mut Visit| visit.activity == event.activity && visit.ended.is_none();
        let new = Visit {
            activity: event.activity,
            actor: event.actor,
            entered: event.at,
            began: None,
            ended: None,
            outcome: None,
        };
        match event.lifecycle {
            // A move by hand, or the start of the run, may have brought the case here already.
            Lifecycle::Entered => {
                let is_here = |visit: &Visit| {
                    visit.activity == event.activity
                        && visit.ended.is_none()
                        && visit.entered == event.at
                };
                if !visits.iter().any(is_here) {
                    visits.push(new);
                }
            }
            Lifecycle::Began => match visits.iter_mut().find(is_open) {
                Some(visit) => visit.began = visit.began.or(Some(event.at)),
                None => visits.push(Visit {
                    entered: latest_end,
                    began: Some(event.at),
                    ..new
                }),
            },
            Lifecycle::Overridden | Lifecycle::Late => {}
            Lifecycle::Finished | Lifecycle::Skipped | Lifecycle::Omitted | Lifecycle::Rejected => {
                // What is passed over without having come up is no stay.
                let is_passed = matches!(event.lifecycle, Lifecycle::Skipped | Lifecycle::Omitted);
                let has_come_up = visits.iter_mut().any(|visit| is_open(&visit));
                if is_passed && !has_come_up {
                    continue;
                }
                if !has_come_up {
                    visits.push(Visit {
                        entered: latest_end,
                        ..new
                    });
                }
                if let Some(visit) = visits.iter_mut().find(is_open) {
                    visit.ended = Some(event.at);
                    visit.outcome = Some(event.lifecycle);
                    visit.actor = event.actor;
                }
                latest_end = event.at;
            }
            Lifecycle::Moved => {
                for visit in visits.iter_mut().filter(|visit| visit.ended.is_none()) {
                    visit.ended = Some(event.at);
                    visit.outcome = Some(Lifecycle::Moved);
                }
                visits.push(new);
                latest_end = event.at;
            }
        }
    }
    // A case that ended stands nowhere any more.
    if let Some(ended) = case.ended() {
        for visit in visits.iter_mut().filter(|visit| visit.ended.is_none()) {
            visit.ended = Some(ended.max(visit.entered));
            visit.outcome = Some(Lifecycle::Moved);
        }
    }
    visits
}
