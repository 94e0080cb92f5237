//! What `domain` and `store` never touch, so that the same input always gives the same output.

use crate::read_rust::{Kind, paths, read};
use crate::tree::{File, Finding, expect_none, files, lines_of};

/// Names that bring in a browser, a clock or chance.
const OUTSIDE: [&str; 15] = [
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo_storage",
    "leptos",
    "console_error_panic_hook",
    "SystemTime",
    "Utc",
    "Local",
    "rand",
    "getrandom",
    "fastrand",
    "RandomState",
    "thread_rng",
    "uuid",
];

/// What the domain avoids besides: signals, and whatever comes out differently from run to run
/// (the order of a hash map) or machine to machine (rounding).
const UNSTABLE: [&str; 6] = [
    "reactive_graph",
    "any_spawner",
    "HashMap",
    "HashSet",
    "f32",
    "f64",
];

/// Parts of the standard library that reach outside the program.
const STD_OUTSIDE: [&str; 6] = ["time", "fs", "env", "net", "process", "thread"];

fn impure(file: &File, names: &[&str]) -> Vec<Finding> {
    let tokens = read(file).tokens;
    let words = tokens
        .iter()
        .filter(|token| token.kind == Kind::Word && names.contains(&token.text.as_str()));
    let words = words.map(|token| (token.line, token.text.clone()));
    let std_paths = paths(&tokens, "std").into_iter().filter_map(|path| {
        let first = path.segments.first()?;
        STD_OUTSIDE
            .contains(&first.as_str())
            .then(|| (path.line, format!("std::{first}")))
    });
    words
        .chain(std_paths)
        .map(|(line, name)| {
            let advice = format!(
                "`{name}` does not belong here. Time and keys arrive in `command::Ctx`, the world outside through `store/ports.rs`.",
            );
            file.finding(line, advice)
        })
        .collect()
}

/// Where statistics needs real numbers. They are used with the four operations and the square root,
/// which IEEE 754 rounds the same way on every machine.
const STATISTICS: [&str; 1] = ["src/domain/measure/"];

fn impurities(domain: &[File]) -> Vec<Finding> {
    let names: Vec<&str> = OUTSIDE.into_iter().chain(UNSTABLE).collect();
    let without_reals: Vec<&str> = names
        .iter()
        .copied()
        .filter(|name| *name != "f64")
        .collect();
    domain
        .iter()
        .flat_map(|file| {
            let is_statistics = STATISTICS.iter().any(|part| file.path.starts_with(part));
            impure(
                file,
                if is_statistics {
                    &without_reals
                } else {
                    &names
                },
            )
        })
        .collect()
}

#[test]
fn the_domain_knows_no_clock_chance_browser_signal_or_float() {
    expect_none(impurities(&files(&["src/domain"], &["rs"])));
}

#[test]
fn the_store_knows_no_clock_chance_or_browser() {
    let files = files(&["src/store"], &["rs"]);
    expect_none(
        files
            .iter()
            .flat_map(|file| impure(file, &OUTSIDE))
            .collect(),
    );
}

#[test]
fn what_is_impure_is_seen() {
    let text =
        "// rand\nlet x = \"f64\";\nuse std::{fmt, fs};\nlet y: f64 = rand::random();\nUtc::now()";
    let file = File::new("src/domain/x.rs", text);
    assert_eq!(
        lines_of(&impurities(std::slice::from_ref(&file))),
        [4, 4, 5, 3]
    );
    assert_eq!(lines_of(&impure(&file, &OUTSIDE)), [4, 5, 3]);
    let statistics = File::new("src/domain/measure/x.rs", text);
    assert_eq!(lines_of(&impurities(&[statistics])), [4, 5, 3]);
}
