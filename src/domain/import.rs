//! Importing a Loopline file: what it holds, what it would change here, and the change itself.
//!
//! `read` looks at the text alone, `preview` compares it with a workspace, and
//! `command::ImportCommand` does exactly what the preview said, as one change.

pub(crate) mod known_fields;
mod preview;
mod project_fields;
pub(crate) mod show;

pub use preview::{Count, Effect, FieldDifference, Preview, RecordDifference, preview};

use std::collections::BTreeSet;

use crate::change::{Change, Draft};
use crate::check::Problem;
use crate::fields::Fields;
use crate::id::{RecordId, SettingsId};
use crate::schema::{self, OpenError};
use crate::workspace::{Table, Workspace};

/// The bytes a file may have; larger ones are refused before they are parsed.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// What happens to the records that are here already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The workspace becomes that of the file.
    Replace,
    /// Records of the file are added or take the file's fields; those only here stay.
    Merge,
}

/// A file that was read, before anyone decided what to do with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// The records that could be read.
    pub workspace: Workspace,
    /// What was left out and why, each as a sentence; empty for a file of Loopline's own.
    pub problems: Vec<String>,
    /// Fields that were passed over because this Loopline does not know them.
    pub n_unknown_fields: usize,
}

/// Why nothing of a file can be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// Not a single character.
    #[error("This file is empty. Nothing was changed.")]
    Empty,
    /// More than a browser can be asked to hold.
    #[error(
        "This file has {n_bytes} bytes. Loopline reads files of up to {MAX_BYTES} bytes (20 MB). Nothing was changed."
    )]
    TooLarge {
        /// The size of the file.
        n_bytes: usize,
    },
    /// A character that no text has: the file is damaged or of another kind.
    #[error(
        "This file has a NUL character on line {line}. It is damaged or not a text. Nothing was changed."
    )]
    Nul {
        /// The line, from 1.
        line: usize,
    },
    /// Not a Loopline file, or one of a newer Loopline.
    #[error("{}", sentence(.0))]
    Open(#[from] OpenError),
}

/// The error with what it quotes of the file made harmless and short, still a sentence.
fn sentence(error: &OpenError) -> String {
    let text = show::clean(&error.to_string());
    if text.ends_with('.') {
        text
    } else {
        format!("{text}.")
    }
}

/// What a file holds. Limits are held before the text is parsed.
pub fn read(text: &str) -> Result<Import, ImportError> {
    if text.len() > MAX_BYTES {
        return Err(ImportError::TooLarge {
            n_bytes: text.len(),
        });
    }
    // Editors of other systems put a byte order mark before the text.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    if let Some((before, _)) = text.split_once('\0') {
        let line = before.matches('\n').count() + 1;
        return Err(ImportError::Nul { line });
    }
    let mut n_unknown_fields = 0;
    let (workspace, problems) = schema::open_each(text, &mut |id, fields| {
        inspect(id, fields, &mut n_unknown_fields)
    })?;
    // Those with a record were read and do not fit the file alone. Whether they fit is asked
    // again where they would come to stand.
    let left_out = problems
        .iter()
        .filter(|problem| problem.record.is_none())
        .map(|problem| left_out(&problem.message));
    Ok(Import {
        problems: left_out.collect(),
        workspace: workspace.whole(),
        n_unknown_fields,
    })
}

/// What a record of a file must keep to beside its types: the rules that commands hold for texts.
fn inspect(id: RecordId, fields: &Fields, n_unknown_fields: &mut usize) -> Result<(), String> {
    if id.table == Table::Settings && id != SettingsId::ONLY.into() {
        return Err("a workspace has only one record of settings".to_owned());
    }
    for (name, value) in fields {
        match known_fields::find(id.table, name) {
            Some(field) => field
                .form
                .check(field.name, value)
                .map_err(|error| error.to_string())?,
            None => *n_unknown_fields += 1,
        }
    }
    Ok(())
}

fn left_out(message: &str) -> String {
    format!("Left out: {}.", show::clean(message.trim_end_matches('.')))
}

impl Import {
    /// Leaves out what would refer to something that is not there, and says so in `problems`.
    /// For a person who would rather have most of a damaged file than nothing of it.
    pub fn leave_out_unfit(&mut self, workspace: &Workspace, mode: Mode) {
        loop {
            let mut unfit = Change::default();
            let result = result(workspace, &change(workspace, self, mode));
            for problem in misfits(workspace, &result) {
                let Some(id) = problem.record else { continue };
                if let Some(record) = self.workspace.record(id) {
                    self.problems
                        .push(left_out(&show::problem(&result, &problem)));
                    unfit.put(id, Some(record), None);
                }
            }
            // What is left out may be what another record refers to: look again.
            if unfit.is_empty() {
                return;
            }
            self.workspace.apply(&unfit);
        }
    }
}

/// What an import does to a workspace.
pub fn change(workspace: &Workspace, import: &Import, mode: Mode) -> Change {
    let workspace = workspace.whole();
    let mut draft = Draft::new(&workspace);
    if mode == Mode::Replace {
        for (id, _) in workspace.records() {
            draft.remove(id);
        }
    }
    for (id, record) in import.workspace.records() {
        draft.put(id, record.clone());
    }
    draft.finish()
}

/// The workspace as it would be.
pub(crate) fn result(workspace: &Workspace, change: &Change) -> Workspace {
    let mut result = workspace.clone();
    result.apply(change);
    result
}

/// What would not fit together and does so far. Records that lost their home before (two tabs
/// can do that) do not keep a person from restoring a copy.
pub(crate) fn misfits(workspace: &Workspace, result: &Workspace) -> Vec<Problem> {
    let known = workspace.problems();
    let known: BTreeSet<_> = known
        .iter()
        .map(|problem| (problem.record, problem.message.as_str()))
        .collect();
    let mut problems = result.problems();
    problems.retain(|problem| !known.contains(&(problem.record, problem.message.as_str())));
    problems
}

/// Why the result would not be whole, or nothing when it is.
pub(crate) fn refusal(result: &Workspace, misfits: &[Problem]) -> Option<String> {
    let first = show::problem(result, misfits.first()?);
    Some(match misfits.len() {
        1 => first,
        2 => format!("{first} There is 1 more like it."),
        n => format!("{first} There are {} more like it.", n - 1),
    })
}
