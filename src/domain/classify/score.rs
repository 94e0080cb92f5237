//! Adds up what is known: one signed number, negative toward the loop, positive toward the line.

use super::weights::{DESCRIPTION_CAP, Weights};
use super::{Answer, Answers, Question, Suggestion};

/// The signed weight of one answer; 0 for answers that take no side.
pub(super) fn answer_weight(question: Question, answer: Answer, weights: &Weights) -> i32 {
    answer
        .pole()
        .map_or(0, |pole| pole.signed(weights.of(question)))
}

/// What the description adds. Words that speak to a question the person has answered no longer count (W5), words for one
/// question never count more than its answer would, and all together are bounded (W4).
pub(super) fn description_weight(
    answers: &Answers,
    suggestion: &Suggestion,
    weights: &Weights,
) -> i32 {
    let weighed =
        |question: Option<Question>| question.is_some_and(|question| weights.of(question) > 0);
    let mut total = suggestion.weight_where(|question| !weighed(question));
    for question in Question::ALL {
        if weighed(Some(question)) && answers.known(question).is_none() {
            let bound = weights.of(question);
            total += suggestion
                .weight_where(|cue| cue == Some(question))
                .clamp(-bound, bound);
        }
    }
    total.clamp(-DESCRIPTION_CAP, DESCRIPTION_CAP)
}

/// The whole score.
pub(super) fn score(answers: &Answers, suggestion: &Suggestion, weights: &Weights) -> i32 {
    let answered: i32 = answers
        .iter()
        .map(|(question, answer)| answer_weight(question, answer, weights))
        .sum();
    answered + description_weight(answers, suggestion, weights)
}
