//! The verdict: where the work lies between loop and line, what put it there, and what shape it has.

use serde::{Deserialize, Serialize};

use super::scale::{THRESHOLD, point};
use super::score::{answer_weight, description_weight, score};
use super::shape::{Shape, shape};
use super::weights::Weights;
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
    /// Where the point would come to lie in about four of five cases, were everything still open answered.
    pub band: Band,
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

/// A stretch between loop and line, in basis points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    /// Its end toward the loop.
    pub low: u16,
    /// Its end toward the line.
    pub high: u16,
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

/// Decides from the answers and from what the description suggests, with the weights of the table.
#[must_use]
pub fn decide(answers: &Answers, suggestion: &Suggestion) -> Verdict {
    decide_with(answers, suggestion, &Weights::default())
}

/// Decides with these weights.
#[must_use]
pub fn decide_with(answers: &Answers, suggestion: &Suggestion, weights: &Weights) -> Verdict {
    let score = score(answers, suggestion, weights);
    let place = point(score);
    let kind = kind_of(score);
    Verdict {
        point: place,
        low: point(extreme(answers, suggestion, weights, Pole::Loop)),
        high: point(extreme(answers, suggestion, weights, Pole::Line)),
        band: band(answers, suggestion, weights),
        kind,
        shape: shape(kind, answers, suggestion),
        confidence: place.max(10_000_u16.saturating_sub(place)),
        undecided: score == 0,
        contributions: contributions(answers, suggestion, weights),
        threshold: THRESHOLD,
        tie_band: point(weights.of(Question::TieBreaker)).saturating_sub(THRESHOLD),
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
fn extreme(answers: &Answers, suggestion: &Suggestion, weights: &Weights, pole: Pole) -> i32 {
    let mut answers = answers.clone();
    for question in Question::ALL {
        if weights.of(question) > 0 && answers.known(question).is_none() {
            answers.set(question, Answer::toward(pole));
        }
    }
    score(&answers, suggestion, weights)
}

/// The confidence band (W30): the open scored questions as independent answers that go either way equally often. Their
/// sum then spreads by the root of the sum of the squared weights, and 1.28 such spreads to both sides hold 80 % of a
/// normal distribution (tables of the normal distribution). The band ends where the point can no longer go.
fn band(answers: &Answers, suggestion: &Suggestion, weights: &Weights) -> Band {
    let open = Question::SCORED
        .into_iter()
        .filter(|question| answers.known(*question).is_none());
    let squares: i32 = open.map(|question| weights.of(question).pow(2)).sum();
    // The root is taken of 10,000 times the variance, so that two decimals of the spread are kept.
    let spread =
        i32::try_from((squares.unsigned_abs() * 10_000).isqrt()).unwrap_or(0) * 128 / 10_000;
    let now = score(answers, suggestion, weights);
    let ends = [Pole::Loop, Pole::Line].map(|pole| {
        let end = extreme(answers, suggestion, weights, pole);
        match pole {
            Pole::Loop => (now - spread).max(end),
            Pole::Line => (now + spread).min(end),
        }
    });
    Band {
        low: point(ends[0]),
        high: point(ends[1]),
    }
}

fn contributions(
    answers: &Answers,
    suggestion: &Suggestion,
    weights: &Weights,
) -> Vec<Contribution> {
    let described = description_weight(answers, suggestion, weights);
    let description = (described != 0).then(|| Contribution {
        source: Source::Description,
        weight: described,
        label: "The words of the description".to_owned(),
    });
    let answered = answers
        .iter()
        .filter(|(question, _)| weights.of(*question) > 0)
        .map(|(question, answer)| Contribution {
            source: Source::Question(question),
            weight: answer_weight(question, answer, weights),
            label: question.option(answer).title.to_owned(),
        });
    let mut all: Vec<_> = description.into_iter().chain(answered).collect();
    all.sort_by_key(|part| (-part.weight.abs(), part.source));
    all
}
