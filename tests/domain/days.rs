//! Civil days and instants. Rule ids: `src/domain/SPEC.md`, "Days".

use domain::time::{Day, DayError, Instant};
use proptest::prelude::*;

use crate::world::day;

/// Any day of work.
pub fn any_day() -> impl Strategy<Value = Day> {
    let first = day("1900-01-01");
    let n_days = day("2200-12-31").days_since(first);
    (0..=n_days).prop_map(move |n| first.plus(n).unwrap())
}

proptest! {
    #[test]
    fn any_day_reads_back_from_its_print(day in any_day()) {
        // D1
        prop_assert_eq!(day.to_string().parse::<Day>().unwrap(), day);
        let stored = serde_json::to_string(&day).unwrap();
        prop_assert_eq!(serde_json::from_str::<Day>(&stored).unwrap(), day);
    }

    #[test]
    fn printed_days_sort_as_the_days_do(a in any_day(), b in any_day()) {
        // D1
        prop_assert_eq!(a.to_string().cmp(&b.to_string()), a.cmp(&b));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[-0-9 é]{0,14}|\\PC{0,30}") {
        // D2
        match text.parse::<Day>() {
            Ok(day) => prop_assert_eq!(day.to_string(), text.trim()),
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }

    #[test]
    fn going_and_coming_back_is_the_same_day(start in any_day(), n in -120_000_i64..120_000) {
        // D4
        if let Some(end) = start.plus(n) {
            prop_assert_eq!(end.days_since(start), n);
            prop_assert_eq!(end.plus(-n), Some(start));
            let weekday = (i64::from(start.weekday()) + n).rem_euclid(7);
            prop_assert_eq!(i64::from(end.weekday()), weekday);
        }
    }

    #[test]
    fn time_that_passed_is_never_negative(a: i64, b: i64) {
        // D5
        let passed = Instant::from_millis(a).millis_since(Instant::from_millis(b));
        prop_assert_eq!(passed, a.saturating_sub(b).max(0));
    }
}

#[test]
fn leap_years_follow_the_gregorian_rule() {
    // D3
    for (text, is_day) in [
        ("1900-02-29", false),
        ("2000-02-29", true),
        ("2024-02-29", true),
        ("2026-02-29", false),
        ("2100-02-29", false),
        ("2026-02-30", false),
        ("2026-04-31", false),
        ("2026-12-31", true),
    ] {
        assert_eq!(text.parse::<Day>().is_ok(), is_day, "{text}");
    }
}

#[test]
fn work_lies_between_1900_and_2200() {
    // D3
    let (first, last) = (day("1900-01-01"), day("2200-12-31"));
    assert_eq!((first.plus(-1), last.plus(1)), (None, None));
    assert_eq!((first.plus(i64::MIN), last.plus(i64::MAX)), (None, None));
    assert_eq!(first.plus(last.days_since(first)), Some(last));
    assert_eq!(
        Day::new(1899, 12, 31),
        Err(DayError::OutOfRange { year: 1899 })
    );
    assert_eq!(
        "2201-01-01".parse::<Day>().unwrap_err().to_string(),
        "2201 is outside the years 1900 to 2200."
    );
    assert_eq!(
        "12026-05-31".parse::<Day>().unwrap_err().to_string(),
        "12026 is outside the years 1900 to 2200."
    );
}

#[test]
fn a_text_that_is_no_date_is_refused_with_an_example() {
    // D2
    for text in [
        "",
        "tomorrow",
        "31.05.2026",
        "2026/05/31",
        "2026-5-31",
        "26-05-31",
        "02026-05-31",
        "2026-05-31-",
        "2026-05-31T10:00",
        "2026-13-01",
        "2026-00-10",
        "-2026-05-31",
        "２０２６-05-31",
    ] {
        assert_eq!(
            text.parse::<Day>().unwrap_err().to_string(),
            format!("“{text}” is not a date. Write it as year-month-day, for example 2026-05-31.")
        );
    }
    assert_eq!(day("  2026-05-31 "), Day::new(2026, 5, 31).unwrap());
    let long = "9".repeat(1_000).parse::<Day>().unwrap_err().to_string();
    assert!(long.chars().count() < 130, "{long}");
}

#[test]
fn the_week_begins_on_monday() {
    // D4
    let weekdays: Vec<u8> = (9..16)
        .map(|n| Day::new(2026, 3, n).unwrap().weekday())
        .collect();
    assert_eq!(weekdays, [0, 1, 2, 3, 4, 5, 6]);
}
