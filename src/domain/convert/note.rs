//! What has no place in the other kind of work, written down.

use serde_json::{Map, Value};

use super::{Direction, Field, HOLDING, Move};
use crate::id::{RecordId, TaskId};
use crate::import::known_fields;
use crate::import::show;
use crate::outline::is_summary;
use crate::text::MAX_PROSE;
use crate::workspace::{Record, Table, Workspace};

/// The note in pages, each short enough for a field of prose.
pub fn note(workspace: &Workspace, direction: Direction) -> Vec<String> {
    let mut pages: Vec<String> = Vec::new();
    let mut page = String::new();
    let mut n_chars = 0;
    for line in lines(workspace, direction) {
        let mut rest: Vec<char> = line.chars().collect();
        while !rest.is_empty() {
            if n_chars + rest.len().min(MAX_PROSE) + 1 > MAX_PROSE && n_chars > 0 {
                pages.push(std::mem::take(&mut page));
                n_chars = 0;
            }
            let n_now = rest.len().min(MAX_PROSE);
            if n_chars > 0 {
                page.push('\n');
                n_chars += 1;
            }
            page.extend(rest.drain(..n_now));
            n_chars += n_now;
        }
    }
    if !page.is_empty() {
        pages.push(page);
    }
    // What a form would take is trimmed.
    pages.iter().map(|page| page.trim().to_owned()).collect()
}

/// The note line by line: what goes and has no other place, then what forgets the original.
pub(super) fn lines(workspace: &Workspace, direction: Direction) -> Vec<String> {
    let mut lines = Vec::new();
    let removal = direction.removal(workspace);
    for (id, edit) in removal.edits() {
        match (&edit.before, &edit.after) {
            (Some(before), None) => lines.extend(left_over(workspace, direction, *id, before)),
            (Some(before), Some(after)) => {
                lines.extend(forgotten(workspace, direction, before, after));
            }
            _ => {}
        }
    }
    lines
}

/// The fields with a place in the other kind of work, and in how many records each is filled in.
pub(super) fn moves(workspace: &Workspace, direction: Direction) -> Vec<Move> {
    let removal = direction.removal(workspace);
    let gone: Vec<(Table, Map<String, Value>)> = removal
        .edits()
        .filter(|(_, edit)| edit.after.is_none())
        .filter_map(|(id, edit)| Some((*id, edit.before.as_ref()?)))
        .filter(|(id, record)| !is_summed_up(workspace, *id, record))
        .map(|(id, record)| (id.table, fields(record)))
        .collect();
    let rows = direction.mapping();
    rows.filter_map(|(from, to)| {
        let is_filled = |(table, fields): &&(Table, Map<String, Value>)| {
            *table == from.table && fields.get(from.name).is_some_and(|value| !is_empty(value))
        };
        let count = gone.iter().filter(is_filled).count();
        let name = known_fields::find(from.table, from.name)
            .unwrap_or(known_fields::UNKNOWN)
            .name;
        (count > 0).then(|| Move {
            from: format!("{} of the {}", name, show::kind(from.table).to_lowercase()),
            to: to.says,
            count,
        })
    })
    .collect()
}

/// Whether it is a task that only sums up others: none of its fields has a place.
fn is_summed_up(workspace: &Workspace, id: RecordId, record: &Record) -> bool {
    match record {
        Record::Task(task) => is_summary(workspace, task.project, TaskId::from_key(id.key)),
        _ => false,
    }
}

/// What of a record has no place, as one line; `None` when all of it has.
fn left_over(
    workspace: &Workspace,
    direction: Direction,
    id: RecordId,
    record: &Record,
) -> Option<String> {
    let is_moved = !is_summed_up(workspace, id, record);
    let is_covered = |field: &str| {
        let goes = |(from, _): (Field, Field)| {
            is_moved && from.table == id.table && from.name == field && !from.is_more
        };
        HOLDING.contains(&(id.table, field)) || direction.mapping().any(goes)
    };
    let has_place = direction.mapping().any(|(from, _)| from.table == id.table);
    let left: Vec<String> = fields(record)
        .iter()
        .filter(|(field, value)| !is_covered(field) && !is_empty(value))
        .map(|(field, value)| in_words(workspace, id.table, field, value))
        .collect();
    let names_itself = id == direction.original();
    (!left.is_empty() || !has_place).then(|| {
        let kind = show::kind(id.table);
        let title = if names_itself {
            kind.to_owned()
        } else {
            format!("{kind} “{}”", show::title(workspace, record))
        };
        format!("{title}: {}", left.join("; "))
    })
}

/// A record that stays but no longer names the original. The decision is not told: it follows to the new work.
fn forgotten(
    workspace: &Workspace,
    direction: Direction,
    before: &Record,
    after: &Record,
) -> Option<String> {
    if before.table() == Table::Decision {
        return None;
    }
    let (old, new) = (fields(before), fields(after));
    let changed: Vec<String> = old
        .iter()
        .filter(|(field, value)| new.get(*field) != Some(value))
        .map(|(field, value)| in_words(workspace, before.table(), field, value))
        .collect();
    let original = match direction {
        Direction::ToProcess(_) => "project",
        Direction::ToProject(_) => "process",
    };
    (!changed.is_empty()).then(|| {
        format!(
            "{} “{}” no longer names the {original}. It had {}",
            show::kind(before.table()),
            show::title(workspace, before),
            changed.join("; ")
        )
    })
}

fn in_words(workspace: &Workspace, table: Table, field: &str, value: &Value) -> String {
    let known = known_fields::find(table, field).unwrap_or(known_fields::UNKNOWN);
    let name = if known.name == known_fields::UNKNOWN.name {
        show::in_words(field)
    } else {
        known.name.to_owned()
    };
    format!("{name}: {}", show::value(known.form, workspace, value))
}

fn fields(record: &Record) -> Map<String, Value> {
    match record.to_json() {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// Nothing was filled in.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(values) => values.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}
