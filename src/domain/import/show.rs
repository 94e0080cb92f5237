//! Records and values as short texts for a preview.

use serde_json::Value;

use super::known_fields::Form;
use crate::calendar::WorkingCalendar;
use crate::check::Problem;
use crate::id::{ProjectId, RecordId, TaskId};
use crate::model::{Link, Project, Run, Task, Template, Version};
use crate::time::{Day, WEEKDAYS};
use crate::workspace::{Record, Table, Workspace};

/// Characters shown of one text.
const MAX_SHOWN: usize = 120;
/// Characters shown of what comes before a difference.
const N_LEADING: usize = 20;
const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// What a person calls a kind of record.
pub fn kind(table: Table) -> &'static str {
    match table {
        Table::Decision => "Decision",
        Table::Project => "Project",
        Table::Task => "Task",
        Table::Template => "Process",
        Table::Step => "Step",
        Table::Version => "Version",
        Table::Run => "Run",
        Table::RunEvent => "Event",
        Table::Improvement => "Improvement",
        Table::Person => "Person",
        Table::Charter => "Charter",
        Table::Gate => "Gate",
        Table::Raid => "Log entry",
        Table::BudgetLine => "Budget line",
        Table::Entry => "Time or expense",
        Table::Baseline => "Baseline",
        Table::StatusReport => "Status report",
        Table::Assignment => "Assignment",
        Table::Estimate => "Estimate",
        Table::Lesson => "Lesson",
        Table::Settings => "Settings",
        Table::Archived => "Archived work",
        Table::Link => "Link",
        Table::Comment => "Comment",
    }
}

/// What a person calls several records of a kind.
pub fn kinds(table: Table) -> &'static str {
    match table {
        Table::Decision => "Decisions",
        Table::Project => "Projects",
        Table::Task => "Tasks",
        Table::Template => "Processes",
        Table::Step => "Steps",
        Table::Version => "Versions",
        Table::Run => "Runs",
        Table::RunEvent => "Events",
        Table::Improvement => "Improvements",
        Table::Person => "People",
        Table::Charter => "Charters",
        Table::Gate => "Gates",
        Table::Raid => "Log entries",
        Table::BudgetLine => "Budget lines",
        Table::Entry => "Time and expenses",
        Table::Baseline => "Baselines",
        Table::StatusReport => "Status reports",
        Table::Assignment => "Assignments",
        Table::Estimate => "Estimates",
        Table::Lesson => "Lessons",
        Table::Settings => "Settings",
        Table::Archived => "Archived work",
        Table::Link => "Links",
        Table::Comment => "Comments",
    }
}

/// What a record is called. `workspace` knows what it belongs to.
pub fn title(workspace: &Workspace, record: &Record) -> String {
    let title = match record {
        Record::Decision(decision) => decision.description.clone(),
        Record::Project(project) => project.name.clone(),
        Record::Task(task) => task.title.clone(),
        Record::Template(template) => template.name.clone(),
        Record::Step(step) => step.title.clone(),
        Record::Version(version) => version_title(workspace, version),
        Record::Run(run) => run.name.clone(),
        Record::RunEvent(event) => match workspace.get::<Run>(event.run) {
            Some(run) => format!("{}: {}", run.name, event.kind.name()),
            None => event.kind.name().to_owned(),
        },
        Record::Person(person) => person.name.clone(),
        Record::Improvement(improvement) => improvement.title.clone(),
        Record::Charter(charter) => of_project(workspace, charter.project),
        Record::Gate(gate) => {
            format!(
                "{}: {}",
                of_project(workspace, gate.project),
                gate.to.name()
            )
        }
        Record::Raid(raid) => raid.title.clone(),
        Record::BudgetLine(line) => format!("{} {}", line.category, line.name),
        Record::Entry(entry) => format!("{} {}", entry.day, entry.note),
        Record::Baseline(baseline) => baseline.name.clone(),
        Record::StatusReport(report) => {
            format!("{} {}", of_project(workspace, report.project), report.day)
        }
        Record::Assignment(assignment) => of_task(workspace, assignment.task),
        Record::Estimate(estimate) => of_task(workspace, estimate.task),
        Record::Lesson(lesson) => lesson.text.clone(),
        Record::Settings(_) => "Settings".to_owned(),
        Record::Archived(archived) => archived.name.clone(),
        Record::Link(link) => link_title(workspace, link),
        Record::Comment(comment) => comment.text.clone(),
    };
    clean(&title)
}

fn of_project(workspace: &Workspace, id: ProjectId) -> String {
    let project = workspace.get::<Project>(id);
    project.map_or_else(|| id.to_string(), |project| project.name.clone())
}

fn of_task(workspace: &Workspace, id: TaskId) -> String {
    let task = workspace.get::<Task>(id);
    task.map_or_else(|| id.to_string(), |task| task.title.clone())
}

fn link_title(workspace: &Workspace, link: &Link) -> String {
    let name = |id| workspace.get::<Task>(id).map(|task| task.title.clone());
    match (name(link.predecessor), name(link.successor)) {
        (Some(predecessor), Some(successor)) => format!("{predecessor} → {successor}"),
        _ => link.kind.name().to_owned(),
    }
}

fn version_title(workspace: &Workspace, version: &Version) -> String {
    match workspace.get::<Template>(version.template) {
        Some(template) => format!("{}, version {}", template.name, version.number),
        None => format!("Version {}", version.number),
    }
}

/// A problem as a sentence that names the record.
pub fn problem(workspace: &Workspace, problem: &Problem) -> String {
    let named = problem.record.and_then(|id| {
        let record = workspace.record(id)?;
        Some(format!(
            "{} “{}”: ",
            kind(id.table),
            title(workspace, &record)
        ))
    });
    format!("{}{}.", named.unwrap_or_default(), clean(&problem.message))
}

/// A text that may come from anywhere, on one line, short and without what hides or reorders.
pub fn clean(text: &str) -> String {
    shortened(&on_one_line(text), 0)
}

/// The value of a field before and after, short and told apart.
pub fn difference(
    form: Form,
    before: (&Workspace, &Value),
    after: (&Workspace, &Value),
) -> (String, String) {
    if form == Form::Place {
        // The letters of an order key say nothing to a person.
        return ("as here".to_owned(), "as in the file".to_owned());
    }
    let mut old = on_one_line(&value(form, before.0, before.1));
    let mut new = on_one_line(&value(form, after.0, after.1));
    if old == new {
        // Two people of one name, or two moments of one minute.
        old = on_one_line(&format!("{old} ({})", before.1));
        new = on_one_line(&format!("{new} ({})", after.1));
    }
    let n_same = old
        .chars()
        .zip(new.chars())
        .take_while(|(old, new)| old == new)
        .count();
    let longest = old.chars().count().max(new.chars().count());
    let skipped = if longest > MAX_SHOWN {
        n_same.saturating_sub(N_LEADING)
    } else {
        0
    };
    (shortened(&old, skipped), shortened(&new, skipped))
}

pub(crate) fn value(form: Form, workspace: &Workspace, value: &Value) -> String {
    match (form, value) {
        (Form::Flag, value) => if *value == Value::Bool(true) {
            "yes"
        } else {
            "no"
        }
        .to_owned(),
        (_, Value::Null) => "none".to_owned(),
        (Form::Moment, Value::Number(number)) => number
            .as_i64()
            .and_then(moment)
            .unwrap_or_else(|| number.to_string()),
        (Form::Calendar, value) => calendar(value).unwrap_or_else(|| value.to_string()),
        (Form::Words, Value::String(word)) => in_words(word),
        (Form::Other, Value::String(text)) => {
            let record = text
                .parse()
                .ok()
                .and_then(|id: RecordId| workspace.record(id));
            record.map_or_else(|| text.clone(), |record| title(workspace, &record))
        }
        (_, Value::String(text)) if text.is_empty() => "empty".to_owned(),
        (_, Value::String(text)) => text.clone(),
        (_, Value::Array(values)) => joined(values.iter().map(|v| self::value(form, workspace, v))),
        (_, Value::Object(fields)) => {
            joined(fields.iter().map(|(name, v)| {
                format!("{}: {}", in_words(name), self::value(form, workspace, v))
            }))
        }
        (_, Value::Bool(_) | Value::Number(_)) => value.to_string(),
    }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() {
        "none".to_owned()
    } else {
        parts.join(", ")
    }
}

/// A stored word as a person reads it: `step_finished` is “Step finished”.
pub(crate) fn in_words(stored: &str) -> String {
    let words = stored.replace('_', " ");
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

fn moment(millis: i64) -> Option<String> {
    let day = Day::default().plus(millis.div_euclid(DAY))?;
    let minutes = millis.rem_euclid(DAY) / MINUTE;
    Some(format!("{day} {:02}:{:02} UTC", minutes / 60, minutes % 60))
}

fn calendar(stored: &Value) -> Option<String> {
    let calendar: WorkingCalendar = serde_json::from_value(stored.clone()).ok()?;
    let worked = WEEKDAYS.iter().zip(calendar.weekdays());
    let worked = worked
        .filter(|(_, is_worked)| *is_worked)
        .map(|(day, _)| day.chars().take(3).collect());
    let days_off = calendar.holidays().iter().map(Day::to_string);
    Some(format!(
        "{}; days off: {}",
        joined(worked),
        joined(days_off)
    ))
}

fn on_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => line.push_str(" ⏎ "),
            '\t' => line.push(' '),
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => line.push('\u{FFFD}'),
            c if c.is_control() => line.push('\u{FFFD}'),
            c => line.push(c),
        }
    }
    line
}

fn shortened(text: &str, n_skipped: usize) -> String {
    let mut shown = String::new();
    if n_skipped > 0 {
        shown.push('…');
    }
    let mut rest = text.chars().skip(n_skipped);
    shown.extend(rest.by_ref().take(MAX_SHOWN));
    if rest.next().is_some() {
        shown.push('…');
    }
    shown
}
