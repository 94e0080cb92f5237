//! The file form of a workspace. Rule ids: `src/domain/SPEC.md`, "Files".

use std::collections::BTreeSet;

use domain::schema::{self, CURRENT};
use domain::workspace::{Table, Workspace};
use serde_json::{Value, json};

use crate::world::World;

/// Written by version 1 and never written again: it must open for as long as Loopline exists.
const V01: &str = include_str!("../fixtures/schema/v01.json");

/// Spoils one stored record.
type Damage = fn(&mut Value);

fn file() -> Value {
    let mut world = World::new();
    let project = world.project("Move");
    world.task(project, domain::model::Column::Ready, "Pack");
    world.person("Ada");
    serde_json::from_str(&schema::seal(&world.workspace)).unwrap()
}

/// What is left of the file after `damage`, and the sentences about the rest.
fn open_damaged(damage: impl FnOnce(&mut Vec<Value>)) -> (Workspace, Vec<String>) {
    let mut file = file();
    damage(file["records"].as_array_mut().unwrap());
    let (workspace, problems) = schema::open(&file.to_string()).unwrap();
    let messages = problems
        .into_iter()
        .map(|problem| problem.message)
        .collect();
    (workspace, messages)
}

#[test]
fn the_first_version_still_opens() {
    // F3
    let (workspace, problems) = schema::open(V01).unwrap();
    assert_eq!(problems, []);
    let tables: BTreeSet<Table> = workspace.records().map(|(id, _)| id.table).collect();
    // Kinds of record that came later are not in it.
    let first = Table::ALL.get(..10).unwrap();
    assert_eq!(tables, first.iter().copied().collect());
    assert_eq!(workspace.n_records(), V01.matches("\"id\":").count());
}

#[test]
fn the_first_version_loses_nothing_when_written_again() {
    // F3
    let (workspace, _) = schema::open(V01).unwrap();
    let again: Value = serde_json::from_str(&schema::seal(&workspace)).unwrap();
    let frozen: Value = serde_json::from_str(V01).unwrap();
    assert_eq!(again["records"], frozen["records"]);
}

#[test]
fn an_empty_workspace_is_a_file_too() {
    // F1
    let (workspace, problems) = schema::open(&schema::seal(&Workspace::default())).unwrap();
    assert!(workspace.n_records() == 0 && problems.is_empty());
}

#[test]
fn a_file_from_the_future_is_refused() {
    // F4
    let mut newer = file();
    newer["version"] = json!(CURRENT + 1);
    let sentence = format!(
        "This file has version {}; this Loopline reads up to version {CURRENT}. \
         Open it with a newer Loopline. Nothing was changed.",
        CURRENT + 1
    );
    assert_eq!(
        schema::open(&newer.to_string()).unwrap_err().to_string(),
        sentence
    );
    // A newer Loopline may keep its records in another form.
    for records in [json!({}), json!([{"table": "project"}]), Value::Null] {
        newer["records"] = records;
        assert_eq!(
            schema::open(&newer.to_string()).unwrap_err().to_string(),
            sentence
        );
    }
}

#[test]
fn what_is_not_a_workspace_is_refused() {
    // F5
    for text in [
        "",
        "not json",
        "[]",
        "{}",
        "null",
        r#"{"format":"loopline"}"#,
        r#"{"format":"loopline","version":1}"#,
        r#"{"format":"loopline","version":-1,"records":[]}"#,
        r#"{"format":"loopline","version":1,"records":{}}"#,
        r#"{"format":"trello","version":1,"records":[]}"#,
        &V01[..V01.len() / 2],
    ] {
        let sentence = schema::open(text).unwrap_err().to_string();
        assert!(
            sentence.starts_with("This is not a Loopline file: "),
            "{sentence}"
        );
    }
}

#[test]
fn a_damaged_record_is_reported_and_the_rest_is_read() {
    // F6
    let whole = file()["records"].as_array().unwrap().len();
    let damages: [(&str, Damage); 8] = [
        ("no record", |record| *record = json!(7)),
        ("no id", |record| {
            record.as_object_mut().unwrap().remove("id");
        }),
        ("an id that is none", |record| record["id"] = json!("prj_1")),
        ("an id that is no text", |record| record["id"] = json!(1)),
        ("no fields", |record| {
            record.as_object_mut().unwrap().remove("fields");
        }),
        ("fields that are none", |record| {
            record["fields"] = json!([]);
        }),
        ("a field of another type", |record| {
            record["fields"]["name"] = json!(3);
        }),
        ("a field missing", |record| {
            record["fields"].as_object_mut().unwrap().remove("name");
        }),
    ];
    for (what, damage) in damages {
        // The last record is the person, on whom nothing else depends.
        let (workspace, messages) = open_damaged(|records| damage(records.last_mut().unwrap()));
        assert_eq!(workspace.n_records(), whole - 1, "{what}");
        assert_eq!(messages.len(), 1, "{what}: {messages:?}");
    }
}

#[test]
fn a_record_that_lost_its_home_is_kept_and_reported() {
    // F6
    let (workspace, messages) = open_damaged(|records| {
        records.remove(0);
    });
    assert_eq!(workspace.n_records(), 2);
    assert_eq!(messages, ["the task's project is gone"]);
}

#[test]
fn a_record_that_is_there_twice_is_reported() {
    // F6
    let (workspace, messages) = open_damaged(|records| {
        let mut twin = records[2].clone();
        twin["fields"]["name"] = json!("Another");
        records.push(twin);
    });
    assert_eq!(workspace.n_records(), 3);
    assert_eq!(messages.len(), 1, "{messages:?}");
    let person = workspace
        .all::<domain::model::Person>()
        .map(|(_, record)| record)
        .next()
        .unwrap();
    assert_eq!(person.name, "Ada");
}
