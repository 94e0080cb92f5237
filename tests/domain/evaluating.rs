//! The command that judges descriptions: reading files, and what is measured.

use domain::classify::{Leaning, Reading, suggest};
use proptest::prelude::*;

#[path = "../evaluate/csv.rs"]
mod csv;
#[path = "../evaluate/grouping.rs"]
mod grouping;
#[path = "../evaluate/measure.rs"]
mod measure;
#[path = "../evaluate/print.rs"]
mod print;
#[path = "../evaluate/rows.rs"]
mod rows;

use measure::Measures;
use rows::{Row, read};

fn refused(file: &[u8]) -> String {
    read(file).expect_err("a refusal")
}

fn row(label: Leaning) -> Row {
    Row {
        line: 1,
        text: String::new(),
        label,
    }
}

#[test]
fn rows_are_read_with_quotes_line_breaks_and_a_byte_order_mark() {
    // W16
    let file = "\u{feff}id,Label,text\r\n1,process,\"Pay \"\"rent\"\",\r\nmonthly\"\r\n\r\n2, Project ,Build a shed";
    let rows = read(file.as_bytes()).expect("rows");
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].text, "Pay \"rent\",\r\nmonthly");
    assert_eq!((rows[0].line, rows[0].label), (2, Leaning::Process));
    assert_eq!((rows[1].line, rows[1].label), (5, Leaning::Project));
}

#[test]
fn a_wrong_file_is_refused_with_the_line() {
    // W16
    for (file, says) in [
        (&b""[..], "empty"),
        (b"text,label\n", "no row"),
        (
            b"text,kind\na,process\n",
            "Line 1 names no column label, only text, kind",
        ),
        (b"text,label,text\na,process,b\n", "twice"),
        (
            b"text,label\na,process\nb,proces\n",
            "Line 3: the label is “proces”",
        ),
        (
            b"text,label\n\"a\nb\",process\n\"c,process\n",
            "opens on line 4 is never closed",
        ),
        (
            b"text,label\n\"a\"b,process\n",
            "On line 2, something follows",
        ),
        (
            b"text,label\na,b,process\n",
            "Line 2: fields: 3, columns: 2",
        ),
        (
            b"text,label\na,process\n\xff,process\n",
            "Line 3 is not UTF-8",
        ),
    ] {
        let sentence = refused(file);
        assert!(sentence.contains(says), "{sentence} / {says}");
    }
}

#[test]
fn measures_agree_with_a_table_worked_by_hand() {
    // W16: of 4 processes 3 are read right and 1 as a project, of 3 projects 2 and 1 as a hybrid, 1 hybrid is unclear.
    use Leaning::{Hybrid, Process, Project, Unclear};
    let table = [
        (Process, Process, 9_500),
        (Process, Process, 9_500),
        (Process, Process, 6_500),
        (Process, Project, 6_500),
        (Project, Project, 10_000),
        (Project, Project, 9_000),
        (Project, Hybrid, 6_500),
        (Hybrid, Unclear, 0),
    ];
    let rows: Vec<_> = table.iter().map(|(label, ..)| row(*label)).collect();
    let readings = table
        .iter()
        .map(|(_, leaning, confidence)| Reading {
            leaning: *leaning,
            confidence: *confidence,
        })
        .collect();
    let measures = Measures::of_readings(&rows, readings, 1.0);
    let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-9, "{a} {b}");
    near(measures.accuracy(), 5.0 / 8.0);
    near(measures.binary_accuracy(), 5.0 / 7.0);
    // Precision and recall: process 3/3 and 3/4, project 2/3 and 2/3, hybrid 0.
    near(measures.macro_f1(), (6.0 / 7.0 + 2.0 / 3.0) / 3.0);
    // Four above 0.9, mean 0.95 and all right; three at 0.65, one right; one at 0, wrong.
    near(
        measures.expected_calibration_error(),
        (4.0 * 0.05 + (1.95 - 1.0)) / 8.0,
    );
    let json: serde_json::Value =
        serde_json::from_str(&print::json(&measures, Some(&rows))).expect("JSON");
    near(
        json["binary_accuracy"].as_f64().expect("a number"),
        5.0 / 7.0,
    );
    assert_eq!(json["rows"], 8);
    assert_eq!(json["confusion"]["project"]["hybrid"], 1);
    assert_eq!(json["predictions"][7]["prediction"], "unclear");
    assert_eq!(print::predictions(&rows, &measures).lines().count(), 9);
    assert!(print::report(&measures).contains("62.5 %"));
}

#[test]
fn a_label_that_never_occurs_does_not_count_against_the_mean() {
    // W16
    let certain = Reading {
        leaning: Leaning::Process,
        confidence: 9_000,
    };
    let measures = Measures::of_readings(&[row(Leaning::Process)], vec![certain], 1.0);
    assert!((measures.macro_f1() - 1.0).abs() < 1e-9);
}

#[test]
fn descriptions_are_read_as_the_page_reads_them() {
    // W16
    let file =
        b"text,label\nAnswer support tickets every day,process\nBuild a mobile app,project\n";
    let measures = Measures::of(&read(file).expect("rows"), 1.0);
    assert!((measures.accuracy() - 1.0).abs() < 1e-9);
}

proptest! {
    #[test]
    fn what_is_written_with_quotes_is_read_back(
        fields in prop::collection::vec("[a\",\r\né ]{0,6}", 2..5),
    ) {
        // W16
        let line: Vec<_> = fields
            .iter()
            .map(|field| format!("\"{}\"", field.replace('"', "\"\"")))
            .collect();
        let records = csv::records(&line.join(",")).expect("records");
        prop_assert_eq!(&records[0].fields, &fields);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        // W16
        let _ = read(&bytes);
        let _ = read(&[b"text,label\n", bytes.as_slice()].concat());
    }
}

#[test]
fn each_source_is_counted_by_itself_the_worst_first_and_hybrids_nowhere() {
    // W16
    let file = "text,label,source\n\
        Answer customers every day,process,ours\n\
        Build a house by May,process,theirs\n\
        Build a house by May,project,ours\n\
        Something,hybrid,theirs\n";
    let rows = rows::read(file.as_bytes()).unwrap();
    let readings: Vec<_> = rows.iter().map(|row| suggest(&row.text).reading).collect();
    let table = grouping::by_group(file.as_bytes(), "Source", &rows, &readings).unwrap();
    let lines: Vec<Vec<&str>> = table
        .lines()
        .map(|line| line.split_whitespace().collect())
        .collect();
    assert_eq!(
        lines[2..],
        [vec!["0", "1", "theirs"], vec!["2", "2", "ours"]]
    );
    let missing = grouping::by_group(file.as_bytes(), "origin", &rows, &readings);
    assert_eq!(missing, Err("There is no column origin.".to_owned()));
}
