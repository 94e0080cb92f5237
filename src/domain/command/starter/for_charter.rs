//! What a starter makes of the charter, the log of risks and the first gate.

use crate::change::Draft;
use crate::command::gate::next_stage;
use crate::command::{CommandError, Ctx};
use crate::id::{CharterId, GateId, ProjectId, RaidId};
use crate::model::{Charter, Check, Criterion, Deliverable, Gate, Raid, RaidKind, Risk, Stage};
use crate::starters::ProjectStarter;
use crate::starters::project::{StarterCharter, StarterRisk};
use crate::text;

/// Gives a new project the charter and the risks of its starter, and opens the gate to its next
/// stage with what must be true when the first phase ends. The conditions of later phases stand
/// with their phases, as there is one open gate at a time (P16).
pub(super) fn furnish(
    draft: &mut Draft,
    id: ProjectId,
    stage: Stage,
    starter: &ProjectStarter,
    ctx: &Ctx,
) -> Result<(), CommandError> {
    draft.put(CharterId::from(id), charter(id, &starter.charter)?);
    for (number, risk) in (1..).zip(&starter.risks) {
        let entry = entry(id, number, risk, ctx)?;
        draft.put(RaidId::from_key((ctx.new_key)()), entry);
    }
    let conditions = starter.phases.first().map(|phase| phase.gate.as_slice());
    let conditions = conditions.unwrap_or_default();
    if let Some(to) = next_stage(stage).filter(|_| !conditions.is_empty()) {
        let gate = gate(id, to, conditions, ctx)?;
        draft.put(GateId::from_key((ctx.new_key)()), gate);
    }
    Ok(())
}

fn gate(
    project: ProjectId,
    to: Stage,
    conditions: &[String],
    ctx: &Ctx,
) -> Result<Gate, CommandError> {
    let check = |condition: &String| {
        Ok(Check {
            text: text::line("Condition", condition)?,
            is_met: false,
        })
    };
    let checks = conditions.iter().map(check);
    Ok(Gate {
        project,
        to,
        checks: checks.collect::<Result<_, CommandError>>()?,
        opened_at: ctx.now,
        ruling: None,
    })
}

fn charter(id: ProjectId, from: &StarterCharter) -> Result<Charter, CommandError> {
    let mut charter = Charter::of(id);
    charter.scope_in = text::prose("In scope", &from.in_scope.join("\n"))?;
    charter.scope_out = text::prose("Out of scope", &from.out_of_scope.join("\n"))?;
    charter.stakeholders = text::prose("Stakeholders", &from.stakeholders.join("\n"))?;
    charter.constraints = text::prose("Constraints", &from.constraints.join("\n"))?;
    for text in &from.success {
        charter.criteria.push(Criterion {
            text: text::line("Criterion", text)?,
            is_met: false,
        });
    }
    for deliverable in &from.deliverables {
        charter.deliverables.push(Deliverable {
            name: text::line("Deliverable", &deliverable.name)?,
            acceptance: text::prose("Acceptance", &deliverable.accepted_when)?,
            is_accepted: false,
        });
    }
    Ok(charter)
}

fn entry(
    project: ProjectId,
    number: u32,
    risk: &StarterRisk,
    ctx: &Ctx,
) -> Result<Raid, CommandError> {
    // Nobody has the role yet, so the notes say who would watch it.
    let notes = ["Watched by: ", &risk.owner].concat();
    Ok(Raid {
        project,
        kind: RaidKind::Risk,
        number,
        title: text::line("Title", &risk.title)?,
        notes: text::prose("Notes", &notes)?,
        owner: None,
        due: None,
        risk: Some(Risk {
            probability: risk.probability,
            impact: risk.impact,
            response: risk.response,
            plan: text::prose("Plan", &risk.action)?,
            trigger: text::prose("Trigger", &risk.trigger)?,
            ..Risk::default()
        }),
        raised_at: ctx.now,
        closed_at: None,
        outcome: String::new(),
        came_from: None,
    })
}
