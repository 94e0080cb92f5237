//! A record as named fields, for storage that keeps and merges each field by itself.

use serde_json::{Map, Value};

use crate::workspace::{Record, Table};

/// The stored fields of a record, by name. A field left out has its default.
pub type Fields = Map<String, Value>;

/// The fields of a record.
pub fn of(record: &Record) -> Fields {
    match record.to_json() {
        Ok(Value::Object(fields)) => fields,
        // Records are structs with text keys: serde has no other answer for them.
        other => {
            debug_assert!(false, "a record serialized to {other:?}");
            Fields::new()
        }
    }
}

/// The record with these fields, or the reason why they are not one.
pub fn to_record(table: Table, fields: Fields) -> Result<Record, String> {
    Record::from_json(table, Value::Object(fields)).map_err(|error| error.to_string())
}

/// What must be written to turn `before` into `after`: a field that is gone is written as null.
pub fn difference(before: Option<&Record>, after: &Record) -> Fields {
    let mut written = of(after);
    let Some(before) = before else {
        return written;
    };
    for (name, old) in of(before) {
        match written.get(&name) {
            Some(new) if *new == old => {
                written.remove(&name);
            }
            Some(_) => {}
            None => {
                written.insert(name, Value::Null);
            }
        }
    }
    written
}
