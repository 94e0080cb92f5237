//! Suggestions and the runs they rest on.

use std::collections::{BTreeMap, BTreeSet};

use domain::log::{Lifecycle, Window};
use domain::measure::bottleneck::bottleneck;
use domain::measure::steps::step_times;
use domain::measure::work_time::Clock;
use domain::mining::suggest::Measured;
use domain::mining::{Document, Suggestion, suggestions, variants};
use domain::time::Instant;

use crate::mining::{log, place};

fn found(log: &domain::log::Log, document: Document) -> Vec<Suggestion> {
    let window = Window {
        from: Instant::from_millis(0),
        to: Instant::from_millis(1_000 * 60_000),
    };
    let steps = step_times(log, window, window.to, &Clock::CALENDAR);
    let variants = variants(log);
    let measured = Measured {
        steps: &steps,
        bottleneck: bottleneck(&steps, window, window.to),
        variants: &variants,
    };
    suggestions(log, &BTreeMap::from([(0, document)]), &measured)
}

#[test]
fn nothing_is_suggested_from_a_handful_of_runs() {
    // X28
    let log = log(&[(4, "abab"), (5, "aab")]);
    assert_eq!(found(&log, Document::sequence(&[0, 1])), []);
}

#[test]
fn a_rework_loop_and_a_common_faster_way_are_suggested() {
    // X28
    let log = log(&[(12, "abcd"), (5, "acd"), (3, "abbcd")]);
    let steps: Vec<u32> = ["a", "b", "c", "d"].map(|name| place(&log, name)).to_vec();
    let found = found(&log, Document::sequence(&steps));
    let rework = found.iter().find_map(|suggestion| match suggestion {
        Suggestion::Rework {
            activity,
            cases,
            percent,
        } => Some((log.name_of(*activity), cases.len(), *percent)),
        _ => None,
    });
    assert_eq!(rework, Some(("b", 3, 15)));
    let standard = found
        .iter()
        .find(|suggestion| matches!(suggestion, Suggestion::Standardise { .. }));
    assert_eq!(standard.map(|suggestion| suggestion.cases().len()), Some(5));
}

#[test]
fn a_slow_approval_and_a_step_everyone_overrides_are_suggested() {
    // X28
    let mut log = log(&[(12, "abc")]);
    let (b, c) = (place(&log, "b"), place(&log, "c"));
    for event in log.events.iter_mut().filter(|event| event.activity == c) {
        event.at = Instant::from_millis(event.at.millis() + 30 * 60_000);
    }
    for event in log.events.iter_mut().filter(|event| event.activity == b) {
        event.lifecycle = Lifecycle::Omitted;
    }
    let mut document = Document::sequence(&[place(&log, "a"), b, c]);
    document.approvals = BTreeSet::from([c]);
    let found = found(&log, document);
    assert!(found.iter().any(|suggestion| matches!(suggestion, Suggestion::ApprovalWait { activity, .. } if *activity == c)));
    assert!(found.iter().any(|suggestion| matches!(suggestion, Suggestion::Overridden { activity, percent: 100, .. } if *activity == b)));
}
