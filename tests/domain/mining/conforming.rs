//! Deviations from the document.

use std::collections::BTreeMap;

use domain::log::{Builder, CaseDraft, Event, Lifecycle, Log};
use domain::mining::{DeviationKind, Document, Way, conformance};
use domain::time::Instant;

use crate::mining::{log, place};

/// What each case did otherwise: kind, activity and the number of cases.
fn deviations(log: &Log, document: Document) -> Vec<(DeviationKind, String, usize)> {
    let documents = BTreeMap::from([(0, document)]);
    let mut found: Vec<_> = conformance(log, &documents, |_| Some("Clerk".to_owned()))
        .deviations
        .into_iter()
        .map(|deviation| {
            let name = deviation
                .activity
                .map_or("", |activity| log.name_of(activity));
            (deviation.kind, name.to_owned(), deviation.cases.len())
        })
        .collect();
    found.sort();
    found
}

fn documented(log: &Log, steps: &str) -> Document {
    let steps: Vec<u32> = steps
        .chars()
        .map(|letter| place(log, &letter.to_string()))
        .collect();
    Document::sequence(&steps)
}

#[test]
fn every_kind_of_deviation_is_told_from_the_others() {
    // X26
    let log = log(&[
        (2, "abcd"),
        (1, "abd"),
        (3, "acbd"),
        (1, "abxcd"),
        (1, "abbcd"),
    ]);
    let found = deviations(&log, documented(&log, "abcd"));
    let row = |kind, name: &str, n| (kind, name.to_owned(), n);
    assert_eq!(
        found,
        [
            row(DeviationKind::Skipped, "c", 1),
            row(DeviationKind::Inserted, "x", 1),
            row(DeviationKind::Repeated, "b", 1),
            row(DeviationKind::OutOfOrder, "c", 3),
        ]
    );
    let documents = BTreeMap::from([(0, documented(&log, "abcd"))]);
    let fit = conformance(&log, &documents, |_| None);
    assert_eq!(
        (fit.n_cases, fit.n_fitting, fit.fitting),
        (8, 2, Some(2_500))
    );
    assert!(fit.fitness.unwrap() < 10_000);
    assert_eq!(conformance(&log, &BTreeMap::new(), |_| None).n_cases, 0);
}

#[test]
fn what_the_document_allows_is_no_deviation() {
    // X26 A choice, a way back and steps side by side.
    let log = log(&[(1, "abd"), (1, "acd"), (1, "abdabd"), (1, "acdabd")]);
    let at = |name: &str| place(&log, name);
    let document = Document {
        start: Some(at("a")),
        ways: BTreeMap::from([
            (at("a"), Way::One(vec![Some(at("b")), Some(at("c"))])),
            (at("b"), Way::One(vec![Some(at("d"))])),
            (at("c"), Way::One(vec![Some(at("d"))])),
            (at("d"), Way::One(vec![None, Some(at("a"))])),
        ]),
        ..Document::default()
    };
    let documents = BTreeMap::from([(0, document)]);
    let fit = conformance(&log, &documents, |_| None);
    assert_eq!(fit.deviations, []);
    assert_eq!((fit.fitting, fit.fitness), (Some(10_000), Some(10_000)));
}

#[test]
fn lateness_roles_and_hands_are_seen() {
    // X27
    let mut builder = Builder::default();
    let (sign, ada) = (builder.activity("Sign"), builder.actor("Ada"));
    let at = Instant::from_millis;
    let event = |lifecycle, millis| Event {
        activity: sign,
        actor: ada,
        lifecycle,
        at: at(millis),
    };
    let case = |due| CaseDraft {
        finished: Some(at(9)),
        due: Some(at(due)),
        ..CaseDraft::default()
    };
    builder.case(case(8), vec![event(Lifecycle::Finished, 9)]);
    builder.case(
        case(9),
        vec![
            event(Lifecycle::Moved, 1),
            event(Lifecycle::Finished, 9),
            event(Lifecycle::Late, 9),
        ],
    );
    builder.case(
        case(9),
        vec![
            event(Lifecycle::Finished, 9),
            event(Lifecycle::Overridden, 9),
        ],
    );
    builder.case(case(9), vec![event(Lifecycle::Omitted, 9)]);
    let log = builder.finish();
    let mut document = Document::sequence(&[sign]);
    document.roles.insert(sign, "Manager".to_owned());
    let row = |kind, name: &str, n| (kind, name.to_owned(), n);
    assert_eq!(
        deviations(&log, document.clone()),
        [
            row(DeviationKind::Skipped, "Sign", 1),
            row(DeviationKind::Late, "", 1),
            row(DeviationKind::Late, "Sign", 1),
            row(DeviationKind::WrongRole, "Sign", 3),
            row(DeviationKind::ByHand, "Sign", 2),
        ]
    );
    document.roles.insert(sign, "clerk".to_owned());
    assert!(
        !deviations(&log, document)
            .iter()
            .any(|row| row.0 == DeviationKind::WrongRole)
    );
}
