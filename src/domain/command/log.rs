//! Commands that make a process of an event log: of one from another tool, and of what was found
//! in one.

mod found;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::change::Draft;
use crate::command::{CommandError, Ctx, Planned, TemplateDraft, template};
use crate::id::{RunEventId, RunId, StepId, TemplateId, VersionId};
use crate::log::import::{Taken, TakenCase};
use crate::mining::FoundStep;
use crate::model::{Run, RunEvent, RunEventKind, Step, StepWork, Template, Version, VersionStep};
use crate::order::OrderKey;
use crate::text;
use crate::workspace::Workspace;

/// What can be meant about the log of another tool.
#[derive(Clone, Debug, PartialEq)]
pub enum LogCommand {
    /// Make a process with finished runs of it.
    Import {
        /// What the process is called.
        name: String,
        /// The cases. They are shared, not copied.
        taken: Arc<Taken>,
    },
    /// Make a draft of a process of what was found in a log.
    Draft {
        /// What the process is called.
        name: String,
        /// Its steps.
        steps: Vec<FoundStep>,
    },
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: &LogCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    match command {
        LogCommand::Import { name, taken } => import(workspace, draft, name, taken, ctx),
        LogCommand::Draft { name, steps } => found::plan(workspace, draft, name, steps, ctx),
    }
}

/// One process with a step for each activity, in the order in which they are usually done, one
/// version of them, and a finished run for each case with what happened in it.
fn import(
    workspace: &Workspace,
    draft: &mut Draft,
    name: &str,
    taken: &Taken,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    let name = text::line("Name", name)?;
    if taken.cases.is_empty() {
        return Err(CommandError::EmptyLog);
    }
    let template_id = TemplateId::from_key((ctx.new_key)());
    let template = named(workspace, &name, ctx)?;
    draft.put(template_id, template);
    let steps = steps(draft, template_id, taken, ctx);
    let version_id = VersionId::from_key((ctx.new_key)());
    let ids: BTreeMap<&str, StepId> = steps
        .iter()
        .map(|step| (step.title.as_str(), step.step))
        .collect();
    let (mut number, mut n_events) = (0, 0);
    for case in &taken.cases {
        number += 1;
        n_events += case.events.len();
        add_run(draft, (template_id, version_id), number, case, &ids, ctx);
    }
    let first = taken.cases.first().and_then(|case| case.events.first());
    let version = Version {
        template: template_id,
        number: 1,
        published_at: first.map_or(ctx.now, |event| event.at),
        note: "Found in an imported log".to_owned(),
        by: String::new(),
        run_name: String::new(),
        run_minutes: None,
        steps,
    };
    draft.put(version_id, version);
    let label = format!("Imported “{name}” with {number} runs and {n_events} events");
    Planned::created(template_id, label)
}

/// A new process with this name.
fn named(workspace: &Workspace, name: &str, ctx: &Ctx) -> Result<Template, CommandError> {
    let sheet = TemplateDraft {
        name: name.to_owned(),
        ..TemplateDraft::default()
    };
    template::new_template(workspace, &sheet, ctx)
}

/// The activities by their mean place in the cases, as steps of the process.
fn steps(draft: &mut Draft, template: TemplateId, taken: &Taken, ctx: &Ctx) -> Vec<VersionStep> {
    let mut places: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
    for case in &taken.cases {
        let done: Vec<_> = case
            .events
            .iter()
            .filter(|event| !event.is_beginning)
            .collect();
        let n_done = done.len() as i64;
        for (event, idx) in done.iter().zip(0i64..) {
            let (sum, n) = places.entry(&event.activity).or_default();
            // In thousandths of the way, so that short and long cases count alike.
            *sum += (2 * idx + 1) * 500 / n_done.max(1);
            *n += 1;
        }
        for event in case.events.iter().filter(|event| event.is_beginning) {
            places.entry(&event.activity).or_default();
        }
    }
    let mut order: Vec<(i64, &str)> = places
        .iter()
        .map(|(name, (sum, n))| (sum / (*n).max(1), *name))
        .collect();
    order.sort_unstable();
    let mut last: Option<OrderKey> = None;
    let mut steps = Vec::new();
    for (_, title) in order {
        let order = OrderKey::between(last.as_ref(), None);
        last = Some(order.clone());
        let id = StepId::from_key((ctx.new_key)());
        let step = Step {
            template,
            title: title.to_owned(),
            instructions: String::new(),
            role: String::new(),
            order,
            work: StepWork::default(),
        };
        steps.push(VersionStep::of(id, &step));
        draft.put(id, step);
    }
    steps
}

fn add_run(
    draft: &mut Draft,
    (template, version): (TemplateId, VersionId),
    number: u32,
    case: &TakenCase,
    steps: &BTreeMap<&str, StepId>,
    ctx: &Ctx,
) {
    let (Some(first), Some(last)) = (case.events.first(), case.events.last()) else {
        return;
    };
    let id = RunId::from_key((ctx.new_key)());
    let run = Run {
        entered_at: last.at,
        finished_at: Some(last.at),
        named: true,
        ..Run::new(template, version, number, case.name.clone(), first.at)
    };
    draft.put(id, run);
    let mut seq = 0;
    let mut record = |event: RunEvent| {
        seq += 1;
        let event = RunEvent { seq, ..event };
        draft.put(RunEventId::from_key((ctx.new_key)()), event);
    };
    record(RunEvent {
        version: Some(version),
        ..RunEvent::new(id, RunEventKind::Started, first.at)
    });
    for event in &case.events {
        let kind = if event.is_beginning {
            RunEventKind::StepStarted
        } else {
            RunEventKind::StepFinished
        };
        record(RunEvent {
            step: steps.get(event.activity.as_str()).copied(),
            by: event.actor.clone(),
            ..RunEvent::new(id, kind, event.at)
        });
    }
    record(RunEvent::new(id, RunEventKind::Finished, last.at));
}
