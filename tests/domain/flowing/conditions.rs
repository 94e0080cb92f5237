//! Conditions. Rule ids: `src/domain/SPEC.md`, "Conditions".

use std::collections::BTreeMap;

use domain::flow::expr::{check, parse, truth};
use domain::model::{FieldKind, FormField, Value, Values};
use proptest::prelude::*;

use super::field;
use crate::world::day;

fn values() -> Values {
    Values::from([
        ("amount".to_owned(), Value::Money(150_050)),
        ("n".to_owned(), Value::Number(12_500)),
        ("area".to_owned(), Value::Text("Safety".to_owned())),
        ("start".to_owned(), Value::Date(day("2026-05-18"))),
        ("urgent".to_owned(), Value::Flag(true)),
        (
            "topics".to_owned(),
            Value::Choices(vec!["Legal".to_owned()]),
        ),
    ])
}

fn holds(text: &str) -> Option<bool> {
    truth(&parse(text).unwrap(), &values(), &|_| None)
}

#[test]
fn conditions_compare_like_with_like() {
    // R20
    for text in [
        "amount > 1500 and amount <= 1500.5",
        "area = \"safety\" and area != 'Legal'",
        "area in (\"Legal\", \"Safety\")",
        "topics contains “Legal”",
        "start >= 2026-05-18 and not start < 2026-05-18",
        "(urgent or n = 3) and n = 12.5",
        "urgent = yes and area is not empty",
        "note is empty",
        "not (amount < 3 or n ≥ 13)",
    ] {
        assert_eq!(holds(text), Some(true), "{text}");
    }
    assert_eq!(holds("amount < 1500.50"), Some(false));
}

#[test]
fn a_field_that_is_not_filled_in_makes_a_condition_neither_true_nor_false() {
    // R21
    for (text, expected) in [
        ("gone > 3", None),
        ("not gone > 3", None),
        ("gone > 3 or urgent", Some(true)),
        ("gone > 3 and not urgent", Some(false)),
        ("gone", None),
        ("gone in (\"a\")", None),
        ("area > 3", None),
    ] {
        assert_eq!(holds(text), expected, "{text}");
    }
}

#[test]
fn what_is_wrong_with_a_condition_is_said_with_its_place() {
    // R22
    for (text, expected) in [
        (
            "",
            "Write a condition, for example amount > 1000. (at character 1)",
        ),
        (
            "amount >",
            "The condition ends too early: what it is compared with is missing. (at character 9)",
        ),
        (
            "amount > 3 urgent",
            "Put “and” or “or” before “urgent”. (at character 12)",
        ),
        (
            "area = \"Saf",
            "This text has no closing quotation mark. (at character 8)",
        ),
        (
            "(urgent",
            "A closing parenthesis is missing. (at character 8)",
        ),
        (
            "n = 1.2.3",
            "“1.2.3” is not a number. Write it like 1000 or 12.5, and a date like 2026-05-31. (at character 5)",
        ),
        (
            "n + 1 = 2",
            "“+” means nothing here. Write a field, a number or a \"text\". (at character 3)",
        ),
        (
            "and urgent",
            "Before “and”, a field, for example amount is missing. (at character 1)",
        ),
    ] {
        assert_eq!(parse(text).unwrap_err().to_string(), expected, "{text}");
    }
    let fields = [
        field("amount", FieldKind::Money),
        field("area", FieldKind::Choice),
        field("urgent", FieldKind::YesNo),
    ];
    let fields: BTreeMap<&str, &FormField> = fields.iter().map(|f| (f.key.as_str(), f)).collect();
    for (text, expected) in [
        (
            "amount = \"much\"",
            "“amount” is a number, which cannot be compared like this with a text.",
        ),
        ("colour = \"red\"", "No step records “colour”."),
        (
            "area = \"Pay\"",
            "“Pay” is not one of the choices of “area”.",
        ),
        (
            "amount",
            "“amount” is not a question of yes or no. Compare it with something.",
        ),
    ] {
        assert_eq!(check(&parse(text).unwrap(), &fields), [expected], "{text}");
    }
    assert_eq!(
        check(&parse("area = \"legal\" and urgent").unwrap(), &fields),
        [""; 0]
    );
}

proptest! {
    #[test]
    fn no_text_stops_the_reader(
        text in "\\PC{0,40}|(not |\\(|amount|and| or |=|<|\"a\"|1|2026-01-01|,|in|is|empty|\\)| ){0,40}",
    ) {
        // R23
        if let Ok(expr) = parse(&text) {
            truth(&expr, &values(), &|_| None);
        }
        prop_assert!(parse(&"(".repeat(5_000)).is_err());
        prop_assert!(parse(&"not ".repeat(200)).is_err());
    }
}
