//! The records of a workspace, one type per file.

pub mod archived;
pub mod baseline;
pub mod charter;
pub mod comment;
pub mod decision;
pub mod flow;
pub mod gate;
pub mod improvement;
pub mod link;
pub mod money_kept;
pub mod person;
pub mod project;
pub mod raid;
pub mod run;
pub mod settings;
pub mod task;
pub mod team;
pub mod template;

pub use archived::Archived;
pub use baseline::{Baseline, BaselineLine, ReportFigures, StatusReport};
pub use charter::{Charter, Criterion, Deliverable, Judgement, Standing};
pub use comment::Comment;
pub use decision::{Decision, Outcome, Overrule, Reason};
pub use flow::{
    Branch, DueRule, FieldKind, FormField, Next, StepKind, StepWork, Target, Value, Values,
};
pub use gate::{Check, Gate, Ruling, Verdict, usual_checks};
pub use improvement::{Improvement, Measure, Pdca};
pub use link::{Link, LinkKind};
pub use money_kept::{BudgetLine, Entry};
pub use person::Person;
pub use project::{Project, Stage};
pub use raid::{Raid, RaidKind, Response, Risk, Severity};
pub use run::{Ending, Run, RunEvent, RunEventKind, Section, Token};
pub use settings::{Settings, WorkingHours};
pub use task::{CheckItem, Column, Constraint, ConstraintKind, Priority, Task, TaskKind, WebLink};
pub use team::{Assignment, Estimate, Lesson, LessonKind};
pub use template::{CatchUp, Schedule, Sheet, Step, Template, Version, VersionStep};

/// Serde's test for leaving a `false` out of storage.
#[allow(clippy::trivially_copy_pass_by_ref)] // Serde's signature.
fn is_false(flag: &bool) -> bool {
    !*flag
}
