//! What the timeline draws: the outline, the schedule of its tasks and the days they span.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::id::{BaselineId, PersonId, ProjectId, TaskId};
use domain::lists::List;
use domain::model::{Baseline, Person, Project, Task};
use domain::outline;
use domain::schedule::{Input, Schedule, day, number};
use domain::time::Day;
use leptos::prelude::*;

use crate::desk::Desk;

/// A line of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The task.
    pub id: TaskId,
    /// Its place in the schedule.
    pub idx: usize,
    /// What is to be done.
    pub title: String,
    /// Its code in the outline.
    pub code: String,
    /// 0 for the top level.
    pub level: usize,
    /// Whether it has parts.
    pub is_summary: bool,
    /// How much of it is done.
    pub percent: u8,
    /// The day by which it should be done.
    pub due: Option<Day>,
    /// The name and the initials of who does it.
    pub person: Option<(String, String)>,
}

/// A project as the timeline draws it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The outline from top to bottom.
    pub lines: Vec<Line>,
    /// The place of each task in it.
    pub places: BTreeMap<TaskId, usize>,
    /// When everything is done.
    pub schedule: Arc<Schedule>,
    /// The promised finish.
    pub promised: Option<Day>,
    /// The day up to which progress is known, where it is not today.
    pub status: Option<Day>,
    /// The first day drawn, as a number.
    pub first: i32,
    /// How many days are drawn.
    pub n_days: i32,
}

impl Plan {
    /// The line of a task.
    pub fn line(&self, id: TaskId) -> Option<&Line> {
        self.lines.get(*self.places.get(&id)?)
    }

    /// The tasks without parts that have no dates.
    pub fn unplaced(&self) -> impl Iterator<Item = &Line> {
        let lines = self.lines.iter().filter(|line| !line.is_summary);
        lines.filter(|line| self.schedule.dates_at(line.idx).is_none())
    }
}

/// The lines that can be seen: those not inside a closed summary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// The place of each row's line in the plan.
    pub lines: Vec<usize>,
    /// The row of each task, by its place in the schedule.
    pub of_task: Vec<Option<usize>>,
}

impl Rows {
    /// The rows of a plan with some summaries closed.
    pub fn of(plan: &Plan, closed: &std::collections::BTreeSet<u64>) -> Rows {
        let mut rows = Rows {
            lines: Vec::with_capacity(plan.lines.len()),
            of_task: vec![None; plan.schedule.input().activities.len()],
        };
        let mut hidden_below = None;
        for (place, line) in plan.lines.iter().enumerate() {
            if hidden_below.is_some_and(|level| line.level > level) {
                continue;
            }
            hidden_below = closed.contains(&line.id.key()).then_some(line.level);
            if let Some(row) = rows.of_task.get_mut(line.idx) {
                *row = Some(rows.lines.len());
            }
            rows.lines.push(place);
        }
        rows
    }
}

/// The plan of a project, computed again after each edit from what the edit before left.
pub fn plan(desk: Desk, id: ProjectId) -> Memo<Arc<Plan>> {
    Memo::new(move |before: Option<&Arc<Plan>>| {
        let today = desk.today();
        desk.compute(|workspace| {
            let input = Input::of(workspace, id, today);
            let schedule = Arc::new(match before {
                Some(before) => before.schedule.after(input),
                None => Schedule::new(input),
            });
            let lines = outline::rows(workspace, id).into_iter().filter_map(|row| {
                let task = workspace.get::<Task>(row.id)?;
                let own = if row.is_summary {
                    row.total.percent()
                } else {
                    task.percent_complete()
                };
                Some(Line {
                    id: row.id,
                    idx: schedule.index(row.id)?,
                    title: task.title.clone(),
                    code: row.code,
                    level: row.level,
                    is_summary: row.is_summary,
                    percent: own,
                    due: task.due,
                    person: task.assignee.and_then(|id| person(workspace, id)),
                })
            });
            let lines: Vec<Line> = lines.collect();
            let project = workspace.get::<Project>(id);
            let promised = project.and_then(|project| project.finish);
            let (first, n_days) = span(&schedule, &lines, promised, today);
            Arc::new(Plan {
                places: lines.iter().map(|line| line.id).zip(0..).collect(),
                lines,
                schedule,
                promised,
                status: project
                    .and_then(|project| project.status_date)
                    .filter(|status| *status != today),
                first,
                n_days,
            })
        })
    })
}

fn person(workspace: &domain::workspace::Workspace, id: PersonId) -> Option<(String, String)> {
    let person = workspace.get::<Person>(id)?;
    Some((person.name.clone(), person.initials()))
}

/// What a baseline says of each task.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ghosts {
    /// What the baseline is called.
    pub name: String,
    /// The first and last day of each task that had dates.
    pub spans: BTreeMap<TaskId, (Day, Day)>,
}

/// The baseline to compare with: the one chosen, else the latest.
pub fn ghosts(
    desk: Desk,
    project: ProjectId,
    chosen: RwSignal<String>,
) -> Memo<Option<Arc<Ghosts>>> {
    Memo::new(move |_| {
        let ids = desk.ids::<Baseline>(List::Baselines(project));
        let wanted = chosen.with(|text| text.parse::<BaselineId>().ok());
        let wanted = wanted.filter(|id| ids.contains(id));
        let baseline = desk.get::<Baseline>(wanted.or(ids.last().copied())?)?;
        let spans = baseline
            .lines
            .iter()
            .filter_map(|line| Some((line.task, line.start.zip(line.finish)?)));
        Some(Arc::new(Ghosts {
            name: baseline.name.clone(),
            spans: spans.collect(),
        }))
    })
}

/// The days to draw: all that matter, from a Monday, with room at both ends.
fn span(schedule: &Schedule, lines: &[Line], promised: Option<Day>, today: Day) -> (i32, i32) {
    let ends = [schedule.start(), schedule.finish(), promised, Some(today)];
    let late = lines
        .iter()
        .filter_map(|line| schedule.dates_at(line.idx))
        .map(|dates| dates.late_finish);
    let days = ends
        .into_iter()
        .flatten()
        .chain(lines.iter().filter_map(|line| line.due))
        .chain(late);
    let (mut first, mut last) = (number(today), number(today));
    for day in days.map(number) {
        first = first.min(day);
        last = last.max(day);
    }
    let first = first - 7;
    let weekday = day(first).map_or(0, Day::weekday);
    let first = first - i32::from(weekday);
    // Ten years are as many as anyone scrolls through.
    (first, (last - first + 28).min(3_653))
}
