//! A log as OCEL 2.0 (object-centric event log, www.ocel-standard.org) in its JSON form.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::log::Log;
use crate::log::export::iso;
use crate::log::export::xes::case_name;

/// The text of an OCEL 2.0 JSON file. Its objects are runs and people: an event refers to the run
/// it happened in and to who did it.
pub fn ocel(log: &Log) -> String {
    let used: BTreeSet<u32> = log
        .cases
        .iter()
        .flat_map(|case| log.events_of(case))
        .map(|event| event.activity)
        .collect();
    let event_types: BTreeSet<&str> = used.iter().map(|activity| log.name_of(*activity)).collect();
    let event_types: Vec<Value> = event_types
        .into_iter()
        .map(|name| json!({"name": name, "attributes": [{"name": "lifecycle", "type": "string"}]}))
        .collect();
    let people = log.actors.iter().enumerate().skip(1);
    let mut objects: Vec<Value> = people
        .map(|(place, name)| {
            json!({
                "id": format!("person-{place}"),
                "type": "person",
                "attributes": [{"name": "name", "time": iso(crate::time::Instant::default()), "value": name}],
            })
        })
        .collect();
    let mut events = Vec::new();
    for (case, number) in log.cases.iter().zip(1u32..) {
        let run = format!("run-{number}");
        let attribute = |name: &str, value: String| json!({"name": name, "time": iso(case.accepted), "value": value});
        objects.push(json!({
            "id": run,
            "type": "run",
            "attributes": [
                attribute("name", case_name(case, number)),
                attribute("version", case.version.to_string()),
            ],
        }));
        for event in log.events_of(case) {
            let mut relationships = vec![json!({"objectId": run, "qualifier": "happens in"})];
            if event.actor > 0 {
                let person = format!("person-{}", event.actor);
                relationships.push(json!({"objectId": person, "qualifier": "done by"}));
            }
            events.push(json!({
                "id": format!("event-{}", events.len() + 1),
                "type": log.name_of(event.activity),
                "time": iso(event.at),
                "attributes": [{"name": "lifecycle", "value": event.lifecycle.name()}],
                "relationships": relationships,
            }));
        }
    }
    let text = |name: &str| json!({"name": name, "type": "string"});
    json!({
        "objectTypes": [
            {"name": "run", "attributes": [text("name"), text("version")]},
            {"name": "person", "attributes": [text("name")]},
        ],
        "eventTypes": event_types,
        "objects": objects,
        "events": events,
    })
    .to_string()
}
