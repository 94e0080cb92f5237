//! Several tasks in one step: pasted, carried together, deleted together.

use std::collections::BTreeSet;

use crate::change::Draft;
use crate::command::task::find;
use crate::command::task_field::{self, TaskField};
use crate::command::{CommandError, Ctx, Planned, outline, task};
use crate::id::{ProjectId, TaskId};
use crate::lists::List;
use crate::model::{Column, Project, Task};
use crate::order::OrderKey;
use crate::outline::n_leaves_in;
use crate::workspace::Workspace;

/// Where tasks are put together.
pub(super) struct Place {
    /// The column.
    pub column: Column,
    /// The task they go before; last when absent.
    pub before: Option<TaskId>,
    /// Fields to set in the same step.
    pub fields: Vec<TaskField>,
    /// What they become parts of unless they are, or the top level; as it is when absent.
    pub part_of: Option<Option<TaskId>>,
}

/// Drafts tasks put in a column, one below the other.
pub(super) fn place(
    workspace: &Workspace,
    draft: &mut Draft,
    ids: &[TaskId],
    place: &Place,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    let mut seen = BTreeSet::new();
    let ids: Vec<TaskId> = ids.iter().copied().filter(|id| seen.insert(*id)).collect();
    let Some(first) = ids.first() else {
        return Planned::done("Moved no task".to_owned());
    };
    let first = find(workspace, *first)?;
    let (project, column) = (first.project, place.column);
    let mut n_more = 0;
    let (mut low, high) = gap(workspace, project, place, &seen);
    for id in &ids {
        let mut task = find(workspace, *id)?.clone();
        if task.project != project {
            return Err(CommandError::OtherProject);
        }
        n_more += usize::from(task.column != column);
        task.outline = Some(task.outline_key().clone());
        // A single task that is dropped before itself only changes what its swimlane stands for.
        let is_there = ids.len() == 1 && place.before == Some(*id) && task.column == column;
        if !is_there {
            task.order = OrderKey::between(low.as_ref(), high.as_ref());
            low = Some(task.order.clone());
            task::enter(&mut task, column, ctx);
        }
        draft.put(*id, task);
    }
    if let Some(parent) = place.part_of {
        let mut last = outline::last(workspace, project, parent);
        let coming = ids.iter().copied();
        let coming: Vec<TaskId> = coming
            .filter(|id| !is_part(workspace, *id, parent))
            .collect();
        // Each by itself first, so that what is said names what is wrong with it alone.
        for id in &coming {
            outline::refuse_place(workspace, *id, parent, &[*id])?;
        }
        for id in &coming {
            outline::refuse_place(workspace, *id, parent, &coming)?;
            draft.edit::<Task>(*id, |task| {
                task.parent = parent;
                task.outline = Some(last.clone());
            });
            last = OrderKey::between(Some(&last), None);
        }
    }
    task_field::set_all(workspace, draft, &ids, &place.fields, ctx)?;
    let over = over_limit(workspace, project, column, n_more);
    Planned::done(match (ids.len(), column) {
        (1, Column::Done) if n_more == 1 => format!("Finished “{}”{over}", first.title),
        (1, _) => format!("Moved “{}” to {}{over}", first.title, column.name()),
        (n, _) => format!("Moved {n} tasks to {}{over}", column.name()),
    })
}

/// Whether a task is the summary, a part of it on any level, or on the top level where there is none.
fn is_part(workspace: &Workspace, id: TaskId, summary: Option<TaskId>) -> bool {
    match summary {
        Some(summary) => id == summary || crate::outline::is_within(workspace, id, summary),
        None => workspace
            .get::<Task>(id)
            .is_some_and(|task| task.parent.is_none()),
    }
}

/// The order keys between which tasks go, those that move not counted.
fn gap(
    workspace: &Workspace,
    project: ProjectId,
    place: &Place,
    moving: &BTreeSet<TaskId>,
) -> (Option<OrderKey>, Option<OrderKey>) {
    let order_of = |id: TaskId| Some(workspace.get::<Task>(id)?.order.clone());
    let keys = workspace
        .lists()
        .keys(List::TasksIn(project, place.column))
        .map(TaskId::from_key);
    // Only the neighbors matter, but the list can be walked from its ends alone.
    let (mut low, mut is_past) = (None, false);
    for id in keys {
        is_past |= place.before == Some(id);
        if moving.contains(&id) {
            continue;
        }
        if is_past {
            return (low.and_then(order_of), order_of(id));
        }
        low = Some(id);
    }
    (low.and_then(order_of), None)
}

/// Drafts a task for each line of a list, at the end of a column.
pub(super) fn create(
    workspace: &Workspace,
    draft: &mut Draft,
    project: ProjectId,
    column: Column,
    list: &str,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    if workspace.get::<Project>(project).is_none() {
        return Err(CommandError::Gone { what: "project" });
    }
    let lines = crate::outline::read(list)?;
    let n_lines = lines.len();
    let mut order = task::position(workspace, project, column, None, None);
    let mut outline = outline::last(workspace, project, None);
    let mut created = None;
    for line in lines {
        let mut task = Task {
            outline: Some(outline.clone()),
            ..Task::new(project, line.title, Column::Backlog, order.clone())
        };
        task::enter(&mut task, column, ctx);
        let id = TaskId::from_key((ctx.new_key)());
        draft.put(id, task);
        created = created.or(Some(id));
        order = OrderKey::between(Some(&order), None);
        outline = OrderKey::between(Some(&outline), None);
    }
    let over = over_limit(workspace, project, column, n_lines);
    let label = match n_lines {
        1 => format!("Added 1 task to {}{over}", column.name()),
        n => format!("Added {n} tasks to {}{over}", column.name()),
    };
    match created {
        Some(id) => Planned::created(id, label),
        None => Planned::done(label),
    }
}

/// Drafts the removal of tasks with all that belongs to them.
pub(super) fn delete(
    workspace: &Workspace,
    draft: &mut Draft,
    ids: &[TaskId],
) -> Result<Planned, CommandError> {
    let mut seen = BTreeSet::new();
    let mut chosen = Vec::new();
    for id in ids {
        find(workspace, *id)?;
        if seen.insert(*id) {
            chosen.push(*id);
        }
    }
    let n_chosen = chosen.len();
    let n_parts = task::remove_all(workspace, draft, chosen) - n_chosen;
    let tasks = match n_chosen {
        1 => "1 task".to_owned(),
        n => format!("{n} tasks"),
    };
    Planned::done(match n_parts {
        0 => format!("Deleted {tasks}"),
        1 => format!("Deleted {tasks} and 1 part"),
        n => format!("Deleted {tasks} and {n} parts"),
    })
}

/// What is said of a column that holds more than its limit once so many tasks have come in;
/// nothing when it does not, or when none comes in.
pub(super) fn over_limit(
    workspace: &Workspace,
    project: ProjectId,
    column: Column,
    n_more: usize,
) -> String {
    let limit = workspace
        .get::<Project>(project)
        .and_then(|project| project.wip_limits.get(&column).copied());
    let n_tasks = n_leaves_in(workspace, project, column) + n_more;
    match limit {
        Some(limit) if n_more > 0 && n_tasks > limit as usize => {
            format!(", which now holds {n_tasks} of at most {limit}")
        }
        _ => String::new(),
    }
}
