//! Conditions of branches: a small typed language over the fields of a process.
//!
//! ```text
//! amount > 1000 and country = "Germany"
//! area in ("Safety", "Legal") or not known
//! start <= 2026-05-01
//! topics contains "Pay"
//! note is empty
//! ```
//!
//! A comparison with a field that is not filled in is neither true nor false, and a branch is taken
//! only when its condition is true (Kleene's three-valued logic).

mod check;
mod parse;

pub use check::{check, fields_of};

use crate::flow::engine::Names;
use crate::model::{Value, Values};
use crate::time::Day;

/// A condition that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expr {
    /// Either holds.
    Or(Box<Expr>, Box<Expr>),
    /// Both hold.
    And(Box<Expr>, Box<Expr>),
    /// It does not hold.
    Not(Box<Expr>),
    /// A field of the kind “yes or no”.
    Field(String),
    /// A comparison.
    Compare(Term, Compare, Term),
    /// A field is one of these.
    In(String, Vec<Term>),
    /// A field has nothing in it.
    IsEmpty(String),
}

/// How two things are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    /// The same; texts whatever their case.
    Equal,
    /// Not the same.
    Unequal,
    /// Less, or earlier.
    Less,
    /// At most, or no later than.
    AtMost,
    /// More, or later.
    More,
    /// At least, or no earlier than.
    AtLeast,
    /// A choice among several, or a part of a text.
    Contains,
}

/// A side of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// A field, by its key.
    Field(String),
    /// A text.
    Text(String),
    /// A number or an amount, in thousandths.
    Number(i64),
    /// A day.
    Date(Day),
    /// Yes or no.
    Flag(bool),
}

/// Why a text is not a condition.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message} (at character {at})")]
pub struct ExprError {
    /// What is wrong and how to write it.
    pub message: String,
    /// Where, counted in characters from 1.
    pub at: usize,
}

/// Reads a condition, or says what is wrong with it. Never fails otherwise.
pub fn parse(text: &str) -> Result<Expr, ExprError> {
    parse::parse(text)
}

/// Whether a condition is true for this data. One that cannot be read is not.
pub fn holds(text: &str, values: &Values, names: &Names) -> bool {
    parse(text).is_ok_and(|expr| truth(&expr, values, names) == Some(true))
}

/// Whether a condition is true for this data; `None` when a field it needs is not filled in.
pub fn truth(expr: &Expr, values: &Values, names: &Names) -> Option<bool> {
    let data = Data { values, names };
    data.truth(expr)
}

struct Data<'a> {
    values: &'a Values,
    names: &'a Names<'a>,
}

/// What a term stands for.
#[derive(PartialEq, Eq)]
enum Datum {
    Text(String),
    Number(i64),
    Date(Day),
    Flag(bool),
    Choices(Vec<String>),
}

impl Data<'_> {
    fn truth(&self, expr: &Expr) -> Option<bool> {
        match expr {
            Expr::Or(a, b) => match (self.truth(a), self.truth(b)) {
                (Some(true), _) | (_, Some(true)) => Some(true),
                (Some(false), Some(false)) => Some(false),
                _ => None,
            },
            Expr::And(a, b) => match (self.truth(a), self.truth(b)) {
                (Some(false), _) | (_, Some(false)) => Some(false),
                (Some(true), Some(true)) => Some(true),
                _ => None,
            },
            Expr::Not(inner) => self.truth(inner).map(|holds| !holds),
            Expr::Field(key) => match self.values.get(key)? {
                Value::Flag(flag) => Some(*flag),
                _ => None,
            },
            Expr::IsEmpty(key) => Some(!self.values.contains_key(key)),
            Expr::In(key, terms) => {
                let left = Term::Field(key.clone());
                let mut known = Some(false);
                for term in terms {
                    match self.compare(&left, Compare::Equal, term) {
                        Some(true) => return Some(true),
                        Some(false) => {}
                        None => known = None,
                    }
                }
                known
            }
            Expr::Compare(left, by, right) => self.compare(left, *by, right),
        }
    }

    fn compare(&self, left: &Term, by: Compare, right: &Term) -> Option<bool> {
        let (left, right) = (self.datum(left)?, self.datum(right)?);
        if by == Compare::Contains {
            return match (left, right) {
                (Datum::Choices(all), Datum::Text(one)) => Some(all.contains(&one)),
                (Datum::Text(all), Datum::Text(part)) => Some(all.contains(&part)),
                _ => None,
            };
        }
        let order = match (&left, &right) {
            (Datum::Number(a), Datum::Number(b)) => a.cmp(b),
            (Datum::Date(a), Datum::Date(b)) => a.cmp(b),
            (Datum::Text(a), Datum::Text(b)) => a.cmp(b),
            (Datum::Flag(a), Datum::Flag(b)) => a.cmp(b),
            (Datum::Choices(a), Datum::Choices(b)) => a.cmp(b),
            _ => return None,
        };
        Some(match by {
            Compare::Equal => order.is_eq(),
            Compare::Unequal => order.is_ne(),
            Compare::Less => order.is_lt(),
            Compare::AtMost => order.is_le(),
            Compare::More => order.is_gt(),
            Compare::AtLeast | Compare::Contains => order.is_ge(),
        })
    }

    fn datum(&self, term: &Term) -> Option<Datum> {
        Some(match term {
            Term::Text(text) => Datum::Text(folded(text)),
            Term::Number(thousandths) => Datum::Number(*thousandths),
            Term::Date(day) => Datum::Date(*day),
            Term::Flag(flag) => Datum::Flag(*flag),
            Term::Field(key) => match self.values.get(key)? {
                Value::Text(text) => Datum::Text(folded(text)),
                Value::Number(thousandths) => Datum::Number(*thousandths),
                Value::Money(hundredths) => Datum::Number(hundredths.saturating_mul(10)),
                Value::Date(day) => Datum::Date(*day),
                Value::Flag(flag) => Datum::Flag(*flag),
                Value::Choices(all) => Datum::Choices(all.iter().map(|one| folded(one)).collect()),
                Value::Person(id) => Datum::Text(folded(&(self.names)(*id)?)),
            },
        })
    }
}

/// Texts are compared whatever their case and the spaces around them.
fn folded(text: &str) -> String {
    text.trim().to_lowercase()
}
