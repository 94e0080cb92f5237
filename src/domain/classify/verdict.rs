//! The verdict: where the work lies between loop and line, what put it there, and what shape it has.

use serde::{Deserialize, Serialize};

use super::scale::{THRESHOLD, point};
use super::score::{answer_weight, description_weight, score};
use super::shape::{Shape, shape};
use super::weights::weight;
use super::{Answer, Answers, Kind, Pole, Question, Suggestion};

/// What the answers and the description amount to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// Where the work lies, in basis points: 0 is the loop end, 10,000 the line end.
    pub point: u16,
    /// The point if everything still open were answered for the loop.
    pub low: u16,
    /// The point if everything still open were answered for the line.
    pub high: u16,
    /// The kind the point stands for. Read `undecided` first.
    pub kind: Kind,
    /// The shape of the work within its kind.
    pub shape: Shape,
    /// How sure the kind is, in basis points, from 5,000 to 10,000: the distance of the point from the other end.
    pub confidence: u16,
    /// Nothing is known yet, or what is known balances exactly: the point lies on the threshold.
    pub undecided: bool,
    /// What moved the point, largest first; answers without weight are listed last.
    pub contributions: Vec<Contribution>,
    /// The point at which a project begins, in basis points.
    pub threshold: u16,
    /// How far from the threshold the tie-breaker can still decide, in basis points.
    pub tie_band: u16,
}

/// One part of the score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contribution {
    /// Where it comes from.
    pub source: Source,
    /// Its signed weight: negative pulls to the loop, positive to the line.
    pub weight: i32,
    /// The answer in words.
    pub label: String,
}

/// Where a part of the score comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The words of the description.
    Description,
    /// The answer to a question.
    Question(Question),
}

/// Decides from the answers and from what the description suggests.
#[must_use]
pub fn decide(answers: &Answers, suggestion: &Suggestion) -> Verdict {
    let score = score(answers, suggestion);
    let place = point(score);
    let kind = kind_of(score);
    Verdict {
        point: place,
        low: point(extreme(answers, suggestion, Pole::Loop)),
        high: point(extreme(answers, suggestion, Pole::Line)),
        kind,
        shape: shape(kind, answers, suggestion),
        confidence: place.max(10_000_u16.saturating_sub(place)),
        undecided: score == 0,
        contributions: contributions(answers, suggestion),
        threshold: THRESHOLD,
        tie_band: point(weight(Question::TieBreaker)).saturating_sub(THRESHOLD),
    }
}

/// The kind of a score. On the threshold it is a project: what is done for the first time is run as one (W7).
pub(super) const fn kind_of(score: i32) -> Kind {
    if score < 0 {
        Kind::Process
    } else {
        Kind::Project
    }
}

/// The score if every question without a known answer were answered for one pole.
fn extreme(answers: &Answers, suggestion: &Suggestion, pole: Pole) -> i32 {
    let mut answers = answers.clone();
    for question in Question::ALL {
        if weight(question) > 0 && answers.known(question).is_none() {
            answers.set(question, Answer::toward(pole));
        }
    }
    score(&answers, suggestion)
}

fn contributions(answers: &Answers, suggestion: &Suggestion) -> Vec<Contribution> {
    let described = description_weight(answers, suggestion);
    let description = (described != 0).then(|| Contribution {
        source: Source::Description,
        weight: described,
        label: "The words of the description".to_owned(),
    });
    let answered = answers
        .iter()
        .filter(|(question, _)| weight(*question) > 0)
        .map(|(question, answer)| Contribution {
            source: Source::Question(question),
            weight: answer_weight(question, answer),
            label: question.option(answer).title.to_owned(),
        });
    let mut all: Vec<_> = description.into_iter().chain(answered).collect();
    all.sort_by_key(|part| (-part.weight.abs(), part.source));
    all
}
