//! What a change would create, counted and named, for showing it beforehand.

use crate::change::Change;
use crate::import::show;
use crate::model::{Step, Task};
use crate::order::OrderKey;
use crate::workspace::{Entity, Record, Table, Workspace};

/// The records of one kind that a change creates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Created {
    /// Which kind.
    pub table: Table,
    /// What a person calls them, for one or for several.
    pub what: &'static str,
    /// What each is called, steps and tasks in their order.
    pub titles: Vec<String>,
}

/// What a change creates in this workspace, table by table (V9).
pub fn outlook(workspace: &Workspace, change: &Change) -> Vec<Created> {
    let mut found: Vec<(Table, Vec<&Record>)> = Vec::new();
    for (id, edit) in change.edits() {
        let (None, Some(record)) = (&edit.before, &edit.after) else {
            continue;
        };
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
        }
    };
    found.into_iter().map(in_words).collect()
}

/// Where a step or a task stands: what can be begun first comes first.
fn place(record: &Record) -> Option<(u8, OrderKey)> {
    let step = Step::from_record(record).map(|step| (0, step.order.clone()));
    step.or_else(|| {
        let task = Task::from_record(record)?;
        let is_later = task.column == crate::model::Column::Backlog;
        Some((u8::from(is_later), task.order.clone()))
    })
}
