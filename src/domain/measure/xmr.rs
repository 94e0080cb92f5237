//! The control chart for individual values and moving ranges (XmR), and its run rules.
//!
//! Limits after W. A. Shewhart and D. J. Wheeler, “Understanding Variation” (SPC Press, 1993): the
//! mean ± 2.66 mean moving ranges, where 2.66 = 3 ÷ 1.128; the upper limit of the ranges is 3.268
//! mean moving ranges. They come from the differences between neighbours, so they hold for skewed
//! data, too, and a shift does not widen them as a standard deviation of all values would.

/// d₂ for a range of two values: the mean range of two normal values in standard deviations.
const D2: f64 = 1.128;
/// D₄ for a range of two values.
const D4: f64 = 3.268;
/// So many values in a row on one side of the mean are a signal.
pub const N_ON_ONE_SIDE: usize = 8;
/// Fewer values give limits that move with each new one (Wheeler takes twelve for useful limits).
pub const MIN_FOR_LIMITS: usize = 12;

/// The fixed set of rules. More rules would raise more false alarms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// A value outside the limits (Wheeler's rule 1).
    OutsideLimits,
    /// Three of four values in a row nearer to one limit than to the mean (rule 2).
    NearLimit,
    /// Eight values in a row on one side of the mean (rule 3).
    OneSide,
    /// A difference between neighbours above the limit of the ranges.
    WideRange,
}

impl Rule {
    /// What the rule has found, as a sentence.
    pub const fn sentence(self) -> &'static str {
        match self {
            Rule::OutsideLimits => "Outside the limits: something special happened here.",
            Rule::NearLimit => {
                "Three of four in a row lie nearer to a limit than to the mean: the level is moving."
            }
            Rule::OneSide => "Eight in a row lie on one side of the mean: the level has shifted.",
            Rule::WideRange => "A jump from the run before that is too large to be chance.",
        }
    }
}

/// Limits over some of the values, in their unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// How many values they come from.
    pub n: usize,
    /// The mean of the values.
    pub mean: f64,
    /// The mean of the moving ranges.
    pub mean_range: f64,
    /// The upper natural process limit.
    pub upper: f64,
    /// The lower natural process limit; not below 0 where values cannot be.
    pub lower: f64,
    /// The upper limit of the moving ranges.
    pub range_upper: f64,
}

impl Limits {
    /// The limits of some values; `None` of fewer than two. `is_time` holds the lower limit at 0.
    pub fn of(values: &[f64], is_time: bool) -> Option<Limits> {
        let n = values.len();
        if n < 2 || values.iter().any(|value| !value.is_finite()) {
            return None;
        }
        let mean = values.iter().sum::<f64>() / n as f64;
        let ranges = values.windows(2).map(range_of);
        let mean_range = ranges.sum::<f64>() / (n - 1) as f64;
        let reach = 3.0 * mean_range / D2;
        let lower = mean - reach;
        Some(Limits {
            n,
            mean,
            mean_range,
            upper: mean + reach,
            lower: if is_time { lower.max(0.0) } else { lower },
            range_upper: D4 * mean_range,
        })
    }

    /// The standard deviation within the process, from the moving ranges.
    pub fn sigma(&self) -> f64 {
        self.mean_range / D2
    }
}

fn range_of(pair: &[f64]) -> f64 {
    match pair {
        [before, after] => (after - before).abs(),
        _ => 0.0,
    }
}

/// A rule that a value breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Signal {
    /// The place of the value; the last one of a row.
    pub place: usize,
    /// The rule.
    pub rule: Rule,
}

/// A stretch of the chart with limits of its own, such as the runs of one version.
#[derive(Clone, Debug, PartialEq)]
pub struct Phase {
    /// The place of its first value.
    pub first: usize,
    /// Its limits; absent below two values.
    pub limits: Option<Limits>,
    /// What its values signal, in order. Nothing is signalled without limits.
    pub signals: Vec<Signal>,
}

impl Phase {
    /// Whether enough values show no signal: only then does the past say what to expect.
    pub fn is_stable(&self) -> bool {
        self.signals.is_empty() && self.limits.is_some_and(|limits| limits.n >= MIN_FOR_LIMITS)
    }
}

/// The phases of a chart. A phase begins at each of the given places, and at the first value.
pub fn phases(values: &[f64], begins: &[usize], is_time: bool) -> Vec<Phase> {
    let mut bounds: Vec<usize> = begins.to_vec();
    bounds.extend([0, values.len()]);
    bounds.retain(|bound| *bound <= values.len());
    bounds.sort_unstable();
    bounds.dedup();
    let spans = bounds.iter().zip(bounds.iter().skip(1));
    spans
        .map(|(first, end)| {
            let values = values.get(*first..*end).unwrap_or_default();
            let limits = Limits::of(values, is_time);
            let signals = limits.map_or_else(Vec::new, |limits| signals(values, &limits, *first));
            Phase {
                first: *first,
                limits,
                signals,
            }
        })
        .collect()
}

/// Which values break which rules.
fn signals(values: &[f64], limits: &Limits, first: usize) -> Vec<Signal> {
    let mut found = Vec::new();
    let mut add = |idx: usize, rule: Rule| {
        found.push(Signal {
            place: first + idx,
            rule,
        });
    };
    let reach = 3.0 * limits.sigma();
    let (mut n_above, mut n_below) = (0usize, 0usize);
    for (idx, value) in values.iter().enumerate() {
        if *value > limits.upper || *value < limits.lower {
            add(idx, Rule::OutsideLimits);
        }
        n_above = if *value > limits.mean { n_above + 1 } else { 0 };
        n_below = if *value < limits.mean { n_below + 1 } else { 0 };
        if n_above.max(n_below) >= N_ON_ONE_SIDE {
            add(idx, Rule::OneSide);
        }
        let last_four = values.get(idx.saturating_sub(3)..=idx).unwrap_or_default();
        let is_near = |side: f64| {
            let near = |value: &&f64| side * (**value - limits.mean) > reach / 2.0;
            near(&value) && last_four.iter().filter(near).count() >= 3
        };
        if is_near(1.0) || is_near(-1.0) {
            add(idx, Rule::NearLimit);
        }
        let before = idx.checked_sub(1).and_then(|before| values.get(before));
        if before.is_some_and(|before| (value - before).abs() > limits.range_upper) {
            add(idx, Rule::WideRange);
        }
    }
    found.sort_unstable();
    found
}
