//! Words that have no place in the code that people run.

use crate::read_rust::{Token, places, read};
use crate::tree::{File, Finding, expect_none, files, lines_of};

/// What stops the page, with the one thing to do instead.
const STOPS: [&str; 7] = [
    ". unwrap ( )",
    ". expect (",
    "panic !",
    "todo !",
    "unimplemented !",
    "unreachable !",
    "dbg !",
];

/// Tokens up to a module of tests: those come last in a file.
fn without_tests(tokens: &[Token]) -> &[Token] {
    let tests = places(tokens, "# [ cfg ( test ) ] mod").next();
    &tokens[..tests.unwrap_or(tokens.len())]
}

fn stops(file: &File) -> Vec<Finding> {
    let source = read(file);
    let tokens = without_tests(&source.tokens);
    let mut found = Vec::new();
    for row in STOPS {
        for at in places(tokens, row) {
            let name = row.replace(' ', "");
            let advice = format!(
                "`{name}` can stop the page. Say with a Result or an Option what happens instead."
            );
            found.push(file.finding(tokens[at].line, advice));
        }
    }
    found
}

/// Lints that are switched off without `reason = "…"` or a comment beside it or above.
fn silenced(file: &File) -> Vec<Finding> {
    let source = read(file);
    let mut found = Vec::new();
    for attribute in ["[ allow (", "[ expect ("] {
        for at in places(&source.tokens, attribute) {
            let line = source.tokens[at].line;
            let inside = source.tokens[at..]
                .iter()
                .take_while(|token| !token.is_mark("]"));
            let has_reason = inside.clone().any(|token| token.is_word("reason"));
            let last = inside.last().map_or(line, |token| token.line);
            let has_comment = source
                .comments
                .iter()
                .any(|(at, _)| (line - 1..=last).contains(at));
            if !has_reason && !has_comment {
                found.push(file.finding(
                    line,
                    "a lint is switched off without a reason. Write it beside the attribute.",
                ));
            }
        }
    }
    found
}

/// Notes to oneself.
fn notes(file: &File) -> Vec<Finding> {
    let mut found = Vec::new();
    for (number, line) in file.lines() {
        let mut words = line.split(|c: char| !c.is_alphanumeric() && c != '_');
        if words.any(|word| matches!(word, "TODO" | "FIXME" | "XXX" | "HACK")) {
            found.push(file.finding(number, "a note to oneself. Do it, or write an issue."));
        }
    }
    found
}

#[test]
fn nothing_in_the_code_stops_the_page() {
    expect_none(files(&["src"], &["rs"]).iter().flat_map(stops).collect());
}

#[test]
fn a_lint_is_switched_off_only_with_a_reason() {
    expect_none(files(&["src"], &["rs"]).iter().flat_map(silenced).collect());
}

#[test]
fn no_notes_are_left_behind() {
    let files = files(&["src", "style"], &["rs", "js", "css", "md", "toml"]);
    expect_none(files.iter().flat_map(notes).collect());
}

#[test]
fn bad_habits_are_seen() {
    let text = "// x.unwrap() is fine here\nx.unwrap();\nx\n    .expect(\"y\");\npanic!(\"TODO\");\n#[cfg(test)]\nmod tests { fn a() { x.unwrap() } }";
    let file = File::new("src/x.rs", text);
    assert_eq!(lines_of(&stops(&file)), [2, 4, 5]);
    assert_eq!(lines_of(&notes(&file)), [5]);
    let text = "#[allow(a)] // why\n#[allow(b, reason = \"c\")]\n\n#[allow(d)]\nfn x() {}\n#![allow(\n    e\n)]";
    assert_eq!(lines_of(&silenced(&File::new("src/x.rs", text))), [4, 6]);
}
