//! What each answer weighs, and why. The only place where weights are set.
//!
//! Unit: the nine scored weights add up to 100. They are judgments in the order of the definitions: what makes work a
//! process or a project by definition weighs most, what usually follows from it weighs less.

use std::collections::BTreeMap;

use super::Question;

/// The weight of one question with its justification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weight {
    /// The question weighed.
    pub question: Question,
    /// How far an answer for one pole moves the score.
    pub weight: i32,
    /// Why it weighs this much.
    pub reason: &'static str,
    /// Where the distinction comes from.
    pub source: &'static str,
}

/// Something people expect to count and that does not (W9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotScored {
    /// What does not count.
    pub name: &'static str,
    /// Why it does not.
    pub reason: &'static str,
}

/// Every question that moves the score.
pub const WEIGHTS: [Weight; 10] = [
    Weight {
        question: Question::Repetition,
        weight: 20,
        reason: "Coming back is what makes work a process in every definition.",
        source: "ISO 21500:2021, operations and projects; PMBOK Guide, operations management",
    },
    Weight {
        question: Question::End,
        weight: 18,
        reason: "A planned finish is the other half of the definition of a project.",
        source: "ISO 9000:2015, 3.4.2 (start and finish dates); PMBOK Guide (temporary endeavor)",
    },
    Weight {
        question: Question::Novelty,
        weight: 14,
        reason: "A unique result defines a project, yet a first time may open a routine.",
        source: "PMBOK Guide (unique product, service or result); ISO 9000:2015, 3.4.2",
    },
    Weight {
        question: Question::KnownSteps,
        weight: 12,
        reason: "Steps that can be written down beforehand are what a procedure is; a case has none although it repeats.",
        source: "ISO 9000:2015, 3.4.5 (procedure); CMMN 1.1 (case)",
    },
    Weight {
        question: Question::PastExperience,
        weight: 10,
        reason: "High volume with low variety marks a process; experience shows both, but only for this team.",
        source: "Slack et al., Operations Management (volume and variety)",
    },
    Weight {
        question: Question::Success,
        weight: 8,
        reason: "How success is judged follows from the kind of work, and is sometimes chosen before the kind is clear.",
        source: "ISO 9001:2015, 9.1 (process performance); ISO 21502:2020 (project objectives)",
    },
    Weight {
        question: Question::Management,
        weight: 7,
        reason: "Flow or deadline tells how the work is steered today, which may be the habit of the house.",
        source: "The Kanban Guide (flow); PMBOK Guide (baselines)",
    },
    Weight {
        question: Question::Risk,
        weight: 6,
        reason: "Uncertainty is typical of projects, but routines can be risky and projects tame.",
        source: "ISO 31000:2018 (effect of uncertainty on objectives)",
    },
    Weight {
        question: Question::Stakeholders,
        weight: 5,
        reason: "Stakeholders decide in projects and give feedback in processes; the line is blurred in small teams.",
        source: "ISO 21502:2020 (governance and stakeholder engagement)",
    },
    Weight {
        question: Question::TieBreaker,
        weight: 12,
        reason: "Asked only when the rest is balanced: what the person wants from the board then decides.",
        source: "Purpose of the two boards: transparency over a one-off, efficiency in a routine",
    },
];

/// The most a description can weigh, for or against: less than the two heaviest questions together.
pub const DESCRIPTION_CAP: i32 = 30;

/// What is shown in the comparison but never scored.
pub const NOT_SCORED: [NotScored; 3] = [
    NotScored {
        name: "Flexibility",
        reason: "Sources contradict each other: some call the process the rigid one, some the project.",
    },
    NotScored {
        name: "Size",
        reason: "A process can be large and a project can take an afternoon.",
    },
    NotScored {
        name: "Importance",
        reason: "Urgent or valuable work comes in both kinds.",
    },
];

/// The weight of a question in the table; 0 for those that find the shape.
#[must_use]
pub fn weight(question: Question) -> i32 {
    WEIGHTS
        .iter()
        .find(|entry| entry.question == question)
        .map_or(0, |entry| entry.weight)
}

/// The weights a decision is made with: those of the table, or the table moved by overrules (`tuning`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights(BTreeMap<Question, i32>);

impl Default for Weights {
    fn default() -> Self {
        let of_table = WEIGHTS.iter().map(|entry| (entry.question, entry.weight));
        Self(of_table.collect())
    }
}

impl Weights {
    /// The weight of a question; 0 for those that find the shape.
    #[must_use]
    pub fn of(&self, question: Question) -> i32 {
        self.0.get(&question).copied().unwrap_or(0)
    }

    /// The same weights with another one for a scored question.
    #[must_use]
    pub(super) fn with(mut self, question: Question, weight: i32) -> Self {
        self.0.insert(question, weight);
        self
    }
}
