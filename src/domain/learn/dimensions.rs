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
    /// What that means in customer support, the process of the example.
    pub in_process: &'static str,
    /// What that means for a mobile app, the project of the example.
    pub in_project: &'static str,
    /// The question that asks for it; `None` for what is shown but never scored.
    pub question: Option<Question>,
}

/// The twelve rows, in the order in which they are shown.
pub const DIMENSIONS: [Dimension; 12] = [
    Dimension {
        name: "Nature",
        process: "Routine: the same work comes back again and again",
        project: "Unique and temporary: done once for one occasion",
        in_process: "Every question goes the same way",
        in_project: "This app is built once",
        question: Some(Question::Repetition),
    },
    Dimension {
        name: "Purpose",
        process: "Keeps operations steady and efficient",
        project: "Reaches a goal or brings something new",
        in_process: "Customers know what to expect",
        in_project: "A new way to report repairs",
        question: Some(Question::TieBreaker),
    },
    Dimension {
        name: "Flexibility",
        process: "Gives way to circumstances a little at a time, within its rules",
        project: "Holds a firm structure, and changes it by decision",
        in_process: "A colleague more on busy days",
        in_project: "Scope agreed, changes decided",
        question: None,
    },
    Dimension {
        name: "Timeline",
        process: "Goes on; single rounds end, the work does not",
        project: "Starts on one day and ends on another",
        in_process: "Open for as long as there are customers",
        in_project: "From March to the end of June",
        question: Some(Question::End),
    },
    Dimension {
        name: "Goal",
        process: "A smooth flow with the same result each time",
        project: "One particular result within agreed limits",
        in_process: "An answer within one day",
        in_project: "The app in both stores",
        question: Some(Question::Novelty),
    },
    Dimension {
        name: "Stakeholder role",
        process: "Give steady input and feedback",
        project: "Take part in the decisions",
        in_process: "A rating after each answer",
        in_project: "The sponsor signs the scope",
        question: Some(Question::Stakeholders),
    },
    Dimension {
        name: "Management approach",
        process: "Improve the flow, cut waste, keep it even",
        project: "Keep scope, dates and budget under control",
        in_process: "Fewer times a question changes hands",
        in_project: "What is late, and what it delays",
        question: Some(Question::Management),
    },
    Dimension {
        name: "Risk",
        process: "Stable and mostly foreseeable",
        project: "Uncertain; needs a plan for what may happen",
        in_process: "Mondays bring more mail",
        in_project: "Will it work without a network?",
        question: Some(Question::Risk),
    },
    Dimension {
        name: "Success measure",
        process: "The expected result with little variation",
        project: "The goal met, on time and within budget",
        in_process: "Nine in ten answered in time, each week",
        in_project: "Live by June, within the money agreed",
        question: Some(Question::Success),
    },
    Dimension {
        name: "Collaboration",
        process: "One team that works together every day",
        project: "People from several teams who join for one objective",
        in_process: "The support desk",
        in_project: "Support, design and development",
        question: None,
    },
    Dimension {
        name: "Documentation",
        process: "A written procedure, kept up to date",
        project: "A plan, a risk log and reports on progress",
        in_process: "How to answer, step by step",
        in_project: "A charter, a risk log, a report",
        question: Some(Question::KnownSteps),
    },
    Dimension {
        name: "Best practices",
        process: "Improve a little in every round",
        project: "Apply a proven method to something not done before",
        in_process: "Better answers kept for the next time",
        in_project: "Short rounds inside fixed stages",
        question: Some(Question::PastExperience),
    },
];
