//! What happened held against what was decided: projects that come back, processes that never did.

use std::collections::BTreeMap;

use crate::id::{ProjectId, TemplateId};
use crate::lists::List;
use crate::model::{Outcome, Project, Run, Stage, Template};
use crate::time::Instant;
use crate::workspace::Workspace;

/// How many projects of one name make it a habit.
const MANY: usize = 3;
/// Days after which a process that nobody ran is doubted.
const UNUSED_DAYS: i64 = 60;
/// Days after its only run after which a process is doubted.
const ONCE_DAYS: i64 = 90;
/// Days after which a project without a promised finish is doubted.
const ENDLESS_DAYS: i64 = 365;
const MILLIS_PER_DAY: i64 = 24 * 60 * 60_000;

/// Work that behaves like the other kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The work it is about, the latest where there are several.
    pub work: Outcome,
    /// What it is called.
    pub name: String,
    /// What happened.
    pub what: What,
}

/// What speaks against the kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// So many projects have had this name.
    ComesBack(usize),
    /// A process that was never run in so many days.
    NeverRun(i64),
    /// A process that was run once, so many days ago.
    RunOnce(i64),
    /// A project without a promised finish, open for so many days.
    NoEnd(i64),
}

impl What {
    /// It as a sentence about the work, without its name.
    pub fn sentence(self) -> String {
        match self {
            What::ComesBack(n) => {
                format!("has been a project {n} times. Work that comes back is a process.")
            }
            What::NeverRun(days) => {
                format!(
                    "has been in the library for {days} days and was never run. Is it a project?"
                )
            }
            What::RunOnce(days) => format!(
                "was run once, {days} days ago, and never again. Work that is done once is a project."
            ),
            What::NoEnd(days) => format!(
                "has been open for {days} days and has no promised finish. Work without an end is a process."
            ),
        }
    }
}

/// Everything in which reality contradicts the kind work was given (V30 to V33), projects first, the oldest first.
pub fn contradictions(workspace: &Workspace, now: Instant) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for ids in namesakes(workspace).into_values() {
        let latest = ids.last().filter(|_| ids.len() >= MANY);
        let named = latest.and_then(|id| Some((*id, workspace.get::<Project>(*id)?)));
        found.extend(named.map(|(id, project)| Contradiction {
            work: Outcome::Project(id),
            name: project.name.clone(),
            what: What::ComesBack(ids.len()),
        }));
    }
    for (id, project) in workspace.list::<Project>(List::Projects) {
        let days = days_between(project.created_at, now);
        let has_end = project.finish.is_some() || project.stage == Stage::Done;
        if !has_end && days >= ENDLESS_DAYS {
            found.push(Contradiction {
                work: Outcome::Project(id),
                name: project.name.clone(),
                what: What::NoEnd(days),
            });
        }
    }
    for (id, template) in workspace.list::<Template>(List::Templates) {
        let what = hardly_run(workspace, id, template, now);
        found.extend(what.map(|what| Contradiction {
            work: Outcome::Template(id),
            name: template.name.clone(),
            what,
        }));
    }
    found
}

/// What contradicts one piece of work.
pub fn contradictions_of(workspace: &Workspace, work: Outcome, now: Instant) -> Vec<Contradiction> {
    let mut all = contradictions(workspace, now);
    all.retain(|found| match (found.work, work) {
        (Outcome::Project(_), Outcome::Project(id)) => {
            let name = workspace
                .get::<Project>(id)
                .map(|project| essence(&project.name));
            found.work == work
                || matches!(found.what, What::ComesBack(_)) && name == Some(essence(&found.name))
        }
        (found, work) => found == work,
    });
    all
}

/// Earlier projects whose name says the same, the latest first.
pub fn projects_like(workspace: &Workspace, name: &str) -> Vec<ProjectId> {
    let mut alike = namesakes(workspace)
        .remove(&essence(name))
        .unwrap_or_default();
    alike.reverse();
    alike
}

fn hardly_run(
    workspace: &Workspace,
    id: TemplateId,
    template: &Template,
    now: Instant,
) -> Option<What> {
    let mut runs = workspace.list::<Run>(List::Runs(id));
    let Some((_, first)) = runs.next() else {
        let days = days_between(template.created_at, now);
        return (days >= UNUSED_DAYS).then_some(What::NeverRun(days));
    };
    let days = days_between(first.started_at, now);
    (runs.next().is_none() && days >= ONCE_DAYS).then_some(What::RunOnce(days))
}

/// Projects by what their names say, the oldest first. Names of which nothing is left tell nothing.
fn namesakes(workspace: &Workspace) -> BTreeMap<String, Vec<ProjectId>> {
    let mut by_name: BTreeMap<String, Vec<ProjectId>> = BTreeMap::new();
    for (id, project) in workspace.list::<Project>(List::Projects) {
        let name = essence(&project.name);
        if !name.is_empty() {
            by_name.entry(name).or_default().push(id);
        }
    }
    by_name
}

/// A name without what tells one time from another: numbers, months, quarters, seasons, ordinals and small words.
pub fn essence(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| {
        !word.is_empty() && !word.contains(|c: char| c.is_ascii_digit()) && !TIMES.contains(word)
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Words that say which time it is, and words that say nothing.
const TIMES: [&str; 54] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "next",
    "new",
    "another",
    "again",
    "copy",
    "quarter",
    "week",
    "month",
    "year",
    "the",
    "a",
    "an",
    "our",
    "my",
    "of",
    "for",
    "in",
    "at",
    "to",
    "and",
];

fn days_between(earlier: Instant, later: Instant) -> i64 {
    later.millis_since(earlier) / MILLIS_PER_DAY
}
