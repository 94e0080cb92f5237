//! Event logs as files. Rule ids: `src/domain/SPEC.md`, "Logs as files".

use domain::log::export::{csv, iso, ocel, xes};
use domain::log::records;
use domain::log::{Builder, Log};
use domain::time::Instant;
use serde_json::Value;

use crate::world::World;

fn log() -> Log {
    let mut builder = Builder::default();
    let at = Instant::from_millis;
    builder.trace(
        "=1+1 <b>",
        &[
            ("Read", "Ada", at(0)),
            ("Reply, \"quickly\"", "", at(1_773_219_600_123)),
        ],
    );
    builder.trace("Second\u{b}", &[("Read", "+Bo & Co", at(60_000))]);
    builder.finish()
}

#[test]
fn a_table_has_a_row_for_each_event_and_no_formula() {
    // X29
    let text = csv(&log());
    let rows: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(rows.len(), 4);
    assert_eq!(
        rows[1],
        "1 =1+1 <b>,Read,complete,1970-01-01T00:00:00.000Z,Ada,finished,0"
    );
    assert!(rows[2].contains("\"Reply, \"\"quickly\"\"\",complete,2026-03-11T09:00:00.123Z,,"));
    assert!(rows[3].contains(",'+Bo & Co,"));
    assert_eq!(iso(Instant::from_millis(i64::MAX)), "");
}

#[test]
fn xes_escapes_what_xml_would_take_for_its_own() {
    // X30
    let text = xes(&log(), "A & B");
    assert!(text.contains("<string key=\"concept:name\" value=\"A &amp; B\"/>"));
    assert!(text.contains("value=\"1 =1+1 &lt;b&gt;\""));
    assert!(text.contains("value=\"Reply, &quot;quickly&quot;\""));
    assert!(
        text.contains("value=\"2 Second\""),
        "a control character has no form in XML"
    );
    assert_eq!(text.matches("<event>").count(), 3);
    assert_eq!(text.matches("<trace>").count(), 2);
}

#[test]
fn ocel_events_refer_to_objects_that_are_there() {
    // X31
    let value: Value = serde_json::from_str(&ocel(&log())).unwrap();
    let ids = |list: &str| -> Vec<String> {
        let entries = value[list].as_array().unwrap().iter();
        entries
            .map(|entry| entry["id"].as_str().unwrap().to_owned())
            .collect()
    };
    let objects = ids("objects");
    assert_eq!(objects, ["person-1", "person-2", "run-1", "run-2"]);
    assert_eq!(ids("events").len(), 3);
    let types: Vec<&str> = value["eventTypes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|kind| kind["name"].as_str().unwrap())
        .collect();
    for event in value["events"].as_array().unwrap() {
        assert!(types.contains(&event["type"].as_str().unwrap()));
        for related in event["relationships"].as_array().unwrap() {
            assert!(objects.contains(&related["objectId"].as_str().unwrap().to_owned()));
        }
    }
}

#[test]
fn the_log_of_a_process_tells_what_happened_in_its_runs() {
    // X32
    use domain::command::RunCommand;
    let mut world = World::new();
    let template = world.template("Support");
    let [_, _, close] = ["Receive", "Answer", "Close"].map(|title| world.step(template, title));
    let id = world.start(template, "Broken lamp");
    world.run(RunCommand::FinishStep { id });
    world.run(RunCommand::MoveTo {
        from: None,
        id,
        step: close,
        reason: "The customer called".to_owned(),
    });
    world.run(RunCommand::FinishStep { id });
    world.start(template, "Open");
    let log = records::log(&world.workspace, template);
    let names: Vec<&str> = log
        .activities
        .iter()
        .map(|activity| activity.name.as_str())
        .collect();
    assert_eq!(names, ["Receive", "Answer", "Close"]);
    let case = &log.cases[0];
    assert_eq!(
        (case.name.as_str(), case.run, case.version),
        ("Broken lamp", Some(id), 1)
    );
    assert!(case.finished.is_some() && log.cases[1].is_open());
    let trace: Vec<&str> = log
        .trace(case)
        .map(|activity| log.name_of(activity))
        .collect();
    assert_eq!(trace, ["Receive", "Close"]);
    let visits = domain::log::visits(&log, case);
    assert_eq!(visits.len(), 3);
    assert!(visits.iter().all(|visit| visit.ended.is_some()));
}

/// Not a test of ours: writes files for other tools to open. Run with `-- --ignored`.
#[test]
#[ignore = "writes files that are checked with another tool"]
fn files_for_other_tools() {
    let mut builder = Builder::default();
    for (number, (n, trace)) in crate::mining::REQUESTS.iter().enumerate() {
        for copy in 0..*n {
            let names: Vec<String> = trace.chars().map(|letter| letter.to_string()).collect();
            let done: Vec<_> = names
                .iter()
                .zip(0i64..)
                .map(|(name, idx)| {
                    (
                        name.as_str(),
                        "Ada",
                        Instant::from_millis(
                            1_700_000_000_000
                                + (number * 1_000 + copy) as i64 * 3_600_000
                                + idx * 60_000,
                        ),
                    )
                })
                .collect();
            builder.trace("request", &done);
        }
    }
    let log = builder.finish();
    let folder = std::env::temp_dir();
    std::fs::write(folder.join("loopline.csv"), csv(&log)).unwrap();
    std::fs::write(folder.join("loopline.xes"), xes(&log, "Requests")).unwrap();
    std::fs::write(folder.join("loopline.ocel.json"), ocel(&log)).unwrap();
}
