//! A process template: a loop, with its documented steps and its frozen versions.

use serde::{Deserialize, Serialize};

use crate::id::{DecisionId, PersonId, ProjectId, StepId, TemplateId};
use crate::order::OrderKey;
use crate::time::Instant;

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
    /// The role that does it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// Its place among the template's steps.
    pub order: OrderKey,
}

/// The steps of a template as they were when a run first started with them; never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// The template it is a version of.
    pub template: TemplateId,
    /// 1 for the first, counting up.
    pub number: u32,
    /// When it was frozen.
    pub published_at: Instant,
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
}

impl Version {
    /// The step's place in this version, from 0.
    pub fn position(&self, step_id: StepId) -> Option<usize> {
        self.steps.iter().position(|step| step.step == step_id)
    }
}
