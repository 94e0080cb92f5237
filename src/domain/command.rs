//! Commands: what the person meant, and the change it makes.
//!
//! [`plan`] is pure: it reads a workspace and returns a [`Change`], or a sentence that says why
//! not. One intention is one command, one change and one undo step, however many records it touches.

pub mod archive;
mod belongings;
pub mod budget;
mod chain;
pub mod charter;
pub mod comment;
pub mod convert;
mod copy;
pub mod decision;
pub mod entry;
pub mod error;
pub mod gate;
pub mod import;
pub mod improvement;
pub mod keeping;
pub mod link;
pub mod log;
pub mod outline;
pub mod person;
pub mod plan_error;
mod position;
pub mod project;
pub mod raid;
pub mod run;
pub mod sample;
pub mod settings;
pub mod starter;
pub mod step;
pub mod task;
mod task_field;
mod task_many;
pub mod team;
pub mod template;
pub mod version;

pub use archive::ArchiveCommand;
pub use budget::{BudgetCommand, BudgetDraft};
pub use charter::{CharterCommand, CharterDraft};
pub use comment::CommentCommand;
pub use convert::{ConvertCommand, Original};
pub use copy::CopyDraft;
pub use decision::{DecisionCommand, Route, Setup};
pub use entry::{EntryCommand, EntryDraft};
pub use error::CommandError;
pub use gate::GateCommand;
pub use import::ImportCommand;
pub use improvement::{ImprovementCommand, ImprovementDraft};
pub use keeping::KeepingCommand;
pub use link::LinkCommand;
pub use log::LogCommand;
pub use outline::OutlineCommand;
pub use person::{PersonCommand, PersonDraft};
pub use plan_error::PlanError;
pub use project::{ProjectCommand, ProjectDraft};
pub use raid::{RaidCommand, RaidDraft};
pub use run::{Finish, Migration, RunCommand, Verdict};
pub use sample::SampleCommand;
pub use settings::{SettingsCommand, SettingsDraft};
pub use starter::StarterCommand;
pub use step::{StepCommand, StepDraft};
pub use task::{TaskCommand, TaskDraft};
pub use task_field::TaskField;
pub use team::{LessonDraft, TeamCommand};
pub use template::{TemplateCommand, TemplateDraft};
pub use version::VersionCommand;

use crate::change::{Change, Draft};
use crate::time::{Day, Instant};
use crate::workspace::Workspace;

/// Everything a person can mean.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// About the wizard's decisions.
    Decision(DecisionCommand),
    /// About making a process of a project and back.
    Convert(ConvertCommand),
    /// About projects.
    Project(ProjectCommand),
    /// About a project's tasks.
    Task(TaskCommand),
    /// About which tasks are parts of which.
    Outline(OutlineCommand),
    /// About the links between tasks.
    Link(LinkCommand),
    /// About comments on tasks.
    Comment(CommentCommand),
    /// About process templates.
    Template(TemplateCommand),
    /// About a template's steps.
    Step(StepCommand),
    /// About the versions of a process.
    Version(VersionCommand),
    /// About runs of a process.
    Run(RunCommand),
    /// About a process's improvements.
    Improvement(ImprovementCommand),
    /// About an event log of another tool.
    Log(LogCommand),
    /// About people.
    Person(PersonCommand),
    /// About the workspace as a whole.
    Settings(SettingsCommand),
    /// About work that begins from a starter.
    Starter(StarterCommand),
    /// About the sample workspace.
    Sample(SampleCommand),
    /// About a Loopline file.
    Import(ImportCommand),
    /// About the archive.
    Archive(ArchiveCommand),
    /// About a project's charter.
    Charter(CharterCommand),
    /// About gates.
    Gate(GateCommand),
    /// About a project's log.
    Raid(RaidCommand),
    /// About a project's budget.
    Budget(BudgetCommand),
    /// About time and expenses.
    Entry(EntryCommand),
    /// About baselines and reports.
    Keeping(KeepingCommand),
    /// About who works on what, estimates and lessons.
    Team(TeamCommand),
}

/// What the world outside lends to a plan.
pub struct Ctx<'a> {
    /// The moment of the edit.
    pub now: Instant,
    /// The civil day of the edit where the person is.
    pub today: Day,
    /// Minutes that the person's local time is ahead of UTC at that moment.
    pub offset_minutes: i32,
    /// Draws a key no other record has.
    pub new_key: &'a dyn Fn() -> u64,
}

/// A change and what it does, in past tense: “Moved “Pick a venue” to Done”.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Every touched record before and after; empty when nothing would change.
    pub change: Change,
    /// What was done, for the notice, the undo button and the history.
    pub label: String,
    /// The record the command created, if it created one to go to.
    pub created: Option<crate::id::RecordId>,
}

/// The change a command makes in this workspace, or why it makes none.
pub fn plan(workspace: &Workspace, command: Command, ctx: &Ctx) -> Result<Plan, CommandError> {
    let mut draft = Draft::new(workspace);
    let planned = match command {
        Command::Decision(command) => decision::plan(workspace, &mut draft, command, ctx),
        Command::Convert(command) => convert::plan(workspace, &mut draft, command, ctx),
        Command::Project(command) => project::plan(workspace, &mut draft, command, ctx),
        Command::Task(command) => task::plan(workspace, &mut draft, command, ctx),
        Command::Outline(command) => outline::plan(workspace, &mut draft, command, ctx),
        Command::Link(command) => link::plan(workspace, &mut draft, command, ctx),
        Command::Comment(command) => comment::plan(workspace, &mut draft, command, ctx),
        Command::Template(command) => template::plan(workspace, &mut draft, command, ctx),
        Command::Step(command) => step::plan(workspace, &mut draft, command, ctx),
        Command::Version(command) => version::plan(workspace, &mut draft, command, ctx),
        Command::Run(command) => run::plan(workspace, &mut draft, command, ctx),
        Command::Improvement(command) => improvement::plan(workspace, &mut draft, command, ctx),
        Command::Log(command) => log::plan(workspace, &mut draft, &command, ctx),
        Command::Person(command) => person::plan(workspace, &mut draft, command, ctx),
        Command::Settings(command) => settings::plan(workspace, &mut draft, command),
        Command::Starter(command) => starter::plan(workspace, &mut draft, command, ctx),
        Command::Sample(command) => sample::plan(workspace, &mut draft, command, ctx),
        Command::Archive(command) => archive::plan(workspace, &mut draft, command, ctx),
        Command::Import(command) => import::plan(workspace, &mut draft, &command),
        Command::Charter(command) => charter::plan(workspace, &mut draft, command, ctx),
        Command::Gate(command) => gate::plan(workspace, &mut draft, command, ctx),
        Command::Raid(command) => raid::plan(workspace, &mut draft, command, ctx),
        Command::Budget(command) => budget::plan(workspace, &mut draft, command, ctx),
        Command::Entry(command) => entry::plan(workspace, &mut draft, command, ctx),
        Command::Keeping(command) => keeping::plan(workspace, &mut draft, command, ctx),
        Command::Team(command) => team::plan(workspace, &mut draft, command, ctx),
    }?;
    Ok(Plan {
        change: draft.finish(),
        label: planned.label,
        created: planned.created,
    })
}

/// What a family's plan says beside the edits it drafted.
pub(crate) struct Planned {
    label: String,
    created: Option<crate::id::RecordId>,
}

impl Planned {
    pub(crate) fn done(label: String) -> Result<Planned, CommandError> {
        Ok(Planned {
            label,
            created: None,
        })
    }

    pub(crate) fn created(
        id: impl Into<crate::id::RecordId>,
        label: String,
    ) -> Result<Planned, CommandError> {
        Ok(Planned {
            label,
            created: Some(id.into()),
        })
    }
}

macro_rules! into_command {
    ($($family:ident => $variant:ident;)*) => {$(
        impl From<$family> for Command {
            fn from(command: $family) -> Command { Command::$variant(command) }
        }
    )*};
}

into_command! {
    DecisionCommand => Decision;
    ConvertCommand => Convert;
    ProjectCommand => Project;
    TaskCommand => Task;
    OutlineCommand => Outline;
    LinkCommand => Link;
    CommentCommand => Comment;
    TemplateCommand => Template;
    StepCommand => Step;
    VersionCommand => Version;
    RunCommand => Run;
    ImprovementCommand => Improvement;
    LogCommand => Log;
    PersonCommand => Person;
    SettingsCommand => Settings;
    StarterCommand => Starter;
    SampleCommand => Sample;
    ImportCommand => Import;
    ArchiveCommand => Archive;
    CharterCommand => Charter;
    GateCommand => Gate;
    RaidCommand => Raid;
    BudgetCommand => Budget;
    EntryCommand => Entry;
    KeepingCommand => Keeping;
    TeamCommand => Team;
}
