//! Lines that follow from answers.

use super::{Line, Place, Source};
use crate::classify::{Answer, Question};

/// An answer, where its line belongs, what it says, and what is said beside it.
type Row = (Question, Answer, Place, &'static str, &'static str);

/// What each answer says for the charter or the sheet. Answers that say nothing there are not in it.
const ROWS: [Row; 19] = [
    (
        Question::Success,
        Answer::Line,
        Place::Criterion,
        "The agreed result is there by the promised day and within the budget",
        "",
    ),
    (
        Question::Success,
        Answer::Both,
        Place::Criterion,
        "The goal is reached, and it still works three months later",
        "",
    ),
    (
        Question::TieBreaker,
        Answer::Line,
        Place::Criterion,
        "Anyone can see at any time what is done, what is left and what it costs",
        "",
    ),
    (
        Question::ChangesRoutine,
        Answer::Yes,
        Place::Criterion,
        "The new routine runs without the project team",
        "",
    ),
    (
        Question::ChangesRoutine,
        Answer::Yes,
        Place::Deliverable,
        "The documented process with its owner",
        "The first run went by its steps",
    ),
    (
        Question::End,
        Answer::Both,
        Place::Deliverable,
        "Hand-over of what is kept going",
        "Those who keep it going run it without the project team",
    ),
    (
        Question::PartsThroughProcess,
        Answer::Yes,
        Place::OutOfScope,
        "How the parts are done that an existing process does",
        "",
    ),
    (
        Question::Stakeholders,
        Answer::Line,
        Place::Stakeholders,
        "Sponsor and users: they decide on scope and changes along the way",
        "",
    ),
    (
        Question::Management,
        Answer::Line,
        Place::Constraint,
        "Dates and budget hold; the sponsor decides on changes to them",
        "",
    ),
    (
        Question::Management,
        Answer::Both,
        Place::Constraint,
        "Dates hold, and routine work goes on undisturbed",
        "",
    ),
    (
        Question::Risk,
        Answer::Line,
        Place::Risk,
        "Cost, time or feasibility turn out quite different from the plan",
        "Decide at each gate whether to go on",
    ),
    (
        Question::Novelty,
        Answer::Line,
        Place::Risk,
        "The result is new, so what is wanted changes once people see it",
        "Show a first version early and often",
    ),
    (
        Question::KnownSteps,
        Answer::Line,
        Place::Risk,
        "The steps are found on the way, so the plan leaves some out",
        "Plan the next stage in detail and the rest in outline",
    ),
    (
        Question::PastExperience,
        Answer::Line,
        Place::Risk,
        "Nobody here has done it before, so estimates are too low",
        "Ask someone who has, and keep a reserve",
    ),
    (
        Question::Success,
        Answer::Loop,
        Place::Goal,
        "Every round comes out alike: on time and right the first time",
        "",
    ),
    (
        Question::Management,
        Answer::Loop,
        Place::Goal,
        "An even flow with little waste",
        "",
    ),
    (
        Question::Stakeholders,
        Answer::Loop,
        Place::Customers,
        "Those who use the result; they are asked how it was",
        "",
    ),
    (
        Question::Risk,
        Answer::Loop,
        Place::Review,
        "Every quarter",
        "",
    ),
    (
        Question::Risk,
        Answer::Line,
        Place::Review,
        "Every month, as long as it is uncertain",
        "",
    ),
];

/// The lines of the answers that are known.
pub(super) fn lines(known: impl Fn(Question) -> Option<Answer>) -> Vec<Line> {
    let rows = ROWS.iter().filter(|row| known(row.0) == Some(row.1));
    let lines = rows.map(|(question, _, place, text, more)| Line {
        place: *place,
        text: (*text).to_owned(),
        more: (*more).to_owned(),
        source: Source::Answer(*question),
    });
    lines.collect()
}
