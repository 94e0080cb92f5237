//! The sample's processes: documented steps, their versions, and runs on their way round.

mod content_marketing;
mod customer_support;
mod equipment_maintenance;
mod new_hire_onboarding;
mod office_supplies;
mod past;
mod words;

use super::Sheet;
use super::decision::{self, Decided};
use super::people::{People, Who};
use crate::command::{Command, ImprovementDraft, TemplateCommand, TemplateDraft, Verdict};
use crate::id::{StepId, TemplateId};
use crate::model::{CatchUp, Outcome, Pdca, Sheet as ProcessSheet, StepWork, Template, Value};
use crate::sample::process::past::{Chance, Past};
use crate::workspace::Entity;

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
    sheet: fn() -> ProcessSheet,
    /// The rule by which runs start by themselves, from the day it is loaded on.
    schedule: Option<&'static str>,
    steps: &'static [Does],
    /// What a version documents for each step, by the number of the version.
    works: fn(&[StepId], u32) -> Vec<StepWork>,
    versions: &'static [Published],
    /// Runs whose past is told, oldest first.
    rounds: &'static [Round],
    /// Further finished runs, whose past is played.
    earlier: Earlier,
    /// What whoever is at a step does there.
    plays: fn(&At, &mut Chance) -> Deed,
    improvements: fn() -> Vec<(ImprovementDraft, Pdca, i64)>,
}

/// A documented step.
struct Does {
    title: &'static str,
    instructions: &'static str,
    role: &'static str,
}

/// A version: what is different and since when, in days before now.
struct Published {
    note: &'static str,
    days_ago: i64,
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

/// Runs that are played from start to end: one after every so many hours.
struct Earlier {
    /// When the first one starts, in hours before now.
    first: i64,
    every: i64,
    n: usize,
    /// What their chances begin with.
    seed: u64,
}

/// Where a run stands while it is played.
struct At<'a> {
    /// The place of the run among those of its process, from 0.
    run: usize,
    /// The number of the version it follows.
    version: u32,
    /// The place of the step in that version.
    step: usize,
    /// How often the run was there before.
    n_before: usize,
    /// What the run is called, where that was told.
    name: &'a str,
}

/// What is done at a step.
struct Deed {
    /// Working minutes until someone begins.
    wait: u32,
    /// Working minutes from then until it is done.
    work: u32,
    by: Who,
    values: Vec<(&'static str, Value)>,
    verdict: Verdict,
    reason: &'static str,
}

impl Deed {
    /// Done as documented, with nothing to record.
    fn done(by: Who, wait: u32, work: u32) -> Deed {
        Deed {
            wait,
            work,
            by,
            values: Vec::new(),
            verdict: Verdict::Done,
            reason: "",
        }
    }

    fn with(mut self, key: &'static str, value: Value) -> Deed {
        self.values.push((key, value));
        self
    }

    fn but(mut self, verdict: Verdict, reason: &'static str) -> Deed {
        (self.verdict, self.reason) = (verdict, reason);
        self
    }
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

/// Adds a process with its past. It is lived through command by command in a workspace of its own,
/// so that its runs hold what the engine's rules say, and nothing that they do not.
pub(super) fn add(sheet: &mut Sheet, process: &Process, people: &People) {
    let mut past = Past::new(sheet, process.owner);
    let created = sheet.days_ago(process.days_old);
    let draft = TemplateDraft {
        name: process.name.to_owned(),
        purpose: process.purpose.to_owned(),
        owner: people.get(&process.owner).copied(),
        sheet: (process.sheet)(),
    };
    let Some(id) = past.made(created, TemplateCommand::Create { draft }) else {
        return;
    };
    let id = TemplateId::from_key(id.key);
    past.live(process, id, people);
    if let Some(rule) = process.schedule {
        let schedule = Some((rule.to_owned(), sheet.ctx.today, CatchUp::Latest));
        let command: Command = TemplateCommand::Schedule { id, schedule }.into();
        past.run(sheet.ctx.now, command);
    }
    let records = past.records();
    let decision = process
        .decided
        .as_ref()
        .map(|decided| decision::add(sheet, decided, Outcome::Template(id)));
    for (id, record) in records {
        match Template::from_record(&record) {
            Some(template) => {
                let mut template = (**template).clone();
                (template.decision, template.sample) = (decision, true);
                if let Some(schedule) = &mut template.schedule {
                    // Nothing starts by itself on the day the sample is loaded.
                    schedule.done_until = Some(sheet.ctx.today);
                }
                sheet.put(id, template);
            }
            None => sheet.put(id, record),
        }
    }
}
