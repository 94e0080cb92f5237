//! What measuring and mining cost: a hundred thousand events of ten thousand runs.
//! Run with `make bench`; compare ratios, not digits, on a busy machine.
#![allow(clippy::expect_used)]

use std::collections::BTreeMap;

use domain::log::{Builder, CaseDraft, Event, Lifecycle, Log, Window};
use domain::measure::report::report;
use domain::measure::work_time::Clock;
use domain::mining::{Document, conformance, follows, variants};
use domain::time::Instant;

const N_CASES: i64 = 10_000;
const N_STEPS: i64 = 5;

fn main() {
    divan::main();
}

/// Every run comes to five steps and does them, some twice and some out of order.
fn log() -> Log {
    let mut builder = Builder::default();
    let steps: Vec<u32> = (0..8)
        .map(|n| builder.activity(&format!("Step {n}")))
        .collect();
    let actors: Vec<u32> = (0..6)
        .map(|n| builder.actor(&format!("Person {n}")))
        .collect();
    let mut state = 7u64;
    let mut random = |n: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33) % n
    };
    for n in 0..N_CASES {
        let mut at = n * 600_000;
        let begun = Instant::from_millis(at);
        let mut events = Vec::new();
        for step in 0..N_STEPS {
            let place = (step as u64 + random(12) / 11 + random(30) / 29) % 8;
            let activity = *steps.get(place as usize).expect("a step");
            let actor = *actors.get(random(6) as usize).expect("an actor");
            for lifecycle in [Lifecycle::Entered, Lifecycle::Finished] {
                events.push(Event {
                    activity,
                    actor,
                    lifecycle,
                    at: Instant::from_millis(at),
                });
                at += 1 + random(7_200_000) as i64;
            }
        }
        let case = CaseDraft {
            name: format!("Case {n}"),
            version: 1,
            accepted: begun,
            finished: Some(Instant::from_millis(at)),
            ..CaseDraft::default()
        };
        builder.case(case, events);
    }
    builder.finish()
}

fn window() -> Window {
    Window {
        from: Instant::from_millis(0),
        to: Instant::from_millis(20_000_000_000),
    }
}

#[divan::bench]
fn every_measure_of_100_000_events(bencher: divan::Bencher) {
    let log = log();
    assert_eq!(log.events.len(), 100_000);
    bencher.bench_local(|| report(&log, window(), window().to, &Clock::CALENDAR));
}

#[divan::bench]
fn the_map_of_100_000_events(bencher: divan::Bencher) {
    let log = log();
    bencher.bench_local(|| follows(&log));
}

#[divan::bench]
fn the_variants_of_100_000_events(bencher: divan::Bencher) {
    let log = log();
    bencher.bench_local(|| variants(&log));
}

#[divan::bench]
fn the_conformance_of_100_000_events(bencher: divan::Bencher) {
    let log = log();
    let documents = BTreeMap::from([(1, Document::sequence(&[0, 1, 2, 3, 4]))]);
    bencher.bench_local(|| conformance(&log, &documents, |_| None));
}
