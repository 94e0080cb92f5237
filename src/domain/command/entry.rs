//! Commands about time worked and money spent.

use crate::change::Draft;
use crate::command::{CommandError, Ctx, Planned, person};
use crate::id::{EntryId, PersonId, ProjectId, TaskId};
use crate::lists::List;
use crate::model::{Entry, Person, Project, Task};
use crate::money::{self, Money};
use crate::text;
use crate::time::Day;
use crate::workspace::Workspace;

/// What can be meant about time and expenses.
#[derive(Clone, Debug, PartialEq)]
pub enum EntryCommand {
    /// Book time or an expense.
    Create {
        /// Whose.
        project: ProjectId,
        /// What.
        draft: EntryDraft,
    },
    /// Replace what an entry says. Its cost is reckoned anew.
    Edit {
        /// Which.
        id: EntryId,
        /// What it says.
        draft: EntryDraft,
    },
    /// Start a timer.
    StartTimer {
        /// Whose.
        project: ProjectId,
        /// What is worked on.
        task: Option<TaskId>,
        /// Who works.
        person: Option<PersonId>,
    },
    /// Stop a timer and book its time.
    StopTimer {
        /// Which.
        id: EntryId,
    },
    /// Delete an entry.
    Delete {
        /// Which.
        id: EntryId,
    },
}

/// An entry as a form gives it: time has minutes, an expense a category and an amount.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryDraft {
    /// The day.
    pub day: Day,
    /// The task.
    pub task: Option<TaskId>,
    /// Who.
    pub person: Option<PersonId>,
    /// Minutes worked; 0 for an expense.
    pub minutes: u32,
    /// The category of an expense; empty for time.
    pub category: String,
    /// The amount of an expense; ignored for time, which costs by the person's rate.
    pub cost: Money,
    /// What it was for.
    pub note: String,
    /// Whether a customer pays.
    pub is_billable: bool,
}

/// Minutes of a day.
const MAX_MINUTES: u32 = 24 * 60;

impl EntryDraft {
    /// An entry for a form to start from.
    pub fn of(entry: &Entry) -> EntryDraft {
        EntryDraft {
            day: entry.day,
            task: entry.task,
            person: entry.person,
            minutes: entry.minutes,
            category: entry.category.clone(),
            cost: entry.cost,
            note: entry.note.clone(),
            is_billable: entry.is_billable,
        }
    }

    fn entry(self, workspace: &Workspace, project: ProjectId) -> Result<Entry, CommandError> {
        let category = text::optional_line("Category", &self.category)?;
        let is_expense = !category.is_empty();
        if self.minutes > MAX_MINUTES {
            return Err(CommandError::OutOfRange {
                what: "Time in minutes",
                low: 1,
                high: MAX_MINUTES,
            });
        }
        let is_nothing = if is_expense {
            self.cost == Money::ZERO
        } else {
            self.minutes == 0
        };
        if is_nothing {
            return Err(CommandError::NothingToBook);
        }
        let person = person::present(workspace, self.person);
        let cost = if is_expense {
            money::not_negative(self.cost)?
        } else {
            cost(workspace, person, self.minutes)?
        };
        Ok(Entry {
            project,
            task: present(workspace, project, self.task)?,
            person,
            day: self.day,
            minutes: if is_expense { 0 } else { self.minutes },
            cost,
            category,
            note: text::optional_line("Note", &self.note)?,
            is_billable: self.is_billable,
            running_since: None,
        })
    }
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: EntryCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    match command {
        EntryCommand::Create {
            project,
            draft: fields,
        } => {
            is_there(workspace, project)?;
            let entry = fields.entry(workspace, project)?;
            let label = match entry.is_expense() {
                true => "Booked an expense".to_owned(),
                false => format!("Booked {}", in_words(entry.minutes)),
            };
            let id = EntryId::from_key((ctx.new_key)());
            draft.put(id, entry);
            Planned::created(id, label)
        }
        EntryCommand::Edit { id, draft: fields } => {
            let entry = fields.entry(workspace, find(workspace, id)?.project)?;
            draft.put(id, entry);
            Planned::done("Changed the entry".to_owned())
        }
        EntryCommand::StartTimer {
            project,
            task,
            person,
        } => {
            is_there(workspace, project)?;
            let person = person::present(workspace, person);
            let runs = workspace
                .list::<Entry>(List::Timers)
                .any(|(_, entry)| entry.person == person);
            if runs {
                return Err(CommandError::TimerRuns);
            }
            let entry = Entry {
                project,
                task: present(workspace, project, task)?,
                person,
                day: ctx.today,
                minutes: 0,
                cost: Money::ZERO,
                category: String::new(),
                note: String::new(),
                is_billable: false,
                running_since: Some(ctx.now),
            };
            let id = EntryId::from_key((ctx.new_key)());
            draft.put(id, entry);
            Planned::created(id, "Started the timer".to_owned())
        }
        EntryCommand::StopTimer { id } => {
            let mut entry = find(workspace, id)?.clone();
            let since = entry.running_since.take();
            let since = since.ok_or(CommandError::TimerStands)?;
            // Half a minute counts; a timer forgotten overnight does not book more than a day.
            let minutes = (ctx.now.millis_since(since) + 30_000) / 60_000;
            let minutes = u32::try_from(minutes).unwrap_or(MAX_MINUTES);
            entry.minutes = minutes.clamp(1, MAX_MINUTES);
            entry.cost = cost(workspace, entry.person, entry.minutes)?;
            let label = format!("Booked {}", in_words(entry.minutes));
            draft.put(id, entry);
            Planned::done(label)
        }
        EntryCommand::Delete { id } => {
            find(workspace, id)?;
            draft.remove(id);
            Planned::done("Deleted the entry".to_owned())
        }
    }
}

/// What so many minutes of someone cost.
fn cost(
    workspace: &Workspace,
    person: Option<PersonId>,
    minutes: u32,
) -> Result<Money, CommandError> {
    let person = person.and_then(|id| workspace.get::<Person>(id));
    let rate = person.and_then(|person| person.rate).unwrap_or(Money::ZERO);
    Ok(rate.times(i64::from(minutes), 60)?.unwrap_or(Money::ZERO))
}

fn is_there(workspace: &Workspace, project: ProjectId) -> Result<(), CommandError> {
    let project = workspace.get::<Project>(project);
    project
        .map(|_| ())
        .ok_or(CommandError::Gone { what: "project" })
}

/// The task, if it is still there; refused when it belongs to another project.
fn present(
    workspace: &Workspace,
    project: ProjectId,
    task: Option<TaskId>,
) -> Result<Option<TaskId>, CommandError> {
    match task.and_then(|id| workspace.get::<Task>(id)) {
        Some(found) if found.project != project => Err(CommandError::OtherProject),
        Some(_) => Ok(task),
        None => Ok(None),
    }
}

/// “2 h 30 m”.
fn in_words(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} m"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} m"),
    }
}

fn find(workspace: &Workspace, id: EntryId) -> Result<&Entry, CommandError> {
    let entry = workspace.get::<Entry>(id).map(AsRef::as_ref);
    entry.ok_or(CommandError::Gone { what: "entry" })
}
