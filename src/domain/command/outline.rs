//! Commands about the outline: which tasks are parts of which, and in what order.

use std::collections::BTreeSet;

use crate::change::Draft;
use crate::command::link::refuse_cycle;
use crate::command::plan_error::PlanError;
use crate::command::task::find;
use crate::command::{CommandError, Ctx, Planned, position, task};
use crate::id::{ProjectId, TaskId};
use crate::lists::List;
use crate::model::{Column, Link, Project, Task, TaskKind};
use crate::order::OrderKey;
use crate::outline::{self, MAX_LEVELS};
use crate::schedule::cycle::Network;
use crate::text;
use crate::workspace::Workspace;

/// What can be meant about the outline.
#[derive(Clone, Debug, PartialEq)]
pub enum OutlineCommand {
    /// Add a task.
    Add {
        /// The project.
        project: ProjectId,
        /// What it becomes a part of; the top level when absent.
        parent: Option<TaskId>,
        /// The part it goes before; last when absent.
        before: Option<TaskId>,
        /// What is to be done.
        title: String,
    },
    /// Put a task with all below it somewhere.
    Move {
        /// Which.
        id: TaskId,
        /// What it becomes a part of; the top level when absent.
        parent: Option<TaskId>,
        /// The part it goes before; last when absent.
        before: Option<TaskId>,
    },
    /// Make a task the last part of the one before it on its level.
    Indent {
        /// Which.
        id: TaskId,
    },
    /// Put a task just after the one it is a part of.
    Outdent {
        /// Which.
        id: TaskId,
    },
    /// Make tasks of the lines of an indented list.
    Paste {
        /// The project.
        project: ProjectId,
        /// What they become parts of; the top level when absent.
        parent: Option<TaskId>,
        /// The part they go before; last when absent.
        before: Option<TaskId>,
        /// The list.
        list: String,
    },
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: OutlineCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    match command {
        OutlineCommand::Add {
            project,
            parent,
            before,
            title,
        } => {
            let title = text::line("Title", &title)?;
            let label = format!("Added task “{title}”");
            let mut adding = Adding::new(workspace, project, parent, ctx)?;
            let outline = key(workspace, project, parent, before, None);
            let id = adding.add(draft, title, parent, outline);
            Planned::created(id, label)
        }
        OutlineCommand::Paste {
            project,
            parent,
            before,
            list,
        } => paste(workspace, draft, (project, parent, before), &list, ctx),
        OutlineCommand::Move { id, parent, before } => put(workspace, draft, id, parent, before),
        OutlineCommand::Indent { id } => {
            let task = find(workspace, id)?;
            let list = List::Outline(task.project, task.parent);
            let order = task.outline_key().as_str();
            let Some(above) = workspace.lists().before(list, order, id.key()) else {
                return Err(PlanError::NothingBefore {
                    task: task.title.clone(),
                }
                .into());
            };
            put(workspace, draft, id, Some(TaskId::from_key(above)), None)
        }
        OutlineCommand::Outdent { id } => {
            let task = find(workspace, id)?;
            let Some(parent_id) = task.parent else {
                return Err(PlanError::AtTheTop {
                    task: task.title.clone(),
                }
                .into());
            };
            let parent = find(workspace, parent_id)?;
            let siblings = workspace.ids::<Task>(List::Outline(task.project, parent.parent));
            let place = siblings.iter().position(|sibling| *sibling == parent_id);
            let after = place.and_then(|place| siblings.get(place + 1)).copied();
            put(workspace, draft, id, parent.parent, after)
        }
    }
}

/// Drafts a move of a task with all below it.
fn put(
    workspace: &Workspace,
    draft: &mut Draft,
    id: TaskId,
    parent: Option<TaskId>,
    before: Option<TaskId>,
) -> Result<Planned, CommandError> {
    let mut task = find(workspace, id)?.clone();
    if before == Some(id) {
        return Planned::done(format!("Left “{}” where it was", task.title));
    }
    refuse_place(workspace, id, parent, &[id])?;
    task.outline = Some(key(workspace, task.project, parent, before, Some(id)));
    task.parent = parent;
    let label = match parent.and_then(|parent| workspace.get::<Task>(parent)) {
        Some(parent) => format!("Moved “{}” in “{}”", task.title, parent.title),
        None => format!("Moved “{}” in the outline", task.title),
    };
    draft.put(id, task);
    Planned::done(label)
}

/// Refuses to make a task a part of another, or of the top level, where that cannot be. `ids` are
/// all the tasks that move there together.
pub(super) fn refuse_place(
    workspace: &Workspace,
    id: TaskId,
    parent: Option<TaskId>,
    ids: &[TaskId],
) -> Result<(), CommandError> {
    let task = find(workspace, id)?;
    if let Some(parent_id) = parent {
        check_parent(
            workspace,
            &task.title,
            task.project,
            parent_id,
            depth_below(workspace, id),
        )?;
        if parent_id == id || outline::is_within(workspace, parent_id, id) {
            let task = task.title.clone();
            return Err(PlanError::InsideItself { task }.into());
        }
    }
    if parent != task.parent {
        for summary in parent
            .into_iter()
            .flat_map(|parent| std::iter::once(parent).chain(outline::ancestors(workspace, parent)))
        {
            refuse_link_to_own_summary(workspace, id, summary)?;
        }
        let network = Network::new(workspace).with_parent(ids, parent);
        refuse_cycle(workspace, &network, id)?;
    }
    Ok(())
}

/// Refuses a summary that a task, or a task below it, is linked to.
fn refuse_link_to_own_summary(
    workspace: &Workspace,
    id: TaskId,
    summary: TaskId,
) -> Result<(), CommandError> {
    for (_, link) in workspace.list::<Link>(List::LinksOf(summary)) {
        let other = if link.predecessor == summary {
            link.successor
        } else {
            link.predecessor
        };
        if other == id || outline::is_within(workspace, other, id) {
            return Err(PlanError::LinkToOwnSummary {
                part: find(workspace, other)?.title.clone(),
                summary: find(workspace, summary)?.title.clone(),
            }
            .into());
        }
    }
    Ok(())
}

/// Refuses a parent that is gone, of another project, a milestone or too deep.
fn check_parent(
    workspace: &Workspace,
    title: &str,
    project: ProjectId,
    parent_id: TaskId,
    n_below: usize,
) -> Result<(), CommandError> {
    let parent = find(workspace, parent_id)?;
    if parent.project != project {
        return Err(CommandError::Gone { what: "task" });
    }
    if parent.kind == TaskKind::Milestone {
        return Err(PlanError::MilestoneWithParts {
            task: parent.title.clone(),
        }
        .into());
    }
    let level = outline::ancestors(workspace, parent_id).len() + 1;
    if level + n_below >= MAX_LEVELS {
        return Err(PlanError::TooDeep {
            task: title.to_owned(),
            max: MAX_LEVELS,
        }
        .into());
    }
    Ok(())
}

/// The levels below a task.
fn depth_below(workspace: &Workspace, id: TaskId) -> usize {
    let mut level = vec![id];
    let mut seen = BTreeSet::from([id]);
    let mut depth = 0;
    loop {
        let mut below = Vec::new();
        for id in level {
            let Some(task) = workspace.get::<Task>(id) else {
                continue;
            };
            let parts = workspace.ids::<Task>(List::Outline(task.project, Some(id)));
            below.extend(parts.into_iter().filter(|part| seen.insert(*part)));
        }
        if below.is_empty() {
            return depth;
        }
        depth += 1;
        level = below;
    }
}

fn paste(
    workspace: &Workspace,
    draft: &mut Draft,
    (project, parent, before): (ProjectId, Option<TaskId>, Option<TaskId>),
    list: &str,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    let lines = outline::read(list)?;
    let mut adding = Adding::new(workspace, project, parent, ctx)?;
    let first = key(workspace, project, parent, before, None);
    let end = before.and_then(|id| Some(workspace.get::<Task>(id)?.outline_key().clone()));
    let n_lines = lines.len();
    let mut created = None;
    // The task and its order key that a line of each level would follow.
    let mut path: Vec<(TaskId, OrderKey)> = Vec::new();
    for line in lines {
        let is_too_deep = adding.level + line.level >= MAX_LEVELS;
        if is_too_deep {
            return Err(PlanError::TooDeep {
                task: line.title,
                max: MAX_LEVELS,
            }
            .into());
        }
        let last = path.get(line.level).map(|(_, order)| order.clone());
        let order = match (last, line.level) {
            (Some(last), 0) => OrderKey::between(Some(&last), end.as_ref()),
            (None, 0) => first.clone(),
            (last, _) => OrderKey::between(last.as_ref(), None),
        };
        path.truncate(line.level);
        let above = path.last().map(|(id, _)| *id).or(parent);
        let id = adding.add(draft, line.title, above, order.clone());
        created = created.or(Some(id));
        path.push((id, order));
    }
    let label = match n_lines {
        1 => "Added 1 task from a list".to_owned(),
        n => format!("Added {n} tasks from a list"),
    };
    match created {
        Some(id) => Planned::created(id, label),
        None => Planned::done(label),
    }
}

/// Adds tasks to the backlog one after another.
struct Adding<'a> {
    project: ProjectId,
    order: OrderKey,
    /// The level of what is added directly below the parent.
    level: usize,
    ctx: &'a Ctx<'a>,
}

impl<'a> Adding<'a> {
    fn new(
        workspace: &Workspace,
        project: ProjectId,
        parent: Option<TaskId>,
        ctx: &'a Ctx,
    ) -> Result<Adding<'a>, CommandError> {
        if workspace.get::<Project>(project).is_none() {
            return Err(CommandError::Gone { what: "project" });
        }
        if let Some(parent) = parent {
            let title = &find(workspace, parent)?.title;
            check_parent(workspace, title, project, parent, 0)?;
        }
        Ok(Adding {
            project,
            order: task::position(workspace, project, Column::Backlog, None, None),
            level: parent.map_or(0, |id| outline::ancestors(workspace, id).len() + 1),
            ctx,
        })
    }

    fn add(
        &mut self,
        draft: &mut Draft,
        title: String,
        parent: Option<TaskId>,
        outline: OrderKey,
    ) -> TaskId {
        let task = Task {
            parent,
            outline: Some(outline),
            ..Task::new(self.project, title, Column::Backlog, self.order.clone())
        };
        self.order = OrderKey::between(Some(&self.order), None);
        let id = TaskId::from_key((self.ctx.new_key)());
        draft.put(id, task);
        id
    }
}

/// The order key at the end of the parts of a task, or of the top level.
pub(super) fn last(workspace: &Workspace, project: ProjectId, parent: Option<TaskId>) -> OrderKey {
    key(workspace, project, parent, None, None)
}

fn key(
    workspace: &Workspace,
    project: ProjectId,
    parent: Option<TaskId>,
    before: Option<TaskId>,
    moving: Option<TaskId>,
) -> OrderKey {
    let list = List::Outline(project, parent);
    let order_of = |key| {
        Some(
            workspace
                .get::<Task>(TaskId::from_key(key))?
                .outline_key()
                .clone(),
        )
    };
    // A neighbor on another level says nothing about the place on this one.
    let before = before.filter(|id| {
        let task = workspace.get::<Task>(*id);
        task.is_some_and(|task| task.parent == parent && task.project == project)
    });
    position::order_key(
        workspace.lists(),
        list,
        before.map(TaskId::key),
        moving.map(TaskId::key),
        order_of,
    )
}
