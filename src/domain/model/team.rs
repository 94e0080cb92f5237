//! Who works on what, how long tasks may take, and what was learned.

use serde::{Deserialize, Serialize};

use crate::id::{PersonId, ProjectId, RecordId, TaskId};
use crate::simulate::Spread;
use crate::time::Instant;

/// A person's part in a task beside or with others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// The task.
    pub task: TaskId,
    /// Who.
    pub person: PersonId,
    /// How much of their time while the task lasts, in percent: 1 to 100.
    pub percent: u8,
}

/// How long a task may take and what it may cost. Its key is its task's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Estimate {
    /// The task.
    pub task: TaskId,
    /// Its duration in working days; absent when only its planned one is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<Spread>,
    /// Its cost in units of the currency, besides the time of people.
    #[serde(default)]
    pub cost: Spread,
}

/// Something learned in a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lesson {
    /// The project.
    pub project: ProjectId,
    /// Good or bad.
    pub kind: LessonKind,
    /// What happened.
    pub text: String,
    /// What will be done differently, or again.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub action: String,
    /// Who sees to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonId>,
    /// The process or step it is about; it shows there when the work recurs. It may be gone since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<RecordId>,
    /// Whether the action is done.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub is_done: bool,
    /// When it was written down.
    pub kept_at: Instant,
}

/// What kind of lesson.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LessonKind {
    /// Worth repeating.
    #[default]
    WentWell,
    /// Worth changing.
    WentBadly,
    /// Worth knowing.
    Puzzle,
}

impl LessonKind {
    /// Every kind.
    pub const ALL: [LessonKind; 3] = [
        LessonKind::WentWell,
        LessonKind::WentBadly,
        LessonKind::Puzzle,
    ];

    /// Its name on the page.
    pub fn name(self) -> &'static str {
        match self {
            LessonKind::WentWell => "Went well",
            LessonKind::WentBadly => "To do better",
            LessonKind::Puzzle => "Still a puzzle",
        }
    }
}
