//! How far back one looks in a log.

use crate::log::{Case, Log, Window};
use crate::time::Instant;

const DAY: i64 = 86_400_000;

/// How far back one looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// So many days, counted back from now.
    Days(i64),
    /// Everything the log knows.
    All,
}

impl Period {
    /// What is looked at where nobody chose.
    pub const USUAL: Period = Period::Days(90);

    /// What is looked at before anyone chose: the usual, unless all that ended did so before it.
    pub fn opening(log: &Log, now: Instant) -> Period {
        let usual = Period::USUAL.window(log, now);
        let ended: Vec<Instant> = log.cases.iter().filter_map(Case::ended).collect();
        let is_old = !ended.is_empty() && ended.iter().all(|at| *at < usual.from);
        if is_old { Period::All } else { Period::USUAL }
    }

    /// The span of time it is in this log. All time begins with the first moment of the log and
    /// ends with its last, or now as long as something is under way.
    pub fn window(self, log: &Log, now: Instant) -> Window {
        match self {
            Period::Days(days) => Window {
                from: Instant::from_millis(now.millis() - days * DAY),
                to: Instant::from_millis(now.millis() + 1),
            },
            Period::All => {
                let is_open = |case: &Case| case.ended().is_none();
                let is_unended = log.cases.is_empty() || log.cases.iter().any(is_open);
                let cases = log.cases.iter();
                let moments = cases
                    .flat_map(|case| [Some(case.accepted), case.ended()])
                    .flatten()
                    .chain(log.events.iter().map(|event| event.at))
                    .chain(is_unended.then_some(now));
                let (from, to) = moments
                    .fold((now, Instant::from_millis(i64::MIN)), |(a, b), at| {
                        (a.min(at), b.max(at))
                    });
                Window {
                    from,
                    to: Instant::from_millis(to.millis().saturating_add(1)),
                }
            }
        }
    }
}
