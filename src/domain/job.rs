//! Jobs for a web worker: what the page asks for and what it is told, as JSON.
//!
//! To add a job: a variant of [`Job`] and one of [`Answer`], a file in `job/` that does it in steps
//! and reports after each, and an arm in [`Job::run`]. The page starts it with `desk::work`.

mod simulation;
mod study;

use serde::{Deserialize, Serialize};

use crate::mining::{Findings, Study};
use crate::simulate::{Network, Outcome};

/// Something that takes long.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Job {
    /// Run a project's network through many trials.
    Simulate {
        /// The network.
        network: Network,
        /// What the chances begin with.
        seed: u64,
        /// How many trials.
        n_trials: u32,
    },
    /// Measure and mine a process's log.
    Study(Study),
}

/// What the page is told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// So much is done.
    Progress {
        /// Steps made.
        n_done: u32,
        /// Steps in all.
        n_steps: u32,
    },
    /// All is done. The last reply.
    Done(Answer),
    /// It cannot be done, and why, as a sentence. The last reply.
    Refused(String),
}

/// What came out of a job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Of a simulation.
    Simulated(Outcome),
    /// Of a study.
    Studied(Box<Findings>),
}

impl Job {
    /// Does the job. `report` is called with the steps made and the steps in all.
    pub fn run(&self, report: &mut dyn FnMut(u32, u32)) -> Result<Answer, String> {
        match self {
            Job::Simulate {
                network,
                seed,
                n_trials,
            } => simulation::run(network, *seed, *n_trials, report).map(Answer::Simulated),
            Job::Study(asked) => Ok(Answer::Studied(Box::new(study::run(asked, report)))),
        }
    }
}

/// Reads a job, does it, and tells each reply as a text. A job that cannot be read is refused.
pub fn work(job: &str, tell: &mut dyn FnMut(String)) {
    let mut say = |reply: &Reply| {
        if let Ok(text) = serde_json::to_string(reply) {
            tell(text);
        }
    };
    let done = match serde_json::from_str::<Job>(job) {
        Ok(job) => job.run(&mut |n_done, n_steps| say(&Reply::Progress { n_done, n_steps })),
        Err(error) => Err(format!("The job could not be read: {error}.")),
    };
    say(&match done {
        Ok(answer) => Reply::Done(answer),
        Err(sentence) => Reply::Refused(sentence),
    });
}
