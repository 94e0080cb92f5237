//! Splits a text into words and reduces each to a stem.

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Where it begins, in bytes.
    pub(super) start: usize,
    /// Where it ends, in bytes.
    pub(super) end: usize,
    /// The word in lower case.
    pub(super) word: String,
    /// Its stem.
    pub(super) stem: String,
    /// What follows it directly: the first character after it that is not a space.
    pub(super) after: Option<char>,
}

/// The words of a text, in order. A word is a run of letters and digits; apostrophes within it belong to it.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = Token> + '_ {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = rest.find(|(_, c)| c.is_alphanumeric())?;
        let mut end = text.len();
        while let Some((at, c)) = rest.peek().copied() {
            if c.is_alphanumeric() || is_apostrophe(c) {
                rest.next();
            } else {
                end = at;
                break;
            }
        }
        let raw = text.get(start..end)?;
        let word = raw.to_lowercase().replace('’', "'");
        let word = word.trim_end_matches('\'');
        let word = word.strip_suffix("'s").unwrap_or(word).to_owned();
        // A bounded look ahead keeps the whole linear, however many spaces follow.
        let after = text
            .get(end..)
            .and_then(|tail| tail.chars().take(4).find(|c| !c.is_whitespace()));
        Some(Token {
            start,
            end,
            stem: stem(&word),
            word,
            after,
        })
    })
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Reduces an English word to a stem: plural, -ing and -ed endings and a final e are taken off.
///
/// Rough on purpose: the lexicon goes through the same function, so the stem only has to be the same for forms of a word.
pub(super) fn stem(word: &str) -> String {
    let word = singular(word);
    let base = ["ing", "ed"]
        .into_iter()
        .find_map(|ending| {
            word.strip_suffix(ending)
                .filter(|base| base.len() >= 3 && has_vowel(base))
        })
        .map_or(word.as_str(), undoubled);
    let base = base
        .strip_suffix('e')
        .filter(|base| base.len() >= 2)
        .unwrap_or(base);
    base.strip_suffix('i')
        .filter(|base| base.len() >= 3)
        .map_or_else(|| base.to_owned(), |base| format!("{base}y"))
}

fn singular(word: &str) -> String {
    if let Some(base) = word.strip_suffix("ies").filter(|base| base.len() >= 2) {
        return format!("{base}y");
    }
    let sibilant = ["sses", "shes", "ches", "xes", "zes"]
        .iter()
        .any(|ending| word.ends_with(ending));
    if let Some(base) = word.strip_suffix("es").filter(|_| sibilant) {
        return base.to_owned();
    }
    let kept = ["ss", "us", "is"]
        .iter()
        .any(|ending| word.ends_with(ending));
    match word
        .strip_suffix('s')
        .filter(|base| !kept && base.len() >= 3)
    {
        Some(base) => base.to_owned(),
        None => word.to_owned(),
    }
}

/// Takes off the second of two equal consonants: "planning" has the stem of "plan". "Sell" and "miss" keep theirs.
fn undoubled(base: &str) -> &str {
    let mut backward = base.chars().rev();
    match (backward.next(), backward.next()) {
        (Some(last), Some(previous))
            if last == previous && last.is_ascii_lowercase() && !"aeioulsz".contains(last) =>
        {
            base.strip_suffix(last).unwrap_or(base)
        }
        _ => base,
    }
}

fn has_vowel(base: &str) -> bool {
    base.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}
