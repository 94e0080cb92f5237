//! Promised days in descriptions. Rule ids: `src/domain/SPEC.md`, "Deciding".

use domain::deadline::deadline;
use proptest::prelude::*;

use crate::world::day;

#[test]
fn a_promised_day_is_read_from_the_words() {
    // W33: today is 11 March 2026.
    let table = [
        ("Build a shed by May", "2026-05-31"),
        ("Open it before June.", "2026-05-31"),
        ("An app in both stores by June", "2026-06-30"),
        ("Done by February", "2027-02-28"),
        ("Ready by 15 April, painted", "2026-04-15"),
        ("Ready by April 15th", "2026-04-15"),
        ("Ready before 15 April", "2026-04-14"),
        ("until the end of March", "2026-03-31"),
        ("finish before the end of 2027", "2027-12-31"),
        ("by 2026-09-01 at the latest", "2026-09-01"),
        ("by 3 Jan 2028", "2028-01-03"),
        ("Sorted by size, shipped by Dec", "2026-12-31"),
    ];
    for (text, expected) in table {
        assert_eq!(
            deadline(text, day("2026-03-11")),
            Some(day(expected)),
            "{text}"
        );
    }
}

#[test]
fn words_that_promise_no_day_promise_none() {
    // W33
    for text in [
        "",
        "Every March we check the roof",
        "by hand",
        "by 40 May",
        "before the summer",
        "by 31 February",
        "by 2 March 2024",
        "by mail and phone",
        "until",
    ] {
        assert_eq!(deadline(text, day("2026-03-11")), None, "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_stops_the_reader_and_no_day_is_past(text in "\\PC{0,60}|(by|before|until) [0-9a-z ]{0,30}") {
        // W33
        let today = day("2026-03-11");
        prop_assert!(deadline(&text, today).is_none_or(|day| day >= today));
    }
}
