//! Logs of other tools. Rule ids: `src/domain/SPEC.md`, "Logs of other tools".

use std::sync::Arc;

use domain::command::LogCommand;
use domain::lists::List;
use domain::log::export::{csv, xes};
use domain::log::import::{
    Columns, LogError, LogFile, MAX_BYTES, MAX_EVENTS, Table, Taken, moment, read,
};
use domain::log::records;
use domain::model::{Run, Step, Template};
use domain::time::Instant;
use proptest::prelude::*;

use crate::world::World;

fn table(text: &str) -> Table {
    match read(text) {
        Ok(LogFile::Table(table)) => table,
        other => panic!("{other:?}"),
    }
}

fn events(text: &str) -> Taken {
    match read(text) {
        Ok(LogFile::Events(taken)) => taken,
        other => panic!("{other:?}"),
    }
}

#[test]
fn moments_are_read_as_tools_write_them() {
    // X33
    let expected = Some(Instant::from_millis(1_780_237_920_000));
    for text in [
        "2026-05-31T14:32:00.000Z",
        "2026-05-31 14:32",
        "2026-05-31T16:32:00+02:00",
        "2026-05-31 10:02:00.000-0430",
        "2026/05/31 14:32:00",
        "31.05.2026 14:32",
        "1780237920000",
        " 2026-05-31T14:32:00Z ",
    ] {
        assert_eq!(moment(text), expected, "{text}");
    }
    assert_eq!(
        moment("2026-05-31"),
        Some(Instant::from_millis(1_780_185_600_000))
    );
    assert_eq!(
        moment("1970-01-01 00:00:00.5"),
        Some(Instant::from_millis(500))
    );
    for text in [
        "",
        "05/31/2026",
        "31/05/2026",
        "2026-13-01",
        "2026-05-31 25:00",
        "soon",
        "2026-05-31T",
        "1",
    ] {
        assert_eq!(
            moment(text).filter(|_| text != "2026-05-31T"),
            None,
            "{text}"
        );
    }
}

#[test]
fn a_table_is_read_with_its_columns_guessed_and_bad_rows_named() {
    // X34
    let text = "Case ID;Activity;Timestamp;Resource\r\n\
        1;Register;2026-05-01 09:00;Ada\r\n\
        1;\"Decide; carefully\";2026-05-02 09:00;Bo\r\n\
        2;Register;;Ada\r\n\
        2;Register;tomorrow;Ada\r\n\
        ;Register;2026-05-01 09:00;Ada\r\n\
        3;\"Two\r\nlines\";2026-05-01 09:00;\r\n\
        3;Close;2026-05-03 09:00;\r\n";
    let table = table(text);
    let columns = table.guess();
    assert_eq!(
        columns,
        Columns {
            case: 0,
            activity: 1,
            at: 2,
            actor: Some(3),
            lifecycle: None
        }
    );
    let taken = table.take(&columns);
    assert_eq!(
        (taken.cases.len(), taken.n_events(), taken.n_left_out),
        (2, 3, 4)
    );
    assert_eq!(taken.cases[0].events[1].activity, "Decide; carefully");
    assert_eq!(taken.problems[0], "Line 4: the time is missing.");
    assert_eq!(
        taken.problems[1],
        "Line 5: “tomorrow” is not a time Loopline reads. Write it as 2026-05-31 14:32."
    );
    assert!(taken.problems[2].starts_with("Line 6: The case is empty."));
    assert!(taken.problems[3].starts_with("Line 7: "));
}

#[test]
fn what_is_no_log_is_refused_before_it_is_read() {
    // X35
    assert_eq!(read(" \n"), Err(LogError::Empty));
    assert_eq!(read("a,b\0"), Err(LogError::NotText));
    assert_eq!(read(&"x".repeat(MAX_BYTES + 1)), Err(LogError::TooLarge));
    assert_eq!(read("case,activity,time\n"), Err(LogError::NoRows));
    let bomb =
        "<?xml version=\"1.0\"?>\n<!DOCTYPE log [<!ENTITY a \"aaaa\">]>\n<log><trace/></log>";
    let refusal = read(bomb).unwrap_err().to_string();
    assert!(
        refusal.starts_with("Line 2: The file declares a document type"),
        "{refusal}"
    );
    assert!(matches!(
        read("<html><body/></html>"),
        Err(LogError::Xml { line: 1, .. })
    ));
    assert!(matches!(
        read("<log>\n<trace"),
        Err(LogError::Xml { line: 2, .. })
    ));
    let mut long = "case,activity,time\n".to_owned();
    long += &"1,a,2026-01-01\n".repeat(MAX_EVENTS + 3);
    let taken = table(&long).take(&Columns {
        case: 0,
        activity: 1,
        at: 2,
        actor: None,
        lifecycle: None,
    });
    assert_eq!((taken.n_events(), taken.n_left_out), (MAX_EVENTS, 3));
}

#[test]
fn xes_is_read_with_lifecycles_comments_and_entities() {
    // X34
    let taken = events(
        "<?xml version='1.0'?>\n<log xes.version='1.0'><!-- <trace> -->\n\
        <global scope='event'><string key='concept:name' value='x'/></global>\n\
        <trace><string key='concept:name' value='A &amp; B &#8364;'/>\n\
        <event><string key='concept:name' value='Read'><string key='concept:name' value='inner'/></string>\
        <date key='time:timestamp' value='2026-05-01T09:00:00Z'/>\
        <string key='lifecycle:transition' value='start'/></event>\n\
        <event><string key='concept:name' value='Read'/><date key='time:timestamp' value='2026-05-01T10:00:00Z'/>\
        <string key='org:resource' value='Ada'/></event>\n\
        <event><string key='concept:name' value='Read'/><string key='lifecycle:transition' value='SCHEDULE'/></event>\n\
        <event><string key='concept:name' value='No time'/></event>\n\
        </trace></log>",
    );
    assert_eq!(taken.cases.len(), 1);
    assert_eq!(taken.cases[0].name, "A & B €");
    let shown: Vec<_> = taken.cases[0]
        .events
        .iter()
        .map(|event| {
            (
                event.activity.as_str(),
                event.actor.as_str(),
                event.is_beginning,
            )
        })
        .collect();
    assert_eq!(shown, [("Read", "", true), ("Read", "Ada", false)]);
    assert_eq!(taken.problems, ["Trace 1, “A & B €”: the time is missing."]);
}

#[test]
fn a_log_becomes_a_process_with_finished_runs_in_one_change() {
    // X36
    let mut world = World::new();
    let text = "case,activity,time,user,lifecycle\n\
        A,Register,2026-05-01 09:00,Ada,complete\n\
        A,Check,2026-05-01 10:00,Bo,start\n\
        A,Check,2026-05-01 12:00,Bo,complete\n\
        A,Close,2026-05-02 12:00,Bo,complete\n\
        B,Register,2026-05-03 09:00,Ada,complete\n\
        B,Close,2026-05-03 10:00,Ada,complete\n";
    let table = table(text);
    let taken = Arc::new(table.take(&table.guess()));
    let plan = world.run(LogCommand::Import {
        name: "Requests".to_owned(),
        taken,
    });
    assert_eq!(plan.label, "Imported “Requests” with 2 runs and 6 events");
    let template = domain::id::TemplateId::from_key(plan.created.unwrap().key);
    assert_eq!(world.get::<Template>(template).name, "Requests");
    let titles: Vec<String> = world
        .workspace
        .list::<Step>(List::Steps(template))
        .map(|(_, step)| step.title.clone())
        .collect();
    assert_eq!(titles, ["Register", "Check", "Close"]);
    let runs: Vec<_> = world
        .workspace
        .list::<Run>(List::FinishedRuns(template))
        .collect();
    assert_eq!(runs.len(), 2);
    let log = records::log(&world.workspace, template);
    let names = |case: usize| -> Vec<String> {
        log.trace(&log.cases[case])
            .map(|activity| log.name_of(activity).to_owned())
            .collect()
    };
    assert_eq!(
        (names(0), names(1)),
        (
            ["Register", "Check", "Close"].map(str::to_owned).to_vec(),
            ["Register", "Close"].map(str::to_owned).to_vec(),
        )
    );
    let visits = domain::log::visits(&log, &log.cases[0]);
    assert_eq!(visits.len(), 3);
    assert_eq!(visits[1].began, moment("2026-05-01 10:00"));
    assert!(visits.iter().all(|visit| visit.ended.is_some()));
    let refusal = world.refusal(LogCommand::Import {
        name: "Nothing".to_owned(),
        taken: Arc::default(),
    });
    assert!(refusal.contains("nothing that was done"), "{refusal}");
}

#[test]
fn what_loopline_writes_it_reads_back() {
    // X34
    let mut world = World::new();
    let text = "case,activity,time,user\n=A,\"+Register, now\",2026-05-01 09:00,Ada\nB,<Close> & \"go\",2026-05-03 10:00,\n";
    let table_before = table(text);
    let taken = Arc::new(table_before.take(&table_before.guess()));
    let plan = world.run(LogCommand::Import {
        name: "Requests".to_owned(),
        taken,
    });
    let template = domain::id::TemplateId::from_key(plan.created.unwrap().key);
    let log = records::log(&world.workspace, template);
    let table = table(&csv(&log));
    let from_table = table.take(&table.guess());
    let from_xes = events(&xes(&log, "Requests"));
    for taken in [from_table, from_xes] {
        assert_eq!(taken.problems, [""; 0]);
        let shown: Vec<_> = taken
            .cases
            .iter()
            .map(|case| {
                (
                    case.name.as_str(),
                    case.events[0].activity.as_str(),
                    case.events[0].actor.as_str(),
                )
            })
            .collect();
        assert_eq!(
            shown,
            [
                ("1 =A", "+Register, now", "Ada"),
                ("2 B", "<Close> & \"go\"", "")
            ]
        );
    }
}

proptest! {
    #[test]
    fn no_text_stops_the_reader(text in "[a1,;\"'<>/!?=& \n\t\u{0}-é]{0,80}", prefix in prop::sample::select(vec!["", "<", "a,b,c\n", "<log><trace>", "<![CDATA["])) {
        // X35
        let text = format!("{prefix}{text}");
        if let Ok(LogFile::Table(table)) = read(&text) {
            let taken = table.take(&table.guess());
            prop_assert!(taken.n_events() + taken.n_left_out <= table.rows.len() * 2);
        }
        let _ = moment(&text);
    }
}
