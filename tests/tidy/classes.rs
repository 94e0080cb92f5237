//! Classes: what the views name is styled, and what is styled is named.

use std::collections::BTreeSet;

use crate::read_css::{self, names_after};
use crate::read_rust::{places, read, values_of};
use crate::tree::{File, Finding, app_files, expect_none, file, files, lines_of};

/// Where a class stands in a view: the attribute, and the property `Board` puts into its class.
const NAMES: [&str; 2] = ["class", "variant"];

/// Every class a file of views names, with its line.
fn in_views(file: &File) -> Vec<(usize, String)> {
    let tokens = read(file).tokens;
    let mut texts: Vec<_> = NAMES
        .iter()
        .flat_map(|name| values_of(&tokens, name))
        .collect();
    let calls = places(&tokens, "set_class_name (").filter_map(|at| tokens.get(at + 2));
    texts.extend(calls.filter(|token| token.is_text()));
    let mut classes = Vec::new();
    for token in texts {
        let names = token
            .text
            .split_whitespace()
            .filter(|name| !name.contains('{'));
        classes.extend(names.map(|name| (token.line, name.to_owned())));
    }
    classes.extend(places(&tokens, "class :").filter_map(|at| {
        let name = tokens
            .get(at + 2)
            .filter(|token| !token.is_text() && !token.is_mark(":"))?;
        let is_set = tokens.get(at + 3).is_some_and(|token| token.is_mark("="));
        is_set.then(|| (name.line, name.text.clone()))
    }));
    classes
}

/// Every class in the page before the app starts: attributes of the HTML, texts of the script.
fn in_page(html: &File, script: &File) -> BTreeSet<String> {
    let attributes = html.text.split(" class=\"").skip(1);
    let attributes = attributes.filter_map(|part| part.split('"').next());
    let texts = script.text.split('\'').skip(1).step_by(2);
    attributes
        .chain(texts)
        .flat_map(str::split_whitespace)
        .map(str::to_owned)
        .collect()
}

/// Every class a style sheet selects, with its line.
fn in_sheet(file: &File) -> Vec<(usize, String)> {
    let blocks = read_css::read(file).blocks.into_iter();
    let selectors = blocks.filter(|block| !block.prelude.starts_with('@'));
    selectors
        .flat_map(|block| {
            let names = names_after(&block.prelude, ".")
                .into_iter()
                .map(str::to_owned);
            names.map(|name| (block.line, name)).collect::<Vec<_>>()
        })
        .collect()
}

fn unstyled(file: &File, styled: &BTreeSet<String>) -> Vec<Finding> {
    let classes = in_views(file).into_iter();
    let missing = classes.filter(|(_, class)| !styled.contains(class));
    missing
        .map(|(line, class)| {
            file.finding(
                line,
                format!("no style sheet has `.{class}`. Style it or take it away."),
            )
        })
        .collect()
}

fn unused(file: &File, named: &BTreeSet<String>) -> Vec<Finding> {
    let classes = in_sheet(file).into_iter();
    let dead = classes.filter(|(_, class)| !named.contains(class));
    dead.map(|(line, class)| {
        file.finding(
            line,
            format!("nothing has the class `{class}`. Delete the rule."),
        )
    })
    .collect()
}

#[test]
fn every_class_of_a_view_is_styled() {
    let sheets = files(&["style"], &["css"]);
    let styled = sheets
        .iter()
        .flat_map(in_sheet)
        .map(|(_, class)| class)
        .collect();
    expect_none(
        app_files()
            .iter()
            .flat_map(|file| unstyled(file, &styled))
            .collect(),
    );
}

#[test]
fn every_styled_class_is_used() {
    let mut named = in_page(&file("index.html"), &file("src/pwa/boot.js"));
    named.extend(
        app_files()
            .iter()
            .flat_map(in_views)
            .map(|(_, class)| class),
    );
    let sheets = files(&["style"], &["css"]);
    expect_none(
        sheets
            .iter()
            .flat_map(|sheet| unused(sheet, &named))
            .collect(),
    );
}

#[test]
fn classes_without_a_match_are_seen() {
    let view = File::new(
        "src/x.rs",
        "<i class=\"a b\"/>\n<i class=format!(\"c {d}\") class:e=true/>\nx.set_class_name(\"f\");",
    );
    let sheet = File::new(
        "style/x.css",
        "@layer x {\n .a .b:not(.c, .e) { d: .5; }\n\n .g > .f { }\n}",
    );
    let names = |classes: Vec<(usize, String)>| {
        classes
            .into_iter()
            .map(|(_, class)| class)
            .collect::<BTreeSet<_>>()
    };
    let (named, styled) = (names(in_views(&view)), names(in_sheet(&sheet)));
    assert!(
        ["a", "b", "c", "e", "f"]
            .iter()
            .all(|class| named.contains(*class))
    );
    assert_eq!(named.len(), 5);
    assert_eq!(lines_of(&unused(&sheet, &named)), [4]);
    assert_eq!(
        lines_of(&unstyled(
            &File::new("src/x.rs", "\n<i class=\"a h\"/>"),
            &styled
        )),
        [2]
    );
    let page = in_page(
        &File::new("x.html", "<p class=\"i j\">"),
        &File::new("x.js", "x('p', 'k')"),
    );
    assert!(["i", "j", "k"].iter().all(|class| page.contains(*class)));
}
