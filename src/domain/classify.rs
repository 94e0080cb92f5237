//! Decides whether a piece of work is a process or a project, and says why.
//!
//! Values in, values out: it knows no record, no clock and no storage. The rules are in `SPEC.md`, "Deciding".

mod answers;
mod flips;
mod next_question;
mod question;
mod scale;
mod score;
mod shape;
mod suggest;
mod texts;
pub mod tuning;
mod verdict;
pub mod weights;

use serde::{Deserialize, Serialize};

pub use answers::Answers;
pub use flips::{Flip, Flips, flips};
pub use next_question::next_question;
pub use question::{Answer, OptionText, Question};
pub use shape::Shape;
pub(crate) use suggest::words;
pub use suggest::{Cue, Hybrid, Leaning, Reading, Suggestion, suggest};
pub use verdict::{Band, Contribution, Source, Verdict, decide, decide_with};
pub use weights::Weights;

/// Version of the questions, weights and cue words together; kept with every decision so that it can be read later.
pub const QUESTION_SET: u32 = 2;

/// The two kinds of work, each with a board of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Repeats, has no end, and is judged by how little it varies.
    Process,
    /// Unique, runs from a start to a finish, and is judged by what it delivers.
    Project,
}

impl Kind {
    /// The other kind.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Process => Self::Project,
            Self::Project => Self::Process,
        }
    }

    /// The pole of the scale this kind lies at.
    #[must_use]
    pub const fn pole(self) -> Pole {
        match self {
            Self::Process => Pole::Loop,
            Self::Project => Pole::Line,
        }
    }

    /// The word people use for it: "process" or "project".
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Process => "process",
            Self::Project => "project",
        }
    }
}

/// The two ends of the scale a piece of work is placed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pole {
    /// Work that comes back.
    Loop,
    /// Work that ends.
    Line,
}

impl Pole {
    /// The opposite end.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::Loop => Self::Line,
            Self::Line => Self::Loop,
        }
    }

    /// A weight of this size toward the pole: negative for the loop, positive for the line.
    #[must_use]
    pub const fn signed(self, weight: i32) -> i32 {
        match self {
            Self::Loop => -weight,
            Self::Line => weight,
        }
    }
}
