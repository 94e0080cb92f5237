//! Who is booked for how much, week by week, over all projects.

use std::collections::BTreeMap;

use crate::calendar::WorkingCalendar;
use crate::id::{PersonId, ProjectId, TaskId};
use crate::lists::List;
use crate::model::{Assignment, Column, Person, Project, Run, Stage, Task};
use crate::money::MoneyError;
use crate::plan_figures::task_plans;
use crate::time::Day;
use crate::workspace::Workspace;

/// What someone has to do in the weeks asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonLoad {
    /// Who.
    pub person: PersonId,
    /// Week by week.
    pub weeks: Vec<WeekLoad>,
    /// Open tasks of theirs that have no dates or no duration, and so are in no week.
    pub n_unplanned: usize,
    /// Runs of processes that stand with them.
    pub n_runs: usize,
}

/// One week of someone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WeekLoad {
    /// Minutes booked.
    pub minutes: u32,
    /// Minutes they work that week, days off taken out.
    pub capacity: u32,
    /// What is booked, with its minutes.
    pub tasks: Vec<(ProjectId, TaskId, u32)>,
}

impl WeekLoad {
    /// Booked of what there is, in percent; absent in a week off with nothing booked.
    pub fn percent(&self) -> Option<u32> {
        match (self.minutes, self.capacity) {
            (0, 0) => None,
            (_, 0) => Some(u32::MAX),
            (minutes, capacity) => Some(minutes.saturating_mul(100) / capacity),
        }
    }

    /// Whether more is booked than there is.
    pub fn is_over(&self) -> bool {
        self.minutes > self.capacity
    }
}

/// The Monday of a day's week.
pub fn monday(day: Day) -> Day {
    day.plus(-i64::from(day.weekday())).unwrap_or(day)
}

/// The load of everyone for so many weeks from the week of a day on. A part of a task takes its
/// share of the person's own day, on each working day from the task's start to its finish; someone
/// who does a task alone gives it all their time.
pub fn load(
    workspace: &Workspace,
    from: Day,
    today: Day,
    n_weeks: usize,
) -> Result<Vec<PersonLoad>, MoneyError> {
    let calendar = workspace.settings().calendar;
    let first = monday(from);
    let weeks: Vec<Day> = (0..i64::try_from(n_weeks).unwrap_or(0))
        .filter_map(|n| first.plus(7 * n))
        .collect();
    let mut loads: BTreeMap<PersonId, PersonLoad> = BTreeMap::new();
    for (id, person) in workspace.all::<Person>() {
        let capacity = |monday: &Day| WeekLoad {
            capacity: capacity(person, *monday, &calendar),
            ..WeekLoad::default()
        };
        loads.insert(
            id,
            PersonLoad {
                person: id,
                weeks: weeks.iter().map(capacity).collect(),
                n_unplanned: 0,
                n_runs: 0,
            },
        );
    }
    for (project_id, project) in workspace.all::<Project>() {
        if project.stage == Stage::Done || project.is_template {
            continue;
        }
        for plan in task_plans(workspace, project_id, today)? {
            let Some(task) = workspace.get::<Task>(plan.id) else {
                continue;
            };
            if task.column == Column::Done {
                continue;
            }
            for (person_id, percent) in parts(workspace, plan.id, task) {
                let (Some(person), Some(load)) = (
                    workspace.get::<Person>(person_id),
                    loads.get_mut(&person_id),
                ) else {
                    continue;
                };
                let (Some(start), Some(finish), true) = (plan.start, plan.finish, plan.is_planned)
                else {
                    load.n_unplanned += 1;
                    continue;
                };
                for (monday, week) in weeks.iter().zip(&mut load.weeks) {
                    let days = worked_days(person, *monday, &calendar);
                    let days = days.filter(|day| (start.max(today)..=finish).contains(day));
                    let n_days = u32::try_from(days.count()).unwrap_or(0);
                    let minutes =
                        n_days * person.minutes_a_day(&calendar) * u32::from(percent) / 100;
                    if minutes > 0 {
                        week.minutes += minutes;
                        week.tasks.push((project_id, plan.id, minutes));
                    }
                }
            }
        }
    }
    for (_, run) in workspace.all::<Run>() {
        if let Some(load) = run.assignee.and_then(|id| loads.get_mut(&id))
            && run.finished_at.is_none()
        {
            load.n_runs += 1;
        }
    }
    let order = workspace.ids::<Person>(List::People);
    Ok(order
        .into_iter()
        .filter_map(|id| loads.remove(&id))
        .collect())
}

/// Who works on a task and how much of their time, in percent.
fn parts(workspace: &Workspace, id: TaskId, task: &Task) -> Vec<(PersonId, u8)> {
    let parts: Vec<(PersonId, u8)> = workspace
        .list::<Assignment>(List::Assignments(id))
        .map(|(_, part)| (part.person, part.percent))
        .collect();
    if parts.is_empty() {
        task.assignee
            .map(|person| (person, 100))
            .into_iter()
            .collect()
    } else {
        parts
    }
}

fn worked_days<'a>(
    person: &'a Person,
    monday: Day,
    calendar: &'a WorkingCalendar,
) -> impl Iterator<Item = Day> + 'a {
    (0..7)
        .filter_map(move |n| monday.plus(n))
        .filter(|day| calendar.is_working_day(*day) && !person.days_off.contains(day))
}

fn capacity(person: &Person, monday: Day, calendar: &WorkingCalendar) -> u32 {
    let n_days = worked_days(person, monday, calendar).count();
    u32::try_from(n_days).unwrap_or(0) * person.minutes_a_day(calendar)
}
