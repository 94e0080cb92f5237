//! Texts as the store seals them: for forging newer formats and finding what a key is.

/// A text with its check in front.
pub fn seal(text: &str) -> String {
    format!("{:08x}:{text}", crc32fast::hash(text.as_bytes()))
}

pub fn is_entry(key: &str) -> bool {
    key.starts_with("loopline/1/j/")
}

pub fn is_page(key: &str) -> bool {
    key.starts_with("loopline/1/p/") || is_cold(key)
}

pub fn is_cold(key: &str) -> bool {
    key.starts_with("loopline/1/c/")
}

/// The tab that wrote a journal entry, from its key.
pub fn actor(key: &str) -> &str {
    let (actor, _) = key
        .strip_prefix("loopline/1/j/")
        .and_then(|rest| rest.split_once('/'))
        .unwrap();
    actor
}
