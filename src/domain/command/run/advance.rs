//! Doing the steps of a run.

use std::sync::Arc;

use super::record::{Log, misfit, missing};
use super::{Finish, Verdict, find, with};
use crate::command::{CommandError, Planned};
use crate::flow::engine;
use crate::flow::engine::{Engine, Leave};
use crate::id::{RunId, StepId};
use crate::model::{
    Run, RunEvent, RunEventKind, StepKind, Token, Value, Values, Version, VersionStep,
};
use crate::text;

type Typed = Vec<(String, Option<Value>)>;

/// A run that stands on a step, ready to be changed.
pub(super) struct Standing {
    pub run: Run,
    pub version: Arc<Version>,
    pub token: Token,
    pub step: VersionStep,
}

/// The run, its version, and where it stands; or why it cannot be changed.
pub(super) fn standing(log: &Log, id: RunId, token: u32) -> Result<Standing, CommandError> {
    let (run, version) = under_way(log, id)?;
    let token = run
        .tokens
        .iter()
        .find(|own| own.key == token && !own.waits)
        .cloned()
        .ok_or_else(|| CommandError::StepIsOver {
            run: run.name.clone(),
        })?;
    let step = version
        .step(token.step)
        .cloned()
        .ok_or(CommandError::Gone { what: "step" })?;
    Ok(Standing {
        run,
        version,
        token,
        step,
    })
}

/// The run, with tokens where its data is old, and its version; refused when it has ended.
pub(super) fn under_way(log: &Log, id: RunId) -> Result<(Run, Arc<Version>), CommandError> {
    let (run, version) = readied(log, id)?;
    if run.finished_at.is_some() {
        return Err(CommandError::RunFinished { run: run.name });
    }
    Ok((run, version))
}

/// The run, with tokens where its data is old, and its version.
pub(super) fn readied(log: &Log, id: RunId) -> Result<(Run, Arc<Version>), CommandError> {
    let mut run = find(log, id)?;
    let version = log
        .version(run.version)
        .ok_or(CommandError::Gone { what: "version" })?;
    engine::upgrade(&version, &mut run);
    Ok((run, version))
}

pub(super) fn finish_first(log: &mut Log, id: RunId) -> Result<Planned, CommandError> {
    let (run, _) = under_way(log, id)?;
    let first = run.open_tokens().next().map_or(0, |token| token.key);
    finish(
        log,
        Finish {
            id,
            token: first,
            values: Vec::new(),
            verdict: Verdict::Done,
            reason: String::new(),
        },
    )
}

pub(super) fn finish(log: &mut Log, finish: Finish) -> Result<Planned, CommandError> {
    let Standing {
        mut run,
        version,
        token,
        step,
    } = standing(log, finish.id, finish.token)?;
    let needs_reason = finish.verdict != Verdict::Done;
    let reason = if needs_reason {
        text::line("Reason", &finish.reason)?
    } else {
        String::new()
    };
    misfit(&version, &finish.values)?;
    let values = with(&run.values, &finish.values);
    if finish.verdict == Verdict::Done {
        if let Some(why) = log.workspace.blocked(&run, &token) {
            return Err(CommandError::Blocked(why));
        }
        if let Some(first) = missing(&step, &token, &values).into_iter().next() {
            return Err(CommandError::Form(first));
        }
    } else if run.paused_at.is_some() {
        return Err(CommandError::Blocked(format!(
            "“{}” is paused. Resume it first.",
            run.name
        )));
    }
    let is_approval = matches!(step.work.kind, StepKind::Approval { .. });
    let (leave, done) = match finish.verdict {
        Verdict::Done if is_approval => (Leave::Done, "Approved"),
        Verdict::Done | Verdict::Override => (Leave::Done, "Finished"),
        Verdict::Reject if is_approval => (Leave::Rejected, "Rejected"),
        Verdict::Reject => return Err(CommandError::NotAnApproval { step: step.title }),
        Verdict::SendBack => (Leave::Back, "Sent back"),
        Verdict::Omit => (Leave::Omitted, "Left out"),
    };
    if leave == Leave::Back && version.position(step.step) == Some(0) {
        return Err(CommandError::NothingBefore { step: step.title });
    }
    let label = format!("{done} “{}” of “{}”", step.title, run.name);
    let touched = touched(&run.values, &values);
    run.values = values;
    if finish.verdict == Verdict::Override {
        let event = RunEvent {
            step: Some(step.step),
            token: token.key,
            note: reason.clone(),
            ..log.event(finish.id, RunEventKind::Overridden)
        };
        log.put(event);
    }
    let about = |event: &mut RunEvent| {
        event.person = token.assignee;
        event.due = token.due;
        event.values.clone_from(&touched);
        event.note.clone_from(&reason);
    };
    let key = token.key;
    let leaving = |engine: Engine| engine.leave(key, leave);
    log.play(finish.id, &mut run, &version, 0, &leaving, &about);
    Planned::done(label)
}

pub(super) fn begin(log: &mut Log, id: RunId, token: u32) -> Result<Planned, CommandError> {
    let mut at = standing(log, id, token)?;
    let label = format!("Began “{}” of “{}”", at.step.title, at.run.name);
    start_work(log, id, &mut at);
    log.draft.put(id, at.run);
    Planned::done(label)
}

/// Marks that work has begun, once.
fn start_work(log: &mut Log, id: RunId, at: &mut Standing) {
    let now = log.ctx.now;
    let own = at.run.tokens.iter_mut().find(|own| own.key == at.token.key);
    let Some(own) = own.filter(|own| own.started_at.is_none()) else {
        return;
    };
    own.started_at = Some(now);
    let event = RunEvent {
        step: Some(at.step.step),
        token: at.token.key,
        person: at.token.assignee,
        ..log.event(id, RunEventKind::StepStarted)
    };
    log.put(event);
}

pub(super) fn fill(
    log: &mut Log,
    id: RunId,
    token: u32,
    typed: Typed,
) -> Result<Planned, CommandError> {
    let mut at = standing(log, id, token)?;
    misfit(&at.version, &typed)?;
    let values = with(&at.run.values, &typed);
    let touched = touched(&at.run.values, &values);
    let label = format!("Recorded data of “{}”", at.run.name);
    if values == at.run.values {
        return Planned::done(label);
    }
    at.run.values = values;
    start_work(log, id, &mut at);
    log.rename(&mut at.run, &at.version);
    log.draft.put(id, at.run);
    let event = RunEvent {
        step: Some(at.step.step),
        token: at.token.key,
        values: touched,
        ..log.event(id, RunEventKind::Filled)
    };
    log.put(event);
    Planned::done(label)
}

/// What was set, as it became. What was cleared is not kept: there is nothing to keep.
fn touched(before: &Values, after: &Values) -> Values {
    let changed = after
        .iter()
        .filter(|(key, value)| before.get(*key) != Some(*value));
    changed
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}

pub(super) fn check(
    log: &mut Log,
    id: RunId,
    token: u32,
    line: u32,
    is_done: bool,
) -> Result<Planned, CommandError> {
    let mut at = standing(log, id, token)?;
    let n_lines = at.step.work.checklist.len();
    if usize::try_from(line).is_ok_and(|line| line < n_lines) {
        start_work(log, id, &mut at);
        if let Some(own) = at.run.tokens.iter_mut().find(|own| own.key == token) {
            own.checked.retain(|ticked| *ticked != line);
            if is_done {
                own.checked.push(line);
                own.checked.sort_unstable();
            }
        }
    }
    let label = format!(
        "{} a line of “{}”",
        if is_done { "Ticked" } else { "Unticked" },
        at.step.title
    );
    log.draft.put(id, at.run);
    Planned::done(label)
}

pub(super) fn move_to(
    log: &mut Log,
    id: RunId,
    step_id: StepId,
    from: Option<StepId>,
    reason: &str,
) -> Result<Planned, CommandError> {
    let (mut run, version) = readied(log, id)?;
    let Some(step) = version.step(step_id) else {
        return Err(CommandError::StepNotInVersion {
            run: run.name,
            version: version.number,
        });
    };
    let label = format!("Moved “{}” to {}", run.name, step.title);
    if run.open_tokens().any(|token| token.step == step_id) {
        return Planned::done(label);
    }
    let moving = match from {
        // A run that has left the step meanwhile does not move from another one in its stead.
        Some(from) => {
            let own = run.token_on(from).map(|token| token.key);
            own.ok_or_else(|| CommandError::StepIsOver {
                run: run.name.clone(),
            })?
        }
        None => run.open_tokens().next().map_or(0, |token| token.key),
    };
    let is_flexible = log.template(run.template).is_some_and(|t| t.flexible);
    let (kind, reason) = if is_flexible {
        (RunEventKind::Chosen, text::optional_line("Reason", reason)?)
    } else {
        (RunEventKind::Moved, text::line("Reason", reason)?)
    };
    let putting = |engine: Engine| engine.put(moving, step_id, kind);
    let about = |event: &mut RunEvent| event.note.clone_from(&reason);
    log.play(id, &mut run, &version, 0, &putting, &about);
    Planned::done(label)
}
