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

    /// What to do.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Loop => {
                "Write the steps down once, then start a run each time the work comes back. \
                 Improve one thing at a time and look at the measures."
            }
            Self::Line => {
                "Agree on the result, the end date and who decides before the work starts. \
                 Plan it, hold the plan against what happens, and close it."
            }
            Self::BuildsProcess => {
                "Run it as a project, and name an owner for the routine it leaves behind before it is done. \
                 It succeeds when the routine runs without the project team."
            }
            Self::RunsThroughProcesses => {
                "Run it as a project, and leave the known parts to the processes that already do them. \
                 Plan when you need each one, not how it is done."
            }
            Self::RecurringProject => {
                "Run it as a project, and start from the last one instead of an empty plan. \
                 From the third time on, write down the steps they share and run it as a process."
            }
            Self::Case => {
                "Keep the goal and the checks the same each time, and choose the steps as you go. \
                 Note why a step was left out or repeated: the common paths become steps."
            }
        }
    }

    /// What Loopline sets up for a hybrid beside the work itself, each in a sentence.
    #[must_use]
    pub const fn sets_up(self) -> &'static [&'static str] {
        match self {
            Self::Loop | Self::Line => &[],
            Self::BuildsProcess => &[
                "At its close, the draft of the process: steps from its tasks, the owner, a first run and a link back",
            ],
            Self::RunsThroughProcesses => {
                &["Links to the processes you choose, each of which shows the project in return"]
            }
            Self::RecurringProject => {
                &["At its close, the draft of a process, so that the next time is a run"]
            }
            Self::Case => &[
                "Runs that choose their next step: skipping or repeating one is on record and no deviation",
            ],
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
