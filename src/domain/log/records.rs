//! The log of a process from its runs and what happened in them.

use crate::id::{RunId, StepId, TemplateId};
use crate::lists::List;
use crate::log::{Builder, CaseDraft, Event, Lifecycle, Log};
use crate::model::{Run, RunEvent, RunEventKind, Version};
use crate::workspace::Workspace;

/// Everything that happened in the runs of a process. It visits every run and event once.
pub fn log(workspace: &Workspace, template: TemplateId) -> Log {
    let mut builder = Builder::default();
    // The latest version comes first: its order and its titles are those that pages show.
    let versions: Vec<_> = workspace
        .list::<Version>(List::Versions(template))
        .collect();
    for (_, version) in versions.iter().rev() {
        for step in &version.steps {
            builder.step(step.step, &step.title);
        }
    }
    for (id, run) in workspace.list::<Run>(List::Runs(template)) {
        let version = workspace.get::<Version>(run.version);
        let events = events(workspace, &mut builder, id, version.map(AsRef::as_ref));
        let case = CaseDraft {
            run: Some(id),
            name: run.name.clone(),
            version: version.map_or(0, |version| version.number),
            accepted: run.started_at,
            finished: run.finished_at,
            ..CaseDraft::default()
        };
        builder.case(case, events);
    }
    builder.finish()
}

fn events(
    workspace: &Workspace,
    builder: &mut Builder,
    run: RunId,
    version: Option<&Version>,
) -> Vec<Event> {
    let title = |step_id: StepId| {
        let version = version?;
        let step = version.steps.get(version.position(step_id)?)?;
        Some(step.title.as_str())
    };
    let next = |step_id: StepId| {
        let version = version?;
        let step = version.steps.get(version.position(step_id)? + 1)?;
        Some(step.step)
    };
    let mut events = Vec::new();
    for (_, event) in workspace.list::<RunEvent>(List::RunEvents(run)) {
        let Some(step_id) = event.step else { continue };
        let actor = builder.actor(&event.by);
        let mut add = |step_id: StepId, lifecycle: Lifecycle| {
            let activity = builder.step(step_id, title(step_id).unwrap_or("A step that is gone"));
            events.push(Event {
                activity,
                actor,
                lifecycle,
                at: event.at,
            });
        };
        match event.kind {
            RunEventKind::Started => add(step_id, Lifecycle::Entered),
            RunEventKind::Moved | RunEventKind::Chosen => add(step_id, Lifecycle::Moved),
            RunEventKind::StepFinished | RunEventKind::Finished => {
                add(step_id, Lifecycle::Finished);
                if let Some(next_id) =
                    next(step_id).filter(|_| event.kind != RunEventKind::Finished)
                {
                    add(next_id, Lifecycle::Entered);
                }
            }
        }
    }
    events
}
