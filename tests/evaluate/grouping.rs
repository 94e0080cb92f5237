//! The readings by another column: the source that a description comes from, say. What fits one source well may fit
//! others badly, so each is looked at by itself.

use std::collections::BTreeMap;
use std::fmt::Write;

use domain::classify::{Leaning, Reading};

use super::csv::records;
use super::rows::Row;

/// Where each value of a column was right, hybrids left out, the worst first.
///
/// # Errors
///
/// A sentence when the file has no such column.
pub fn by_group(
    bytes: &[u8],
    column: &str,
    rows: &[Row],
    readings: &[Reading],
) -> Result<String, String> {
    let records = records(&String::from_utf8_lossy(bytes))?;
    let named = |field: &String| field.trim().eq_ignore_ascii_case(column);
    let place = records
        .first()
        .and_then(|header| header.fields.iter().position(named))
        .ok_or_else(|| format!("There is no column {column}."))?;
    let groups = records
        .iter()
        .skip(1)
        .map(|record| record.fields.get(place).map_or("", String::as_str));

    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for ((row, reading), group) in rows.iter().zip(readings).zip(groups) {
        if row.label != Leaning::Hybrid {
            let (n_right, n) = counts.entry(group).or_default();
            *n_right += usize::from(row.label == reading.leaning);
            *n += 1;
        }
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    // a / b < c / d as a * d < c * b.
    counts.sort_by(|(_, (a, b)), (_, (c, d))| (a * d).cmp(&(c * b)));
    let mut out = format!("\n  Right     of  without hybrids, by {column}\n");
    for (group, (n_right, n)) in counts {
        let _ = writeln!(out, "{n_right:>7}{n:>7}  {group}");
    }
    Ok(out)
}
