//! Fractional order keys: a position between any two others, so that a move changes one record.
//!
//! A key is an integer part, whose first letter says how long it is, followed by a fraction, all
//! digits of base 62 in ASCII order. Keys compare as plain strings. Appending only counts the
//! integer part up, so ten thousand appended records have keys of at most four letters. The
//! scheme is David Greenspan's “Implementing fractional indexing” (Observable, 2020).

use std::fmt;

use serde::{Deserialize, Serialize};

/// A position in a list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct OrderKey(String);

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const ZERO: u8 = b'0';
const LAST: u8 = b'z';

impl OrderKey {
    /// The key of the first record of a list.
    pub fn first() -> OrderKey {
        OrderKey("a0".to_owned())
    }

    /// A key strictly after `low` and strictly before `high`; an absent bound is the list's end.
    ///
    /// Two tabs can give two records the same key, and then nothing lies between them: when
    /// `low >= high` the key is the one after `low`, and the record's id decides among equals.
    pub fn between(low: Option<&OrderKey>, high: Option<&OrderKey>) -> OrderKey {
        match (low, high) {
            (None, None) => OrderKey::first(),
            (Some(low), None) => OrderKey(after(&low.0)),
            (None, Some(high)) => OrderKey(before(&high.0)),
            (Some(low), Some(high)) if low < high => OrderKey(middle(&low.0, &high.0)),
            (Some(low), Some(_)) => OrderKey(format!("{}V", low.0)),
        }
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A stored key, if it is one.
    pub fn parse(text: &str) -> Option<OrderKey> {
        let n_integer = integer_len(*text.as_bytes().first()?)?;
        let is_valid = text.len() >= n_integer
            && text.bytes().all(|b| DIGITS.contains(&b))
            && (text.len() == n_integer || !text.ends_with('0'))
            && text != SMALLEST;
        is_valid.then(|| OrderKey(text.to_owned()))
    }
}

impl Default for OrderKey {
    fn default() -> Self {
        OrderKey::first()
    }
}

impl fmt::Display for OrderKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for OrderKey {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        OrderKey::parse(&text).ok_or_else(|| serde::de::Error::custom("not an order key"))
    }
}

/// The smallest integer part; nothing may equal it, or nothing could come before.
const SMALLEST: &str = "A00000000000000000000000000";

/// Letters of the integer part that begins with `head`: `a` two, `b` three …, `Z` two, `Y` three ….
fn integer_len(head: u8) -> Option<usize> {
    match head {
        b'a'..=b'z' => Some(usize::from(head - b'a') + 2),
        b'A'..=b'Z' => Some(usize::from(b'Z' - head) + 2),
        _ => None,
    }
}

fn split(key: &str) -> (&str, &str) {
    let n_integer = key
        .bytes()
        .next()
        .and_then(integer_len)
        .unwrap_or(key.len());
    key.split_at_checked(n_integer).unwrap_or((key, ""))
}

fn after(low: &str) -> String {
    let (integer, fraction) = split(low);
    increment(integer).unwrap_or_else(|| format!("{integer}{}", fraction_between(fraction, None)))
}

fn before(high: &str) -> String {
    let (integer, fraction) = split(high);
    if integer == SMALLEST {
        return format!("{integer}{}", fraction_between("", Some(fraction)));
    }
    if !fraction.is_empty() {
        return integer.to_owned();
    }
    match decrement(integer) {
        Some(smaller) if smaller != SMALLEST => smaller,
        _ => format!("{SMALLEST}V"),
    }
}

fn middle(low: &str, high: &str) -> String {
    let (low_integer, low_fraction) = split(low);
    let (high_integer, high_fraction) = split(high);
    if low_integer == high_integer {
        return format!(
            "{low_integer}{}",
            fraction_between(low_fraction, Some(high_fraction))
        );
    }
    match increment(low_integer) {
        Some(next) if next.as_str() < high => next,
        _ => format!("{low_integer}{}", fraction_between(low_fraction, None)),
    }
}

fn increment(integer: &str) -> Option<String> {
    let mut bytes = integer.as_bytes().to_vec();
    let (head, digits) = bytes.split_first_mut()?;
    for digit in digits.iter_mut().rev() {
        if *digit == LAST {
            *digit = ZERO;
        } else {
            *digit = step_digit(*digit, 1);
            return String::from_utf8(bytes).ok();
        }
    }
    // Every digit overflowed: the next length begins.
    match *head {
        b'Z' => Some("a0".to_owned()),
        b'z' => None,
        head => {
            let next = head + 1;
            Some(format!(
                "{}{}",
                next as char,
                "0".repeat(integer_len(next)? - 1)
            ))
        }
    }
}

fn decrement(integer: &str) -> Option<String> {
    let mut bytes = integer.as_bytes().to_vec();
    let (head, digits) = bytes.split_first_mut()?;
    for digit in digits.iter_mut().rev() {
        if *digit == ZERO {
            *digit = LAST;
        } else {
            *digit = step_digit(*digit, -1);
            return String::from_utf8(bytes).ok();
        }
    }
    match *head {
        b'a' => Some("Zz".to_owned()),
        b'A' => None,
        head => {
            let previous = head - 1;
            Some(format!(
                "{}{}",
                previous as char,
                "z".repeat(integer_len(previous)? - 1)
            ))
        }
    }
}

fn step_digit(digit: u8, by: isize) -> u8 {
    digit_value(digit)
        .checked_add_signed(by)
        .and_then(|value| DIGITS.get(value))
        .copied()
        .unwrap_or(digit)
}

fn digit_value(digit: u8) -> usize {
    DIGITS.iter().position(|d| *d == digit).unwrap_or(0)
}

/// A fraction strictly between two others (`None`: one), never ending in zero.
fn fraction_between(low: &str, high: Option<&str>) -> String {
    let mut low = low.bytes();
    let mut high = high.map(str::bytes);
    let mut result = String::new();
    loop {
        let low_digit = low.next().map_or(0, digit_value);
        let high_digit = match high.as_mut() {
            None => DIGITS.len(),
            Some(bytes) => bytes.next().map_or(0, digit_value),
        };
        let room = high_digit.saturating_sub(low_digit);
        if room >= 2 {
            push_digit(&mut result, low_digit + room / 2);
            return result;
        }
        push_digit(&mut result, low_digit);
        if room == 1 {
            // Anything that continues with `low` and goes further is below `high`.
            high = None;
        }
    }
}

fn push_digit(result: &mut String, value: usize) {
    result.push(DIGITS.get(value).copied().unwrap_or(ZERO) as char);
}
