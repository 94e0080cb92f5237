//! Amounts: reading, writing and reckoning.

use domain::money::{Currency, Money, ratio};
use proptest::prelude::*;

fn euro() -> Currency {
    Currency::default()
}

fn read(text: &str) -> i64 {
    Money::parse(text, euro()).unwrap().units()
}

fn refusal(text: &str) -> String {
    Money::parse(text, euro()).unwrap_err().to_string()
}

// P2: grouped either way, with a sign, with spaces.
#[test]
fn amounts_are_read_as_people_write_them() {
    for (text, cents) in [
        ("1234.5", 123_450),
        ("1234,50", 123_450),
        ("1 234.50", 123_450),
        ("1.234,50", 123_450),
        ("1,234.50", 123_450),
        ("1,234", 123_400),
        ("12,345,678", 1_234_567_800),
        ("€ 99", 9_900),
        ("99 €", 9_900),
        ("-12.05", -1_205),
        ("−€12", -1_200),
        ("0", 0),
        ("0.07", 7),
        (".5", 50),
        ("1'000", 100_000),
        ("007", 700),
    ] {
        assert_eq!(read(text), cents, "{text}");
    }
    let yen: Currency = "jpy".parse().unwrap();
    assert_eq!(Money::parse("¥1,234", yen).unwrap().units(), 1_234);
    let dinar: Currency = "KWD".parse().unwrap();
    assert_eq!(Money::parse("1.234", dinar).unwrap().units(), 1_234);
}

// P2: what is not an amount says so and shows what was typed.
#[test]
fn other_texts_are_refused() {
    for text in [
        "", "abc", "1.2.3", "1,23,456", "--1", "1e9", "NaN", "=1+1", "-", "€",
    ] {
        assert!(
            refusal(text).contains("is not an amount"),
            "{text}: {}",
            refusal(text)
        );
    }
    assert_eq!(
        refusal("1.2345"),
        "“1.2345” has more than 2 digits after the point."
    );
    assert!(refusal("90000000000000.01").contains("too large"));
    assert!(refusal("99999999999999999999999").contains("too large"));
    assert!("EURO".parse::<Currency>().is_err());
}

// P1: sums are checked.
#[test]
fn sums_that_do_not_fit_are_refused() {
    let one = Money::new(1).unwrap();
    let refused = Money::MAX.plus(one).unwrap_err().to_string();
    assert_eq!(
        refused,
        "This amount is too large. Amounts go up to 90000000000000.00."
    );
    assert!(Money::sum([Money::MAX, Money::MAX]).is_err());
    assert!(Money::new(i64::MIN).is_err());
    assert!(Money::MAX.times(2, 1).is_err());
    assert_eq!(
        Money::sum([Money::MAX, one])
            .and_then(|sum| sum.minus(one))
            .ok(),
        None
    );
}

// P3: halves go away from zero.
#[test]
fn shares_are_rounded_half_away_from_zero() {
    let share = |units, part, whole| {
        Money::new(units)
            .unwrap()
            .times(part, whole)
            .unwrap()
            .map(Money::units)
    };
    assert_eq!(share(5, 1, 2), Some(3));
    assert_eq!(share(-5, 1, 2), Some(-3));
    assert_eq!(share(100, 1, 3), Some(33));
    assert_eq!(share(100, 1, 0), None);
    assert_eq!(ratio(7, -2), Some(-4));
}

#[test]
fn amounts_are_written_for_reading() {
    let euros = |cents| Money::new(cents).unwrap();
    assert_eq!(
        euros(123_456_789).full(euro()),
        "€1\u{202f}234\u{202f}567.89"
    );
    assert_eq!(euros(-5).full(euro()), "\u{2212}€0.05");
    let short = |cents| euros(cents).short(euro());
    assert_eq!(short(14_680_000), "€146.8\u{202f}k");
    assert_eq!(short(999_999), "€9\u{202f}999");
    assert_eq!(short(99_999_999), "€1.0\u{202f}M");
    assert_eq!(short(-14_680_000), "\u{2212}€146.8\u{202f}k");
    assert_eq!(short(250_000_000_000), "€2.5\u{202f}bn");
}

proptest! {
    // P2: the plain form reads back.
    #[test]
    fn what_is_written_reads_back(units in -9_000_000_000_000_000_i64..=9_000_000_000_000_000) {
        for code in ["EUR", "JPY", "KWD"] {
            let currency: Currency = code.parse().unwrap();
            let money = Money::new(units).unwrap();
            prop_assert_eq!(Money::parse(&money.plain(currency), currency), Ok(money));
            prop_assert_eq!(Money::parse(&money.full(currency), currency), Ok(money));
            let _ = money.short(currency);
        }
    }

    // P2: no text stops the reader.
    #[test]
    fn any_text_is_read_or_refused(text in ".{0,40}") {
        let _ = Money::parse(&text, euro());
    }
}
