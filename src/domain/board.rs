//! What a project's board shows: its tasks by column, narrowed by a filter and split into swimlanes.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::id::{PersonId, ProjectId, TaskId};
use crate::lists::List;
use crate::model::{Column, Person, Priority, Task};
use crate::outline;
use crate::time::Day;
use crate::workspace::Workspace;

/// How someone looks at a board.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BoardView {
    /// Into which swimlanes it is split.
    pub swimlanes: Swimlanes,
    /// Words that must all be in the title, the notes or a label, whatever their case.
    pub text: String,
    /// Whose tasks.
    pub who: Option<Who>,
    /// Tasks with this label.
    pub label: Option<String>,
    /// Tasks of this priority.
    pub priority: Option<Priority>,
    /// Tasks that are due then.
    pub due: Option<DueWhen>,
    /// Leaves out what is done.
    pub hides_done: bool,
}

/// Whose tasks are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// Those of nobody.
    Nobody,
    /// Those of someone.
    Person(PersonId),
}

/// When tasks that are shown are due. What is done is not due any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DueWhen {
    /// Before today.
    Overdue,
    /// From Monday to Sunday of this week.
    ThisWeek,
    /// On no day.
    Never,
}

/// Into what a board is split.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Swimlanes {
    /// Nothing.
    #[default]
    None,
    /// One lane for each person with a task, by name, and one for nobody.
    Person,
    /// One lane for each priority, most urgent first.
    Priority,
    /// One lane for each summary at the top of the outline, and one for all other tasks.
    Phase,
}

impl Swimlanes {
    /// Every way.
    pub const ALL: [Swimlanes; 4] = [
        Swimlanes::None,
        Swimlanes::Person,
        Swimlanes::Priority,
        Swimlanes::Phase,
    ];

    /// Its name on the page.
    pub fn name(self) -> &'static str {
        match self {
            Swimlanes::None => "No lanes",
            Swimlanes::Person => "Person",
            Swimlanes::Priority => "Priority",
            Swimlanes::Phase => "Phase",
        }
    }
}

impl DueWhen {
    /// Every choice.
    pub const ALL: [DueWhen; 3] = [DueWhen::Overdue, DueWhen::ThisWeek, DueWhen::Never];

    /// Its name on the page.
    pub fn name(self) -> &'static str {
        match self {
            DueWhen::Overdue => "Overdue",
            DueWhen::ThisWeek => "Due this week",
            DueWhen::Never => "No due day",
        }
    }
}

impl BoardView {
    /// Whether any task may be left out.
    pub fn is_narrow(&self) -> bool {
        *self
            != BoardView {
                swimlanes: self.swimlanes,
                ..BoardView::default()
            }
    }

    /// The same swimlanes with every task.
    #[must_use]
    pub fn whole(&self) -> BoardView {
        BoardView {
            swimlanes: self.swimlanes,
            ..BoardView::default()
        }
    }

    /// Whether a task is shown.
    fn shows(&self, task: &Task, words: &[String], today: Day) -> bool {
        let is_done = task.column == Column::Done;
        let is_due = |when| match when {
            DueWhen::Overdue => !is_done && task.due.is_some_and(|due| due < today),
            DueWhen::ThisWeek => {
                let since_monday = i64::from(today.weekday());
                let in_days = task.due.map(|due| due.days_since(today) + since_monday);
                !is_done && in_days.is_some_and(|days| (0..7).contains(&days))
            }
            DueWhen::Never => task.due.is_none(),
        };
        let is_whose = |who| match who {
            Who::Nobody => task.assignee.is_none(),
            Who::Person(id) => task.assignee == Some(id),
        };
        (!self.hides_done || !is_done)
            && self.who.is_none_or(is_whose)
            && self
                .priority
                .is_none_or(|priority| task.priority == priority)
            && self
                .label
                .as_ref()
                .is_none_or(|label| task.labels.contains(label))
            && self.due.is_none_or(is_due)
            && has_words(task, words)
    }
}

fn has_words(task: &Task, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let mut text = format!("{}\n{}", task.title, task.notes);
    for label in &task.labels {
        text.push('\n');
        text.push_str(label);
    }
    let text = text.to_lowercase();
    words.iter().all(|word| text.contains(word.as_str()))
}

/// What a swimlane stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stands {
    /// The whole board.
    All,
    /// Someone's tasks, or those of nobody.
    Person(Option<PersonId>),
    /// Tasks of a priority.
    Priority(Priority),
    /// Tasks below a summary, or below none.
    Phase(Option<TaskId>),
}

/// One swimlane: the tasks of each column, in board order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swimlane {
    /// What it stands for.
    pub stands: Stands,
    /// Its name on the page.
    pub name: String,
    /// The tasks of each column from left to right.
    pub columns: [Vec<TaskId>; 5],
}

impl Swimlane {
    /// Tasks in it.
    pub fn n_tasks(&self) -> usize {
        self.columns.iter().map(Vec::len).sum()
    }
}

/// A board as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// From the top; never none.
    pub swimlanes: Vec<Swimlane>,
    /// Tasks that are shown.
    pub n_shown: usize,
    /// Tasks the project has, those left out that only sum up their parts.
    pub n_tasks: usize,
}

/// The tasks of a project as someone looks at its board, without those that have parts. Every task
/// that is shown is in exactly one swimlane.
pub fn shown(workspace: &Workspace, project: ProjectId, view: &BoardView, today: Day) -> Shown {
    let words = view.text.to_lowercase();
    let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
    let mut by_stand: BTreeMap<Stands, [Vec<TaskId>; 5]> = BTreeMap::new();
    let (mut n_shown, mut n_tasks) = (0, 0);
    for (column, idx) in Column::ALL.into_iter().zip(0..) {
        for (id, task) in workspace.list::<Task>(List::TasksIn(project, column)) {
            // What only sums up its parts is a swimlane or nothing, and no card of its own.
            if outline::is_summary(workspace, project, id) {
                continue;
            }
            n_tasks += 1;
            if !view.shows(task, &words, today) {
                continue;
            }
            n_shown += 1;
            let stands = stands_of(workspace, view.swimlanes, id, task);
            let columns = by_stand.entry(stands).or_default();
            if let Some(cell) = columns.get_mut::<usize>(idx) {
                cell.push(id);
            }
        }
    }
    let swimlanes = order(workspace, project, view.swimlanes, &by_stand);
    let swimlanes = swimlanes.into_iter().map(|(stands, name)| Swimlane {
        stands,
        name,
        columns: by_stand.remove(&stands).unwrap_or_default(),
    });
    Shown {
        swimlanes: swimlanes.collect(),
        n_shown,
        n_tasks,
    }
}

fn stands_of(workspace: &Workspace, swimlanes: Swimlanes, id: TaskId, task: &Task) -> Stands {
    match swimlanes {
        Swimlanes::None => Stands::All,
        Swimlanes::Person => {
            let person = task.assignee;
            Stands::Person(person.filter(|id| workspace.get::<Person>(*id).is_some()))
        }
        Swimlanes::Priority => Stands::Priority(task.priority),
        Swimlanes::Phase => Stands::Phase(phase_of(workspace, id)),
    }
}

/// The summary at the top of the outline that a task is a part of; none for one that
/// stands at the top without parts.
fn phase_of(workspace: &Workspace, id: TaskId) -> Option<TaskId> {
    let top = outline::ancestors(workspace, id).last().copied();
    let top = top.unwrap_or(id);
    let project = workspace.get::<Task>(top)?.project;
    outline::is_summary(workspace, project, top).then_some(top)
}

/// The swimlanes from the top, with their names.
fn order(
    workspace: &Workspace,
    project: ProjectId,
    swimlanes: Swimlanes,
    found: &BTreeMap<Stands, [Vec<TaskId>; 5]>,
) -> Vec<(Stands, String)> {
    match swimlanes {
        Swimlanes::None => vec![(Stands::All, String::new())],
        Swimlanes::Person => {
            let people = workspace.list::<Person>(List::People);
            let people = people
                .map(|(id, person)| (Stands::Person(Some(id)), person.name.clone()))
                .filter(|(stands, _)| found.contains_key(stands));
            let nobody = (Stands::Person(None), "Nobody".to_owned());
            people.chain([nobody]).collect()
        }
        Swimlanes::Priority => Priority::ALL
            .into_iter()
            .map(|priority| (Stands::Priority(priority), priority.name().to_owned()))
            .collect(),
        Swimlanes::Phase => {
            let top = workspace.ids::<Task>(List::Outline(project, None));
            let known: BTreeSet<TaskId> = top.into_iter().collect();
            let phases = workspace
                .list::<Task>(List::Outline(project, None))
                .filter(|(id, _)| outline::is_summary(workspace, project, *id))
                .map(|(id, task)| (Stands::Phase(Some(id)), task.title.clone()));
            // Tasks of two tabs that became parts of each other have no top, and are still there.
            let lost = found.keys().filter_map(|stands| match stands {
                Stands::Phase(Some(id)) if !known.contains(id) => {
                    let title = &workspace.get::<Task>(*id)?.title;
                    Some((*stands, title.clone()))
                }
                _ => None,
            });
            let other = (Stands::Phase(None), "No phase".to_owned());
            phases.chain(lost).chain([other]).collect()
        }
    }
}

/// The labels that tasks of a project have, in order of the alphabet.
pub fn labels(workspace: &Workspace, project: ProjectId) -> Vec<String> {
    let tasks = workspace.list::<Task>(List::Tasks(project));
    let labels: BTreeSet<&String> = tasks.flat_map(|(_, task)| &task.labels).collect();
    labels.into_iter().cloned().collect()
}
