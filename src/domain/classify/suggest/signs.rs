//! What the form of a description says: how it begins, what it is about by its ending, and turns of phrase.
//!
//! The weights come from the same regression as those of the learned words, in units of score.

use std::sync::LazyLock;

use super::position::{LEADS, head, lead};
use super::span::Span;
use super::tokens::Token;

/// A turn of phrase with its weight and what it suggests.
struct Phrases {
    weight: i32,
    reason: &'static str,
    /// Phrases separated by commas, compared word by word as they stand.
    terms: &'static str,
}

const PHRASES: [Phrases; 4] = [
    Phrases {
        weight: 10,
        reason: "Speaks of something that is still to be done",
        terms: "want to,wants to,going to,need to,would like to,i'd like to,we'd like to,have to,has to,planning to,\
                plan to,decided to,hope to,hoping to,asked to,trying to,will be,told to,aim to,intend to,must",
    },
    Phrases {
        weight: 7,
        reason: "Speaks of a date",
        terms: "by christmas,by spring,by summer,by autumn,in time for,before winter,by year end,next year,\
                next spring,next summer,next autumn,this year,this summer,deadline,due,next meeting,until,by next",
    },
    Phrases {
        weight: -4,
        reason: "Something sets it off each time",
        terms: "when,whenever,each time,every time,if,once a,as they,as soon as,for each,for every,for all,\
                before every,after every",
    },
    Phrases {
        weight: -8,
        reason: "Speaks of a rhythm",
        terms: "always,usually,again,over and over,keep,keeps,all day,every,each,per,daily,weekly,monthly,quarterly,\
                nightly,hourly,a week,a day,a month,a year,routinely,regularly,ongoing,constantly,often,mornings,\
                mondays,fridays,thursdays,saturdays,sundays,weekends,rota,shift,as usual,day to day,most days",
    },
];

/// Endings of the word that says what the thing is, the first that fits. Plurals and activities speak for routine work.
const ENDINGS: [(&str, i32); 10] = [
    ("tion", 5),
    ("ment", -5),
    ("ing", -36),
    ("al", 5),
    ("ance", -12),
    ("ity", 5),
    ("er", 22),
    ("ure", 3),
    ("sis", 6),
    ("s", -39),
];

/// The signs of form in a text, each at the words it shows in.
pub(super) fn signs(tokens: &[Token]) -> Vec<Span> {
    let mut found = Vec::new();
    beginning(tokens, &mut found);
    found.extend(ending(tokens));
    found.extend(phrases(tokens));
    found.extend(
        tokens
            .iter()
            .find(|token| is_coming_year(token))
            .map(|token| Span::of_words(token, token, 6, "Names a year")),
    );
    found
}

fn beginning(tokens: &[Token], found: &mut Vec<Span>) {
    let Some(first) = tokens.first() else { return };
    if first.word.len() >= 6 && first.word.ends_with("ing") {
        found.push(Span::of_words(first, first, -15, "Named as an activity"));
    }
    // An article is a sign of its noun: a mark on "a" alone would explain nothing.
    let noun = head(tokens)
        .and_then(|idx| tokens.get(idx))
        .unwrap_or(first);
    let article = match first.word.as_str() {
        "a" | "an" => 15,
        "the" => 4,
        "our" | "my" => 3,
        _ => 0,
    };
    if article > 0 {
        found.push(Span::of_words(noun, noun, article, "Speaks of one thing"));
    }
    let begun = lead(tokens);
    let object = tokens
        .get(begun + 1)
        .map_or(0, |next| match next.word.as_str() {
            "a" | "an" => 25,
            "the" | "our" | "my" => 18,
            _ => 0,
        });
    if let Some(verb) = tokens.get(begun).filter(|_| object > 0) {
        found.push(Span::of_words(verb, verb, object, "Is done to one thing"));
    }
}

/// The ending of the word that closes the opening phrase.
fn ending(tokens: &[Token]) -> Option<Span> {
    let idx = head(tokens).filter(|idx| *idx > 0 || tokens.len() == 1)?;
    let token = tokens.get(idx)?;
    let word = token.word.as_str();
    let (_, weight) = ENDINGS.iter().find(|(ending, _)| {
        word.ends_with(ending) && word.len() > ending.len() + 2 && !word.ends_with("ss")
    })?;
    let reason = if *weight < 0 {
        "Sounds like work of one sort that goes on"
    } else {
        "Sounds like one thing"
    };
    Some(Span::of_words(token, token, *weight, reason))
}

/// A phrase word by word, with the place of its group in the table.
type Phrase = (Vec<&'static str>, usize);

/// The phrases in the order of their words.
static INDEX: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let mut index: Vec<Phrase> = PHRASES
        .iter()
        .enumerate()
        .flat_map(|(group, phrases)| {
            let terms = phrases.terms.split(',');
            terms.map(move |term| (term.split(' ').collect(), group))
        })
        .collect();
    index.sort_unstable();
    index
});

/// The first phrase of each group.
fn phrases(tokens: &[Token]) -> Vec<Span> {
    let mut found = [const { None }; PHRASES.len()];
    for (idx, token) in tokens.iter().enumerate() {
        let word = token.word.as_str();
        let from =
            INDEX.partition_point(|(words, _)| words.first().is_some_and(|first| *first < word));
        let begun = INDEX
            .iter()
            .skip(from)
            .take_while(|(words, _)| words.first() == Some(&word));
        for (words, group) in begun {
            let here = tokens.iter().skip(idx).take(words.len());
            let last = here.clone().next_back();
            let fits = here
                .map(|token| token.word.as_str())
                .eq(words.iter().copied());
            if let (true, Some(place), Some(phrases), Some(last)) =
                (fits, found.get_mut(*group), PHRASES.get(*group), last)
            {
                place.get_or_insert_with(|| {
                    Span::of_words(token, last, phrases.weight, phrases.reason)
                });
            }
        }
    }
    found.into_iter().flatten().collect()
}

fn is_coming_year(token: &Token) -> bool {
    token.word.len() == 4
        && token.word.bytes().all(|byte| byte.is_ascii_digit())
        && ["202", "203", "204"]
            .iter()
            .any(|decade| token.word.starts_with(decade))
}

/// Whether a word only fills the beginning of a sentence.
pub(super) fn is_filler(word: &str) -> bool {
    LEADS.contains(&word) || FUNCTION_WORDS.contains(&word)
}

/// Words that hold a sentence together and say nothing about the work.
pub(super) const FUNCTION_WORDS: [&str; 45] = [
    "a", "an", "the", "of", "for", "in", "on", "at", "to", "with", "by", "from", "and", "or", "as",
    "is", "are", "be", "was", "it", "its", "this", "that", "we", "i", "our", "my", "your", "their",
    "his", "her", "they", "he", "you", "she", "us", "me", "them", "not", "no", "so", "but", "than",
    "then", "when",
];
