//! Rust as words, marks and texts: enough to see names, paths and attributes of a view.

use crate::tree::File;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A name, a keyword or a number.
    Word,
    /// The inside of a string or character.
    Text,
    /// Any other character.
    Mark,
}

#[derive(Clone, Debug)]
pub struct Token {
    pub kind: Kind,
    pub text: String,
    pub line: usize,
}

impl Token {
    pub fn is_word(&self, word: &str) -> bool {
        self.kind == Kind::Word && self.text == word
    }

    pub fn is_mark(&self, mark: &str) -> bool {
        self.kind == Kind::Mark && self.text == mark
    }

    pub fn is_text(&self) -> bool {
        self.kind == Kind::Text
    }
}

/// A file taken apart.
pub struct Source {
    pub tokens: Vec<Token>,
    /// Comments without their slashes, with their lines.
    pub comments: Vec<(usize, String)>,
}

/// Takes a file apart.
pub fn read(file: &File) -> Source {
    let chars: Vec<char> = file.text.chars().collect();
    let mut source = Source {
        tokens: Vec::new(),
        comments: Vec::new(),
    };
    let (mut at, mut line) = (0, 1);
    while at < chars.len() {
        let start = at;
        let c = chars[at];
        let next = chars.get(at + 1).copied().unwrap_or(' ');
        let mut push = |kind, from: usize, to: usize| {
            let text = chars[from..to].iter().collect();
            source.tokens.push(Token { kind, text, line });
        };
        if c == '/' && next == '/' {
            at = find(&chars, at, "\n");
            let text: String = chars[start..at].iter().collect();
            let text = text.trim_start_matches(['/', '!']).trim().to_owned();
            source.comments.push((line, text));
        } else if c == '/' && next == '*' {
            at = find(&chars, at + 2, "*/") + 2;
            let text = chars[start..at.min(chars.len())].iter().collect();
            source.comments.push((line, text));
        } else if let Some(n_hashes) = raw_string(&chars[at..]) {
            let end = format!("\"{}", "#".repeat(n_hashes));
            let from = at + n_hashes + 2;
            let to = find(&chars, from, &end);
            push(Kind::Text, from, to);
            at = to + end.len();
        } else if c == '"' {
            at += 1;
            while at < chars.len() && chars[at] != '"' {
                at += if chars[at] == '\\' { 2 } else { 1 };
            }
            push(Kind::Text, start + 1, at.min(chars.len()));
            at += 1;
        } else if c == '\'' && (next == '\\' || chars.get(at + 2) == Some(&'\'')) {
            at = find(&chars, at + 3 - usize::from(next != '\\'), "'");
            push(Kind::Text, start + 1, at);
            at += 1;
        } else if c == '_' || c.is_alphanumeric() {
            while at < chars.len() && (chars[at] == '_' || chars[at].is_alphanumeric()) {
                at += 1;
            }
            push(Kind::Word, start, at);
        } else {
            at += 1;
            if !c.is_whitespace() {
                push(Kind::Mark, start, at);
            }
        }
        at = at.min(chars.len());
        line += chars[start..at].iter().filter(|c| **c == '\n').count();
    }
    source
}

/// How many hashes a raw string has, where one begins.
fn raw_string(chars: &[char]) -> Option<usize> {
    let rest = chars.strip_prefix(&['r'])?;
    let n_hashes = rest.iter().take_while(|c| **c == '#').count();
    (rest.get(n_hashes) == Some(&'"')).then_some(n_hashes)
}

fn find(chars: &[char], from: usize, what: &str) -> usize {
    let what: Vec<char> = what.chars().collect();
    let found = (from..chars.len()).find(|at| chars[*at..].starts_with(&what));
    found.unwrap_or(chars.len())
}

/// Where the words and marks stand in a row, for example `. unwrap (`.
pub fn places<'a>(tokens: &'a [Token], row: &'a str) -> impl Iterator<Item = usize> + 'a {
    let parts: Vec<&str> = row.split(' ').collect();
    (0..tokens.len()).filter(move |at| {
        tokens.len() >= at + parts.len()
            && parts
                .iter()
                .zip(&tokens[*at..])
                .all(|(part, token)| !token.is_text() && token.text == **part)
    })
}

/// A path written with `::`, without the name it begins with.
#[derive(Debug, PartialEq, Eq)]
pub struct Path {
    pub segments: Vec<String>,
    pub line: usize,
}

/// Every path that begins with a name, those inside a grouped import included.
pub fn paths(tokens: &[Token], root: &str) -> Vec<Path> {
    let mut found = Vec::new();
    for at in places(tokens, &format!("{root} : :")) {
        let is_inside =
            at >= 3 && is_double_colon(tokens, at - 2) && tokens[at - 3].kind == Kind::Word;
        if !is_inside {
            follow(tokens, at + 3, &[], &mut found);
        }
    }
    found
}

fn is_double_colon(tokens: &[Token], at: usize) -> bool {
    let is_colon = |at: usize| tokens.get(at).is_some_and(|token| token.is_mark(":"));
    is_colon(at) && is_colon(at + 1)
}

/// Follows a path from its next segment; gives back where it ends.
fn follow(tokens: &[Token], mut at: usize, before: &[String], found: &mut Vec<Path>) -> usize {
    let mut segments = before.to_vec();
    let line = tokens.get(at).map_or(0, |token| token.line);
    while let Some(token) = tokens.get(at) {
        if token.is_mark("{") {
            at += 1;
            while tokens.get(at).is_some_and(|token| !token.is_mark("}")) {
                at = follow(tokens, at, &segments, found);
                // Past `as name` and the comma.
                while tokens
                    .get(at)
                    .is_some_and(|token| !token.is_mark(",") && !token.is_mark("}"))
                {
                    at += 1;
                }
                at += usize::from(tokens.get(at).is_some_and(|token| token.is_mark(",")));
            }
            return at + 1;
        }
        if token.kind != Kind::Word && !token.is_mark("*") {
            break;
        }
        segments.push(token.text.clone());
        at += 1;
        if !is_double_colon(tokens, at) {
            break;
        }
        at += 2;
    }
    found.push(Path { segments, line });
    at
}

/// The texts given to a name: `class="…"` in a view, `icon: "…"` in a record, `let icon = …;`.
/// What is compared with, as in `kind == "…"`, is not given.
pub fn values_of<'a>(tokens: &'a [Token], name: &str) -> Vec<&'a Token> {
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let is_part = at > 0 && tokens[at - 1].is_mark("-");
        let Some(mark) = tokens
            .get(at + 1)
            .filter(|_| token.is_word(name) && !is_part)
        else {
            continue;
        };
        let rest = &tokens[at + 2..];
        if mark.is_mark(":") {
            found.extend(rest.first().filter(|token| token.is_text()));
        } else if mark.is_mark("=") && !rest.first().is_some_and(|token| token.is_mark("=")) {
            found.extend(value(rest));
        }
    }
    found
}

/// The texts up to the end of an attribute or a statement.
fn value(tokens: &[Token]) -> Vec<&Token> {
    let is = |at: usize, mark| tokens.get(at).is_some_and(|token| token.is_mark(mark));
    let ends = |at: usize| {
        let is_attribute = tokens[at].kind == Kind::Word
            && (is(at + 1, "=") && !is(at + 2, "=") && !is(at + 2, ">")
                || is(at + 1, ":") && !is(at + 2, ":"));
        let is_arrow = at > 0 && (is(at - 1, "=") || is(at - 1, "-"));
        is_attribute || is(at, ">") && !is_arrow || is(at, ";")
    };
    let end = (0..tokens.len())
        .find(|at| ends(*at))
        .unwrap_or(tokens.len());
    let is_compared =
        |at: usize| at >= 2 && is(at - 1, "=") && (is(at - 2, "=") || is(at - 2, "!"));
    (0..end)
        .filter(|at| tokens[*at].is_text() && !is_compared(*at))
        .map(|at| &tokens[at])
        .collect()
}

#[test]
fn comments_and_texts_are_not_code() {
    let text = "a /* b\n\"c\" */ \"d // \\\" e\" r#\"f\"g\"# 'h' '\\'' &'i j // k\n//! l";
    let source = read(&File::new("x.rs", text));
    let of = |kind| -> Vec<&str> {
        let tokens = source.tokens.iter().filter(|token| token.kind == kind);
        tokens.map(|token| token.text.as_str()).collect()
    };
    assert_eq!(of(Kind::Word), ["a", "i", "j"]);
    assert_eq!(of(Kind::Text), ["d // \\\" e", "f\"g", "h", "\\'"]);
    assert_eq!(
        source.comments[1..],
        [(2, "k".to_owned()), (3, "l".to_owned())]
    );
}

#[test]
fn paths_are_followed_into_groups() {
    let text =
        "use crate::{a::b, c::{self, d as e},\n f::*};\nlet x = crate::g::h(1); y::crate_::z";
    let found = paths(&read(&File::new("x.rs", text)).tokens, "crate");
    let found: Vec<(String, usize)> = found
        .iter()
        .map(|path| (path.segments.join("::"), path.line))
        .collect();
    let expected = [
        ("a::b", 1),
        ("c::self", 1),
        ("c::d", 1),
        ("f::*", 2),
        ("g::h", 3),
    ];
    assert_eq!(found, expected.map(|(path, line)| (path.to_owned(), line)));
}

#[test]
fn values_are_found_in_views_records_and_statements() {
    let text = r#"
        <i class="a b" data-class="no" title="no"/> <b class=if x == "no" { "c" } else { "d" } id="no">"no"</b>
        Item { class: "e", name: "no" } let class = match y { 1 => "f", _ => "g" }; "no"
        fn x(class: &str) { class == "no" }"#;
    let tokens = read(&File::new("x.rs", text)).tokens;
    let found: Vec<&str> = values_of(&tokens, "class")
        .iter()
        .map(|token| token.text.as_str())
        .collect();
    assert_eq!(found, ["a b", "c", "d", "e", "f", "g"]);
}
