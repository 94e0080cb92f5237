//! What surrounds the app: its files are copied, its policy is said the same everywhere, and the
//! page of last resort stays small.

use std::fs;

use crate::tree::{File, Finding, expect_none, file, files, lines_of, top};

/// Shown in the README only.
const NOT_COPIED: [&str; 1] = ["overview.png"];

/// Bytes of the rescue page with its script and style: it must load when nothing else does.
const MAX_RESCUE: u64 = 10_000;

/// Files of `src/pwa` that the build leaves behind.
fn left_behind(index: &File, names: &[String]) -> Vec<Finding> {
    let is_copied = |name: &&String| {
        let link = format!(r#"rel="copy-file" href="src/pwa/{name}""#);
        NOT_COPIED.contains(&name.as_str()) || index.text.contains(&link)
    };
    let missing = names.iter().filter(|name| !is_copied(name));
    missing
        .map(|name| {
            index.finding(
                1,
                format!("src/pwa/{name} is not copied. Add a line, or delete it."),
            )
        })
        .collect()
}

/// The directives of the policy in a line, in order.
fn directives(line: &str) -> Vec<&str> {
    let policy = line.split("default-src").nth(1).unwrap_or_default();
    let policy = policy.split('"').next().unwrap_or_default();
    let mut directives: Vec<&str> = policy.split(';').map(str::trim).collect();
    directives.sort_unstable();
    directives
}

/// What the headers and the page say differently. Only a header can forbid to be framed.
fn differences(index: &File, headers: &File) -> Vec<Finding> {
    let policy = |file: &File| {
        let line = file.lines().find(|(_, line)| line.contains("default-src"));
        line.map(|(number, line)| (number, line.to_owned()))
            .unwrap_or_default()
    };
    let (_, of_page) = policy(index);
    let (line, of_headers) = policy(headers);
    let mut expected = directives(&of_page);
    expected.push("frame-ancestors 'none'");
    expected.sort_unstable();
    let is_same = directives(&of_headers) == expected;
    let advice = "not the policy of index.html with `frame-ancestors 'none'`. Make them the same.";
    (!is_same)
        .then(|| headers.finding(line, advice))
        .into_iter()
        .collect()
}

#[test]
fn every_file_around_the_app_is_copied() {
    let names: Vec<String> = fs::read_dir(top().join("src/pwa"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    expect_none(left_behind(&file("index.html"), &names));
}

/// Code that would carry a data file into the page's first view.
fn carried(file: &File) -> Vec<Finding> {
    let advice = "starters are fetched when needed (src/desk/starters.rs). Do not build them in.";
    let names_them = |line: &str| line.contains("include_") && line.contains("starters");
    file.lines()
        .filter(|(_, line)| names_them(line))
        .map(|(number, _)| file.finding(number, advice))
        .collect()
}

#[test]
fn starters_are_data_of_their_own() {
    let kinds = fs::read_dir(top().join("src/starters")).unwrap();
    let mut kinds: Vec<_> = kinds.map(|kind| kind.unwrap().file_name()).collect();
    kinds.sort();
    assert_eq!(kinds, ["processes", "projects"]);
    let texts = files(&["src/starters"], &["json"]).len();
    let all = ["processes", "projects"].map(|kind| {
        let folder = top().join("src/starters").join(kind);
        fs::read_dir(folder).unwrap().count()
    });
    assert_eq!(texts, all.iter().sum::<usize>(), "only JSON belongs there");
    let code = files(&["src"], &["rs"]);
    expect_none(code.iter().flat_map(carried).collect());
}

#[test]
fn the_policy_is_the_same_in_the_page_and_in_the_headers() {
    expect_none(differences(&file("index.html"), &file("src/pwa/_headers")));
}

#[test]
fn the_rescue_page_stays_small() {
    let size = |ending: &str| {
        let path = top().join(format!("src/pwa/rescue.{ending}"));
        fs::metadata(path).unwrap().len()
    };
    let total: u64 = ["html", "css", "js"].into_iter().map(size).sum();
    assert!(
        total < MAX_RESCUE,
        "the rescue page has {total} bytes: {MAX_RESCUE} is the limit"
    );
}

#[test]
fn surroundings_that_break_a_rule_are_seen() {
    let page = |text: &str| File::new("index.html", text);
    let link = r#"<link data-trunk rel="copy-file" href="src/pwa/x.js">"#;
    let names = ["x.js".to_owned(), "overview.png".to_owned()];
    assert_eq!(lines_of(&left_behind(&page(link), &names)), [0; 0]);
    assert_eq!(lines_of(&left_behind(&page(""), &names)), [1]);

    let built_in = File::new(
        "src/x.rs",
        "// starters\ninclude_str!(\"../starters/a.json\")",
    );
    assert_eq!(lines_of(&carried(&built_in)), [2]);

    let meta = page("<meta content=\"default-src 'none'; script-src 'self'\">");
    let headers = |text: &str| File::new("_headers", text);
    let same = "/*\n  X: default-src 'none'; script-src 'self'; frame-ancestors 'none'";
    assert_eq!(lines_of(&differences(&meta, &headers(same))), [0; 0]);
    let other = "/*\n  X: default-src 'none'; script-src *; frame-ancestors 'none'";
    assert_eq!(lines_of(&differences(&meta, &headers(other))), [2]);
}
