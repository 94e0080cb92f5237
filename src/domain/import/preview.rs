//! What an import would do, record by record and field by field, before it is done.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Import, Mode, change, known_fields, misfits, refusal, result, show};
use crate::change::Edit;
use crate::command::CommandError;
use crate::fields;
use crate::id::RecordId;
use crate::workspace::{Record, Table, Workspace};

/// What an import would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The records it touches, in order of id.
    pub records: Vec<RecordDifference>,
    /// How many of each kind, for the kinds that are there.
    pub counts: Vec<Count>,
    /// Records of the file that are here already just so.
    pub n_same: usize,
    /// What of the file was left out and why, as sentences.
    pub left_out: Vec<String>,
    /// What would not fit together afterward, as sentences that name the record.
    pub problems: Vec<String>,
    /// The sentence with which the import would be refused.
    pub refusal: Option<String>,
}

/// What happens to one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordDifference {
    /// The record.
    pub id: RecordId,
    /// What a person calls its kind.
    pub kind: &'static str,
    /// What it is called: its new title, where it changes.
    pub title: String,
    /// What happens to it.
    pub effect: Effect,
}

/// What can happen to a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It is only in the file.
    Added,
    /// It is in both and takes these fields of the file.
    Changed(Vec<FieldDifference>),
    /// It is only here and goes.
    Removed,
}

/// One field before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldDifference {
    /// What a person calls the field.
    pub name: &'static str,
    /// Its value here, as a short text.
    pub before: String,
    /// Its value in the file, as a short text.
    pub after: String,
}

/// How many records of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// What a person calls several of them.
    pub kinds: &'static str,
    /// Only in the file.
    pub n_added: usize,
    /// In both, and different.
    pub n_changed: usize,
    /// Only here, and gone afterward.
    pub n_removed: usize,
    /// In both, and the same.
    pub n_same: usize,
    /// Only here, and kept.
    pub n_kept: usize,
}

impl Preview {
    /// Whether the command would do it.
    pub fn can_apply(&self) -> bool {
        self.refusal.is_none()
    }

    /// Whether nothing would change.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }
}

/// What an import would do to a workspace, which stays as it is.
pub fn preview(workspace: &Workspace, import: &Import, mode: Mode) -> Preview {
    let change = change(workspace, import, mode);
    let result = result(workspace, &change);
    let problems = misfits(workspace, &result);
    let whole = &workspace.whole();
    let sides = Sides {
        before: whole,
        after: &result.whole(),
    };
    let records = change
        .edits()
        .filter_map(|(id, edit)| sides.record(*id, edit));
    let counts = counts(whole, import, mode);
    Preview {
        records: records.collect(),
        n_same: counts.iter().map(|count| count.n_same).sum(),
        counts,
        left_out: import.problems.clone(),
        refusal: refusal(&result, &problems)
            .map(|what| CommandError::DoesNotFit { what }.to_string()),
        problems: problems
            .iter()
            .map(|problem| show::problem(&result, problem))
            .collect(),
    }
}

fn counts(workspace: &Workspace, import: &Import, mode: Mode) -> Vec<Count> {
    let mut counts: BTreeMap<Table, Count> = BTreeMap::new();
    let ours = workspace.records().map(|(id, _)| id);
    let theirs = import.workspace.records().map(|(id, _)| id);
    let only_theirs = theirs.filter(|id| workspace.record(*id).is_none());
    for id in ours.chain(only_theirs) {
        let count = counts.entry(id.table).or_insert(Count {
            kinds: show::kinds(id.table),
            n_added: 0,
            n_changed: 0,
            n_removed: 0,
            n_same: 0,
            n_kept: 0,
        });
        let n = match (workspace.record(id), import.workspace.record(id)) {
            (None, _) => &mut count.n_added,
            (Some(_), None) if mode == Mode::Replace => &mut count.n_removed,
            (Some(_), None) => &mut count.n_kept,
            (ours, theirs) if ours == theirs => &mut count.n_same,
            _ => &mut count.n_changed,
        };
        *n += 1;
    }
    counts.into_values().collect()
}

/// The workspace before and after: names are looked up on the side they are shown for.
struct Sides<'a> {
    before: &'a Workspace,
    after: &'a Workspace,
}

impl Sides<'_> {
    fn record(&self, id: RecordId, edit: &Edit) -> Option<RecordDifference> {
        let (title, effect) = match (&edit.before, &edit.after) {
            (None, Some(new)) => (show::title(self.after, new), Effect::Added),
            (Some(old), Some(new)) => (
                show::title(self.after, new),
                Effect::Changed(self.fields(id.table, old, new)),
            ),
            (Some(old), None) => (show::title(self.before, old), Effect::Removed),
            (None, None) => return None,
        };
        Some(RecordDifference {
            id,
            kind: show::kind(id.table),
            title,
            effect,
        })
    }

    fn fields(&self, table: Table, old: &Record, new: &Record) -> Vec<FieldDifference> {
        let before = fields::of(old);
        let changed = fields::difference(Some(old), new);
        let differences = changed.iter().map(|(stored, after)| {
            let before = before.get(stored).unwrap_or(&Value::Null);
            let field = known_fields::find(table, stored).unwrap_or(known_fields::UNKNOWN);
            let (before, after) =
                show::difference(field.form, (self.before, before), (self.after, after));
            FieldDifference {
                name: field.name,
                before,
                after,
            }
        });
        differences.collect()
    }
}
