//! Monte Carlo: a network of activities with uncertain durations and costs, run through thousands
//! of times (PMBOK Guide, 6th ed., 11.4.2.5; criticality index after Van Slyke, “Monte Carlo
//! Methods and the PERT Problem”, Operations Research 11, 1963).
//!
//! Time is a whole number of ticks of working time from the start, whatever a tick is to the caller;
//! money is whole units. All arithmetic is on integers, so that a seed gives the same result in
//! every browser. Calendars stay outside: the caller maps ticks to days afterwards.

mod chance;
mod network;
mod outcome;
mod spread;
mod trial;

pub use chance::Chance;
pub use network::{Activity, Link, LinkKind, Network, RiskEvent, SimulationError};
pub use outcome::{Bar, Driver, DriverKind, Outcome};
pub use spread::{Shape, Spread, SpreadError, basis_points};

use network::Order;
use outcome::Tally;
use spread::{Grid, Sampler};
use trial::Trial;

/// Trials a person can ask for.
pub const MAX_TRIALS: u32 = 100_000;
/// Trials unless another number is asked for.
pub const USUAL_TRIALS: u32 = 10_000;

/// A simulation under way: call [`Simulation::run`] until all trials are made, then
/// [`Simulation::finish`].
pub struct Simulation<'a> {
    network: &'a Network,
    order: Order,
    chance: Chance,
    durations: Vec<Sampler>,
    costs: Vec<Sampler>,
    delays: Vec<Sampler>,
    risk_costs: Vec<Sampler>,
    trial: Trial,
    tally: Tally,
    n_trials: u32,
}

impl<'a> Simulation<'a> {
    /// Prepares a simulation, or says what is wrong with the network.
    pub fn new(
        network: &'a Network,
        seed: u64,
        n_trials: u32,
    ) -> Result<Simulation<'a>, SimulationError> {
        let order = Order::of(network)?;
        let grid = Grid::new();
        let samplers = |spreads: &mut dyn Iterator<Item = Spread>| {
            let samplers = spreads.map(|spread| Sampler::new(&grid, spread));
            samplers.collect::<Vec<Sampler>>()
        };
        let (activities, risks) = (&network.activities, &network.risks);
        Ok(Simulation {
            durations: samplers(&mut activities.iter().map(|activity| activity.duration)),
            costs: samplers(&mut activities.iter().map(|activity| activity.cost)),
            delays: samplers(&mut risks.iter().map(|risk| risk.delay)),
            risk_costs: samplers(&mut risks.iter().map(|risk| risk.cost)),
            chance: Chance::new(seed),
            trial: Trial::new(activities.len(), risks.len()),
            tally: Tally::new(activities.len(), risks.len()),
            n_trials: n_trials.clamp(1, MAX_TRIALS),
            network,
            order,
        })
    }

    /// Makes at most `n` more trials and returns how many of all are made.
    pub fn run(&mut self, n: u32) -> u32 {
        let n_left = self.n_trials - self.tally.n_trials();
        for _ in 0..n.min(n_left) {
            self.sample();
            self.trial.pass(self.network, &self.order);
            self.tally.add(&self.trial);
        }
        self.tally.n_trials()
    }

    /// Whether all trials are made.
    pub fn is_complete(&self) -> bool {
        self.tally.n_trials() >= self.n_trials
    }

    /// What the trials say.
    pub fn finish(self) -> Outcome {
        self.tally.finish(self.network)
    }

    /// Draws every duration and cost and every risk. Each draws the same number of times whether it
    /// matters or not, so that a change to one activity leaves the draws of all others as they were.
    fn sample(&mut self) {
        let trial = &mut self.trial;
        trial.clear();
        for idx in 0..self.network.activities.len() {
            let (time, money) = (self.chance.draw(), self.chance.draw());
            let duration = sampled(&self.durations, idx, time);
            let cost = sampled(&self.costs, idx, money);
            trial.begin(idx, duration, cost, time);
        }
        for (idx, risk) in self.network.risks.iter().enumerate() {
            // Both sides are below 2^62: a share of the upper 48 bits, in basis points.
            let happens = (self.chance.draw() >> 16) * 10_000 < u64::from(risk.probability) << 48;
            let (time, money) = (self.chance.draw(), self.chance.draw());
            if happens {
                let delay = sampled(&self.delays, idx, time);
                let cost = sampled(&self.risk_costs, idx, money);
                trial.strike(idx, risk, delay, cost);
            }
        }
    }
}

fn sampled(samplers: &[Sampler], idx: usize, draw: u64) -> i64 {
    samplers.get(idx).map_or(0, |sampler| sampler.at(draw))
}
