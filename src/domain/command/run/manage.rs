//! Runs as a whole: their name and people, resting, calling off, reopening, deleting.

use super::advance::{readied, standing, under_way};
use super::find;
use super::record::Log;
use crate::command::{CommandError, Planned, person};
use crate::flow::engine::{self, Engine};
use crate::id::{PersonId, RunId};
use crate::lists::List;
use crate::model::{Ending, Run, RunEvent, RunEventKind};
use crate::text;

pub(super) fn edit(
    log: &mut Log,
    id: RunId,
    name: &str,
    assignee: Option<PersonId>,
) -> Result<Planned, CommandError> {
    let name = text::line("Name", name)?;
    let mut run = find(log, id)?;
    let label = format!("Changed run “{name}”");
    run.named = run.named || run.name != name;
    run.name = name;
    let assignee = person::present(log.workspace, assignee);
    if run.assignee != assignee {
        if let Some(version) = log.version(run.version) {
            engine::upgrade(&version, &mut run);
        }
        give(log, id, &mut run, None, assignee);
    }
    log.draft.put(id, run);
    Planned::done(label)
}

pub(super) fn assign(
    log: &mut Log,
    id: RunId,
    token: u32,
    assignee: Option<PersonId>,
) -> Result<Planned, CommandError> {
    let at = standing(log, id, token)?;
    let mut run = at.run;
    let assignee = person::present(log.workspace, assignee);
    let whom = assignee.and_then(|id| log.named(id));
    let whom = whom.unwrap_or_else(|| "nobody".to_owned());
    let label = format!("Gave “{}” of “{}” to {whom}", at.step.title, run.name);
    if at.token.assignee != assignee {
        give(log, id, &mut run, Some(token), assignee);
    }
    log.draft.put(id, run);
    Planned::done(label)
}

/// Gives a token, or the first one, to someone.
fn give(log: &mut Log, id: RunId, run: &mut Run, token: Option<u32>, person: Option<PersonId>) {
    let is_it = |key: u32| token.is_none_or(|token| token == key);
    let own = run
        .tokens
        .iter_mut()
        .find(|own| !own.waits && is_it(own.key));
    let Some(own) = own else { return };
    own.assignee = person;
    let event = RunEvent {
        step: Some(own.step),
        token: own.key,
        person,
        ..log.event(id, RunEventKind::Assigned)
    };
    log.put(event);
    engine::show_first(run);
}

pub(super) fn pause(log: &mut Log, id: RunId, reason: &str) -> Result<Planned, CommandError> {
    let reason = text::line("Reason", reason)?;
    let (mut run, _) = under_way(log, id)?;
    let label = format!("Paused “{}”", run.name);
    if run.paused_at.is_some() {
        return Planned::done(label);
    }
    run.paused_at = Some(log.ctx.now);
    log.draft.put(id, run);
    say(log, id, RunEventKind::Paused, reason);
    Planned::done(label)
}

/// Clocks that had not run out by the rest go on with what they had left; those that had stay.
pub(super) fn resume(log: &mut Log, id: RunId) -> Result<Planned, CommandError> {
    let (mut run, version) = under_way(log, id)?;
    let label = format!("Resumed “{}”", run.name);
    let Some(since) = run.paused_at.take() else {
        return Planned::done(label);
    };
    let clock = log.work_time();
    let now = log.ctx.now;
    let moved = |due: Option<crate::time::Instant>| {
        let due = due?;
        let left = u32::try_from(clock.between(since, due))
            .ok()
            .filter(|_| due > since);
        match left {
            Some(left) => clock.after(now, left).or(Some(due)),
            None => Some(due),
        }
    };
    run.due = moved(run.due);
    for token in &mut run.tokens {
        // A day counted from the run's data does not move by resting.
        let step = version.step(token.step);
        if step.is_some_and(|step| step.work.due.is_none()) {
            token.due = moved(token.due);
        }
    }
    let children: Vec<RunId> = run.tokens.iter().filter_map(|token| token.child).collect();
    log.draft.put(id, run);
    say(log, id, RunEventKind::Resumed, String::new());
    // What ended inside it while it rested could not move it.
    for child_id in children {
        let child = log.draft.get::<Run>(child_id);
        if let Some(child) = child.filter(|child| child.finished_at.is_some()) {
            log.tell_parent(child_id, &child, 0);
        }
    }
    Planned::done(label)
}

pub(super) fn cancel(log: &mut Log, id: RunId, reason: &str) -> Result<Planned, CommandError> {
    let reason = text::line("Reason", reason)?;
    let (run, _) = under_way(log, id)?;
    let label = format!("Cancelled “{}”", run.name);
    call_off(log, id, run, &reason);
    Planned::done(label)
}

/// Ends a run, and those inside it, for which nobody would wait any more.
fn call_off(log: &mut Log, id: RunId, mut run: Run, reason: &str) {
    let tokens = std::mem::take(&mut run.tokens);
    run.ending = Some(Ending::Cancelled);
    run.finished_at = Some(log.ctx.now);
    run.paused_at = None;
    engine::show_first(&mut run);
    log.draft.put(id, run);
    say(log, id, RunEventKind::Cancelled, reason.to_owned());
    for child_id in tokens.into_iter().filter_map(|token| token.child) {
        let child = log.draft.get::<Run>(child_id);
        if let Some(child) = child.filter(|child| child.finished_at.is_none()) {
            call_off(log, child_id, (*child).clone(), reason);
        }
    }
}

pub(super) fn reopen(log: &mut Log, id: RunId, reason: &str) -> Result<Planned, CommandError> {
    let reason = text::line("Reason", reason)?;
    let (mut run, version) = readied(log, id)?;
    let label = format!("Reopened “{}”", run.name);
    if run.finished_at.is_none() {
        return Planned::done(label);
    }
    let last = run
        .done
        .iter()
        .rev()
        .find(|id| version.step(**id).is_some());
    let last = last
        .copied()
        .or(version.steps.first().map(|step| step.step));
    let step = last.ok_or(CommandError::Gone { what: "step" })?;
    let putting = |engine: Engine| engine.put(0, step, RunEventKind::Reopened);
    let about = |event: &mut RunEvent| event.note.clone_from(&reason);
    log.play(id, &mut run, &version, 0, &putting, &about);
    Planned::done(label)
}

pub(super) fn delete(log: &mut Log, id: RunId) -> Result<Planned, CommandError> {
    let label = format!("Deleted run “{}”", find(log, id)?.name);
    for event_id in log.workspace.ids::<RunEvent>(List::RunEvents(id)) {
        log.draft.remove(event_id);
    }
    log.draft.remove(id);
    Planned::done(label)
}

fn say(log: &mut Log, id: RunId, kind: RunEventKind, note: String) {
    let event = RunEvent {
        note,
        ..log.event(id, kind)
    };
    log.put(event);
}
