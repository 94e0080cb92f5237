//! A task: a piece of a project's work.

use serde::{Deserialize, Serialize};

use crate::id::{PersonId, ProjectId};
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
