//! Commands about people.

use std::collections::BTreeSet;

use crate::change::Draft;
use crate::command::{CommandError, Ctx, Planned, belongings};
use crate::id::PersonId;
use crate::lists::List;
use crate::model::{Person, Project, Run, Task, Template};
use crate::money::{self, Money};
use crate::text;
use crate::time::Day;
use crate::workspace::Workspace;

const MINUTES_OF_A_WEEK: u32 = 7 * 24 * 60;

/// What can be meant about a person.
#[derive(Clone, Debug, PartialEq)]
pub enum PersonCommand {
    /// Add someone.
    Create {
        /// Their fields.
        draft: PersonDraft,
    },
    /// Replace their fields.
    Edit {
        /// Who.
        id: PersonId,
        /// The new fields.
        draft: PersonDraft,
    },
    /// Replace what they can do, how much they work and what an hour costs.
    SetTerms {
        /// Who.
        id: PersonId,
        /// Minutes of work in a full week; the usual week when absent.
        week: Option<u32>,
        /// What an hour costs.
        rate: Option<Money>,
        /// What they can do.
        skills: Vec<String>,
    },
    /// Replace the days on which someone does not work, beside those of everyone.
    SetDaysOff {
        /// Who.
        id: PersonId,
        /// The days.
        days: BTreeSet<Day>,
    },
    /// Remove someone; their work stays, without them.
    Delete {
        /// Who.
        id: PersonId,
    },
}

/// The fields of a person as a form gives them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PersonDraft {
    /// The person's name.
    pub name: String,
    /// What the person does.
    pub role: String,
}

impl PersonDraft {
    /// The same fields with texts trimmed, or the first broken rule.
    pub fn checked(&self) -> Result<PersonDraft, CommandError> {
        Ok(PersonDraft {
            name: text::line("Name", &self.name)?,
            role: text::optional_line("Role", &self.role)?,
        })
    }
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: PersonCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    match command {
        PersonCommand::Create { draft: fields } => {
            let fields = fields.checked()?;
            let id = PersonId::from_key((ctx.new_key)());
            let label = format!("Added {}", fields.name);
            let person = Person {
                name: fields.name,
                role: fields.role,
                ..Person::default()
            };
            draft.put(id, person);
            Planned::created(id, label)
        }
        PersonCommand::Edit { id, draft: fields } => {
            let fields = fields.checked()?;
            let label = format!("Changed {}", fields.name);
            let mut person = find(workspace, id)?.clone();
            person.name = fields.name;
            person.role = fields.role;
            draft.put(id, person);
            Planned::done(label)
        }
        PersonCommand::SetTerms {
            id,
            week,
            rate,
            skills,
        } => {
            let label = format!("Changed the terms of {}", find(workspace, id)?.name);
            if week.is_some_and(|week| week > MINUTES_OF_A_WEEK) {
                return Err(CommandError::OutOfRange {
                    what: "Hours a week",
                    low: 0,
                    high: MINUTES_OF_A_WEEK / 60,
                });
            }
            let rate = rate.map(money::not_negative).transpose()?;
            let skills = skills
                .iter()
                .filter(|skill| !skill.trim().is_empty())
                .map(|skill| text::line("Skill", skill))
                .collect::<Result<Vec<String>, _>>()?;
            draft.edit::<Person>(id, |person| {
                person.week = week;
                person.rate = rate;
                person.skills = skills;
            });
            Planned::done(label)
        }
        PersonCommand::SetDaysOff { id, days } => {
            let label = format!("Changed the days off of {}", find(workspace, id)?.name);
            draft.edit::<Person>(id, |person| person.days_off = days);
            Planned::done(label)
        }
        PersonCommand::Delete { id } => {
            let label = format!("Removed {}", find(workspace, id)?.name);
            remove(workspace, draft, id);
            Planned::done(label)
        }
    }
}

/// Drafts the removal of a person from the list and from all work that remains in the draft.
pub(super) fn remove(workspace: &Workspace, draft: &mut Draft, id: PersonId) {
    let person = Some(id);
    for (project_id, _) in workspace
        .all::<Project>()
        .filter(|(_, p)| p.owner == person)
    {
        draft.edit::<Project>(project_id, |project| project.owner = None);
    }
    for (template_id, _) in workspace
        .all::<Template>()
        .filter(|(_, t)| t.owner == person)
    {
        draft.edit::<Template>(template_id, |template| template.owner = None);
    }
    for (task_id, _) in workspace
        .all::<Task>()
        .filter(|(_, t)| t.assignee == person)
    {
        draft.edit::<Task>(task_id, |task| task.assignee = None);
    }
    for run_id in workspace.ids::<Run>(List::RunsOf(id)) {
        draft.edit::<Run>(run_id, |run| {
            let own = run.tokens.iter_mut();
            own.filter(|token| token.assignee == person)
                .for_each(|token| token.assignee = None);
            run.assignee = run.assignee.filter(|assignee| *assignee != id);
        });
    }
    belongings::forget_person(workspace, draft, id);
    draft.remove(id);
}

/// The person, if still there: a form may name someone whom another tab has removed meanwhile.
pub(super) fn present(workspace: &Workspace, id: Option<PersonId>) -> Option<PersonId> {
    id.filter(|id| workspace.get::<Person>(*id).is_some())
}

fn find(workspace: &Workspace, id: PersonId) -> Result<&Person, CommandError> {
    workspace
        .get::<Person>(id)
        .map(AsRef::as_ref)
        .ok_or(CommandError::Gone { what: "person" })
}
