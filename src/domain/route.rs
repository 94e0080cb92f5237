//! Routes: the part of the address after `#`, as a value.

use std::fmt;

use crate::id::{DecisionId, ProjectId, RecordId, RunId, StepId, TaskId, TemplateId};

/// A page of Loopline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// What is in flight.
    Overview,
    /// The wizard.
    NewWork,
    /// The kept decisions.
    Decisions,
    /// One kept decision.
    Decision(DecisionId),
    /// Two kept decisions side by side.
    CompareDecisions(DecisionId, DecisionId),
    /// The portfolio board.
    Projects,
    /// A project's task board.
    Project(ProjectId),
    /// A task, opened on its project's board.
    Task(ProjectId, TaskId),
    /// A project's work breakdown.
    Outline(ProjectId),
    /// A project's charter basics.
    Charter(ProjectId),
    /// When a project's tasks are done.
    Timeline(ProjectId),
    /// What making a process of a project would do.
    ConvertProject(ProjectId),
    /// What making a project of a process would do.
    ConvertProcess(TemplateId),
    /// A project's money.
    Budget(ProjectId),
    /// A project's log of risks, issues and the like.
    Raid(ProjectId),
    /// A project's people.
    Team(ProjectId),
    /// A project's status.
    Report(ProjectId),
    /// The process library.
    Processes,
    /// A process's documented steps.
    Process(TemplateId),
    /// A step, opened beside its process's list.
    Step(TemplateId, StepId),
    /// A process's map.
    Map(TemplateId),
    /// A process's versions.
    Versions(TemplateId),
    /// A process's runs board.
    Runs(TemplateId),
    /// What a process's runs took.
    Metrics(TemplateId),
    /// What is being done to make a process better.
    Improve(TemplateId),
    /// What a process's runs did.
    Mining(TemplateId),
    /// One run.
    Run(RunId),
    /// The comparison of process and project.
    Learn,
    /// What was done, newest first.
    History,
    /// What was done to one record and to what belongs to it.
    HistoryOf(RecordId),
    /// Finished work that was put away, and what can be.
    Archive,
    /// Settings and data.
    Settings,
    /// An address that leads nowhere.
    NotFound(String),
}

impl Route {
    /// The route of a location's hash, with or without the `#`.
    pub fn parse(hash: &str) -> Route {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let not_found = || Route::NotFound(path.chars().take(200).collect());
        let segments: Vec<&str> = path.split('/').collect();
        match segments.as_slice() {
            [""] | ["overview"] => Route::Overview,
            ["new"] => Route::NewWork,
            ["decisions"] => Route::Decisions,
            ["decisions", id] => id.parse().map_or_else(|_| not_found(), Route::Decision),
            ["decisions", one, "beside", other] => match (one.parse(), other.parse()) {
                (Ok(one), Ok(other)) => Route::CompareDecisions(one, other),
                _ => not_found(),
            },
            ["projects"] => Route::Projects,
            ["projects", id] => id.parse().map_or_else(|_| not_found(), Route::Project),
            ["projects", id, "outline"] => id.parse().map_or_else(|_| not_found(), Route::Outline),
            ["projects", id, "charter"] => id.parse().map_or_else(|_| not_found(), Route::Charter),
            ["projects", id, "timeline"] => {
                id.parse().map_or_else(|_| not_found(), Route::Timeline)
            }
            ["projects", id, "budget"] => id.parse().map_or_else(|_| not_found(), Route::Budget),
            ["projects", id, "raid"] => id.parse().map_or_else(|_| not_found(), Route::Raid),
            ["projects", id, "people"] => id.parse().map_or_else(|_| not_found(), Route::Team),
            ["projects", id, "report"] => id.parse().map_or_else(|_| not_found(), Route::Report),
            ["projects", id, "tasks", task_id] => match (id.parse(), task_id.parse()) {
                (Ok(id), Ok(task_id)) => Route::Task(id, task_id),
                _ => not_found(),
            },
            ["projects", id, "convert"] => id
                .parse()
                .map_or_else(|_| not_found(), Route::ConvertProject),
            ["processes", id, "convert"] => id
                .parse()
                .map_or_else(|_| not_found(), Route::ConvertProcess),
            ["processes"] => Route::Processes,
            ["processes", id] => id.parse().map_or_else(|_| not_found(), Route::Process),
            ["processes", id, "steps", step_id] => match (id.parse(), step_id.parse()) {
                (Ok(id), Ok(step_id)) => Route::Step(id, step_id),
                _ => not_found(),
            },
            ["processes", id, "map"] => id.parse().map_or_else(|_| not_found(), Route::Map),
            ["processes", id, "versions"] => {
                id.parse().map_or_else(|_| not_found(), Route::Versions)
            }
            ["processes", id, "runs"] => id.parse().map_or_else(|_| not_found(), Route::Runs),
            ["processes", id, "metrics"] => id.parse().map_or_else(|_| not_found(), Route::Metrics),
            ["processes", id, "improve"] => id.parse().map_or_else(|_| not_found(), Route::Improve),
            ["processes", id, "mining"] => id.parse().map_or_else(|_| not_found(), Route::Mining),
            ["runs", id] => id.parse().map_or_else(|_| not_found(), Route::Run),
            ["learn"] => Route::Learn,
            ["archive"] => Route::Archive,
            ["history"] => Route::History,
            ["history", id] => id.parse().map_or_else(|_| not_found(), Route::HistoryOf),
            ["settings"] => Route::Settings,
            _ => not_found(),
        }
    }

    /// The project whose page this is.
    pub fn project(&self) -> Option<ProjectId> {
        match self {
            Route::Project(id)
            | Route::Task(id, _)
            | Route::Timeline(id)
            | Route::Outline(id)
            | Route::Charter(id)
            | Route::Budget(id)
            | Route::Raid(id)
            | Route::Team(id)
            | Route::Report(id)
            | Route::ConvertProject(id) => Some(*id),
            _ => None,
        }
    }

    /// The process whose page this is. A run has an address of its own.
    pub fn template(&self) -> Option<TemplateId> {
        match self {
            Route::Process(id)
            | Route::Step(id, _)
            | Route::Map(id)
            | Route::Versions(id)
            | Route::Runs(id)
            | Route::Metrics(id)
            | Route::Improve(id)
            | Route::Mining(id)
            | Route::ConvertProcess(id) => Some(*id),
            _ => None,
        }
    }

    /// The link to this route.
    pub fn href(&self) -> String {
        format!("#{self}")
    }
}

impl fmt::Display for Route {
    /// The path after the `#`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Route::Overview => f.write_str("/"),
            Route::NewWork => f.write_str("/new"),
            Route::Decisions => f.write_str("/decisions"),
            Route::Decision(id) => write!(f, "/decisions/{id}"),
            Route::CompareDecisions(one, other) => write!(f, "/decisions/{one}/beside/{other}"),
            Route::ConvertProject(id) => write!(f, "/projects/{id}/convert"),
            Route::ConvertProcess(id) => write!(f, "/processes/{id}/convert"),
            Route::Projects => f.write_str("/projects"),
            Route::Project(id) => write!(f, "/projects/{id}"),
            Route::Outline(id) => write!(f, "/projects/{id}/outline"),
            Route::Charter(id) => write!(f, "/projects/{id}/charter"),
            Route::Timeline(id) => write!(f, "/projects/{id}/timeline"),
            Route::Budget(id) => write!(f, "/projects/{id}/budget"),
            Route::Raid(id) => write!(f, "/projects/{id}/raid"),
            Route::Team(id) => write!(f, "/projects/{id}/people"),
            Route::Report(id) => write!(f, "/projects/{id}/report"),
            Route::Task(id, task_id) => write!(f, "/projects/{id}/tasks/{task_id}"),
            Route::Processes => f.write_str("/processes"),
            Route::Process(id) => write!(f, "/processes/{id}"),
            Route::Step(id, step_id) => write!(f, "/processes/{id}/steps/{step_id}"),
            Route::Map(id) => write!(f, "/processes/{id}/map"),
            Route::Versions(id) => write!(f, "/processes/{id}/versions"),
            Route::Runs(id) => write!(f, "/processes/{id}/runs"),
            Route::Metrics(id) => write!(f, "/processes/{id}/metrics"),
            Route::Improve(id) => write!(f, "/processes/{id}/improve"),
            Route::Mining(id) => write!(f, "/processes/{id}/mining"),
            Route::Run(id) => write!(f, "/runs/{id}"),
            Route::Learn => f.write_str("/learn"),
            Route::Archive => f.write_str("/archive"),
            Route::History => f.write_str("/history"),
            Route::HistoryOf(id) => write!(f, "/history/{id}"),
            Route::Settings => f.write_str("/settings"),
            Route::NotFound(path) => write!(f, "/{path}"),
        }
    }
}
