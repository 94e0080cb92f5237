//! The fields of every kind of record: what a person calls them and what they hold.

use serde_json::Value;

use super::project_fields;
use crate::text::{self, TextError};
use crate::workspace::Table;

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A line that is needed.
    Line,
    /// A line that may be empty.
    OptionalLine,
    /// Several lines, possibly none.
    Prose,
    /// Several lines, at least one.
    RequiredProse,
    /// A moment in milliseconds.
    Moment,
    /// A place in a list.
    Place,
    /// Yes or no; no when left out.
    Flag,
    /// One of a few words, or several of them.
    Words,
    /// The working calendar.
    Calendar,
    /// A number, a day, an id, or values within values.
    Other,
}

/// A field of a kind of record.
#[derive(Clone, Copy, Debug)]
pub struct KnownField {
    /// What a person calls it.
    pub name: &'static str,
    /// What it holds.
    pub form: Form,
}

/// Stands for a field that the lists below do not have yet.
pub const UNKNOWN: KnownField = KnownField {
    name: "Another field",
    form: Form::Other,
};

impl Form {
    /// Whether a stored value keeps to the rules for texts. Its type is checked elsewhere.
    pub fn check(self, name: &'static str, value: &Value) -> Result<(), TextError> {
        match value {
            Value::String(typed) => match self {
                Form::Line => text::line(name, typed),
                Form::OptionalLine => text::optional_line(name, typed),
                Form::RequiredProse => text::required_prose(name, typed),
                _ => text::prose(name, typed),
            }
            .map(drop),
            Value::Array(values) => values.iter().try_for_each(|value| self.check(name, value)),
            Value::Object(values) => values
                .values()
                .try_for_each(|value| self.check(name, value)),
            _ => Ok(()),
        }
    }
}

/// The field of a table with this stored name.
pub fn find(table: Table, stored: &str) -> Option<KnownField> {
    of(table)
        .iter()
        .find(|(field, ..)| *field == stored)
        .map(|(_, name, form)| KnownField { name, form: *form })
}

pub(super) type Row = (&'static str, &'static str, Form);

fn of(table: Table) -> &'static [Row] {
    match table {
        Table::Decision => DECISION,
        Table::Project => PROJECT,
        Table::Task => TASK,
        Table::Template => TEMPLATE,
        Table::Step => STEP,
        Table::Version => VERSION,
        Table::Run => RUN,
        Table::RunEvent => RUN_EVENT,
        Table::Improvement => IMPROVEMENT,
        Table::Person => PERSON,
        Table::Charter => project_fields::CHARTER,
        Table::Gate => project_fields::GATE,
        Table::Raid => project_fields::RAID,
        Table::BudgetLine => project_fields::BUDGET_LINE,
        Table::Entry => project_fields::ENTRY,
        Table::Baseline => project_fields::BASELINE,
        Table::StatusReport => project_fields::STATUS_REPORT,
        Table::Assignment => project_fields::ASSIGNMENT,
        Table::Estimate => project_fields::ESTIMATE,
        Table::Lesson => project_fields::LESSON,
        Table::Settings => SETTINGS,
        Table::Archived => ARCHIVED,
        Table::Link => LINK,
        Table::Comment => COMMENT,
    }
}

const DECISION: &[Row] = &[
    ("description", "Description", Form::RequiredProse),
    ("answers", "Answers", Form::Words),
    ("suggested", "Answers from the words", Form::Words),
    ("question_set", "Version of the questions", Form::Other),
    ("verdict", "Verdict", Form::Words),
    ("shape", "Shape", Form::Words),
    ("point", "Point between loop and line", Form::Other),
    ("confidence", "Confidence", Form::Other),
    ("reasons", "Reasons", Form::Other),
    ("revises", "Earlier decision", Form::Other),
    ("overrule", "Decided otherwise", Form::Other),
    ("outcome", "Work it led to", Form::Other),
    ("decided_at", "Decided at", Form::Moment),
    ("sample", "Part of the sample", Form::Flag),
];

const PROJECT: &[Row] = &[
    ("name", "Name", Form::Line),
    ("objective", "Objective", Form::Prose),
    ("stage", "Stage", Form::Words),
    ("order", "Place", Form::Place),
    ("start", "Start", Form::Other),
    ("finish", "Finish", Form::Other),
    ("owner", "Owner", Form::Other),
    ("decision", "Decision", Form::Other),
    ("shape", "Shape", Form::Words),
    ("through", "Runs through", Form::Other),
    ("from_template", "Made of process", Form::Other),
    ("kept", "Kept from the conversion", Form::Prose),
    ("created_at", "Created at", Form::Moment),
    ("sample", "Part of the sample", Form::Flag),
    ("is_template", "Kept as a template", Form::Flag),
    ("status_date", "Status date", Form::Other),
    ("wip_limits", "Limits of the columns", Form::Other),
];

const TASK: &[Row] = &[
    ("project", "Project", Form::Other),
    ("title", "Title", Form::Line),
    ("notes", "Notes", Form::Prose),
    ("column", "Column", Form::Words),
    ("order", "Place", Form::Place),
    ("assignee", "Assignee", Form::Other),
    ("due", "Due", Form::Other),
    ("finished_at", "Finished at", Form::Moment),
    ("parent", "Part of", Form::Other),
    ("outline", "Place in the outline", Form::Place),
    ("kind", "Kind", Form::Words),
    ("duration", "Duration in working days", Form::Other),
    ("effort", "Effort in minutes", Form::Other),
    ("percent", "Percent complete", Form::Other),
    ("actual_start", "Actual start", Form::Other),
    ("actual_finish", "Actual finish", Form::Other),
    ("constraint", "Constraint", Form::Words),
    ("pin", "Pinned to", Form::Other),
    ("priority", "Priority", Form::Words),
    ("labels", "Labels", Form::Line),
    ("checklist", "Checklist", Form::Line),
    ("web_links", "Web links", Form::Prose),
];

const LINK: &[Row] = &[
    ("project", "Project", Form::Other),
    ("predecessor", "Waits for", Form::Other),
    ("successor", "Task that waits", Form::Other),
    ("kind", "Kind", Form::Words),
    ("lag", "Lag in working days", Form::Other),
];

const COMMENT: &[Row] = &[
    ("task", "Task", Form::Other),
    ("text", "Text", Form::RequiredProse),
    ("at", "When", Form::Moment),
    ("by", "By", Form::OptionalLine),
];

const TEMPLATE: &[Row] = &[
    ("name", "Name", Form::Line),
    ("purpose", "Purpose", Form::Prose),
    ("owner", "Owner", Form::Other),
    ("decision", "Decision", Form::Other),
    ("flexible", "Path decided in each run", Form::Flag),
    ("from_project", "Made of project", Form::Other),
    ("kept", "Kept from the conversion", Form::Prose),
    ("created_at", "Created at", Form::Moment),
    ("sample", "Part of the sample", Form::Flag),
    ("trigger", "Trigger", Form::OptionalLine),
    ("goal", "Goal", Form::Prose),
    ("cadence", "Review", Form::OptionalLine),
    ("suppliers", "Suppliers", Form::Prose),
    ("inputs", "Inputs", Form::Prose),
    ("outputs", "Outputs", Form::Prose),
    ("customers", "Customers", Form::Prose),
    ("run_name", "Name of a run", Form::OptionalLine),
    ("run_minutes", "Working minutes for a run", Form::Other),
    ("on_time_percent", "Target on time", Form::Other),
    ("schedule", "Schedule", Form::Other),
];

const STEP: &[Row] = &[
    ("template", "Process", Form::Other),
    ("title", "Title", Form::Line),
    ("instructions", "Instructions", Form::Prose),
    ("role", "Role", Form::OptionalLine),
    ("order", "Place", Form::Place),
    ("purpose", "Purpose", Form::Prose),
    ("accountable", "Accountable", Form::OptionalLine),
    ("consulted", "Consulted", Form::OptionalLine),
    ("informed", "Informed", Form::OptionalLine),
    ("inputs", "Inputs", Form::Prose),
    ("outputs", "Outputs", Form::Prose),
    ("minutes", "Working minutes", Form::Other),
    ("due", "Due", Form::Other),
    ("wip_limit", "Runs at most", Form::Other),
    ("checklist", "Checklist", Form::Other),
    ("fields", "What to record", Form::Other),
    ("kind", "Kind", Form::Words),
    ("next", "What follows", Form::Other),
];

const VERSION: &[Row] = &[
    ("template", "Process", Form::Other),
    ("number", "Number", Form::Other),
    ("published_at", "Frozen at", Form::Moment),
    ("note", "Change note", Form::Prose),
    ("by", "By", Form::OptionalLine),
    ("run_name", "Name of a run", Form::OptionalLine),
    ("run_minutes", "Working minutes for a run", Form::Other),
    ("steps", "Steps", Form::Other),
];

const RUN: &[Row] = &[
    ("template", "Process", Form::Other),
    ("version", "Version", Form::Other),
    ("number", "Number", Form::Other),
    // A run without a name is called after its process and a number, which may be longer than a line.
    ("name", "Name", Form::RequiredProse),
    ("current", "Current step", Form::Other),
    ("assignee", "Assignee", Form::Other),
    ("started_at", "Started at", Form::Moment),
    ("entered_at", "On this step since", Form::Moment),
    ("finished_at", "Finished at", Form::Moment),
    ("tokens", "Where it stands", Form::Other),
    ("n_given", "Numbers given", Form::Other),
    ("done", "Steps done", Form::Other),
    ("skipped", "Steps skipped", Form::Other),
    ("values", "Data", Form::Other),
    ("ending", "How it ended", Form::Words),
    ("paused_at", "Paused at", Form::Moment),
    ("due", "Due", Form::Moment),
    ("parent", "Run that waits for it", Form::Other),
    ("occurrence", "Day of the schedule", Form::Other),
    ("named", "Named by hand", Form::Flag),
];

const RUN_EVENT: &[Row] = &[
    ("run", "Run", Form::Other),
    ("kind", "What happened", Form::Words),
    ("step", "Step", Form::Other),
    ("at", "When", Form::Moment),
    ("by", "By", Form::OptionalLine),
    ("seq", "Number in the run", Form::Other),
    ("token", "Place in the run", Form::Other),
    ("version", "Version", Form::Other),
    ("person", "Who does it", Form::Other),
    ("due", "Due", Form::Moment),
    ("from", "Step that was left", Form::Other),
    ("values", "Data", Form::Other),
    ("note", "Reason", Form::Prose),
];

const IMPROVEMENT: &[Row] = &[
    ("template", "Process", Form::Other),
    ("title", "Title", Form::Line),
    ("problem", "Problem", Form::Prose),
    ("hypothesis", "Hypothesis", Form::Prose),
    ("measure", "Judged by", Form::Words),
    ("stage", "Quarter of the cycle", Form::Words),
    ("from_version", "From version", Form::Other),
    ("from_day", "From day", Form::Other),
    ("result", "Result", Form::Prose),
    ("created_at", "Created at", Form::Moment),
];

const PERSON: &[Row] = &[
    ("name", "Name", Form::Line),
    ("role", "Role", Form::OptionalLine),
    ("week", "Minutes a week", Form::Other),
    ("rate", "Rate", Form::Other),
    ("skills", "Skills", Form::Other),
    ("sample", "Part of the sample", Form::Flag),
    ("days_off", "Days off", Form::Other),
];

const SETTINGS: &[Row] = &[
    ("your_name", "Your name", Form::OptionalLine),
    ("calendar", "Working calendar", Form::Calendar),
    ("learns_from_overrules", "Learns from overrules", Form::Flag),
    ("hours", "Working hours", Form::Other),
    ("currency", "Currency", Form::Other),
];

const ARCHIVED: &[Row] = &[
    ("of", "What was archived", Form::Other),
    // A run's name may be longer than a line.
    ("name", "Name", Form::RequiredProse),
    ("template", "Process", Form::Other),
    ("number", "Number", Form::Other),
    ("n_records", "Records", Form::Other),
    ("archived_at", "Archived at", Form::Moment),
];
