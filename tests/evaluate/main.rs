//! Judges how well descriptions alone are told apart: `cargo run --release -p domain --example classify -- FILE.csv`.

mod csv;
mod grouping;
mod measure;
mod print;
mod rows;

use std::io::Write;
use std::process::ExitCode;
use std::time::Instant;

use domain::classify::suggest;
use measure::Measures;

const USAGE: &str = "Usage: classify [--json] [--predictions] [--by=COLUMN] FILE.csv

Reads the columns text and label (process, project or hybrid) and says how often the words alone tell the label.
  --json         everything as one JSON object
  --predictions  one line for each row: its line in the file, its label, what was read, how sure, the text
  --by=COLUMN    the report for each value of another column, the source of a description, say";

/// Exit code for a file or an option that cannot be used.
const WRONG_INPUT: u8 = 2;

fn main() -> ExitCode {
    let args: Vec<_> = std::env::args_os()
        .skip(1)
        .map(|arg| arg.to_string_lossy().into_owned())
        .collect();
    let (text, code) = match run(&args) {
        Ok(text) => (text, ExitCode::SUCCESS),
        Err(sentence) => {
            eprintln!("{sentence}");
            return ExitCode::from(WRONG_INPUT);
        }
    };
    // Whoever reads may stop early, as `head` does: that is no failure.
    let _ = writeln!(std::io::stdout(), "{}", text.trim_end());
    code
}

fn run(args: &[String]) -> Result<String, String> {
    let (options, files): (Vec<_>, Vec<_>) = args.iter().partition(|arg| arg.starts_with("--"));
    let has = |name: &str| options.iter().any(|option| *option == name);
    if has("--help") {
        return Ok(USAGE.to_owned());
    }
    if let Some(unknown) = options.iter().find(|option| {
        !["--json", "--predictions"].contains(&option.as_str()) && by(option).is_none()
    }) {
        return Err(format!("There is no option {unknown}.\n\n{USAGE}"));
    }
    let [file] = files.as_slice() else {
        return Err(format!("Name one file.\n\n{USAGE}"));
    };
    let bytes = std::fs::read(file).map_err(|error| format!("{file} cannot be read: {error}."))?;
    let rows = rows::read(&bytes).map_err(|sentence| format!("{file}: {sentence}"))?;
    let measures = Measures::of(&rows, microseconds_per_text(&rows));
    Ok(match (has("--json"), has("--predictions")) {
        (true, with_rows) => print::json(&measures, with_rows.then_some(rows.as_slice())),
        (false, true) => print::predictions(&rows, &measures),
        (false, false) => match options.iter().find_map(|option| by(option)) {
            Some(column) => {
                let groups = grouping::by_group(&bytes, column, &rows, &measures.readings);
                let groups = groups.map_err(|sentence| format!("{file}: {sentence}"))?;
                print::report(&measures) + &groups
            }
            None => print::report(&measures),
        },
    })
}

/// The column by which the report is to be split.
fn by(option: &str) -> Option<&str> {
    option.strip_prefix("--by=")
}

/// The median of a few rounds over all rows, the first of which only warms up.
fn microseconds_per_text(rows: &[rows::Row]) -> f64 {
    let round = || {
        let started = Instant::now();
        for row in rows {
            std::hint::black_box(suggest(std::hint::black_box(&row.text)));
        }
        started.elapsed().as_secs_f64() * 1e6 / rows.len().max(1) as f64
    };
    round();
    let mut rounds: Vec<f64> = (0..5).map(|_| round()).collect();
    rounds.sort_by(f64::total_cmp);
    rounds.get(2).copied().unwrap_or_default()
}
