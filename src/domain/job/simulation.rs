//! The simulation as a job: in portions, so that a person sees how far it is.

use crate::simulate::{Network, Outcome, Simulation};

/// Trials between two reports.
const PORTION: u32 = 250;

pub(super) fn run(
    network: &Network,
    seed: u64,
    n_trials: u32,
    report: &mut dyn FnMut(u32, u32),
) -> Result<Outcome, String> {
    let mut simulation =
        Simulation::new(network, seed, n_trials).map_err(|error| error.to_string())?;
    while !simulation.is_complete() {
        let n_done = simulation.run(PORTION);
        report(n_done, n_trials);
    }
    Ok(simulation.finish())
}
