//! Starters: the files themselves, the order in which they are offered, and what they make.

mod converting;
mod making;
mod processes;
mod projects;
mod ranking;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use domain::classify::Kind;
use domain::starters::{About, Starter, Starters};
use domain::text;

/// Characters of a sentence that would be noticed if it came twice.
const SENTENCE: usize = 40;

fn folder(kind: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../starters")
        .join(kind)
}

/// The files of a folder: name without its ending, and text.
fn files(kind: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = fs::read_dir(folder(kind))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            assert_eq!(path.extension().unwrap(), "json", "{}", path.display());
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect();
    files.sort();
    files
}

/// All there are, as the build joins them.
pub fn starters() -> Starters {
    static ALL: LazyLock<Starters> = LazyLock::new(joined);
    ALL.clone()
}

fn joined() -> Starters {
    let joined = ["processes", "projects"].map(|kind| {
        let texts: Vec<String> = files(kind).into_iter().map(|(_, text)| text).collect();
        format!("\"{kind}\":[{}]", texts.join(","))
    });
    Starters::read(&format!("{{{}}}", joined.join(","))).unwrap()
}

/// A file with a starter alone.
fn alone(kind: &str, text: &str) -> String {
    let (processes, projects) = if kind == "processes" {
        (text, "")
    } else {
        ("", text)
    };
    format!("{{\"processes\":[{processes}],\"projects\":[{projects}]}}")
}

#[test]
fn every_file_reads_and_one_with_a_field_more_or_less_does_not() {
    // Z1
    for kind in ["processes", "projects"] {
        for (name, text) in files(kind) {
            assert!(
                Starters::read(&alone(kind, &text)).is_ok(),
                "{kind}/{name}.json"
            );
            let more = text.replacen('{', "{\"colour\": \"red\",", 1);
            assert!(Starters::read(&alone(kind, &more)).is_err());
            let less = text.replacen("\"fits_when\"", "\"fits\"", 1);
            assert!(Starters::read(&alone(kind, &less)).is_err());
        }
    }
}

/// Every text in a file, with the way to it.
fn texts_of(text: &str) -> Vec<(String, String)> {
    fn collect(way: &str, value: &serde_json::Value, texts: &mut Vec<(String, String)>) {
        match value {
            serde_json::Value::String(text) => texts.push((way.to_owned(), text.clone())),
            serde_json::Value::Array(items) => {
                for (idx, item) in items.iter().enumerate() {
                    collect(&format!("{way}[{idx}]"), item, texts);
                }
            }
            serde_json::Value::Object(fields) => {
                for (name, field) in fields {
                    collect(&format!("{way}.{name}"), field, texts);
                }
            }
            _ => {}
        }
    }
    let mut texts = Vec::new();
    collect("", &serde_json::from_str(text).unwrap(), &mut texts);
    texts
}

fn all_files() -> Vec<(String, String)> {
    let files = ["processes", "projects"].map(|kind| {
        let named = |(name, text)| (format!("{kind}/{name}"), text);
        files(kind).into_iter().map(named).collect::<Vec<_>>()
    });
    files.concat()
}

fn abouts() -> Vec<(Kind, About)> {
    let starters = starters();
    let of = |kind| {
        let starters: Vec<Starter> = starters.of(kind);
        starters
            .into_iter()
            .map(move |starter| (kind, starter.about().clone()))
    };
    of(Kind::Process).chain(of(Kind::Project)).collect()
}

#[test]
fn every_text_is_one_that_a_form_accepts_and_no_list_is_empty() {
    // Z1
    for (name, file) in all_files() {
        for (way, text) in texts_of(&file) {
            let accepted = text::required_prose("Text", &text);
            assert_eq!(accepted.as_deref(), Ok(text.as_str()), "{name}{way}");
            let ends_badly = text.ends_with(' ') || text.contains("  ");
            assert!(!ends_badly, "{name}{way} has spaces to spare");
        }
        assert!(
            !file.contains("[]"),
            "{name} has an empty list: leave it out"
        );
    }
}

#[test]
fn a_starter_is_introduced_in_full() {
    // Z1
    for (_, about) in abouts() {
        let name = &about.name;
        assert!(about.fits_when.starts_with("Fits when "), "{name}");
        assert!(about.fits_when.ends_with('.'), "{name}");
        assert!(about.keywords.len() >= 8, "{name} is hard to find");
        for keyword in about.keywords.iter().chain(&about.hints) {
            assert_eq!(*keyword, keyword.to_lowercase(), "{name}");
        }
    }
}

#[test]
fn ids_are_file_names_and_names_are_unique() {
    // Z2
    let files = all_files();
    let abouts = abouts();
    for ((file, _), (_, about)) in files.iter().zip(&abouts) {
        assert_eq!(file.split('/').nth(1), Some(about.id.as_str()));
    }
    let mut names: Vec<_> = abouts
        .iter()
        .map(|(kind, about)| (kind, &about.name))
        .collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), files.len());
}

#[test]
fn no_sentence_is_there_twice() {
    // Z2
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for (name, file) in all_files() {
        for (way, text) in texts_of(&file) {
            for line in text.lines().filter(|line| line.chars().count() >= SENTENCE) {
                let here = format!("{name}{way}");
                let earlier = seen.insert(line.to_lowercase(), here.clone());
                assert_eq!(earlier, None, "also at {here}: {line}");
            }
        }
    }
}
