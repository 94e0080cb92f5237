//! What becomes of what when a project becomes a process or the other way around.
//!
//! One table says which fields have a place in the other kind of work. Whatever it does not name, fields and records
//! that are new to Loopline included, is written into a note when the original goes (V21).

mod note;

use std::sync::Arc;

use crate::change::{Change, Draft};
use crate::command::{project, template};
use crate::id::{PersonId, ProjectId, RecordId, TaskId, TemplateId};
use crate::lists::List;
use crate::model::{Person, Project, Run, Step, Task, Template};
use crate::text::MAX_PROSE;
use crate::time::{Day, Instant};
use crate::workspace::{Table, Workspace};

pub use note::note;

const MILLIS_PER_DAY: i64 = 24 * 60 * 60_000;

/// What is converted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// A project becomes a process.
    ToProcess(ProjectId),
    /// A process becomes a project.
    ToProject(TemplateId),
}

/// A field that has a place in the other kind of work.
#[derive(Clone, Copy, Debug)]
struct Row {
    table: Table,
    /// Its name in storage.
    field: &'static str,
    /// What it becomes, in words; empty for what only holds the records together.
    becomes: &'static str,
    /// Whether what it becomes says less than it did, so that the note has it too.
    says_less: bool,
}

const fn row(table: Table, field: &'static str, becomes: &'static str) -> Row {
    Row {
        table,
        field,
        becomes,
        says_less: false,
    }
}

/// The mapping of a project to a process.
const TO_PROCESS: &[Row] = &[
    row(Table::Project, "name", "Name of the process"),
    row(Table::Project, "objective", "Purpose of the process"),
    row(Table::Project, "owner", "Owner of the process"),
    row(Table::Project, "decision", ""),
    row(Table::Project, "kept", ""),
    row(Table::Project, "order", ""),
    row(Table::Project, "sample", ""),
    row(Table::Task, "title", "Title of a step"),
    row(Table::Task, "notes", "Instructions of the step"),
    Row {
        table: Table::Task,
        field: "assignee",
        becomes: "Role of the step",
        says_less: true,
    },
    row(Table::Task, "project", ""),
    row(Table::Task, "order", ""),
];

/// The mapping of a process to a project.
const TO_PROJECT: &[Row] = &[
    row(Table::Template, "name", "Name of the project"),
    row(Table::Template, "purpose", "Objective of the project"),
    row(Table::Template, "owner", "Owner of the project"),
    row(Table::Template, "decision", ""),
    row(Table::Template, "kept", ""),
    row(Table::Template, "sample", ""),
    row(Table::Step, "title", "Title of a task"),
    row(Table::Step, "instructions", "Notes of the task"),
    Row {
        table: Table::Step,
        field: "role",
        becomes: "Last line of the task's notes",
        says_less: true,
    },
    row(Table::Step, "template", ""),
    row(Table::Step, "order", ""),
];

/// What a conversion would do, before it is done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// What is converted, by name.
    pub name: String,
    /// What has a place in the other kind of work: what it is, what it becomes and how often it is there.
    pub moves: Vec<Move>,
    /// What has none, line by line as the note will say it.
    pub kept: Vec<String>,
    /// How many runs the process has; their history stays whole only where the process stays.
    pub n_runs: usize,
    /// How many steps or tasks there will be.
    pub n_parts: usize,
}

/// A field with a place in the other kind of work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// What it is now.
    pub from: String,
    /// What it becomes.
    pub to: &'static str,
    /// In how many records it is filled in.
    pub count: usize,
}

/// What converting would do; `None` when the work is not there any more.
pub fn preview(workspace: &Workspace, direction: Direction) -> Option<Preview> {
    let (name, n_runs, n_parts) = match direction {
        Direction::ToProcess(id) => {
            let n_tasks = workspace.lists().len(List::Tasks(id));
            (workspace.get::<Project>(id)?.name.clone(), 0, n_tasks)
        }
        Direction::ToProject(id) => {
            let n_runs = workspace.list::<Run>(List::Runs(id)).count();
            let n_steps = workspace.lists().len(List::Steps(id));
            (workspace.get::<Template>(id)?.name.clone(), n_runs, n_steps)
        }
    };
    Some(Preview {
        name,
        moves: note::moves(workspace, direction),
        kept: note::lines(workspace, direction),
        n_runs,
        n_parts,
    })
}

/// The tasks of a project in the order in which they were, or are to be, done: by the day they were finished or are
/// due, those without one last, and as on the board among equals.
pub fn in_order_of_work(workspace: &Workspace, id: ProjectId) -> Vec<(TaskId, Arc<Task>)> {
    let mut tasks: Vec<(TaskId, Arc<Task>)> = workspace
        .list::<Task>(List::Tasks(id))
        .map(|(id, task)| (id, task.clone()))
        .collect();
    tasks.sort_by_key(|(_, task)| {
        let day = task.finished_at.and_then(utc_day).or(task.due);
        (day.is_none(), day)
    });
    tasks
}

/// The day of a moment in Greenwich: near enough to sort by.
fn utc_day(at: Instant) -> Option<Day> {
    Day::default().plus(at.millis().div_euclid(MILLIS_PER_DAY))
}

/// What a step says about who does it, from who did the task: the role, else the name.
pub fn role_of(workspace: &Workspace, assignee: Option<PersonId>) -> String {
    let person = assignee.and_then(|id| workspace.get::<Person>(id));
    person.map_or_else(String::new, |person| {
        let is_role_known = !person.role.is_empty();
        if is_role_known {
            &person.role
        } else {
            &person.name
        }
        .clone()
    })
}

/// The notes of a task made of a step: its instructions, and who does it when there is room to say so.
pub fn notes_of(step: &Step) -> String {
    let role = if step.role.is_empty() {
        String::new()
    } else {
        format!("Role: {}", step.role)
    };
    let both = format!("{}\n\n{role}", step.instructions);
    if both.chars().count() > MAX_PROSE {
        step.instructions.clone()
    } else {
        both.trim().to_owned()
    }
}

impl Direction {
    fn table(self) -> &'static [Row] {
        match self {
            Direction::ToProcess(_) => TO_PROCESS,
            Direction::ToProject(_) => TO_PROJECT,
        }
    }

    /// Every record that goes with the original, before; and every one that only forgets it.
    fn removal(self, workspace: &Workspace) -> Change {
        let mut draft = Draft::new(workspace);
        match self {
            Direction::ToProcess(id) => project::remove(workspace, &mut draft, id),
            Direction::ToProject(id) => template::remove(workspace, &mut draft, id),
        }
        draft.finish()
    }

    /// The record that is converted.
    fn original(self) -> RecordId {
        match self {
            Direction::ToProcess(id) => id.into(),
            Direction::ToProject(id) => id.into(),
        }
    }
}
