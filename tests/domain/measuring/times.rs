//! Lead, cycle, touch and wait; steps, bottleneck and causes.

use domain::log::{Filter, Lifecycle::*, Window, visits};
use domain::measure::bottleneck::bottleneck;
use domain::measure::causes::{delays, pareto};
use domain::measure::span::union;
use domain::measure::steps::step_times;
use domain::measure::trips::{times, trips};
use domain::measure::work_time::Clock;
use proptest::prelude::*;

use crate::measuring::{HOUR, hour, log};

#[test]
fn lead_cycle_touch_and_wait_are_told_apart() {
    // X2
    let log = log(&[
        (
            "timed",
            0,
            Some(20),
            &[
                ("a", Entered, 0),
                ("a", Began, 4),
                ("a", Finished, 6),
                ("b", Entered, 6),
                ("c", Entered, 6),
                ("b", Began, 10),
                ("c", Began, 11),
                ("b", Finished, 13),
                ("c", Finished, 20),
            ],
        ),
        (
            "untimed",
            0,
            Some(5),
            &[("a", Finished, 3), ("b", Finished, 5)],
        ),
        ("open", 2, None, &[("a", Entered, 2)]),
    ]);
    let trips = trips(&log, Window::ALL, &Clock::CALENDAR);
    assert_eq!(trips.len(), 2);
    let (untimed, timed) = (trips[0], trips[1]);
    assert_eq!((timed.lead, timed.cycle), (20 * HOUR, 16 * HOUR));
    // 4 to 6 and 10 to 20: steps side by side count once.
    assert_eq!((timed.touch, timed.wait), (Some(12 * HOUR), Some(8 * HOUR)));
    assert_eq!((untimed.lead, untimed.cycle), (5 * HOUR, 5 * HOUR));
    assert_eq!((untimed.touch, untimed.wait), (None, None));
    let times = times(&trips).unwrap();
    assert_eq!(times.efficiency, Some(6_000));
    assert_eq!((times.lead.n, times.touch.unwrap().n), (2, 1));
}

#[test]
fn working_time_leaves_out_what_is_not_worked() {
    // X3
    let clock = Clock::working(vec![
        (hour(32), hour(40)),
        (hour(8), hour(16)),
        (hour(15), hour(16)),
    ]);
    for (from, to, expected) in [
        (0, 8, 0),
        (0, 9, 1),
        (9, 12, 3),
        (12, 36, 8),
        (16, 32, 0),
        (0, 99, 16),
        (50, 99, 0),
        (12, 8, 0),
    ] {
        assert_eq!(
            clock.between(hour(from), hour(to)),
            expected * HOUR,
            "{from} {to}"
        );
    }
    assert_eq!(Clock::working(vec![]).between(hour(0), hour(9)), 0);
    assert_eq!(Clock::CALENDAR.between(hour(0), hour(9)), 9 * HOUR);
    assert_eq!(
        union(vec![
            (hour(3), hour(3)),
            (hour(1), hour(2)),
            (hour(2), hour(3))
        ]),
        [(hour(1), hour(3))]
    );
}

proptest! {
    #[test]
    fn working_time_is_that_of_the_settings(
        from in 0i64..400,
        length in 0i64..400,
        offset in -12i32..12,
    ) {
        // X3
        let settings = domain::model::Settings::default();
        let work_time = domain::flow::worktime::WorkTime::of(&settings, offset * 60);
        let clock = Clock::of(&work_time, hour(from), hour(from + length));
        let expected = work_time.between(hour(from), hour(from + length)) * 60_000;
        prop_assert_eq!(clock.between(hour(from), hour(from + length)), expected);
    }

    #[test]
    fn working_time_is_the_sum_over_the_spans(
        spans in prop::collection::vec((0i64..200, 0i64..30), 0..12),
        from in 0i64..250,
        length in 0i64..100,
    ) {
        // X3
        let spans: Vec<_> = spans.iter().map(|(at, n)| (hour(*at), hour(at + n))).collect();
        let expected = (from..from + length)
            .filter(|at| spans.iter().any(|span| span.0 <= hour(*at) && hour(*at) < span.1))
            .count();
        let clock = Clock::working(spans);
        prop_assert_eq!(clock.between(hour(from), hour(from + length)), expected as i64 * HOUR);
    }
}

#[test]
fn a_stay_begins_when_the_step_came_up_and_ends_when_it_was_left() {
    // X4
    let log = log(&[(
        "case",
        0,
        Some(30),
        &[
            ("a", Entered, 0),
            ("a", Finished, 4),
            ("b", Finished, 10),
            ("c", Entered, 10),
            ("a", Moved, 12),
            ("a", Began, 13),
            ("a", Finished, 14),
            ("d", Entered, 14),
        ],
    )]);
    let stays: Vec<_> = visits(&log, &log.cases[0])
        .iter()
        .map(|visit| {
            let hours = |at: domain::time::Instant| at.millis() / HOUR;
            (
                log.name_of(visit.activity).to_owned(),
                hours(visit.entered),
                visit.began.map(hours),
                visit.ended.map(hours),
                visit.outcome,
            )
        })
        .collect();
    let stay = |name: &str, entered, began, ended, outcome| {
        (name.to_owned(), entered, began, Some(ended), Some(outcome))
    };
    assert_eq!(
        stays,
        [
            stay("a", 0, None, 4, Finished),
            stay("b", 4, None, 10, Finished),
            stay("c", 10, None, 12, Moved),
            stay("a", 12, Some(13), 14, Finished),
            stay("d", 14, None, 30, Moved),
        ]
    );
}

#[test]
fn the_bottleneck_is_where_most_runs_stand() {
    // X13
    let cases: Vec<_> = (0..6)
        .map(|n| {
            [
                ("quick", Entered, n),
                ("quick", Finished, n + 1),
                ("queue", Entered, n + 1),
                ("queue", Finished, n + 11),
                // Takes long, but rarely.
                ("slow", Entered, n + 11),
                ("slow", Finished, if n == 0 { n + 41 } else { n + 12 }),
            ]
        })
        .collect();
    let rows: Vec<_> = cases
        .iter()
        .zip(0..)
        .map(|(events, n)| {
            (
                "case",
                n,
                Some(if n == 0 { 41 } else { n + 12 }),
                events.as_slice(),
            )
        })
        .collect();
    let log = log(&rows);
    let window = Window {
        from: hour(0),
        to: hour(50),
    };
    let steps = step_times(&log, window, hour(50), &Clock::CALENDAR);
    assert_eq!(steps[1].stay.unwrap().p50, 10 * HOUR);
    assert_eq!((steps[1].n_done, steps[1].n_standing), (6, 0));
    let found = bottleneck(&steps, window, hour(50)).unwrap();
    // 60 hours in 50: 1.2 runs on average; 60 of 60 + 6 + 35 hours.
    assert_eq!(
        (found.activity, found.mean_standing, found.share),
        (1, 120, 5_941)
    );
    assert!(!found.is_growing);
    let growing = step_times(
        &log,
        Window {
            from: hour(0),
            to: hour(9),
        },
        hour(9),
        &Clock::CALENDAR,
    );
    let found = bottleneck(
        &growing,
        Window {
            from: hour(0),
            to: hour(9),
        },
        hour(9),
    )
    .unwrap();
    assert!(found.is_growing && found.n_standing == 6);
    assert_eq!(bottleneck(&steps[..1], window, hour(50)), None);

    // X14
    let order: Vec<_> = delays(&log, &steps)
        .into_iter()
        .map(|cause| cause.name)
        .collect();
    assert_eq!(order, ["queue", "slow", "quick"]);
}

#[test]
fn causes_are_ranked_and_summed() {
    // X14
    let causes =
        pareto([("b", 20), ("none", 0), ("a", 20), ("c", 60)].map(|(n, w)| (n.to_owned(), w)));
    let shown: Vec<_> = causes
        .iter()
        .map(|c| (c.name.as_str(), c.cumulative))
        .collect();
    assert_eq!(shown, [("c", 6_000), ("a", 8_000), ("b", 10_000)]);
}

#[test]
fn a_filter_keeps_the_cases_it_names() {
    // X15
    let mut log = log(&[
        ("one", 0, Some(5), &[("a", Finished, 3)]),
        ("two", 0, Some(6), &[("a", Finished, 3)]),
    ]);
    log.cases[1].version = 2;
    log.cases[1]
        .fields
        .push(("Country".to_owned(), "France".to_owned()));
    let names = |filter: Filter| -> Vec<String> {
        filter
            .apply(&log)
            .cases
            .into_iter()
            .map(|case| case.name)
            .collect()
    };
    assert_eq!(names(Filter::default()), ["one", "two"]);
    assert_eq!(
        names(Filter {
            version: Some(1),
            ..Filter::default()
        }),
        ["one"]
    );
    let actor = |name: &str| Filter {
        actor: Some(name.to_owned()),
        ..Filter::default()
    };
    assert_eq!(names(actor("Ada")), ["one", "two"]);
    assert_eq!(names(actor("Bob")), [""; 0]);
    let field = Some(("Country".to_owned(), "France".to_owned()));
    assert_eq!(
        names(Filter {
            field,
            ..Filter::default()
        }),
        ["two"]
    );
    let window = Window {
        from: hour(5),
        to: hour(6),
    };
    let in_window = trips(&log, window, &Clock::CALENDAR);
    assert_eq!(
        in_window.iter().map(|trip| trip.case).collect::<Vec<_>>(),
        [0]
    );
    assert_eq!(log.versions(), [1, 2]);
}
