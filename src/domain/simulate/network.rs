//! The network a simulation runs through, and the order in which it is passed.

use serde::{Deserialize, Serialize};

use super::spread::{Spread, SpreadError};

/// Activities, the links between them, and the risks that may strike.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Network {
    /// The activities; links and risks name them by their place here.
    pub activities: Vec<Activity>,
    /// What waits for what.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// What may happen besides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub risks: Vec<RiskEvent>,
    /// The promised finish, in ticks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised: Option<i64>,
    /// The cost that is certain, whatever happens.
    #[serde(default)]
    pub fixed_cost: i64,
}

/// An activity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// How long it takes, in ticks.
    pub duration: Spread,
    /// What it costs besides its time.
    #[serde(default)]
    pub cost: Spread,
    /// What a thousand ticks of it cost.
    #[serde(default)]
    pub rate: i64,
    /// It starts at this tick or later.
    #[serde(default)]
    pub not_before: i64,
}

/// A link from one activity to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The place of the predecessor.
    pub from: usize,
    /// The place of the successor.
    pub to: usize,
    /// What waits for what.
    #[serde(default)]
    pub kind: LinkKind,
    /// Ticks between; negative for an overlap.
    #[serde(default)]
    pub lag: i64,
}

/// What of the successor waits for what of the predecessor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// The start waits for the finish.
    #[default]
    FinishStart,
    /// The start waits for the start.
    StartStart,
    /// The finish waits for the finish.
    FinishFinish,
    /// The finish waits for the start.
    StartFinish,
}

/// Something that may happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskEvent {
    /// Its probability in basis points.
    pub probability: u32,
    /// The activity it lengthens; the finish of the whole when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<usize>,
    /// The delay if it happens, in ticks.
    #[serde(default)]
    pub delay: Spread,
    /// The cost if it happens.
    #[serde(default)]
    pub cost: Spread,
}

/// Why a network cannot be simulated. Places are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SimulationError {
    /// Nothing to simulate.
    #[error("There are no tasks to simulate yet.")]
    Empty,
    /// An estimate that is not one.
    #[error("{error}")]
    Estimate {
        /// The place of the activity, or nothing for a risk.
        activity: Option<usize>,
        /// What is wrong.
        error: SpreadError,
    },
    /// A link to nowhere or to itself.
    #[error("A link leads nowhere.")]
    Link {
        /// The place of the link.
        link: usize,
    },
    /// Activities that wait for each other.
    #[error("Some tasks wait for each other in a circle.")]
    Cycle {
        /// One that is part of it or behind it.
        activity: usize,
    },
    /// A probability over 100 %.
    #[error("A probability is at most 100 %.")]
    Probability {
        /// The place of the risk.
        risk: usize,
    },
    /// More than is worth waiting for.
    #[error("At most {max} tasks can be simulated.")]
    TooMany {
        /// The limit.
        max: usize,
    },
    /// Times or amounts that do not fit.
    #[error("A time or an amount is too large.")]
    TooLarge,
}

/// Activities a network may have.
const MAX_ACTIVITIES: usize = 50_000;

/// The order of passing: predecessors first, each with its incoming links.
pub struct Order {
    /// The places of activities.
    pub sequence: Vec<usize>,
    /// For each place: where its links in `incoming` begin. One longer than the activities.
    starts: Vec<usize>,
    incoming: Vec<Link>,
}

impl Order {
    /// Checks a network and orders it (Kahn 1962).
    pub fn of(network: &Network) -> Result<Order, SimulationError> {
        check(network)?;
        let n = network.activities.len();
        let mut n_open = vec![0_usize; n];
        let mut outgoing: Vec<Vec<usize>> = vec![Vec::new(); n];
        for link in &network.links {
            if let (Some(open), Some(out)) = (n_open.get_mut(link.to), outgoing.get_mut(link.from))
            {
                *open += 1;
                out.push(link.to);
            }
        }
        let mut sequence: Vec<usize> = (0..n).filter(|at| n_open.get(*at) == Some(&0)).collect();
        let mut next = 0;
        while let Some(from) = sequence.get(next).copied() {
            next += 1;
            for to in outgoing.get(from).into_iter().flatten() {
                if let Some(open) = n_open.get_mut(*to) {
                    *open -= 1;
                    if *open == 0 {
                        sequence.push(*to);
                    }
                }
            }
        }
        if let Some(activity) = n_open.iter().position(|open| *open > 0) {
            return Err(SimulationError::Cycle { activity });
        }
        let mut incoming = network.links.clone();
        incoming.sort_by_key(|link| link.to);
        let starts = (0..=n)
            .map(|at| incoming.partition_point(|link| link.to < at))
            .collect();
        Ok(Order {
            sequence,
            starts,
            incoming,
        })
    }

    /// The links into an activity.
    pub fn into(&self, at: usize) -> &[Link] {
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(from), Some(to)) => self.incoming.get(*from..*to).unwrap_or_default(),
            _ => &[],
        }
    }
}

fn check(network: &Network) -> Result<(), SimulationError> {
    let n = network.activities.len();
    if n == 0 {
        return Err(SimulationError::Empty);
    }
    if n > MAX_ACTIVITIES || network.risks.len() > MAX_ACTIVITIES {
        return Err(SimulationError::TooMany {
            max: MAX_ACTIVITIES,
        });
    }
    let mut total = Totals::default();
    for (at, activity) in network.activities.iter().enumerate() {
        let estimate = |error| SimulationError::Estimate {
            activity: Some(at),
            error,
        };
        activity.duration.checked().map_err(estimate)?;
        activity.cost.checked().map_err(estimate)?;
        let rated = i128::from(activity.duration.high) * i128::from(activity.rate) / 1_000;
        total.add(activity.duration.high, activity.not_before);
        total.cost += i128::from(activity.cost.high) + rated.abs();
    }
    for (at, link) in network.links.iter().enumerate() {
        if link.from >= n || link.to >= n || link.from == link.to {
            return Err(SimulationError::Link { link: at });
        }
        total.add(link.lag, 0);
    }
    for (at, risk) in network.risks.iter().enumerate() {
        let estimate = |error| SimulationError::Estimate {
            activity: None,
            error,
        };
        risk.delay.checked().map_err(estimate)?;
        risk.cost.checked().map_err(estimate)?;
        if risk.probability > 10_000 || risk.activity.is_some_and(|activity| activity >= n) {
            return Err(SimulationError::Probability { risk: at });
        }
        let rate = risk
            .activity
            .and_then(|activity| network.activities.get(activity));
        let rated = i128::from(risk.delay.high) * i128::from(rate.map_or(0, |a| a.rate)) / 1_000;
        total.add(risk.delay.high, 0);
        total.cost += i128::from(risk.cost.high) + rated.abs();
    }
    total.cost += i128::from(network.fixed_cost).abs();
    // With all sums below these, no trial can overflow.
    let fits = total.time <= 1 << 60 && total.cost <= 1 << 60;
    fits.then_some(()).ok_or(SimulationError::TooLarge)
}

#[derive(Default)]
struct Totals {
    time: i128,
    cost: i128,
}

impl Totals {
    fn add(&mut self, one: i64, two: i64) {
        self.time += i128::from(one).abs() + i128::from(two).abs();
    }
}
