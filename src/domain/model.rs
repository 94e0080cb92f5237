//! The records of a workspace, one type per file.

pub mod archived;
pub mod comment;
pub mod decision;
pub mod flow;
pub mod improvement;
pub mod link;
pub mod person;
pub mod project;
pub mod run;
pub mod settings;
pub mod task;
pub mod template;

pub use archived::Archived;
pub use comment::Comment;
pub use decision::{Decision, Outcome, Overrule, Reason};
pub use flow::{
    Branch, DueRule, FieldKind, FormField, Next, StepKind, StepWork, Target, Value, Values,
};
pub use improvement::{Improvement, Measure, Pdca};
pub use link::{Link, LinkKind};
pub use person::Person;
pub use project::{Project, Stage};
pub use run::{Ending, Run, RunEvent, RunEventKind, Section, Token};
pub use settings::{Settings, WorkingHours};
pub use task::{CheckItem, Column, Constraint, ConstraintKind, Priority, Task, TaskKind};
pub use template::{CatchUp, Schedule, Sheet, Step, Template, Version, VersionStep};

/// Serde's test for leaving a `false` out of storage.
#[allow(clippy::trivially_copy_pass_by_ref)] // Serde's signature.
fn is_false(flag: &bool) -> bool {
    !*flag
}
