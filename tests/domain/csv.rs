//! Tables for spreadsheets.

use domain::csv::{Cell, Csv, harmless};
use proptest::prelude::*;

use crate::tally::count;
use crate::world::day;

/// An independent reader after RFC 4180.
fn parse(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut is_quoted = false;
    let mut chars = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(c) = chars.next() {
        let cell = rows.last_mut().unwrap().last_mut().unwrap();
        match c {
            '"' if is_quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => rows.last_mut().unwrap().push(String::new()),
            '\r' if !is_quoted => {}
            '\n' if !is_quoted => rows.push(vec![String::new()]),
            c => cell.push(c),
        }
    }
    rows.pop();
    rows
}

// P4: the payloads of the OWASP page on CSV injection.
#[test]
fn formulas_are_made_harmless() {
    for payload in [
        "=1+1",
        "=HYPERLINK(\"http://x\",\"y\")",
        "+1",
        "-1+2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "  =cmd|' /C calc'!A0",
        "＝1",
        "|x",
    ] {
        assert!(harmless(payload).starts_with('\''), "{payload}");
    }
    assert_eq!(harmless("Pick a venue"), "Pick a venue");
    assert_eq!(harmless("3 - 2"), "3 - 2");
}

// P4: a step may be called anything, and its name be that of a column.
#[test]
fn names_of_columns_are_harmless_and_figures_stay_figures() {
    let mut csv = Csv::new(&["Day", "=HYPERLINK(\"http://x\")"]);
    csv.row(&["-5", "12.5", "-1+2", "-", "1.", "−3", "1 d"].map(Cell::shown));
    let rows = parse(&csv.finish());
    assert_eq!(rows[0], ["Day", "'=HYPERLINK(\"http://x\")"]);
    assert_eq!(rows[1], ["-5", "12.5", "'-1+2", "'-", "1.", "−3", "1 d"]);
}

// P4: numbers stay numbers, days are days, lines end as the standard says.
#[test]
fn a_table_is_written_line_by_line() {
    let mut csv = Csv::new(&["What", "Amount", "Day"]);
    csv.row(&[
        Cell::text("Paint, \"red\""),
        Cell::number("-12.50"),
        Cell::Day(Some(day("2026-03-11"))),
    ]);
    csv.row(&[Cell::text("-x"), Cell::number(3), Cell::Day(None)]);
    assert_eq!(
        csv.finish(),
        "\u{feff}What,Amount,Day\r\n\"Paint, \"\"red\"\"\",-12.50,2026-03-11\r\n'-x,3,\r\n"
    );
}

proptest! {
    // P4: every cell reads back, an apostrophe before formulas aside.
    #[test]
    fn cells_read_back(cells in prop::collection::vec("[ -~\n\r\"é,;=]{0,12}", 1..5)) {
        count("T12", "cells written and read back", cells.len());
        let mut csv = Csv::new(&["x"]);
        let row: Vec<Cell> = cells.iter().map(Cell::text).collect();
        csv.row(&row);
        let expected: Vec<String> = cells.iter().map(|cell| harmless(cell)).collect();
        prop_assert_eq!(&parse(&csv.finish())[1], &expected);
    }
}
