//! What a description and the wizard's answers say for the charter of a project or the sheet of a
//! process: lines to begin with, each with where it comes from, which a person keeps or leaves out.

mod answered;
pub mod cadence;
mod name;
mod said;

use crate::classify::{Answers, Kind, Question, Suggestion};

pub use name::name;

/// Lines that words propose for one place; a long description is no charter.
const MAX_SAID: usize = 3;

/// A line of the charter or the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it belongs.
    pub place: Place,
    /// What it says.
    pub text: String,
    /// On what terms a deliverable is accepted, or what is done about a risk; else empty.
    pub more: String,
    /// What it rests on.
    pub source: Source,
}

/// Where a line belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A measure of success, in the charter.
    Criterion,
    /// Something handed over, in the charter.
    Deliverable,
    /// What belongs to the project.
    InScope,
    /// What does not.
    OutOfScope,
    /// Who else it touches.
    Stakeholders,
    /// What cannot be changed.
    Constraint,
    /// A risk, in the project's log.
    Risk,
    /// What starts a run, in the process sheet.
    Trigger,
    /// The goal the process serves.
    Goal,
    /// Who gets what it brings.
    Customers,
    /// How often the process is looked at as a whole.
    Review,
}

/// What a line rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// These words of the description.
    Words(String),
    /// The answer to this question.
    Answer(Question),
}

impl Place {
    /// The kind of work that has this place.
    pub fn kind(self) -> Kind {
        match self {
            Place::Trigger | Place::Goal | Place::Customers | Place::Review => Kind::Process,
            _ => Kind::Project,
        }
    }

    /// Its name on the page.
    pub fn name(self) -> &'static str {
        match self {
            Place::Criterion => "Measure of success",
            Place::Deliverable => "Deliverable",
            Place::InScope => "In scope",
            Place::OutOfScope => "Out of scope",
            Place::Stakeholders => "Stakeholders",
            Place::Constraint => "Constraint",
            Place::Risk => "Risk",
            Place::Trigger => "Trigger",
            Place::Goal => "Goal",
            Place::Customers => "Customers",
            Place::Review => "Review",
        }
    }
}

/// The lines for a kind of work, place by place, those from words first. What was not answered is
/// taken from the suggestion, as everywhere in the wizard.
pub fn lines(
    kind: Kind,
    description: &str,
    answers: &Answers,
    suggestion: &Suggestion,
) -> Vec<Line> {
    let mut lines = said::lines(description);
    let known = |question| {
        answers.known(question).or_else(|| {
            suggestion
                .answers
                .known(question)
                .filter(|_| answers.get(question).is_none())
        })
    };
    lines.extend(answered::lines(known));
    lines.retain(|line| line.place.kind() == kind);
    lines.sort_by_key(|line| line.place);
    let mut kept: Vec<Line> = Vec::new();
    for line in lines {
        let alike = kept.iter().filter(|other| other.place == line.place);
        let is_room = line.place != Place::Trigger || alike.clone().count() == 0;
        if is_room && !alike.clone().any(|other| other.text == line.text) {
            kept.push(line);
        }
    }
    kept
}
