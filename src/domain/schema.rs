//! The file form of a workspace: a versioned envelope around every record.
//!
//! `seal` writes it, `open` reads it. Reading never guesses: a file from a newer Loopline is
//! refused with a sentence, and a record that cannot be read is reported and left out.

use std::fmt;

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::change::Change;
use crate::check::Problem;
use crate::fields::{self, Fields};
use crate::id::RecordId;
use crate::workspace::{Record, Workspace};

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

/// The rest.
#[derive(Deserialize)]
struct Body {
    records: StoredRecords,
}

/// Records are taken one by one, so that a damaged one does not take the others with it, and a
/// file of junk not the memory.
#[derive(Default)]
struct StoredRecords {
    records: Vec<StoredRecord>,
    unread: Unread,
}

impl<'de> Deserialize<'de> for StoredRecords {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(StoredRecords::default())
    }
}

impl<'de> Visitor<'de> for StoredRecords {
    type Value = StoredRecords;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of records")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut values: A) -> Result<Self, A::Error> {
        while let Some(value) = values.next_element::<Value>()? {
            // Said without asking the reader, whose answer takes long when it is given by the million.
            if !value.is_object() {
                self.unread
                    .push(&|| "a record cannot be read: it has no id and no fields".to_owned());
                continue;
            }
            match serde_json::from_value(value) {
                Ok(stored) => self.records.push(stored),
                Err(error) => self
                    .unread
                    .push(&|| format!("a record cannot be read: {error}")),
            }
        }
        Ok(self)
    }
}

/// What could not be read of a file. A file of junk has millions of such records, and naming each
/// would fill the memory of the page: the first thousand are named, the rest is counted.
#[derive(Default)]
struct Unread {
    messages: Vec<String>,
    n_more: usize,
}

impl Unread {
    const MAX_NAMED: usize = 1_000;

    fn push(&mut self, message: &dyn Fn() -> String) {
        if self.messages.len() < Self::MAX_NAMED {
            self.messages.push(message());
        } else {
            self.n_more += 1;
        }
    }

    fn into_problems(mut self) -> Vec<Problem> {
        if self.n_more > 0 {
            let rest = format!("{} more records cannot be read", self.n_more);
            self.messages.push(rest);
        }
        let unread = self.messages.into_iter().map(|message| Problem {
            record: None,
            message,
        });
        unread.collect()
    }
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
    let records = workspace.all_records();
    let records = records.into_iter().map(|(id, record)| StoredRecord {
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
    open_each(text, &mut |_, _| Ok(()))
}

/// Looks at the fields of a record before they are read, and may refuse it with a reason.
pub(crate) type Inspect<'a> = dyn FnMut(RecordId, &Fields) -> Result<(), String> + 'a;

/// The workspace of a file without the records that `inspect` refuses; they are reported too.
pub(crate) fn open_each(
    text: &str,
    inspect: &mut Inspect,
) -> Result<(Workspace, Vec<Problem>), OpenError> {
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
    let StoredRecords {
        mut records,
        mut unread,
    } = body.records;
    for migration in MIGRATIONS.iter().filter(|m| m.to > header.version) {
        (migration.up)(&mut records).map_err(|reason| OpenError::Migration {
            to: migration.to,
            reason,
        })?;
    }
    let mut change = Change::default();
    for stored in records {
        match read_record(stored, inspect) {
            Ok((id, _)) if change.edit(id).is_some() => {
                unread.push(&|| format!("{id} is there more than once; the first was read"));
            }
            Ok((id, record)) => change.put(id, None, Some(record)),
            Err(message) => unread.push(&|| message.clone()),
        }
    }
    let mut workspace = Workspace::default();
    workspace.apply(&change);
    let mut problems = unread.into_problems();
    problems.extend(workspace.problems());
    Ok((workspace, problems))
}

fn read_record(stored: StoredRecord, inspect: &mut Inspect) -> Result<(RecordId, Record), String> {
    let id: RecordId = stored
        .id
        .parse()
        .map_err(|error: crate::id::IdError| error.to_string())?;
    let Value::Object(fields) = stored.fields else {
        return Err(format!("{id} has no fields"));
    };
    inspect(id, &fields).map_err(|reason| format!("{id}: {reason}"))?;
    let record = fields::to_record(id.table, fields).map_err(|reason| format!("{id}: {reason}"))?;
    Ok((id, record))
}
