//! The fields of the records that surround a project's tasks.

use super::known_fields::{Form, Row};

pub(super) const CHARTER: &[Row] = &[
    ("project", "Project", Form::Other),
    ("scope_in", "In scope", Form::Prose),
    ("scope_out", "Out of scope", Form::Prose),
    ("criteria", "Measures of success", Form::Other),
    ("deliverables", "Deliverables", Form::Other),
    ("sponsor", "Sponsor", Form::Other),
    ("manager", "Manager", Form::Other),
    ("stakeholders", "Stakeholders", Form::Prose),
    ("constraints", "Constraints", Form::Prose),
    ("contingency", "Contingency", Form::Other),
    ("reserve", "Management reserve", Form::Other),
    ("earning", "Earning rule", Form::Words),
    ("judgement", "Judgement", Form::Other),
];

pub(super) const GATE: &[Row] = &[
    ("project", "Project", Form::Other),
    ("to", "Next stage", Form::Words),
    ("checks", "Conditions", Form::Other),
    ("opened_at", "Opened at", Form::Moment),
    ("ruling", "Ruling", Form::Other),
];

pub(super) const RAID: &[Row] = &[
    ("project", "Project", Form::Other),
    ("kind", "Kind", Form::Words),
    ("number", "Number", Form::Other),
    ("title", "Title", Form::Line),
    ("notes", "Notes", Form::Prose),
    ("owner", "Owner", Form::Other),
    ("due", "Due", Form::Other),
    ("risk", "Risk", Form::Other),
    ("raised_at", "Raised at", Form::Moment),
    ("closed_at", "Closed at", Form::Moment),
    ("outcome", "Outcome", Form::Prose),
    ("came_from", "Came from", Form::Other),
];

pub(super) const BUDGET_LINE: &[Row] = &[
    ("project", "Project", Form::Other),
    ("category", "Category", Form::Line),
    ("name", "Name", Form::OptionalLine),
    ("planned", "Planned", Form::Other),
    ("committed", "Committed", Form::Other),
    ("actual", "Actual", Form::Other),
    ("created_at", "Created at", Form::Moment),
];

pub(super) const ENTRY: &[Row] = &[
    ("project", "Project", Form::Other),
    ("task", "Task", Form::Other),
    ("person", "Person", Form::Other),
    ("day", "Day", Form::Other),
    ("minutes", "Minutes", Form::Other),
    ("cost", "Cost", Form::Other),
    ("category", "Category", Form::OptionalLine),
    ("note", "Note", Form::OptionalLine),
    ("is_billable", "Billable", Form::Flag),
    ("running_since", "Running since", Form::Moment),
];

pub(super) const BASELINE: &[Row] = &[
    ("project", "Project", Form::Other),
    ("name", "Name", Form::Line),
    ("taken_at", "Taken at", Form::Moment),
    ("finish", "Promised finish", Form::Other),
    ("lines", "Tasks", Form::Other),
];

pub(super) const STATUS_REPORT: &[Row] = &[
    ("project", "Project", Form::Other),
    ("day", "Day", Form::Other),
    ("kept_at", "Kept at", Form::Moment),
    ("summary", "Summary", Form::Prose),
    ("standing", "Standing", Form::Words),
    ("reason", "Reason", Form::Prose),
    ("figures", "Figures", Form::Other),
];

pub(super) const ASSIGNMENT: &[Row] = &[
    ("task", "Task", Form::Other),
    ("person", "Person", Form::Other),
    ("percent", "Percent of their time", Form::Other),
];

pub(super) const ESTIMATE: &[Row] = &[
    ("task", "Task", Form::Other),
    ("duration", "Duration", Form::Other),
    ("cost", "Cost", Form::Other),
];

pub(super) const LESSON: &[Row] = &[
    ("project", "Project", Form::Other),
    ("kind", "Kind", Form::Words),
    ("text", "Lesson", Form::RequiredProse),
    ("action", "Action", Form::Prose),
    ("owner", "Owner", Form::Other),
    ("about", "About", Form::Other),
    ("is_done", "Done", Form::Flag),
    ("kept_at", "Kept at", Form::Moment),
];
