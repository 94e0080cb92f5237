//! Stretches of text with a weight, and how those that touch the same words become one.

use super::tokens::Token;
use super::{Cue, Pole};
use crate::classify::Question;

/// A stretch of the text that weighs something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// Where it begins, in bytes.
    pub(super) start: usize,
    /// Where it ends, in bytes.
    pub(super) end: usize,
    /// Its signed weight: negative toward the loop.
    pub(super) weight: i32,
    /// The question it speaks to, when the lexicon knows it. All else speaks to whether the work repeats.
    pub(super) question: Option<Question>,
    /// What it suggests.
    pub(super) reason: &'static str,
    /// How much of the weight the reason stands for: of several, the strongest speaks.
    said: i32,
}

impl Span {
    /// From one word to another, for no question.
    pub(super) fn of_words(first: &Token, last: &Token, weight: i32, reason: &'static str) -> Self {
        Self::over(first.start, last.end, weight, reason)
    }

    /// From one byte to another, for no question.
    pub(super) const fn over(start: usize, end: usize, weight: i32, reason: &'static str) -> Self {
        Self {
            start,
            end,
            weight,
            question: None,
            reason,
            said: weight,
        }
    }

    /// What the lexicon found.
    pub(super) fn of_cue(cue: &Cue) -> Self {
        let weight = cue.toward.signed(cue.weight);
        Self {
            start: cue.start,
            end: cue.end,
            weight,
            question: cue.question,
            reason: cue.reason,
            said: weight,
        }
    }

    fn take_in(&mut self, other: &Self) {
        self.end = self.end.max(other.end);
        self.weight += other.weight;
        // The lexicon knows its words better than the form does: its reason stays.
        let speaks = match (self.question, other.question) {
            (Some(_), None) => false,
            (None, Some(_)) => true,
            _ => other.said.abs() > self.said.abs(),
        };
        if speaks {
            self.question = other.question;
            self.reason = other.reason;
            self.said = other.said;
        }
    }

    /// The cue it amounts to, in a text that counts for `share` of 256; none when nothing is left of its weight.
    fn cue(&self, share: i32) -> Option<Cue> {
        let weight = (self.weight.abs() * share + 128) / 256;
        let toward = if self.weight < 0 {
            Pole::Loop
        } else {
            Pole::Line
        };
        // Where form and neighbors outweigh the words' own meaning, the words no longer answer their question.
        let turned = self.weight.signum() != self.said.signum();
        (weight > 0).then_some(Cue {
            start: self.start,
            end: self.end,
            toward,
            weight,
            question: self
                .question
                .filter(|_| !turned)
                .or(Some(Question::Repetition)),
            reason: match toward {
                _ if !turned => self.reason,
                Pole::Loop => "Here it rather speaks of work that comes back",
                Pole::Line => "Here it rather speaks of work that ends",
            },
        })
    }
}

/// Joins what overlaps, in the order of the text.
pub(super) fn joined(mut spans: Vec<Span>, share: i32) -> Vec<Cue> {
    spans.sort_by_key(|span| (span.start, span.end));
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start < last.end => last.take_in(&span),
            _ => joined.push(span),
        }
    }
    joined.iter().filter_map(|span| span.cue(share)).collect()
}
