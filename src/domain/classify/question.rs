//! The questions of the wizard and the answers they take. Their wording is in `texts`, their weights in `weights`.

use serde::{Deserialize, Serialize};

use super::Pole;
use super::texts;

/// One question. The declared order is the order of the comparison and breaks every tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// Does the work come back?
    Repetition,
    /// Does it end?
    End,
    /// Is its result new?
    Novelty,
    /// Are its steps known before it starts?
    KnownSteps,
    /// Have these people done it before?
    PastExperience,
    /// What part do the team and the stakeholders play?
    Stakeholders,
    /// What keeps the work in good shape?
    Management,
    /// How predictable is it?
    Risk,
    /// How is success recognized?
    Success,
    /// Does its result change routine work?
    ChangesRoutine,
    /// Have near-identical projects been run?
    NearIdentical,
    /// Would parts of it run through an existing process?
    PartsThroughProcess,
    /// Transparency over a one-off, or efficiency in a routine?
    TieBreaker,
}

/// An answer. Which ones a question takes is said by [`Question::choices`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// As in a process.
    Loop,
    /// As in a project.
    Line,
    /// Both, about equally.
    Both,
    /// Yes, to a question about the shape.
    Yes,
    /// No, to a question about the shape.
    No,
    /// The person cannot tell; never moves the verdict.
    NotSure,
}

/// How one answer is put to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OptionText {
    /// The answer in a few words.
    pub title: &'static str,
    /// What it means, in a sentence; empty where the title says it all.
    pub detail: &'static str,
    /// Work for which one would answer so; empty where no example helps.
    pub example: &'static str,
}

impl Question {
    /// Every question, in the order of the comparison.
    pub const ALL: [Self; 13] = [
        Self::Repetition,
        Self::End,
        Self::Novelty,
        Self::KnownSteps,
        Self::PastExperience,
        Self::Stakeholders,
        Self::Management,
        Self::Risk,
        Self::Success,
        Self::ChangesRoutine,
        Self::NearIdentical,
        Self::PartsThroughProcess,
        Self::TieBreaker,
    ];

    /// The nine questions that place the work between loop and line.
    pub const SCORED: [Self; 9] = [
        Self::Repetition,
        Self::End,
        Self::Novelty,
        Self::KnownSteps,
        Self::PastExperience,
        Self::Stakeholders,
        Self::Management,
        Self::Risk,
        Self::Success,
    ];

    /// The three questions that find the shape, in the order in which they are asked.
    pub const SHAPE: [Self; 3] = [
        Self::ChangesRoutine,
        Self::NearIdentical,
        Self::PartsThroughProcess,
    ];

    /// Whether it is one of the nine scored questions.
    #[must_use]
    pub fn scored(self) -> bool {
        Self::SCORED.contains(&self)
    }

    /// The name it has in stored data and links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Repetition => "repetition",
            Self::End => "end",
            Self::Novelty => "novelty",
            Self::KnownSteps => "known_steps",
            Self::PastExperience => "past_experience",
            Self::Stakeholders => "stakeholders",
            Self::Management => "management",
            Self::Risk => "risk",
            Self::Success => "success",
            Self::ChangesRoutine => "changes_routine",
            Self::NearIdentical => "near_identical",
            Self::PartsThroughProcess => "parts_through_process",
            Self::TieBreaker => "tie_breaker",
        }
    }

    /// The answers it takes, in the order of the number keys; "not sure" is always last.
    #[must_use]
    pub const fn choices(self) -> &'static [Answer] {
        match self {
            Self::ChangesRoutine | Self::NearIdentical | Self::PartsThroughProcess => {
                &[Answer::Yes, Answer::No, Answer::NotSure]
            }
            _ => &[Answer::Loop, Answer::Line, Answer::Both, Answer::NotSure],
        }
    }

    /// The question as it is asked.
    #[must_use]
    pub const fn prompt(self) -> &'static str {
        texts::of(self).prompt
    }

    /// A question about the shape as a statement to agree with; empty for the others.
    #[must_use]
    pub const fn statement(self) -> &'static str {
        match self {
            Self::ChangesRoutine => "Its result changes routine work",
            Self::NearIdentical => "Near-identical projects have been run before",
            Self::PartsThroughProcess => "Parts of it run through an existing process",
            _ => "",
        }
    }

    /// One line on why it is asked.
    #[must_use]
    pub const fn why(self) -> &'static str {
        texts::of(self).why
    }

    /// Its short name, as in the comparison of process and project.
    #[must_use]
    pub const fn name(self) -> &'static str {
        texts::of(self).name
    }

    /// How an answer to it is worded.
    #[must_use]
    pub const fn option(self, answer: Answer) -> OptionText {
        texts::option(self, answer)
    }
}

impl Answer {
    /// The pole it speaks for; `None` for answers that take no side.
    #[must_use]
    pub const fn pole(self) -> Option<Pole> {
        match self {
            Self::Loop => Some(Pole::Loop),
            Self::Line => Some(Pole::Line),
            Self::Both | Self::Yes | Self::No | Self::NotSure => None,
        }
    }

    /// The answer that speaks for a pole.
    #[must_use]
    pub const fn toward(pole: Pole) -> Self {
        match pole {
            Pole::Loop => Self::Loop,
            Pole::Line => Self::Line,
        }
    }

    /// The same answer seen from the other pole; yes, no, both and "not sure" stay as they are.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self {
            Self::Loop => Self::Line,
            Self::Line => Self::Loop,
            other => other,
        }
    }
}
