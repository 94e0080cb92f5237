//! What a starter makes of a process: its sheet, and its steps with forms and flow.

use std::collections::BTreeMap;

use crate::change::Draft;
use crate::command::{CommandError, Ctx, StepDraft, TemplateDraft};
use crate::id::{StepId, TemplateId};
use crate::model::{Branch, FieldKind, Next, Sheet, Step, StepKind, StepWork, Target, Template};
use crate::order::OrderKey;
use crate::starters::ProcessStarter;
use crate::starters::process::{self as kept, END, StarterBranch, StarterStep, Test};

/// Gives a new process what its starter holds. What the person has filled in stays.
pub(super) fn furnish(
    draft: &mut Draft,
    id: TemplateId,
    template: &mut Template,
    starter: &ProcessStarter,
    ctx: &Ctx,
) -> Result<(), CommandError> {
    let mut basics = TemplateDraft::of(template);
    if basics.purpose.is_empty() {
        basics.purpose = starter.sheet.purpose.clone();
    }
    basics.sheet = merged(basics.sheet, sheet(&starter.sheet));
    let basics = basics.checked()?;
    template.purpose = basics.purpose;
    template.sheet = basics.sheet;
    let maker = Maker::new(starter, ctx);
    let mut order = OrderKey::default();
    for (idx, step) in starter.steps.iter().enumerate() {
        order = OrderKey::between(Some(&order), None);
        let fields = StepDraft {
            title: step.title.clone(),
            instructions: step.instructions.clone(),
            role: step.role.clone(),
            work: maker.work(idx, step),
        };
        let fields = fields.checked()?;
        let record = Step {
            template: id,
            title: fields.title,
            instructions: fields.instructions,
            role: fields.role,
            order: order.clone(),
            work: fields.work,
        };
        if let Some(step_id) = maker.ids.get(step.id.as_str()) {
            draft.put(*step_id, record);
        }
    }
    Ok(())
}

/// The sheet of the person, with that of the starter where nothing was said. Goals add up: the
/// starter's has its targets.
fn merged(own: Sheet, starter: Sheet) -> Sheet {
    let or = |own: String, other: String| if own.is_empty() { other } else { own };
    let goal = match own.goal.is_empty() {
        true => starter.goal,
        false => [&own.goal, "\n\n", &starter.goal].concat(),
    };
    Sheet {
        trigger: or(own.trigger, starter.trigger),
        goal,
        cadence: or(own.cadence, starter.cadence),
        suppliers: or(own.suppliers, starter.suppliers),
        inputs: or(own.inputs, starter.inputs),
        outputs: or(own.outputs, starter.outputs),
        customers: or(own.customers, starter.customers),
        run_name: or(own.run_name, starter.run_name),
        run_minutes: own.run_minutes.or(starter.run_minutes),
        on_time_percent: own.on_time_percent.or(starter.on_time_percent),
    }
}

/// The sheet. What has no place of its own there is part of the goal.
fn sheet(sheet: &kept::Sheet) -> Sheet {
    let targets = sheet
        .measures
        .iter()
        .map(|measure| ["\n", &measure.name, ": ", &measure.target].concat());
    let targets: Vec<String> = targets.collect();
    let goal = [&sheet.goal, "\n\nRuns: ", &sheet.cadence, "\n\nTargets:"].concat();
    Sheet {
        trigger: sheet.trigger.clone(),
        goal: [goal, targets.concat()].concat(),
        cadence: sheet.review.clone(),
        suppliers: sheet.suppliers.join("\n"),
        inputs: sheet.inputs.join("\n"),
        outputs: sheet.outputs.join("\n"),
        customers: sheet.customers.join("\n"),
        run_name: sheet.run_name.clone(),
        run_minutes: Some(sheet.run_minutes),
        on_time_percent: Some(sheet.on_time_percent),
    }
}

/// What the steps of a starter become.
struct Maker<'a> {
    starter: &'a ProcessStarter,
    ids: BTreeMap<&'a str, StepId>,
}

impl<'a> Maker<'a> {
    fn new(starter: &'a ProcessStarter, ctx: &Ctx) -> Maker<'a> {
        let ids = starter
            .steps
            .iter()
            .map(|step| (step.id.as_str(), StepId::from_key((ctx.new_key)())));
        Maker {
            starter,
            ids: ids.collect(),
        }
    }

    fn work(&self, idx: usize, step: &StarterStep) -> StepWork {
        let back = step.sends_back_to.as_deref();
        StepWork {
            purpose: step.purpose.clone(),
            // The role that does it answers for it unless another is named.
            accountable: Some(&step.accountable)
                .filter(|role| **role != step.role)
                .cloned()
                .unwrap_or_default(),
            consulted: step.consulted.join(", "),
            informed: step.informed.join(", "),
            inputs: step.inputs.join("\n"),
            outputs: step.outputs.join("\n"),
            minutes: Some(step.target_minutes),
            checklist: step.checklist.clone(),
            fields: step.fields.clone(),
            kind: match back {
                Some(back) => StepKind::Approval {
                    rejected: Target::End,
                    back: self.ids.get(back).copied(),
                },
                None => StepKind::Task,
            },
            next: self.next(idx, step),
            ..StepWork::default()
        }
    }

    fn next(&self, idx: usize, step: &StarterStep) -> Next {
        let group = |idx: usize| self.starter.steps.get(idx)?.side_by_side.as_deref();
        if group(idx).is_some() {
            return Next::Go(self.after_group(idx));
        }
        if let Some(name) = group(idx + 1) {
            let steps = self.starter.steps.iter();
            let heads = steps.filter(|step| step.side_by_side.as_deref() == Some(name));
            return Next::All {
                heads: heads
                    .filter_map(|step| self.ids.get(step.id.as_str()).copied())
                    .collect(),
                join: self.after_group(idx + 1),
            };
        }
        let otherwise = match step.goes_on_to.as_deref() {
            Some(to) => self.target(to),
            None => Target::Following,
        };
        if step.branches.is_empty() {
            return match otherwise {
                Target::Following => Next::Following,
                target => Next::Go(target),
            };
        }
        let branch = |branch: &StarterBranch| Branch {
            when: self.condition(branch),
            to: self.target(&branch.to),
        };
        Next::Choose {
            branches: step.branches.iter().map(branch).collect(),
            otherwise,
        }
    }

    /// Where steps that run side by side come together: the first step after them.
    fn after_group(&self, idx: usize) -> Target {
        let steps = &self.starter.steps;
        let name = steps.get(idx).map(|step| &step.side_by_side);
        let next = steps
            .iter()
            .skip(idx)
            .find(|step| Some(&step.side_by_side) != name);
        next.map_or(Target::End, |step| self.target(&step.id))
    }

    fn target(&self, to: &str) -> Target {
        match self.ids.get(to) {
            Some(id) => Target::Step(*id),
            None if to == END => Target::End,
            None => Target::Following,
        }
    }

    /// The branch in the language of conditions.
    fn condition(&self, branch: &StarterBranch) -> String {
        let mut fields = self.starter.steps.iter().flat_map(|step| &step.fields);
        let field = fields.find(|field| field.key == branch.field);
        let kind = field.map(|field| field.kind).unwrap_or_default();
        let is_no = (branch.value == "no") != (branch.test == Test::IsNot);
        let sign = match branch.test {
            Test::Is => " = ",
            Test::IsNot => " != ",
            Test::AtLeast => " >= ",
            Test::Below => " < ",
        };
        match kind {
            FieldKind::YesNo if is_no => ["not ", &branch.field].concat(),
            FieldKind::YesNo => branch.field.clone(),
            FieldKind::Number | FieldKind::Money => [&branch.field, sign, &branch.value].concat(),
            _ => [&branch.field, sign, "\"", &branch.value, "\""].concat(),
        }
    }
}
