//! Mining. Rule ids: `src/domain/SPEC.md`, "Mining".

mod conforming;
mod drafting;
mod following;
mod replaying;
mod suggesting;

use domain::log::{Builder, Log};
use domain::time::Instant;

pub const MINUTE: i64 = 60_000;

/// A log of traces, a letter for each activity, each as often as given. Events are a minute apart.
pub fn log(traces: &[(usize, &str)]) -> Log {
    let mut builder = Builder::default();
    let mut n_cases = 0;
    for (n, trace) in traces {
        for _ in 0..*n {
            let events: Vec<(String, i64)> = trace
                .chars()
                .zip(0..)
                .map(|(letter, idx)| (letter.to_string(), n_cases + idx))
                .collect();
            let done: Vec<_> = events
                .iter()
                .map(|(name, at)| (name.as_str(), "Ada", Instant::from_millis(at * MINUTE)))
                .collect();
            builder.trace(&format!("case {n_cases}"), &done);
            n_cases += 1;
        }
    }
    builder.finish()
}

/// The place of an activity in a log.
pub fn place(log: &Log, name: &str) -> u32 {
    let found = log
        .activities
        .iter()
        .position(|activity| activity.name == name);
    u32::try_from(found.unwrap()).unwrap()
}

/// The log of the compensation requests of the book, 1,391 cases in 21 variants: W. M. P. van der
/// Aalst, “Process Mining” (2016), table 8.1 (7.1 in the edition of 2011). Register a, examine
/// thoroughly b, examine casually c, check ticket d, decide e, reinitiate f, pay g, reject h.
pub const REQUESTS: [(usize, &str); 21] = [
    (455, "acdeh"),
    (191, "abdeg"),
    (177, "adceh"),
    (144, "abdeh"),
    (111, "acdeg"),
    (82, "adceg"),
    (56, "adbeh"),
    (47, "acdefdbeh"),
    (38, "adbeg"),
    (33, "acdefbdeh"),
    (14, "acdefbdeg"),
    (11, "acdefdbeg"),
    (9, "adcefcdeh"),
    (8, "adcefdbeh"),
    (5, "adcefbdeg"),
    (3, "acdefbdefdbeg"),
    (2, "adcefdbeg"),
    (2, "adcefbdefbdeg"),
    (1, "adcefdbefbdeh"),
    (1, "adbefbdefdbeg"),
    (1, "adcefdbefcdefdbeg"),
];
