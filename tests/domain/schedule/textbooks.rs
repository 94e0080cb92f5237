//! Networks whose dates were published, with their sources.

use domain::id::LinkId;
use domain::model::LinkKind;
use domain::schedule::{Arrow, Input, Schedule, WorkDays};

use super::activity;

/// An activity: name, duration, predecessors, then total float and free float, where published.
type Row = (&'static str, i32, &'static [&'static str], i32, Option<i32>);

/// The schedule of a table on a calendar on which every day is worked, from day 0.
fn scheduled(rows: &[Row]) -> Schedule {
    let every_day = domain::calendar::WorkingCalendar::new([true; 7], Default::default()).unwrap();
    let place = |name: &str| rows.iter().position(|row| row.0 == name).unwrap() as u32;
    let activities = rows
        .iter()
        .zip(1..)
        .map(|((_, days, ..), key)| activity(key, *days));
    let links = rows
        .iter()
        .flat_map(|row| row.2.iter().map(|before| (place(before), place(row.0))));
    let arrows = links.zip(1..).map(|((from, to), key)| Arrow {
        id: LinkId::from_key(key),
        from,
        to,
        kind: LinkKind::FinishToStart,
        lag: 0,
    });
    Schedule::new(Input {
        start: 0,
        status: 0,
        calendars: vec![WorkDays::new(&every_day, &Default::default())],
        activities: activities.collect(),
        arrows: arrows.collect(),
    })
}

fn check(rows: &[Row], length: i64, critical: &[&str]) {
    let schedule = scheduled(rows);
    let first = domain::time::Day::default();
    assert_eq!(schedule.finish().unwrap().days_since(first) + 1, length);
    let mut found = Vec::new();
    for (idx, (name, _, _, total, free)) in rows.iter().enumerate() {
        let dates = schedule.dates_at(idx).unwrap();
        assert_eq!(dates.total_float, *total, "total float of {name}");
        if let Some(free) = free {
            assert_eq!(dates.free_float, *free, "free float of {name}");
        }
        if dates.is_critical {
            found.push(*name);
        }
    }
    assert_eq!(found, critical);
}

#[test]
fn the_reliable_construction_company_builds_in_44_weeks() {
    // Q40: Hillier and Lieberman, Introduction to Operations Research, 7th ed., chapter 10.
    let rows: [Row; 14] = [
        ("A", 2, &[], 0, None),
        ("B", 4, &["A"], 0, None),
        ("C", 10, &["B"], 0, None),
        ("D", 6, &["C"], 4, None),
        ("E", 4, &["C"], 0, None),
        ("F", 5, &["E"], 0, None),
        ("G", 7, &["D"], 4, None),
        ("H", 9, &["E", "G"], 4, None),
        ("I", 7, &["C"], 2, None),
        ("J", 8, &["F", "I"], 0, None),
        ("K", 4, &["J"], 1, None),
        ("L", 5, &["J"], 0, None),
        ("M", 2, &["H"], 4, None),
        ("N", 6, &["K", "L"], 0, None),
    ];
    check(&rows, 44, &["A", "B", "C", "E", "F", "J", "L", "N"]);
}

#[test]
fn milwaukee_paper_installs_its_filter_in_15_weeks() {
    // Q40: Heizer and Render, Operations Management, chapter 3.
    let rows: [Row; 8] = [
        ("A", 2, &[], 0, None),
        ("B", 3, &[], 1, None),
        ("C", 2, &["A"], 0, None),
        ("D", 4, &["A", "B"], 1, None),
        ("E", 4, &["C"], 0, None),
        ("F", 3, &["C"], 6, None),
        ("G", 5, &["D", "E"], 0, None),
        ("H", 2, &["F", "G"], 0, None),
    ];
    check(&rows, 15, &["A", "C", "E", "G", "H"]);
}

#[test]
fn the_floats_of_taha_are_found() {
    // Q40: Taha, Operations Research, 8th ed., examples 6.5-6 and 6.5-7 (arrows read as tasks).
    let rows: [Row; 8] = [
        ("A", 5, &[], 0, Some(0)),
        ("B", 6, &[], 5, Some(2)),
        ("C", 3, &["A"], 3, Some(0)),
        ("D", 8, &["A"], 0, Some(0)),
        ("E", 2, &["B", "C"], 3, Some(3)),
        ("F", 11, &["B", "C"], 6, Some(6)),
        ("G", 1, &["D"], 11, Some(11)),
        ("H", 12, &["D", "E"], 0, Some(0)),
    ];
    check(&rows, 25, &["A", "D", "H"]);
}
