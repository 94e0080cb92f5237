//! Whether a condition fits the fields: all known, and only like compared with like.

use std::collections::{BTreeMap, BTreeSet};

use super::{Compare, Expr, Term};
use crate::model::{FieldKind, FormField};

/// What a field or a literal can be compared with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Number,
    Date,
    Flag,
    Choices,
}

impl Kind {
    fn of(kind: FieldKind) -> Kind {
        match kind {
            FieldKind::Number | FieldKind::Money => Kind::Number,
            FieldKind::Date => Kind::Date,
            FieldKind::YesNo => Kind::Flag,
            FieldKind::MultiChoice => Kind::Choices,
            FieldKind::Text
            | FieldKind::LongText
            | FieldKind::Choice
            | FieldKind::Person
            | FieldKind::Link => Kind::Text,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Kind::Text => "a text",
            Kind::Number => "a number",
            Kind::Date => "a date",
            Kind::Flag => "yes or no",
            Kind::Choices => "several choices",
        }
    }
}

/// Everything about a condition that does not fit these fields, each as a sentence.
pub fn check(expr: &Expr, fields: &BTreeMap<&str, &FormField>) -> Vec<String> {
    let mut wrong = Vec::new();
    Checker { fields }.expr(expr, &mut wrong);
    wrong
}

/// The keys of all fields a condition reads.
pub fn fields_of(expr: &Expr) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    collect(expr, &mut keys);
    keys
}

fn collect(expr: &Expr, keys: &mut BTreeSet<String>) {
    let mut term = |term: &Term| {
        if let Term::Field(key) = term {
            keys.insert(key.clone());
        }
    };
    match expr {
        Expr::Or(a, b) | Expr::And(a, b) => {
            collect(a, keys);
            collect(b, keys);
        }
        Expr::Not(inner) => collect(inner, keys),
        Expr::Field(key) | Expr::IsEmpty(key) => {
            keys.insert(key.clone());
        }
        Expr::Compare(left, _, right) => {
            term(left);
            term(right);
        }
        Expr::In(key, terms) => {
            terms.iter().for_each(term);
            keys.insert(key.clone());
        }
    }
}

struct Checker<'a> {
    fields: &'a BTreeMap<&'a str, &'a FormField>,
}

impl Checker<'_> {
    fn expr(&self, expr: &Expr, wrong: &mut Vec<String>) {
        match expr {
            Expr::Or(a, b) | Expr::And(a, b) => {
                self.expr(a, wrong);
                self.expr(b, wrong);
            }
            Expr::Not(inner) => self.expr(inner, wrong),
            Expr::IsEmpty(key) => {
                self.field(key, wrong);
            }
            Expr::Field(key) => {
                if self
                    .field(key, wrong)
                    .is_some_and(|kind| kind != Kind::Flag)
                {
                    wrong.push(format!(
                        "“{key}” is not a question of yes or no. Compare it with something."
                    ));
                }
            }
            Expr::In(key, terms) => {
                for term in terms {
                    self.compare(&Term::Field(key.clone()), Compare::Equal, term, wrong);
                }
            }
            Expr::Compare(left, by, right) => self.compare(left, *by, right, wrong),
        }
    }

    fn compare(&self, left: &Term, by: Compare, right: &Term, wrong: &mut Vec<String>) {
        let (Some(a), Some(b)) = (self.kind(left, wrong), self.kind(right, wrong)) else {
            return;
        };
        let fits = match by {
            Compare::Contains => matches!((a, b), (Kind::Choices | Kind::Text, Kind::Text)),
            Compare::Equal | Compare::Unequal => a == b,
            _ => a == b && !matches!(a, Kind::Flag | Kind::Choices),
        };
        if !fits {
            let named = |term: &Term, kind: Kind| match term {
                Term::Field(key) => format!("“{key}” is {}", kind.name()),
                _ => kind.name().to_owned(),
            };
            wrong.push(format!(
                "{}, which cannot be compared like this with {}.",
                named(left, a),
                named(right, b),
            ));
            return;
        }
        self.options(left, right, wrong);
        self.options(right, left, wrong);
    }

    fn options(&self, field: &Term, literal: &Term, wrong: &mut Vec<String>) {
        let (Term::Field(key), Term::Text(text)) = (field, literal) else {
            return;
        };
        let Some(field) = self.fields.get(key.as_str()) else {
            return;
        };
        let is_choice = matches!(field.kind, FieldKind::Choice | FieldKind::MultiChoice);
        let is_option =
            |option: &String| option.trim().to_lowercase() == text.trim().to_lowercase();
        if is_choice && !field.options.iter().any(is_option) {
            wrong.push(format!("“{text}” is not one of the choices of “{key}”."));
        }
    }

    fn kind(&self, term: &Term, wrong: &mut Vec<String>) -> Option<Kind> {
        Some(match term {
            Term::Field(key) => return self.field(key, wrong),
            Term::Text(_) => Kind::Text,
            Term::Number(_) => Kind::Number,
            Term::Date(_) => Kind::Date,
            Term::Flag(_) => Kind::Flag,
        })
    }

    fn field(&self, key: &str, wrong: &mut Vec<String>) -> Option<Kind> {
        let found = self.fields.get(key).map(|field| Kind::of(field.kind));
        if found.is_none() {
            wrong.push(format!("No step records “{key}”."));
        }
        found
    }
}
