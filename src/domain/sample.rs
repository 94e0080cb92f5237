//! The sample workspace: a small company's processes, projects, people and decisions.
//!
//! Every date is counted from the moment it is loaded, so that it never looks abandoned.

mod decision;
mod people;
mod process;
mod project;

use crate::calendar::WorkingCalendar;
use crate::command::Ctx;
use crate::id::RecordId;
use crate::time::{Day, Instant};
use crate::workspace::Record;

/// The records of the sample workspace, with dates around today.
///
/// Everything a person sees as theirs is marked as sample. The projects get their places on the board when they are
/// loaded, behind those that stand there already.
pub fn records(ctx: &Ctx) -> Vec<(RecordId, Record)> {
    let mut sheet = Sheet {
        ctx,
        records: Vec::new(),
    };
    let people = people::add(&mut sheet);
    for process in process::ALL {
        process::add(&mut sheet, process, &people);
    }
    for project in project::ALL {
        project::add(&mut sheet, project, &people);
    }
    sheet.records
}

const HOUR: i64 = 3_600_000;

/// The records written so far, and the moment they are counted from.
struct Sheet<'a> {
    ctx: &'a Ctx<'a>,
    records: Vec<(RecordId, Record)>,
}

impl Sheet<'_> {
    fn key(&self) -> u64 {
        (self.ctx.new_key)()
    }

    fn put(&mut self, id: impl Into<RecordId>, record: impl Into<Record>) {
        self.records.push((id.into(), record.into()));
    }

    fn hours_ago(&self, hours: i64) -> Instant {
        Instant::from_millis(self.ctx.now.millis().saturating_sub(hours * HOUR))
    }

    fn days_ago(&self, days: i64) -> Instant {
        self.hours_ago(days * 24)
    }

    /// The working day on or after the one so many days from today; keeps the order of its arguments.
    fn workday(&self, days_from_today: i64) -> Option<Day> {
        let day = self.ctx.today.plus(days_from_today)?;
        WorkingCalendar::default().next_working_day(day)
    }

    /// The working day on or before the one so many days from today: what has happened is not to come.
    fn last_workday(&self, days_from_today: i64) -> Option<Day> {
        let day = self.ctx.today.plus(days_from_today)?;
        WorkingCalendar::default().last_working_day(day)
    }
}
