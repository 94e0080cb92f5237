//! The log of a project: risks, assumptions, issues, dependencies, decisions and changes.

use serde::{Deserialize, Serialize};

use crate::id::{PersonId, ProjectId, RaidId, TaskId};
use crate::money::Money;
use crate::simulate::Spread;
use crate::time::{Day, Instant};

/// An entry of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Raid {
    /// The project.
    pub project: ProjectId,
    /// What kind of entry.
    pub kind: RaidKind,
    /// Counts the entries of a project from 1.
    pub number: u32,
    /// What it is about.
    pub title: String,
    /// More about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Who looks after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonId>,
    /// The day by which something should have happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// How a risk is weighed and answered; for risks only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub risk: Option<Risk>,
    /// When it was written down.
    pub raised_at: Instant,
    /// When it was closed; absent while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<Instant>,
    /// How it ended.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub outcome: String,
    /// The risk it was before it happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came_from: Option<RaidId>,
}

/// What an entry is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum RaidKind {
    /// Something that may happen.
    #[default]
    Risk,
    /// Something taken for true.
    Assumption,
    /// Something that is wrong now.
    Issue,
    /// Something that others must deliver.
    Dependency,
    /// Something that was decided.
    Decision,
    /// A proposal to change scope, dates or budget.
    Change,
}

impl RaidKind {
    /// Every kind.
    pub const ALL: [RaidKind; 6] = [
        RaidKind::Risk,
        RaidKind::Assumption,
        RaidKind::Issue,
        RaidKind::Dependency,
        RaidKind::Decision,
        RaidKind::Change,
    ];

    /// Its name on the page.
    pub fn name(self) -> &'static str {
        match self {
            RaidKind::Risk => "Risk",
            RaidKind::Assumption => "Assumption",
            RaidKind::Issue => "Issue",
            RaidKind::Dependency => "Dependency",
            RaidKind::Decision => "Decision",
            RaidKind::Change => "Change request",
        }
    }

    /// What it means, for those who do not use the word every day.
    pub fn meaning(self) -> &'static str {
        match self {
            RaidKind::Risk => "Something that may happen and would help or harm.",
            RaidKind::Assumption => "Something taken for true that nobody has checked.",
            RaidKind::Issue => "Something that is wrong now.",
            RaidKind::Dependency => "Something others must deliver first.",
            RaidKind::Decision => "Something that was decided, and by whom.",
            RaidKind::Change => "A proposal to change scope, dates or budget.",
        }
    }
}

/// How a risk is weighed and answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Risk {
    /// How likely, 1 to 5.
    pub probability: u8,
    /// How bad, 1 to 5.
    pub impact: u8,
    /// What is done about it.
    #[serde(default)]
    pub response: Response,
    /// How, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub plan: String,
    /// By what one sees that it is happening.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub trigger: String,
    /// How likely it still is after the response.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub residual_probability: Option<u8>,
    /// How bad it still is after the response.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub residual_impact: Option<u8>,
    /// Its chance for the simulation, in basis points; absent when it is left out of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chance: Option<u32>,
    /// The task it delays; the whole project when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<TaskId>,
    /// The delay if it happens, in working days.
    #[serde(default)]
    pub delay: Spread,
    /// The cost if it happens.
    #[serde(default)]
    pub cost: Money,
}

impl Default for Risk {
    fn default() -> Self {
        Risk {
            probability: 3,
            impact: 3,
            response: Response::default(),
            plan: String::new(),
            trigger: String::new(),
            residual_probability: None,
            residual_impact: None,
            chance: None,
            task: None,
            delay: Spread::default(),
            cost: Money::ZERO,
        }
    }
}

impl Risk {
    /// Probability times impact, 1 to 25. It ranks risks; sums of it mean nothing (ISO 31010).
    pub fn score(&self) -> u8 {
        self.probability.saturating_mul(self.impact)
    }

    /// The score after the response, where it was weighed.
    pub fn residual_score(&self) -> Option<u8> {
        let impact = self.residual_impact.unwrap_or(self.impact);
        let probability = self.residual_probability.unwrap_or(self.probability);
        let is_weighed = self.residual_impact.is_some() || self.residual_probability.is_some();
        is_weighed.then(|| probability.saturating_mul(impact))
    }
}

/// How high a score is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// 1 to 4.
    Low,
    /// 5 to 11.
    Medium,
    /// 12 to 25.
    High,
}

impl Severity {
    /// The severity of a score.
    pub fn of(score: u8) -> Severity {
        match score {
            0..=4 => Severity::Low,
            5..=11 => Severity::Medium,
            _ => Severity::High,
        }
    }

    /// Its name on the page.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Low => "low",
            Severity::Medium => "medium",
            Severity::High => "high",
        }
    }
}

/// What is done about a risk (PMBOK Guide, 6th ed., 11.5.2): threats first, then opportunities.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Response {
    /// Make it less likely or less bad.
    #[default]
    Mitigate,
    /// Make it impossible.
    Avoid,
    /// Let someone else carry it.
    Transfer,
    /// Live with it.
    Accept,
    /// Hand it to someone above.
    Escalate,
    /// Make sure it happens.
    Exploit,
    /// Make it more likely or better.
    Enhance,
    /// Let someone help who can use it best.
    Share,
}

impl Response {
    /// Every response.
    pub const ALL: [Response; 8] = [
        Response::Mitigate,
        Response::Avoid,
        Response::Transfer,
        Response::Accept,
        Response::Escalate,
        Response::Exploit,
        Response::Enhance,
        Response::Share,
    ];

    /// Its name on the page.
    pub fn name(self) -> &'static str {
        match self {
            Response::Mitigate => "Mitigate: less likely or less bad",
            Response::Avoid => "Avoid: make it impossible",
            Response::Transfer => "Transfer: someone else carries it",
            Response::Accept => "Accept: live with it",
            Response::Escalate => "Escalate: hand it up",
            Response::Exploit => "Exploit: make sure it happens",
            Response::Enhance => "Enhance: make it more likely",
            Response::Share => "Share: with who can use it best",
        }
    }
}
