//! Commands about a project's charter.

use crate::change::Draft;
use crate::command::{CommandError, Ctx, Planned, person};
use crate::earned_value::EarningRule;
use crate::id::{CharterId, PersonId, ProjectId};
use crate::model::{Charter, Criterion, Deliverable, Judgement, Project, Standing};
use crate::text;
use crate::workspace::Workspace;

/// What can be meant about a charter. It is there once something is written in it.
#[derive(Clone, Debug, PartialEq)]
pub enum CharterCommand {
    /// Replace what it says.
    Edit {
        /// Whose.
        project: ProjectId,
        /// What it says.
        draft: CharterDraft,
    },
    /// Say whether a measure of success is met.
    Meet {
        /// Whose.
        project: ProjectId,
        /// The place of the measure.
        at: usize,
        /// Whether it is.
        is_met: bool,
    },
    /// Say whether a deliverable is accepted.
    Accept {
        /// Whose.
        project: ProjectId,
        /// The place of the deliverable.
        at: usize,
        /// Whether it is.
        is_accepted: bool,
    },
    /// Say when a task's budget counts as earned.
    SetEarningRule {
        /// Whose.
        project: ProjectId,
        /// The rule.
        rule: EarningRule,
    },
    /// Judge how the project stands against the rules, or leave it to them again.
    Judge {
        /// Whose.
        project: ProjectId,
        /// How it stands and why; absent to leave it to the rules.
        judgement: Option<(Standing, String)>,
    },
}

/// A charter as a form gives it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CharterDraft {
    /// What belongs to the project.
    pub scope_in: String,
    /// What does not.
    pub scope_out: String,
    /// Measures of success; those without a text are left out.
    pub criteria: Vec<Criterion>,
    /// What is handed over; those without a name are left out.
    pub deliverables: Vec<Deliverable>,
    /// Who wants it.
    pub sponsor: Option<PersonId>,
    /// Who runs it.
    pub manager: Option<PersonId>,
    /// Who else it touches.
    pub stakeholders: String,
    /// What cannot be changed.
    pub constraints: String,
}

/// Measures and deliverables a charter may have.
const MAX_ITEMS: usize = 100;

impl CharterDraft {
    /// A charter for a form to start from.
    pub fn of(charter: &Charter) -> CharterDraft {
        CharterDraft {
            scope_in: charter.scope_in.clone(),
            scope_out: charter.scope_out.clone(),
            criteria: charter.criteria.clone(),
            deliverables: charter.deliverables.clone(),
            sponsor: charter.sponsor,
            manager: charter.manager,
            stakeholders: charter.stakeholders.clone(),
            constraints: charter.constraints.clone(),
        }
    }

    fn checked(self) -> Result<CharterDraft, CommandError> {
        let criterion = |criterion: Criterion| -> Result<Criterion, CommandError> {
            Ok(Criterion {
                text: text::line("Measure of success", &criterion.text)?,
                ..criterion
            })
        };
        let deliverable = |deliverable: Deliverable| -> Result<Deliverable, CommandError> {
            Ok(Deliverable {
                name: text::line("Deliverable", &deliverable.name)?,
                acceptance: text::prose("Accepted when", &deliverable.acceptance)?,
                ..deliverable
            })
        };
        let criteria = self.criteria.into_iter();
        let deliverables = self.deliverables.into_iter();
        Ok(CharterDraft {
            scope_in: text::prose("In scope", &self.scope_in)?,
            scope_out: text::prose("Out of scope", &self.scope_out)?,
            criteria: criteria
                .filter(|criterion| !criterion.text.trim().is_empty())
                .take(MAX_ITEMS)
                .map(criterion)
                .collect::<Result<_, _>>()?,
            deliverables: deliverables
                .filter(|deliverable| !deliverable.name.trim().is_empty())
                .take(MAX_ITEMS)
                .map(deliverable)
                .collect::<Result<_, _>>()?,
            stakeholders: text::prose("Stakeholders", &self.stakeholders)?,
            constraints: text::prose("Constraints", &self.constraints)?,
            ..self
        })
    }
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: CharterCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    match command {
        CharterCommand::Edit {
            project,
            draft: fields,
        } => {
            let (mut charter, name) = find(workspace, project)?;
            let fields = fields.checked()?;
            charter.scope_in = fields.scope_in;
            charter.scope_out = fields.scope_out;
            charter.criteria = fields.criteria;
            charter.deliverables = fields.deliverables;
            charter.sponsor = person::present(workspace, fields.sponsor);
            charter.manager = person::present(workspace, fields.manager);
            charter.stakeholders = fields.stakeholders;
            charter.constraints = fields.constraints;
            draft.put(CharterId::from(project), charter);
            Planned::done(format!("Changed the charter of “{name}”"))
        }
        CharterCommand::Meet {
            project,
            at,
            is_met,
        } => {
            let (mut charter, _) = find(workspace, project)?;
            let gone = CommandError::Gone { what: "measure" };
            let criterion = charter.criteria.get_mut(at).ok_or(gone)?;
            criterion.is_met = is_met;
            let label = format!("Marked “{}” as {}", criterion.text, met(is_met));
            draft.put(CharterId::from(project), charter);
            Planned::done(label)
        }
        CharterCommand::Accept {
            project,
            at,
            is_accepted,
        } => {
            let (mut charter, _) = find(workspace, project)?;
            let gone = CommandError::Gone {
                what: "deliverable",
            };
            let deliverable = charter.deliverables.get_mut(at).ok_or(gone)?;
            deliverable.is_accepted = is_accepted;
            let label = match is_accepted {
                true => format!("Accepted “{}”", deliverable.name),
                false => format!("Took back the acceptance of “{}”", deliverable.name),
            };
            draft.put(CharterId::from(project), charter);
            Planned::done(label)
        }
        CharterCommand::SetEarningRule { project, rule } => {
            let (mut charter, _) = find(workspace, project)?;
            charter.earning = rule;
            draft.put(CharterId::from(project), charter);
            Planned::done(format!("Chose the earning rule “{}”", rule.name()))
        }
        CharterCommand::Judge { project, judgement } => {
            let (mut charter, name) = find(workspace, project)?;
            charter.judgement = match judgement {
                Some((_, reason)) if reason.trim().is_empty() => {
                    return Err(CommandError::JudgementWithoutReason);
                }
                Some((standing, reason)) => Some(Judgement {
                    standing,
                    reason: text::required_prose("Reason", &reason)?,
                    by: workspace.settings().your_name,
                    at: ctx.now,
                }),
                None => None,
            };
            let label = match &charter.judgement {
                Some(judgement) => format!("Judged “{name}” as {}", judgement.standing.name()),
                None => format!("Left the standing of “{name}” to the rules"),
            };
            draft.put(CharterId::from(project), charter);
            Planned::done(label)
        }
    }
}

/// The charter of a project, or an empty one, and the project's name.
pub(super) fn find(
    workspace: &Workspace,
    project: ProjectId,
) -> Result<(Charter, String), CommandError> {
    let gone = CommandError::Gone { what: "project" };
    let name = workspace.get::<Project>(project).ok_or(gone)?.name.clone();
    let charter = workspace.get::<Charter>(CharterId::from(project));
    let charter = charter.map_or_else(|| Charter::of(project), |charter| (**charter).clone());
    Ok((charter, name))
}

fn met(is_met: bool) -> &'static str {
    if is_met { "met" } else { "not met" }
}
