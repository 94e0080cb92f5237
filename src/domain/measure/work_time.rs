//! Which time counts: every hour, or only those in which the work is done.

use serde::{Deserialize, Serialize};

use crate::flow::worktime::WorkTime;
use crate::measure::span::{Span, union};
use crate::time::{Day, Instant};

/// Measures how much time passes between two moments.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// Spans of work in order, and the work done before each; absent when every hour counts.
    worked: Option<Vec<(Span, i64)>>,
}

impl Clock {
    /// Every hour of every day counts.
    pub const CALENDAR: Clock = Clock { worked: None };

    /// Only time inside these spans counts. Which those are depends on the working calendar and on
    /// where the person is, so they come from outside.
    pub fn working(spans: Vec<Span>) -> Clock {
        let mut before = 0i64;
        let worked = union(spans)
            .into_iter()
            .map(|span| {
                let entry = (span, before);
                before = before.saturating_add(span.1.millis_since(span.0));
                entry
            })
            .collect();
        Clock {
            worked: Some(worked),
        }
    }

    /// Only the hours of the working calendar count, over the days of a window of time.
    pub fn of(work_time: &WorkTime, from: Instant, to: Instant) -> Clock {
        let first = from.millis().div_euclid(86_400_000) - 1;
        let n_days = (to.millis_since(from) / 86_400_000).clamp(0, 40_000) + 3;
        let days = (first..first + n_days).filter_map(|n| Day::default().plus(n));
        Clock::working(days.filter_map(|day| work_time.span_of(day)).collect())
    }

    /// The milliseconds that count between two moments; none when the second is the earlier one.
    pub fn between(&self, from: Instant, to: Instant) -> i64 {
        if to <= from {
            return 0;
        }
        match &self.worked {
            None => to.millis_since(from),
            Some(worked) => worked_before(worked, to) - worked_before(worked, from),
        }
    }
}

/// The work done before a moment.
fn worked_before(worked: &[(Span, i64)], at: Instant) -> i64 {
    let idx = worked.partition_point(|(span, _)| span.0 < at);
    let Some((span, before)) = idx.checked_sub(1).and_then(|idx| worked.get(idx)) else {
        return 0;
    };
    before + at.min(span.1).millis_since(span.0)
}
