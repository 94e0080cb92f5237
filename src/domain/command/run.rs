//! Commands about runs: start one, finish its steps, put it elsewhere.

use std::sync::Arc;

use crate::change::Draft;
use crate::command::{CommandError, Ctx, Planned, person, template};
use crate::id::{PersonId, RunEventId, RunId, StepId, TemplateId, VersionId};
use crate::lists::List;
use crate::model::{Run, RunEvent, RunEventKind, Step, Version, VersionStep};
use crate::text;
use crate::workspace::Workspace;

/// What can be meant about a run.
#[derive(Clone, Debug, PartialEq)]
pub enum RunCommand {
    /// Start one on the process's steps as they are now.
    Start {
        /// The process.
        template: TemplateId,
        /// What the run is about; when empty it is called after the process and its number.
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
    /// Finish the current step: the run moves on by itself.
    FinishStep {
        /// Which.
        id: RunId,
    },
    /// Put it on another step than the next. Kept as a deviation, where the path is not decided in each run.
    MoveTo {
        /// Which.
        id: RunId,
        /// The step; it must be one of the run's version.
        step: StepId,
    },
    /// Delete it with what happened in it.
    Delete {
        /// Which.
        id: RunId,
    },
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: RunCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    match command {
        RunCommand::Start { template, name } => start(workspace, draft, template, &name, ctx),
        RunCommand::Edit { id, name, assignee } => {
            let name = text::line("Name", &name)?;
            let mut run = find(workspace, id)?.clone();
            let label = format!("Changed run “{name}”");
            run.name = name;
            run.assignee = person::present(workspace, assignee);
            draft.put(id, run);
            Planned::done(label)
        }
        RunCommand::FinishStep { id } => finish_step(workspace, draft, id, ctx),
        RunCommand::MoveTo { id, step } => move_to(workspace, draft, id, step, ctx),
        RunCommand::Delete { id } => {
            let label = format!("Deleted run “{}”", find(workspace, id)?.name);
            for event_id in workspace.ids::<RunEvent>(List::RunEvents(id)) {
                draft.remove(event_id);
            }
            draft.remove(id);
            Planned::done(label)
        }
    }
}

fn start(
    workspace: &Workspace,
    draft: &mut Draft,
    template_id: TemplateId,
    name: &str,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    let template = template::find(workspace, template_id)?;
    let name = text::optional_line("Name", name)?;
    let (version_id, first) =
        current_version(workspace, draft, template_id, ctx).ok_or_else(|| {
            CommandError::NoSteps {
                template: template.name.clone(),
            }
        })?;
    let number = workspace
        .list::<Run>(List::Runs(template_id))
        .map(|(_, run)| run.number)
        .max()
        .unwrap_or(0)
        .saturating_add(1);
    let id = RunId::from_key((ctx.new_key)());
    let run = Run {
        template: template_id,
        version: version_id,
        number,
        name: if name.is_empty() {
            format!("{} {number}", template.name)
        } else {
            name
        },
        current: Some(first),
        assignee: None,
        started_at: ctx.now,
        entered_at: ctx.now,
        finished_at: None,
    };
    let label = format!("Started “{}”", run.name);
    draft.put(id, run);
    record(
        workspace,
        draft,
        id,
        RunEventKind::Started,
        Some(first),
        ctx,
    );
    Planned::created(id, label)
}

/// The version that has the process's steps as they are now, frozen on the spot where there is
/// none yet, and its first step. `None` when the process has no steps.
fn current_version(
    workspace: &Workspace,
    draft: &mut Draft,
    template_id: TemplateId,
    ctx: &Ctx,
) -> Option<(VersionId, StepId)> {
    let steps: Vec<VersionStep> = workspace
        .list::<Step>(List::Steps(template_id))
        .map(|(id, step)| VersionStep {
            step: id,
            title: step.title.clone(),
            instructions: step.instructions.clone(),
            role: step.role.clone(),
        })
        .collect();
    let first = steps.first()?.step;
    let latest = workspace
        .lists()
        .last(List::Versions(template_id))
        .map(VersionId::from_key)
        .and_then(|id| Some((id, workspace.get::<Version>(id)?)));
    let number = match latest {
        Some((id, version)) if version.steps == steps => return Some((id, first)),
        Some((_, version)) => version.number.saturating_add(1),
        None => 1,
    };
    let id = VersionId::from_key((ctx.new_key)());
    let version = Version {
        template: template_id,
        number,
        published_at: ctx.now,
        steps,
    };
    draft.put(id, version);
    Some((id, first))
}

fn finish_step(
    workspace: &Workspace,
    draft: &mut Draft,
    id: RunId,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    let mut run = find(workspace, id)?.clone();
    let version = version_of(workspace, &run)?;
    let current = run.current.ok_or_else(|| CommandError::RunFinished {
        run: run.name.clone(),
    })?;
    let step_idx = version
        .position(current)
        .ok_or(CommandError::Gone { what: "step" })?;
    let title = version
        .steps
        .get(step_idx)
        .map_or("", |step| step.title.as_str());
    let label = format!("Finished “{title}” of “{}”", run.name);
    run.current = version.steps.get(step_idx + 1).map(|step| step.step);
    run.assignee = None;
    run.entered_at = ctx.now;
    let kind = if run.current.is_none() {
        run.finished_at = Some(ctx.now);
        RunEventKind::Finished
    } else {
        RunEventKind::StepFinished
    };
    draft.put(id, run);
    record(workspace, draft, id, kind, Some(current), ctx);
    Planned::done(label)
}

fn move_to(
    workspace: &Workspace,
    draft: &mut Draft,
    id: RunId,
    step_id: StepId,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    let mut run = find(workspace, id)?.clone();
    let version = version_of(workspace, &run)?;
    let Some(step) = version.steps.iter().find(|step| step.step == step_id) else {
        return Err(CommandError::StepNotInVersion {
            run: run.name,
            version: version.number,
        });
    };
    let label = format!("Moved “{}” to {}", run.name, step.title);
    if run.current == Some(step_id) {
        return Planned::done(label);
    }
    run.current = Some(step_id);
    run.assignee = None;
    run.entered_at = ctx.now;
    run.finished_at = None;
    let is_flexible = template::find(workspace, run.template)?.flexible;
    let kind = if is_flexible {
        RunEventKind::Chosen
    } else {
        RunEventKind::Moved
    };
    draft.put(id, run);
    record(workspace, draft, id, kind, Some(step_id), ctx);
    Planned::done(label)
}

fn record(
    workspace: &Workspace,
    draft: &mut Draft,
    run: RunId,
    kind: RunEventKind,
    step: Option<StepId>,
    ctx: &Ctx,
) {
    let event = RunEvent {
        run,
        kind,
        step,
        at: ctx.now,
        by: workspace.settings().your_name,
    };
    draft.put(RunEventId::from_key((ctx.new_key)()), event);
}

fn version_of<'a>(workspace: &'a Workspace, run: &Run) -> Result<&'a Arc<Version>, CommandError> {
    workspace
        .get::<Version>(run.version)
        .ok_or(CommandError::Gone { what: "version" })
}

fn find(workspace: &Workspace, id: RunId) -> Result<&Run, CommandError> {
    workspace
        .get::<Run>(id)
        .map(AsRef::as_ref)
        .ok_or(CommandError::Gone { what: "run" })
}
