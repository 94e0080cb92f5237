//! A style sheet as blocks and declarations.

use crate::tree::File;

/// What stands before a `{`.
pub struct Block {
    pub line: usize,
    pub depth: usize,
    pub prelude: String,
}

/// `name: value`.
pub struct Declaration {
    pub line: usize,
    pub name: String,
    pub value: String,
}

#[derive(Default)]
pub struct Sheet {
    pub blocks: Vec<Block>,
    pub declarations: Vec<Declaration>,
    /// Statements such as `@layer a, b`, without the `;`.
    pub statements: Vec<(usize, String)>,
}

/// Takes a style sheet apart. Texts in quotes are left empty.
pub fn read(file: &File) -> Sheet {
    let mut sheet = Sheet::default();
    let (mut depth, mut line, mut begun) = (0, 1, 1);
    let mut part = String::new();
    for c in without_comments_and_texts(&file.text).chars() {
        if part.trim().is_empty() {
            begun = line;
        }
        line += usize::from(c == '\n');
        if !matches!(c, '{' | '}' | ';') {
            part.push(c);
            continue;
        }
        let text = part.trim().to_owned();
        part.clear();
        if c == '{' {
            sheet.blocks.push(Block {
                line: begun,
                depth,
                prelude: text,
            });
            depth += 1;
            continue;
        }
        if let Some((name, value)) = text.split_once(':').filter(|_| !text.starts_with('@')) {
            sheet.declarations.push(Declaration {
                line: begun,
                name: name.trim().to_owned(),
                value: value.trim().to_owned(),
            });
        } else if !text.is_empty() {
            sheet.statements.push((begun, text));
        }
        depth = depth.saturating_sub(usize::from(c == '}'));
    }
    sheet
}

/// Comments and the insides of quotes, line ends excepted, are taken out.
fn without_comments_and_texts(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let end = match c {
            '/' if rest.starts_with("/*") => rest[2..].find("*/").map(|at| at + 4),
            '"' | '\'' => rest[1..].find(c).map(|at| at + 2),
            _ => {
                kept.push(c);
                rest = &rest[c.len_utf8()..];
                continue;
            }
        };
        let (skipped, after) = rest.split_at(end.unwrap_or(rest.len()));
        if c != '/' {
            kept.extend([c, c]);
        }
        kept.extend(skipped.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    kept
}

/// The names after each `mark` in a text, for example every `--x` after `var(`.
pub fn names_after<'a>(text: &'a str, mark: &str) -> Vec<&'a str> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let parts = text.split(mark).skip(1);
    let names = parts.map(str::trim_start);
    names
        .map(|part| &part[..part.find(|c| !is_name(c)).unwrap_or(part.len())])
        .filter(|name| !name.is_empty())
        .collect()
}

#[test]
fn sheets_are_taken_apart() {
    let text =
        "/* .no { */\n@layer a, b;\n@layer a {\n  .x[y=\";}\"],\n  .z { c: d;\n --e: var(--f) }\n}";
    let sheet = read(&File::new("x.css", text));
    let blocks: Vec<_> = sheet
        .blocks
        .iter()
        .map(|block| (block.line, block.depth, block.prelude.as_str()))
        .collect();
    assert_eq!(blocks, [(3, 0, "@layer a"), (4, 1, ".x[y=\"\"],\n  .z")]);
    let declarations: Vec<_> = sheet
        .declarations
        .iter()
        .map(|d| (d.line, d.name.as_str(), d.value.as_str()))
        .collect();
    assert_eq!(declarations, [(5, "c", "d"), (6, "--e", "var(--f)")]);
    assert_eq!(sheet.statements, [(2, "@layer a, b".to_owned())]);
    assert_eq!(
        names_after("var(--a, var( --b-c))", "var("),
        ["--a", "--b-c"]
    );
}
