//! Why a command was refused, each as a sentence for the person.

use crate::calendar::NoWorkingDay;
use crate::command::plan_error::PlanError;
use crate::money::{CurrencyError, MoneyError};
use crate::recur::RuleError;
use crate::simulate::SpreadError;
use crate::text::TextError;
use crate::time::Day;

/// A broken rule. Nothing has changed when one is returned.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommandError {
    /// An event log without anything in it.
    #[error(
        "The log has nothing that was done, so there is nothing to import. Check which column holds what."
    )]
    EmptyLog,
    /// A text that is not accepted.
    #[error(transparent)]
    Text(#[from] TextError),
    /// The record is not there any more, for example deleted in another tab.
    #[error("This {what} is not there any more. It may have been deleted in another tab.")]
    Gone {
        /// The kind of record, as the page calls it.
        what: &'static str,
    },
    /// A project that would end before it begins.
    #[error("The finish, {finish}, is before the start, {start}. Choose a later finish.")]
    FinishBeforeStart {
        /// First day of work.
        start: Day,
        /// Last day of work.
        finish: Day,
    },
    /// Going against the verdict without saying why.
    #[error(
        "Say in a few words why you decide against the verdict. The reason is kept with the decision."
    )]
    OverruleWithoutReason,
    /// A run of a process that has no steps.
    #[error("“{template}” has no steps yet. Add the first step, then start a run.")]
    NoSteps {
        /// Name of the process.
        template: String,
    },
    /// Another step of a run that has none left.
    #[error("“{run}” is already finished.")]
    RunFinished {
        /// Name of the run.
        run: String,
    },
    /// A step the run's version does not have.
    #[error("“{run}” follows version {version}, which does not have this step.")]
    StepNotInVersion {
        /// Name of the run.
        run: String,
        /// Number of the version it follows.
        version: u32,
    },
    /// A step of a run that another tab, or the engine, has left.
    #[error(
        "“{run}” does not stand on this step any more. It may have been finished in another tab."
    )]
    StepIsOver {
        /// Name of the run.
        run: String,
    },
    /// A step that something else has to happen for first.
    #[error("{0}")]
    Blocked(String),
    /// Something in a step's form; the sentence begins with the field's label.
    #[error("{0}")]
    Form(String),
    /// Data for a field that the version does not have.
    #[error("The version of this run has no field “{key}”.")]
    NoSuchField {
        /// The key that was given.
        key: String,
    },
    /// Refusing a step that is plain work.
    #[error("“{step}” is not an approval, so it cannot be rejected. Send it back instead.")]
    NotAnApproval {
        /// Title of the step.
        step: String,
    },
    /// Sending back from the first step.
    #[error("“{step}” is the first step: there is none to send it back to.")]
    NothingBefore {
        /// Title of the step.
        step: String,
    },
    /// Publishing a draft that is the same as the latest version.
    #[error("Nothing has changed in “{template}” since version {version}.")]
    NothingToPublish {
        /// Name of the process.
        template: String,
        /// Number of the latest version.
        version: u32,
    },
    /// Publishing while another tab has published.
    #[error(
        "Version {version} was published in another tab meanwhile. Look at it first; your draft is kept."
    )]
    PublishedElsewhere {
        /// Number of the latest version.
        version: u32,
    },
    /// Something about a step, its form or its flow; the sentence says what and how to write it.
    #[error("{0}")]
    Step(String),
    /// A recurrence that cannot be used.
    #[error(transparent)]
    Rule(#[from] RuleError),
    /// A working day that ends before it begins.
    #[error("The working day ends before it begins. Choose a later end.")]
    NoWorkingHours,
    /// A calendar without a working day.
    #[error(transparent)]
    Calendar(#[from] NoWorkingDay),
    /// Something about the plan of a project that cannot be.
    #[error(transparent)]
    Plan(#[from] PlanError),
    /// A column that could hold nothing.
    #[error("A column needs room for at least 1 task. Leave the field empty for no limit.")]
    NoRoomInColumn,
    /// The sample workspace is there already.
    #[error("The sample workspace is already loaded.")]
    SampleLoaded,
    /// There is no sample workspace to remove.
    #[error("There is no sample workspace to remove.")]
    NoSample,
    /// Work that is not finished and so not over.
    #[error("“{name}” is not finished. Only finished work goes to the archive.")]
    NotFinished {
        /// What it is called.
        name: String,
    },
    /// A run whose process was deleted while it was in the archive.
    #[error("The process of “{name}” was deleted, so there is no board to bring it back to.")]
    ProcessGone {
        /// What the run is called.
        name: String,
    },
    /// An import after which something would refer to what is not there.
    #[error("The file does not fit here. {what} Nothing was changed.")]
    DoesNotFit {
        /// The first such record and how many more there are, as sentences.
        what: String,
    },
    /// An amount that is not accepted.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// Letters that are no currency.
    #[error(transparent)]
    Currency(#[from] CurrencyError),
    /// Estimates that are not in order.
    #[error(transparent)]
    Estimate(#[from] SpreadError),
    /// A number outside its range.
    #[error("{what} goes from {low} to {high}.")]
    OutOfRange {
        /// What the number is, as the page calls it.
        what: &'static str,
        /// The least.
        low: u32,
        /// The most.
        high: u32,
    },
    /// A ruling that needs a reason.
    #[error("Say why. The reason stays on record with the decision.")]
    RulingWithoutReason,
    /// A gate that was decided already.
    #[error("This gate was decided already. Open the next review to decide again.")]
    AlreadyDecided,
    /// A review while another is open.
    #[error("A review is open already. Decide it first.")]
    ReviewIsOpen,
    /// A project that has gone through every gate.
    #[error("“{project}” is done: no gate lies before it.")]
    NoGateLeft {
        /// Its name.
        project: String,
    },
    /// A judgement without a reason.
    #[error("Say why the rules are wrong here. The reason is shown beside the standing.")]
    JudgementWithoutReason,
    /// A task of another project.
    #[error("This task belongs to another project.")]
    OtherProject,
    /// A timer that is started while it runs.
    #[error("A timer is running already. Stop it first.")]
    TimerRuns,
    /// A timer that is stopped and does not run.
    #[error("This timer does not run.")]
    TimerStands,
    /// An entry without time or money.
    #[error("Write down how long it took, or what it cost.")]
    NothingToBook,
    /// Nothing that could be kept as a baseline.
    #[error("There are no tasks yet. Add tasks with dates, then keep them as a baseline.")]
    NothingToKeep,
}
