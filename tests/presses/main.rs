//! Counts the presses from a description to its verdict: `cargo run --release -p domain --example presses -- FILE.csv`.
//!
//! For each row of the file (columns `text` and `label`) someone is simulated who means what the label says: every
//! scored question is answered for the label's side, except that every fifth is answered with “both”, as people do. A
//! hybrid is a project whose result changes routine work. The press that goes on from the description counts, and so
//! does each answer; the questions about the shape are one page, on which each yes and going on are a press.

#[path = "../evaluate/csv.rs"]
mod csv;
#[path = "../evaluate/rows.rs"]
mod rows;

use std::io::Write;
use std::process::ExitCode;

use domain::classify::{
    Answer, Answers, Kind, Leaning, Question, Weights, decide, next_question, suggest,
};

/// Exit code for a file that cannot be used.
const WRONG_INPUT: u8 = 2;
/// Every so manieth answer is “both”.
const UNDECIDED_EVERY: usize = 5;

/// What one description led to.
struct Outcome {
    label: Leaning,
    n_presses: usize,
    is_right: bool,
    /// What the verdict says of itself, in basis points.
    confidence: u16,
}

fn main() -> ExitCode {
    let text = match run() {
        Ok(text) => text,
        Err(sentence) => {
            eprintln!("{sentence}");
            return ExitCode::from(WRONG_INPUT);
        }
    };
    // Whoever reads may stop early, as `head` does: that is no failure.
    let _ = writeln!(std::io::stdout(), "{text}");
    ExitCode::SUCCESS
}

fn run() -> Result<String, String> {
    let file = std::env::args_os()
        .nth(1)
        .ok_or("Usage: presses FILE.csv")?;
    let name = file.to_string_lossy().into_owned();
    let bytes = std::fs::read(&file).map_err(|error| format!("{name} cannot be read: {error}."))?;
    let rows = rows::read(&bytes).map_err(|sentence| format!("{name}: {sentence}"))?;
    let outcomes: Vec<Outcome> = rows
        .iter()
        .enumerate()
        .map(|(idx, row)| outcome(&row.text, row.label, idx))
        .collect();
    let mut report = String::from("label      rows  median presses  most  verdict as labelled\n");
    for label in [Leaning::Process, Leaning::Project, Leaning::Hybrid] {
        line(
            &mut report,
            label.word(),
            outcomes.iter().filter(|one| one.label == label),
        );
    }
    line(&mut report, "all", outcomes.iter());
    report.push_str("\nThe verdict says  rows  as labelled\n");
    for from in (5_000..10_000).step_by(1_000) {
        let said: Vec<&Outcome> = outcomes
            .iter()
            .filter(|one| (from..from + 1_000).contains(&one.confidence))
            .collect();
        let n_right = said.iter().filter(|one| one.is_right).count();
        let (n, to) = (said.len(), from / 100 + 10);
        report.push_str(&format!(
            "{:>3} to {to:>3} %  {n:>9}  {n_right:>11}\n",
            from / 100
        ));
    }
    Ok(report.trim_end().to_owned())
}

fn line<'a>(report: &mut String, name: &str, outcomes: impl Iterator<Item = &'a Outcome>) {
    let outcomes: Vec<&Outcome> = outcomes.collect();
    let mut counts: Vec<usize> = outcomes.iter().map(|one| one.n_presses).collect();
    counts.sort_unstable();
    let median = counts.get(counts.len() / 2).copied().unwrap_or_default();
    let most = counts.last().copied().unwrap_or_default();
    let n_right = outcomes.iter().filter(|one| one.is_right).count();
    let n = outcomes.len();
    report.push_str(&format!(
        "{name:<9} {n:>5}  {median:>14}  {most:>4}  {n_right:>4} of {n}\n"
    ));
}

fn outcome(text: &str, label: Leaning, idx: usize) -> Outcome {
    let suggestion = suggest(text);
    let weights = Weights::default();
    let mut answers = Answers::default();
    let (mut n_presses, mut n_answers) = (1, idx);
    while let Some(question) = next_question(&answers, &suggestion, &weights) {
        n_presses += 1;
        if Question::SHAPE.contains(&question) {
            for (place, question) in Question::SHAPE.into_iter().enumerate() {
                let is_so = label == Leaning::Hybrid && place == 0;
                n_presses += usize::from(is_so);
                answers.set(question, if is_so { Answer::Yes } else { Answer::No });
            }
            continue;
        }
        n_answers += 1;
        let side = if label == Leaning::Process {
            Answer::Loop
        } else {
            Answer::Line
        };
        let is_torn = n_answers.is_multiple_of(UNDECIDED_EVERY);
        answers.set(question, if is_torn { Answer::Both } else { side });
    }
    let verdict = decide(&answers, &suggestion);
    let kind = if label == Leaning::Process {
        Kind::Process
    } else {
        Kind::Project
    };
    Outcome {
        label,
        n_presses,
        is_right: verdict.kind == kind,
        confidence: verdict.confidence,
    }
}
