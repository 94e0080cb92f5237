//! The work breakdown: tasks in levels, their codes, and what rolls up from below (ISO 21511).

mod paste;

pub use paste::{MAX_LINES, Pasted, read};

use std::collections::BTreeSet;

use crate::id::{EstimateId, ProjectId, TaskId};
use crate::lists::List;
use crate::model::{Column, Estimate, Task, TaskKind};
use crate::workspace::Workspace;

/// The levels an outline may have.
pub const MAX_LEVELS: usize = 10;

/// A line of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The task.
    pub id: TaskId,
    /// 0 for the top level.
    pub level: usize,
    /// Its code, for example “1.2.3”: the place among its siblings on every level, from 1.
    pub code: String,
    /// Whether other tasks are parts of it.
    pub is_summary: bool,
    /// What rolls up from its parts; for a task without parts, what it says itself.
    pub total: Total,
}

/// What is added up over the tasks without parts below a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// Tasks without parts, milestones included.
    pub n_tasks: u32,
    /// Minutes of effort.
    pub effort: u64,
    /// Working days of duration; a task that says none counts as one.
    pub days: u64,
    /// The same, each times its percent complete: in hundredths of a day.
    pub done: u64,
    /// What it most likely costs besides the time of people, in units of the currency.
    pub cost: i64,
}

impl Total {
    /// Percent complete, each task weighed by its duration; milestones weigh nothing. 0 without
    /// any duration.
    pub fn percent(&self) -> u8 {
        u8::try_from(self.done.checked_div(self.days).unwrap_or(0).min(100)).unwrap_or(100)
    }

    fn of(workspace: &Workspace, id: TaskId, task: &Task) -> Total {
        let estimate = workspace.get::<Estimate>(EstimateId::from(id));
        let days = match task.kind {
            TaskKind::Milestone => 0,
            TaskKind::Task => u64::from(task.duration.unwrap_or(1)),
        };
        Total {
            n_tasks: 1,
            effort: u64::from(task.effort.unwrap_or(0)),
            days,
            done: days * u64::from(task.percent_complete()),
            cost: estimate.map_or(0, |estimate| estimate.cost.likely),
        }
    }

    fn add(&mut self, other: &Total) {
        self.n_tasks += other.n_tasks;
        self.effort += other.effort;
        self.days += other.days;
        self.done += other.done;
        self.cost = self.cost.saturating_add(other.cost);
    }
}

/// The outline of a project from top to bottom, each summary before its parts.
///
/// A task that has lost its parent stands at the end of the top level, and so do tasks that two
/// tabs have made parts of each other: none is left out.
pub fn rows(workspace: &Workspace, project: ProjectId) -> Vec<Row> {
    let lists = workspace.lists();
    let n_tasks = lists.len(List::Tasks(project));
    let mut walk = Walk {
        workspace,
        project,
        rows: Vec::with_capacity(n_tasks),
        above: Vec::with_capacity(n_tasks),
        seen: BTreeSet::new(),
        n_top: 0,
    };
    for key in lists.keys(List::Outline(project, None)) {
        walk.add_below_top(TaskId::from_key(key));
    }
    // First those whose parent is gone, then those that go round in a circle.
    for is_lost in [true, false] {
        if walk.rows.len() < n_tasks {
            for id in lists.keys(List::Tasks(project)).map(TaskId::from_key) {
                if !walk.seen.contains(&id) && (has_lost_parent(workspace, id) || !is_lost) {
                    walk.add_below_top(id);
                }
            }
        }
    }
    walk.add_up();
    walk.rows
}

struct Walk<'a> {
    workspace: &'a Workspace,
    project: ProjectId,
    rows: Vec<Row>,
    /// The row each row is a part of.
    above: Vec<Option<usize>>,
    seen: BTreeSet<TaskId>,
    n_top: usize,
}

impl Walk<'_> {
    /// Adds a task at the top level and all below it. Levels may be many: nothing recurs.
    fn add_below_top(&mut self, id: TaskId) {
        self.n_top += 1;
        let mut to_add = vec![(id, None::<usize>, self.n_top.to_string(), 0)];
        while let Some((id, above, code, level)) = to_add.pop() {
            let Some(task) = self.workspace.get::<Task>(id) else {
                continue;
            };
            if !self.seen.insert(id) {
                continue;
            }
            let row_idx = self.rows.len();
            let parts = self
                .workspace
                .lists()
                .keys(List::Outline(self.project, Some(id)));
            let first_idx = to_add.len();
            to_add.extend((1..).zip(parts).map(|(n, key): (usize, u64)| {
                let part = TaskId::from_key(key);
                (part, Some(row_idx), format!("{code}.{n}"), level + 1)
            }));
            if let Some(parts) = to_add.get_mut(first_idx..) {
                parts.reverse();
            }
            self.above.push(above);
            self.rows.push(Row {
                id,
                level,
                code,
                is_summary: to_add.len() > first_idx,
                total: Total::of(self.workspace, id, task),
            });
        }
    }

    /// Adds up from the bottom: each row stands after the one it is a part of.
    fn add_up(&mut self) {
        for row in &mut self.rows {
            if row.is_summary {
                row.total = Total::default();
            }
        }
        for row_idx in (0..self.rows.len()).rev() {
            let total = self.rows.get(row_idx).map(|row| row.total);
            let above = self.above.get(row_idx).copied().flatten();
            if let (Some(total), Some(above)) =
                (total, above.and_then(|idx| self.rows.get_mut(idx)))
            {
                above.total.add(&total);
            }
        }
    }
}

fn has_lost_parent(workspace: &Workspace, id: TaskId) -> bool {
    let Some(task) = workspace.get::<Task>(id) else {
        return true;
    };
    let parent = task.parent.and_then(|parent| workspace.get::<Task>(parent));
    parent.is_none_or(|parent| parent.project != task.project)
}

/// Whether a task of a project has parts, which it then only sums up.
pub fn is_summary(workspace: &Workspace, project: ProjectId, id: TaskId) -> bool {
    !workspace.lists().is_empty(List::Outline(project, Some(id)))
}

/// How much of a project there is to do, and how much of it is done. Summaries are not counted:
/// their parts are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Leaves {
    /// Tasks without parts that are done.
    pub n_done: usize,
    /// Tasks without parts.
    pub n_tasks: usize,
}

/// Counts the tasks of a project that have no parts. It looks at its summaries alone, so that it
/// may be asked after every edit.
pub fn leaves(workspace: &Workspace, project: ProjectId) -> Leaves {
    let mut leaves = Leaves {
        n_done: workspace.lists().len(List::TasksIn(project, Column::Done)),
        n_tasks: workspace.lists().len(List::Tasks(project)),
    };
    for (_, task) in summaries(workspace, project) {
        leaves.n_tasks -= 1;
        leaves.n_done -= usize::from(task.column == Column::Done);
    }
    leaves
}

/// The tasks of a column that have no parts, counted.
pub fn n_leaves_in(workspace: &Workspace, project: ProjectId, column: Column) -> usize {
    let summaries = summaries(workspace, project).filter(|(_, task)| task.column == column);
    workspace.lists().len(List::TasksIn(project, column)) - summaries.count()
}

/// The tasks of a project that have parts. A summary that is gone, or that another project has, is
/// none of them.
pub fn summaries(
    workspace: &Workspace,
    project: ProjectId,
) -> impl Iterator<Item = (TaskId, &Task)> {
    let ids = workspace.lists().summaries(project);
    let found = ids.filter_map(|id| Some((id, workspace.get::<Task>(id)?.as_ref())));
    found.filter(move |(_, task)| task.project == project)
}

/// Whether a task is a part of another one, on whatever level.
pub fn is_within(workspace: &Workspace, part: TaskId, summary: TaskId) -> bool {
    ancestors(workspace, part).contains(&summary)
}

/// The summaries a task is a part of, nearest first.
pub fn ancestors(workspace: &Workspace, id: TaskId) -> Vec<TaskId> {
    let mut ancestors = Vec::new();
    let mut parent = workspace.get::<Task>(id).and_then(|task| task.parent);
    while let Some(id) = parent.filter(|id| !ancestors.contains(id)) {
        let Some(task) = workspace.get::<Task>(id) else {
            break;
        };
        ancestors.push(id);
        parent = task.parent;
    }
    ancestors
}
