//! What thousands of trials say.

use serde::{Deserialize, Serialize};

use super::network::Network;
use super::spread::basis_points;
use super::trial::Trial;

/// What the trials say. Times in ticks, money in units, shares in basis points.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The finish of every trial, in order.
    pub finishes: Vec<i64>,
    /// The cost of every trial, in order.
    pub costs: Vec<i64>,
    /// The criticality index of every activity: the share of trials in which it was critical.
    pub criticality: Vec<u32>,
    /// What moves the finish most, first the strongest.
    pub drivers: Vec<Driver>,
    /// The share of trials that finished by the promised tick.
    pub chance: Option<u32>,
}

/// An activity or a risk, and where the finish lies when it goes well and when it goes badly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Driver {
    /// Which.
    pub what: DriverKind,
    /// The mean finish of the tenth of the trials in which the activity was shortest, or of those
    /// in which the risk did not happen.
    pub low: i64,
    /// The mean finish of the tenth in which it was longest, or of those in which it happened.
    pub high: i64,
}

/// What a driver is, by its place in the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DriverKind {
    /// An activity.
    Activity(usize),
    /// A risk.
    Risk(usize),
}

/// A bar of a histogram.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bar {
    /// Where it begins; what lies just there is in the bar before.
    pub from: i64,
    /// Where it ends; what lies just there is in it, as work that ends with a day ends on it.
    pub to: i64,
    /// The trials in it.
    pub n_trials: u32,
}

/// Drivers that are named; weaker ones are noise.
const MAX_DRIVERS: usize = 12;

impl Outcome {
    /// The number of trials.
    pub fn n_trials(&self) -> usize {
        self.finishes.len()
    }

    /// The finish that so many percent of the trials did not exceed.
    pub fn finish_at(&self, percent: u8) -> i64 {
        percentile(&self.finishes, percent)
    }

    /// The cost that so many percent of the trials did not exceed.
    pub fn cost_at(&self, percent: u8) -> i64 {
        percentile(&self.costs, percent)
    }

    /// The share of trials that finished by a tick, in basis points.
    pub fn chance_by(&self, tick: i64) -> u32 {
        share(&self.finishes, tick)
    }

    /// The share of trials that cost at most so much, in basis points.
    pub fn chance_within(&self, cost: i64) -> u32 {
        share(&self.costs, cost)
    }

    /// The finishes in bars of this width, from the first trial to the last.
    pub fn finish_bars(&self, width: i64) -> Vec<Bar> {
        bars(&self.finishes, width)
    }

    /// The costs in bars of this width.
    pub fn cost_bars(&self, width: i64) -> Vec<Bar> {
        bars(&self.costs, width)
    }
}

/// The value that so many percent of the sorted values do not exceed, by nearest rank; 0 for none.
fn percentile(sorted: &[i64], percent: u8) -> i64 {
    let rank = (sorted.len() * usize::from(percent.min(100))).div_ceil(100);
    sorted.get(rank.max(1) - 1).copied().unwrap_or(0)
}

fn share(sorted: &[i64], most: i64) -> u32 {
    let n_within = sorted.partition_point(|value| *value <= most);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    if sorted.is_empty() {
        return 0;
    }
    basis_points(count(n_within), count(sorted.len()))
}

fn bars(sorted: &[i64], width: i64) -> Vec<Bar> {
    let (Some(first), Some(last)) = (sorted.first(), sorted.last()) else {
        return Vec::new();
    };
    let from = first.saturating_sub(1).div_euclid(width.max(1)) * width.max(1);
    // A width far too small would make more bars than a page can show.
    let widest = ((last - from) / 1_000 + 1).max(width.max(1));
    let mut bars = Vec::new();
    let mut n_below = 0;
    let mut at = from;
    while at < *last {
        let to = at.saturating_add(widest);
        let n_until = sorted.partition_point(|value| *value <= to);
        bars.push(Bar {
            from: at,
            to,
            n_trials: u32::try_from(n_until - n_below).unwrap_or(u32::MAX),
        });
        n_below = n_until;
        at = to;
    }
    bars
}

/// Sums over the trials so far.
pub struct Tally {
    finishes: Vec<i64>,
    costs: Vec<i64>,
    n_critical: Vec<u32>,
    activities: Vec<Ends>,
    risks: Vec<Ends>,
}

/// The finishes at the two ends of a driver.
#[derive(Clone, Copy, Default)]
struct Ends {
    low: Sum,
    high: Sum,
}

#[derive(Clone, Copy, Default)]
struct Sum {
    total: i128,
    n: u32,
}

impl Sum {
    fn add(&mut self, value: i64) {
        self.total += i128::from(value);
        self.n += 1;
    }

    fn mean(self) -> Option<i64> {
        i64::try_from(self.total.checked_div(i128::from(self.n))?).ok()
    }
}

impl Tally {
    /// No trials yet.
    pub fn new(n_activities: usize, n_risks: usize) -> Tally {
        Tally {
            finishes: Vec::new(),
            costs: Vec::new(),
            n_critical: vec![0; n_activities],
            activities: vec![Ends::default(); n_activities],
            risks: vec![Ends::default(); n_risks],
        }
    }

    /// The trials so far.
    pub fn n_trials(&self) -> u32 {
        u32::try_from(self.finishes.len()).unwrap_or(u32::MAX)
    }

    /// Counts a trial in.
    pub fn add(&mut self, trial: &Trial) {
        self.finishes.push(trial.finish);
        self.costs.push(trial.cost);
        for (n, is_critical) in self.n_critical.iter_mut().zip(&trial.critical) {
            *n += u32::from(*is_critical);
        }
        for (ends, draw) in self.activities.iter_mut().zip(&trial.draws) {
            if *draw < u64::MAX / 10 {
                ends.low.add(trial.finish);
            } else if *draw > u64::MAX / 10 * 9 {
                ends.high.add(trial.finish);
            }
        }
        for (ends, struck) in self.risks.iter_mut().zip(&trial.struck) {
            if *struck {
                ends.high.add(trial.finish);
            } else {
                ends.low.add(trial.finish);
            }
        }
    }

    /// Sorts and sums up.
    pub fn finish(mut self, network: &Network) -> Outcome {
        self.finishes.sort_unstable();
        self.costs.sort_unstable();
        let n_trials = self.n_trials();
        let is_uncertain = |at: usize| {
            let activity = network.activities.get(at);
            activity.is_some_and(|activity| activity.duration.low < activity.duration.high)
        };
        let activities = self.activities.iter().enumerate();
        let activities = activities
            .filter(|(at, _)| is_uncertain(*at))
            .map(|(at, ends)| (DriverKind::Activity(at), ends));
        let risks = self.risks.iter().enumerate();
        let risks = risks.map(|(at, ends)| (DriverKind::Risk(at), ends));
        let mut drivers: Vec<Driver> = activities
            .chain(risks)
            .filter_map(|(what, ends)| {
                let (low, high) = (ends.low.mean()?, ends.high.mean()?);
                (high > low).then_some(Driver { what, low, high })
            })
            .collect();
        // A stable sort: equal drivers stay in the order of the network.
        drivers.sort_by_key(|driver| driver.low - driver.high);
        drivers.truncate(MAX_DRIVERS);
        let mut outcome = Outcome {
            criticality: self
                .n_critical
                .iter()
                .map(|n| basis_points(*n, n_trials))
                .collect(),
            finishes: self.finishes,
            costs: self.costs,
            drivers,
            chance: None,
        };
        outcome.chance = network.promised.map(|tick| outcome.chance_by(tick));
        outcome
    }
}
