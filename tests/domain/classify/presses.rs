//! How many presses lead from a description to its verdict.

use domain::classify::{Answer, Question, Weights, next_question, suggest};
use domain::learn::{EXAMPLES, Example};

/// Presses of someone who gives an example's answers: one to go on from the description and one for each question.
/// The questions about the shape are on one page: each yes is a press, and one more goes on.
fn presses(example: &Example) -> usize {
    let suggestion = suggest(example.description);
    let given = |question: Question| {
        let answer = example.answers.iter().find(|(asked, _)| *asked == question);
        answer.map_or(Answer::NotSure, |(_, answer)| *answer)
    };
    let mut answers = domain::classify::Answers::default();
    let mut n_presses = 1;
    while let Some(question) = next_question(&answers, &suggestion, &Weights::default()) {
        n_presses += 1;
        if !Question::SHAPE.contains(&question) {
            answers.set(question, given(question));
            continue;
        }
        for question in Question::SHAPE {
            n_presses += usize::from(given(question) == Answer::Yes);
            answers.set(question, given(question));
        }
    }
    n_presses
}

#[test]
fn half_of_the_worked_examples_take_four_presses_or_fewer() {
    // W32
    let mut counts: Vec<usize> = EXAMPLES.iter().map(presses).collect();
    counts.sort_unstable();
    assert!(counts[counts.len() / 2] <= 4, "{counts:?}");
    assert!(counts[counts.len() - 1] <= 8, "{counts:?}");
}
