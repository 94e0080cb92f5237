//! A link: one task waits for another.

use serde::{Deserialize, Serialize};

use crate::id::{ProjectId, TaskId};

/// A dependency between two tasks of one project (precedence diagramming method).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The project of both tasks.
    pub project: ProjectId,
    /// The task that is waited for.
    pub predecessor: TaskId,
    /// The task that waits.
    pub successor: TaskId,
    /// Which end waits for which.
    #[serde(default, skip_serializing_if = "LinkKind::is_finish_to_start")]
    pub kind: LinkKind,
    /// Working days between the two ends; negative when they may overlap (a lead).
    #[serde(default, skip_serializing_if = "is_zero")]
    pub lag: i32,
}

/// Which end of the successor waits for which end of the predecessor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// Starts once the predecessor has finished.
    #[default]
    FinishToStart,
    /// Starts once the predecessor has started.
    StartToStart,
    /// Finishes once the predecessor has finished.
    FinishToFinish,
    /// Finishes once the predecessor has started.
    StartToFinish,
}

impl LinkKind {
    /// Every kind.
    pub const ALL: [LinkKind; 4] = [
        LinkKind::FinishToStart,
        LinkKind::StartToStart,
        LinkKind::FinishToFinish,
        LinkKind::StartToFinish,
    ];

    /// Its name on the page.
    pub fn name(self) -> &'static str {
        match self {
            LinkKind::FinishToStart => "Finish to start",
            LinkKind::StartToStart => "Start to start",
            LinkKind::FinishToFinish => "Finish to finish",
            LinkKind::StartToFinish => "Start to finish",
        }
    }

    /// The two letters planners write.
    pub fn letters(self) -> &'static str {
        match self {
            LinkKind::FinishToStart => "FS",
            LinkKind::StartToStart => "SS",
            LinkKind::FinishToFinish => "FF",
            LinkKind::StartToFinish => "SF",
        }
    }

    /// Whether it counts from the predecessor's finish, and not from its start.
    pub fn is_from_finish(self) -> bool {
        matches!(self, LinkKind::FinishToStart | LinkKind::FinishToFinish)
    }

    /// Whether it holds the successor's start, and not its finish.
    pub fn is_to_start(self) -> bool {
        matches!(self, LinkKind::FinishToStart | LinkKind::StartToStart)
    }

    #[allow(clippy::trivially_copy_pass_by_ref)] // Serde's signature.
    fn is_finish_to_start(&self) -> bool {
        *self == LinkKind::FinishToStart
    }
}

#[allow(clippy::trivially_copy_pass_by_ref)] // Serde's signature.
fn is_zero(lag: &i32) -> bool {
    *lag == 0
}
