//! A time axis that several lines share: which days it spans, and where a day lies on it.

use crate::time::Day;

/// Labels an axis has at most.
const MAX_LABELS: usize = 6;

/// A span of whole months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    first: Day,
    n_days: i64,
}

impl Axis {
    /// The whole months from the earliest to the latest of these days; `None` without any.
    pub fn over(days: impl IntoIterator<Item = Day>) -> Option<Axis> {
        let (mut first, mut last) = (None, None);
        for day in days {
            first = Some(first.map_or(day, |first: Day| first.min(day)));
            last = Some(last.map_or(day, |last: Day| last.max(day)));
        }
        let first = month_start(first?);
        let end = next_month(last?);
        Some(Axis {
            first,
            n_days: end.map_or(1, |end| end.days_since(first)),
        })
    }

    /// Where a day begins, in basis points from the start; a day beyond an end lies at that end.
    pub fn place(&self, day: Day) -> u16 {
        let n_days = day.days_since(self.first).clamp(0, self.n_days);
        u16::try_from(n_days * 10_000 / self.n_days).unwrap_or(10_000)
    }

    /// The months to name, evenly spread: the first day of each. The first month stands at the start.
    pub fn labels(&self) -> Vec<Day> {
        let months: Vec<Day> = std::iter::successors(Some(self.first), |month| next_month(*month))
            .take_while(|month| month.days_since(self.first) < self.n_days)
            .collect();
        let step = months.len().div_ceil(MAX_LABELS).max(1);
        months.into_iter().step_by(step).collect()
    }
}

fn month_start(day: Day) -> Day {
    day.plus(1 - i64::from(day.day_of_month())).unwrap_or(day)
}

/// The first day of the next month, or `None` past the years of work.
fn next_month(day: Day) -> Option<Day> {
    // No month has more than 31 days, and the first of a month is never 32 days before its next.
    Some(month_start(month_start(day).plus(32)?))
}
