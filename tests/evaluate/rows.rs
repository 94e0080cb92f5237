//! The labelled descriptions of a file.

use domain::classify::Leaning;

use super::csv::{Record, records};

/// One description with what somebody says it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line it begins on in the file.
    pub line: usize,
    /// The description.
    pub text: String,
    /// What it is; never unclear.
    pub label: Leaning,
}

/// The rows of a file.
///
/// # Errors
///
/// A sentence that names the line where the file is not what it should be.
pub fn read(bytes: &[u8]) -> Result<Vec<Row>, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        format!("Line {line} is not UTF-8. Save the file as UTF-8.")
    })?;
    let records = records(text)?;
    let Some((header, records)) = records.split_first() else {
        return Err(
            "The file is empty. Its first line should name the columns text and label.".to_owned(),
        );
    };
    let (text, label) = (column(header, "text")?, column(header, "label")?);
    let rows = records
        .iter()
        .map(|record| row(record, header.fields.len(), text, label))
        .collect::<Result<Vec<_>, _>>()?;
    if rows.is_empty() {
        return Err("There is no row below the names of the columns.".to_owned());
    }
    Ok(rows)
}

fn column(header: &Record, name: &str) -> Result<usize, String> {
    let mut found = header
        .fields
        .iter()
        .enumerate()
        .filter(|(_, field)| field.trim().eq_ignore_ascii_case(name));
    let Some((idx, _)) = found.next() else {
        return Err(format!(
            "Line {} names no column {name}, only {}.",
            header.line,
            header.fields.join(", ")
        ));
    };
    match found.next() {
        Some(_) => Err(format!(
            "Line {} names the column {name} twice.",
            header.line
        )),
        None => Ok(idx),
    }
}

fn row(record: &Record, n_columns: usize, text: usize, label: usize) -> Result<Row, String> {
    let line = record.line;
    if record.fields.len() != n_columns {
        let n_fields = record.fields.len();
        return Err(format!(
            "Line {line}: fields: {n_fields}, columns: {n_columns}. A field with a comma in it needs quotes."
        ));
    }
    let field = |idx: usize| record.fields.get(idx).map_or("", String::as_str);
    let written = field(label).trim();
    let label = [Leaning::Process, Leaning::Project, Leaning::Hybrid]
        .into_iter()
        .find(|label| label.word().eq_ignore_ascii_case(written))
        .ok_or_else(|| {
            format!("Line {line}: the label is “{written}”, not process, project or hybrid.")
        })?;
    Ok(Row {
        line,
        text: field(text).to_owned(),
        label,
    })
}
