//! A workspace: every record, by id, with the lists that boards show.
//!
//! Only [`Workspace::apply`] changes a workspace, so the lists always agree with the records.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use crate::change::Change;
use crate::id::{
    ArchivedId, AssignmentId, BaselineId, BudgetLineId, CharterId, CommentId, DecisionId, EntryId,
    EstimateId, GateId, ImprovementId, LessonId, LinkId, PersonId, ProjectId, RaidId, RecordId,
    RunEventId, RunId, SettingsId, StatusReportId, StepId, TaskId, TemplateId, VersionId,
};
use crate::lists::{List, Lists};
use crate::model::{
    Archived, Assignment, Baseline, BudgetLine, Charter, Comment, Decision, Entry, Estimate, Gate,
    Improvement, Lesson, Link, Person, Project, Raid, Run, RunEvent, Settings, StatusReport, Step,
    Task, Template, Version,
};

/// A record type that lives in a table of its own.
pub trait Entity: Sized + 'static {
    /// The type of its ids.
    type Id: Copy + Ord + Into<RecordId>;
    /// The table of this type.
    const TABLE: Table;
    /// The id of this type with a key.
    fn id(key: u64) -> Self::Id;
    /// The record, if it is of this type.
    fn from_record(record: &Record) -> Option<&Arc<Self>>;
}

/// Declares the tables: one line here is all a new record type needs in this file.
macro_rules! tables {
    ($($(#[$doc:meta])* $entity:ident, $id:ident, $prefix:literal;)*) => {
        /// The kinds of record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Table { $($(#[$doc])* $entity,)* }

        impl Table {
            /// Every table.
            pub const ALL: &[Table] = &[$(Table::$entity,)*];

            /// The letters before the underscore of an id.
            pub const fn prefix(self) -> &'static str {
                match self { $(Table::$entity => $prefix,)* }
            }

            /// The table whose ids have this prefix.
            pub fn from_prefix(prefix: &str) -> Option<Table> {
                match prefix { $($prefix => Some(Table::$entity),)* _ => None }
            }
        }

        /// A record of any kind. Cloning shares it.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Record { $($(#[$doc])* $entity(Arc<$entity>),)* }

        impl Record {
            /// The table it belongs to.
            pub fn table(&self) -> Table {
                match self { $(Record::$entity(_) => Table::$entity,)* }
            }

            /// Its fields as JSON.
            pub fn to_json(&self) -> serde_json::Result<Value> {
                match self { $(Record::$entity(record) => serde_json::to_value(&**record),)* }
            }

            /// The record of this table with these fields.
            pub fn from_json(table: Table, value: Value) -> serde_json::Result<Record> {
                Ok(match table {
                    $(Table::$entity => Record::$entity(Arc::new(serde_json::from_value(value)?)),)*
                })
            }
        }

        $(
            impl Entity for $entity {
                type Id = $id;
                const TABLE: Table = Table::$entity;
                fn id(key: u64) -> $id { $id::from_key(key) }
                fn from_record(record: &Record) -> Option<&Arc<$entity>> {
                    match record { Record::$entity(record) => Some(record), _ => None }
                }
            }

            impl From<$entity> for Record {
                fn from(record: $entity) -> Record { Record::$entity(Arc::new(record)) }
            }
        )*
    };
}

tables! {
    /// A kept answer of the wizard.
    Decision, DecisionId, "dec";
    /// A line.
    Project, ProjectId, "prj";
    /// A piece of a project's work.
    Task, TaskId, "tsk";
    /// A loop.
    Template, TemplateId, "tpl";
    /// A documented step of a loop.
    Step, StepId, "stp";
    /// A frozen version of a loop's steps.
    Version, VersionId, "ver";
    /// One trip round a loop.
    Run, RunId, "run";
    /// Something that happened in a run.
    RunEvent, RunEventId, "evt";
    /// Someone who does or owns work.
    Person, PersonId, "per";
    /// What holds for the whole workspace.
    Settings, SettingsId, "set";
    /// An improvement of a loop.
    Improvement, ImprovementId, "imp";
    /// A project or run in the archive.
    Archived, ArchivedId, "arc";
    /// What a project is for and what belongs to it.
    Charter, CharterId, "cht";
    /// A review before a stage.
    Gate, GateId, "gat";
    /// A risk, issue or the like.
    Raid, RaidId, "rai";
    /// A line of a budget.
    BudgetLine, BudgetLineId, "bud";
    /// Time worked or money spent.
    Entry, EntryId, "ent";
    /// A plan as it was approved.
    Baseline, BaselineId, "bas";
    /// A status report as it was given.
    StatusReport, StatusReportId, "rep";
    /// A person's part in a task.
    Assignment, AssignmentId, "asg";
    /// How long a task may take.
    Estimate, EstimateId, "est";
    /// Something learned.
    Lesson, LessonId, "les";
    /// One task waits for another.
    Link, LinkId, "lnk";
    /// What someone said about a task.
    Comment, CommentId, "cmt";
}

/// Every record of a workspace, by id, with the lists that boards show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workspace {
    pub(crate) records: BTreeMap<RecordId, Record>,
    lists: Lists,
    /// What is in the archive, and so in no list.
    pub(crate) away: BTreeMap<RecordId, Record>,
}

impl Workspace {
    /// The record of a type with this id.
    pub fn get<T: Entity>(&self, id: T::Id) -> Option<&Arc<T>> {
        self.records.get(&id.into()).and_then(T::from_record)
    }

    /// Every record of a type, in order of id.
    pub fn all<T: Entity>(&self) -> impl Iterator<Item = (T::Id, &Arc<T>)> + '_ {
        let first = RecordId {
            table: T::TABLE,
            key: 0,
        };
        let last = RecordId {
            table: T::TABLE,
            key: u64::MAX,
        };
        self.records
            .range(first..=last)
            .filter_map(|(id, record)| Some((T::id(id.key), T::from_record(record)?)))
    }

    /// The record with this id, whatever its type.
    pub fn record(&self, id: RecordId) -> Option<Record> {
        self.records.get(&id).cloned()
    }

    /// Every record, table by table in order of id.
    pub fn records(&self) -> impl Iterator<Item = (RecordId, &Record)> + '_ {
        self.records.iter().map(|(id, record)| (*id, record))
    }

    /// The number of records.
    pub fn n_records(&self) -> usize {
        self.records.len()
    }

    /// The ids in a list, in order. `T` is the type the list holds.
    pub fn ids<T: Entity>(&self, list: List) -> Vec<T::Id> {
        self.lists.keys(list).map(T::id).collect()
    }

    /// The records in a list, in order.
    pub fn list<T: Entity>(&self, list: List) -> impl Iterator<Item = (T::Id, &Arc<T>)> + '_ {
        self.lists.keys(list).filter_map(|key| {
            let id = T::id(key);
            Some((id, self.get::<T>(id)?))
        })
    }

    /// The lists themselves.
    pub fn lists(&self) -> &Lists {
        &self.lists
    }

    /// The settings, or the defaults where none are kept yet.
    pub fn settings(&self) -> Settings {
        self.get::<Settings>(SettingsId::ONLY)
            .map(|settings| (**settings).clone())
            .unwrap_or_default()
    }

    /// Sets every touched record to its state after the change. Returns what went to the archive
    /// or came from it thereby, each as a record that goes or comes.
    pub fn apply(&mut self, change: &Change) -> Change {
        for (id, edit) in change.edits() {
            self.away.remove(id);
            self.put_in(*id, edit.after.clone());
        }
        self.settle_archive(change)
    }

    /// Sets a record, with its places in lists.
    pub(crate) fn put_in(&mut self, id: RecordId, after: Option<Record>) {
        let current = self.records.remove(&id);
        self.lists.replace(id, current.as_ref(), after.as_ref());
        if let Some(after) = after {
            self.records.insert(id, after);
        }
    }
}
