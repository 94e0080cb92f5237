//! The measures as a report, as lines and as JSON.

use std::fmt::Write;

use serde_json::{Map, Value, json};

use super::measure::{Bin, LABELS, Measures, READINGS, ratio};
use super::rows::Row;

/// The report for people.
pub fn report(measures: &Measures) -> String {
    let percent = |share: f64| format!("{:.1} %", share * 100.0);
    let mut out = String::new();
    let rows = [
        ("Rows", measures.n_rows().to_string()),
        ("Accuracy", percent(measures.accuracy())),
        (
            "Accuracy without hybrids",
            percent(measures.binary_accuracy()),
        ),
        ("Macro-F1", format!("{:.3}", measures.macro_f1())),
        (
            "Expected calibration error",
            format!("{:.3}", measures.expected_calibration_error()),
        ),
        (
            "Microseconds per text",
            format!("{:.1}", measures.microseconds_per_text),
        ),
    ];
    for (name, value) in rows {
        let _ = writeln!(out, "{name:<28}{value:>8}");
    }
    let _ = writeln!(out, "\nLabel, and what was read");
    let _ = write!(out, "{:<10}", "");
    for read in READINGS {
        let _ = write!(out, "{:>9}", read.word());
    }
    let _ = writeln!(out, "{:>9}", "F1");
    for label in LABELS {
        let _ = write!(out, "{:<10}", label.word());
        for read in READINGS {
            let _ = write!(out, "{:>9}", measures.count(label, read));
        }
        let f1 = measures
            .f1(label)
            .map_or_else(|| "-".to_owned(), |f1| format!("{f1:.3}"));
        let _ = writeln!(out, "{f1:>9}");
    }
    let _ = writeln!(out, "\nSaid to be      rows   mean sure   were right");
    for (from, to, bin) in tenths(measures) {
        let _ = writeln!(
            out,
            "{from:>3} to {to:>3} %{:>8}{:>12}{:>13}",
            bin.n,
            percent(mean(&bin)),
            percent(ratio(bin.n_right, bin.n)),
        );
    }
    out
}

/// One line for each row, separated by tabs.
pub fn predictions(rows: &[Row], measures: &Measures) -> String {
    let mut out = "line\tlabel\tread\tsure\ttext\n".to_owned();
    for (row, reading) in rows.iter().zip(&measures.readings) {
        let text: Vec<_> = row.text.split_whitespace().collect();
        let _ = writeln!(
            out,
            "{}\t{}\t{}\t{:.2}\t{}",
            row.line,
            row.label.word(),
            reading.leaning.word(),
            f64::from(reading.confidence) / 10_000.0,
            text.join(" ")
        );
    }
    out
}

/// Everything as one JSON object, with the rows when they are given.
pub fn json(measures: &Measures, rows: Option<&[Row]>) -> String {
    let confusion: Map<_, _> = LABELS
        .iter()
        .map(|label| {
            let counts: Map<_, _> = READINGS
                .iter()
                .map(|read| (read.word().to_owned(), json!(measures.count(*label, *read))))
                .collect();
            (label.word().to_owned(), Value::Object(counts))
        })
        .collect();
    let f1: Map<_, _> = LABELS
        .iter()
        .map(|label| (label.word().to_owned(), json!(measures.f1(*label))))
        .collect();
    let reliability: Vec<_> = tenths(measures)
        .map(|(from, to, bin)| {
            json!({
                "from": from as f64 / 100.0,
                "to": to as f64 / 100.0,
                "rows": bin.n,
                "mean_confidence": mean(&bin),
                "accuracy": ratio(bin.n_right, bin.n),
            })
        })
        .collect();
    let mut object = json!({
        "rows": measures.n_rows(),
        "accuracy": measures.accuracy(),
        "binary_accuracy": measures.binary_accuracy(),
        "macro_f1": measures.macro_f1(),
        "expected_calibration_error": measures.expected_calibration_error(),
        "microseconds_per_text": measures.microseconds_per_text,
        "f1": f1,
        "confusion": confusion,
        "reliability": reliability,
    });
    if let (Some(rows), Some(object)) = (rows, object.as_object_mut()) {
        let predictions = rows.iter().zip(&measures.readings).map(|(row, reading)| {
            json!({
                "line": row.line,
                "label": row.label.word(),
                "prediction": reading.leaning.word(),
                "confidence": f64::from(reading.confidence) / 10_000.0,
            })
        });
        object.insert("predictions".to_owned(), predictions.collect());
    }
    object.to_string()
}

/// The tenths of confidence that have rows, with their bounds in percent.
fn tenths(measures: &Measures) -> impl Iterator<Item = (usize, usize, Bin)> {
    measures
        .bins
        .iter()
        .enumerate()
        .filter(|(_, bin)| bin.n > 0)
        .map(|(idx, bin)| (idx * 10, (idx + 1) * 10, *bin))
}

fn mean(bin: &Bin) -> f64 {
    bin.confidence / bin.n.max(1) as f64
}
