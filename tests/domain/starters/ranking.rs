//! Which starter is offered first, and why.

use domain::classify::{Answer, Answers, Kind, Question};
use domain::starters::rank::search;
use domain::starters::{Fit, Starters, rank};
use proptest::prelude::*;

use super::starters;

fn first(starters: &Starters, kind: Kind, description: &str) -> Fit {
    rank(starters, kind, description, &Answers::default()).swap_remove(0)
}

/// Descriptions nobody took from the keywords, and the process that fits.
const PROCESSES: &[(&str, &str)] = &[(
    "Answer questions that customers send to our helpdesk",
    "support-tickets",
)];

/// The same for projects.
const PROJECTS: &[(&str, &str)] = &[(
    "Deliver the system the tender asks for at a fixed price, as in the specification",
    "waterfall",
)];

#[test]
fn the_fitting_starter_comes_first() {
    // Z7
    let starters = starters();
    for (kind, cases) in [(Kind::Process, PROCESSES), (Kind::Project, PROJECTS)] {
        for (description, id) in cases {
            let best = first(&starters, kind, description);
            let words = &best.words;
            assert_eq!(best.starter.about().id, *id, "{description}: {words:?}");
        }
    }
}

#[test]
fn answers_of_the_wizard_speak_for_starters() {
    // Z7
    let starters = starters();
    let known = Answers::default().with(Question::KnownSteps, Answer::Loop);
    let fits = rank(&starters, Kind::Project, "", &known);
    let waterfall = fits
        .iter()
        .find(|fit| fit.starter.about().id == "waterfall")
        .unwrap();
    assert_eq!(waterfall.answers, [Question::KnownSteps]);
    assert!(waterfall.score > 0);
}

#[test]
fn with_nothing_to_go_by_the_order_is_that_of_the_file() {
    // Z7
    let starters = starters();
    for kind in [Kind::Process, Kind::Project] {
        let fits = rank(&starters, kind, "", &Answers::default());
        let ranked: Vec<_> = fits.into_iter().map(|fit| fit.starter).collect();
        assert_eq!(ranked, starters.of(kind));
    }
}

#[test]
fn a_search_wants_every_word_to_begin_one() {
    // Z7
    let starters = starters();
    let found = |query: &str| -> Vec<String> {
        let found = search(&starters, Kind::Process, query);
        found
            .iter()
            .map(|starter| starter.about().id.clone())
            .collect()
    };
    assert!(found("Supp tick").contains(&"support-tickets".to_owned()));
    assert!(found("upport").is_empty());
    assert!(found("support zebra").is_empty());
    assert_eq!(found(" ").len(), starters.processes.len());
}

#[test]
fn what_is_no_file_of_starters_is_refused_with_a_sentence() {
    // Z8
    for text in [
        "",
        "{}",
        "[]",
        "<html>",
        r#"{"processes":[{}],"projects":[]}"#,
    ] {
        let sentence = Starters::read(text).unwrap_err().to_string();
        assert!(sentence.contains("Start from blank"), "{text}");
    }
    assert_eq!(
        Starters::read(r#"{"processes":[],"projects":[]}"#),
        Ok(Starters::default())
    );
}

proptest! {
    #[test]
    fn every_starter_is_ranked_once_with_words_of_the_text(text in "\\PC{0,200}|([a-z]{1,9} ){0,30}") {
        // Z7, Z8
        let starters = starters();
        for kind in [Kind::Process, Kind::Project] {
            let fits = rank(&starters, kind, &text, &Answers::default());
            prop_assert_eq!(&fits, &rank(&starters, kind, &text, &Answers::default()));
            prop_assert_eq!(fits.len(), starters.of(kind).len());
            prop_assert!(fits.is_sorted_by(|a, b| a.score >= b.score));
            for fit in &fits {
                prop_assert_eq!(fit.score == 0, fit.words.is_empty());
                prop_assert!(starters.find(kind, &fit.starter.about().id).is_some());
            }
        }
        let _ = Starters::read(&text);
    }
}
