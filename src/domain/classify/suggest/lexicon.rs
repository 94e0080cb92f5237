//! The words and phrases that point one way, and how they are looked up.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::tokens::{Token, stem};
use super::{line_words, loop_words};
use crate::classify::{Pole, Question};

/// Terms that suggest the same thing for the same reason.
#[derive(Debug)]
pub(super) struct Group {
    /// Which way they point.
    pub(super) toward: Pole,
    /// The question they speak to.
    pub(super) question: Option<Question>,
    /// How strongly; 0 for phrases that only keep their words from being read otherwise.
    pub(super) weight: i32,
    /// What they suggest, in a few words.
    pub(super) reason: &'static str,
    /// What part they play in a sentence.
    pub(super) role: Role,
    /// Words separated by spaces, compared by stem; a word after "=" is compared as it stands.
    pub(super) terms: &'static str,
}

/// The part a term plays in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A verb of making or changing something.
    Making,
    /// Any other verb.
    Acting,
    /// Routine work by its name.
    Routine,
    /// What the work is done to, or what comes out of it.
    Thing,
    /// A time, a manner or another sign.
    Sign,
}

/// A group found at the beginning of some words.
#[derive(Clone, Debug)]
pub(super) struct Match {
    /// The group the words belong to.
    pub(super) group: &'static Group,
    /// How many words the term has.
    pub(super) n_words: usize,
}

#[derive(Debug)]
enum Part {
    Stem(String),
    Exact(&'static str),
}

impl Part {
    fn new(word: &'static str) -> Self {
        word.strip_prefix('=')
            .map_or_else(|| Self::Stem(stem(word)), Self::Exact)
    }

    fn fits(&self, token: &Token) -> bool {
        match self {
            Self::Stem(stem) => *stem == token.stem,
            Self::Exact(word) => *word == token.word,
        }
    }
}

#[derive(Debug)]
struct Term {
    parts: Vec<Part>,
    group: &'static Group,
}

/// The terms by the stem of their first word, longest and most exact first.
static INDEX: LazyLock<BTreeMap<String, Vec<Term>>> = LazyLock::new(|| {
    let mut index: BTreeMap<String, Vec<Term>> = BTreeMap::new();
    for group in loop_words::GROUPS.iter().chain(line_words::GROUPS) {
        for term in group.terms.split(',') {
            let words: Vec<_> = term.split_whitespace().collect();
            if let Some(first) = words.first() {
                let parts = words.iter().map(|word| Part::new(word)).collect();
                index
                    .entry(stem(first.trim_start_matches('=')))
                    .or_default()
                    .push(Term { parts, group });
            }
        }
    }
    for terms in index.values_mut() {
        terms.sort_by_key(|term| {
            let n_exact = term
                .parts
                .iter()
                .filter(|part| matches!(part, Part::Exact(_)))
                .count();
            std::cmp::Reverse((term.parts.len(), n_exact))
        });
    }
    index
});

/// The longest term that the words begin with.
pub(super) fn find(words: &[Token]) -> Option<Match> {
    let terms = INDEX.get(&words.first()?.stem)?;
    terms
        .iter()
        .find(|term| {
            term.parts.len() <= words.len()
                && term
                    .parts
                    .iter()
                    .zip(words)
                    .all(|(part, word)| part.fits(word))
        })
        .map(|term| Match {
            group: term.group,
            n_words: term.parts.len(),
        })
}
