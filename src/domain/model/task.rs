//! A task: a piece of a project's work.

use serde::{Deserialize, Serialize};

use crate::id::{PersonId, ProjectId, TaskId};
use crate::order::OrderKey;
use crate::time::{Day, Instant};

/// A piece of work on a project's board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// The project it belongs to.
    pub project: ProjectId,
    /// What is to be done.
    pub title: String,
    /// Anything worth knowing before starting.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// The column it stands in.
    pub column: Column,
    /// Its place in the column.
    pub order: OrderKey,
    /// Who does it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<PersonId>,
    /// The day by which it should be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// When it came into Done; absent elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished_at: Option<Instant>,
    /// The task this one is a part of, which thereby is a summary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<TaskId>,
    /// Its place in the outline among the parts of its parent; that on the board when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outline: Option<OrderKey>,
    /// Whether it takes time or only marks a point.
    #[serde(default, skip_serializing_if = "TaskKind::is_task")]
    pub kind: TaskKind,
    /// How long it takes, in working days; not planned yet when absent. Never 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<u32>,
    /// The work people put into it, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effort: Option<u32>,
    /// How much of it is done, from 0 to 100, where someone has said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<u8>,
    /// The day work on it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual_start: Option<Day>,
    /// The last day of work on it; only in Done, and never before the actual start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual_finish: Option<Day>,
    /// What its dates must keep to beside its links; as soon as possible when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub constraint: Option<Constraint>,
    /// The day it starts on whatever its links say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pin: Option<Day>,
    /// How much it matters beside others.
    #[serde(default, skip_serializing_if = "Priority::is_normal")]
    pub priority: Priority,
    /// Words to find and group it by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<String>,
    /// Small things to tick off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checklist: Vec<CheckItem>,
    /// Where more about it is to be found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub web_links: Vec<WebLink>,
}

impl Task {
    /// A task with nothing but a title.
    pub fn new(project: ProjectId, title: String, column: Column, order: OrderKey) -> Task {
        Task {
            project,
            title,
            notes: String::new(),
            column,
            order,
            assignee: None,
            due: None,
            finished_at: None,
            parent: None,
            outline: None,
            kind: TaskKind::Task,
            duration: None,
            effort: None,
            percent: None,
            actual_start: None,
            actual_finish: None,
            constraint: None,
            pin: None,
            priority: Priority::Normal,
            labels: Vec::new(),
            checklist: Vec::new(),
            web_links: Vec::new(),
        }
    }

    /// Its place in the outline. A task that has none there yet stands where it stands on the board.
    pub fn outline_key(&self) -> &OrderKey {
        self.outline.as_ref().unwrap_or(&self.order)
    }

    /// How much of it is done, from 0 to 100: all of it in Done, else what was said, else nothing.
    pub fn percent_complete(&self) -> u8 {
        if self.column == Column::Done {
            100
        } else {
            self.percent.unwrap_or(0).min(100)
        }
    }
}

/// Whether a task takes time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    /// Work that takes time.
    #[default]
    Task,
    /// A significant point: no duration (ISO 21502).
    Milestone,
}

impl TaskKind {
    #[allow(clippy::trivially_copy_pass_by_ref)] // Serde's signature.
    fn is_task(&self) -> bool {
        *self == TaskKind::Task
    }
}

/// How much a task matters beside others, least first.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// When there is time.
    Low,
    /// As planned.
    #[default]
    Normal,
    /// Before others.
    High,
    /// Now.
    Urgent,
}

impl Priority {
    /// Every priority, most urgent first.
    pub const ALL: [Priority; 4] = [
        Priority::Urgent,
        Priority::High,
        Priority::Normal,
        Priority::Low,
    ];

    /// Its name on the page.
    pub fn name(self) -> &'static str {
        match self {
            Priority::Low => "Low",
            Priority::Normal => "Normal",
            Priority::High => "High",
            Priority::Urgent => "Urgent",
        }
    }

    #[allow(clippy::trivially_copy_pass_by_ref)] // Serde's signature.
    fn is_normal(&self) -> bool {
        *self == Priority::Normal
    }
}

/// A small thing to tick off.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckItem {
    /// What; never empty.
    pub text: String,
    /// Whether it is ticked.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub done: bool,
}

/// An address outside of Loopline. Not to be mixed up with a link between two tasks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebLink {
    /// The address.
    pub address: String,
    /// What it is called; the address itself when empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
}

impl WebLink {
    /// What an address may begin with: a page that opens, or a mail to write. Anything else, such
    /// as a script, is not followed, whichever file it came from.
    pub const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

    /// The address, if it is one that can be followed.
    pub fn href(&self) -> Option<&str> {
        let is_plain = !self
            .address
            .chars()
            .any(|c| c.is_whitespace() || c.is_control());
        let starts_with = |scheme: &&str| {
            let start = self.address.get(..scheme.len());
            let has_more = self.address.len() > scheme.len();
            has_more && start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        };
        let is_known = WebLink::SCHEMES.iter().any(starts_with);
        (is_plain && is_known).then_some(self.address.as_str())
    }

    /// What it says on the page.
    pub fn label(&self) -> &str {
        if self.name.is_empty() {
            &self.address
        } else {
            &self.name
        }
    }
}

/// What the dates of a task must keep to beside its links. Links always win: a constraint that
/// they break shows as negative float (the “moderate” constraints of the precedence diagramming
/// method; a task that must not move at all is pinned instead).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Constraint {
    /// Which rule.
    pub kind: ConstraintKind,
    /// The day it is about; there is none for “as late as possible”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
}

/// The rules a date can be under. “As soon as possible” is no rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConstraintKind {
    /// As late as it can be without moving anything after it.
    AsLateAsPossible,
    /// Starts on the day or later.
    StartNoEarlierThan,
    /// Starts on the day or earlier.
    StartNoLaterThan,
    /// Finishes on the day or later.
    FinishNoEarlierThan,
    /// Finishes on the day or earlier.
    FinishNoLaterThan,
    /// Starts on the day.
    MustStartOn,
    /// Finishes on the day.
    MustFinishOn,
}

impl ConstraintKind {
    /// Every rule.
    pub const ALL: [ConstraintKind; 7] = [
        ConstraintKind::AsLateAsPossible,
        ConstraintKind::StartNoEarlierThan,
        ConstraintKind::StartNoLaterThan,
        ConstraintKind::FinishNoEarlierThan,
        ConstraintKind::FinishNoLaterThan,
        ConstraintKind::MustStartOn,
        ConstraintKind::MustFinishOn,
    ];

    /// Its name on the page.
    pub fn name(self) -> &'static str {
        match self {
            ConstraintKind::AsLateAsPossible => "As late as possible",
            ConstraintKind::StartNoEarlierThan => "Start no earlier than",
            ConstraintKind::StartNoLaterThan => "Start no later than",
            ConstraintKind::FinishNoEarlierThan => "Finish no earlier than",
            ConstraintKind::FinishNoLaterThan => "Finish no later than",
            ConstraintKind::MustStartOn => "Must start on",
            ConstraintKind::MustFinishOn => "Must finish on",
        }
    }

    /// Whether it is about a day.
    pub fn needs_day(self) -> bool {
        self != ConstraintKind::AsLateAsPossible
    }
}

/// The columns of a task board, in order.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// Known, not yet ready to start.
    #[default]
    Backlog,
    /// Could be started now.
    Ready,
    /// Being worked on.
    Doing,
    /// Being checked.
    Review,
    /// Finished.
    Done,
}

impl Column {
    /// Every column from left to right.
    pub const ALL: [Column; 5] = [
        Column::Backlog,
        Column::Ready,
        Column::Doing,
        Column::Review,
        Column::Done,
    ];

    /// The column's name on the board.
    pub fn name(self) -> &'static str {
        match self {
            Column::Backlog => "Backlog",
            Column::Ready => "Ready",
            Column::Doing => "Doing",
            Column::Review => "Review",
            Column::Done => "Done",
        }
    }
}
