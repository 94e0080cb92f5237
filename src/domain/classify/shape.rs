//! The shapes work takes: plain loop, plain line, and the hybrids between.

use serde::{Deserialize, Serialize};

use super::{Answer, Answers, Kind, Question, Suggestion};

/// The shape of a piece of work within its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// A process.
    Loop,
    /// A project.
    Line,
    /// A project whose result is a process, or changes one.
    BuildsProcess,
    /// A project with parts that an existing process does.
    RunsThroughProcesses,
    /// A project much like earlier ones.
    RecurringProject,
    /// A process that repeats while its path is decided in each run.
    Case,
}

impl Shape {
    /// Its name.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Loop => "A process",
            Self::Line => "A project",
            Self::BuildsProcess => "A project that builds a process",
            Self::RunsThroughProcesses => "A project that runs through processes",
            Self::RecurringProject => "A recurring project",
            Self::Case => "A case",
        }
    }

    /// What to do, and what Loopline sets up for it.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Loop => {
                "Write the steps down once, then start a run each time the work comes back. \
                 Loopline sets up a process with its steps, a board of runs and its measures."
            }
            Self::Line => {
                "Agree on the result and the end date before the work starts. \
                 Loopline sets up a project with a charter, a plan and a board."
            }
            Self::BuildsProcess => {
                "Run it as a project, and name an owner for the routine it leaves behind. \
                 Loopline sets up the project; when you close it, its result becomes the draft of a process."
            }
            Self::RunsThroughProcesses => {
                "Run it as a project, and leave the known parts to the processes that already do them. \
                 Loopline sets up the project; insert each process as a group of tasks that is scheduled with the rest."
            }
            Self::RecurringProject => {
                "Run it as a project, and start from the last one instead of an empty plan. \
                 Loopline sets up the project, compares it with the earlier ones and drafts a process from what they share."
            }
            Self::Case => {
                "Keep the goal and the checks the same each time, and choose the steps as you go. \
                 Loopline sets up a process whose steps can be skipped or repeated, with a note on why."
            }
        }
    }

    /// Whether it lies between the plain process and the plain project.
    #[must_use]
    pub const fn is_hybrid(self) -> bool {
        !matches!(self, Self::Loop | Self::Line)
    }
}

/// Finds the shape (W8). What the person did not answer, or is not sure of (W1), is taken from the description where it
/// says so.
pub(super) fn shape(kind: Kind, answers: &Answers, suggestion: &Suggestion) -> Shape {
    let says = |question, answer| {
        let given = answers
            .known(question)
            .or_else(|| suggestion.answers.known(question));
        given == Some(answer)
    };
    match kind {
        Kind::Process if says(Question::KnownSteps, Answer::Line) => Shape::Case,
        Kind::Process => Shape::Loop,
        Kind::Project if says(Question::ChangesRoutine, Answer::Yes) => Shape::BuildsProcess,
        Kind::Project if says(Question::NearIdentical, Answer::Yes) => Shape::RecurringProject,
        Kind::Project if says(Question::PartsThroughProcess, Answer::Yes) => {
            Shape::RunsThroughProcesses
        }
        Kind::Project => Shape::Line,
    }
}
