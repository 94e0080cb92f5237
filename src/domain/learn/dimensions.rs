//! The comparison of process and project.

use crate::classify::Question;

/// One row of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dimension {
    /// What is compared.
    pub name: &'static str,
    /// How it is in a process.
    pub process: &'static str,
    /// How it is in a project.
    pub project: &'static str,
    /// The question that asks for it; `None` for what is shown but never scored.
    pub question: Option<Question>,
}

/// The twelve rows, in the order in which they are shown.
pub const DIMENSIONS: [Dimension; 12] = [
    Dimension {
        name: "Nature",
        process: "Routine: the same work comes back again and again",
        project: "Unique and temporary: done once for one occasion",
        question: Some(Question::Repetition),
    },
    Dimension {
        name: "Purpose",
        process: "Keeps operations steady and efficient",
        project: "Reaches a goal or brings something new",
        question: Some(Question::TieBreaker),
    },
    Dimension {
        name: "Flexibility",
        process: "Gives way to circumstances a little at a time, within its rules",
        project: "Holds a firm structure, and changes it by decision",
        question: None,
    },
    Dimension {
        name: "Timeline",
        process: "Goes on; single rounds end, the work does not",
        project: "Starts on one day and ends on another",
        question: Some(Question::End),
    },
    Dimension {
        name: "Goal",
        process: "A smooth flow with the same result each time",
        project: "One particular result within agreed limits",
        question: Some(Question::Novelty),
    },
    Dimension {
        name: "Stakeholder role",
        process: "Give steady input and feedback",
        project: "Take part in the decisions",
        question: Some(Question::Stakeholders),
    },
    Dimension {
        name: "Management approach",
        process: "Improve the flow, cut waste, keep it even",
        project: "Keep scope, dates and budget under control",
        question: Some(Question::Management),
    },
    Dimension {
        name: "Risk",
        process: "Stable and mostly foreseeable",
        project: "Uncertain; needs a plan for what may happen",
        question: Some(Question::Risk),
    },
    Dimension {
        name: "Success measure",
        process: "The expected result with little variation",
        project: "The goal met, on time and within budget",
        question: Some(Question::Success),
    },
    Dimension {
        name: "Collaboration",
        process: "One team that works together every day",
        project: "People from several teams who join for one objective",
        question: None,
    },
    Dimension {
        name: "Documentation",
        process: "A written procedure, kept up to date",
        project: "A plan, a risk log and reports on progress",
        question: Some(Question::KnownSteps),
    },
    Dimension {
        name: "Best practices",
        process: "Improve a little in every round",
        project: "Apply a proven method to something not done before",
        question: Some(Question::PastExperience),
    },
];
