//! How far the plan has moved from a baseline, task by task.

use std::collections::BTreeMap;

use crate::calendar::WorkingCalendar;
use crate::id::TaskId;
use crate::model::{Baseline, BaselineLine};
use crate::money::Money;
use crate::plan_figures::TaskPlan;
use crate::time::Day;

/// How a task differs from the baseline. Days are working days; later, longer and dearer are
/// positive (start, finish and cost variance as a difference of plan and baseline).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variance {
    /// Which.
    pub task: TaskId,
    /// What the baseline says; absent when the task came later.
    pub baseline: Option<BaselineLine>,
    /// Its dates now; absent when it has none, or is gone.
    pub dates: Option<(Day, Day)>,
    /// Later start; absent where one side has no dates.
    pub start: Option<i64>,
    /// Later finish.
    pub finish: Option<i64>,
    /// More working days.
    pub days: Option<i64>,
    /// More cost; absent when the task came later or is gone, or past all money.
    pub cost: Option<Money>,
}

impl Variance {
    /// Whether anything differs.
    pub fn is_any(&self) -> bool {
        let is_cost = self.cost.is_some_and(|cost| cost != Money::ZERO);
        is_cost
            || self.baseline.is_none()
            || [self.start, self.finish, self.days]
                .into_iter()
                .any(|days| days != Some(0))
    }
}

/// The variance of each task: first those of today's plan in their order, then those that are gone.
pub fn variances(
    plans: &[TaskPlan],
    baseline: &Baseline,
    calendar: &WorkingCalendar,
) -> Vec<Variance> {
    let mut lines: BTreeMap<TaskId, &BaselineLine> = baseline
        .lines
        .iter()
        .map(|line| (line.task, line))
        .collect();
    let mut all: Vec<Variance> = plans
        .iter()
        .map(|plan| {
            let dates = plan.start.zip(plan.finish);
            let line = lines.remove(&plan.id);
            let mut variance = variance(plan.id, dates, line, calendar);
            variance.cost = line.and_then(|line| plan.cost.minus(line.cost).ok());
            variance
        })
        .collect();
    let gone = baseline.lines.iter();
    let gone = gone.filter(|line| lines.contains_key(&line.task));
    all.extend(gone.map(|line| variance(line.task, None, Some(line), calendar)));
    all
}

/// How the dates of one task differ from its line in a baseline.
pub fn variance(
    task: TaskId,
    dates: Option<(Day, Day)>,
    line: Option<&BaselineLine>,
    calendar: &WorkingCalendar,
) -> Variance {
    let planned = line.and_then(|line| line.start.zip(line.finish));
    let both = dates.zip(planned);
    let days = |(start, finish): (Day, Day)| {
        calendar.working_days_between(start, finish.plus(1).unwrap_or(finish))
    };
    Variance {
        task,
        baseline: line.cloned(),
        dates,
        start: both.map(|(now, then)| calendar.working_days_between(then.0, now.0)),
        finish: both.map(|(now, then)| calendar.working_days_between(then.1, now.1)),
        days: both.map(|(now, then)| days(now) - days(then)),
        cost: None,
    }
}
