//! Writing a log in forms that other tools read: CSV, XES and OCEL 2.0.

mod ocel;
mod table;
mod xes;

pub use ocel::ocel;
pub use table::csv;
pub use xes::xes;

use crate::log::Lifecycle;
use crate::time::Instant;

/// The moment in ISO 8601 and UTC, to the millisecond: `2026-05-31T14:32:00.000Z`. Empty for a
/// moment that no calendar reaches.
pub fn iso(at: Instant) -> String {
    chrono::DateTime::from_timestamp_millis(at.millis())
        .map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true))
        .unwrap_or_default()
}

impl Lifecycle {
    /// The transition of the XES lifecycle extension (IEEE 1849) that comes nearest.
    pub const fn xes(self) -> &'static str {
        match self {
            Lifecycle::Entered => "schedule",
            Lifecycle::Began => "start",
            Lifecycle::Finished => "complete",
            Lifecycle::Skipped => "autoskip",
            Lifecycle::Omitted => "manualskip",
            Lifecycle::Rejected => "pi_abort",
            Lifecycle::Moved => "reassign",
            Lifecycle::Overridden | Lifecycle::Late => "unknown",
        }
    }

    /// The name in Loopline's own columns and attributes, which tells all of them apart.
    pub const fn name(self) -> &'static str {
        match self {
            Lifecycle::Entered => "entered",
            Lifecycle::Began => "began",
            Lifecycle::Finished => "finished",
            Lifecycle::Skipped => "skipped",
            Lifecycle::Omitted => "omitted",
            Lifecycle::Rejected => "rejected",
            Lifecycle::Moved => "moved",
            Lifecycle::Overridden => "overridden",
            Lifecycle::Late => "late",
        }
    }
}
