//! The axis that the lines of the overview share.

use domain::axis::Axis;
use domain::time::Day;
use proptest::prelude::*;

use crate::world::day;

#[test]
fn it_spans_whole_months() {
    // A5
    let axis = Axis::over([day("2026-03-11"), day("2026-05-02")]).unwrap();
    assert_eq!(
        axis.labels(),
        ["2026-03-01", "2026-04-01", "2026-05-01"].map(day)
    );
    assert_eq!(axis.place(day("2026-03-01")), 0);
    // 46 of the 92 days from March to May.
    assert_eq!(axis.place(day("2026-04-16")), 5_000);
    assert_eq!(axis.place(day("2026-06-01")), 10_000);
}

#[test]
fn a_day_beyond_an_end_lies_at_that_end() {
    // A5
    let axis = Axis::over([day("2026-03-11")]).unwrap();
    assert_eq!(axis.place(day("2025-01-01")), 0);
    assert_eq!(axis.place(day("2027-01-01")), 10_000);
}

#[test]
fn without_a_day_there_is_no_axis() {
    assert_eq!(Axis::over([]), None);
}

proptest! {
    #[test]
    fn places_grow_with_the_day_and_labels_are_few(
        first in 0_i64..100_000, length in 0_i64..5_000, a in 0_i64..5_000, b in 0_i64..5_000,
    ) {
        // A5
        let at = |n: i64| day("1900-01-01").plus(n).unwrap_or(day("2200-12-31"));
        let axis = Axis::over([at(first), at(first + length)]).unwrap();
        let (a, b) = (at(first + a.min(b)), at(first + a.max(b)));
        prop_assert!(axis.place(a) <= axis.place(b) && axis.place(b) <= 10_000);
        let labels: Vec<Day> = axis.labels();
        prop_assert!((1..=6).contains(&labels.len()));
        prop_assert!(labels.iter().all(|label| label.day_of_month() == 1));
        prop_assert_eq!(axis.place(labels[0]), 0);
    }
}
