//! Lines that the description says in so many words, found by the words they begin with.

use super::{Line, MAX_SAID, Place, Source, cadence};

/// Longer passages are prose and no line.
const MAX_CHARS: usize = 160;

/// How much of the sentence around its mark a line takes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Take {
    /// What follows the mark, to the end of the sentence or where something else begins.
    Rest,
    /// The mark and what follows it, to the next comma.
    From,
    /// The mark and what follows it to the next comma, where that has a figure.
    Figure,
    /// The whole clause between commas.
    Clause,
}

/// Words after a comma that go on with something else than a list.
const ELSE: [&str; 20] = [
    "at",
    "approved",
    "before",
    "but",
    "by",
    "excluding",
    "except",
    "for",
    "if",
    "in",
    "including",
    "it",
    "live",
    "not",
    "on",
    "under",
    "until",
    "when",
    "with",
    "without",
];

/// Words and what they announce.
const MARKS: [(&str, Place, Take); 33] = [
    ("so that", Place::Criterion, Take::Rest),
    ("success means", Place::Criterion, Take::Rest),
    ("successful when", Place::Criterion, Take::Rest),
    ("a success when", Place::Criterion, Take::Rest),
    ("done when", Place::Criterion, Take::Rest),
    ("finished when", Place::Criterion, Take::Rest),
    ("%", Place::Criterion, Take::Clause),
    ("percent", Place::Criterion, Take::Clause),
    ("including", Place::InScope, Take::Rest),
    ("not including", Place::OutOfScope, Take::Rest),
    ("excluding", Place::OutOfScope, Take::Rest),
    ("except for", Place::OutOfScope, Take::Rest),
    ("together with", Place::Stakeholders, Take::Rest),
    ("approved by", Place::Stakeholders, Take::From),
    ("signed off by", Place::Stakeholders, Take::From),
    ("agreed with", Place::Stakeholders, Take::From),
    ("on behalf of", Place::Stakeholders, Take::Rest),
    ("budget of", Place::Constraint, Take::Figure),
    ("no more than", Place::Constraint, Take::Figure),
    ("not more than", Place::Constraint, Take::Figure),
    ("at most", Place::Constraint, Take::Figure),
    ("less than", Place::Constraint, Take::Figure),
    ("under", Place::Constraint, Take::Figure),
    ("without", Place::Constraint, Take::From),
    ("must", Place::Constraint, Take::Clause),
    ("cannot", Place::Constraint, Take::Clause),
    ("may not", Place::Constraint, Take::Clause),
    ("whenever", Place::Trigger, Take::From),
    ("each time", Place::Trigger, Take::From),
    ("every time", Place::Trigger, Take::From),
    ("as soon as", Place::Trigger, Take::From),
    ("when", Place::Trigger, Take::From),
    ("if", Place::Trigger, Take::From),
];

/// The lines a description says, at most a few for each place.
pub(super) fn lines(description: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut add = |place: Place, words: &str, text: &str| {
        let alike = lines.iter().filter(|line| line.place == place);
        let is_line = text.split_whitespace().count() > 1 && text.chars().count() <= MAX_CHARS;
        if is_line && alike.count() < MAX_SAID {
            lines.push(Line {
                place,
                text: capitalised(text),
                more: String::new(),
                source: Source::Words(words.to_owned()),
            });
        }
    };
    if let Some(found) = cadence::find(description) {
        add(Place::Trigger, &found.words, &found.words);
    }
    for sentence in sentences(description) {
        let lower = sentence.to_ascii_lowercase();
        for (mark, place, take) in MARKS {
            // “Not including” is no “including”.
            let is_negated = |at: usize| {
                mark == "including"
                    && lower
                        .get(..at)
                        .is_some_and(|before| before.ends_with("not "))
            };
            if let Some(at) = place_of(&lower, mark).filter(|at| !is_negated(*at))
                && let Some(text) = taken(sentence, at, mark, take)
            {
                add(
                    place,
                    sentence.get(at..at + mark.len()).unwrap_or(mark),
                    text,
                );
            }
        }
    }
    lines
}

/// The sentences; a point within a number ends none.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let by_mark = text.split(['!', '?', ';', '\n', '\r']);
    let parts = by_mark.flat_map(|part| part.split(". "));
    parts.map(|part| part.trim().trim_end_matches('.'))
}

/// Where a mark stands as words of their own.
fn place_of(lower: &str, mark: &str) -> Option<usize> {
    let is_part = |at: Option<char>| at.is_some_and(char::is_alphanumeric);
    let is_word = mark.starts_with(|c: char| c.is_alphanumeric());
    let stands_alone = |(at, found): &(usize, &str)| {
        let before = lower.get(..*at).unwrap_or_default();
        let after = lower.get(at + found.len()..).unwrap_or_default();
        !is_word || !(is_part(before.chars().next_back()) || is_part(after.chars().next()))
    };
    let mut found = lower.match_indices(mark).filter(stands_alone);
    found.next().map(|(at, _)| at)
}

fn taken<'a>(sentence: &'a str, at: usize, mark: &str, take: Take) -> Option<&'a str> {
    let (before, from) = sentence.split_at_checked(at)?;
    let to_comma = |text: &'a str| text.split(", ").next().unwrap_or_default().trim();
    match take {
        Take::Rest => from
            .get(mark.len()..)
            .map(|rest| to_else(rest).trim_matches([' ', ':', ','])),
        Take::From => Some(to_comma(from)),
        Take::Figure => {
            let text = to_comma(from);
            let rest = text.get(mark.len()..)?;
            let next = rest.split_whitespace().take(2);
            let mut chars = next.flat_map(str::chars);
            chars.any(|c| c.is_ascii_digit()).then_some(text)
        }
        Take::Clause => {
            let start = before.rfind(", ").map_or(0, |comma| comma + 2);
            sentence.get(start..).map(to_comma)
        }
    }
}

/// The text to the comma after which something else begins.
fn to_else(text: &str) -> &str {
    let begins_else = |(at, _): &(usize, &str)| {
        let rest = text.get(at + 2..).unwrap_or_default();
        let first = rest.split_whitespace().next().unwrap_or_default();
        ELSE.contains(&first.to_lowercase().as_str())
    };
    let end = text.match_indices(", ").find(begins_else);
    end.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + chars.as_str()
}
