//! The sample's processes: documented steps, one version, and runs on their way round.

mod content_marketing;
mod customer_support;
mod equipment_maintenance;
mod new_hire_onboarding;
mod office_supplies;

use super::Sheet;
use super::decision::{self, Decided};
use super::people::{People, Who};
use crate::id::{RunEventId, RunId, StepId, TemplateId, VersionId};
use crate::model::{
    Outcome, Run, RunEvent, RunEventKind, Step, StepWork, Template, Version, VersionStep,
};
use crate::order::OrderKey;
use crate::time::Instant;

/// Every sample process, oldest first.
pub(super) const ALL: [&Process; 5] = [
    &customer_support::PROCESS,
    &content_marketing::PROCESS,
    &equipment_maintenance::PROCESS,
    &office_supplies::PROCESS,
    &new_hire_onboarding::PROCESS,
];

/// A process as one reads it.
pub(super) struct Process {
    name: &'static str,
    purpose: &'static str,
    owner: Who,
    days_old: i64,
    decided: Option<Decided>,
    steps: &'static [Does],
    /// Oldest first.
    rounds: &'static [Round],
}

/// A documented step.
struct Does {
    title: &'static str,
    instructions: &'static str,
    role: &'static str,
}

/// A run: how far it came, and when, in hours before now.
struct Round {
    name: &'static str,
    /// Steps finished so far.
    n_finished: usize,
    started: i64,
    /// When it came to where it is: to its step, or to its end.
    entered: i64,
    assignee: Option<Who>,
}

const fn under_way(
    name: &'static str,
    n_finished: usize,
    started: i64,
    entered: i64,
    assignee: Option<Who>,
) -> Round {
    Round {
        name,
        n_finished,
        started,
        entered,
        assignee,
    }
}

const fn finished(name: &'static str, started: i64, finished: i64) -> Round {
    Round {
        name,
        n_finished: usize::MAX,
        started,
        entered: finished,
        assignee: None,
    }
}

pub(super) fn add(sheet: &mut Sheet, process: &Process, people: &People) {
    let template_id = TemplateId::from_key(sheet.key());
    let decision = process
        .decided
        .as_ref()
        .map(|decided| decision::add(sheet, decided, Outcome::Template(template_id)));
    let template = Template {
        name: process.name.to_owned(),
        purpose: process.purpose.to_owned(),
        owner: people.get(&process.owner).copied(),
        decision,
        flexible: false,
        from_project: None,
        kept: Vec::new(),
        created_at: sheet.days_ago(process.days_old),
        sample: true,
        sheet: crate::model::Sheet::default(),
        schedule: None,
    };
    sheet.put(template_id, template);
    let steps = add_steps(sheet, template_id, process.steps);
    let version_id = VersionId::from_key(sheet.key());
    let version = Version {
        template: template_id,
        number: 1,
        published_at: sheet.days_ago(process.days_old),
        note: "First version".to_owned(),
        by: String::new(),
        run_name: String::new(),
        run_minutes: None,
        steps: steps.clone(),
    };
    sheet.put(version_id, version);
    for (number, round) in (1..).zip(process.rounds) {
        let route = Route {
            template: template_id,
            version: version_id,
            steps: &steps,
            by: process.owner.name(),
        };
        add_run(sheet, &route, number, round, people);
    }
}

fn add_steps(sheet: &mut Sheet, template: TemplateId, steps: &[Does]) -> Vec<VersionStep> {
    let mut frozen = Vec::new();
    let mut order = None;
    for does in steps {
        let id = StepId::from_key(sheet.key());
        let next = OrderKey::between(order.as_ref(), None);
        let step = Step {
            template,
            title: does.title.to_owned(),
            instructions: does.instructions.to_owned(),
            role: does.role.to_owned(),
            order: next.clone(),
            work: StepWork::default(),
        };
        frozen.push(VersionStep::of(id, &step));
        sheet.put(id, step);
        order = Some(next);
    }
    frozen
}

/// What all runs of a process have in common.
struct Route<'a> {
    template: TemplateId,
    version: VersionId,
    steps: &'a [VersionStep],
    by: &'static str,
}

fn add_run(sheet: &mut Sheet, route: &Route, number: u32, round: &Round, people: &People) {
    let id = RunId::from_key(sheet.key());
    let n_finished = round.n_finished.min(route.steps.len());
    let current = route.steps.get(n_finished).map(|step| step.step);
    let started_at = sheet.hours_ago(round.started);
    let entered_at = sheet.hours_ago(round.entered);
    let name = round.name.to_owned();
    let run = Run {
        current,
        assignee: round.assignee.and_then(|who| people.get(&who).copied()),
        entered_at,
        finished_at: current.is_none().then_some(entered_at),
        named: true,
        ..Run::new(route.template, route.version, number, name, started_at)
    };
    sheet.put(id, run);
    let mut record = |kind, step: Option<&VersionStep>, at| {
        let event = RunEvent {
            step: step.map(|step| step.step),
            by: route.by.to_owned(),
            ..RunEvent::new(id, kind, at)
        };
        sheet.put(RunEventId::from_key(sheet.key()), event);
    };
    record(RunEventKind::Started, route.steps.first(), started_at);
    for (step_idx, step) in route.steps.iter().enumerate().take(n_finished) {
        let kind = if step_idx + 1 == route.steps.len() {
            RunEventKind::Finished
        } else {
            RunEventKind::StepFinished
        };
        let at = part_way(started_at, entered_at, step_idx + 1, n_finished);
        record(kind, Some(step), at);
    }
}

/// The moment after `nth` of `n` equal parts of the time from `start` to `end`.
fn part_way(start: Instant, end: Instant, nth: usize, n: usize) -> Instant {
    let parts = |count| i64::try_from(count).unwrap_or(1);
    let elapsed = end.millis_since(start);
    Instant::from_millis(start.millis() + elapsed / parts(n).max(1) * parts(nth))
}
