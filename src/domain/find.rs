//! Finding things by a few letters of their names, mistyped or not.
//!
//! Names and what is typed are compared without case and accents. Every word that is typed must be
//! in the name; how well the worst of them is decides (rules L3 to L6 of SPEC).

mod entries;
mod fold;

pub use entries::{Entry, Kind, entries};

use fold::fold;

/// Most that are found.
pub const MAX_FOUND: usize = 50;

/// Letters from which on a mistake in a word is forgiven, and from which on a second one is.
const FORGIVEN_FROM: (usize, usize) = (4, 8);

/// How well a name answers, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// A word begins so.
    Prefix,
    /// A word has it in it.
    Within,
    /// The beginning of a word is one edit away.
    OneEdit,
    /// The beginning of a word is two edits away.
    TwoEdits,
    /// Its letters come in this order, the first at the beginning of a word.
    Scattered,
}

impl Fit {
    /// Every way to fit, best first.
    pub const ALL: [Fit; 5] = [
        Fit::Prefix,
        Fit::Within,
        Fit::OneEdit,
        Fit::TwoEdits,
        Fit::Scattered,
    ];

    /// Edits that are forgiven up to here.
    fn n_edits(self) -> usize {
        match self {
            Fit::Prefix | Fit::Within => 0,
            Fit::OneEdit => 1,
            Fit::TwoEdits | Fit::Scattered => 2,
        }
    }
}

/// The words of a name, ready to be compared.
type Words = Vec<Vec<char>>;

/// Names to look for something in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    names: Vec<Words>,
}

impl Index {
    /// These names; what is found counts them from 0.
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Index {
        Index {
            names: names.into_iter().map(words).collect(),
        }
    }

    /// The names that fit what is typed: the best first, and among equals in their own order. It
    /// stops as soon as it has enough, so the costly ways to fit are only tried when they are needed.
    pub fn find(&self, typed: &str) -> Vec<(Fit, usize)> {
        let typed = words(typed);
        let mut found = Vec::new();
        if typed.is_empty() {
            return found;
        }
        let mut is_found = vec![false; self.names.len()];
        let mut rows = Rows::default();
        for fit in Fit::ALL {
            for (idx, (name, is_found)) in self.names.iter().zip(&mut is_found).enumerate() {
                if *is_found || !typed.iter().all(|word| fits(word, name, fit, &mut rows)) {
                    continue;
                }
                *is_found = true;
                found.push((fit, idx));
                if found.len() == MAX_FOUND {
                    return found;
                }
            }
        }
        found
    }
}

/// The words of a text without case and accents.
fn words(text: &str) -> Words {
    let folded = fold(text);
    let words = folded.split(|letter| !letter.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(<[char]>::to_vec)
        .collect()
}

/// Whether a typed word fits a name at least so well.
fn fits(typed: &[char], name: &Words, fit: Fit, rows: &mut Rows) -> bool {
    if name.iter().any(|word| word.starts_with(typed)) {
        return true;
    }
    if fit >= Fit::Within && name.iter().any(|word| holds(word, typed)) {
        return true;
    }
    let forgiven =
        usize::from(typed.len() >= FORGIVEN_FROM.0) + usize::from(typed.len() >= FORGIVEN_FROM.1);
    let n_edits = fit.n_edits().min(forgiven);
    if n_edits > 0
        && name
            .iter()
            .any(|word| rows.edits_to_a_prefix(typed, word, n_edits) <= n_edits)
    {
        return true;
    }
    fit == Fit::Scattered && is_scattered(typed, name)
}

fn holds(word: &[char], typed: &[char]) -> bool {
    word.windows(typed.len()).any(|part| part == typed)
}

/// Whether the letters come in this order, the first at the beginning of a word.
fn is_scattered(typed: &[char], name: &Words) -> bool {
    let begins = |word: &Vec<char>| word.first() == typed.first();
    let Some(from) = name.iter().position(begins) else {
        return false;
    };
    let mut letters = name.iter().skip(from).flatten();
    typed
        .iter()
        .all(|wanted| letters.any(|letter| letter == wanted))
}

/// The edits that make a typed text the beginning of a word: a letter more, a letter less, another
/// letter, or two neighbours the other way round (optimal string alignment, Damerau 1964).
pub fn edits_to_a_prefix(typed: &str, word: &str) -> usize {
    let (typed, word) = (fold(typed), fold(word));
    Rows::default().edits_to_a_prefix(&typed, &word, usize::MAX)
}

/// The last three rows of the table of edits, kept from one word to the next.
#[derive(Default)]
struct Rows {
    before_last: Vec<usize>,
    last: Vec<usize>,
    now: Vec<usize>,
}

impl Rows {
    /// The fewest edits to any beginning of the word. It may answer anything above `enough`
    /// when there are more.
    fn edits_to_a_prefix(&mut self, typed: &[char], word: &[char], enough: usize) -> usize {
        // Whoever types that much more than the word means another one.
        if typed.len() > word.len().saturating_add(enough) {
            return typed.len() - word.len();
        }
        let at = |row: &[usize], idx: usize| row.get(idx).copied().unwrap_or(usize::MAX / 2);
        self.last.clear();
        self.last.extend(0..=word.len());
        self.before_last.clear();
        let mut typed_before = None;
        for (row, letter) in typed.iter().enumerate() {
            self.now.clear();
            self.now.push(row + 1);
            let mut left = row + 1;
            let mut word_before = None;
            for (col, other) in word.iter().enumerate() {
                let replaced = at(&self.last, col) + usize::from(letter != other);
                let mut fewest = replaced.min(left + 1).min(at(&self.last, col + 1) + 1);
                let is_swapped = typed_before == Some(other) && word_before == Some(letter);
                if is_swapped && let Some(two_back) = col.checked_sub(1) {
                    fewest = fewest.min(at(&self.before_last, two_back) + 1);
                }
                self.now.push(fewest);
                left = fewest;
                word_before = Some(other);
            }
            typed_before = Some(letter);
            // Two rows above what is enough, no way leads back below it.
            let lowest = |row: &[usize]| row.iter().copied().min().unwrap_or(usize::MAX);
            let fewest = lowest(&self.now).min(lowest(&self.last));
            if fewest > enough {
                return fewest;
            }
            std::mem::swap(&mut self.before_last, &mut self.last);
            std::mem::swap(&mut self.last, &mut self.now);
        }
        self.last.iter().copied().min().unwrap_or(typed.len())
    }
}
