//! Commands about a project's tasks.

use crate::change::Draft;
use crate::command::task_field::{self, TaskField};
use crate::command::{
    CommandError, Ctx, Planned, belongings, outline, person, position, task_many,
};
use crate::id::{LinkId, PersonId, ProjectId, TaskId};
use crate::lists::List;
use crate::model::{Column, Comment, Constraint, ConstraintKind, Project, Task};
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
    /// Set fields of one or many tasks.
    Set {
        /// Which.
        ids: Vec<TaskId>,
        /// The fields, set one after another.
        fields: Vec<TaskField>,
    },
    /// Add one for each line of a list, at the end of a column.
    CreateMany {
        /// The project they belong to.
        project: ProjectId,
        /// The column they stand in.
        column: Column,
        /// The list. Bullets and numbers are taken off; how far a line stands in means nothing.
        list: String,
    },
    /// Put tasks of a project in a column together, and set what the swimlane there stands for.
    Place {
        /// Which, from the top.
        ids: Vec<TaskId>,
        /// The column.
        column: Column,
        /// The task they go before; last when absent.
        before: Option<TaskId>,
        /// Fields to set in the same step.
        fields: Vec<TaskField>,
        /// What they become parts of in the same step, or the top level; as it is when absent.
        /// Those that are parts of it already, on whatever level, stay where they are in it.
        part_of: Option<Option<TaskId>>,
    },
    /// Let tasks begin no earlier than a day each, as levelling proposes it.
    Delay {
        /// Each with its day.
        starts: Vec<(TaskId, Day)>,
    },
    /// Delete it with its parts and its links.
    Delete {
        /// Which.
        id: TaskId,
    },
    /// Delete several with their parts and their links.
    DeleteMany {
        /// Which.
        ids: Vec<TaskId>,
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
            let over = task_many::over_limit(workspace, project, column, 1);
            let label = format!("Added task “{}”{over}", fields.title);
            let order = position(workspace, project, column, None, None);
            let mut task = Task {
                notes: fields.notes,
                assignee: person::present(workspace, fields.assignee),
                due: fields.due,
                outline: Some(outline::last(workspace, project, None)),
                // It comes into its column from the one where nothing has begun.
                ..Task::new(project, fields.title, Column::Backlog, order)
            };
            enter(&mut task, column, ctx);
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
            // Its place in the outline must not follow it over the board.
            task.outline = Some(task.outline_key().clone());
            task.order = position(workspace, task.project, column, before, Some(id));
            let was_done = task.column == Column::Done;
            let n_more = usize::from(task.column != column);
            let over = task_many::over_limit(workspace, task.project, column, n_more);
            enter(&mut task, column, ctx);
            let label = match column {
                Column::Done if !was_done => format!("Finished “{}”{over}", task.title),
                _ => format!("Moved “{}” to {}{over}", task.title, column.name()),
            };
            draft.put(id, task);
            Planned::done(label)
        }
        TaskCommand::Set { ids, fields } => {
            task_field::set_all(workspace, draft, &ids, &fields, ctx)?;
            Planned::done(set_label(workspace, &ids, &fields))
        }
        TaskCommand::CreateMany {
            project,
            column,
            list,
        } => task_many::create(workspace, draft, project, column, &list, ctx),
        TaskCommand::Place {
            ids,
            column,
            before,
            fields,
            part_of,
        } => {
            let place = task_many::Place {
                column,
                before,
                fields,
                part_of,
            };
            task_many::place(workspace, draft, &ids, &place, ctx)
        }
        TaskCommand::DeleteMany { ids } => task_many::delete(workspace, draft, &ids),
        TaskCommand::Delay { starts } => {
            for (id, day) in &starts {
                let constraint = Constraint {
                    kind: ConstraintKind::StartNoEarlierThan,
                    day: Some(*day),
                };
                let fields = [TaskField::Constraint(Some(constraint))];
                task_field::set_all(workspace, draft, &[*id], &fields, ctx)?;
            }
            Planned::done(match starts.len() {
                1 => "Delayed 1 task".to_owned(),
                n => format!("Delayed {n} tasks"),
            })
        }
        TaskCommand::Delete { id } => {
            let title = find(workspace, id)?.title.clone();
            let n_parts = remove(workspace, draft, id) - 1;
            Planned::done(match n_parts {
                0 => format!("Deleted task “{title}”"),
                1 => format!("Deleted task “{title}” and 1 part"),
                n => format!("Deleted task “{title}” and {n} parts"),
            })
        }
    }
}

fn set_label(workspace: &Workspace, ids: &[TaskId], fields: &[TaskField]) -> String {
    let field = fields.first().map_or("fields", TaskField::name);
    match ids {
        [id] if fields.len() > 1 => {
            let title = workspace.get::<Task>(*id).map(|task| task.title.as_str());
            format!("Changed task “{}”", title.unwrap_or_default())
        }
        [id] => {
            let title = workspace.get::<Task>(*id).map(|task| task.title.as_str());
            format!("Changed the {field} of “{}”", title.unwrap_or_default())
        }
        ids => format!("Changed the {field} of {} tasks", ids.len()),
    }
}

/// Puts a task into a column and keeps what follows from it: work begins in Doing at the latest,
/// ends in Done, and has not begun in Backlog and Ready unless some of it is done.
pub(super) fn enter(task: &mut Task, column: Column, ctx: &Ctx) {
    let was_done = task.column == Column::Done;
    if column != task.column {
        match column {
            Column::Backlog | Column::Ready => {
                if task.percent.unwrap_or(0) == 0 {
                    task.actual_start = None;
                }
            }
            Column::Doing | Column::Review => {
                task.actual_start = task.actual_start.or(Some(ctx.today));
            }
            // When work on it began is not known then, and its duration says.
            Column::Done => {
                task.actual_start = task.actual_start.map(|start| start.min(ctx.today));
            }
        }
    }
    task.column = column;
    if column != Column::Done {
        task.finished_at = None;
        task.actual_finish = None;
    } else if !was_done {
        task.finished_at = Some(ctx.now);
        task.actual_finish = Some(ctx.today);
    }
}

/// Drafts the removal of a task, its parts and all that belongs to them; returns how many tasks.
pub(super) fn remove(workspace: &Workspace, draft: &mut Draft, id: TaskId) -> usize {
    remove_all(workspace, draft, vec![id])
}

/// Drafts the removal of tasks, their parts and all that belongs to them; returns how many tasks.
pub(super) fn remove_all(workspace: &Workspace, draft: &mut Draft, mut ids: Vec<TaskId>) -> usize {
    let mut n_seen = 0;
    while let Some(id) = ids.get(n_seen).copied() {
        n_seen += 1;
        if let Some(task) = workspace.get::<Task>(id) {
            let parts = workspace
                .lists()
                .keys(List::Outline(task.project, Some(id)));
            // Two tabs may have made two tasks parts of each other.
            let parts = parts
                .map(TaskId::from_key)
                .filter(|part| !ids.contains(part));
            let parts: Vec<TaskId> = parts.collect();
            ids.extend(parts);
        }
        for key in workspace.lists().keys(List::LinksOf(id)) {
            draft.remove(LinkId::from_key(key));
        }
        remove_one(workspace, draft, id);
    }
    n_seen
}

/// Drafts the removal of one task and its comments.
pub(super) fn remove_one(workspace: &Workspace, draft: &mut Draft, id: TaskId) {
    for comment_id in workspace.ids::<Comment>(List::Comments(id)) {
        draft.remove(comment_id);
    }
    belongings::remove_of_task(workspace, draft, id);
    draft.remove(id);
}

/// The order key just before a task of a column, or at its end.
pub(super) fn position(
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

pub(super) fn find(workspace: &Workspace, id: TaskId) -> Result<&Task, CommandError> {
    workspace
        .get::<Task>(id)
        .map(AsRef::as_ref)
        .ok_or(CommandError::Gone { what: "task" })
}
