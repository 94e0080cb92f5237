//! What would reverse the verdict: the smallest sets of one or two answers.

use super::weights::Weights;
use super::{Answer, Answers, Kind, Question, Suggestion, decide_with};

/// The answer to "what would flip it?".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flips {
    /// No one or two answers would, or there is no verdict to reverse yet.
    NoneFound,
    /// Every smallest set that would, the most decisive first; all have one change, or all have two.
    Found(Vec<Flip>),
}

/// A set of changed answers that reverses the kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flip {
    /// The answers to change, in the order of the questions.
    pub changes: Vec<(Question, Answer)>,
    /// The kind it then is.
    pub verdict: Kind,
    /// How sure that would be, in basis points.
    pub confidence: u16,
}

/// Finds the smallest sets of scored answers that reverse the kind (W6).
///
/// Only the answer for the other pole is tried: no other answer moves the point further (W3), so where it does not
/// reverse the kind, none does.
#[must_use]
pub fn flips(answers: &Answers, suggestion: &Suggestion, weights: &Weights) -> Flips {
    let now = decide_with(answers, suggestion, weights);
    if now.undecided {
        return Flips::NoneFound;
    }
    let target = now.kind.other();
    let answer = Answer::toward(target.pole());
    let open: Vec<_> = Question::SCORED
        .into_iter()
        .filter(|question| answers.get(*question) != Some(answer))
        .collect();

    let singles = open.iter().map(|question| vec![(*question, answer)]);
    let pairs = open.iter().enumerate().flat_map(|(idx, first)| {
        open.iter()
            .skip(idx + 1)
            .map(move |second| vec![(*first, answer), (*second, answer)])
    });
    let reversing = |sets: &mut dyn Iterator<Item = Vec<(Question, Answer)>>| {
        let mut found: Vec<_> = sets
            .filter_map(|changes| try_changes(answers, suggestion, weights, changes, target))
            .collect();
        found.sort_by(|a, b| {
            b.confidence
                .cmp(&a.confidence)
                .then_with(|| a.changes.cmp(&b.changes))
        });
        found
    };
    let mut found = reversing(&mut { singles });
    if found.is_empty() {
        found = reversing(&mut { pairs });
    }
    if found.is_empty() {
        Flips::NoneFound
    } else {
        Flips::Found(found)
    }
}

fn try_changes(
    answers: &Answers,
    suggestion: &Suggestion,
    weights: &Weights,
    changes: Vec<(Question, Answer)>,
    target: Kind,
) -> Option<Flip> {
    let mut changed = answers.clone();
    for (question, answer) in &changes {
        changed.set(*question, *answer);
    }
    let verdict = decide_with(&changed, suggestion, weights);
    (verdict.kind == target && !verdict.undecided).then_some(Flip {
        changes,
        verdict: target,
        confidence: verdict.confidence,
    })
}
