//! The file form of a workspace: a versioned envelope around every record.
//!
//! `seal` writes it, `open` reads it. Reading never guesses: a file from a newer Loopline is
//! refused with a sentence, and a record that cannot be read is reported and left out.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::change::Change;
use crate::check::Problem;
use crate::fields;
use crate::id::RecordId;
use crate::workspace::Workspace;

/// The version of the record shapes this build writes.
pub const CURRENT: u32 = 1;

/// What the envelope is called, so that any other JSON file is told apart.
const FORMAT: &str = "loopline";

/// A step from one version to the next, on raw records.
struct Migration {
    to: u32,
    up: fn(&mut Vec<StoredRecord>) -> Result<(), String>,
}

/// Migrations in order; the first version has none.
const MIGRATIONS: &[Migration] = &[];

#[derive(Serialize)]
struct Envelope {
    format: &'static str,
    version: u32,
    records: Vec<StoredRecord>,
}

/// What the envelope of every version has, newer ones included: it is read before the rest.
#[derive(Deserialize)]
struct Header {
    format: String,
    version: u32,
}

/// The rest. Records are taken one by one, so that a damaged one does not take the others with it.
#[derive(Deserialize)]
struct Body {
    records: Vec<Value>,
}

/// A record as stored: its id and its fields, not yet trusted.
#[derive(Serialize, Deserialize)]
struct StoredRecord {
    id: String,
    fields: Value,
}

/// Why a file cannot be opened at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// Not JSON, or not an envelope.
    #[error("This is not a Loopline file: {reason}.")]
    NotLoopline {
        /// What the reader stumbled over.
        reason: String,
    },
    /// Written by a newer build.
    #[error(
        "This file has version {version}; this Loopline reads up to version {CURRENT}. Open it with a newer Loopline. Nothing was changed."
    )]
    FromTheFuture {
        /// The file's version.
        version: u32,
    },
    /// An older version that could not be brought up to date.
    #[error("This file could not be brought to version {to}: {reason}. Nothing was changed.")]
    Migration {
        /// The version that failed.
        to: u32,
        /// What went wrong.
        reason: String,
    },
}

/// The workspace as a file: the same state gives the same bytes.
pub fn seal(workspace: &Workspace) -> String {
    let records = workspace.records().map(|(id, record)| StoredRecord {
        id: id.to_string(),
        fields: Value::Object(fields::of(record)),
    });
    let envelope = Envelope {
        format: FORMAT,
        version: CURRENT,
        records: records.collect(),
    };
    // Text keys and plain values cannot fail to serialize.
    serde_json::to_string_pretty(&envelope).unwrap_or_default()
}

/// The workspace of a file, with everything in it that could not be read or does not fit.
pub fn open(text: &str) -> Result<(Workspace, Vec<Problem>), OpenError> {
    let not_loopline = |error: serde_json::Error| OpenError::NotLoopline {
        reason: error.to_string(),
    };
    let header: Header = serde_json::from_str(text).map_err(not_loopline)?;
    if header.format != FORMAT {
        return Err(OpenError::NotLoopline {
            reason: "its format has another name".to_owned(),
        });
    }
    if header.version > CURRENT {
        return Err(OpenError::FromTheFuture {
            version: header.version,
        });
    }
    let body: Body = serde_json::from_str(text).map_err(not_loopline)?;
    let mut problems = Vec::new();
    let mut report = |message| {
        problems.push(Problem {
            record: None,
            message,
        });
    };
    let mut records = Vec::new();
    for value in body.records {
        match serde_json::from_value(value) {
            Ok(stored) => records.push(stored),
            Err(error) => report(format!("a record cannot be read: {error}")),
        }
    }
    for migration in MIGRATIONS.iter().filter(|m| m.to > header.version) {
        (migration.up)(&mut records).map_err(|reason| OpenError::Migration {
            to: migration.to,
            reason,
        })?;
    }
    let mut change = Change::default();
    for stored in records {
        match read_record(stored) {
            Ok((id, _)) if change.edit(id).is_some() => {
                report(format!("{id} is there more than once; the first was read"));
            }
            Ok((id, record)) => change.put(id, None, Some(record)),
            Err(message) => report(message),
        }
    }
    let mut workspace = Workspace::default();
    workspace.apply(&change);
    problems.extend(workspace.problems());
    Ok((workspace, problems))
}

fn read_record(stored: StoredRecord) -> Result<(RecordId, crate::workspace::Record), String> {
    let id: RecordId = stored
        .id
        .parse()
        .map_err(|error: crate::id::IdError| error.to_string())?;
    let Value::Object(fields) = stored.fields else {
        return Err(format!("{id} has no fields"));
    };
    let record = fields::to_record(id.table, fields).map_err(|reason| format!("{id}: {reason}"))?;
    Ok((id, record))
}
