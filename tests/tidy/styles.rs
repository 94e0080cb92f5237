//! The style sheets: linked, layered, and with values only from `tokens.css`.

use std::collections::BTreeSet;

use crate::read_css::{names_after, read};
use crate::read_rust;
use crate::tree::{File, Finding, expect_none, file, files, lines_of};

const LAYERS_FILE: &str = "style/layers.css";
const TOKENS_FILE: &str = "style/tokens.css";

/// Colors as functions and as names. `transparent`, `currentColor` and the colors of the system
/// say no color of their own, and `color-mix` mixes tokens.
const COLOR_FUNCTIONS: [&str; 11] = [
    "rgb",
    "rgba",
    "hsl",
    "hsla",
    "hwb",
    "lab",
    "lch",
    "oklab",
    "oklch",
    "color",
    "light-dark",
];
const COLOR_NAMES: [&str; 16] = [
    "black", "white", "red", "green", "blue", "gray", "grey", "orange", "yellow", "purple", "pink",
    "brown", "navy", "teal", "silver", "gold",
];

fn sheets() -> Vec<File> {
    files(&["style"], &["css"])
}

fn rust_files() -> Vec<File> {
    files(&["src"], &["rs"])
}

fn links(index: &File, sheets: &[File]) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut linked = BTreeSet::new();
    for (number, line) in index.lines() {
        let Some((_, rest)) = line.split_once(r#"rel="css" href=""#) else {
            continue;
        };
        let path = rest.split('"').next().unwrap_or_default();
        if !linked.insert(path) {
            found.push(index.finding(
                number,
                format!("{path} is linked twice. Take one line out."),
            ));
        }
        if !sheets.iter().any(|sheet| sheet.path == path) {
            found.push(index.finding(number, format!("{path} is not there. Take the line out.")));
        }
    }
    let missing = sheets
        .iter()
        .filter(|sheet| !linked.contains(sheet.path.as_str()));
    found.extend(missing.map(|sheet| sheet.finding(1, "not linked. Add a line to index.html.")));
    found
}

/// The names in `layers.css`, which holds nothing else.
fn layers(file: &File) -> Vec<String> {
    let sheet = read(file);
    assert!(
        sheet.blocks.is_empty() && sheet.statements.len() == 1,
        "{}: holds one `@layer` statement and nothing else",
        file.path,
    );
    let names = sheet.statements[0].1.trim_start_matches("@layer");
    names
        .split(',')
        .map(|name| name.trim().to_owned())
        .collect()
}

/// Rules outside a declared layer, or in another layer than that of the folder.
fn unlayered(file: &File, layers: &[String]) -> Vec<Finding> {
    let folder = file
        .path
        .split('/')
        .nth(1)
        .filter(|folder| !folder.ends_with(".css"));
    let sheet = read(file);
    let mut found = Vec::new();
    let mut n_layers = 0;
    for block in sheet.blocks.iter().filter(|block| block.depth == 0) {
        let Some(layer) = block.prelude.strip_prefix("@layer ") else {
            if !block.prelude.starts_with("@property ") {
                found.push(file.finding(
                    block.line,
                    "stands outside a layer. Wrap it in `@layer … { }`.",
                ));
            }
            continue;
        };
        n_layers += 1;
        if !layers.iter().any(|name| name == layer) {
            found.push(file.finding(
                block.line,
                format!("the layer `{layer}` is not in {LAYERS_FILE}."),
            ));
        } else if folder.is_some_and(|folder| folder != layer) {
            found.push(file.finding(
                block.line,
                "a file of this folder belongs in the layer of the folder's name.",
            ));
        }
    }
    if n_layers == 0 {
        found.push(file.finding(1, "has no layer. Wrap it in `@layer … { }`."));
    }
    found
}

/// Custom properties that exist: in the sheets, and set by `style:--x` in a view.
fn declared(sheets: &[File], rust: &[File]) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for sheet in sheets.iter().map(read) {
        names.extend(
            sheet
                .declarations
                .into_iter()
                .map(|declaration| declaration.name),
        );
        names.extend(
            sheet
                .blocks
                .iter()
                .flat_map(|block| names_after(&block.prelude, "@property "))
                .map(str::to_owned),
        );
    }
    names.extend(
        rust.iter()
            .flat_map(|file| names_after(&file.text, "style:"))
            .map(str::to_owned),
    );
    names.retain(|name| name.starts_with("--"));
    names
}

fn undeclared(file: &File, declared: &BTreeSet<String>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (number, line) in file.lines() {
        for name in names_after(line, "var(") {
            if !declared.contains(name) {
                found.push(file.finding(
                    number,
                    format!("`{name}` is set nowhere. Declare it, or name another."),
                ));
            }
        }
    }
    found
}

/// Custom properties that nothing reads.
fn unread(file: &File, readers: &[File]) -> Vec<Finding> {
    let texts = readers.iter().map(|file| file.text.as_str());
    let read_somewhere: BTreeSet<&str> = texts.flat_map(|text| names_after(text, "var(")).collect();
    let sheet = read(file);
    let set = sheet
        .declarations
        .iter()
        .map(|set| (set.line, set.name.as_str()));
    let registered = sheet.blocks.iter().filter_map(|block| {
        let name = block.prelude.strip_prefix("@property ")?;
        Some((block.line, name))
    });
    let dead = set
        .chain(registered)
        .filter(|(_, name)| name.starts_with("--") && !read_somewhere.contains(name));
    dead.map(|(line, name)| file.finding(line, format!("`{name}` is read nowhere. Delete it.")))
        .collect()
}

fn colors(file: &File) -> Vec<Finding> {
    let mut found = Vec::new();
    for declaration in read(file).declarations {
        let value = declaration.value.to_lowercase();
        let is_hex = |name: &str| name.len() >= 3 && name.chars().all(|c| c.is_ascii_hexdigit());
        let is_separator = |c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '(';
        let is_color = |word: &str| {
            let (name, is_function) = word
                .split_once('(')
                .map_or((word, false), |(name, _)| (name, true));
            COLOR_NAMES.contains(&word) || (is_function && COLOR_FUNCTIONS.contains(&name))
        };
        // A function inside another begins a word of its own.
        let words = value.replace('(', "( ");
        if names_after(&value, "#").into_iter().any(is_hex)
            || words.split(is_separator).any(is_color)
        {
            found.push(file.finding(
                declaration.line,
                format!("a color of its own. Name one of {TOKENS_FILE}."),
            ));
        }
    }
    found
}

/// `style` as an attribute of a view or a page: the content security policy blocks it.
fn inline_styles(file: &File) -> Vec<Finding> {
    let advice =
        "the content security policy blocks `style=`. Use a class, or `style:--x=…` for a value.";
    if !file.path.ends_with(".rs") {
        let lines = file
            .lines()
            .filter(|(_, line)| line.contains(" style=") || line.contains("<style"));
        return lines
            .map(|(number, _)| file.finding(number, advice))
            .collect();
    }
    let tokens = read_rust::read(file).tokens;
    let is_attribute = |at: &usize| {
        let before = at.checked_sub(1).map(|at| &tokens[at]);
        !before
            .is_some_and(|token| token.is_word("let") || token.is_word("mut") || token.is_mark("-"))
    };
    let places = read_rust::places(&tokens, "style =").filter(is_attribute);
    places
        .map(|at| file.finding(tokens[at].line, advice))
        .collect()
}

#[test]
fn every_style_sheet_is_linked_once() {
    expect_none(links(&file("index.html"), &sheets()));
}

#[test]
fn every_style_sheet_stays_in_its_layer() {
    let layers = layers(&file(LAYERS_FILE));
    let others = sheets()
        .into_iter()
        .filter(|sheet| sheet.path != LAYERS_FILE);
    expect_none(
        others
            .flat_map(|sheet| unlayered(&sheet, &layers))
            .collect(),
    );
}

#[test]
fn every_custom_property_is_set_and_read_somewhere() {
    let declared = declared(&sheets(), &rust_files());
    let mut readers = sheets();
    readers.push(file("index.html"));
    let mut found: Vec<Finding> = readers
        .iter()
        .flat_map(|file| undeclared(file, &declared))
        .collect();
    found.extend(sheets().iter().flat_map(|sheet| unread(sheet, &readers)));
    expect_none(found);
}

#[test]
fn colors_are_said_only_in_the_tokens() {
    let others = sheets()
        .into_iter()
        .filter(|sheet| sheet.path != TOKENS_FILE);
    expect_none(others.flat_map(|sheet| colors(&sheet)).collect());
}

#[test]
fn no_style_attribute_is_written() {
    let mut files = rust_files();
    files.push(file("index.html"));
    expect_none(files.iter().flat_map(inline_styles).collect());
}

#[test]
fn sheets_that_break_a_rule_are_seen() {
    let sheet = |text: &str| File::new("style/components/x.css", text);
    let index = |text: &str| File::new("index.html", text);
    let link = r#"<link data-trunk rel="css" href="style/components/x.css">"#;
    assert_eq!(
        lines_of(&links(&index(&format!("{link}\n{link}")), &[sheet("")])),
        [2]
    );
    assert_eq!(lines_of(&links(&index(link), &[])), [1]);
    assert_eq!(lines_of(&links(&index(""), &[sheet("")])), [1]);

    let layers = layers(&File::new(LAYERS_FILE, "@layer components, pages;"));
    let unlayered = |text| lines_of(&unlayered(&sheet(text), &layers));
    assert_eq!(
        unlayered("@property --a { syntax: \"*\"; }\n@layer components { .x { } }"),
        [0; 0]
    );
    assert_eq!(unlayered(".x { }"), [1, 1]);
    assert_eq!(unlayered("@layer pages { }\n@layer other { }"), [1, 2]);
    assert_eq!(unlayered("@layer components { }\n.y { }"), [2]);

    let a = sheet(".x {\n --a: 1;\n b: var(--c); }");
    let one = std::slice::from_ref(&a);
    assert_eq!(lines_of(&undeclared(&a, &declared(one, &[]))), [3]);
    let view = File::new("src/x.rs", "<i style:--c=1>");
    assert_eq!(lines_of(&undeclared(&a, &declared(one, &[view]))), [0; 0]);
    assert_eq!(lines_of(&unread(&a, one)), [2]);

    let text = ".x {\n a: #fff;\n b: var(--white);\n c: color-mix(in oklch, rgb(0 0 0) 1%, transparent);\n white-space: pre;\n d: 1px solid White }";
    assert_eq!(lines_of(&colors(&sheet(text))), [2, 4, 6]);

    assert_eq!(
        lines_of(&inline_styles(&index("<p>\n<p style=\"x\">"))),
        [2]
    );
    let view = "let style = 1; <i style:--c=1 data-style=2/>\n<i style=move || x>";
    assert_eq!(lines_of(&inline_styles(&File::new("src/x.rs", view))), [2]);
}
