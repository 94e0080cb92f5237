//! Commands about the documented steps of a template.

mod work;

pub(super) use work::checked as checked_work;
pub(super) use work::minutes as work_minutes;

use crate::change::Draft;
use crate::command::{CommandError, Ctx, Planned, position, template};
use crate::id::{StepId, TemplateId};
use crate::lists::List;
use crate::model::{Step, StepWork};
use crate::order::OrderKey;
use crate::text;
use crate::workspace::Workspace;

/// What can be meant about a step. Runs under way keep the steps they started with.
#[derive(Clone, Debug, PartialEq)]
pub enum StepCommand {
    /// Add one at the end.
    Create {
        /// The process it belongs to.
        template: TemplateId,
        /// Its fields.
        draft: StepDraft,
    },
    /// Replace its fields.
    Edit {
        /// Which.
        id: StepId,
        /// The new fields.
        draft: StepDraft,
    },
    /// Put it before another step of its process, or last.
    Move {
        /// Which.
        id: StepId,
        /// The step it goes before; last when absent.
        before: Option<StepId>,
    },
    /// Delete it.
    Delete {
        /// Which.
        id: StepId,
    },
}

/// The fields of a step as a form gives them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepDraft {
    /// What is done.
    pub title: String,
    /// How it is done.
    pub instructions: String,
    /// The role that does it.
    pub role: String,
    /// The rest of its documentation.
    pub work: StepWork,
}

impl StepDraft {
    /// The fields of a step, for a form to start from.
    pub fn of(step: &Step) -> StepDraft {
        StepDraft {
            title: step.title.clone(),
            instructions: step.instructions.clone(),
            role: step.role.clone(),
            work: step.work.clone(),
        }
    }

    /// The same fields with texts trimmed, or the first broken rule.
    pub fn checked(&self) -> Result<StepDraft, CommandError> {
        Ok(StepDraft {
            title: text::line("Title", &self.title)?,
            instructions: text::prose("Instructions", &self.instructions)?,
            role: text::optional_line("Role", &self.role)?,
            work: work::checked(&self.work)?,
        })
    }
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: StepCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    match command {
        StepCommand::Create {
            template,
            draft: fields,
        } => {
            template::find(workspace, template)?;
            let fields = fields.checked()?;
            let label = format!("Added step “{}”", fields.title);
            let step = Step {
                template,
                title: fields.title,
                instructions: fields.instructions,
                role: fields.role,
                work: fields.work,
                order: position(workspace, template, None, None),
            };
            let id = StepId::from_key((ctx.new_key)());
            draft.put(id, step);
            Planned::created(id, label)
        }
        StepCommand::Edit { id, draft: fields } => {
            let fields = fields.checked()?;
            let label = format!("Changed step “{}”", fields.title);
            let mut step = find(workspace, id)?.clone();
            step.title = fields.title;
            step.instructions = fields.instructions;
            step.role = fields.role;
            step.work = fields.work;
            draft.put(id, step);
            Planned::done(label)
        }
        StepCommand::Move { id, before } => {
            let mut step = find(workspace, id)?.clone();
            if before == Some(id) {
                return Planned::done(format!("Left “{}” where it was", step.title));
            }
            step.order = position(workspace, step.template, before, Some(id));
            let label = format!("Moved step “{}”", step.title);
            draft.put(id, step);
            Planned::done(label)
        }
        StepCommand::Delete { id } => {
            let label = format!("Deleted step “{}”", find(workspace, id)?.title);
            draft.remove(id);
            Planned::done(label)
        }
    }
}

fn position(
    workspace: &Workspace,
    template: TemplateId,
    before: Option<StepId>,
    moving: Option<StepId>,
) -> OrderKey {
    position::order_key(
        workspace.lists(),
        List::Steps(template),
        before.map(StepId::key),
        moving.map(StepId::key),
        |key| Some(workspace.get::<Step>(StepId::from_key(key))?.order.clone()),
    )
}

fn find(workspace: &Workspace, id: StepId) -> Result<&Step, CommandError> {
    workspace
        .get::<Step>(id)
        .map(AsRef::as_ref)
        .ok_or(CommandError::Gone { what: "step" })
}
