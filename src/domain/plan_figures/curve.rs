//! The S-curve: plan, work and money, summed up day by day.

use crate::calendar::WorkingCalendar;
use crate::earned_value::{EarnedValue, WorkItem};
use crate::id::{ProjectId, TaskId};
use crate::lists::List;
use crate::model::{BudgetLine, Entry, Task};
use crate::money::{Money, MoneyError};
use crate::time::{Day, Instant};
use crate::workspace::Workspace;

/// Plan, work and money over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    /// From the start to the planned finish, or today where that is later.
    pub points: Vec<CurvePoint>,
    /// Where the trend leads: the cost at completion.
    pub forecast: Option<Money>,
}

/// What was planned, earned and spent by the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CurvePoint {
    /// The day.
    pub day: Day,
    /// Planned value.
    pub planned: Money,
    /// Earned value; absent in the future.
    pub earned: Option<Money>,
    /// Actual cost; absent in the future.
    pub actual: Option<Money>,
}

/// A cost on a day.
pub type DatedCost = (Day, Money);

/// Points on a curve: more are not seen.
const MAX_POINTS: i64 = 60;

/// What a curve is made of.
pub struct Sources<'a> {
    /// Work with a budget and the day it was finished, if it is.
    pub items: &'a [(WorkItem, Option<Day>)],
    /// What was spent on which day.
    pub costs: &'a [DatedCost],
    /// What was spent on no day that is known: spread evenly up to today.
    pub undated: Money,
}

/// The curve of a project; absent while nothing has dates.
pub(super) fn of_project(
    workspace: &Workspace,
    project: ProjectId,
    items: &[(TaskId, WorkItem)],
    value: &EarnedValue,
    (start, today): (Day, Day),
    calendar: &WorkingCalendar,
) -> Result<Option<Curve>, MoneyError> {
    let finished = |id: TaskId| {
        let at = workspace.get::<Task>(id)?.finished_at?;
        day_of(at)
    };
    let items: Vec<_> = items
        .iter()
        .map(|(id, item)| (item.clone(), finished(*id)))
        .collect();
    let entries = workspace.list::<Entry>(List::Entries(project));
    let costs: Vec<DatedCost> = entries.map(|(_, entry)| (entry.day, entry.cost)).collect();
    let lines = workspace.list::<BudgetLine>(List::BudgetLines(project));
    let sources = Sources {
        items: &items,
        costs: &costs,
        undated: Money::sum(lines.map(|(_, line)| line.actual))?,
    };
    let forecast = value.forecasts.trend;
    Ok(curve(&sources, start, today, calendar)?.map(|points| Curve { points, forecast }))
}

/// The points of a curve; none while no work has dates.
pub fn curve(
    sources: &Sources,
    start: Day,
    today: Day,
    calendar: &WorkingCalendar,
) -> Result<Option<Vec<CurvePoint>>, MoneyError> {
    let dated = sources.items.iter().map(|(item, _)| item.finish);
    let Some(last) = dated.filter(|finish| *finish < i64::MAX - 1).max() else {
        return Ok(None);
    };
    let Some(finish) = u32::try_from(last)
        .ok()
        .and_then(|last| calendar.plus_working_days(start, last))
    else {
        return Ok(None);
    };
    let end = finish.max(today);
    let n_days = end.days_since(start).max(1);
    let step = (n_days + MAX_POINTS - 1) / MAX_POINTS;
    let mut days: Vec<Day> = (0..=n_days / step)
        .filter_map(|n| start.plus(n * step))
        .collect();
    days.extend([today, end]);
    days.retain(|day| (start..=end).contains(day));
    days.sort_unstable();
    days.dedup();
    let point = |day: Day| -> Result<CurvePoint, MoneyError> {
        let at = calendar.working_days_between(start, day.plus(1).unwrap_or(day));
        let planned = sources.items.iter().map(|(item, _)| item.planned_at(at));
        let is_past = day <= today;
        Ok(CurvePoint {
            day,
            planned: Money::sum(planned.collect::<Result<Vec<_>, _>>()?)?,
            earned: is_past
                .then(|| earned(sources, day, start, today))
                .transpose()?,
            actual: is_past
                .then(|| spent(sources, day, start, today))
                .transpose()?,
        })
    };
    days.into_iter()
        .map(point)
        .collect::<Result<Vec<_>, _>>()
        .map(Some)
}

/// Earned by a day: finished work on the day it was finished; what is under way evenly up to today.
fn earned(sources: &Sources, day: Day, start: Day, today: Day) -> Result<Money, MoneyError> {
    let mut total = Money::ZERO;
    for (item, finished) in sources.items {
        let part = match finished {
            Some(finished) if item.is_finished && day >= *finished.min(&today) => item.budget,
            Some(_) if item.is_finished => Money::ZERO,
            _ => evenly(item.earned()?, day, start, today)?,
        };
        total = total.plus(part)?;
    }
    Ok(total)
}

fn spent(sources: &Sources, day: Day, start: Day, today: Day) -> Result<Money, MoneyError> {
    let booked = sources
        .costs
        .iter()
        // What is booked ahead is spent today already, as in the sum of all.
        .filter(|(on, _)| *on <= day || day == today);
    let booked = Money::sum(booked.map(|(_, cost)| *cost))?;
    booked.plus(evenly(sources.undated, day, start, today)?)
}

fn evenly(amount: Money, day: Day, start: Day, today: Day) -> Result<Money, MoneyError> {
    let (passed, all) = (day.days_since(start) + 1, today.days_since(start) + 1);
    if passed >= all {
        return Ok(amount);
    }
    Ok(amount.times(passed.max(0), all)?.unwrap_or(amount))
}

/// The civil day of a moment in UTC; where the person is it may be one off, which a curve does not
/// show.
fn day_of(at: Instant) -> Option<Day> {
    Day::default().plus(at.millis().div_euclid(86_400_000))
}
