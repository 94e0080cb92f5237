//! Runs that follow another version: where they stand there, with all they know.

use std::collections::BTreeMap;

use super::advance::readied;
use super::record::Log;
use crate::command::{CommandError, Planned};
use crate::flow::engine::{self, Engine};
use crate::flow::graph::Graph;
use crate::id::{RunId, StepId, VersionId};
use crate::model::{Run, RunEvent, RunEventKind, Version};
use crate::workspace::Workspace;

/// What would become of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Migration {
    /// It goes on where it stands, on the steps named.
    Goes(Vec<String>),
    /// It cannot, and why.
    Stays(String),
}

impl Workspace {
    /// What would become of a run that follows another version: a dry run, nothing changes.
    pub fn migration(&self, id: RunId, to: VersionId, map: &[(StepId, StepId)]) -> Migration {
        let run = self.get::<Run>(id);
        let version = self.get::<Version>(to);
        let (Some(run), Some(version)) = (run, version) else {
            return Migration::Stays("It is not there any more.".to_owned());
        };
        let Some(own) = self.get::<Version>(run.version) else {
            return Migration::Stays("Its own version is gone.".to_owned());
        };
        let mut run = (**run).clone();
        engine::upgrade(own, &mut run);
        match moved(&run, version, own, map) {
            Ok(run) => {
                let titles = run
                    .open_tokens()
                    .filter_map(|token| version.step(token.step));
                Migration::Goes(titles.map(|step| step.title.clone()).collect())
            }
            Err(why) => Migration::Stays(why),
        }
    }
}

pub(super) fn migrate(
    log: &mut Log,
    ids: &[RunId],
    to: VersionId,
    map: &[(StepId, StepId)],
) -> Result<Planned, CommandError> {
    let version = log
        .version(to)
        .ok_or(CommandError::Gone { what: "version" })?;
    let mut n_runs = 0;
    for id in ids {
        let (run, own) = readied(log, *id)?;
        let run = moved(&run, &version, &own, map).map_err(CommandError::Blocked)?;
        let mut run = Run { version: to, ..run };
        let event = RunEvent {
            version: Some(to),
            note: format!("From version {} to version {}", own.number, version.number),
            ..log.event(*id, RunEventKind::Migrated)
        };
        log.draft.put(*id, run.clone());
        log.put(event);
        // What the new version does not come to any more, or comes to again, is looked at anew.
        let settle = |engine: Engine| engine.settle();
        log.play(*id, &mut run, &version, 0, &settle, &|_| {});
        n_runs += 1;
    }
    let runs = if n_runs == 1 {
        "1 run".to_owned()
    } else {
        format!("{n_runs} runs")
    };
    Planned::done(format!("Moved {runs} to version {}", version.number))
}

/// The run on the steps of another version. Its data, its clocks and what it did stay.
fn moved(run: &Run, to: &Version, own: &Version, map: &[(StepId, StepId)]) -> Result<Run, String> {
    if run.finished_at.is_some() {
        return Err("It has ended.".to_owned());
    }
    if to.template != run.template {
        return Err("The version belongs to another process.".to_owned());
    }
    let map: BTreeMap<StepId, StepId> = map.iter().copied().collect();
    let place = |id: StepId| {
        let wanted = map.get(&id).copied().unwrap_or(id);
        to.step(wanted).map(|step| step.step)
    };
    let graph = Graph::new(&to.steps);
    let mut run = run.clone();
    for token in &mut run.tokens {
        let title = || {
            own.step(token.step)
                .map_or("a step", |step| step.title.as_str())
        };
        let step = place(token.step).ok_or_else(|| {
            format!(
                "Version {} has no “{}”. Say where it goes.",
                to.number,
                title()
            )
        })?;
        let at = graph.position(step).unwrap_or(0);
        for section in &token.sections {
            let split = graph.position(section.split);
            let has_it =
                split.is_some_and(|split| token.waits || graph.section(split).contains(&at));
            if !has_it {
                return Err(format!(
                    "“{}” is inside a parallel section that version {} does not have. Finish the section first.",
                    title(),
                    to.number
                ));
            }
        }
        if step != token.step {
            token.checked.clear();
        }
        token.step = step;
    }
    run.done = run.done.iter().filter_map(|id| place(*id)).collect();
    run.skipped.retain(|id| to.step(*id).is_some());
    Ok(run)
}
