//! What holds for all answers.

use domain::classify::{
    Answer, Answers, Flip, Flips, Kind, Question, Source, Suggestion, Weights, decide, decide_with,
    flips as flips_with, suggest, tuning,
};
use proptest::prelude::*;

use super::{all, any_answers, any_suggestion, nothing};

fn flips(answers: &Answers, suggestion: &Suggestion) -> Flips {
    flips_with(answers, suggestion, &Weights::default())
}

proptest! {
    #[test]
    fn the_order_of_answering_does_not_matter(
        answers in any_answers(),
        suggestion in any_suggestion(),
        swaps in any::<u64>(),
    ) {
        // W2
        let mut pairs: Vec<_> = answers.iter().collect();
        pairs.reverse();
        if !pairs.is_empty() {
            let by = usize::try_from(swaps % 13).unwrap() % pairs.len();
            pairs.rotate_left(by);
        }
        let shuffled: Answers = pairs.into_iter().collect();
        prop_assert_eq!(decide(&answers, &suggestion), decide(&shuffled, &suggestion));
        prop_assert_eq!(decide(&answers, &suggestion), decide(&answers, &suggestion.clone()));
    }

    #[test]
    fn not_sure_never_moves_the_point(
        answers in any_answers(),
        suggestion in any_suggestion(),
        question in question(),
    ) {
        // W1
        let mut open = answers;
        open.clear(question);
        let mut unsure = decide(&open.with(question, Answer::NotSure), &suggestion);
        unsure.contributions.retain(|part| part.source != Source::Question(question));
        prop_assert_eq!(unsure, decide(&open, &suggestion));
    }

    #[test]
    fn an_answer_never_moves_the_point_the_other_way(
        answers in any_answers(),
        suggestion in any_suggestion(),
        question in question(),
    ) {
        // W3
        let now = decide(&answers, &suggestion).point;
        prop_assert!(decide(&answers.with(question, Answer::Loop), &suggestion).point <= now);
        prop_assert!(decide(&answers.with(question, Answer::Line), &suggestion).point >= now);
    }

    #[test]
    fn the_description_weighs_at_most_thirty(text in any_text()) {
        // W4
        prop_assert!(suggest(&text).leaning.abs() <= 30);
    }

    #[test]
    fn the_point_lies_between_low_and_high(
        answers in any_answers(),
        suggestion in any_suggestion(),
    ) {
        // W12
        let verdict = decide(&answers, &suggestion);
        prop_assert!(verdict.low <= verdict.point && verdict.point <= verdict.high && verdict.high <= 10_000);
        prop_assert!((5_000..=10_000).contains(&verdict.confidence));
        prop_assert_eq!(verdict.kind == Kind::Process, verdict.point < verdict.threshold);
        prop_assert_eq!(verdict.undecided, verdict.point == verdict.threshold);
    }

    #[test]
    fn each_answer_narrows_the_range(
        answers in any_answers(),
        suggestion in any_suggestion(),
        question in question(),
        pick in 0..4_usize,
    ) {
        // W12
        let mut open = answers;
        open.clear(question);
        let wide = decide(&open, &suggestion);
        let answer = question.choices()[pick % question.choices().len()];
        let narrow = decide(&open.with(question, answer), &suggestion);
        prop_assert!(wide.low <= narrow.low && narrow.high <= wide.high);
    }

    #[test]
    fn mirrored_answers_give_the_mirrored_point(answers in any_answers()) {
        // W13
        let mirrored: Answers = answers.iter().map(|(question, answer)| (question, answer.mirrored())).collect();
        let (one, other) = (decide(&answers, &nothing()), decide(&mirrored, &nothing()));
        prop_assert_eq!(one.point, 10_000 - other.point);
        prop_assert_eq!((one.low, one.high), (10_000 - other.high, 10_000 - other.low));
    }

    #[test]
    fn questions_about_the_shape_do_not_move_the_point(
        answers in any_answers(),
        suggestion in any_suggestion(),
    ) {
        // W9
        let mut without = answers.clone();
        for question in Question::SHAPE {
            without.clear(question);
        }
        prop_assert_eq!(decide(&answers, &suggestion).point, decide(&without, &suggestion).point);
    }

    #[test]
    fn the_band_lies_around_the_point_and_within_what_can_still_be(
        answers in any_answers(),
        suggestion in any_suggestion(),
    ) {
        // W30
        let verdict = decide(&answers, &suggestion);
        prop_assert!(verdict.low <= verdict.band.low && verdict.band.low <= verdict.point);
        prop_assert!(verdict.point <= verdict.band.high && verdict.band.high <= verdict.high);
    }

    #[test]
    fn overrules_move_each_weight_by_at_most_a_quarter_in_any_order(
        overrules in prop::collection::vec((any_answers(), kind()), 0..12),
    ) {
        // W31
        let moved = tuning::tune(&overrules);
        for weight in &moved {
            prop_assert!((weight.to - weight.from).abs() * 4 <= weight.from, "{:?}", weight);
            prop_assert!(weight.n_with > weight.n_against || weight.to <= weight.from);
            prop_assert!(weight.n_with < weight.n_against || weight.to >= weight.from);
        }
        let mut reversed = overrules.clone();
        reversed.reverse();
        prop_assert_eq!(moved, tuning::tune(&reversed));
    }

    #[test]
    fn the_laws_hold_with_moved_weights_too(
        overrules in prop::collection::vec((any_answers(), kind()), 0..12),
        answers in any_answers(),
        suggestion in any_suggestion(),
        question in question(),
    ) {
        // W31, W1, W3
        let weights = tuning::tuned(&overrules);
        let mut open = answers;
        open.clear(question);
        let point = |answers: &Answers| decide_with(answers, &suggestion, &weights).point;
        let now = point(&open);
        prop_assert_eq!(point(&open.with(question, Answer::NotSure)), now);
        prop_assert!(point(&open.with(question, Answer::Loop)) <= now);
        prop_assert!(point(&open.with(question, Answer::Line)) >= now);
    }

    #[test]
    fn flips_are_all_the_smallest_sets(answers in any_answers(), suggestion in any_suggestion()) {
        // W6
        let expected = reversing_sets(&answers, &suggestion);
        match flips(&answers, &suggestion) {
            Flips::NoneFound => prop_assert_eq!(expected, Vec::<Vec<Question>>::new()),
            Flips::Found(found) => {
                for flip in &found {
                    check_flip(&answers, &suggestion, flip);
                }
                prop_assert!(found.windows(2).all(|pair| pair[0].confidence >= pair[1].confidence));
                let mut sets: Vec<Vec<_>> =
                    found.iter().map(|flip| flip.changes.iter().map(|(question, _)| *question).collect()).collect();
                sets.sort();
                prop_assert_eq!(sets, expected);
            }
        }
    }
}

#[test]
fn one_sided_answers_are_not_flipped_by_one_or_two() {
    // W6
    assert_eq!(flips(&all(Answer::Loop), &nothing()), Flips::NoneFound);
    assert_eq!(flips(&Answers::default(), &nothing()), Flips::NoneFound);
}

#[test]
fn a_single_answer_is_flipped_by_its_opposite() {
    // W6
    let answers = Answers::default().with(Question::Repetition, Answer::Loop);
    let Flips::Found(found) = flips(&answers, &nothing()) else {
        panic!("none found")
    };
    assert_eq!(found[0].changes, [(Question::Repetition, Answer::Line)]);
    assert_eq!(found[0].verdict, Kind::Project);
}

#[test]
fn without_overrules_the_weights_are_those_of_the_table() {
    // W31
    assert_eq!(tuning::tuned(&[]), Weights::default());
    assert!(tuning::tune(&[]).iter().all(|moved| moved.to == moved.from));
}

#[test]
fn an_overrule_speaks_for_the_answers_that_agreed_with_it() {
    // W31
    let answers = Answers::default()
        .with(Question::Repetition, Answer::Loop)
        .with(Question::End, Answer::Line)
        .with(Question::Risk, Answer::NotSure);
    let weights = tuning::tuned(&[(answers.clone(), Kind::Project), (answers, Kind::Project)]);
    assert_eq!(weights.of(Question::Repetition), 18);
    assert_eq!(weights.of(Question::End), 20);
    assert_eq!(weights.of(Question::Risk), 6);
}

#[test]
fn the_band_holds_about_four_of_five_ways_to_answer_what_is_open() {
    // W30: an oracle that tries every way to answer the open questions for one side or the other.
    for n_answered in 0..=5_usize {
        let answers: Answers = Question::SCORED[..n_answered]
            .iter()
            .enumerate()
            .map(|(idx, question)| {
                (
                    *question,
                    if idx % 2 == 0 {
                        Answer::Loop
                    } else {
                        Answer::Line
                    },
                )
            })
            .collect();
        let band = decide(&answers, &nothing()).band;
        let open = &Question::SCORED[n_answered..];
        let n_ways = 1_u32 << open.len();
        let n_inside = (0..n_ways)
            .filter(|way| {
                let all = open
                    .iter()
                    .enumerate()
                    .fold(answers.clone(), |all, (idx, question)| {
                        let answer = if way >> idx & 1 == 0 {
                            Answer::Loop
                        } else {
                            Answer::Line
                        };
                        all.with(*question, answer)
                    });
                (band.low..=band.high).contains(&decide(&all, &nothing()).point)
            })
            .count();
        let share = n_inside * 100 / usize::try_from(n_ways).unwrap();
        assert!(
            (72..=88).contains(&share),
            "{n_answered} answered: {share} %"
        );
    }
}

fn kind() -> impl Strategy<Value = Kind> {
    prop::sample::select(vec![Kind::Process, Kind::Project])
}

fn question() -> impl Strategy<Value = Question> {
    prop::sample::select(Question::ALL.to_vec())
}

fn any_text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "every", "day", "build", "new", "app", "pay", "bills", "by", "March", "the", "ß",
    ]);
    prop::collection::vec(word, 0..40).prop_map(|words| words.join(" "))
}

fn check_flip(answers: &Answers, suggestion: &Suggestion, flip: &Flip) {
    let changed = flip
        .changes
        .iter()
        .fold(answers.clone(), |answers, (question, answer)| {
            answers.with(*question, *answer)
        });
    let verdict = decide(&changed, suggestion);
    assert_eq!(
        (verdict.kind, verdict.confidence),
        (flip.verdict, flip.confidence)
    );
    assert_eq!(flip.verdict, decide(answers, suggestion).kind.other());
}

/// Tries every answer, "not sure" included, to every one and every two scored questions.
fn reversing_sets(answers: &Answers, suggestion: &Suggestion) -> Vec<Vec<Question>> {
    let now = decide(answers, suggestion);
    if now.undecided {
        return Vec::new();
    }
    let reverses = |answers: &Answers| {
        let verdict = decide(answers, suggestion);
        verdict.kind != now.kind && !verdict.undecided
    };
    let variants = |answers: &Answers, question: Question| -> Vec<Answers> {
        question
            .choices()
            .iter()
            .map(|answer| answers.with(question, *answer))
            .collect()
    };
    let singles: Vec<_> = Question::SCORED
        .into_iter()
        .filter(|question| variants(answers, *question).iter().any(reverses))
        .map(|question| vec![question])
        .collect();
    if !singles.is_empty() {
        return singles;
    }
    let mut pairs = Vec::new();
    for (idx, first) in Question::SCORED.into_iter().enumerate() {
        for second in Question::SCORED.into_iter().skip(idx + 1) {
            let both = variants(answers, first)
                .into_iter()
                .flat_map(|answers| variants(&answers, second));
            if both.into_iter().any(|answers| reverses(&answers)) {
                pairs.push(vec![first, second]);
            }
        }
    }
    pairs
}
