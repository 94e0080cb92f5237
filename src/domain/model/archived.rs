//! What is in the archive: a finished project or run, with all that belongs to it.

use serde::{Deserialize, Serialize};

use crate::id::{RecordId, TemplateId};
use crate::time::Instant;

/// A finished project or run that was put away. While this record is there, what it stands for is
/// kept and shown nowhere; without it, it is back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Archived {
    /// The project or run. Its key is this record's, too.
    pub of: RecordId,
    /// What it is called.
    pub name: String,
    /// The process, for a run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<TemplateId>,
    /// The run's number: no later run of its process gets it again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// The records put away with it, its own included.
    #[serde(default)]
    pub n_records: u32,
    /// When it was put away.
    pub archived_at: Instant,
}
