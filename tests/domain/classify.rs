//! Deciding between process and project. Rule ids: `src/domain/SPEC.md`, "Deciding".

mod flow;
mod laws;
mod presses;
mod suggesting;

use domain::classify::{
    Answer, Answers, Kind, Question, Shape, Source, Suggestion, decide, suggest, weights,
};
use proptest::prelude::*;

/// Any answers, complete or not, "not sure" included.
fn any_answers() -> impl Strategy<Value = Answers> {
    let one = |question: Question| {
        prop_oneof![
            Just(None),
            prop::sample::select(question.choices()).prop_map(Some)
        ]
        .prop_map(move |answer| answer.map(|answer| (question, answer)))
    };
    Question::ALL
        .map(one)
        .to_vec()
        .prop_map(|pairs| pairs.into_iter().flatten().collect())
}

/// Descriptions that pull either way, both ways or not at all.
fn any_suggestion() -> impl Strategy<Value = Suggestion> {
    prop::sample::select(vec![
        "",
        "Every month the same checks on all machines, as written in the procedure",
        "Build and launch a new website by June",
        "Design a weekly report for the sales team",
        "Redesign the procedure for onboarding customers",
        "Lorem ipsum dolor sit amet",
        "Pay bills",
        "Temporary works, ongoing",
    ])
    .prop_map(suggest)
}

fn all(answer: Answer) -> Answers {
    Question::SCORED
        .into_iter()
        .map(|question| (question, answer))
        .collect()
}

fn nothing() -> Suggestion {
    Suggestion::default()
}

#[test]
fn nothing_known_is_undecided_in_the_middle() {
    // W7
    let verdict = decide(&Answers::default(), &nothing());
    assert!(verdict.undecided);
    assert_eq!(
        (verdict.point, verdict.threshold, verdict.confidence),
        (5_000, 5_000, 5_000)
    );
    assert_eq!(verdict.contributions, []);
}

#[test]
fn answers_for_one_pole_alone_lead_to_its_end() {
    // W7
    let process = decide(&all(Answer::Loop), &nothing());
    let project = decide(&all(Answer::Line), &nothing());
    assert_eq!((process.kind, process.shape), (Kind::Process, Shape::Loop));
    assert_eq!((project.kind, project.shape), (Kind::Project, Shape::Line));
    assert!(process.point < 200 && project.point > 9_800);
    assert_eq!(process.confidence, project.confidence);
}

#[test]
fn the_point_follows_the_logistic_function() {
    // W7: one answer of weight 12 is half a logit, 1 / (1 + e^-0.5) = 0.6225.
    let answers = Answers::default().with(Question::KnownSteps, Answer::Line);
    assert_eq!(decide(&answers, &nothing()).point, 6_225);
}

#[test]
fn the_scored_weights_add_up_to_a_hundred() {
    let total: i32 = Question::SCORED.into_iter().map(weights::weight).sum();
    assert_eq!(total, 100);
    let heaviest_two = weights::weight(Question::Repetition) + weights::weight(Question::End);
    assert!(weights::DESCRIPTION_CAP < heaviest_two); // W4
    for question in Question::SHAPE {
        assert_eq!(weights::weight(question), 0); // W9
    }
}

#[test]
fn contributions_are_signed_and_sorted_by_size() {
    let answers: Answers = [
        (Question::Success, Answer::Line),
        (Question::Repetition, Answer::Loop),
        (Question::Risk, Answer::NotSure),
        (Question::NearIdentical, Answer::Yes),
    ]
    .into_iter()
    .collect();
    let parts: Vec<_> = decide(&answers, &nothing())
        .contributions
        .into_iter()
        .map(|part| (part.source, part.weight))
        .collect();
    assert_eq!(
        parts,
        [
            (Source::Question(Question::Repetition), -20),
            (Source::Question(Question::Success), 8),
            (Source::Question(Question::Risk), 0),
        ]
    );
}

#[test]
fn an_answer_replaces_what_the_description_says_on_its_question() {
    // W5
    let suggestion = suggest("every day");
    assert!(suggestion.leaning < 0);
    let answers = Answers::default().with(Question::Repetition, Answer::Line);
    let verdict = decide(&answers, &suggestion);
    assert_eq!(verdict, decide(&answers, &nothing()));
}

#[test]
fn a_project_takes_the_first_shape_that_applies() {
    // W8
    let shape = |yes: &[Question]| {
        let mut answers = all(Answer::Line);
        for question in yes {
            answers.set(*question, Answer::Yes);
        }
        decide(&answers, &nothing()).shape
    };
    let [changes, identical, parts] = Question::SHAPE;
    assert_eq!(shape(&[]), Shape::Line);
    assert_eq!(shape(&[changes, identical, parts]), Shape::BuildsProcess);
    assert_eq!(shape(&[identical, parts]), Shape::RecurringProject);
    assert_eq!(shape(&[parts]), Shape::RunsThroughProcesses);
}

#[test]
fn a_process_without_known_steps_is_a_case() {
    // W8
    let answers = all(Answer::Loop).with(Question::KnownSteps, Answer::Line);
    assert_eq!(decide(&answers, &nothing()).shape, Shape::Case);
}

#[test]
fn an_answer_that_is_not_offered_is_not_kept() {
    let mut answers = Answers::default();
    assert!(!answers.set(Question::Repetition, Answer::Yes));
    assert!(!answers.set(Question::NearIdentical, Answer::Loop));
    assert!(answers.is_empty());
}

#[test]
fn every_offered_answer_has_a_text_and_every_question_its_own_id() {
    for question in Question::ALL {
        assert!(
            question.prompt().ends_with('?')
                && !question.why().is_empty()
                && !question.name().is_empty()
        );
        for answer in question.choices() {
            assert!(
                !question.option(*answer).title.is_empty(),
                "{question:?} {answer:?}"
            );
        }
        assert_eq!(serde_json::to_value(question).unwrap(), question.id());
    }
}

#[test]
fn a_verdict_and_its_answers_survive_being_stored() {
    let answers = all(Answer::Line).with(Question::ChangesRoutine, Answer::Yes);
    let verdict = decide(&answers, &suggest("Build a shed by May"));
    let stored = serde_json::to_string(&(&answers, &verdict)).unwrap();
    assert_eq!(
        serde_json::from_str::<(Answers, _)>(&stored).unwrap(),
        (answers, verdict)
    );
    assert!(stored.contains(r#""repetition":"line""#) && stored.contains(r#""kind":"project""#));
    assert!(stored.contains(r#""shape":"builds_process""#));
}
