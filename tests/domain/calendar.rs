//! The working calendar against counting day by day. Rule ids: `src/domain/SPEC.md`, "Working days".

use std::collections::BTreeSet;

use domain::calendar::{NoWorkingDay, WorkingCalendar};
use domain::time::Day;
use proptest::prelude::*;

use crate::world::day;

/// A calendar with holidays in the spring of 2026, some of them on days off.
fn any_calendar() -> impl Strategy<Value = WorkingCalendar> {
    let weekdays = any::<[bool; 7]>().prop_filter("a working day", |week| week.contains(&true));
    let holidays = prop::collection::btree_set(spring_day(), 0..25);
    (weekdays, holidays)
        .prop_map(|(weekdays, holidays)| WorkingCalendar::new(weekdays, holidays).unwrap())
}

fn spring_day() -> impl Strategy<Value = Day> {
    (0_i64..90).prop_map(|n| day("2026-03-01").plus(n).unwrap())
}

fn is_worked(calendar: &WorkingCalendar, day: Day) -> bool {
    calendar.weekdays()[usize::from(day.weekday())] && !calendar.holidays().contains(&day)
}

proptest! {
    #[test]
    fn working_days_are_counted_as_if_one_by_one(
        calendar in any_calendar(), a in spring_day(), b in spring_day()
    ) {
        // K1
        let (start, end) = (a.min(b), a.max(b));
        let mut n = 0;
        let mut today = start;
        while today < end {
            n += i64::from(is_worked(&calendar, today));
            today = today.plus(1).unwrap();
        }
        prop_assert_eq!(calendar.working_days_between(start, end), n);
        prop_assert_eq!(calendar.working_days_between(end, start), -n);
    }

    #[test]
    fn work_ends_after_its_working_days(
        calendar in any_calendar(), start in spring_day(), n in 0_u32..60
    ) {
        // K2
        let end = calendar.plus_working_days(start, n).unwrap();
        prop_assert!(is_worked(&calendar, end) && end >= start);
        prop_assert_eq!(calendar.working_days_between(start, end), i64::from(n));
        prop_assert_eq!(calendar.plus_working_days(start, 0), calendar.next_working_day(start));
    }

    #[test]
    fn any_calendar_survives_being_stored(calendar in any_calendar()) {
        // K3
        let stored = serde_json::to_string(&calendar).unwrap();
        prop_assert_eq!(serde_json::from_str::<WorkingCalendar>(&stored).unwrap(), calendar);
    }
}

#[test]
fn a_week_without_a_working_day_is_refused() {
    // K3
    assert_eq!(
        WorkingCalendar::new([false; 7], BTreeSet::new()),
        Err(NoWorkingDay)
    );
    for stored in [r#"{"weekdays":[]}"#, r#"{"weekdays":[7]}"#] {
        assert!(serde_json::from_str::<WorkingCalendar>(stored).is_err());
    }
}

#[test]
fn the_end_of_the_years_of_work_ends_a_search() {
    // K2
    let calendar = WorkingCalendar::default();
    let last = day("2200-12-31");
    assert_eq!(calendar.plus_working_days(last, 1), None);
    assert_eq!(calendar.plus_working_days(last, u32::MAX), None);
    let never = WorkingCalendar::new([true; 7], BTreeSet::from([last])).unwrap();
    assert_eq!(never.next_working_day(last), None);
}

#[test]
fn the_usual_week_runs_from_monday_to_friday() {
    // K1
    let calendar = WorkingCalendar::default();
    let (monday, saturday) = (day("2026-03-09"), day("2026-03-14"));
    assert_eq!(calendar.working_days_between(monday, saturday), 5);
    assert_eq!(calendar.next_working_day(saturday), Some(day("2026-03-16")));
    assert_eq!(calendar.working_days_between(monday, monday), 0);
}
