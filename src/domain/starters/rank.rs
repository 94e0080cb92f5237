//! Which starters fit a description best, and why.

use super::{About, Starter, Starters};
use crate::classify::{Answers, Kind, Question, words};

/// What an answer of the wizard that speaks for a starter is worth, beside words.
const ANSWER_WORTH: u32 = 6;
/// What a word is worth that speaks for one starter only; one that speaks for several is worth a
/// share of it.
const WORD_WORTH: u32 = 24;
/// The same for a hint: a new process in a warehouse is no building.
const HINT_WORTH: u32 = 12;
/// From so many points on a starter is good enough to be chosen beforehand: a keyword that speaks for it alone, two hints,
/// or several answers.
pub const GOOD_FIT: u32 = 24;
/// So many other words may stand between two words of a phrase: "design a new returns process".
const MAX_BETWEEN: usize = 2;

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
            [&about.keywords[..], &about.hints[..]].concat().join(" ")
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

/// What speaks for a starter.
#[derive(PartialEq)]
struct Phrase {
    stems: Vec<String>,
    /// Points for each of its words.
    worth: u32,
}

/// The name, every keyword and every hint.
fn phrases(about: &About) -> Vec<Phrase> {
    let strong = std::iter::once(&about.name)
        .chain(&about.keywords)
        .map(|text| (text, WORD_WORTH));
    strong
        .chain(about.hints.iter().map(|text| (text, HINT_WORTH)))
        .map(|(text, worth)| Phrase {
            stems: words(text).into_iter().map(|(_, stem)| stem).collect(),
            worth,
        })
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
    let mut is_used = vec![false; text.len()];
    for begin in 0..text.len() {
        // The longest phrase that begins here: “month end close” and not “close”.
        let longest = own
            .iter()
            .filter_map(|phrase| Some((phrase, places(text, &is_used, begin, &phrase.stems)?)))
            .max_by_key(|(phrase, _)| phrase.stems.len());
        let Some((phrase, places)) = longest else {
            continue;
        };
        for place in &places {
            if let Some(is_used) = is_used.get_mut(*place) {
                *is_used = true;
            }
        }
        if !counted.contains(&phrase) {
            counted.push(phrase);
            let says = |all: &Vec<Phrase>| all.iter().any(|other| other.stems == phrase.stems);
            let n_sharing = known.iter().filter(|all| says(all)).count();
            score += share(phrase, n_sharing);
            let shown = places.iter().filter_map(|place| text.get(*place));
            let shown: Vec<&str> = shown.map(|(word, _)| word.as_str()).collect();
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

/// What a phrase is worth that so many starters share.
fn share(phrase: &Phrase, n_sharing: usize) -> u32 {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    phrase.worth.saturating_mul(count(phrase.stems.len())) / count(n_sharing).max(1)
}

/// Where the words of a phrase stand that begins at a place: in their order, with few others between them.
fn places(
    text: &[(String, String)],
    is_used: &[bool],
    begin: usize,
    phrase: &[String],
) -> Option<Vec<usize>> {
    let mut places = Vec::with_capacity(phrase.len());
    let mut from = begin;
    for wanted in phrase {
        let reach = if places.is_empty() {
            1
        } else {
            MAX_BETWEEN + 1
        };
        let mut near = (from..text.len()).take(reach);
        let place = near.find(|place| {
            text.get(*place).is_some_and(|(_, stem)| stem == wanted)
                && is_used.get(*place) == Some(&false)
        })?;
        places.push(place);
        from = place + 1;
    }
    (!places.is_empty()).then_some(places)
}
