//! What is kept of a project at a moment: baselines to measure against, reports that were given.

use serde::{Deserialize, Serialize};

use crate::id::{ProjectId, TaskId};
use crate::model::Standing;
use crate::money::Money;
use crate::time::{Day, Instant};

/// The plan as it was approved at a moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Baseline {
    /// The project.
    pub project: ProjectId,
    /// What it is called, for example “As signed”.
    pub name: String,
    /// When it was taken.
    pub taken_at: Instant,
    /// The promised finish then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finish: Option<Day>,
    /// Each task then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<BaselineLine>,
}

/// A task as it was. Stored as a list, not by names: there may be thousands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Stored", into = "Stored")]
pub struct BaselineLine {
    /// Which; it may be gone since.
    pub task: TaskId,
    /// Its first day of work, if it had dates.
    pub start: Option<Day>,
    /// Its last day of work.
    pub finish: Option<Day>,
    /// Its budget.
    pub cost: Money,
}

type Stored = (TaskId, Option<Day>, Option<Day>, Money);

impl From<Stored> for BaselineLine {
    fn from((task, start, finish, cost): Stored) -> BaselineLine {
        BaselineLine {
            task,
            start,
            finish,
            cost,
        }
    }
}

impl From<BaselineLine> for Stored {
    fn from(line: BaselineLine) -> Stored {
        (line.task, line.start, line.finish, line.cost)
    }
}

/// A status report as it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusReport {
    /// The project.
    pub project: ProjectId,
    /// The day it speaks of.
    pub day: Day,
    /// When it was kept.
    pub kept_at: Instant,
    /// What the author says.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// How the project stood.
    pub standing: Standing,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The figures of that day, to tell what has changed since.
    pub figures: ReportFigures,
}

/// Figures of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportFigures {
    /// Tasks done.
    pub n_done: u32,
    /// Tasks in all.
    pub n_tasks: u32,
    /// The promised finish.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised: Option<Day>,
    /// The finish that half of the trials did not exceed, if it was simulated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p50: Option<Day>,
    /// The finish that 80 % of the trials did not exceed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p80: Option<Day>,
    /// Budget at completion.
    #[serde(default)]
    pub budget: Money,
    /// Planned value.
    #[serde(default)]
    pub planned: Money,
    /// Earned value.
    #[serde(default)]
    pub earned: Money,
    /// Actual cost.
    #[serde(default)]
    pub actual: Money,
    /// Risks and issues that were open.
    #[serde(default)]
    pub n_open: u32,
}
