//! Which starters fit a description best, and why.

use super::{About, Starter, Starters};
use crate::classify::{Answers, Kind, Question, words};

/// What an answer of the wizard that speaks for a starter is worth, beside words.
const ANSWER_WORTH: u32 = 6;
/// What a word is worth that speaks for one starter only; one that speaks for several is worth a
/// share of it.
const WORD_WORTH: u32 = 24;

/// A starter and how well it fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// The starter.
    pub starter: Starter,
    /// Its points: 0 when nothing speaks for it.
    pub score: u32,
    /// The words of the description that speak for it, each once, in its order.
    pub words: Vec<String>,
    /// The questions whose answers speak for it.
    pub answers: Vec<Question>,
}

/// Every starter of a kind, the best first. Starters that fit equally well keep the order of the
/// file. The same description and answers always give the same order.
pub fn rank(starters: &Starters, kind: Kind, description: &str, answers: &Answers) -> Vec<Fit> {
    let candidates = starters.of(kind);
    let known: Vec<Vec<Phrase>> = candidates
        .iter()
        .map(|starter| phrases(starter.about()))
        .collect();
    let text = words(description);
    let mut fits: Vec<Fit> = candidates
        .into_iter()
        .zip(&known)
        .map(|(starter, own)| fit(starter, own, &known, &text, answers))
        .collect();
    fits.sort_by_key(|fit| std::cmp::Reverse(fit.score));
    fits
}

/// The starters of a kind in which every word of a query begins a word, in the order of the file.
pub fn search(starters: &Starters, kind: Kind, query: &str) -> Vec<Starter> {
    let wanted = query.to_lowercase();
    let wanted: Vec<&str> = wanted.split_whitespace().collect();
    let matches = |starter: &Starter| {
        let about = starter.about();
        let text = format!(
            "{} {} {}",
            about.name,
            about.fits_when,
            about.keywords.join(" ")
        );
        let text = text.to_lowercase();
        let has = |word: &str| {
            text.split(|c: char| !c.is_alphanumeric())
                .any(|known| known.starts_with(word))
        };
        wanted.iter().all(|word| has(word))
    };
    starters.of(kind).into_iter().filter(matches).collect()
}

/// The stems of a keyword.
type Phrase = Vec<String>;

/// The name and every keyword.
fn phrases(about: &About) -> Vec<Phrase> {
    std::iter::once(&about.name)
        .chain(&about.keywords)
        .map(|phrase| words(phrase).into_iter().map(|(_, stem)| stem).collect())
        .collect()
}

/// How well a starter fits, given its own phrases and those of all.
fn fit(
    starter: Starter,
    own: &[Phrase],
    known: &[Vec<Phrase>],
    text: &[(String, String)],
    given: &Answers,
) -> Fit {
    let mut score = 0;
    let mut counted: Vec<&Phrase> = Vec::new();
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_first() {
        // The longest phrase that begins here: “month end close” and not “close”.
        let longest = own
            .iter()
            .filter(|phrase| begins_with(rest, phrase))
            .max_by_key(|phrase| phrase.len());
        let Some(phrase) = longest.filter(|phrase| !phrase.is_empty()) else {
            rest = after;
            continue;
        };
        let (matched, after) = rest.split_at(phrase.len());
        rest = after;
        if !counted.contains(&phrase) {
            counted.push(phrase);
            let n_sharing = known.iter().filter(|all| all.contains(phrase)).count();
            score += share(phrase.len(), n_sharing);
            let shown: Vec<&str> = matched.iter().map(|(word, _)| word.as_str()).collect();
            found.push(shown.join(" "));
        }
    }
    let answers: Vec<Question> = starter
        .about()
        .suits
        .iter()
        .filter(|(question, answer)| given.known(*question) == Some(*answer))
        .map(|(question, _)| question)
        .collect();
    score += ANSWER_WORTH * u32::try_from(answers.len()).unwrap_or(0);
    Fit {
        starter,
        score,
        words: found,
        answers,
    }
}

/// What a phrase of so many words is worth that so many starters share.
fn share(n_words: usize, n_sharing: usize) -> u32 {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    WORD_WORTH.saturating_mul(count(n_words)) / count(n_sharing).max(1)
}

fn begins_with(text: &[(String, String)], phrase: &[String]) -> bool {
    text.len() >= phrase.len()
        && text
            .iter()
            .zip(phrase)
            .all(|((_, stem), wanted)| stem == wanted)
}
