//! The Learn page's comparison and worked examples.

use domain::classify::{Answers, Kind, Question, Shape, Suggestion, decide, suggest};
use domain::learn::{DIMENSIONS, EXAMPLES, RELIABILITY, claimed};

#[test]
fn each_example_reaches_its_verdict_by_its_answers() {
    // W15
    for example in EXAMPLES {
        let answers: Answers = example.answers.iter().copied().collect();
        assert_eq!(answers.len(), example.answers.len(), "{}", example.title);
        for suggestion in [Suggestion::default(), suggest(example.description)] {
            let verdict = decide(&answers, &suggestion);
            assert_eq!(
                (verdict.kind, verdict.shape),
                (example.kind, example.shape),
                "{}",
                example.title
            );
        }
    }
}

#[test]
fn each_example_reaches_its_kind_by_its_description_alone() {
    // W15
    for example in EXAMPLES {
        let verdict = decide(&Answers::default(), &suggest(example.description));
        assert!(!verdict.undecided, "{}", example.title);
        assert_eq!(
            verdict.kind, example.kind,
            "{}: {:?}",
            example.title, verdict.point
        );
    }
}

#[test]
fn the_examples_are_four_processes_four_projects_and_one_between() {
    let count = |kind| {
        EXAMPLES
            .iter()
            .filter(|example| example.kind == kind)
            .count()
    };
    assert_eq!((count(Kind::Process), count(Kind::Project)), (4, 5));
    assert!(
        EXAMPLES
            .iter()
            .any(|example| example.shape == Shape::BuildsProcess)
    );
}

#[test]
fn every_scored_question_has_a_row_and_flexibility_has_no_question() {
    // W9
    for question in Question::SCORED {
        assert_eq!(
            DIMENSIONS
                .iter()
                .filter(|row| row.question == Some(question))
                .count(),
            1,
            "{question:?}"
        );
    }
    let flexibility = DIMENSIONS
        .iter()
        .find(|row| row.name == "Flexibility")
        .unwrap();
    assert_eq!(flexibility.question, None);
}

#[test]
fn the_reliability_table_covers_every_claim_and_counts_no_more_right_than_there_were() {
    let mut next = 50;
    for row in RELIABILITY {
        assert_eq!(row.from, next);
        assert!(row.n_right <= row.n_readings);
        next = row.to;
    }
    assert_eq!(next, 100);
}

#[test]
fn a_reading_is_held_against_those_that_claimed_about_as_much() {
    // W17
    for (confidence, from) in [
        (5_000, 50),
        (5_999, 50),
        (6_000, 60),
        (9_700, 90),
        (10_000, 90),
    ] {
        assert_eq!(claimed(confidence).map(|row| row.from), Some(from));
    }
    assert!(claimed(0).is_none() && claimed(4_999).is_none());
}
