//! Measures. Rule ids: `src/domain/SPEC.md`, "Measures".

mod capability;
mod chart;
mod comparing;
mod flowing;
mod percentiles;
mod periods;
mod times;
mod yielding;

use domain::log::{Builder, CaseDraft, Event, Lifecycle, Log};
use domain::time::Instant;

/// So many hours after the beginning of time.
pub fn hour(hours: i64) -> Instant {
    Instant::from_millis(hours * HOUR)
}

pub const HOUR: i64 = 3_600_000;

/// A log from cases: name, hour of acceptance, hour of finishing, and events as activity, what
/// happened and hour.
pub type CaseRow<'a> = (&'a str, i64, Option<i64>, &'a [(&'a str, Lifecycle, i64)]);

pub fn log(rows: &[CaseRow]) -> Log {
    let mut builder = Builder::default();
    for (name, accepted, finished, events) in rows {
        let events = events
            .iter()
            .map(|(activity, lifecycle, at)| Event {
                activity: builder.activity(activity),
                actor: builder.actor("Ada"),
                lifecycle: *lifecycle,
                at: hour(*at),
            })
            .collect();
        let case = CaseDraft {
            name: (*name).to_owned(),
            accepted: hour(*accepted),
            finished: finished.map(hour),
            version: 1,
            ..CaseDraft::default()
        };
        builder.case(case, events);
    }
    builder.finish()
}
