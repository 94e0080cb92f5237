//! The log of a process from its runs and what happened in them.

use crate::flow::form;
use crate::id::{RunId, StepId, TemplateId};
use crate::lists::List;
use crate::log::{Builder, CaseDraft, Event, Lifecycle, Log};
use crate::model::{Ending, Person, Run, RunEvent, RunEventKind, Version};
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
        let is_cancelled = run.ending == Some(Ending::Cancelled);
        let names = |id| {
            workspace
                .get::<Person>(id)
                .map(|person| person.name.clone())
        };
        let fields = run
            .values
            .iter()
            .map(|(key, value)| (key.clone(), form::shown(value, &names)));
        let case = CaseDraft {
            run: Some(id),
            name: run.name.clone(),
            version: version.map_or(0, |version| version.number),
            accepted: run.started_at,
            finished: run.finished_at.filter(|_| !is_cancelled),
            cancelled: run.finished_at.filter(|_| is_cancelled),
            due: run.due,
            fields: fields.collect(),
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
    let listed = || workspace.list::<RunEvent>(List::RunEvents(run));
    // Old data does not say when a run came to a step: it came there when the one before was done.
    // What another tool knew does not say either, but there it need not be the documented next.
    let is_imported = listed()
        .next()
        .is_some_and(|(_, event)| event.kind == RunEventKind::Started && event.step.is_none());
    let is_old =
        !is_imported && !listed().any(|(_, event)| event.kind == RunEventKind::StepEntered);
    for (_, event) in listed() {
        let Some(step_id) = event.step else { continue };
        let person = event.person.and_then(|id| workspace.get::<Person>(id));
        let actor = builder.actor(person.map_or(event.by.as_str(), |person| &person.name));
        let mut add = |step_id: StepId, lifecycle: Lifecycle| {
            let activity = builder.step(step_id, title(step_id).unwrap_or("A step that is gone"));
            events.push(Event {
                activity,
                actor,
                lifecycle,
                at: event.at,
            });
        };
        let is_done = matches!(
            event.kind,
            RunEventKind::StepFinished | RunEventKind::Approved
        );
        match event.kind {
            RunEventKind::Started => add(step_id, Lifecycle::Entered),
            RunEventKind::Moved | RunEventKind::Chosen => add(step_id, Lifecycle::Moved),
            RunEventKind::StepEntered => add(step_id, Lifecycle::Entered),
            RunEventKind::StepStarted => add(step_id, Lifecycle::Began),
            RunEventKind::Approved => add(step_id, Lifecycle::Finished),
            RunEventKind::Rejected => add(step_id, Lifecycle::Rejected),
            RunEventKind::SentBack => add(event.from.unwrap_or(step_id), Lifecycle::Rejected),
            RunEventKind::Skipped => add(step_id, Lifecycle::Skipped),
            RunEventKind::Omitted => add(step_id, Lifecycle::Omitted),
            RunEventKind::Overridden => add(step_id, Lifecycle::Overridden),
            RunEventKind::Reopened => add(step_id, Lifecycle::Moved),
            RunEventKind::Assigned
            | RunEventKind::Filled
            | RunEventKind::Paused
            | RunEventKind::Resumed
            | RunEventKind::Cancelled
            | RunEventKind::Migrated => {}
            RunEventKind::StepFinished | RunEventKind::Finished => {
                add(step_id, Lifecycle::Finished);
                let is_last = event.kind == RunEventKind::Finished || !is_old;
                if let Some(next_id) = next(step_id).filter(|_| !is_last) {
                    add(next_id, Lifecycle::Entered);
                }
            }
        }
        if is_done && event.due.is_some_and(|due| due < event.at) {
            add(step_id, Lifecycle::Late);
        }
    }
    events
}
