//! Finding things by their names. Rule ids: `src/domain/SPEC.md`, "Finding".

use domain::command::SampleCommand;
use domain::find::{Fit, Index, Kind, MAX_FOUND, edits_to_a_prefix, entries};
use domain::route::Route;
use proptest::prelude::*;

use crate::world::World;

/// The edits between two whole texts, straight from their definition.
fn edits(a: &[char], b: &[char]) -> usize {
    let (Some((last_a, rest_a)), Some((last_b, rest_b))) = (a.split_last(), b.split_last()) else {
        return a.len().max(b.len());
    };
    let replaced = edits(rest_a, rest_b) + usize::from(last_a != last_b);
    let fewest = replaced.min(edits(rest_a, b) + 1).min(edits(a, rest_b) + 1);
    match (rest_a.split_last(), rest_b.split_last()) {
        (Some((before_a, head_a)), Some((before_b, head_b)))
            if before_a == last_b && before_b == last_a =>
        {
            fewest.min(edits(head_a, head_b) + 1)
        }
        _ => fewest,
    }
}

fn fewest_to_a_prefix(typed: &str, word: &str) -> usize {
    let (typed, word): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
    let ends = 0..=word.len();
    ends.map(|end| edits(&typed, &word[..end])).min().unwrap()
}

proptest! {
    #[test]
    fn edits_are_counted_as_they_are_defined(typed in "[abc]{0,6}", word in "[abc]{0,6}") {
        // L4
        prop_assert_eq!(edits_to_a_prefix(&typed, &word), fewest_to_a_prefix(&typed, &word));
    }

    #[test]
    fn what_is_found_is_what_fits_best_in_the_order_of_the_names(
        names in prop::collection::vec("[a-d]{1,9}", 0..90),
        typed in "[a-d]{1,9}",
    ) {
        // L3, L4, L5
        let fit = |name: &str| {
            let forgiven = usize::from(typed.len() >= 4) + usize::from(typed.len() >= 8);
            let n_edits = edits_to_a_prefix(&typed, name);
            let mut letters = name.chars();
            let is_scattered = typed.chars().all(|wanted| letters.any(|letter| letter == wanted));
            if name.starts_with(&typed) {
                Some(Fit::Prefix)
            } else if name.contains(&typed) {
                Some(Fit::Within)
            } else if n_edits <= forgiven {
                Some(if n_edits == 1 { Fit::OneEdit } else { Fit::TwoEdits })
            } else if is_scattered && name.chars().next() == typed.chars().next() {
                Some(Fit::Scattered)
            } else {
                None
            }
        };
        let mut expected: Vec<(Fit, usize)> = names
            .iter()
            .enumerate()
            .filter_map(|(idx, name)| Some((fit(name)?, idx)))
            .collect();
        expected.sort();
        expected.truncate(MAX_FOUND);
        let index = Index::new(names.iter().map(String::as_str));
        prop_assert_eq!(index.find(&typed), expected);
    }

    #[test]
    fn any_texts_can_be_looked_for_in_any(names in prop::collection::vec(any::<String>(), 0..5), typed: String) {
        // L3
        let found = Index::new(names.iter().map(String::as_str)).find(&typed);
        prop_assert!(found.len() <= names.len());
    }
}

fn found<'a>(names: &[&'a str], typed: &str) -> Vec<&'a str> {
    let index = Index::new(names.iter().copied());
    index
        .find(typed)
        .into_iter()
        .map(|(_, idx)| names[idx])
        .collect()
}

#[test]
fn the_better_fit_comes_first() {
    // L4
    let names = [
        "Order a new band",
        "Reboard the van",
        "New-hire onboarding",
        "Onbaord the second hire",
        "Old boards",
    ];
    assert_eq!(
        found(&names, "onboard"),
        ["New-hire onboarding", "Onbaord the second hire"]
    );
    assert_eq!(
        found(&names, "board"),
        ["Old boards", "Reboard the van", "New-hire onboarding"]
    );
    assert_eq!(
        found(&names, "obd"),
        [
            "Order a new band",
            "New-hire onboarding",
            "Onbaord the second hire",
            "Old boards"
        ]
    );
}

#[test]
fn every_word_counts_in_any_order_and_without_case_and_accents() {
    // L3
    let names = [
        "Büro in Łódź fertigstellen",
        "Café du Nord",
        "Straße sperren",
    ];
    assert_eq!(found(&names, "LODZ buro"), [names[0]]);
    assert_eq!(found(&names, "café"), [names[1]]);
    assert_eq!(found(&names, "cafe\u{301}"), [names[1]]);
    assert_eq!(found(&names, "strasse"), [names[2]]);
    assert_eq!(found(&names, "buro nord"), Vec::<&str>::new());
    assert_eq!(found(&names, "  , "), Vec::<&str>::new());
}

#[test]
fn a_short_word_is_not_mistyped() {
    // L4
    assert_eq!(found(&["Car"], "cat"), Vec::<&str>::new());
    assert_eq!(found(&["Card"], "cart"), ["Card"]);
    assert_eq!(found(&["Maintenance"], "maintanence"), ["Maintenance"]);
}

#[test]
fn the_sample_is_found_with_the_page_of_each_thing() {
    // L6
    let mut world = World::new();
    world.run(SampleCommand::Load);
    let all = entries(&world.workspace);
    let index = Index::new(all.iter().map(|entry| entry.title.as_str()));
    let first = |typed: &str| {
        let (_, idx) = index.find(typed)[0];
        (all[idx].kind, all[idx].route.clone())
    };
    let (kind, route) = first("riversde office");
    assert_eq!(kind, Kind::Project);
    assert!(matches!(route, Route::Project(_)));
    let (kind, route) = first("custmer suport");
    assert_eq!(kind, Kind::Process);
    assert!(matches!(route, Route::Process(_)));
    for kind in [
        Kind::Run,
        Kind::Task,
        Kind::Step,
        Kind::Decision,
        Kind::Person,
    ] {
        assert!(all.iter().any(|entry| entry.kind == kind), "{kind:?}");
    }
    assert!(
        all.iter()
            .all(|entry| !entry.title.is_empty() && !entry.note.is_empty())
    );
}
