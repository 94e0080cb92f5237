//! Reads a description for signs that the work repeats or that it ends.
//!
//! It looks up words and phrases; it does not understand sentences. Each cue says which words it found, what they suggest
//! and why, so that the person can see and correct it. The same text always gives the same cues, and the time grows with
//! the length of the text.

mod lexicon;
mod line_words;
mod loop_words;
mod position;
mod tokens;

use super::weights::Weights;
use super::{Answer, Answers, Pole, Question, score};
use lexicon::{Match, Role, find};
use tokens::{Token, tokens};

/// How many words are read. What a longer text says about itself, it says early.
const WORDS_READ: usize = 2_000;

/// The weight at which the words for one question are put forward as an answer.
const PROPOSAL_WEIGHT: i32 = 6;

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
    /// How strongly, unsigned; from 8 on it is shown as strong.
    pub weight: i32,
    /// The question they speak to.
    pub question: Option<Question>,
    /// What they suggest, in a few words.
    pub reason: &'static str,
}

impl Suggestion {
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
    let mut cues = Vec::new();
    let mut roles = Vec::new();
    let mut lead = None;
    let mut idx = 0;
    while let Some(rest) = tokens.get(idx..).filter(|rest| !rest.is_empty()) {
        let Some(found) = find(rest) else {
            idx += 1;
            continue;
        };
        if let Some(mut cue) = cue(&tokens, idx, &found) {
            let role = found.group.role;
            if let Some(lead) = lead {
                position::subordinate(lead, &mut cue, role);
            } else if position::is_lead(&tokens, idx, role) {
                lead = Some(cue.toward);
            }
            cues.push(cue);
            roles.push(role);
        }
        idx += found.n_words;
    }
    cues.extend(position::fallback(&tokens, &cues));
    cues.extend(position::name_before_colon(text, &tokens, &cues));
    cues.sort_by_key(|cue: &Cue| cue.start);

    let mut suggestion = Suggestion {
        leaning: 0,
        cues,
        answers: Answers::default(),
    };
    suggestion.leaning =
        score::description_weight(&Answers::default(), &suggestion, &Weights::default());
    suggestion.answers = proposals(&suggestion);
    if suggestion.leaning > 0 && changes_routine(&roles) {
        suggestion
            .answers
            .set(Question::ChangesRoutine, Answer::Yes);
    }
    suggestion
}

/// The words of a text in order, each with its stem, for matching them elsewhere.
pub(crate) fn words(text: &str) -> Vec<(String, String)> {
    tokens(text)
        .take(WORDS_READ)
        .map(|token| (token.word, token.stem))
        .collect()
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
    Question::ALL
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
        .collect()
}

/// Whether the text speaks of making or changing something and then names routine work.
fn changes_routine(roles: &[Role]) -> bool {
    let mut after = roles.iter().skip_while(|role| **role != Role::Making);
    after.any(|role| *role == Role::Routine)
}
