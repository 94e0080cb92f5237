//! Writing tables as comma-separated values (RFC 4180), safe to open in a spreadsheet.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, which can send
//! data away (“CSV injection”, OWASP). Such texts get an apostrophe before them; numbers and days
//! that Loopline computed itself do not need it.

use crate::time::Day;

/// A table being written. Lines end with CR LF; the text begins with a byte order mark, by which
/// spreadsheets know it as UTF-8.
pub struct Csv {
    text: String,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words from anywhere.
    Text(String),
    /// A number as it was computed, for example “-12.50”.
    Number(String),
    /// A day; an empty cell for none.
    Day(Option<Day>),
}

impl Cell {
    /// A cell of words.
    pub fn text(text: impl Into<String>) -> Cell {
        Cell::Text(text.into())
    }

    /// A cell as a page shows it: a number where it is one, so that a spreadsheet can count with it.
    pub fn shown(text: &str) -> Cell {
        let size = text.strip_prefix('-').unwrap_or(text);
        let (whole, rest) = size.split_once('.').unwrap_or((size, "0"));
        let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if is_digits(whole) && is_digits(rest) {
            Cell::Number(text.to_owned())
        } else {
            Cell::text(text)
        }
    }

    /// A cell with a whole number.
    pub fn number(number: impl ToString) -> Cell {
        Cell::Number(number.to_string())
    }
}

impl Csv {
    /// A table with this first line.
    pub fn new(columns: &[&str]) -> Csv {
        let mut csv = Csv {
            text: "\u{feff}".to_owned(),
        };
        csv.line(columns.iter().map(|column| quoted(&harmless(column))));
        csv
    }

    /// Adds a line.
    pub fn row(&mut self, cells: &[Cell]) {
        self.line(cells.iter().map(|cell| match cell {
            Cell::Text(text) => quoted(&harmless(text)),
            Cell::Number(number) => number.clone(),
            Cell::Day(day) => day.map(|day| day.to_string()).unwrap_or_default(),
        }));
    }

    /// The whole text.
    pub fn finish(self) -> String {
        self.text
    }

    fn line(&mut self, cells: impl Iterator<Item = String>) {
        let cells: Vec<String> = cells.collect();
        self.text.push_str(&cells.join(","));
        self.text.push_str("\r\n");
    }
}

/// The text with an apostrophe before it when a spreadsheet would take it for a formula. White
/// space before the sign does not help: some programs pass over it.
pub fn harmless(text: &str) -> String {
    let first = text.trim_start().chars().next();
    let is_formula = matches!(
        first,
        Some('=' | '+' | '-' | '@' | '|' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}')
    );
    let begins_oddly = text.starts_with(['\t', '\r', '\n']);
    if is_formula || begins_oddly {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn quoted(text: &str) -> String {
    let needs_quotes = text.contains(['"', ',', ';', '\n', '\r', '\t']) || text.trim() != text;
    if needs_quotes {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
