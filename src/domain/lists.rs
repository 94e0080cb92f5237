//! The ordered lists that boards and pages show, kept up to date record by record.

use std::collections::{BTreeMap, BTreeSet};

use crate::id::{PersonId, ProjectId, RecordId, RunId, StepId, TaskId, TemplateId};
use crate::model::{Column, Stage};
use crate::workspace::Record;

/// A list of records of one type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// Decisions, oldest first.
    Decisions,
    /// Every project, oldest first.
    Projects,
    /// The projects of a stage in board order.
    ProjectsIn(Stage),
    /// The projects that are kept as templates, by name.
    ProjectTemplates,
    /// Every task of a project in board order within its column.
    Tasks(ProjectId),
    /// The tasks of a column in board order.
    TasksIn(ProjectId, Column),
    /// The tasks of a project that are not done and have a due day, soonest first.
    OpenTasksDue(ProjectId),
    /// The tasks directly below a summary, or at the top of a project's outline, in outline order.
    Outline(ProjectId, Option<TaskId>),
    /// The links between a project's tasks, in order of id.
    Links(ProjectId),
    /// The links that begin or end at a task, in order of id.
    LinksOf(TaskId),
    /// The comments on a task, first to last.
    Comments(TaskId),
    /// The tasks that are someone's and not done.
    OpenTasksOf(PersonId),
    /// Templates, oldest first.
    Templates,
    /// The templates that were made of a project, oldest first.
    TemplatesFrom(ProjectId),
    /// The projects that were made of a template, oldest first.
    ProjectsFrom(TemplateId),
    /// The projects with parts that a process does, oldest first.
    ProjectsThrough(TemplateId),
    /// The steps of a template in order.
    Steps(TemplateId),
    /// The versions of a template, first to latest.
    Versions(TemplateId),
    /// The runs of a template in order of their number.
    Runs(TemplateId),
    /// The runs that stand on a step, the longest there first.
    RunsAt(TemplateId, StepId),
    /// The ended runs of a template in order of their number.
    FinishedRuns(TemplateId),
    /// The runs of a template that have not ended, in order of their number.
    OpenRuns(TemplateId),
    /// The runs that stand on a step that is someone's, the longest under way first.
    RunsOf(PersonId),
    /// What happened in a run, first to last.
    RunEvents(RunId),
    /// The improvements of a template, oldest first.
    Improvements(TemplateId),
    /// People by name.
    People,
    /// What is in the archive, first put away first.
    Archived,
    /// The gates of a project, first to latest.
    Gates(ProjectId),
    /// The log of a project, first to latest.
    Raid(ProjectId),
    /// The budget of a project, by category.
    BudgetLines(ProjectId),
    /// Time and expenses of a project by day.
    Entries(ProjectId),
    /// The timers that run.
    Timers,
    /// The baselines of a project, first to latest.
    Baselines(ProjectId),
    /// The reports of a project, first to latest.
    StatusReports(ProjectId),
    /// Who works on a task, in order of id.
    Assignments(TaskId),
    /// What someone works on, in order of id.
    AssignmentsOf(PersonId),
    /// What was learned in a project, first to latest.
    Lessons(ProjectId),
}

/// Sorts a list: an order text or a time, then the id among equals.
type Position = (String, u64);

/// Every list of a workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lists {
    lists: BTreeMap<List, BTreeSet<Position>>,
}

impl Lists {
    /// The keys of a list's records, in order.
    pub fn keys(&self, list: List) -> impl DoubleEndedIterator<Item = u64> + '_ {
        self.lists
            .get(&list)
            .into_iter()
            .flatten()
            .map(|position| position.1)
    }

    /// The tasks that others name as their summary, in order of id: as many steps as there are
    /// summaries, however many tasks a project has.
    pub fn summaries(&self, project: ProjectId) -> impl Iterator<Item = TaskId> + '_ {
        let below = |key| List::Outline(project, Some(TaskId::from_key(key)));
        let lists = self.lists.range(below(0)..=below(u64::MAX));
        lists.filter_map(|(list, _)| match list {
            List::Outline(_, summary) => *summary,
            _ => None,
        })
    }

    /// The key of a list's last record.
    pub fn last(&self, list: List) -> Option<u64> {
        self.keys(list).next_back()
    }

    /// The key of the record that stands just before the one with this order text and key.
    pub fn before(&self, list: List, order: &str, key: u64) -> Option<u64> {
        let position = (order.to_owned(), key);
        let positions = self.lists.get(&list)?;
        positions
            .range(..position)
            .next_back()
            .map(|before| before.1)
    }

    /// The number of records in a list.
    pub fn len(&self, list: List) -> usize {
        self.lists.get(&list).map_or(0, BTreeSet::len)
    }

    /// Whether nothing is in a list.
    pub fn is_empty(&self, list: List) -> bool {
        self.len(list) == 0
    }

    /// Takes the record's old state out of its lists and puts its new state in.
    pub(crate) fn replace(&mut self, id: RecordId, old: Option<&Record>, new: Option<&Record>) {
        for (list, position) in old.into_iter().flat_map(|record| places(id, record)) {
            if let Some(positions) = self.lists.get_mut(&list) {
                positions.remove(&position);
                if positions.is_empty() {
                    self.lists.remove(&list);
                }
            }
        }
        for (list, position) in new.into_iter().flat_map(|record| places(id, record)) {
            self.lists.entry(list).or_default().insert(position);
        }
    }
}

/// The lists a record is in, and where.
pub fn places(id: RecordId, record: &Record) -> Vec<(List, (String, u64))> {
    let at = |list: List, sort: String| (list, (sort, id.key));
    match record {
        Record::Decision(decision) => {
            vec![at(List::Decisions, by_time(decision.decided_at.millis()))]
        }
        Record::Project(project) => {
            let time = by_time(project.created_at.millis());
            // A template of projects is on no board, and still names processes as others do.
            let mut places = if project.is_template {
                vec![at(List::ProjectTemplates, project.name.to_lowercase())]
            } else {
                vec![
                    at(List::Projects, time.clone()),
                    at(List::ProjectsIn(project.stage), project.order.to_string()),
                ]
            };
            let from = project.from_template.map(List::ProjectsFrom);
            let through = project.through.iter().copied().map(List::ProjectsThrough);
            let related = from.into_iter().chain(through);
            places.extend(related.map(|list| at(list, time.clone())));
            places
        }
        Record::Task(task) => {
            let mut places = vec![
                at(List::Tasks(task.project), task.order.to_string()),
                at(
                    List::TasksIn(task.project, task.column),
                    task.order.to_string(),
                ),
                at(
                    List::Outline(task.project, task.parent),
                    task.outline_key().to_string(),
                ),
            ];
            if let Some(due) = task.due.filter(|_| task.column != Column::Done) {
                places.push(at(List::OpenTasksDue(task.project), due.to_string()));
            }
            if let Some(person_id) = task.assignee.filter(|_| task.column != Column::Done) {
                let due = task
                    .due
                    .map_or_else(|| "~".to_owned(), |day| day.to_string());
                places.push(at(List::OpenTasksOf(person_id), due));
            }
            places
        }
        Record::Template(template) => {
            let time = by_time(template.created_at.millis());
            let from = template.from_project.map(List::TemplatesFrom);
            let lists = std::iter::once(List::Templates).chain(from);
            lists.map(|list| at(list, time.clone())).collect()
        }
        Record::Step(step) => vec![at(List::Steps(step.template), step.order.to_string())],
        Record::Version(version) => {
            vec![at(
                List::Versions(version.template),
                by_number(version.number),
            )]
        }
        Record::Run(run) => {
            let number = by_number(run.number);
            let tokens = || run.open_tokens();
            let mut steps: BTreeMap<_, _> = tokens().map(|t| (t.step, t.entered_at)).collect();
            if let Some(step) = run.current {
                steps.entry(step).or_insert(run.entered_at);
            }
            let people = run
                .assignee
                .into_iter()
                .chain(tokens().filter_map(|t| t.assignee));
            let people: BTreeSet<_> = people.collect();
            let is_open = run.current.is_some();
            let standing = if is_open {
                List::OpenRuns(run.template)
            } else {
                List::FinishedRuns(run.template)
            };
            let mut places = vec![
                at(List::Runs(run.template), number.clone()),
                at(standing, number.clone()),
            ];
            if is_open {
                places.extend(steps.into_iter().map(|(step, entered)| {
                    let since = by_time(entered.millis());
                    at(List::RunsAt(run.template, step), format!("{since}{number}"))
                }));
                let since = by_time(run.started_at.millis());
                places.extend(
                    people
                        .into_iter()
                        .map(|person| at(List::RunsOf(person), since.clone())),
                );
            }
            places
        }
        Record::RunEvent(event) => vec![at(
            List::RunEvents(event.run),
            format!("{}{}", by_time(event.at.millis()), by_number(event.seq)),
        )],
        Record::Improvement(improvement) => vec![at(
            List::Improvements(improvement.template),
            by_time(improvement.created_at.millis()),
        )],
        Record::Person(person) => vec![at(List::People, person.name.to_lowercase())],
        Record::Charter(_) | Record::Estimate(_) => Vec::new(),
        Record::Gate(gate) => vec![at(
            List::Gates(gate.project),
            by_time(gate.opened_at.millis()),
        )],
        Record::Raid(raid) => vec![at(List::Raid(raid.project), by_number(raid.number))],
        Record::BudgetLine(line) => vec![at(
            List::BudgetLines(line.project),
            line.category.to_lowercase(),
        )],
        Record::Entry(entry) => {
            let mut places = vec![at(List::Entries(entry.project), entry.day.to_string())];
            if let Some(since) = entry.running_since {
                places.push(at(List::Timers, by_time(since.millis())));
            }
            places
        }
        Record::Baseline(baseline) => vec![at(
            List::Baselines(baseline.project),
            by_time(baseline.taken_at.millis()),
        )],
        Record::StatusReport(report) => vec![at(
            List::StatusReports(report.project),
            by_time(report.kept_at.millis()),
        )],
        Record::Assignment(assignment) => vec![
            at(List::Assignments(assignment.task), String::new()),
            at(List::AssignmentsOf(assignment.person), String::new()),
        ],
        Record::Lesson(lesson) => vec![at(
            List::Lessons(lesson.project),
            by_time(lesson.kept_at.millis()),
        )],
        Record::Link(link) => vec![
            at(List::Links(link.project), String::new()),
            at(List::LinksOf(link.predecessor), String::new()),
            at(List::LinksOf(link.successor), String::new()),
        ],
        Record::Comment(comment) => vec![at(
            List::Comments(comment.task),
            by_time(comment.at.millis()),
        )],
        Record::Settings(_) => Vec::new(),
        Record::Archived(archived) => {
            vec![at(List::Archived, by_time(archived.archived_at.millis()))]
        }
    }
}

/// A time as text that sorts as the time does.
fn by_time(millis: i64) -> String {
    // Flipping the sign bit maps the signed order onto the unsigned one.
    format!("{:016x}", (millis as u64) ^ (1 << 63))
}

fn by_number(number: u32) -> String {
    format!("{number:08x}")
}
