//! Throughput, age, promises, Little's law and the cumulative flow.

use domain::log::{Lifecycle::*, Log, Window};
use domain::measure::basis_points;
use domain::measure::flow::{aging, cumulative_flow, little, promises, throughput};
use domain::measure::work_time::Clock;
use proptest::prelude::*;

use crate::measuring::{HOUR, hour, log};

#[test]
fn throughput_and_age_are_counted() {
    // X16
    let log = log(&[
        ("a", 0, Some(10), &[]),
        ("b", 2, Some(10), &[]),
        ("c", 3, Some(24), &[]),
        ("d", 4, None, &[]),
        ("e", 30, None, &[]),
    ]);
    let bounds = [0, 10, 24, 48].map(hour);
    assert_eq!(throughput(&log, &bounds), [0, 2, 1]);
    let ages: Vec<_> = aging(&log, hour(20), &Clock::CALENDAR)
        .iter()
        .map(|run| (run.case, run.age / HOUR))
        .collect();
    assert_eq!(ages, [(2, 17), (3, 16)]);
}

#[test]
fn promises_are_those_that_fell_due() {
    // X17
    let mut log = log(&[
        ("kept", 0, Some(5), &[]),
        ("kept to the minute", 0, Some(6), &[]),
        ("broken", 0, Some(7), &[]),
        ("broken and open", 0, None, &[]),
        ("not yet due", 0, None, &[]),
        ("nothing promised", 0, Some(99), &[]),
        ("given up", 0, None, &[]),
    ]);
    for (idx, due) in [(0, 6), (1, 6), (2, 6), (3, 6), (4, 50), (6, 6)] {
        log.cases[idx].due = Some(hour(due));
    }
    log.cases[6].cancelled = Some(hour(8));
    let found = promises(&log, Window::ALL, hour(20));
    assert_eq!((found.n_due, found.compliance), (4, Some(5_000)));
    assert_eq!((found.kept, found.broken), (vec![0, 1], vec![2, 3]));
    assert_eq!(
        promises(&Log::default(), Window::ALL, hour(20)).compliance,
        None
    );
    assert!(aging(&log, hour(20), &Clock::CALENDAR)[0].is_late);
}

#[test]
fn littles_law_holds_where_its_conditions_do() {
    // X18 One run an hour, each three hours long: three under way.
    let rows: Vec<_> = (-10..110)
        .map(|n| ("run", n, Some(n + 3), [].as_slice()))
        .collect();
    let steady = little(
        &log(&rows),
        Window {
            from: hour(0),
            to: hour(100),
        },
    )
    .unwrap();
    assert_eq!((steady.mean_wip, steady.expected_wip), (3_000, 3_000));
    assert!(steady.is_balanced && steady.agrees);
    assert_eq!((steady.n_arrived, steady.n_ended), (100, 100));

    // Work that piles up: nothing but one in ten is finished.
    let rows: Vec<_> = (0..100)
        .map(|n| ("run", n, (n % 10 == 0).then_some(n + 3), [].as_slice()))
        .collect();
    let piling = little(
        &log(&rows),
        Window {
            from: hour(0),
            to: hour(100),
        },
    )
    .unwrap();
    assert!(!piling.is_balanced && !piling.agrees);
    assert_eq!(
        little(
            &Log::default(),
            Window {
                from: hour(0),
                to: hour(9)
            }
        ),
        None
    );
}

proptest! {
    #[test]
    fn the_cumulative_flow_counts_every_run_in_one_state(
        cases in prop::collection::vec(
            (0i64..50, 0i64..40, prop::collection::vec((0usize..4, 0i64..40), 0..6), any::<bool>()),
            0..20,
        ),
        is_entered in any::<bool>(),
    ) {
        // X19
        const NAMES: [&str; 4] = ["a", "b", "c", "d"];
        let events: Vec<Vec<_>> = cases
            .iter()
            .map(|(accepted, _, events, _)| {
                let kind = if is_entered { Entered } else { Finished };
                events.iter().map(|(activity, at)| (NAMES[*activity], kind, accepted + at)).collect()
            })
            .collect();
        let rows: Vec<_> = cases
            .iter()
            .zip(&events)
            .map(|((accepted, length, _, is_open), events)| {
                let last = events.iter().map(|event| event.2).max().unwrap_or(*accepted);
                let finished = (!is_open).then_some(last.max(accepted + length));
                ("case", *accepted, finished, events.as_slice())
            })
            .collect();
        let log = log(&rows);
        let moments: Vec<_> = (0..140).map(hour).collect();
        let flow = cumulative_flow(&log, &moments);
        for (idx, moment) in moments.iter().enumerate() {
            let n_under_way = flow.waiting[idx] + flow.standing.iter().map(|n| n[idx]).sum::<u32>();
            prop_assert_eq!(n_under_way as usize, aging(&log, *moment, &Clock::CALENDAR).len());
            let finished = |case: &&domain::log::Case| case.finished.is_some_and(|at| at <= *moment);
            prop_assert_eq!(flow.finished[idx] as usize, log.cases.iter().filter(finished).count());
        }
    }
}

#[test]
fn shares_are_rounded_and_none_of_nothing() {
    // X20
    assert_eq!(basis_points(1, 3), Some(3_333));
    assert_eq!(basis_points(2, 3), Some(6_667));
    assert_eq!(basis_points(0, 3), Some(0));
    assert_eq!(basis_points(1, 0), None);
}
