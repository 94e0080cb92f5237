//! Text that people type: what is accepted, and the sentence when it is not.

/// Why a text was refused. `field` is the field's label as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing but white space in a field that needs a text.
    #[error("{field} is empty. Give it a few words.")]
    Empty {
        /// Label of the field.
        field: &'static str,
    },
    /// More characters than the field holds.
    #[error("{field} is {n_chars} characters long. At most {max} fit: shorten it by {}.", n_chars - max)]
    TooLong {
        /// Label of the field.
        field: &'static str,
        /// Characters given, after trimming.
        n_chars: usize,
        /// Characters allowed.
        max: usize,
    },
    /// A character that cannot be seen and would break lists and files.
    #[error(
        "{field} has an invisible control character (U+{code:04X}) at position {position}. Remove it."
    )]
    ControlCharacter {
        /// Label of the field.
        field: &'static str,
        /// Its Unicode code point.
        code: u32,
        /// Its place in the text, counted in characters from 1.
        position: usize,
    },
}

/// Characters in a name or title.
pub const MAX_LINE: usize = 200;
/// Characters in an objective, an instruction, a note or a description.
pub const MAX_PROSE: usize = 10_000;

/// A name or title: one line, not empty, at most [`MAX_LINE`] characters; trimmed.
pub fn line(field: &'static str, raw: &str) -> Result<String, TextError> {
    let text = optional_line(field, raw)?;
    if text.is_empty() {
        return Err(TextError::Empty { field });
    }
    Ok(text)
}

/// A line that may be empty.
pub fn optional_line(field: &'static str, raw: &str) -> Result<String, TextError> {
    checked(field, raw, MAX_LINE, char::is_control)
}

/// Several lines, possibly none, at most [`MAX_PROSE`] characters; trimmed, line ends as `\n`.
pub fn prose(field: &'static str, raw: &str) -> Result<String, TextError> {
    let unix = raw.replace("\r\n", "\n").replace('\r', "\n");
    checked(field, &unix, MAX_PROSE, |c| {
        c.is_control() && c != '\n' && c != '\t'
    })
}

/// Several lines with something in them.
pub fn required_prose(field: &'static str, raw: &str) -> Result<String, TextError> {
    let text = prose(field, raw)?;
    if text.is_empty() {
        return Err(TextError::Empty { field });
    }
    Ok(text)
}

fn checked(
    field: &'static str,
    raw: &str,
    max: usize,
    is_refused: impl Fn(char) -> bool,
) -> Result<String, TextError> {
    let text = raw.trim();
    let mut n_chars = 0;
    for c in text.chars() {
        n_chars += 1;
        if is_refused(c) || is_direction_override(c) {
            return Err(TextError::ControlCharacter {
                field,
                code: u32::from(c),
                position: n_chars,
            });
        }
    }
    if n_chars > max {
        return Err(TextError::TooLong {
            field,
            n_chars,
            max,
        });
    }
    Ok(text.to_owned())
}

/// Characters that reorder the text around them, so that a line reads as something else
/// (Unicode Technical Report 36, section 3.3).
fn is_direction_override(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
