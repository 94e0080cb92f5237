//! Dates, times and counts read as people write them.

use domain::time::Day;
use loopline::ui::form::{hours_text, parse_hours};
use loopline::ui::format;
use wasm_bindgen_test::wasm_bindgen_test;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[wasm_bindgen_test]
fn the_year_is_written_only_when_it_is_another() {
    let today = day("2026-11-24");
    assert_eq!(format::day(day("2026-05-12"), today), "12 May");
    assert_eq!(format::day(day("2027-01-04"), today), "4 Jan 2027");
    assert_eq!(format::long_day(today), "Tuesday 24 November 2026");
}

#[wasm_bindgen_test]
fn a_near_due_day_is_named_from_today() {
    let today = day("2026-11-24");
    let due = |text| format::due(day(text), today);
    assert_eq!(due("2026-11-23"), "Yesterday");
    assert_eq!(due("2026-11-24"), "Today");
    assert_eq!(due("2026-11-25"), "Tomorrow");
    assert_eq!(due("2026-11-30"), "Mon");
    assert_eq!(due("2026-12-01"), "1 Dec");
    assert_eq!(due("2026-11-22"), "22 Nov");
}

#[wasm_bindgen_test]
fn a_time_span_has_at_most_two_units() {
    assert_eq!(format::elapsed(0), "0 m");
    assert_eq!(format::elapsed(35 * 60_000), "35 m");
    assert_eq!(format::elapsed(200 * 60_000), "3 h 20 m");
    assert_eq!(format::elapsed(52 * 3_600_000), "2 d 4 h");
    assert_eq!(format::elapsed(12 * 86_400_000 + 3_600_000), "12 d");
}

#[wasm_bindgen_test]
fn basis_points_are_rounded_to_whole_percent() {
    assert_eq!(format::percent(5_049), "50\u{202F}%");
    assert_eq!(format::percent(5_050), "51\u{202F}%");
    assert_eq!(format::percent(10_000), "100\u{202F}%");
}

#[wasm_bindgen_test]
fn hours_are_read_with_a_point_a_comma_or_a_colon() {
    for (text, minutes) in [
        ("", None),
        ("8", Some(480)),
        ("7.5", Some(450)),
        ("7,25", Some(435)),
        (" 7:05 ", Some(425)),
        ("-1.5", Some(-90)),
        ("0.1", Some(6)),
    ] {
        assert_eq!(parse_hours("Effort", text), Ok(minutes), "{text}");
    }
    for text in [
        "x",
        "7:60",
        "7:-1",
        "1.x",
        "+1",
        ".",
        "1e3",
        "9999999999999999999",
        "7.é",
    ] {
        assert!(parse_hours("Effort", text).is_err(), "{text}");
    }
    for (minutes, text) in [(480, "8"), (450, "7.5"), (425, "7:05")] {
        assert_eq!(hours_text(minutes), text);
    }
}
