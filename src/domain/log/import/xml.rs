//! The tags of an XML text, one after another, as far as event logs need them.
//!
//! Document type declarations are refused: entities of their own can grow without bound and reach
//! outside the file. Text between tags is passed over; event logs keep everything in attributes.

use crate::log::import::LogError;

/// A tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tag {
    /// `<name key="value">`, or `<name … />` when it is closed at once.
    Open {
        /// Its name without a namespace prefix.
        name: String,
        /// Its attributes in order.
        attributes: Vec<(String, String)>,
        /// Whether it is closed at once.
        is_closed: bool,
    },
    /// `</name>`.
    Close,
}

/// Reads the tags of a text.
pub struct Tags<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Tags<'a> {
    /// From the beginning of a text.
    pub fn new(text: &'a str) -> Tags<'a> {
        Tags { text, at: 0 }
    }

    /// The line the reader has come to, from 1. It is counted anew, so ask only for what is shown.
    pub fn line(&self) -> usize {
        let before = self.text.get(..self.at).unwrap_or(self.text);
        1 + before.bytes().filter(|byte| *byte == b'\n').count()
    }

    /// The next tag; `None` at the end of the text.
    pub fn next_tag(&mut self) -> Result<Option<Tag>, LogError> {
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let Some(begin) = rest.find('<') else {
                return Ok(None);
            };
            self.at += begin;
            let rest = rest.get(begin..).unwrap_or_default();
            for (opening, closing) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")] {
                if rest.starts_with(opening) {
                    let Some(end) = rest.find(closing) else {
                        return Err(self.error("Something is begun here and never ended."));
                    };
                    self.at += end + closing.len();
                }
            }
            if self.text.get(self.at..).unwrap_or_default().len() != rest.len() {
                continue;
            }
            if rest.starts_with("<!") {
                return Err(self.error(
                    "The file declares a document type, which Loopline does not read: it could reach outside the file.",
                ));
            }
            return self.tag(rest).map(Some);
        }
    }

    fn tag(&mut self, rest: &str) -> Result<Tag, LogError> {
        let end =
            end_of_tag(rest).ok_or_else(|| self.error("A tag is begun here and never ended."))?;
        let inside = rest.get(1..end).unwrap_or_default();
        let tag = if inside.starts_with('/') {
            Tag::Close
        } else {
            let is_closed = inside.ends_with('/');
            let inside = inside.trim_end_matches('/').trim_end();
            let (name, attributes) = inside
                .split_once(char::is_whitespace)
                .unwrap_or((inside, ""));
            let name = name.rsplit(':').next().unwrap_or_default().to_owned();
            Tag::Open {
                name,
                attributes: self.attributes(attributes)?,
                is_closed,
            }
        };
        self.at += end + 1;
        Ok(tag)
    }

    fn attributes(&self, text: &str) -> Result<Vec<(String, String)>, LogError> {
        let mut attributes = Vec::new();
        let mut rest = text.trim();
        while !rest.is_empty() {
            let unreadable = || self.error("An attribute here has no value in quotes.");
            let (key, after) = rest.split_once('=').ok_or_else(unreadable)?;
            let after = after.trim_start();
            let quote = after
                .chars()
                .next()
                .filter(|quote| matches!(quote, '"' | '\''))
                .ok_or_else(unreadable)?;
            let (value, after) = after
                .get(1..)
                .and_then(|after| after.split_once(quote))
                .ok_or_else(unreadable)?;
            let value = unescaped(value)
                .ok_or_else(|| self.error("An entity here is not one that XML has by itself."))?;
            attributes.push((key.trim().to_owned(), value));
            rest = after.trim_start();
        }
        Ok(attributes)
    }

    fn error(&self, what: &str) -> LogError {
        LogError::Xml {
            line: self.line(),
            what: what.to_owned(),
        }
    }
}

/// The place of the `>` that ends a tag; one in quotes does not.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, letter) in text.char_indices() {
        match (quote, letter) {
            (None, '>') => return Some(at),
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), _) if open == letter => quote = None,
            _ => {}
        }
    }
    None
}

fn unescaped(text: &str) -> Option<String> {
    let mut parts = text.split('&');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (entity, rest) = part.split_once(';')?;
        plain.push(match entity {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ => {
                let number = entity.strip_prefix('#')?;
                let code = match number.strip_prefix('x') {
                    Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                    None => number.parse().ok()?,
                };
                char::from_u32(code)?
            }
        });
        plain += rest;
    }
    Some(plain)
}
