//! Reading a log from a file of another tool: a table (CSV) or XES.
//!
//! Limits are held before parsing. What cannot be taken is left out and named with its line, so
//! that one broken row does not cost the others.

mod csv;
mod moment;
mod xes;
mod xml;

use std::collections::BTreeMap;

pub use csv::{Columns, Table};
pub use moment::moment;
pub use xes::xes;

use crate::text;
use crate::time::Instant;

/// The largest file that is read: 20 MB.
pub const MAX_BYTES: usize = 20_000_000;
/// So many events are taken. Kept as records they fill half of what a browser stores.
pub const MAX_EVENTS: usize = 15_000;
/// So many problems are named; further ones are counted.
const MAX_PROBLEMS: usize = 50;

/// Why a file is no log.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LogError {
    /// Nothing in it.
    #[error(
        "The file is empty. Choose a CSV or XES file with a row or an event for each thing that happened."
    )]
    Empty,
    /// Too large.
    #[error("The file is larger than 20 MB. Export a shorter period and import that.")]
    TooLarge,
    /// Bytes that no text has.
    #[error("The file is not a text: it has a NUL character. Export it as CSV or XES first.")]
    NotText,
    /// XML that cannot be read.
    #[error("Line {line}: {what}")]
    Xml {
        /// The line, from 1.
        line: usize,
        /// What is wrong, as a sentence.
        what: String,
    },
    /// A table without rows.
    #[error("The table has a head but no rows.")]
    NoRows,
}

/// A file that can be read as a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LogFile {
    /// A table; which column holds what has to be said.
    Table(Table),
    /// Events as they are.
    Events(Taken),
}

/// What was taken from a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// The cases in order of their first event, each with at least one event, in order of time.
    pub cases: Vec<TakenCase>,
    /// What was left out and why, as sentences with line numbers.
    pub problems: Vec<String>,
    /// How many things were left out, those not named included.
    pub n_left_out: usize,
}

/// A case with what happened in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenCase {
    /// What it is called.
    pub name: String,
    /// What happened.
    pub events: Vec<TakenEvent>,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenEvent {
    /// To which activity.
    pub activity: String,
    /// Who did it; empty when unknown.
    pub actor: String,
    /// When.
    pub at: Instant,
    /// Whether it was begun; else it was done.
    pub is_beginning: bool,
}

impl Taken {
    /// The number of events.
    pub fn n_events(&self) -> usize {
        self.cases.iter().map(|case| case.events.len()).sum()
    }
}

/// Reads a file: XES when it begins as XML does, else a table.
pub fn read(text: &str) -> Result<LogFile, LogError> {
    if text.len() > MAX_BYTES {
        return Err(LogError::TooLarge);
    }
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(LogError::Empty);
    }
    if text.contains('\0') {
        return Err(LogError::NotText);
    }
    if text.trim_start().starts_with('<') {
        return xes(text).map(LogFile::Events);
    }
    Table::read(text).map(LogFile::Table)
}

/// An event as a file has it.
pub(crate) struct Raw<'a> {
    pub(crate) case: &'a str,
    pub(crate) activity: &'a str,
    pub(crate) at: &'a str,
    pub(crate) actor: &'a str,
    pub(crate) is_beginning: bool,
}

/// Puts rows together to cases.
#[derive(Default)]
pub(crate) struct Gathering {
    cases: BTreeMap<String, Vec<TakenEvent>>,
    taken: Taken,
    n_events: usize,
}

impl Gathering {
    /// Leaves something out, for a reason given as a sentence.
    pub(crate) fn leave_out(&mut self, sentence: String) {
        self.taken.n_left_out += 1;
        if self.taken.problems.len() < MAX_PROBLEMS {
            self.taken.problems.push(sentence);
        }
    }

    /// Takes an event if everything it needs is there and a form would take its words.
    /// `place` says where it stands, such as “Line 3”.
    pub(crate) fn take(&mut self, place: &str, event: &Raw) {
        if let Err(what) = self.try_take(event) {
            self.leave_out(format!("{place}: {what}"));
        }
    }

    fn try_take(&mut self, event: &Raw) -> Result<(), String> {
        if self.n_events >= MAX_EVENTS {
            return Err(format!(
                "it is past the first {MAX_EVENTS} events, which is what a browser can keep."
            ));
        }
        let case = text::line("The case", event.case).map_err(|error| error.to_string())?;
        let activity =
            text::line("The activity", event.activity).map_err(|error| error.to_string())?;
        let actor =
            text::optional_line("The person", event.actor).map_err(|error| error.to_string())?;
        let at = event.at.trim();
        if at.is_empty() {
            return Err("the time is missing.".to_owned());
        }
        let at = moment(at).ok_or_else(|| {
            let shown: String = at.chars().take(40).collect();
            format!("“{shown}” is not a time Loopline reads. Write it as 2026-05-31 14:32.")
        })?;
        self.n_events += 1;
        self.cases.entry(case).or_default().push(TakenEvent {
            activity,
            actor,
            at,
            is_beginning: event.is_beginning,
        });
        Ok(())
    }

    /// What was taken, in order of time. A case in which nothing was done is left out.
    pub(crate) fn finish(mut self) -> Taken {
        for (name, mut events) in std::mem::take(&mut self.cases) {
            if events.iter().all(|event| event.is_beginning) {
                self.leave_out(format!("Case “{name}”: nothing in it was done."));
                continue;
            }
            events.sort_by_key(|event| event.at);
            self.taken.cases.push(TakenCase { name, events });
        }
        self.taken
            .cases
            .sort_by_key(|case| case.events.first().map(|event| event.at));
        self.taken
    }
}
