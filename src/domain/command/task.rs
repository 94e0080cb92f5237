//! Commands about a project's tasks.

use crate::change::Draft;
use crate::command::{CommandError, Ctx, Planned, person, position};
use crate::id::{PersonId, ProjectId, TaskId};
use crate::lists::List;
use crate::model::{Column, Project, Task};
use crate::order::OrderKey;
use crate::text;
use crate::time::Day;
use crate::workspace::Workspace;

/// What can be meant about a task.
#[derive(Clone, Debug, PartialEq)]
pub enum TaskCommand {
    /// Add one at the end of a column.
    Create {
        /// The project it belongs to.
        project: ProjectId,
        /// The column it stands in.
        column: Column,
        /// Its fields.
        draft: TaskDraft,
    },
    /// Replace its fields.
    Edit {
        /// Which.
        id: TaskId,
        /// The new fields.
        draft: TaskDraft,
    },
    /// Put it in a column, before another task or last.
    Move {
        /// Which.
        id: TaskId,
        /// The column.
        column: Column,
        /// The task it goes before; last when absent.
        before: Option<TaskId>,
    },
    /// Delete it.
    Delete {
        /// Which.
        id: TaskId,
    },
}

/// The fields of a task as a form gives them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TaskDraft {
    /// What is to be done.
    pub title: String,
    /// Anything worth knowing before starting.
    pub notes: String,
    /// Who does it.
    pub assignee: Option<PersonId>,
    /// The day by which it should be done.
    pub due: Option<Day>,
}

impl TaskDraft {
    /// A draft with only a title, as quick add gives it.
    pub fn titled(title: impl Into<String>) -> TaskDraft {
        TaskDraft {
            title: title.into(),
            ..TaskDraft::default()
        }
    }

    /// The fields of a task, for a form to start from.
    pub fn of(task: &Task) -> TaskDraft {
        TaskDraft {
            title: task.title.clone(),
            notes: task.notes.clone(),
            assignee: task.assignee,
            due: task.due,
        }
    }

    /// The same fields with texts trimmed, or the first broken rule.
    pub fn checked(&self) -> Result<TaskDraft, CommandError> {
        Ok(TaskDraft {
            title: text::line("Title", &self.title)?,
            notes: text::prose("Notes", &self.notes)?,
            ..self.clone()
        })
    }
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: TaskCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    match command {
        TaskCommand::Create {
            project,
            column,
            draft: fields,
        } => {
            if workspace.get::<Project>(project).is_none() {
                return Err(CommandError::Gone { what: "project" });
            }
            let fields = fields.checked()?;
            let label = format!("Added task “{}”", fields.title);
            let task = Task {
                project,
                title: fields.title,
                notes: fields.notes,
                column,
                order: position(workspace, project, column, None, None),
                assignee: person::present(workspace, fields.assignee),
                due: fields.due,
                finished_at: (column == Column::Done).then_some(ctx.now),
            };
            let id = TaskId::from_key((ctx.new_key)());
            draft.put(id, task);
            Planned::created(id, label)
        }
        TaskCommand::Edit { id, draft: fields } => {
            let fields = fields.checked()?;
            let label = format!("Changed task “{}”", fields.title);
            let mut task = find(workspace, id)?.clone();
            task.title = fields.title;
            task.notes = fields.notes;
            task.assignee = person::present(workspace, fields.assignee);
            task.due = fields.due;
            draft.put(id, task);
            Planned::done(label)
        }
        TaskCommand::Move { id, column, before } => {
            let mut task = find(workspace, id)?.clone();
            if before == Some(id) {
                return Planned::done(format!("Left “{}” where it was", task.title));
            }
            task.order = position(workspace, task.project, column, before, Some(id));
            let was_done = task.column == Column::Done;
            task.column = column;
            if column != Column::Done {
                task.finished_at = None;
            } else if !was_done {
                task.finished_at = Some(ctx.now);
            }
            let label = match column {
                Column::Done if !was_done => format!("Finished “{}”", task.title),
                _ => format!("Moved “{}” to {}", task.title, column.name()),
            };
            draft.put(id, task);
            Planned::done(label)
        }
        TaskCommand::Delete { id } => {
            let label = format!("Deleted task “{}”", find(workspace, id)?.title);
            draft.remove(id);
            Planned::done(label)
        }
    }
}

fn position(
    workspace: &Workspace,
    project: ProjectId,
    column: Column,
    before: Option<TaskId>,
    moving: Option<TaskId>,
) -> OrderKey {
    position::order_key(
        workspace.lists(),
        List::TasksIn(project, column),
        before.map(TaskId::key),
        moving.map(TaskId::key),
        |key| Some(workspace.get::<Task>(TaskId::from_key(key))?.order.clone()),
    )
}

fn find(workspace: &Workspace, id: TaskId) -> Result<&Task, CommandError> {
    workspace
        .get::<Task>(id)
        .map(AsRef::as_ref)
        .ok_or(CommandError::Gone { what: "task" })
}
