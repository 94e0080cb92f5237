//! What a change would create, counted and named, for showing it beforehand.

use std::collections::BTreeSet;

use crate::change::Change;
use crate::id::{RecordId, TaskId};
use crate::import::show;
use crate::model::{Raid, Step, Task};
use crate::order::OrderKey;
use crate::workspace::{Entity, Record, Table, Workspace};

/// The records of one kind that a change creates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Created {
    /// Which kind.
    pub table: Table,
    /// What a person calls them, for one or for several.
    pub what: &'static str,
    /// What each is called, steps, tasks and entries of the log in their order; phases are not among the tasks.
    pub titles: Vec<String>,
    /// The phases that the tasks are parts of.
    pub n_phases: usize,
}

/// What a change creates in this workspace, table by table (V9).
pub fn outlook(workspace: &Workspace, change: &Change) -> Vec<Created> {
    let made = || {
        let edits = change.edits();
        edits.filter_map(|(id, edit)| match (&edit.before, &edit.after) {
            (None, Some(record)) => Some((id, record)),
            _ => None,
        })
    };
    let phases: BTreeSet<TaskId> = made()
        .filter_map(|(_, record)| Task::from_record(record)?.parent)
        .collect();
    let is_phase =
        |id: &RecordId| id.table == Table::Task && phases.contains(&TaskId::from_key(id.key));
    let mut found: Vec<(Table, Vec<&Record>)> = Vec::new();
    for (id, record) in made().filter(|(id, _)| !is_phase(id)) {
        match found.iter_mut().find(|(table, _)| *table == id.table) {
            Some((_, records)) => records.push(record),
            None => found.push((id.table, vec![record])),
        }
    }
    let in_words = |(table, mut records): (Table, Vec<&Record>)| {
        records.sort_by_key(|record| place(record));
        let what = if records.len() == 1 {
            show::kind(table)
        } else {
            show::kinds(table)
        };
        Created {
            table,
            what,
            titles: records
                .into_iter()
                .map(|record| show::title(workspace, record))
                .collect(),
            n_phases: if table == Table::Task {
                phases.len()
            } else {
                0
            },
        }
    };
    found.into_iter().map(in_words).collect()
}

/// Where a record stands among those of its table: what can be begun first comes first.
fn place(record: &Record) -> Option<(u32, OrderKey)> {
    if let Some(raid) = Raid::from_record(record) {
        return Some((raid.number, OrderKey::default()));
    }
    let step = Step::from_record(record).map(|step| (0, step.order.clone()));
    step.or_else(|| {
        let task = Task::from_record(record)?;
        let is_later = task.column == crate::model::Column::Backlog;
        Some((u32::from(is_later), task.order.clone()))
    })
}
