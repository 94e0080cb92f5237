//! Reads a description for signs that the work repeats or that it ends.
//!
//! It looks up words and phrases; it does not understand sentences. Each cue says which words it found, what they suggest
//! and why, so that the person can see and correct it. The same text always gives the same cues, and the time grows with
//! the length of the text.

mod hybrid;
mod learned;
mod lexicon;
mod line_words;
mod loop_words;
mod position;
mod reading;
mod signs;
mod span;
mod tokens;

use super::weights::Weights;
use super::{Answer, Answers, Pole, Question, Shape, score, weights};
pub use hybrid::Hybrid;
use hybrid::hybrid;
use lexicon::{Match, find};
pub use reading::{Leaning, Reading};
use reading::{is_foreign, reading};
use signs::{FUNCTION_WORDS, signs};
use span::{Span, joined};
use tokens::{Token, tokens};

/// How many words are read. What a longer text says about itself, it says early.
const WORDS_READ: usize = 2_000;

/// The weight at which the words for one question are put forward as an answer.
const PROPOSAL_WEIGHT: i32 = 16;

const USUAL_IN_LOOPS: &str = "Usual where work comes back";
const USUAL_IN_LINES: &str = "Usual where work ends";

const ARTICLES: [&str; 5] = ["a", "an", "the", "our", "my"];

/// What a description suggests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestion {
    /// Signed weight of the whole text within ±30: negative for a loop, positive for a line, 0 when it cannot tell.
    pub leaning: i32,
    /// The words that led to it, in the order of the text, never overlapping.
    pub cues: Vec<Cue>,
    /// The answers put forward for the person to accept or change.
    pub answers: Answers,
    /// What the text alone says the work is, calibrated.
    pub reading: Reading,
    /// The words that speak for a hybrid shape.
    pub hybrid: Option<Hybrid>,
}

/// Words of the text that point one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Where the words begin, in bytes of the text.
    pub start: usize,
    /// Where the words end, in bytes of the text.
    pub end: usize,
    /// Which way they point.
    pub toward: Pole,
    /// How strongly, unsigned, in units of the score; from 8 on it is shown as strong.
    pub weight: i32,
    /// The question they speak to.
    pub question: Option<Question>,
    /// What they suggest, in a few words.
    pub reason: &'static str,
}

impl Suggestion {
    /// The cues that still count beside these answers: words for a question that is answered do not (W5).
    pub fn counted(&self, answers: &Answers) -> impl Iterator<Item = &Cue> {
        self.cues.iter().filter(|cue| {
            cue.question.is_none_or(|question| {
                weights::weight(question) == 0 || answers.known(question).is_none()
            })
        })
    }

    /// The signed weight of the cues whose question is chosen.
    pub(super) fn weight_where(&self, chosen: impl Fn(Option<Question>) -> bool) -> i32 {
        self.cues
            .iter()
            .filter(|cue| chosen(cue.question))
            .map(|cue| cue.toward.signed(cue.weight))
            .sum()
    }
}

/// Reads a description. Never fails: a text without known words, or in another language, suggests nothing (W11).
#[must_use]
pub fn suggest(text: &str) -> Suggestion {
    let tokens: Vec<Token> = tokens(text).take(WORDS_READ).collect();
    if is_foreign(text, &tokens) {
        return Suggestion::default();
    }
    let known = known_words(text, &tokens);
    let mut spans: Vec<Span> = known.iter().map(Span::of_cue).collect();
    spans.extend(learned_words(&tokens, &known));
    spans.extend(signs(&tokens));
    let leaning = spans.iter().map(|span| span.weight).sum();
    let hybrid = hybrid(&tokens, leaning);
    spans.extend(hybrid.and_then(|hybrid| hybrid.span()));

    let cues = joined(spans, share(tokens.len()));
    let mut suggestion = Suggestion {
        reading: reading(&cues, hybrid.as_ref()),
        cues,
        hybrid,
        ..Suggestion::default()
    };
    suggestion.answers = proposals(&suggestion);
    bound(&mut suggestion);
    suggestion.leaning =
        score::description_weight(&Answers::default(), &suggestion, &Weights::default());
    suggestion
}

/// Takes all cues down together until the words for one question weigh no more than its answer (W4). Cutting only that
/// question's words would let the others turn the sum against what the whole text says.
fn bound(suggestion: &mut Suggestion) {
    let excess = Question::ALL
        .into_iter()
        .filter(|question| weights::weight(*question) > 0)
        .map(|question| {
            let words = suggestion.weight_where(|cue| cue == Some(question)).abs();
            (words, weights::weight(question))
        })
        .filter(|(words, most)| words > most)
        // The one that exceeds its bound by the largest factor: a / b > c / d as a * d > c * b.
        .max_by(|(a, b), (c, d)| (a * d).cmp(&(c * b)));
    let Some((words, most)) = excess else { return };
    // What rounding takes from one cue the next ones get, so that the sum keeps its direction.
    let mut carried = 0;
    for cue in &mut suggestion.cues {
        let exact = cue.toward.signed(cue.weight) * most + carried;
        let rounded = (cue.toward.signed(exact) + words / 2).div_euclid(words);
        cue.weight = rounded.max(0);
        carried = exact - cue.toward.signed(cue.weight) * words;
    }
    // A weight of at least one would let many faint words on one side turn the sum.
    suggestion.cues.retain(|cue| cue.weight > 0);
}

/// The words of a text in order, each with its stem, for matching them elsewhere.
pub(crate) fn words(text: &str) -> Vec<(String, String)> {
    tokens(text)
        .take(WORDS_READ)
        .map(|token| (token.word, token.stem))
        .collect()
}

/// What the lexicon finds, in the order of the text.
fn known_words(text: &str, tokens: &[Token]) -> Vec<Cue> {
    let mut cues = Vec::new();
    let mut lead = None;
    let mut idx = 0;
    while let Some(rest) = tokens.get(idx..).filter(|rest| !rest.is_empty()) {
        let Some(found) = find(rest) else {
            idx += 1;
            continue;
        };
        if let Some(mut cue) = cue(tokens, idx, &found) {
            let role = found.group.role;
            if let Some(lead) = lead {
                position::subordinate(lead, &mut cue, role);
            } else if position::is_lead(tokens, idx, role) {
                lead = Some(cue.toward);
            }
            cues.push(cue);
        }
        idx += found.n_words;
    }
    cues.extend(position::fallback(tokens, &cues));
    cues.extend(position::name_before_colon(text, tokens, &cues));
    cues.sort_by_key(|cue: &Cue| cue.start);
    cues
}

/// What single words add. Those within a phrase of the lexicon are read as that phrase and add nothing.
fn learned_words(tokens: &[Token], known: &[Cue]) -> Vec<Span> {
    let mut phrases = known.iter().peekable();
    let lead = position::lead(tokens);
    let mut spans = Vec::new();
    for (idx, token) in tokens.iter().enumerate() {
        while phrases.next_if(|cue| cue.end <= token.start).is_some() {}
        let in_phrase = phrases.peek().is_some_and(|cue| {
            cue.start < token.end && (cue.start < token.start || cue.end > token.end)
        });
        if in_phrase || FUNCTION_WORDS.contains(&token.word.as_str()) {
            continue;
        }
        let weights = learned::weights(&token.stem);
        let weight = weights.anywhere + if idx == lead { weights.first } else { 0 };
        if weight != 0 {
            let reason = if weight < 0 {
                USUAL_IN_LOOPS
            } else {
                USUAL_IN_LINES
            };
            spans.push(Span::of_words(token, token, weight, reason));
        }
    }
    spans
}

/// What each word counts in a text of so many, of 256: from twelve words on the total grows with the square root only,
/// since the words of one story repeat each other.
fn share(n_words: usize) -> i32 {
    let n_words = n_words.max(12);
    i32::try_from((12 * 256 * 256 / n_words).isqrt()).unwrap_or(256)
}

/// Turns a lexicon entry found at a word into a cue; neutral phrases give none.
fn cue(tokens: &[Token], idx: usize, found: &Match) -> Option<Cue> {
    let first = tokens.get(idx)?;
    // An article at the end only tells one thing from many ("write a"); the mark stops before it.
    let words = tokens.get(idx..idx + found.n_words)?;
    let last = words
        .iter()
        .rfind(|token| !ARTICLES.contains(&token.word.as_str()))?;
    (found.group.weight > 0).then(|| Cue {
        start: first.start,
        end: last.end,
        toward: found.group.toward,
        weight: position::emphasized(tokens, idx, found),
        question: found.group.question,
        reason: found.group.reason,
    })
}

/// The answers whose words weigh enough to be put forward.
fn proposals(suggestion: &Suggestion) -> Answers {
    let shape = suggestion.hybrid.map(|hybrid| hybrid.shape);
    let mut answers: Answers = Question::ALL
        .into_iter()
        .filter_map(|question| {
            let weight = suggestion.weight_where(|cue| cue == Some(question));
            let pole = if weight < 0 { Pole::Loop } else { Pole::Line };
            let answer = if question == Question::NearIdentical {
                Answer::Yes
            } else {
                Answer::toward(pole)
            };
            (weight.abs() >= PROPOSAL_WEIGHT).then_some((question, answer))
        })
        .collect();
    let question = match shape {
        Some(Shape::BuildsProcess) => Some(Question::ChangesRoutine),
        Some(Shape::RecurringProject) => Some(Question::NearIdentical),
        _ => None,
    };
    if let Some(question) = question {
        answers.set(question, Answer::Yes);
    }
    if shape == Some(Shape::Case) {
        answers.set(Question::KnownSteps, Answer::Line);
    }
    answers
}
