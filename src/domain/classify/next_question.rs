//! Which question to ask next, and when to stop.

use super::score::score;
use super::shape::shape;
use super::verdict::kind_of;
use super::weights::Weights;
use super::{Answer, Answers, Pole, Question, Suggestion};

/// The score from which a verdict is at least 80 % sure: 24 · ln 4, rounded up.
const SURE: i32 = 34;

/// The question that can still change the verdict most; `None` when no remaining answer could change kind or shape (W10).
///
/// The tie-breaker is for ties: it counts as open only while the score is within its weight. A question whose answer the words suggest is on the page with that answer. It is asked only while the verdict is
/// less than 80 % sure, and after those about which nothing is known.
#[must_use]
pub fn next_question(
    answers: &Answers,
    suggestion: &Suggestion,
    weights: &Weights,
) -> Option<Question> {
    let is_open = |question: Question| answers.get(question).is_none();
    let is_unsaid =
        |question: Question| is_open(question) && suggestion.answers.known(question).is_none();
    let state = State {
        answers,
        suggestion,
        weights,
    };
    let size = state.score(answers).abs();
    let is_balanced = is_open(Question::TieBreaker) && size <= weights.of(Question::TieBreaker);
    if is_balanced || state.can_turn(&is_unsaid) {
        let scored = state.strongest_scored(&is_unsaid);
        if scored.is_some() {
            return scored;
        }
    }
    if is_balanced || (size < SURE && state.can_turn(&is_open)) {
        let scored = state.strongest_scored(&is_open);
        if scored.is_some() {
            return scored;
        }
    }
    if is_balanced {
        return Some(Question::TieBreaker);
    }
    state.next_for_shape(&is_unsaid)
}

/// What is known when the next question is chosen.
struct State<'a> {
    answers: &'a Answers,
    suggestion: &'a Suggestion,
    weights: &'a Weights,
}

impl State<'_> {
    fn score(&self, answers: &Answers) -> i32 {
        score(answers, self.suggestion, self.weights)
    }

    /// Whether the open scored questions, answered together, could turn the kind or leave it undecided.
    fn can_turn(&self, is_open: &dyn Fn(Question) -> bool) -> bool {
        let now = self.score(self.answers);
        if now == 0 {
            return true;
        }
        let toward = kind_of(now).other().pole();
        let mut turned = self.answers.clone();
        for question in Question::SCORED {
            if is_open(question) {
                turned.set(question, Answer::toward(toward));
            }
        }
        self.score(&turned).signum() != now.signum()
    }

    /// The open scored question whose answer would move the score furthest; the earlier one where two would move it
    /// alike.
    fn strongest_scored(&self, is_open: &dyn Fn(Question) -> bool) -> Option<Question> {
        let now = self.score(self.answers);
        let power = |question: Question| {
            [Pole::Loop, Pole::Line]
                .into_iter()
                .map(|pole| {
                    let answered = self.answers.with(question, Answer::toward(pole));
                    (self.score(&answered) - now).abs()
                })
                .max()
        };
        Question::SCORED
            .into_iter()
            .filter(|question| is_open(*question))
            .rev()
            .max_by_key(|question| power(*question))
    }

    /// The first open question one of whose answers would give the work another shape.
    fn next_for_shape(&self, is_open: &dyn Fn(Question) -> bool) -> Option<Question> {
        let shape_with =
            |answers: &Answers| shape(kind_of(self.score(answers)), answers, self.suggestion);
        let now = shape_with(self.answers);
        Question::SHAPE
            .into_iter()
            .chain([Question::KnownSteps])
            .find(|question| {
                is_open(*question)
                    && question
                        .choices()
                        .iter()
                        .any(|answer| shape_with(&self.answers.with(*question, *answer)) != now)
            })
    }
}
