//! What is in flight on both boards, and what of it needs a look. Values in, values out.

use std::collections::BTreeMap;

use crate::health::{self, Health, health};
use crate::id::{DecisionId, ProjectId, RunId, TaskId, TemplateId};
use crate::lists::List;
use crate::model::{Decision, Project, Run, Stage, Step, Task, Template};
use crate::outline::leaves;
use crate::time::{Day, Instant};
use crate::workspace::Workspace;

/// Days ahead within which a task counts as due soon.
pub const SOON_DAYS: i64 = 7;
/// Milliseconds after which a run that stands on its step needs a look: seven days.
pub const LONG_WAIT_MILLIS: i64 = 7 * 24 * 60 * 60 * 1_000;
/// Finished runs needed before a median says anything.
pub const MIN_RUNS_FOR_MEDIAN: usize = 3;
/// Days back over which finished runs are counted.
pub const RECENT_DAYS: i64 = 30;

/// Everything the overview shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// What needs a look, projects before runs.
    pub attention: Vec<Attention>,
    /// Projects that are not done, by stage from the last to the first.
    pub projects: Vec<ProjectLine>,
    /// Processes in the order of the library.
    pub processes: Vec<ProcessLine>,
    /// Open tasks that are late or due within [`SOON_DAYS`], soonest first.
    pub due: Vec<DueTask>,
    /// The latest decisions, newest first.
    pub decisions: Vec<DecisionId>,
    /// Open tasks past their due day.
    pub n_late_tasks: usize,
    /// Runs under way.
    pub n_open_runs: usize,
    /// Whether there is nothing at all yet.
    pub is_empty: bool,
    /// Whether any of the sample workspace is loaded.
    pub has_sample: bool,
}

/// Something that needs a look, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attention {
    /// The promised finish has passed and the project is not done.
    OverduePromise {
        /// Which.
        project: ProjectId,
        /// The promised day.
        finish: Day,
    },
    /// The promised finish is near.
    FinishSoon {
        /// Which.
        project: ProjectId,
        /// The promised day.
        finish: Day,
    },
    /// Tasks of a project are past their due day.
    LateTasks {
        /// Which.
        project: ProjectId,
        /// How many.
        n_tasks: usize,
    },
    /// A run has stood on its step for longer than [`LONG_WAIT_MILLIS`].
    WaitingRun {
        /// Which.
        run: RunId,
        /// For how long, in milliseconds.
        millis: i64,
    },
}

/// A project on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectLine {
    /// Which.
    pub id: ProjectId,
    /// Tasks done.
    pub n_done: usize,
    /// Tasks in all.
    pub n_tasks: usize,
    /// How it stands.
    pub health: Health,
}

/// A process and its runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcessLine {
    /// Which.
    pub id: TemplateId,
    /// The title of each step and the runs that stand on it.
    pub steps: Vec<(String, usize)>,
    /// Runs under way.
    pub n_open: usize,
    /// Runs finished within [`RECENT_DAYS`].
    pub n_recent: usize,
    /// The middle one of the times from start to finish of those runs, in milliseconds; absent
    /// below [`MIN_RUNS_FOR_MEDIAN`].
    pub median_millis: Option<i64>,
}

/// A task with its due day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueTask {
    /// Which.
    pub id: TaskId,
    /// The project it belongs to.
    pub project: ProjectId,
    /// The day by which it should be done.
    pub due: Day,
}

/// The overview of a workspace on a day and at a moment.
pub fn overview(workspace: &Workspace, today: Day, now: Instant) -> Overview {
    let mut late: BTreeMap<ProjectId, usize> = BTreeMap::new();
    let mut due = Vec::new();
    let open_tasks = workspace
        .list::<Project>(List::Projects)
        .flat_map(|(id, _)| workspace.list::<Task>(List::OpenTasksDue(id)));
    for (id, task) in open_tasks {
        let Some(day) = task.due.filter(|day| day.days_since(today) <= SOON_DAYS) else {
            continue;
        };
        if day < today {
            *late.entry(task.project).or_default() += 1;
        }
        due.push(DueTask {
            id,
            project: task.project,
            due: day,
        });
    }
    due.sort_by_key(|task| (task.due, task.id));
    let projects = open_projects(workspace, today);
    let waiting = waiting_runs(workspace, now);
    let processes: Vec<ProcessLine> = workspace
        .list::<Template>(List::Templates)
        .map(|(id, _)| process_line(workspace, id, now))
        .collect();
    Overview {
        attention: project_attention(workspace, today, &projects, &late)
            .chain(waiting)
            .collect(),
        n_open_runs: processes.iter().map(|process| process.n_open).sum(),
        n_late_tasks: late.values().sum(),
        decisions: workspace
            .ids::<Decision>(List::Decisions)
            .into_iter()
            .rev()
            .take(3)
            .collect(),
        is_empty: workspace.n_records() == 0,
        has_sample: workspace.has_sample(),
        projects,
        processes,
        due,
    }
}

fn open_projects(workspace: &Workspace, today: Day) -> Vec<ProjectLine> {
    let open = Stage::ALL
        .into_iter()
        .rev()
        .filter(|stage| *stage != Stage::Done);
    open.flat_map(|stage| workspace.list::<Project>(List::ProjectsIn(stage)))
        .map(|(id, project)| {
            let leaves = leaves(workspace, id);
            ProjectLine {
                id,
                n_done: leaves.n_done,
                n_tasks: leaves.n_tasks,
                health: health(project, workspace.first_due(id), today),
            }
        })
        .collect()
}

fn project_attention<'a>(
    workspace: &'a Workspace,
    today: Day,
    projects: &'a [ProjectLine],
    late: &'a BTreeMap<ProjectId, usize>,
) -> impl Iterator<Item = Attention> + 'a {
    projects.iter().flat_map(move |line| {
        let finish = workspace
            .get::<Project>(line.id)
            .and_then(|project| project.finish);
        let project = line.id;
        let promise = finish.and_then(|finish| match finish.days_since(today) {
            ..0 => Some(Attention::OverduePromise { project, finish }),
            0..=health::SOON_DAYS => Some(Attention::FinishSoon { project, finish }),
            _ => None,
        });
        let tasks = late.get(&line.id).map(|n_tasks| Attention::LateTasks {
            project: line.id,
            n_tasks: *n_tasks,
        });
        promise.into_iter().chain(tasks)
    })
}

fn waiting_runs(workspace: &Workspace, now: Instant) -> impl Iterator<Item = Attention> + '_ {
    workspace.all::<Run>().filter_map(move |(id, run)| {
        let millis = now.millis_since(run.entered_at);
        (run.current.is_some() && millis > LONG_WAIT_MILLIS)
            .then_some(Attention::WaitingRun { run: id, millis })
    })
}

fn process_line(workspace: &Workspace, id: TemplateId, now: Instant) -> ProcessLine {
    let lists = workspace.lists();
    let steps = workspace
        .list::<Step>(List::Steps(id))
        .map(|(step_id, step)| (step.title.clone(), lists.len(List::RunsAt(id, step_id))));
    let mut times: Vec<i64> = workspace
        .list::<Run>(List::FinishedRuns(id))
        .filter(|(_, run)| run.ending.is_none())
        .filter_map(|(_, run)| Some((run.started_at, run.finished_at?)))
        .filter(|(_, finished)| now.millis_since(*finished) <= RECENT_DAYS * 24 * 60 * 60 * 1_000)
        .map(|(started, finished)| finished.millis_since(started))
        .collect();
    times.sort_unstable();
    let median_millis = (times.len() >= MIN_RUNS_FOR_MEDIAN)
        .then(|| times.get((times.len() - 1) / 2).copied())
        .flatten();
    ProcessLine {
        id,
        steps: steps.collect(),
        n_open: lists.len(List::Runs(id)) - lists.len(List::FinishedRuns(id)),
        n_recent: times.len(),
        median_millis,
    }
}

impl Workspace {
    /// The earliest due day of a project's open tasks.
    pub fn first_due(&self, id: ProjectId) -> Option<Day> {
        let first = self.lists().keys(List::OpenTasksDue(id)).next()?;
        self.get::<Task>(TaskId::from_key(first))?.due
    }
}
