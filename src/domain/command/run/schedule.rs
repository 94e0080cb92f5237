//! Runs that a schedule starts, and those that were missed while Loopline was closed.

use super::record::Log;
use super::start::{self, Began, mixed};
use crate::command::{CommandError, Planned};
use crate::id::{RunId, TemplateId};
use crate::lists::List;
use crate::model::{CatchUp, Run, Template};
use crate::recur::Rule;
use crate::time::Day;
use crate::workspace::Workspace;

/// Missed starts that are made up for at once; a process left alone for years starts no thousands.
const MAX_MISSED: usize = 100;

/// The run of a process for a day of its schedule has the same id in every tab and after every
/// import, so that it is there once.
pub fn run_id(template: TemplateId, day: Day) -> RunId {
    let n_days = day.days_since(Day::default());
    RunId::from_key(mixed(template.key(), n_days.unsigned_abs()))
}

/// The days for which a process should start runs today, by its policy.
fn due(template: &Template, today: Day) -> Vec<Day> {
    let Some(schedule) = &template.schedule else {
        return Vec::new();
    };
    let Ok(rule) = Rule::read(&schedule.rule) else {
        return Vec::new();
    };
    let mut days = rule.between(schedule.start, schedule.done_until, today);
    match schedule.catch_up {
        CatchUp::All => {
            let n_over = days.len().saturating_sub(MAX_MISSED);
            days.drain(..n_over);
        }
        CatchUp::Latest => {
            let n_over = days.len().saturating_sub(1);
            days.drain(..n_over);
        }
        CatchUp::Skip => days.retain(|day| *day == today),
    }
    days
}

impl Workspace {
    /// Whether a schedule has something to start today.
    pub fn has_due_starts(&self, today: Day) -> bool {
        let mut templates = self.list::<Template>(List::Templates);
        templates.any(|(id, template)| {
            self.latest_version(id).is_some() && !due(template, today).is_empty()
        })
    }
}

pub(super) fn catch_up(log: &mut Log) -> Result<Planned, CommandError> {
    let today = log.ctx.today;
    let mut started = Vec::new();
    for template_id in log.workspace.ids::<Template>(List::Templates) {
        let Some(template) = log.template(template_id) else {
            continue;
        };
        let Some((version_id, _)) = log.workspace.latest_version(template_id) else {
            continue;
        };
        let days = due(&template, today);
        if days.is_empty() {
            continue;
        }
        for day in days {
            let id = run_id(template_id, day);
            if log.draft.get::<Run>(id).is_some() {
                continue;
            }
            let began = Began {
                occurrence: Some(day),
                ..Began::default()
            };
            if let Some(run) = start::begin(log, id, template_id, version_id, began, 0) {
                started.push(run.name);
            }
        }
        log.draft.edit::<Template>(template_id, |template| {
            if let Some(schedule) = &mut template.schedule {
                schedule.done_until = Some(today);
            }
        });
    }
    let label = match started.as_slice() {
        [] => "Looked at the schedules".to_owned(),
        [one] => format!("Started “{one}” by its schedule"),
        many => format!("Started {} runs by their schedules", many.len()),
    };
    Planned::done(label)
}
