//! The sprite in `index.html`: every drawing that is named is there, and each is named.

use std::collections::BTreeSet;

use crate::read_css::names_after;
use crate::read_rust::{Token, places, read, values_of};
use crate::tree::{File, Finding, app_files, expect_none, file, lines_of};

/// The drawings a file names, as symbols, with their lines.
fn named(file: &File) -> Vec<(usize, String)> {
    let tokens = read(file).tokens;
    let mut found = Vec::new();
    let mut add = |prefix: &str, texts: Vec<&Token>| {
        found.extend(
            texts
                .iter()
                .map(|token| (token.line, format!("{prefix}{}", token.text))),
        );
    };
    for tag in places(&tokens, "< Icon") {
        let length = tokens[tag..].iter().position(|token| token.is_mark(">"));
        add(
            "i-",
            values_of(&tokens[tag..tag + length.unwrap_or(0)], "name"),
        );
    }
    add("i-", values_of(&tokens, "icon"));
    add("i-", arguments(&tokens, "icon"));
    add("s-", values_of(&tokens, "status"));
    add("s-", arguments(&tokens, "status"));
    // The shapes of health, and the two kinds of work, are named by functions.
    if file.path == "src/desk/health.rs" {
        add("s-", results(&tokens, "shape"));
    }
    if file.path == "src/ui/icon.rs" {
        add("g-", results(&tokens, "name"));
    }
    for token in tokens.iter().filter(|token| token.is_text()) {
        let names = names_after(&token.text, "#").into_iter();
        let whole = names.filter(|name| is_symbol(name) && !token.text.contains('{'));
        found.extend(whole.map(|name| (token.line, name.to_owned())));
    }
    found
}

fn is_symbol(name: &str) -> bool {
    name == "logo"
        || ["i-", "g-", "s-"]
            .iter()
            .any(|prefix| name.starts_with(prefix))
}

/// The texts in the place of a parameter, wherever its function or closure is called in the file.
fn arguments<'a>(tokens: &'a [Token], parameter: &str) -> Vec<&'a Token> {
    let mut found = Vec::new();
    let openings =
        (2..tokens.len()).filter(|at| tokens[*at].is_mark("(") || tokens[*at].is_mark("|"));
    for open in openings {
        let name = match &tokens[..open] {
            [.., function, name] if function.is_word("fn") => name,
            [.., binding, name, equals] if binding.is_word("let") && equals.is_mark("=") => name,
            [.., binding, name, equals, by]
                if binding.is_word("let") && equals.is_mark("=") && by.is_word("move") =>
            {
                name
            }
            _ => continue,
        };
        let parts = split(&tokens[open + 1..]);
        let Some(idx) = parts
            .iter()
            .position(|part| part.first().is_some_and(|word| word.is_word(parameter)))
        else {
            continue;
        };
        for call in places(tokens, &format!("{} (", name.text)) {
            let arguments = split(&tokens[call + 2..]);
            found.extend(
                arguments
                    .get(idx)
                    .filter(|part| part[0].is_text())
                    .map(|part| &part[0]),
            );
        }
    }
    found
}

/// The parts between commas, up to the end of the list.
fn split(tokens: &[Token]) -> Vec<&[Token]> {
    let (mut parts, mut from, mut depth) = (Vec::new(), 0, 0);
    for (at, token) in tokens.iter().enumerate() {
        let ends = depth == 0 && [")", "|"].iter().any(|mark| token.is_mark(mark));
        if (ends || depth == 0 && token.is_mark(",")) && at > from {
            parts.push(&tokens[from..at]);
            from = at + 1;
        }
        if ends {
            break;
        }
        depth += i32::from(["(", "[", "{"].iter().any(|mark| token.is_mark(mark)));
        depth -= i32::from([")", "]", "}"].iter().any(|mark| token.is_mark(mark)));
    }
    parts
}

/// The texts in a function's body.
fn results<'a>(tokens: &'a [Token], function: &str) -> Vec<&'a Token> {
    let mut found = Vec::new();
    for at in places(tokens, &format!("fn {function} (")) {
        let body = tokens[at..]
            .iter()
            .skip_while(|token| !token.is_mark("{"))
            .skip(1);
        let mut depth = 0;
        found.extend(
            body.take_while(|token| {
                depth += i32::from(token.is_mark("{")) - i32::from(token.is_mark("}"));
                depth >= 0
            })
            .filter(|token| token.is_text()),
        );
    }
    found
}

/// The symbols of the sprite with their lines.
fn symbols(index: &File) -> Vec<(usize, String)> {
    let lines = index.lines();
    lines
        .flat_map(|(number, line)| {
            names_after(line, "<symbol id=\"")
                .into_iter()
                .map(move |name| (number, name.to_owned()))
        })
        .collect()
}

fn missing(file: &File, symbols: &BTreeSet<String>) -> Vec<Finding> {
    let named = named(file)
        .into_iter()
        .filter(|(_, name)| !symbols.contains(name));
    named
        .map(|(line, name)| {
            file.finding(
                line,
                format!("index.html has no symbol `{name}`. Add it to the sprite."),
            )
        })
        .collect()
}

fn unused(index: &File, named: &BTreeSet<String>) -> Vec<Finding> {
    let in_page: BTreeSet<&str> = names_after(&index.text, "href=\"#").into_iter().collect();
    let symbols = symbols(index).into_iter();
    symbols
        .filter(|(_, name)| !named.contains(name) && !in_page.contains(name.as_str()))
        .map(|(line, name)| {
            index.finding(line, format!("nothing draws `{name}`. Delete the symbol."))
        })
        .collect()
}

#[test]
fn every_drawing_that_is_named_is_in_the_sprite() {
    let symbols = symbols(&file("index.html"))
        .into_iter()
        .map(|(_, name)| name)
        .collect();
    expect_none(
        app_files()
            .iter()
            .flat_map(|file| missing(file, &symbols))
            .collect(),
    );
}

#[test]
fn every_symbol_of_the_sprite_is_drawn() {
    let named = app_files()
        .iter()
        .flat_map(named)
        .map(|(_, name)| name)
        .collect();
    expect_none(unused(&file("index.html"), &named));
}

#[test]
fn drawings_without_a_match_are_seen() {
    let text = r##"let go = |name: &str, icon, to: (u8, u8)| { icon };
        go("a", "b", (1, 2));
        <Icon name="c" small=true/> <Other name="d"/>
        let icon = if x { "e" } else { "f" }; Item { icon: "g" }
        <use href="#logo"> <use href=format!("#i-{x}")>
        fn banner(status: &str, text: String) {} banner("h", "i");"##;
    let names: Vec<String> = named(&File::new("src/x.rs", text))
        .into_iter()
        .map(|(_, name)| name)
        .collect();
    assert_eq!(names, ["i-c", "i-e", "i-f", "i-g", "i-b", "s-h", "logo"]);
    let kinds = File::new(
        "src/ui/icon.rs",
        "fn name(self) -> &str { match self { A => { \"j\" } } } \"k\"",
    );
    assert_eq!(named(&kinds), [(1, "g-j".to_owned())]);
    let index = File::new(
        "index.html",
        "<symbol id=\"i-l\">\n<symbol id=\"i-c\"><use href=\"#i-c\">",
    );
    let symbols: BTreeSet<String> = symbols(&index).into_iter().map(|(_, name)| name).collect();
    assert_eq!(lines_of(&unused(&index, &BTreeSet::new())), [1]);
    assert_eq!(
        lines_of(&missing(
            &File::new("src/x.rs", "<Icon name=\"l\"/>\n<Icon name=\"m\"/>"),
            &symbols
        )),
        [2]
    );
}
