//! Commands about gates.

use crate::change::Draft;
use crate::command::{CommandError, Ctx, Planned, project};
use crate::id::{GateId, ProjectId};
use crate::lists::List;
use crate::model::{Check, Gate, Project, Ruling, Stage, Verdict, usual_checks};
use crate::text;
use crate::workspace::Workspace;

/// What can be meant about a gate.
#[derive(Clone, Debug, PartialEq)]
pub enum GateCommand {
    /// Open a review before the project's next stage, with the usual conditions.
    Open {
        /// Whose.
        project: ProjectId,
    },
    /// Replace the conditions of an open review; those without a text are left out.
    SetChecks {
        /// Which.
        id: GateId,
        /// The conditions.
        checks: Vec<Check>,
    },
    /// Say whether a condition is met.
    Check {
        /// Which.
        id: GateId,
        /// The place of the condition.
        at: usize,
        /// Whether it is.
        is_met: bool,
    },
    /// Decide. On “go” the project moves to the next stage.
    Decide {
        /// Which.
        id: GateId,
        /// Go, hold or stop.
        verdict: Verdict,
        /// Who decides.
        by: String,
        /// Why.
        reason: String,
    },
    /// Delete a review that was opened by mistake.
    Delete {
        /// Which.
        id: GateId,
    },
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: GateCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    match command {
        GateCommand::Open { project: id } => {
            let project = workspace.get::<Project>(id);
            let project = project.ok_or(CommandError::Gone { what: "project" })?;
            let is_open = workspace
                .list::<Gate>(List::Gates(id))
                .any(|(_, gate)| gate.ruling.is_none());
            if is_open {
                return Err(CommandError::ReviewIsOpen);
            }
            let to = next_stage(project.stage).ok_or_else(|| CommandError::NoGateLeft {
                project: project.name.clone(),
            })?;
            let check = |text: &&str| Check {
                text: (*text).to_owned(),
                is_met: false,
            };
            let gate = Gate {
                project: id,
                to,
                checks: usual_checks(to).iter().map(check).collect(),
                opened_at: ctx.now,
                ruling: None,
            };
            let gate_id = GateId::from_key((ctx.new_key)());
            draft.put(gate_id, gate);
            Planned::created(gate_id, format!("Opened the gate to {}", to.name()))
        }
        GateCommand::SetChecks { id, checks } => {
            let mut gate = open(workspace, id)?;
            gate.checks = checks
                .into_iter()
                .filter(|check| !check.text.trim().is_empty())
                .take(100)
                .map(|check| {
                    Ok(Check {
                        text: text::line("Condition", &check.text)?,
                        ..check
                    })
                })
                .collect::<Result<Vec<Check>, CommandError>>()?;
            let label = format!("Changed the conditions of the gate to {}", gate.to.name());
            draft.put(id, gate);
            Planned::done(label)
        }
        GateCommand::Check { id, at, is_met } => {
            let mut gate = open(workspace, id)?;
            let gone = CommandError::Gone { what: "condition" };
            let check = gate.checks.get_mut(at).ok_or(gone)?;
            check.is_met = is_met;
            let label = match is_met {
                true => format!("Ticked “{}”", check.text),
                false => format!("Took the tick off “{}”", check.text),
            };
            draft.put(id, gate);
            Planned::done(label)
        }
        GateCommand::Decide {
            id,
            verdict,
            by,
            reason,
        } => {
            let mut gate = open(workspace, id)?;
            // Refusals come in the order of the form.
            let by = text::line("Decided by", &by)?;
            let reason = text::prose("Reason", &reason)?;
            let is_clear = verdict == Verdict::Go && gate.checks.iter().all(|check| check.is_met);
            if reason.is_empty() && !is_clear {
                return Err(CommandError::RulingWithoutReason);
            }
            gate.ruling = Some(Ruling {
                verdict,
                by,
                at: ctx.now,
                reason,
            });
            let name = match workspace.get::<Project>(gate.project) {
                Some(project) => project.name.clone(),
                None => return Err(CommandError::Gone { what: "project" }),
            };
            if verdict == Verdict::Go {
                project::enter(workspace, draft, gate.project, gate.to);
            }
            let label = match verdict {
                Verdict::Go => format!("Let “{name}” go on to {}", gate.to.name()),
                Verdict::Hold => format!("Held “{name}” before {}", gate.to.name()),
                Verdict::Stop => format!("Stopped “{name}” before {}", gate.to.name()),
            };
            draft.put(id, gate);
            Planned::done(label)
        }
        GateCommand::Delete { id } => {
            let gate = find(workspace, id)?;
            let label = format!("Deleted the review before {}", gate.to.name());
            draft.remove(id);
            Planned::done(label)
        }
    }
}

/// The stage after this one.
pub fn next_stage(stage: Stage) -> Option<Stage> {
    Stage::ALL.into_iter().find(|other| *other > stage)
}

fn open(workspace: &Workspace, id: GateId) -> Result<Gate, CommandError> {
    let gate = find(workspace, id)?;
    if gate.ruling.is_some() {
        return Err(CommandError::AlreadyDecided);
    }
    Ok(gate.clone())
}

fn find(workspace: &Workspace, id: GateId) -> Result<&Gate, CommandError> {
    let gate = workspace.get::<Gate>(id).map(AsRef::as_ref);
    gate.ok_or(CommandError::Gone { what: "gate" })
}
