//! What new work is called, from its description.

/// Longer names are cut.
const MAX_CHARS: usize = 60;
/// From here on, a clause is a name of its own.
const MIN_CLAUSE: usize = 16;
/// So many words are a name without what a small word adds.
const MIN_WORDS: usize = 3;
/// Words no name ends with.
const SMALL: [&str; 26] = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "like", "my", "of", "on",
    "or", "our", "so", "that", "the", "their", "to", "until", "where", "which", "with", "your",
];

/// A name for the work: the first sentence, shortened to its first clauses and then to whole words
/// where it is long. Empty only where the description is.
pub fn name(description: &str) -> String {
    let parts = description.split(['.', '\n', '!', '?', ';']);
    let mut sentences = parts.map(str::trim).filter(|part| !part.is_empty());
    let sentence = sentences.next().unwrap_or_default();
    if sentence.chars().count() <= MAX_CHARS {
        return sentence.to_owned();
    }
    let head: String = sentence.chars().take(MAX_CHARS).collect();
    let clause = head.rfind(", ").and_then(|comma| head.get(..comma));
    if let Some(clause) = clause.filter(|clause| clause.chars().count() >= MIN_CLAUSE) {
        return clause.to_owned();
    }
    let mut words: Vec<&str> = head.split_whitespace().collect();
    let rest = sentence.get(head.len()..).unwrap_or_default();
    let is_cut = !head.ends_with(char::is_whitespace) && rest.starts_with(char::is_alphanumeric);
    if is_cut && words.len() > 1 {
        words.pop();
    }
    let is_small = |word: &&str| SMALL.contains(&word.to_lowercase().as_str());
    // What a small word introduces is cut with it where little of it is left: “an event with new”.
    let next = sentence.split_whitespace().nth(words.len());
    let is_whole = rest.starts_with(',') || next.is_none_or(|next| is_small(&next));
    if let Some(small) = words.iter().rposition(is_small)
        && !is_whole
        && small >= MIN_WORDS
        && words.len() - small <= 2
    {
        words.truncate(small);
    }
    while words.len() > 1 && words.last().is_some_and(is_small) {
        words.pop();
    }
    let name = words.join(" ");
    name.trim_end_matches([',', ':', '–', '-']).to_owned()
}
