//! How often work comes back, read from its description. Rule ids: `src/domain/SPEC.md`, "Deciding".

use domain::brief::cadence::{find, first_day};
use domain::recur::Rule;

use crate::world::day;

#[test]
fn a_cadence_reads_as_its_rule() {
    // W35
    let table = [
        (
            "Every month someone checks the machines",
            "Every month",
            "FREQ=MONTHLY",
        ),
        (
            "We clean the filters every second Monday.",
            "every second Monday",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
        ),
        (
            "Close the books at the end of each month",
            "at the end of each month",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        ),
        (
            "On the first Tuesday of every month we meet",
            "On the first Tuesday of every month",
            "FREQ=MONTHLY;BYDAY=1TU",
        ),
        (
            "Rent is paid on the 3rd of each month",
            "on the 3rd of each month",
            "FREQ=MONTHLY;BYMONTHDAY=3",
        ),
        (
            "A quarterly report to the council",
            "quarterly",
            "FREQ=MONTHLY;INTERVAL=3",
        ),
        (
            "We send it out on Fridays",
            "on Fridays",
            "FREQ=WEEKLY;BYDAY=FR",
        ),
        (
            "Every three weeks, blood is taken",
            "Every three weeks",
            "FREQ=WEEKLY;INTERVAL=3",
        ),
        (
            "Count the till each working day",
            "each working day",
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        ),
        ("An annual fire drill", "annual", "FREQ=YEARLY"),
        (
            "Once a week I water the plants",
            "Once a week",
            "FREQ=WEEKLY",
        ),
        // The one that says the day.
        (
            "Our weekly letter goes out every Thursday",
            "every Thursday",
            "FREQ=WEEKLY;BYDAY=TH",
        ),
    ];
    for (text, words, rule) in table {
        let found = find(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(
            (found.words.as_str(), found.rule.to_string().as_str()),
            (words, rule),
            "{text}"
        );
    }
    for text in [
        "Twice a week",
        "Every customer gets a letter",
        "A day out",
        "on the 3rd of May",
        "each of them",
        "",
    ] {
        assert_eq!(find(text), None, "{text}");
    }
}

#[test]
fn work_that_begins_today_starts_by_its_rule_from_tomorrow_on() {
    // W35: today is Wednesday, 11 March 2026.
    let table = [
        ("FREQ=DAILY", "2026-03-12"),
        ("FREQ=WEEKLY", "2026-03-16"),
        ("FREQ=MONTHLY", "2026-04-01"),
        ("FREQ=MONTHLY;INTERVAL=3", "2026-04-01"),
        ("FREQ=WEEKLY;BYDAY=WE", "2026-03-18"),
        ("FREQ=MONTHLY;BYDAY=1MO", "2026-04-06"),
    ];
    for (rule, first) in table {
        let rule = Rule::read(rule).unwrap();
        let start = first_day(&rule, day("2026-03-11"));
        assert_eq!(start, day(first), "{rule}");
        assert_eq!(rule.days(start).next(), Some(start), "the first day occurs");
    }
}
