//! Which question comes next, and when the wizard stops.

use domain::classify::{
    Answer, Answers, Question, Suggestion, Weights, decide, next_question as next_question_with,
    suggest, weights,
};
use proptest::prelude::*;

use super::{all, any_answers, any_suggestion, nothing};

fn next_question(answers: &Answers, suggestion: &Suggestion) -> Option<Question> {
    next_question_with(answers, suggestion, &Weights::default())
}

/// Answers what is asked until nothing is, and returns what was asked.
fn run(
    mut answers: Answers,
    text: &str,
    answer: impl Fn(Question) -> Answer,
) -> (Answers, Vec<Question>) {
    let suggestion = suggest(text);
    let mut asked = Vec::new();
    while let Some(question) = next_question(&answers, &suggestion) {
        assert!(
            answers.get(question).is_none(),
            "{question:?} was asked twice"
        );
        assert!(answers.set(question, answer(question)));
        asked.push(question);
    }
    (answers, asked)
}

fn toward(pole: Answer) -> impl Fn(Question) -> Answer {
    move |question| {
        if question.choices().contains(&pole) {
            pole
        } else {
            Answer::No
        }
    }
}

#[test]
fn the_heaviest_question_comes_first() {
    // W10
    assert_eq!(
        next_question(&Answers::default(), &nothing()),
        Some(Question::Repetition)
    );
}

#[test]
fn clear_answers_end_the_questions_early() {
    // W10
    let (_, asked) = run(Answers::default(), "", toward(Answer::Loop));
    assert_eq!(
        asked,
        [
            Question::Repetition,
            Question::End,
            Question::Novelty,
            Question::KnownSteps,
        ],
        "the last of them could still make it a case"
    );
    let (_, asked) = run(Answers::default(), "", toward(Answer::Line));
    assert_eq!(asked[3..], Question::SHAPE);
}

#[test]
fn a_telling_description_saves_questions() {
    // W10
    let (_, without) = run(Answers::default(), "", toward(Answer::Loop));
    let (_, with) = run(
        Answers::default(),
        "Every month, check the machines and log the result",
        toward(Answer::Loop),
    );
    assert!(with.len() <= without.len(), "{with:?}");
}

#[test]
fn the_earlier_question_comes_first_where_two_move_the_score_alike() {
    // W10: the words for the end add 2 to the reach of its question, 18, and make it equal to that of repetition.
    let mut suggestion = suggest("deadline");
    suggestion.cues[0].weight = 2;
    assert_eq!(suggestion.cues[0].question, Some(Question::End));
    assert_eq!(
        next_question(&Answers::default(), &suggestion),
        Some(Question::Repetition)
    );
}

#[test]
fn the_tie_breaker_comes_when_the_answers_balance() {
    // W10
    let answers = all(Answer::Both);
    assert_eq!(
        next_question(&answers, &nothing()),
        Some(Question::TieBreaker)
    );
    let verdict = decide(
        &answers.with(Question::TieBreaker, Answer::Loop),
        &nothing(),
    );
    assert!(!verdict.undecided);
    assert_eq!(verdict.threshold - verdict.point, verdict.tie_band);
}

#[test]
fn the_tie_breaker_does_not_come_when_it_could_not_decide() {
    // W10
    let answers = all(Answer::Both).with(Question::Novelty, Answer::Loop);
    assert_eq!(weights::weight(Question::Novelty), 14);
    assert_eq!(next_question(&answers, &nothing()), None);
}

#[test]
fn a_project_that_builds_a_process_is_not_asked_for_further_shapes() {
    // W10
    let answers = all(Answer::Line).with(Question::ChangesRoutine, Answer::Yes);
    assert_eq!(next_question(&answers, &nothing()), None);
}

#[test]
fn not_sure_throughout_ends_too() {
    let (answers, asked) = run(Answers::default(), "", |_| Answer::NotSure);
    assert_eq!(asked.len(), Question::ALL.len());
    assert!(decide(&answers, &nothing()).undecided);
}

proptest! {
    #[test]
    fn every_sequence_of_answers_ends_without_asking_twice(
        start in any_answers(),
        suggestion in any_suggestion(),
        picks in prop::array::uniform13(0..4_usize),
    ) {
        // W10
        let mut answers = start;
        for pick in picks {
            let Some(question) = next_question(&answers, &suggestion) else { break };
            prop_assert!(answers.get(question).is_none());
            let choices = question.choices();
            answers.set(question, choices[pick % choices.len()]);
        }
        prop_assert_eq!(next_question(&answers, &suggestion), None);
    }

    #[test]
    fn when_nothing_is_asked_no_open_answer_changes_kind_or_shape(
        start in any_answers(),
        suggestion in any_suggestion(),
        picks in prop::array::uniform13(0..4_usize),
    ) {
        // W10
        if next_question(&start, &suggestion).is_none() {
            let mut answers = start.clone();
            for (question, pick) in Question::ALL.into_iter().zip(picks) {
                let is_suggested = suggestion.answers.known(question).is_some();
                let is_tie = question == Question::TieBreaker;
                if start.get(question).is_none() && !is_suggested && !is_tie {
                    answers.set(question, question.choices()[pick % question.choices().len()]);
                }
            }
            let (before, after) = (decide(&start, &suggestion), decide(&answers, &suggestion));
            prop_assert_eq!((before.kind, before.shape), (after.kind, after.shape));
            // The tie-breaker is left out only where it alone could not decide.
            let is_reversed = |answer| decide(&start.with(Question::TieBreaker, answer), &suggestion).kind != before.kind;
            prop_assert!(start.get(Question::TieBreaker).is_some() || !(is_reversed(Answer::Loop) || is_reversed(Answer::Line)));
            // What the words suggest is left unasked only where the verdict is sure, or cannot turn by it either.
            let answers = Question::SCORED.into_iter().zip(picks).fold(start.clone(), |answers, (question, pick)| {
                if start.get(question).is_some() {
                    return answers;
                }
                answers.with(question, question.choices()[pick % question.choices().len()])
            });
            prop_assert!(before.confidence >= 8_000 || decide(&answers, &suggestion).kind == before.kind);
        }
    }
}
