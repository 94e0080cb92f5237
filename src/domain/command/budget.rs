//! Commands about a project's budget.

use crate::change::Draft;
use crate::command::{CommandError, Ctx, Planned, charter};
use crate::id::{BudgetLineId, CharterId, ProjectId};
use crate::model::{BudgetLine, Project};
use crate::money::{self, Money};
use crate::text;
use crate::workspace::Workspace;

/// What can be meant about a budget.
#[derive(Clone, Debug, PartialEq)]
pub enum BudgetCommand {
    /// Add a line.
    Create {
        /// Whose.
        project: ProjectId,
        /// What it says.
        draft: BudgetDraft,
    },
    /// Replace what a line says.
    Edit {
        /// Which.
        id: BudgetLineId,
        /// What it says.
        draft: BudgetDraft,
    },
    /// Delete a line.
    Delete {
        /// Which.
        id: BudgetLineId,
    },
    /// Set what is put aside.
    SetReserves {
        /// Whose.
        project: ProjectId,
        /// For risks that are known; part of the budget.
        contingency: Money,
        /// For what nobody thought of; outside the budget.
        reserve: Money,
    },
}

/// A line as a form gives it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BudgetDraft {
    /// The category.
    pub category: String,
    /// What the money is for.
    pub name: String,
    /// What it may cost.
    pub planned: Money,
    /// What is ordered.
    pub committed: Money,
    /// What was paid.
    pub actual: Money,
}

impl BudgetDraft {
    /// A line for a form to start from.
    pub fn of(line: &BudgetLine) -> BudgetDraft {
        BudgetDraft {
            category: line.category.clone(),
            name: line.name.clone(),
            planned: line.planned,
            committed: line.committed,
            actual: line.actual,
        }
    }

    fn checked(self) -> Result<BudgetDraft, CommandError> {
        Ok(BudgetDraft {
            category: text::line("Category", &self.category)?,
            name: text::optional_line("What for", &self.name)?,
            planned: money::not_negative(self.planned)?,
            committed: money::not_negative(self.committed)?,
            actual: money::not_negative(self.actual)?,
        })
    }
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: BudgetCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    match command {
        BudgetCommand::Create {
            project,
            draft: fields,
        } => {
            if workspace.get::<Project>(project).is_none() {
                return Err(CommandError::Gone { what: "project" });
            }
            let fields = fields.checked()?;
            let label = format!("Added the budget line “{}”", fields.category);
            let id = BudgetLineId::from_key((ctx.new_key)());
            let line = BudgetLine {
                project,
                category: fields.category,
                name: fields.name,
                planned: fields.planned,
                committed: fields.committed,
                actual: fields.actual,
                created_at: ctx.now,
            };
            draft.put(id, line);
            Planned::created(id, label)
        }
        BudgetCommand::Edit { id, draft: fields } => {
            let mut line = find(workspace, id)?.clone();
            let fields = fields.checked()?;
            let label = format!("Changed the budget line “{}”", fields.category);
            line.category = fields.category;
            line.name = fields.name;
            line.planned = fields.planned;
            line.committed = fields.committed;
            line.actual = fields.actual;
            draft.put(id, line);
            Planned::done(label)
        }
        BudgetCommand::Delete { id } => {
            let label = format!(
                "Deleted the budget line “{}”",
                find(workspace, id)?.category
            );
            draft.remove(id);
            Planned::done(label)
        }
        BudgetCommand::SetReserves {
            project,
            contingency,
            reserve,
        } => {
            let (mut charter, name) = charter::find(workspace, project)?;
            charter.contingency = money::not_negative(contingency)?;
            charter.reserve = money::not_negative(reserve)?;
            draft.put(CharterId::from(project), charter);
            Planned::done(format!("Changed what is put aside for “{name}”"))
        }
    }
}

fn find(workspace: &Workspace, id: BudgetLineId) -> Result<&BudgetLine, CommandError> {
    let line = workspace.get::<BudgetLine>(id).map(AsRef::as_ref);
    line.ok_or(CommandError::Gone {
        what: "budget line",
    })
}
