//! Saving what a page shows as a file.

use domain::csv::{Cell, Csv};
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::platform::download;
use crate::ui::chart::Table;

/// Saves the table behind a chart as CSV, safe to open in a spreadsheet.
pub fn table() -> Callback<(String, Table)> {
    let desk = desk();
    Callback::new(move |(name, table): (String, Table)| {
        let columns: Vec<&str> = table.columns.iter().map(String::as_str).collect();
        let mut csv = Csv::new(&columns);
        for (cells, _) in &table.rows {
            let cells: Vec<Cell> = cells.iter().map(|cell| Cell::shown(cell)).collect();
            csv.row(&cells);
        }
        text(desk, &format!("{name}.csv"), "text/csv", &csv.finish());
    })
}

/// Saves a text under a name, and says so when the browser does not take it.
pub fn text(desk: Desk, name: &str, mime_type: &str, text: &str) {
    let file: String = name
        .to_lowercase()
        .chars()
        .map(|letter| {
            if letter.is_alphanumeric() || letter == '.' {
                letter
            } else {
                '-'
            }
        })
        .collect();
    if download::text_file(&file, mime_type, text).is_err() {
        desk.notices
            .refused("The browser did not take the file. Try once more.".to_owned());
    }
}
