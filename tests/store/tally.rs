//! How many trials ran, for the table that `make soak` prints.

use std::fs::OpenOptions;
use std::io::Write;

/// Adds to the count of a trial, where the run keeps one: as a line of the file that
/// `TRIALS_FILE` names. Trials have the names of the table in `.tools/soak.mjs`.
pub fn count(trial: &str, what: &str, n: usize) {
    let Some(path) = std::env::var_os("TRIALS_FILE") else {
        return;
    };
    let file = OpenOptions::new().create(true).append(true).open(path);
    file.and_then(|mut file| file.write_all(format!("{trial}\t{what}\t{n}\n").as_bytes()))
        .expect("the file of the trials can be written");
}

/// How many trials to run, of `n` that a commit is held to. A plain `cargo test` is content with a
/// twelfth; `make test` asks for all, and `make soak` for many times as many.
pub fn cases(n: u32) -> u32 {
    let factor = std::env::var("TRIALS_FACTOR").ok();
    let factor = factor
        .and_then(|text| text.parse().ok())
        .unwrap_or(1.0 / 12.0);
    ((f64::from(n) * factor) as u32).max(8.min(n))
}
