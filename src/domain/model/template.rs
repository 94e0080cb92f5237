//! A process template: a loop, with its documented steps and its frozen versions.

use serde::{Deserialize, Serialize};

use crate::id::{DecisionId, PersonId, ProjectId, StepId, TemplateId};
use crate::model::StepWork;
use crate::order::OrderKey;
use crate::time::{Day, Instant};

/// Work that repeats and has no end, judged by how little it varies and wastes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// What it is called.
    pub name: String,
    /// Why it exists and what a good round brings.
    #[serde(default)]
    pub purpose: String,
    /// Who answers for its performance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonId>,
    /// The decision it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<DecisionId>,
    /// Its path is decided in each run: going on with another step than the next is no deviation.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub flexible: bool,
    /// The project it was made of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_project: Option<ProjectId>,
    /// What had no place in a process when it was made of a project, as texts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<String>,
    /// When it was created.
    pub created_at: Instant,
    /// Part of the sample workspace.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub sample: bool,
    /// The rest of the process sheet.
    #[serde(flatten)]
    pub sheet: Sheet,
    /// The rule by which runs start by themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedule: Option<Schedule>,
}

/// The one-page sheet of a process. Every part may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// What starts a run.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub trigger: String,
    /// The strategic goal it serves.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub goal: String,
    /// How often the process is looked at as a whole.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub cadence: String,
    /// Who gives what the process needs (the S of SIPOC).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub suppliers: String,
    /// What the process needs (the I of SIPOC).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub inputs: String,
    /// What the process brings (the O of SIPOC).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub outputs: String,
    /// Who gets it (the C of SIPOC).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub customers: String,
    /// How a run is called, with `{{key}}` for what is recorded; the process and a number when empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub run_name: String,
    /// Within how many working minutes of its start a run should be finished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run_minutes: Option<u32>,
    /// The percentage of runs that should be finished in time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_time_percent: Option<u32>,
}

/// When runs start by themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// The recurrence as RFC 5545 writes it, for example `FREQ=WEEKLY;BYDAY=MO`.
    pub rule: String,
    /// The day the rule counts from, as DTSTART.
    pub start: Day,
    /// What happens with starts that were missed while Loopline was closed.
    #[serde(default)]
    pub catch_up: CatchUp,
    /// The last day for which starts were looked at; nothing on or before it is started again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_until: Option<Day>,
}

/// What happens with starts that were missed while Loopline was closed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CatchUp {
    /// Every missed start is made up for.
    All,
    /// Only the latest one is.
    #[default]
    Latest,
    /// None is; only what is due today starts.
    Skip,
}

/// A documented step of a template, as it will be in the next version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The template it belongs to.
    pub template: TemplateId,
    /// What is done.
    pub title: String,
    /// How it is done, so that anyone can do it the same way.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub instructions: String,
    /// The role that does it (the R of RACI), or `{{key}}` of a person recorded before.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// Its place among the template's steps.
    pub order: OrderKey,
    /// The rest of its documentation.
    #[serde(flatten)]
    pub work: StepWork,
}

/// The steps of a template as they were when the version was published; never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// The template it is a version of.
    pub template: TemplateId,
    /// 1 for the first, counting up.
    pub number: u32,
    /// When it was published.
    pub published_at: Instant,
    /// What is different and why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Who published it, by the name in the settings.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// How its runs are called; see [`Sheet::run_name`].
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub run_name: String,
    /// Working minutes for a whole run; see [`Sheet::run_minutes`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run_minutes: Option<u32>,
    /// The steps in order; at least one.
    pub steps: Vec<VersionStep>,
}

/// A step inside a frozen version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionStep {
    /// The step of the template it was taken from.
    pub step: StepId,
    /// What is done.
    pub title: String,
    /// How it is done.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub instructions: String,
    /// The role that does it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// The rest of its documentation.
    #[serde(flatten)]
    pub work: StepWork,
}

impl VersionStep {
    /// A step as a version freezes it.
    pub fn of(id: StepId, step: &Step) -> VersionStep {
        VersionStep {
            step: id,
            title: step.title.clone(),
            instructions: step.instructions.clone(),
            role: step.role.clone(),
            work: step.work.clone(),
        }
    }
}

impl Version {
    /// The step's place in this version, from 0.
    pub fn position(&self, step_id: StepId) -> Option<usize> {
        self.steps.iter().position(|step| step.step == step_id)
    }

    /// The step with this id.
    pub fn step(&self, step_id: StepId) -> Option<&VersionStep> {
        self.steps.iter().find(|step| step.step == step_id)
    }
}
