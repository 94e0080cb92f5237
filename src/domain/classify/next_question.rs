//! Which question to ask next, and when to stop.

use super::score::score;
use super::shape::shape;
use super::verdict::kind_of;
use super::weights::weight;
use super::{Answer, Answers, Pole, Question, Suggestion};

/// The question that can still change the verdict most; `None` when no remaining answer could change kind or shape (W10).
#[must_use]
pub fn next_question(answers: &Answers, suggestion: &Suggestion) -> Option<Question> {
    if kind_can_change(answers, suggestion) {
        let scored = strongest_scored(answers, suggestion);
        if scored.is_some() {
            return scored;
        }
        if answers.get(Question::TieBreaker).is_none() {
            return Some(Question::TieBreaker);
        }
    }
    next_for_shape(answers, suggestion)
}

/// Whether the open questions, answered together, could turn the kind or leave it undecided.
fn kind_can_change(answers: &Answers, suggestion: &Suggestion) -> bool {
    let now = score(answers, suggestion);
    if now == 0 {
        return true;
    }
    let toward = kind_of(now).other().pole();
    let mut turned = answers.clone();
    for question in Question::ALL {
        if weight(question) > 0 && answers.get(question).is_none() {
            turned.set(question, Answer::toward(toward));
        }
    }
    score(&turned, suggestion).signum() != now.signum()
}

/// The open scored question whose answer would move the score furthest; the earlier one where two would move it alike.
fn strongest_scored(answers: &Answers, suggestion: &Suggestion) -> Option<Question> {
    let now = score(answers, suggestion);
    let power = |question: Question| {
        [Pole::Loop, Pole::Line]
            .into_iter()
            .map(|pole| {
                (score(&answers.with(question, Answer::toward(pole)), suggestion) - now).abs()
            })
            .max()
    };
    Question::SCORED
        .into_iter()
        .filter(|question| answers.get(*question).is_none())
        .rev()
        .max_by_key(|question| power(*question))
}

/// The first open question one of whose answers would give the work another shape.
fn next_for_shape(answers: &Answers, suggestion: &Suggestion) -> Option<Question> {
    let shape_with =
        |answers: &Answers| shape(kind_of(score(answers, suggestion)), answers, suggestion);
    let now = shape_with(answers);
    Question::SHAPE
        .into_iter()
        .chain([Question::KnownSteps])
        .find(|question| {
            answers.get(*question).is_none()
                && question
                    .choices()
                    .iter()
                    .any(|answer| shape_with(&answers.with(*question, *answer)) != now)
        })
}
