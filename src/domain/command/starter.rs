//! Commands that begin work from a starter: everything it holds in one change.

mod for_charter;
mod for_process;
mod for_project;

use std::sync::Arc;

use crate::change::Draft;
use crate::command::{CommandError, Ctx, Planned, ProjectDraft, TemplateDraft, project, template};
use crate::id::{ProjectId, TemplateId};
use crate::model::Stage;
use crate::starters::{ProcessStarter, ProjectStarter};
use crate::workspace::Workspace;

/// What can be meant about a starter.
#[derive(Clone, Debug, PartialEq)]
pub enum StarterCommand {
    /// Start a project with the charter, plan, risks and first gate of a starter, at the end of its
    /// stage's column. Its days are counted from the draft's start or, without one, back from its finish;
    /// without either, nothing has a day yet.
    Project {
        /// The starter.
        starter: Arc<ProjectStarter>,
        /// The charter basics; an empty objective takes that of the starter.
        draft: ProjectDraft,
        /// Where it stands.
        stage: Stage,
    },
    /// Add a process with the sheet and steps of a starter to the library.
    Process {
        /// The starter.
        starter: Arc<ProcessStarter>,
        /// The sheet; an empty purpose takes that of the starter.
        draft: TemplateDraft,
    },
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: StarterCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    match command {
        StarterCommand::Project {
            starter,
            draft: basics,
            stage,
        } => {
            let mut project = project::new_project(workspace, &basics, stage, ctx)?;
            let label = format!(
                "Added project “{}” from “{}”",
                project.name, starter.about.name
            );
            let id = ProjectId::from_key((ctx.new_key)());
            for_project::furnish(workspace, draft, id, &mut project, &starter, ctx)?;
            for_charter::furnish(draft, id, project.stage, &starter, ctx)?;
            draft.put(id, project);
            Planned::created(id, label)
        }
        StarterCommand::Process {
            starter,
            draft: sheet,
        } => {
            let mut template = template::new_template(workspace, &sheet, ctx)?;
            let label = format!(
                "Added process “{}” from “{}”",
                template.name, starter.about.name
            );
            let id = TemplateId::from_key((ctx.new_key)());
            for_process::furnish(draft, id, &mut template, &starter, ctx)?;
            draft.put(id, template);
            Planned::created(id, label)
        }
    }
}
