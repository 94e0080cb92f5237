//! What the place of a word adds to it.

use super::lexicon::{Match, Role, find};
use super::tokens::Token;
use super::{Cue, Pole, Question};

/// Words that may stand before the verb that says what is done.
pub(super) const LEADS: [&str; 17] = [
    "to", "a", "an", "the", "we", "i", "our", "my", "it", "need", "needs", "want", "have", "has",
    "must", "will", "should",
];

/// Words after which the name of a thing is complete.
const AFTER_HEAD: [&str; 18] = [
    "of", "for", "in", "on", "at", "to", "with", "by", "from", "through", "across", "via", "and",
    "or", "after", "before", "into", "as",
];

/// Words after which a new clause begins.
const AFTER_CLAUSE: [&str; 5] = ["when", "where", "that", "which", "who"];

/// The weight of a term at its place. A verb that comes first says what is done: it counts twice. The last word of a
/// compound says what the thing is ("website maintenance" is maintenance): it counts half as much again.
pub(super) fn emphasized(tokens: &[Token], idx: usize, found: &Match) -> i32 {
    let weight = found.group.weight;
    if is_lead(tokens, idx, found.group.role) {
        weight * 2
    } else if closes_opening_phrase(tokens, idx, found.n_words) {
        weight * 3 / 2
    } else {
        weight
    }
}

/// What is done outweighs what it is done to: after a leading verb, names and things that point the other way count half.
pub(super) fn subordinate(lead: Pole, cue: &mut Cue, role: Role) {
    if cue.toward != lead && role != Role::Sign {
        cue.weight = (cue.weight / 2).max(1);
    }
}

/// Whether a term is the verb the text begins with.
pub(super) fn is_lead(tokens: &[Token], idx: usize, role: Role) -> bool {
    let is_verb = match role {
        Role::Making | Role::Acting => true,
        Role::Routine => tokens.get(idx).is_some_and(is_activity),
        Role::Thing | Role::Sign => false,
    };
    is_verb && leads(tokens, idx) && !makes_many(tokens, idx, role)
}

/// Where the text begins to say something: the first word that is not filler.
pub(super) fn lead(tokens: &[Token]) -> usize {
    let last = tokens.len().saturating_sub(1);
    let filler = tokens
        .iter()
        .take(last.min(4))
        .take_while(|token| LEADS.contains(&token.word.as_str()));
    filler.count()
}

/// The word that closes the opening phrase and says what the thing is.
pub(super) fn head(tokens: &[Token]) -> Option<usize> {
    let mut head = None;
    for (idx, token) in tokens.iter().enumerate().take(8) {
        let word = token.word.as_str();
        if idx > 0 && (AFTER_HEAD.contains(&word) || AFTER_CLAUSE.contains(&word)) {
            break;
        }
        head = Some(idx);
        if token.after.is_some() && ends_phrase(token) {
            break;
        }
    }
    head
}

/// A description without any known word still says a little by how it begins: an activity ("plucking chickens") reads as
/// routine work, one particular thing ("a hand for …") as the result of a project.
pub(super) fn fallback(tokens: &[Token], cues: &[Cue]) -> Option<Cue> {
    let first = tokens
        .first()
        .filter(|_| cues.is_empty() && tokens.len() > 1)?;
    let (toward, weight, question, reason) = if is_activity(first) {
        (
            Pole::Loop,
            4,
            Question::Repetition,
            "Named as an ongoing activity",
        )
    } else if ["a", "an", "my", "our"].contains(&first.word.as_str()) {
        (Pole::Line, 1, Question::Novelty, "Speaks of one thing")
    } else {
        return None;
    };
    Some(Cue {
        start: first.start,
        end: first.end,
        toward,
        weight,
        question: Some(question),
        reason,
    })
}

/// A title with a colon after it is the name of one particular undertaking.
pub(super) fn name_before_colon(text: &str, tokens: &[Token], cues: &[Cue]) -> Option<Cue> {
    let last = tokens
        .iter()
        .take(8)
        .position(|token| token.after == Some(':'))?;
    let name = tokens.get(..=last)?;
    let (first, last) = (name.first()?, name.last()?);
    let follows = tokens.len() > name.len() + 2;
    let free = cues
        .iter()
        .all(|cue| cue.start >= last.end || cue.end <= first.start);
    let colon = last.end + text.get(last.end..)?.find(':')?;
    let (start, end) = if free {
        (first.start, last.end)
    } else {
        (colon, colon + 1)
    };
    follows.then_some(Cue {
        start,
        end,
        toward: Pole::Line,
        weight: 8,
        question: Some(Question::Novelty),
        reason: "Has a name of its own",
    })
}

/// What is made is one of a stream: "creating invoices" is routine, "creating an invoice form" is not.
fn makes_many(tokens: &[Token], idx: usize, role: Role) -> bool {
    let object = tokens
        .get(idx + 1..)
        .and_then(|rest| find(rest).zip(rest.first()));
    role == Role::Making
        && object.is_some_and(|(found, word)| {
            found.group.toward == Pole::Loop
                && found.group.role == Role::Thing
                && word.word.ends_with('s')
        })
}

/// Only filler stands before the word.
fn leads(tokens: &[Token], idx: usize) -> bool {
    idx <= 4
        && tokens
            .iter()
            .take(idx)
            .all(|token| LEADS.contains(&token.word.as_str()))
}

/// The word ends the first noun phrase of the text.
fn closes_opening_phrase(tokens: &[Token], idx: usize, n_words: usize) -> bool {
    let last = idx + n_words - 1;
    let uninterrupted = tokens
        .iter()
        .take(last)
        .all(|token| !ends_phrase(token) && !AFTER_HEAD.contains(&token.word.as_str()));
    let ends = tokens.get(last).is_some_and(ends_phrase)
        || tokens
            .get(last + 1)
            .is_some_and(|next| AFTER_HEAD.contains(&next.word.as_str()));
    last < 6 && uninterrupted && ends
}

/// Punctuation follows the word, or nothing does. Hyphens, slashes and ampersands hold a phrase together.
fn ends_phrase(token: &Token) -> bool {
    token
        .after
        .is_none_or(|after| !after.is_alphanumeric() && !"-/&".contains(after))
}

fn is_activity(token: &Token) -> bool {
    token.word.len() >= 6 && token.word.ends_with("ing")
}
