//! A project's plan in figures: what each task is planned to take and cost, earned value against the
//! latest baseline, and the curve of plan, work and money.

mod curve;
mod tasks;

pub use curve::{Curve, CurvePoint, DatedCost, Sources, curve};
pub use tasks::{TaskPlan, task_plans};

use std::collections::BTreeMap;

use crate::calendar::WorkingCalendar;
use crate::earned_value::{
    EarnedSchedule, EarnedValue, EarningRule, MilestoneStep, WorkItem, earned_schedule,
};
use crate::id::{CharterId, ProjectId, TaskId};
use crate::lists::List;
use crate::model::{
    Baseline, BaselineLine, BudgetLine, Charter, Column, Entry, Project, Raid, RaidKind,
    ReportFigures, Task,
};
use crate::money::{Money, MoneyError, ratio};
use crate::outline::leaves;
use crate::time::Day;
use crate::workspace::Workspace;

/// Where a project stands in money and time.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectFigures {
    /// Earned value on the day.
    pub value: EarnedValue,
    /// Earned schedule in working days since the start.
    pub schedule: EarnedSchedule,
    /// Plan, work and money over time; absent while nothing has dates.
    pub curve: Option<Curve>,
    /// When a task's budget counts as earned.
    pub rule: EarningRule,
    /// The baseline that is measured against; the plan as it is now when absent.
    pub baseline: Option<String>,
    /// Tasks that count.
    pub n_tasks: usize,
    /// Tasks that have no dates and so are not in the plan.
    pub n_undated: usize,
    /// The day on which the plan as it is now ends.
    pub finish: Option<Day>,
}

impl ProjectFigures {
    /// Whether there is anything to measure: money, and tasks whose dates say when it is earned.
    pub fn is_measurable(&self) -> bool {
        self.value.budget != Money::ZERO && self.n_undated < self.n_tasks
    }
}

/// What is put into a budget.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BudgetTotals {
    /// Of the lines.
    pub planned: Money,
    /// What is ordered.
    pub committed: Money,
    /// What was paid: lines, time and expenses.
    pub actual: Money,
    /// For risks that are known.
    pub contingency: Money,
    /// For what nobody thought of.
    pub reserve: Money,
}

impl BudgetTotals {
    /// The cost baseline: lines and contingency, without the management reserve.
    pub fn baseline(&self) -> Result<Money, MoneyError> {
        self.planned.plus(self.contingency)
    }
}

/// The sums of a project's budget.
pub fn budget_totals(
    workspace: &Workspace,
    project: ProjectId,
) -> Result<BudgetTotals, MoneyError> {
    let lines = || workspace.list::<BudgetLine>(List::BudgetLines(project));
    let entries = workspace.list::<Entry>(List::Entries(project));
    let booked = Money::sum(entries.map(|(_, entry)| entry.cost))?;
    let charter = workspace.get::<Charter>(CharterId::from(project));
    Ok(BudgetTotals {
        planned: Money::sum(lines().map(|(_, line)| line.planned))?,
        committed: Money::sum(lines().map(|(_, line)| line.committed))?,
        actual: Money::sum(lines().map(|(_, line)| line.actual))?.plus(booked)?,
        contingency: charter.map_or(Money::ZERO, |charter| charter.contingency),
        reserve: charter.map_or(Money::ZERO, |charter| charter.reserve),
    })
}

/// The lines of a baseline taken now.
pub fn baseline_lines(
    workspace: &Workspace,
    project: ProjectId,
    today: Day,
) -> Result<Vec<BaselineLine>, MoneyError> {
    let plans = task_plans(workspace, project, today)?;
    let lines = plans.into_iter().map(|plan| BaselineLine {
        task: plan.id,
        start: plan.start,
        finish: plan.finish,
        cost: plan.cost,
    });
    Ok(lines.collect())
}

/// The figures of a project on a day.
///
/// The budget is what the budget lines and the contingency hold; without lines, what the tasks
/// cost. It is shared among the tasks by their cost, or by their working days where no task has a
/// cost, so that the parts always add up to the budget.
pub fn figures(
    workspace: &Workspace,
    project: ProjectId,
    today: Day,
) -> Result<ProjectFigures, MoneyError> {
    let calendar = workspace.settings().calendar;
    let baseline = workspace.lists().last(List::Baselines(project));
    let baseline =
        baseline.and_then(|key| workspace.get::<Baseline>(crate::id::BaselineId::from_key(key)));
    let mut plans = task_plans(workspace, project, today)?;
    let finish = plans.iter().filter_map(|plan| plan.finish).max();
    if let Some(baseline) = baseline {
        measure_against(&mut plans, baseline, &calendar);
    }
    let totals = budget_totals(workspace, project)?;
    let cost = Money::sum(plans.iter().map(|plan| plan.cost))?;
    let budget = match totals.planned {
        Money::ZERO => cost.plus(totals.contingency)?,
        _ => totals.baseline()?,
    };
    let charter = workspace.get::<Charter>(CharterId::from(project));
    let rule = charter.map_or(EarningRule::default(), |charter| charter.earning);
    let start = first_day(workspace, project, &plans).unwrap_or(today);
    let items = items(workspace, &plans, budget, rule, start, &calendar)?;
    // The day itself counts: what is due today should be done by tonight.
    let n_passed = calendar
        .working_days_between(start, today.plus(1).unwrap_or(today))
        .max(0);
    let planned_at = |at: i64| -> Result<Money, MoneyError> {
        let parts = items.iter().map(|(_, item)| item.planned_at(at));
        Money::sum(parts.collect::<Result<Vec<_>, _>>()?)
    };
    let earned = items.iter().map(|(_, item)| item.earned());
    let earned = Money::sum(earned.collect::<Result<Vec<_>, _>>()?)?;
    let value = EarnedValue::new(budget, planned_at(n_passed)?, earned, totals.actual, None)?;
    let last = items.iter().map(|(_, item)| item.finish).max().unwrap_or(0);
    // Plans of more than a lifetime are cut: the table of planned values has a row a day.
    let planned = (0..=last.clamp(0, 20_000)).map(planned_at);
    let planned = planned.collect::<Result<Vec<_>, _>>()?;
    Ok(ProjectFigures {
        schedule: earned_schedule(&planned, earned, n_passed),
        curve: curve::of_project(
            workspace,
            project,
            &items,
            &value,
            (start, today),
            &calendar,
        )?,
        value,
        rule,
        baseline: baseline.map(|baseline| baseline.name.clone()),
        n_tasks: plans.len(),
        n_undated: plans.iter().filter(|plan| plan.finish.is_none()).count(),
        finish,
    })
}

/// The figures as a report keeps them.
pub fn of_project(
    workspace: &Workspace,
    project: ProjectId,
    today: Day,
) -> Result<ReportFigures, MoneyError> {
    let value = figures(workspace, project, today)?.value;
    let leaves = leaves(workspace, project);
    let counted = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let open = workspace
        .list::<Raid>(List::Raid(project))
        .filter(|(_, raid)| {
            raid.closed_at.is_none() && matches!(raid.kind, RaidKind::Risk | RaidKind::Issue)
        });
    Ok(ReportFigures {
        n_done: counted(leaves.n_done),
        n_tasks: counted(leaves.n_tasks),
        promised: workspace.get::<Project>(project).and_then(|p| p.finish),
        p50: None,
        p80: None,
        budget: value.budget,
        planned: value.planned,
        earned: value.earned,
        actual: value.actual,
        n_open: counted(open.count()),
    })
}

/// Puts the dates and costs of a baseline in place of those of today. Tasks that came later are no
/// part of the approved plan and carry no budget.
fn measure_against(plans: &mut Vec<TaskPlan>, baseline: &Baseline, calendar: &WorkingCalendar) {
    let lines: BTreeMap<TaskId, &BaselineLine> = baseline
        .lines
        .iter()
        .map(|line| (line.task, line))
        .collect();
    plans.retain(|plan| lines.contains_key(&plan.id));
    for plan in plans {
        if let Some(line) = lines.get(&plan.id) {
            plan.start = line.start;
            plan.finish = line.finish;
            plan.cost = line.cost;
            plan.days = tasks::working_days(calendar, line.start, line.finish);
        }
    }
}

fn first_day(workspace: &Workspace, project: ProjectId, plans: &[TaskPlan]) -> Option<Day> {
    let planned = plans.iter().filter_map(|plan| plan.start).min();
    let promised = workspace.get::<Project>(project).and_then(|p| p.start);
    match (planned, promised) {
        (Some(planned), Some(promised)) => Some(planned.min(promised)),
        (planned, promised) => planned.or(promised),
    }
}

/// The tasks as work with a budget, in working days since the start. The shares are rounded so that
/// they add up.
fn items(
    workspace: &Workspace,
    plans: &[TaskPlan],
    budget: Money,
    rule: EarningRule,
    start: Day,
    calendar: &WorkingCalendar,
) -> Result<Vec<(TaskId, WorkItem)>, MoneyError> {
    let has_costs = plans.iter().any(|plan| plan.cost != Money::ZERO);
    let weight = |plan: &TaskPlan| {
        i128::from(if has_costs {
            plan.cost.units()
        } else {
            plan.days
        })
    };
    let all: i128 = plans.iter().map(weight).sum();
    let (mut weight_so_far, mut given) = (0, 0);
    let at = |day: Day| calendar.working_days_between(start, day);
    let mut items = Vec::new();
    for plan in plans {
        weight_so_far += weight(plan);
        let until = ratio(i128::from(budget.units()) * weight_so_far, all).unwrap_or(0);
        let share = Money::from_wide(until - given)?;
        given = until;
        let Some(task) = workspace.get::<Task>(plan.id) else {
            continue;
        };
        // Without dates the work is planned for the very end: it is never early or late.
        let (from, to) = match (plan.start, plan.finish) {
            (Some(from), Some(to)) => (at(from), at(to.plus(1).unwrap_or(to))),
            _ => (i64::MAX - 1, i64::MAX - 1),
        };
        let is_finished = task.column == Column::Done;
        let item = WorkItem {
            budget: share,
            start: from,
            finish: to.max(from),
            rule,
            is_started: plan.is_started,
            is_finished,
            done: plan.done,
            steps: plan
                .steps
                .iter()
                .map(|is_reached| MilestoneStep {
                    weight: 1,
                    is_reached: *is_reached,
                })
                .collect(),
        };
        items.push((plan.id, item));
    }
    Ok(items)
}
