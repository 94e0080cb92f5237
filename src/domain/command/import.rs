//! The command that imports a Loopline file.

use std::sync::Arc;

use crate::change::Draft;
use crate::command::{CommandError, Planned};
use crate::import::{self, Import, Mode};
use crate::workspace::Workspace;

/// Import what was read, as its preview says. The file is shared, not copied.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportCommand {
    /// What happens to the records that are here already.
    pub mode: Mode,
    /// The file, as `import::read` gave it.
    pub import: Arc<Import>,
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: &ImportCommand,
) -> Result<Planned, CommandError> {
    let change = import::change(workspace, &command.import, command.mode);
    let result = import::result(workspace, &change);
    let misfits = import::misfits(workspace, &result);
    if let Some(what) = import::refusal(&result, &misfits) {
        return Err(CommandError::DoesNotFit { what });
    }
    let n_in_file = command.import.workspace.n_records();
    let planned = Planned::done(if change.is_empty() {
        "Imported nothing: everything in the file is here already".to_owned()
    } else {
        match command.mode {
            Mode::Merge => format!("Imported {}", n_records(change.n_records())),
            Mode::Replace => format!("Replaced everything by the file's {}", n_records(n_in_file)),
        }
    });
    draft.adopt(change);
    planned
}

fn n_records(n: usize) -> String {
    if n == 1 {
        "1 record".to_owned()
    } else {
        format!("{n} records")
    }
}
