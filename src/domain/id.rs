//! Ids: a table and a 64-bit key, printed as a prefix and thirteen letters (`tsk_0a1b…`).
//!
//! Keys are drawn outside the domain (`command::Ctx::new_key`); nothing here is random.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::workspace::Table;

/// Any record of a workspace, whatever its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId {
    /// The table the record lives in.
    pub table: Table,
    /// Unique within the table.
    pub key: u64,
}

/// A text that is not an id of the expected kind.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not an id Loopline knows")]
pub struct IdError(pub String);

/// Crockford's base 32 in lower case: no letters that are easily confused.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const N_DIGITS: usize = 13;

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_", self.table.prefix())?;
        for digit_idx in (0..N_DIGITS).rev() {
            let digit = (self.key >> (digit_idx * 5)) & 31;
            let letter = DIGITS.get(digit as usize).copied().unwrap_or(b'0');
            write!(f, "{}", letter as char)?;
        }
        Ok(())
    }
}

impl FromStr for RecordId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let error = || IdError(text.chars().take(40).collect());
        let (prefix, digits) = text.split_once('_').ok_or_else(error)?;
        let table = Table::from_prefix(prefix).ok_or_else(error)?;
        if digits.len() != N_DIGITS {
            return Err(error());
        }
        let mut key: u64 = 0;
        for letter in digits.bytes() {
            let digit = DIGITS.iter().position(|d| *d == letter).ok_or_else(error)?;
            key = key
                .checked_mul(32)
                .and_then(|k| k.checked_add(digit as u64))
                .ok_or_else(error)?;
        }
        Ok(RecordId { table, key })
    }
}

impl Serialize for RecordId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for RecordId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Declares the typed ids: each is a key whose table is known to the compiler.
macro_rules! typed_ids {
    ($($(#[$doc:meta])* $name:ident => $table:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u64);

        impl $name {
            /// The id with this key.
            pub const fn from_key(key: u64) -> Self { Self(key) }
            /// The key within the table.
            pub const fn key(self) -> u64 { self.0 }
        }

        impl From<$name> for RecordId {
            fn from(id: $name) -> RecordId { RecordId { table: Table::$table, key: id.0 } }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                RecordId::from(*self).fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                let id: RecordId = text.parse()?;
                if id.table == Table::$table {
                    Ok(Self(id.key))
                } else {
                    Err(IdError(text.to_owned()))
                }
            }
        }

        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

typed_ids! {
    /// A recorded decision of the wizard.
    DecisionId => Decision;
    /// A project: a line.
    ProjectId => Project;
    /// A task of a project.
    TaskId => Task;
    /// A process template: a loop.
    TemplateId => Template;
    /// A step of a process template.
    StepId => Step;
    /// A frozen version of a process template.
    VersionId => Version;
    /// One trip round a process.
    RunId => Run;
    /// One thing that happened in a run.
    RunEventId => RunEvent;
    /// An improvement of a process.
    ImprovementId => Improvement;
    /// A person who does or owns work.
    PersonId => Person;
    /// What a project is for and what belongs to it.
    CharterId => Charter;
    /// A review before a stage.
    GateId => Gate;
    /// A risk, issue or the like.
    RaidId => Raid;
    /// A line of a budget.
    BudgetLineId => BudgetLine;
    /// Time worked or money spent.
    EntryId => Entry;
    /// A plan as it was approved.
    BaselineId => Baseline;
    /// A status report as it was given.
    StatusReportId => StatusReport;
    /// A person's part in a task.
    AssignmentId => Assignment;
    /// How long a task may take.
    EstimateId => Estimate;
    /// Something learned.
    LessonId => Lesson;
    /// A link between two tasks of a project.
    LinkId => Link;
    /// A comment on a task.
    CommentId => Comment;
    /// The workspace's settings; there is one record.
    SettingsId => Settings;
    /// A project or run in the archive; its key is that of the project or run.
    ArchivedId => Archived;
}

impl SettingsId {
    /// The one settings record of a workspace.
    pub const ONLY: SettingsId = SettingsId::from_key(1);
}

/// Records of which a project, or a task, has one: their key is its own.
macro_rules! one_of {
    ($($name:ident of $owner:ident;)*) => {$(
        impl From<$owner> for $name {
            fn from(owner: $owner) -> $name { $name::from_key(owner.key()) }
        }
    )*};
}

one_of! {
    CharterId of ProjectId;
    EstimateId of TaskId;
}
