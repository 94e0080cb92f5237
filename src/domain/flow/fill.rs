//! `{{key}}` in a text stands for what a run has recorded.

use std::collections::BTreeSet;

use crate::flow::engine::Names;
use crate::flow::form;
use crate::model::{Value, Values};

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// As it is written.
    Text(String),
    /// The key between the braces.
    Data(String),
}

/// The parts of a text. Braces without a key between them are text.
pub fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find("{{") {
        let (before, after) = rest.split_at(open);
        let inside = after.get(2..).unwrap_or_default();
        let key = inside.find("}}").and_then(|close| inside.get(..close));
        let Some(key) = key.filter(|key| form::is_key(key.trim())) else {
            push_text(&mut parts, before);
            push_text(&mut parts, "{{");
            rest = inside;
            continue;
        };
        push_text(&mut parts, before);
        parts.push(Part::Data(key.trim().to_owned()));
        rest = inside.get(key.len() + 2..).unwrap_or_default();
    }
    push_text(&mut parts, rest);
    parts
}

fn push_text(parts: &mut Vec<Part>, text: &str) {
    if text.is_empty() {
        return;
    }
    if let Some(Part::Text(last)) = parts.last_mut() {
        last.push_str(text);
    } else {
        parts.push(Part::Text(text.to_owned()));
    }
}

/// The keys a text asks for.
pub fn keys(text: &str) -> BTreeSet<String> {
    let keys = parts(text).into_iter().filter_map(|part| match part {
        Part::Data(key) => Some(key),
        Part::Text(_) => None,
    });
    keys.collect()
}

/// The text with the data in it; what is not recorded yet is “…”.
pub fn filled(text: &str, values: &Values, names: &Names) -> String {
    let parts = parts(text).into_iter().map(|part| match part {
        Part::Text(text) => text,
        Part::Data(key) => values
            .get(&key)
            .map_or_else(|| "…".to_owned(), |value| form::shown(value, names)),
    });
    parts.collect()
}

/// The name of a run after a pattern; `None` while nothing that it asks for is recorded.
pub fn name(pattern: &str, values: &Values, names: &Names) -> Option<String> {
    let asked = keys(pattern);
    if pattern.is_empty() || !asked.iter().any(|key| values.contains_key(key)) {
        return None;
    }
    let name: String = filled(pattern, values, names)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .take(crate::text::MAX_LINE)
        .collect();
    (!name.is_empty()).then_some(name)
}

/// The person a role names by `{{key}}`, where one is recorded there.
pub fn person(role: &str, values: &Values) -> Option<crate::id::PersonId> {
    match parts(role).as_slice() {
        [Part::Data(key)] => match values.get(key) {
            Some(Value::Person(id)) => Some(*id),
            _ => None,
        },
        _ => None,
    }
}
