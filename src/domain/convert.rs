//! What becomes of what when a project becomes a process or the other way around.
//!
//! One table says, for both directions, which fields have a place in the other kind of work. Whatever it does not name, fields and records
//! that are new to Loopline included, is written into a note when the original goes (V21).

mod note;

use std::sync::Arc;

use crate::change::{Change, Draft};
use crate::command::{project, template};
use crate::id::{PersonId, ProjectId, RecordId, TaskId, TemplateId};
use crate::lists::List;
use crate::model::{Person, Project, Run, Step, Task, Template};
use crate::outline::is_summary;
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

/// A field with a place in the other kind of work.
#[derive(Clone, Copy, Debug)]
struct Field {
    table: Table,
    /// Its name in storage.
    name: &'static str,
    /// What the other field becomes here, in words.
    says: &'static str,
    /// Whether the other field says less than this one, so that the note has it too.
    is_more: bool,
}

const fn field(table: Table, name: &'static str, says: &'static str) -> Field {
    Field {
        table,
        name,
        says,
        is_more: false,
    }
}

const fn more(field: Field) -> Field {
    Field {
        is_more: true,
        ..field
    }
}

/// The mapping: a field of a project, and that of a process which says the same.
const MAPPING: [(Field, Field); 9] = [
    (
        field(Table::Project, "name", "Name of the project"),
        field(Table::Template, "name", "Name of the process"),
    ),
    (
        field(Table::Project, "objective", "Objective of the project"),
        field(Table::Template, "purpose", "Purpose of the process"),
    ),
    (
        field(Table::Project, "owner", "Owner of the project"),
        field(Table::Template, "owner", "Owner of the process"),
    ),
    (
        more(field(
            Table::Charter,
            "deliverables",
            "Deliverables in the charter",
        )),
        more(field(
            Table::Template,
            "outputs",
            "Outputs in the process sheet",
        )),
    ),
    (
        field(
            Table::Charter,
            "stakeholders",
            "Stakeholders in the charter",
        ),
        field(
            Table::Template,
            "customers",
            "Customers in the process sheet",
        ),
    ),
    (
        field(Table::Task, "title", "Title of a task"),
        field(Table::Step, "title", "Title of a step"),
    ),
    (
        field(Table::Task, "notes", "Notes of the task"),
        field(Table::Step, "instructions", "Instructions of the step"),
    ),
    (
        more(field(
            Table::Task,
            "assignee",
            "Last line of the task's notes",
        )),
        more(field(Table::Step, "role", "Role of the step")),
    ),
    (
        more(field(Table::Task, "checklist", "Checklist of the task")),
        field(Table::Step, "checklist", "Checklist of the step"),
    ),
];

/// What only holds records together, or follows by itself.
const HOLDING: [(Table, &str); 12] = [
    (Table::Project, "decision"),
    (Table::Project, "kept"),
    (Table::Project, "order"),
    (Table::Project, "sample"),
    (Table::Charter, "project"),
    (Table::Task, "project"),
    (Table::Task, "order"),
    (Table::Template, "decision"),
    (Table::Template, "kept"),
    (Table::Template, "sample"),
    (Table::Step, "template"),
    (Table::Step, "order"),
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
            let n_tasks = in_order_of_work(workspace, id).len();
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

/// The tasks of a project, phases left out, in the order in which they were, or are to be, done: by the day they were finished or are
/// due, those without one last, and as on the board among equals.
pub fn in_order_of_work(workspace: &Workspace, id: ProjectId) -> Vec<(TaskId, Arc<Task>)> {
    let mut tasks: Vec<(TaskId, Arc<Task>)> = workspace
        .list::<Task>(List::Tasks(id))
        .filter(|(task_id, _)| !is_summary(workspace, id, *task_id))
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
    /// Each field that has a place, and the one it goes to.
    fn mapping(self) -> impl Iterator<Item = (Field, Field)> {
        MAPPING.into_iter().map(move |(line, circle)| match self {
            Direction::ToProcess(_) => (line, circle),
            Direction::ToProject(_) => (circle, line),
        })
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
