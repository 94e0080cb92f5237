//! A workspace under test, with a clock that ticks and keys that are unique and in no order.

use std::cell::Cell;

use domain::change::Change;
use domain::command::{
    Command, CommandError, Ctx, PersonCommand, PersonDraft, Plan, ProjectCommand, ProjectDraft,
    StepCommand, StepDraft, TaskCommand, TaskDraft, TaskField, TemplateCommand, TemplateDraft,
    plan,
};
use domain::id::{PersonId, ProjectId, RecordId, RunId, StepId, TaskId, TemplateId};
use domain::lists::List;
use domain::model::{Column, Run, Stage, Step, Task};
use domain::time::{Day, Instant};
use domain::workspace::{Entity, Workspace};

pub struct World {
    pub workspace: Workspace,
    n_keys: Cell<u64>,
    minutes: i64,
}

impl World {
    pub fn new() -> World {
        World {
            workspace: Workspace::default(),
            n_keys: Cell::new(0),
            minutes: 0,
        }
    }

    pub fn today(&self) -> Day {
        day("2026-03-11")
    }

    pub fn now(&self) -> Instant {
        // 11 March 2026, 09:00 UTC.
        Instant::from_millis(1_773_219_600_000 + self.minutes * 60_000)
    }

    pub fn new_key(&self) -> u64 {
        self.n_keys.set(self.n_keys.get() + 1);
        // An odd factor maps counters to distinct keys; the golden ratio scatters them.
        self.n_keys.get().wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }

    pub fn with_ctx<T>(&self, use_ctx: impl FnOnce(&Ctx) -> T) -> T {
        use_ctx(&Ctx {
            now: self.now(),
            today: self.today(),
            offset_minutes: 0,
            new_key: &|| self.new_key(),
        })
    }

    pub fn plan(&self, command: impl Into<Command>) -> Result<Plan, CommandError> {
        self.with_ctx(|ctx| plan(&self.workspace, command.into(), ctx))
    }

    /// The sentence with which a command is refused.
    pub fn refusal(&self, command: impl Into<Command>) -> String {
        self.plan(command).unwrap_err().to_string()
    }

    /// Does a command; a minute passes.
    pub fn run(&mut self, command: impl Into<Command>) -> Plan {
        let plan = self.plan(command).unwrap();
        self.minutes += 1;
        self.apply(&plan.change);
        plan
    }

    /// A minute in which nothing happens.
    pub fn task_free_minute(&mut self) {
        self.minutes += 1;
    }

    pub fn apply(&mut self, change: &Change) {
        self.workspace.apply(change);
        assert_eq!(self.workspace.problems(), []);
    }

    pub fn get<T: Entity + Clone>(&self, id: T::Id) -> T {
        (**self.workspace.get::<T>(id).unwrap()).clone()
    }

    pub fn project(&mut self, name: &str) -> ProjectId {
        let created = self.run(ProjectCommand::Create {
            draft: ProjectDraft {
                name: name.to_owned(),
                ..ProjectDraft::default()
            },
            stage: Stage::Initiate,
        });
        ProjectId::from_key(created.created.unwrap().key)
    }

    /// A project in planning that starts on this day.
    pub fn project_from(&mut self, name: &str, start: &str) -> ProjectId {
        let created = self.run(ProjectCommand::Create {
            draft: ProjectDraft {
                name: name.to_owned(),
                start: Some(day(start)),
                ..ProjectDraft::default()
            },
            stage: Stage::Plan,
        });
        ProjectId::from_key(created.created.unwrap().key)
    }

    /// A world with a project that has these tasks in its backlog.
    pub fn with_tasks(titles: &[&str]) -> (World, ProjectId, Vec<TaskId>) {
        let mut world = World::new();
        let project = world.project("House");
        let ids = titles.iter();
        let ids = ids.map(|title| world.task(project, Column::Backlog, title));
        let ids = ids.collect();
        (world, project, ids)
    }

    /// Changes one field of a task.
    pub fn set(&mut self, id: TaskId, field: TaskField) {
        self.run(TaskCommand::Set {
            ids: vec![id],
            fields: vec![field],
        });
    }

    pub fn task(&mut self, project: ProjectId, column: Column, title: &str) -> TaskId {
        let created = self.run(TaskCommand::Create {
            project,
            column,
            draft: TaskDraft::titled(title),
        });
        TaskId::from_key(created.created.unwrap().key)
    }

    pub fn template(&mut self, name: &str) -> TemplateId {
        let created = self.run(TemplateCommand::Create {
            draft: TemplateDraft {
                name: name.to_owned(),
                ..TemplateDraft::default()
            },
        });
        TemplateId::from_key(created.created.unwrap().key)
    }

    pub fn step(&mut self, template: TemplateId, title: &str) -> StepId {
        let created = self.run(StepCommand::Create {
            template,
            draft: StepDraft {
                title: title.to_owned(),
                ..StepDraft::default()
            },
        });
        StepId::from_key(created.created.unwrap().key)
    }

    pub fn start(&mut self, template: TemplateId, name: &str) -> RunId {
        let created = self.run(domain::command::RunCommand::Start {
            template,
            name: name.to_owned(),
        });
        RunId::from_key(created.created.unwrap().key)
    }

    pub fn person(&mut self, name: &str) -> PersonId {
        let created = self.run(PersonCommand::Create {
            draft: PersonDraft {
                name: name.to_owned(),
                role: String::new(),
            },
        });
        PersonId::from_key(created.created.unwrap().key)
    }

    /// The titles in a column, from top to bottom.
    pub fn column(&self, project: ProjectId, column: Column) -> Vec<String> {
        self.workspace
            .list::<Task>(List::TasksIn(project, column))
            .map(|(_, task)| task.title.clone())
            .collect()
    }

    /// The titles of a process's steps in order.
    pub fn steps(&self, template: TemplateId) -> Vec<String> {
        self.workspace
            .list::<Step>(List::Steps(template))
            .map(|(_, step)| step.title.clone())
            .collect()
    }

    /// The names of the runs on a step.
    pub fn runs_at(&self, template: TemplateId, step: StepId) -> Vec<String> {
        self.workspace
            .list::<Run>(List::RunsAt(template, step))
            .map(|(_, run)| run.name.clone())
            .collect()
    }
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A workspace with the same records, built in one step.
pub fn rebuilt(workspace: &Workspace) -> Workspace {
    let records = workspace.all_records();
    with_records(records.into_iter().map(|(id, record)| (id, record.clone())))
}

/// A workspace with these records.
pub fn with_records(
    records: impl IntoIterator<Item = (RecordId, domain::workspace::Record)>,
) -> Workspace {
    let mut change = Change::default();
    for (id, record) in records {
        change.put(id, None, Some(record));
    }
    let mut workspace = Workspace::default();
    workspace.apply(&change);
    workspace
}
