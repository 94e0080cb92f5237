//! What a description suggests.

use domain::classify::{Answer, Leaning, Pole, Question, Reading, Shape, suggest};
use proptest::prelude::*;

fn marked(text: &str) -> Vec<(&str, Pole)> {
    suggest(text)
        .cues
        .iter()
        .map(|cue| (&text[cue.start..cue.end], cue.toward))
        .collect()
}

#[test]
fn words_of_both_sorts_are_marked_with_their_direction() {
    // W14
    assert_eq!(
        marked("Every month, inspect the brand new crane"),
        [
            ("Every month", Pole::Loop),
            ("inspect", Pole::Loop),
            ("brand new", Pole::Line)
        ]
    );
}

#[test]
fn a_mark_does_not_end_with_an_article() {
    // W14
    assert_eq!(
        marked("write a thesis"),
        [("write", Pole::Line), ("thesis", Pole::Line)]
    );
}

#[test]
fn a_schedule_suggests_that_the_work_comes_back() {
    let suggestion = suggest("Tidy the workshop every Friday");
    assert!(suggestion.leaning < 0);
    assert_eq!(
        suggestion.answers.get(Question::Repetition),
        Some(Answer::Loop)
    );
}

#[test]
fn a_deadline_suggests_that_the_work_ends() {
    let suggestion = suggest("Renovate the lobby by the end of May");
    assert!(suggestion.leaning > 0);
    assert_eq!(suggestion.answers.get(Question::End), Some(Answer::Line));
}

#[test]
fn what_is_done_outweighs_what_it_is_done_to() {
    assert!(suggest("Redesign payroll approval").leaning > 0);
    assert!(suggest("Website maintenance").leaning < 0);
    assert!(suggest("Creating invoices").leaning < suggest("Creating an invoice form").leaning);
}

#[test]
fn building_is_work_and_a_thing() {
    assert!(suggest("Building a treehouse").leaning > 0);
    assert!(suggest("Cleaning the building").leaning < 0);
}

#[test]
fn a_newcomer_is_one_of_many_and_nothing_new() {
    assert_eq!(marked("new customers"), [("new customers", Pole::Loop)]);
}

#[test]
fn making_routine_work_suggests_that_routine_work_changes() {
    let answers = suggest("Design the procedure for welcoming guests").answers;
    assert_eq!(answers.get(Question::ChangesRoutine), Some(Answer::Yes));
}

#[test]
fn texts_without_known_words_suggest_nothing() {
    // W11
    for text in [
        "",
        "   ",
        "?!",
        "🙂🙂",
        "Zwölf Boxkämpfer jagen Viktor",
        "每天检查机器",
        "Migration du système",
        "Projet de migration",
        "Implementar nuevo sistema de control",
        "Relatório mensal",
        "x’",
        "''",
    ] {
        let suggestion = suggest(text);
        assert_eq!(
            (suggestion.leaning, suggestion.cues.len()),
            (0, 0),
            "{text}"
        );
        assert!(suggestion.answers.is_empty());
    }
}

#[test]
fn a_foreign_name_or_a_word_that_is_at_home_makes_no_text_foreign() {
    // W11
    for text in [
        "Build an office for Müller",
        "Launch Müller app",
        "Open a café",
        "Plan the Zürich office move",
    ] {
        assert!(suggest(text).leaning > 0, "{text}");
    }
}

#[test]
fn long_texts_are_read_in_a_moment() {
    // W11
    let started = std::time::Instant::now();
    for text in [
        "build every day ".repeat(7_000),
        "a".repeat(100_000),
        " ".repeat(100_000),
        "é'".repeat(50_000),
    ] {
        assert!(suggest(&text).leaning.abs() <= 30);
    }
    assert!(started.elapsed().as_secs() < 5);
}

proptest! {
    #[test]
    fn any_text_is_read_and_marked_without_overlap(text in "\\PC{0,200}") {
        // W11, W14
        let suggestion = suggest(&text);
        prop_assert_eq!(&suggestion, &suggest(&text));
        check_marks(&text);
    }

    #[test]
    fn any_words_are_marked_without_overlap(
        words in prop::collection::vec("(every|new|build|Title:|month|-|the|reports|É|ı|  |a)", 0..30),
    ) {
        // W14
        check_marks(&words.join(" "));
        check_marks(&words.concat());
    }
}

fn check_marks(text: &str) {
    let mut last = 0;
    for cue in suggest(text).cues {
        assert!(cue.start >= last && cue.end > cue.start && text.get(cue.start..cue.end).is_some());
        assert!(cue.weight > 0 && !cue.reason.is_empty());
        last = cue.end;
    }
}

#[test]
fn a_description_alone_is_read_with_how_sure_that_is() {
    // W17
    let sure = suggest("Answer support tickets every day").reading;
    assert_eq!(sure.leaning, Leaning::Process);
    let less = suggest("Purchase something for the garden").reading;
    assert!(sure.confidence > less.confidence && sure.confidence <= 9_700);
    assert_eq!(suggest("").reading, Reading::default());
}

#[test]
fn people_tell_it_in_the_first_person() {
    // W17
    for (text, leaning) in [
        (
            "I run a small shop. Every Friday I count what is on the shelves, type it into a sheet and order what is \
             missing from three suppliers. When I am ill nobody does it.",
            Leaning::Process,
        ),
        (
            "We are moving our practice to another building in March. I have to find movers, have the cabling done and \
             tell all our patients before the lease runs out.",
            Leaning::Project,
        ),
    ] {
        assert_eq!(suggest(text).reading.leaning, leaning, "{text}");
    }
}

#[test]
fn making_a_routine_and_what_recurs_as_a_project_read_as_hybrids() {
    // W17
    let shape = |text: &str| suggest(text).hybrid.map(|hybrid| hybrid.shape);
    assert_eq!(
        shape("Write a playbook for outages"),
        Some(Shape::BuildsProcess)
    );
    assert_eq!(
        shape("Our annual conference"),
        Some(Shape::RecurringProject)
    );
    for text in [
        "Roll out a new way to plan shifts",
        "Work out how we handle refunds and write it down so that all shops do the same",
    ] {
        assert_eq!(shape(text), Some(Shape::BuildsProcess), "{text}");
    }
    assert_eq!(
        shape("Hold the conference again"),
        Some(Shape::RecurringProject)
    );
    let case = suggest("Help families; each family needs something else");
    assert_eq!(case.hybrid.map(|hybrid| hybrid.shape), Some(Shape::Case));
    assert_eq!(case.answers.get(Question::KnownSteps), Some(Answer::Line));
    assert_eq!(shape("Build an approval app"), None);
    assert_eq!(shape("Develop a computer program"), None);
    assert_eq!(shape("Building maintenance"), None);
    let answers = suggest("Our annual conference").answers;
    assert_eq!(answers.get(Question::NearIdentical), Some(Answer::Yes));
}

#[test]
fn a_word_with_two_meanings_is_read_by_its_neighbours() {
    // W14
    let speaks = |text: &str, word: &str| {
        let mut cues = suggest(text).cues.into_iter();
        cues.any(|cue| text.get(cue.start..cue.end) == Some(word) && cue.toward == Pole::Line)
    };
    assert!(speaks("Write a book about bees", "book"));
    assert!(!speaks("Customers book their appointments here", "book"));
    assert!(!speaks("Whatever was found goes on a list", "found"));
    let lead = |text: &str| suggest(text).reading.leaning;
    assert_eq!(
        lead("Restore backups onto the test system"),
        Leaning::Process
    );
    assert_eq!(lead("Restore the chapel"), Leaning::Project);
    assert_eq!(
        lead("Find out whether we could deliver ourselves"),
        Leaning::Project
    );
}

#[test]
fn other_languages_are_left_alone() {
    // W11
    for text in [
        "Wir bauen ein neues System für die Rechnungen",
        "Les rapports de la maintenance et des produits",
        "El sistema de control para los clientes",
    ] {
        assert_eq!(suggest(text).reading.leaning, Leaning::Unclear, "{text}");
    }
}

proptest! {
    #[test]
    fn what_a_text_adds_to_the_verdict_points_the_way_it_reads(
        words in prop::collection::vec(
            "(every|month|a|new|build|launch|answer|tickets|invoices|garden|bridge|weekly|reports|we|review|by|june)",
            1..25,
        ),
    ) {
        // W4, W17
        let suggestion = suggest(&words.join(" "));
        let process = suggestion.reading.leaning == Leaning::Process;
        let project = suggestion.reading.leaning == Leaning::Project;
        // Where both sides weigh nearly the same, rounding to whole units may turn the small rest.
        if suggestion.reading.confidence > 7_000 {
            prop_assert!(!process || suggestion.leaning <= 0);
            prop_assert!(!project || suggestion.leaning >= 0);
        }
        prop_assert!(suggestion.leaning.abs() <= 30);
    }
}
