//! Money: whole numbers of a currency's smallest unit. Never a float.
//!
//! Every sum is checked: what does not fit is a sentence, not a wrong number.

use std::fmt;

use serde::{Deserialize, Serialize};

mod currency;

pub use currency::{Currency, CurrencyError};

/// An amount in the smallest unit of a currency, for example cents. It may be negative.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Money(i64);

/// Why an amount is not accepted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// More than [`Money::MAX`] either way.
    #[error("This amount is too large. Amounts go up to {}.", Money::MAX.plain(Currency::default()))]
    TooLarge,
    /// Not a number of money.
    #[error("“{text}” is not an amount. Write it as 1234.50.")]
    NotAnAmount {
        /// What was given, cut to forty characters.
        text: String,
    },
    /// More digits after the mark than the currency has.
    #[error("“{text}” has more than {decimals} digits after the point.")]
    TooFine {
        /// What was given, cut to forty characters.
        text: String,
        /// The digits the currency has.
        decimals: u8,
    },
    /// Less than nothing where only more makes sense.
    #[error("An amount here cannot be negative.")]
    Negative,
}

impl Money {
    /// Nothing.
    pub const ZERO: Money = Money(0);
    /// The largest amount: exact also where a file is read by a program that has only floats.
    pub const MAX: Money = Money(9_000_000_000_000_000);

    /// So many of the smallest unit.
    pub fn new(units: i64) -> Result<Money, MoneyError> {
        if units.unsigned_abs() > Self::MAX.0.unsigned_abs() {
            return Err(MoneyError::TooLarge);
        }
        Ok(Money(units))
    }

    /// The number of the smallest unit.
    pub const fn units(self) -> i64 {
        self.0
    }

    /// Both together.
    pub fn plus(self, other: Money) -> Result<Money, MoneyError> {
        Money::from_wide(i128::from(self.0) + i128::from(other.0))
    }

    /// What is left.
    pub fn minus(self, other: Money) -> Result<Money, MoneyError> {
        Money::from_wide(i128::from(self.0) - i128::from(other.0))
    }

    /// All together.
    pub fn sum(amounts: impl IntoIterator<Item = Money>) -> Result<Money, MoneyError> {
        let total: i128 = amounts.into_iter().map(|amount| i128::from(amount.0)).sum();
        Money::from_wide(total)
    }

    /// This amount times `numerator` / `denominator`, rounded half away from zero; nothing for a
    /// denominator of zero.
    pub fn times(self, numerator: i64, denominator: i64) -> Result<Option<Money>, MoneyError> {
        match ratio(
            i128::from(self.0) * i128::from(numerator),
            i128::from(denominator),
        ) {
            Some(product) => Money::from_wide(product).map(Some),
            None => Ok(None),
        }
    }

    /// What an amount read from storage may not be: too large either way.
    pub fn is_valid(self) -> bool {
        Money::new(self.0).is_ok()
    }

    pub(crate) fn from_wide(units: i128) -> Result<Money, MoneyError> {
        i64::try_from(units)
            .map_err(|_| MoneyError::TooLarge)
            .and_then(Money::new)
    }

    /// The amount a person typed. Spaces, apostrophes and points or commas between groups of
    /// three are passed over; the last point or comma that no full group follows begins the cents.
    pub fn parse(text: &str, currency: Currency) -> Result<Money, MoneyError> {
        let shown: String = text.trim().chars().take(40).collect();
        let not_an_amount = || MoneyError::NotAnAmount {
            text: shown.clone(),
        };
        let bare = currency.strip_symbol(text.trim());
        let (is_negative, bare) = match bare.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, currency.strip_symbol(rest.trim_start())),
            None => (false, bare),
        };
        let is_space = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’');
        let digits: String = bare.chars().filter(|c| !is_space(*c)).collect();
        let decimals = usize::from(currency.decimals());
        let (whole, cents) = match digits.rfind(['.', ',']) {
            Some(at) if is_decimal_mark(&digits, at, decimals) => digits.split_at(at),
            _ => (digits.as_str(), ""),
        };
        let cents = cents.trim_start_matches(['.', ',']);
        let whole = ungrouped(whole).ok_or_else(not_an_amount)?;
        if whole.is_empty() && cents.is_empty() || !cents.bytes().all(|b| b.is_ascii_digit()) {
            return Err(not_an_amount());
        }
        if cents.len() > decimals {
            return Err(MoneyError::TooFine {
                text: shown,
                decimals: currency.decimals(),
            });
        }
        if whole.len() > 18 {
            return Err(MoneyError::TooLarge);
        }
        let number = |text: &str| text.parse::<i64>().unwrap_or(0);
        let units = number(&whole)
            .checked_mul(currency.units_in_one())
            .and_then(|units| units.checked_add(number(&format!("{cents:0<decimals$}"))))
            .ok_or(MoneyError::TooLarge)?;
        Money::new(if is_negative { -units } else { units })
    }

    /// “-1234.50”, as a file has it.
    pub fn plain(self, currency: Currency) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        format!("{sign}{}", self.digits(currency, ""))
    }

    /// “€1 234.50”, with narrow spaces between groups of three.
    pub fn full(self, currency: Currency) -> String {
        let sign = if self.0 < 0 { "\u{2212}" } else { "" };
        let digits = self.digits(currency, "\u{202f}");
        format!("{sign}{}{digits}", currency.symbol())
    }

    /// “€146.8 k”: at most four digits, for a figure at a glance.
    pub fn short(self, currency: Currency) -> String {
        let units = self.0.unsigned_abs() / currency.units_in_one().unsigned_abs();
        let sign = if self.0 < 0 { "\u{2212}" } else { "" };
        let symbol = currency.symbol();
        let tenths = |unit: u64, letter: &str| {
            let tenths = (units + unit / 20) / (unit / 10);
            format!(
                "{sign}{symbol}{}.{}\u{202f}{letter}",
                tenths / 10,
                tenths % 10
            )
        };
        match units {
            0..10_000 => {
                let whole = grouped(&units.to_string(), "\u{202f}");
                format!("{sign}{symbol}{whole}")
            }
            10_000..999_950 => tenths(1_000, "k"),
            999_950..999_950_000 => tenths(1_000_000, "M"),
            _ => tenths(1_000_000_000, "bn"),
        }
    }

    fn digits(self, currency: Currency, separator: &str) -> String {
        let (units, one) = (
            self.0.unsigned_abs(),
            currency.units_in_one().unsigned_abs(),
        );
        let whole = grouped(&(units / one).to_string(), separator);
        let decimals = usize::from(currency.decimals());
        if decimals == 0 {
            return whole;
        }
        format!("{whole}.{:0decimals$}", units % one)
    }
}

impl fmt::Display for Money {
    /// The number of the smallest unit.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The amount, if it is not less than nothing and not too large.
pub fn not_negative(amount: Money) -> Result<Money, MoneyError> {
    if amount < Money::ZERO {
        return Err(MoneyError::Negative);
    }
    Money::new(amount.0)
}

/// `numerator` / `denominator` rounded half away from zero; nothing for a denominator of zero.
pub fn ratio(numerator: i128, denominator: i128) -> Option<i128> {
    if denominator == 0 {
        return None;
    }
    let half = denominator.abs() / 2;
    let magnitude = (numerator.abs() + half) / denominator.abs();
    let is_negative = (numerator < 0) != (denominator < 0);
    Some(if is_negative { -magnitude } else { magnitude })
}

/// Whether the mark at `at` begins the cents: the other mark stands before it, or what follows
/// cannot be a group of three.
fn is_decimal_mark(digits: &str, at: usize, decimals: usize) -> bool {
    let (before, after) = digits.split_at(at);
    let mark = after.chars().next().unwrap_or('.');
    let n_after = after.len() - 1;
    let other = if mark == '.' { ',' } else { '.' };
    if before.contains(mark) {
        return false;
    }
    before.contains(other) || n_after != 3 || decimals >= 3
}

/// The digits without the marks between groups of three, or nothing when they are misplaced.
fn ungrouped(whole: &str) -> Option<String> {
    let mut parts = whole.split(['.', ',']);
    let first = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    let are_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let is_grouped = rest
        .iter()
        .all(|group| group.len() == 3 && are_digits(group));
    let is_first_fit = rest.is_empty() || (1..=3).contains(&first.len());
    (are_digits(first) && is_grouped && is_first_fit)
        .then(|| {
            format!("{first}{}", rest.concat())
                .trim_start_matches('0')
                .to_owned()
        })
        .map(|digits| {
            if digits.is_empty() && !whole.is_empty() {
                "0".to_owned()
            } else {
                digits
            }
        })
}

fn grouped(digits: &str, separator: &str) -> String {
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}
