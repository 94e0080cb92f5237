//! Weights moved by the decisions a person took against the verdict.
//!
//! Nothing is stored: the weights are worked out anew from the kept overrules, so switching this off, or deleting such a
//! decision, brings back what was.

use super::weights::{WEIGHTS, Weights};
use super::{Answers, Kind, Pole, Question};

/// A weight moves by at most one part in so many, up or down.
const BOUND: i32 = 4;

/// How the weight of one question was moved, and by what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The question.
    pub question: Question,
    /// Its weight in the table.
    pub from: i32,
    /// Its weight now.
    pub to: i32,
    /// Overrules whose answer to it spoke for what the person then chose.
    pub n_with: i32,
    /// Overrules whose answer to it spoke for the verdict they went against.
    pub n_against: i32,
}

/// How each weight moves after these overrules: answers and the kind the person chose instead (W31).
///
/// A question gains one unit for each overrule its answer agreed with and loses one for each it did not, by at most a
/// quarter of its weight. The order of the overrules does not matter.
#[must_use]
pub fn tune(overrules: &[(Answers, Kind)]) -> Vec<Moved> {
    WEIGHTS
        .iter()
        .map(|entry| {
            let count = |pole_of: fn(Kind) -> Pole| {
                let agreeing = overrules.iter().filter(|(answers, chosen)| {
                    let said = answers.get(entry.question).and_then(super::Answer::pole);
                    said == Some(pole_of(*chosen))
                });
                i32::try_from(agreeing.count()).unwrap_or(i32::MAX)
            };
            let n_with = count(Kind::pole);
            let n_against = count(|chosen| chosen.pole().opposite());
            let bound = entry.weight / BOUND;
            Moved {
                question: entry.question,
                from: entry.weight,
                to: entry.weight + (n_with - n_against).clamp(-bound, bound),
                n_with,
                n_against,
            }
        })
        .collect()
}

/// The weights after these overrules; those of the table when there are none.
#[must_use]
pub fn tuned(overrules: &[(Answers, Kind)]) -> Weights {
    tune(overrules)
        .into_iter()
        .fold(Weights::default(), |weights, moved| {
            weights.with(moved.question, moved.to)
        })
}
