//! A comment on a task.

use serde::{Deserialize, Serialize};

use crate::id::TaskId;
use crate::time::Instant;

/// What someone said about a task. A record of its own, so that two tabs lose none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// The task.
    pub task: TaskId,
    /// What was said; never empty.
    pub text: String,
    /// When.
    pub at: Instant,
    /// Who said it, by the name in the settings; empty when none is set.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
}
