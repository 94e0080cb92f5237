//! What a starter brings, before anything is made of it.

use domain::starters::plan::length;
use domain::starters::process::StarterStep;
use domain::starters::project::{Phase, StarterTask};
use domain::starters::{ProcessStarter, ProjectStarter, Starter};
use leptos::prelude::*;

use crate::ui::format;

/// Everything of note in a starter.
pub fn preview(starter: &Starter) -> AnyView {
    let label = format!("What “{}” brings", starter.about().name);
    let content = match starter {
        Starter::Process(process) => of_process(process),
        Starter::Project(project) => of_project(project),
    };
    view! { <section class="starter-preview" aria-label=label tabindex="0">{content}</section> }
        .into_any()
}

fn of_project(project: &ProjectStarter) -> AnyView {
    let charter = &project.charter;
    let n_tasks = project.tasks().count();
    let summary = format!(
        "{} phases, {n_tasks} tasks with their links, {} risks; {} working days. With a start, every task gets its day; with only a finish, days are counted back from it.",
        project.phases.len(),
        project.risks.len(),
        length(project),
    );
    let phases = project.phases.iter().map(phase).collect_view();
    let deliverables = charter.deliverables.iter();
    let deliverables = deliverables.map(|d| format!("{}: {}", d.name, d.accepted_when));
    let mut risks: Vec<_> = project.risks.iter().collect();
    risks.sort_by_key(|risk| {
        std::cmp::Reverse(u16::from(risk.probability) * u16::from(risk.impact))
    });
    let risks = risks
        .into_iter()
        .map(|risk| format!("{}: {}", risk.title, risk.action));
    view! {
        <p>{summary}</p>
        <ol class="starter-phases">{phases}</ol>
        {part("Success", charter.success.clone())}
        {part("Deliverables", deliverables.collect())}
        {part("In scope", charter.in_scope.clone())}
        {part("Out of scope", charter.out_of_scope.clone())}
        {part("Constraints", charter.constraints.clone())}
        {part("Stakeholders", charter.stakeholders.clone())}
        {part("Risks, the largest first", risks.collect())}
    }
    .into_any()
}

fn phase(phase: &Phase) -> AnyView {
    let tasks = phase.tasks.iter().map(task).collect_view();
    view! {
        <li>
            <b>{phase.name.clone()}</b>
            <p>{phase.purpose.clone()}</p>
            <ul>{tasks}</ul>
            {part("Gate", phase.gate.clone())}
        </li>
    }
    .into_any()
}

fn task(task: &StarterTask) -> AnyView {
    let days = match task.days {
        0 => "milestone".to_owned(),
        n => format::count(usize::try_from(n).unwrap_or(0), "day", "days"),
    };
    let side = format!("{}, {days}", task.role);
    line(task.title.clone(), side)
}

fn of_process(process: &ProcessStarter) -> AnyView {
    let sheet = &process.sheet;
    let steps = process.steps.iter().map(step).collect_view();
    let measures = sheet
        .measures
        .iter()
        .map(|m| format!("{}: {}", m.name, m.target));
    let sides = [
        ("From", &sheet.suppliers),
        ("Needs", &sheet.inputs),
        ("Brings", &sheet.outputs),
        ("For", &sheet.customers),
    ];
    let sides = sides.map(|(name, items)| format!("{name}: {}", items.join(", ")));
    let rhythm = vec![
        format!("Starts when: {}", sheet.trigger),
        format!("Runs: {}", sheet.cadence),
        format!("Looked at: {}", sheet.review),
        format!("Serves: {}", sheet.goal),
    ];
    view! {
        <ol class="starter-phases">{steps}</ol>
        {part("Targets", measures.collect())}
        {part("Suppliers to customers", sides.to_vec())}
        {part("Rhythm", rhythm)}
    }
    .into_any()
}

fn step(step: &StarterStep) -> AnyView {
    let side = format!(
        "{}, within {}",
        step.role,
        working_time(step.target_minutes)
    );
    let n_fields = step.fields.len();
    let notes = [
        (n_fields > 0).then(|| {
            let labels: Vec<&str> = step
                .fields
                .iter()
                .map(|field| field.label.as_str())
                .collect();
            format!("Records: {}.", labels.join("; "))
        }),
        step.sends_back_to
            .as_ref()
            .map(|_| "Approves, rejects or sends back.".to_owned()),
        step.side_by_side
            .as_ref()
            .map(|_| "Runs side by side with its neighbours.".to_owned()),
        (!step.branches.is_empty()).then(|| "Branches by what was recorded.".to_owned()),
    ];
    let notes: Vec<String> = notes.into_iter().flatten().collect();
    view! {
        <li>
            <b>{step.title.clone()}</b>
            " "
            <span class="detail">{side}</span>
            <p>{step.purpose.clone()}</p>
            {(!notes.is_empty()).then(|| view! { <p class="detail">{notes.join(" ")}</p> })}
        </li>
    }
    .into_any()
}

/// A titled list; nothing for an empty one.
fn part(title: &'static str, lines: Vec<String>) -> AnyView {
    if lines.is_empty() {
        return ().into_any();
    }
    let lines = lines
        .into_iter()
        .map(|line| view! { <li>{line}</li> }.into_any());
    view! {
        <div class="starter-part">
            <b>{title}</b>
            <ul>{lines.collect_view()}</ul>
        </div>
    }
    .into_any()
}

fn line(title: String, side: String) -> AnyView {
    view! { <li>{title} " " <span class="detail">{side}</span></li> }.into_any()
}

/// Working time in the largest unit that fits: a working day has eight hours.
fn working_time(minutes: u32) -> String {
    let count = |n: u32, one, many| format::count(usize::try_from(n).unwrap_or(0), one, many);
    match minutes {
        n if n < 120 => count(n, "minute", "minutes"),
        n if n < 960 => count(n / 60, "hour", "hours"),
        n => count(n / 480, "working day", "working days"),
    }
}
