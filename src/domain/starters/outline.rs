//! What a starter brings, in the order in which one would tell it: for the page to show before
//! anything is made.

use super::plan::length;
use super::process::StarterStep;
use super::project::{Phase, StarterTask};
use super::{ProcessStarter, ProjectStarter, Starter};

/// A starter, told in parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// Its size in a sentence or two.
    pub summary: String,
    /// Its phases or steps in order.
    pub course: Vec<Part>,
    /// What belongs to the whole.
    pub whole: Vec<Part>,
}

/// A titled part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub title: String,
    /// Who and how long; may be empty.
    pub side: String,
    /// What it is for; may be empty.
    pub purpose: String,
    /// What is in it.
    pub lines: Vec<String>,
}

impl Starter {
    /// What it brings.
    pub fn outline(&self) -> Outline {
        match self {
            Starter::Process(starter) => of_process(starter),
            Starter::Project(starter) => of_project(starter),
        }
    }
}

fn of_project(starter: &ProjectStarter) -> Outline {
    let charter = &starter.charter;
    let deliverables = charter.deliverables.iter();
    let deliverables = deliverables.map(|it| join(&[&it.name, ": ", &it.accepted_when]));
    let mut risks: Vec<_> = starter.risks.iter().collect();
    risks.sort_by_key(|risk| {
        std::cmp::Reverse(u16::from(risk.probability) * u16::from(risk.impact))
    });
    let risks = risks
        .iter()
        .map(|risk| join(&[&risk.title, ". ", &risk.action]));
    Outline {
        summary: format!(
            "{} phases, {} linked tasks, {} risks, {} working days. With a start, every task gets its day; with only a finish, days are counted back from it.",
            starter.phases.len(),
            starter.tasks().count(),
            starter.risks.len(),
            length(starter),
        ),
        course: starter.phases.iter().map(of_phase).collect(),
        whole: vec![
            part("Success", charter.success.clone()),
            part("Deliverables", deliverables.collect()),
            part("In scope", charter.in_scope.clone()),
            part("Out of scope", charter.out_of_scope.clone()),
            part("Constraints", charter.constraints.clone()),
            part("Stakeholders", charter.stakeholders.clone()),
            part("Risks, the largest first", risks.collect()),
        ],
    }
}

fn of_phase(phase: &Phase) -> Part {
    let task = |task: &StarterTask| {
        let days = if task.days == 0 {
            "milestone".to_owned()
        } else {
            count(task.days, "day")
        };
        join(&[&task.title, " (", &task.role, ", ", &days, ")"])
    };
    let gate = phase.gate.iter().map(|check| join(&["Gate: ", check]));
    Part {
        title: phase.name.clone(),
        side: String::new(),
        purpose: phase.purpose.clone(),
        lines: phase.tasks.iter().map(task).chain(gate).collect(),
    }
}

fn of_process(starter: &ProcessStarter) -> Outline {
    let sheet = &starter.sheet;
    let measures = sheet.measures.iter();
    let measures = measures.map(|measure| join(&[&measure.name, ": ", &measure.target]));
    let n_fields: usize = starter.steps.iter().map(|step| step.fields.len()).sum();
    Outline {
        summary: format!(
            "{} documented steps that record {n_fields} things. {} of 100 runs should take no longer than {}.",
            starter.steps.len(),
            sheet.on_time_percent,
            working_time(sheet.run_minutes),
        ),
        course: starter.steps.iter().map(of_step).collect(),
        whole: vec![
            part("Targets", measures.collect()),
            part("Suppliers", sheet.suppliers.clone()),
            part("Inputs", sheet.inputs.clone()),
            part("Outputs", sheet.outputs.clone()),
            part("Customers", sheet.customers.clone()),
            part("Trigger", vec![sheet.trigger.clone()]),
            part("Goal", vec![sheet.goal.clone()]),
            part("How often", vec![sheet.cadence.clone()]),
            part("Looked at as a whole", vec![sheet.review.clone()]),
        ],
    }
}

fn of_step(step: &StarterStep) -> Part {
    let fields = step
        .fields
        .iter()
        .map(|field| join(&["Records: ", &field.label]));
    let flow = [
        (
            step.sends_back_to.is_some(),
            "Approves, rejects or sends back",
        ),
        (
            step.side_by_side.is_some(),
            "Runs side by side with its neighbour",
        ),
        (
            !step.branches.is_empty(),
            "Goes another way by what was recorded",
        ),
    ];
    let flow = flow.into_iter().filter(|(is_so, _)| *is_so);
    Part {
        title: step.title.clone(),
        side: join(&[&step.role, ", within ", &working_time(step.target_minutes)]),
        purpose: step.purpose.clone(),
        lines: fields
            .chain(flow.map(|(_, text)| text.to_owned()))
            .collect(),
    }
}

fn part(title: &str, lines: Vec<String>) -> Part {
    Part {
        title: title.to_owned(),
        lines,
        ..Part::default()
    }
}

/// Working time in the largest unit that fits: a working day has eight hours.
fn working_time(minutes: u32) -> String {
    match minutes {
        n if n < 120 => count(n, "minute"),
        n if n < 960 => count(n / 60, "hour"),
        n => count(n / 480, "working day"),
    }
}

fn count(n: u32, unit: &str) -> String {
    join(&[&n.to_string(), " ", unit, if n == 1 { "" } else { "s" }])
}

/// Texts one after the other; smaller in the page than formatting.
fn join(parts: &[&str]) -> String {
    parts.concat()
}
