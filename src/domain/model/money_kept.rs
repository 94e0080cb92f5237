//! Money and time of a project: lines of the budget, and what was worked and spent.

use serde::{Deserialize, Serialize};

use crate::id::{PersonId, ProjectId, TaskId};
use crate::money::Money;
use crate::time::{Day, Instant};

/// A line of a project's budget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetLine {
    /// The project.
    pub project: ProjectId,
    /// The category, for example “Material”.
    pub category: String,
    /// What the money is for, where the category does not say it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What it may cost.
    #[serde(default)]
    pub planned: Money,
    /// What is ordered or promised.
    #[serde(default)]
    pub committed: Money,
    /// What was paid beside the expenses that are booked one by one.
    #[serde(default)]
    pub actual: Money,
    /// When it was added.
    pub created_at: Instant,
}

/// Time worked or money spent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The project.
    pub project: ProjectId,
    /// The task, where it was for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<TaskId>,
    /// Who worked or spent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// The day.
    pub day: Day,
    /// Minutes worked; none for an expense.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub minutes: u32,
    /// What it cost: the hours at the rate of that day, or the amount spent.
    #[serde(default)]
    pub cost: Money,
    /// The category of an expense; empty for time.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub category: String,
    /// What it was for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Whether a customer pays for it.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub is_billable: bool,
    /// When the timer was started; absent when it does not run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub running_since: Option<Instant>,
}

impl Entry {
    /// Whether it is money and not time.
    pub fn is_expense(&self) -> bool {
        !self.category.is_empty()
    }
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}
