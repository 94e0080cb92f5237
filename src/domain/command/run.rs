//! Commands about runs: start one, do its steps, go another way, rest, end.

mod advance;
mod manage;
mod migrate;
mod record;
mod schedule;
mod start;

pub use migrate::Migration;
pub(crate) use record::Log;
pub use schedule::run_id as scheduled_run;

use crate::change::Draft;
use crate::command::{CommandError, Ctx, Planned};
use crate::id::{PersonId, RunId, StepId, TemplateId, VersionId};
use crate::model::{Run, Values};
use crate::workspace::Workspace;

/// What can be meant about a run.
#[derive(Clone, Debug, PartialEq)]
pub enum RunCommand {
    /// Start one on the latest version.
    Start {
        /// The process.
        template: TemplateId,
        /// What the run is about; when empty it is named after its data, or the process and a number.
        name: String,
    },
    /// Rename it and say who does the current step.
    Edit {
        /// Which.
        id: RunId,
        /// What it is about.
        name: String,
        /// Who does the current step.
        assignee: Option<PersonId>,
    },
    /// Finish the current step as it is: the run moves on by itself.
    FinishStep {
        /// Which.
        id: RunId,
    },
    /// Finish a step with what was recorded: the run moves on by itself.
    Finish(Finish),
    /// Begin to work on a step: its wait is over.
    Begin {
        /// Which.
        id: RunId,
        /// Where it stands.
        token: u32,
    },
    /// Record data while a step is under way.
    Fill {
        /// Which.
        id: RunId,
        /// Where it stands.
        token: u32,
        /// The data by key; absent for what is cleared.
        values: Vec<(String, Option<crate::model::Value>)>,
    },
    /// Tick a line of the checklist, or take the tick away.
    Check {
        /// Which.
        id: RunId,
        /// Where it stands.
        token: u32,
        /// The line, from 0.
        line: u32,
        /// Whether it is ticked.
        is_done: bool,
    },
    /// Give a step to someone, or to nobody.
    Assign {
        /// Which.
        id: RunId,
        /// Where it stands.
        token: u32,
        /// Who does it.
        person: Option<PersonId>,
    },
    /// Put it on another step than the next. Kept as a deviation, where the path is not decided in each run.
    MoveTo {
        /// Which.
        id: RunId,
        /// The step; it must be one of the run's version.
        step: StepId,
        /// The step it stands on, where it stands on several; absent for the first.
        from: Option<StepId>,
        /// Why; needed for a deviation.
        reason: String,
    },
    /// Rest: its clocks stand still.
    Pause {
        /// Which.
        id: RunId,
        /// Why; needed.
        reason: String,
    },
    /// Go on after a rest.
    Resume {
        /// Which.
        id: RunId,
    },
    /// Call it off.
    Cancel {
        /// Which.
        id: RunId,
        /// Why; needed.
        reason: String,
    },
    /// Go on with a run that has ended, on its last finished step.
    Reopen {
        /// Which.
        id: RunId,
        /// Why; needed.
        reason: String,
    },
    /// Let runs under way follow another version.
    Migrate {
        /// Which.
        ids: Vec<RunId>,
        /// The version to follow.
        version: VersionId,
        /// Where a run goes that stands on a step: the step of the other version.
        map: Vec<(StepId, StepId)>,
    },
    /// Start what the schedules say, with what was missed.
    CatchUp,
    /// Delete it with what happened in it.
    Delete {
        /// Which.
        id: RunId,
    },
}

/// How a step is finished.
#[derive(Clone, Debug, PartialEq)]
pub struct Finish {
    /// The run.
    pub id: RunId,
    /// Where it stands.
    pub token: u32,
    /// What was recorded, by key; absent for what is cleared.
    pub values: Vec<(String, Option<crate::model::Value>)>,
    /// Done, or what an approval says.
    pub verdict: Verdict,
    /// Why, where the step is refused, sent back, left out, or finished without all it needs.
    pub reason: String,
}

/// What finishing a step says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is done; of an approval: approved.
    Done,
    /// It is done although something is missing: a deviation, with its reason.
    Override,
    /// The approval is refused; a reason is needed.
    Reject,
    /// Rework is needed; with its reason.
    SendBack,
    /// The step is left out: a deviation, with its reason.
    Omit,
}

pub(super) fn plan<'a>(
    workspace: &'a Workspace,
    draft: &mut Draft<'a>,
    command: RunCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    let mut log = Log::new(workspace, draft, ctx);
    match command {
        RunCommand::Start { template, name } => start::start(&mut log, template, &name),
        RunCommand::FinishStep { id } => advance::finish_first(&mut log, id),
        RunCommand::Finish(finish) => advance::finish(&mut log, finish),
        RunCommand::Begin { id, token } => advance::begin(&mut log, id, token),
        RunCommand::Fill { id, token, values } => advance::fill(&mut log, id, token, values),
        RunCommand::Check {
            id,
            token,
            line,
            is_done,
        } => advance::check(&mut log, id, token, line, is_done),
        RunCommand::Assign { id, token, person } => manage::assign(&mut log, id, token, person),
        RunCommand::Edit { id, name, assignee } => manage::edit(&mut log, id, &name, assignee),
        RunCommand::MoveTo {
            id,
            step,
            from,
            reason,
        } => advance::move_to(&mut log, id, step, from, &reason),
        RunCommand::Pause { id, reason } => manage::pause(&mut log, id, &reason),
        RunCommand::Resume { id } => manage::resume(&mut log, id),
        RunCommand::Cancel { id, reason } => manage::cancel(&mut log, id, &reason),
        RunCommand::Reopen { id, reason } => manage::reopen(&mut log, id, &reason),
        RunCommand::Migrate { ids, version, map } => {
            migrate::migrate(&mut log, &ids, version, &map)
        }
        RunCommand::CatchUp => schedule::catch_up(&mut log),
        RunCommand::Delete { id } => manage::delete(&mut log, id),
    }
}

/// What recorded data becomes when these are set and the absent ones cleared.
fn with(values: &Values, set: &[(String, Option<crate::model::Value>)]) -> Values {
    let mut values = values.clone();
    for (key, value) in set {
        match value {
            Some(value) => values.insert(key.clone(), value.clone()),
            None => values.remove(key),
        };
    }
    values
}

fn find(log: &Log, id: RunId) -> Result<Run, CommandError> {
    log.draft
        .get::<Run>(id)
        .map(|run| (*run).clone())
        .ok_or(CommandError::Gone { what: "run" })
}
