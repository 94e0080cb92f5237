//! Files: how long, how named, how begun, and that none is forgotten.

use std::collections::BTreeSet;

use crate::read_rust::{places, read};
use crate::tree::{File, Finding, expect_none, files, lines_of};

/// Longer files are hard to read as a whole.
const MAX_LINES: usize = 400;
fn too_long(file: &File) -> Option<Finding> {
    let n_lines = file.text.lines().count();
    (n_lines > MAX_LINES).then(|| {
        file.finding(
            n_lines,
            format!("longer than {MAX_LINES} lines. Split it along what it does."),
        )
    })
}

fn badly_begun(file: &File) -> Option<Finding> {
    if file.path.ends_with("/mod.rs") {
        return Some(file.finding(1, "modules are `x.rs` with `x/` beside it. Rename it."));
    }
    (!file.text.starts_with("//! "))
        .then(|| file.finding(1, "say in a first line `//! …` what this module is for."))
}

/// Modules that no other file declares: the compiler never reads them.
fn forgotten(files: &[File]) -> Vec<Finding> {
    let mut declared = BTreeSet::new();
    for file in files {
        let (folder, name) = file.path.rsplit_once('/').unwrap_or(("", &file.path));
        let name = name.trim_end_matches(".rs");
        let home = if is_root(name) {
            folder.to_owned()
        } else {
            format!("{folder}/{name}")
        };
        let tokens = read(file).tokens;
        for at in places(&tokens, "mod") {
            declared.extend(
                tokens
                    .get(at + 1)
                    .map(|token| format!("{home}/{}.rs", token.text)),
            );
        }
    }
    let is_known = |file: &&File| {
        let name = file.path.rsplit('/').next().unwrap_or_default();
        is_root(name.trim_end_matches(".rs")) || declared.contains(&file.path)
    };
    files
        .iter()
        .filter(|file| !is_known(file))
        .map(|file| {
            file.finding(
                1,
                "no `mod` line names this file, so it is never compiled. Declare or delete it.",
            )
        })
        .collect()
}

fn is_root(name: &str) -> bool {
    name == "lib" || name == "main"
}

#[test]
fn no_file_is_longer_than_one_can_read() {
    let files = files(
        &["src", "tests", "style"],
        &["rs", "css", "md", "js", "mjs", "ts"],
    );
    expect_none(files.iter().filter_map(too_long).collect());
}

#[test]
fn every_module_says_what_it_is_for() {
    expect_none(
        files(&["src", "tests"], &["rs"])
            .iter()
            .filter_map(badly_begun)
            .collect(),
    );
}

#[test]
fn every_rust_file_is_compiled() {
    let mut files = files(&["src", "tests"], &["rs"]);
    // Benches and fuzz targets are roots of their own.
    files.retain(|file| !file.is_in("tests/bench") && !file.is_in("tests/fuzz"));
    expect_none(forgotten(&files));
}

#[test]
fn files_that_break_a_rule_are_seen() {
    assert!(too_long(&File::new("src/x.rs", &"\n".repeat(MAX_LINES))).is_none());
    assert!(too_long(&File::new("src/x.rs", &"\n".repeat(MAX_LINES + 1))).is_some());
    assert!(badly_begun(&File::new("src/x/mod.rs", "//! X.")).is_some());
    assert!(badly_begun(&File::new("src/x.rs", "// X.")).is_some());
    assert!(badly_begun(&File::new("src/x.rs", "//! X.")).is_none());
    let files = [
        File::new("src/lib.rs", "pub mod a;"),
        File::new("src/a.rs", "mod b;"),
        File::new("src/a/b.rs", "// mod c;"),
        File::new("src/a/c.rs", ""),
    ];
    let found = forgotten(&files);
    assert_eq!(lines_of(&found), [1]);
    assert_eq!(found[0].path, "src/a/c.rs");
}
