//! When a piece of work counts as planned and as earned: the earning rules.

use serde::{Deserialize, Serialize};

use crate::money::{Money, MoneyError};

/// How the budget of a piece of work is earned. Plan and work are measured by the same rule
/// (ANSI/EIA-748, guideline 10), else the two could not be compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EarningRule {
    /// By its percentage done; planned evenly over its days.
    #[default]
    Percent,
    /// All when it is finished, nothing before.
    ZeroHundred,
    /// Half when it starts, half when it is finished.
    FiftyFifty,
    /// By steps, each with its share; planned evenly over its days.
    Milestones,
}

impl EarningRule {
    /// Every rule.
    pub const ALL: [EarningRule; 4] = [
        EarningRule::Percent,
        EarningRule::ZeroHundred,
        EarningRule::FiftyFifty,
        EarningRule::Milestones,
    ];

    /// Its name on the page.
    pub fn name(self) -> &'static str {
        match self {
            EarningRule::Percent => "Percent done",
            EarningRule::ZeroHundred => "All at the end (0/100)",
            EarningRule::FiftyFifty => "Half at the start (50/50)",
            EarningRule::Milestones => "By steps done",
        }
    }

    /// What it means, as a sentence.
    pub fn explanation(self) -> &'static str {
        match self {
            EarningRule::Percent => "A task earns its budget in step with its percentage done.",
            EarningRule::ZeroHundred => {
                "A task earns its whole budget when it is finished and nothing before."
            }
            EarningRule::FiftyFifty => {
                "A task earns half its budget when it starts and the rest when it is finished."
            }
            EarningRule::Milestones => {
                "A task earns its budget by the steps of its checklist that are done."
            }
        }
    }
}

/// A step within a piece of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MilestoneStep {
    /// Its weight against the other steps.
    pub weight: u32,
    /// Whether it is reached.
    pub is_reached: bool,
}

/// A piece of work with a budget. Times are counted in periods (working days, say) from any zero;
/// `finish` is the first period after the work, so that a milestone has `start == finish`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkItem {
    /// What it may cost.
    pub budget: Money,
    /// The planned start.
    pub start: i64,
    /// The planned finish, half-open.
    pub finish: i64,
    /// How it earns.
    pub rule: EarningRule,
    /// Whether it was started.
    pub is_started: bool,
    /// Whether it is finished.
    pub is_finished: bool,
    /// How much is done, in basis points; more than 10,000 counts as that.
    pub done: u32,
    /// Its steps, for the rule that counts them.
    pub steps: Vec<MilestoneStep>,
}

impl WorkItem {
    /// What should be earned by the end of the period before `at`, half-open.
    pub fn planned_at(&self, at: i64) -> Result<Money, MoneyError> {
        if at >= self.finish {
            // A milestone of today belongs to the day it stands on.
            let is_reached = self.finish > self.start || at > self.start;
            return Ok(if is_reached { self.budget } else { Money::ZERO });
        }
        if at <= self.start {
            return Ok(Money::ZERO);
        }
        match self.rule {
            EarningRule::ZeroHundred => Ok(Money::ZERO),
            EarningRule::FiftyFifty => self.share(1, 2),
            EarningRule::Percent | EarningRule::Milestones => {
                self.share(at - self.start, self.finish - self.start)
            }
        }
    }

    /// What is earned now.
    pub fn earned(&self) -> Result<Money, MoneyError> {
        if self.is_finished {
            return Ok(self.budget);
        }
        match self.rule {
            EarningRule::ZeroHundred => Ok(Money::ZERO),
            EarningRule::FiftyFifty if self.is_started => self.share(1, 2),
            EarningRule::FiftyFifty => Ok(Money::ZERO),
            EarningRule::Percent => self.share(i64::from(self.done.min(10_000)), 10_000),
            EarningRule::Milestones => {
                let weight = |step: &&MilestoneStep| i64::from(step.weight);
                let all: i64 = self.steps.iter().map(|step| weight(&step)).sum();
                let reached = self.steps.iter().filter(|step| step.is_reached);
                self.share(reached.map(|step| weight(&step)).sum(), all)
            }
        }
    }

    fn share(&self, part: i64, whole: i64) -> Result<Money, MoneyError> {
        Ok(self.budget.times(part, whole)?.unwrap_or(Money::ZERO))
    }
}
