//! A table of events (RFC 4180, with commas, semicolons or tabs).

use crate::log::import::{Gathering, LogError, Raw, Taken};

/// A table with its head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The names of the columns.
    pub head: Vec<String>,
    /// The rows with the lines they begin on, from 1. They may be longer or shorter than the head.
    pub rows: Vec<(usize, Vec<String>)>,
}

/// Which column holds what, counted from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// What the case is called.
    pub case: usize,
    /// What was done.
    pub activity: usize,
    /// When.
    pub at: usize,
    /// Who did it.
    pub actor: Option<usize>,
    /// Whether it was begun or done (`start`, `complete`). Other words are passed over.
    pub lifecycle: Option<usize>,
}

impl Table {
    /// Reads a table whose first line is its head.
    pub fn read(text: &str) -> Result<Table, LogError> {
        let first = text.lines().next().unwrap_or_default();
        let separator = [',', ';', '\t']
            .into_iter()
            .max_by_key(|separator| first.matches(*separator).count())
            .unwrap_or(',');
        let mut rows = rows(text, separator);
        if rows.is_empty() {
            return Err(LogError::Empty);
        }
        let head = rows.remove(0).1;
        if rows.is_empty() {
            return Err(LogError::NoRows);
        }
        Ok(Table { head, rows })
    }

    /// The columns by the names that tools usually give them.
    pub fn guess(&self) -> Columns {
        let find = |words: &[&str]| {
            let names = self.head.iter().map(|name| name.to_lowercase());
            let names: Vec<String> = names.collect();
            words
                .iter()
                .find_map(|word| names.iter().position(|name| name.contains(word)))
        };
        let case = find(&[
            "case:concept:name",
            "case id",
            "case_id",
            "caseid",
            "case",
            "ticket",
            "order",
            "id",
        ]);
        let lifecycle = find(&["lifecycle", "transition"]);
        let activity = self
            .head
            .iter()
            .position(|name| name.eq_ignore_ascii_case("concept:name"))
            .or_else(|| find(&["activity", "task", "step", "event", "status"]));
        Columns {
            case: case.unwrap_or(0),
            activity: activity.unwrap_or(1),
            at: find(&[
                "time:timestamp",
                "timestamp",
                "complete",
                "time",
                "date",
                "when",
            ])
            .unwrap_or(2),
            actor: find(&["org:resource", "resource", "user", "person", "actor", "by"]),
            lifecycle,
        }
    }

    /// The events of the rows.
    pub fn take(&self, columns: &Columns) -> Taken {
        let mut gathering = Gathering::default();
        for (line, row) in &self.rows {
            let cell = |column: usize| row.get(column).map_or("", String::as_str);
            let word = columns.lifecycle.map_or("", cell).trim().to_lowercase();
            if !matches!(word.as_str(), "" | "start" | "complete") {
                continue;
            }
            let actor = columns.actor.map_or("", cell);
            // A file Loopline wrote itself has an apostrophe before what looks like a formula.
            let plain = |text: &str| match text.strip_prefix('\'') {
                Some(rest) if crate::csv::harmless(rest) == text => rest.to_owned(),
                _ => text.to_owned(),
            };
            let raw = Raw {
                case: &plain(cell(columns.case)),
                activity: &plain(cell(columns.activity)),
                at: cell(columns.at),
                actor: &plain(actor),
                is_beginning: word == "start",
            };
            gathering.take(&format!("Line {line}"), &raw);
        }
        gathering.finish()
    }
}

/// The rows with the lines they begin on; empty lines are passed over. A quote that is never
/// closed takes the rest of the text.
fn rows(text: &str, separator: char) -> Vec<(usize, Vec<String>)> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut is_quoted, mut line, mut begun) = (false, 1, 1);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        line += usize::from(letter == '\n');
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if cell.is_empty() => is_quoted = true,
            _ if is_quoted => cell.push(letter),
            '\r' => {}
            '\n' => {
                row.push(std::mem::take(&mut cell));
                if row.iter().any(|cell| !cell.trim().is_empty()) {
                    rows.push((begun, std::mem::take(&mut row)));
                }
                row.clear();
                begun = line;
            }
            _ if letter == separator => row.push(std::mem::take(&mut cell)),
            _ => cell.push(letter),
        }
    }
    row.push(cell);
    if row.iter().any(|cell| !cell.trim().is_empty()) {
        rows.push((begun, row));
    }
    rows
}
