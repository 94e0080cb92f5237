//! The files of the project, and how a broken rule is told.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// A text file, its path from the top with `/`.
#[derive(Clone)]
pub struct File {
    pub path: String,
    pub text: String,
}

/// A broken rule: where, and what to do.
#[derive(Debug, PartialEq, Eq)]
pub struct Finding {
    pub path: String,
    pub line: usize,
    pub advice: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.advice)
    }
}

impl File {
    /// A file that is not on the disk, to try a rule on.
    pub fn new(path: &str, text: &str) -> File {
        File {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    pub fn finding(&self, line: usize, advice: impl Into<String>) -> Finding {
        Finding {
            path: self.path.clone(),
            line,
            advice: advice.into(),
        }
    }

    /// Lines with their numbers.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text
            .lines()
            .enumerate()
            .map(|(idx, line)| (idx + 1, line))
    }

    pub fn is_in(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }
}

/// The top of the project.
pub fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// One file, which must be there.
pub fn file(path: &str) -> File {
    let text = fs::read_to_string(top().join(path));
    File::new(
        path,
        &text.unwrap_or_else(|error| panic!("{path}: {error}")),
    )
}

/// Every file below the folders whose name has one of the endings, in order. What git ignores is
/// left out.
pub fn files(folders: &[&str], endings: &[&str]) -> Vec<File> {
    let ignored = ignored_names();
    let mut paths = Vec::new();
    for folder in folders {
        collect(folder, &ignored, &mut paths);
    }
    paths.retain(|path| {
        path.rsplit_once('.')
            .is_some_and(|(_, ending)| endings.contains(&ending))
    });
    paths.sort();
    paths.iter().map(|path| file(path)).collect()
}

/// The Rust files of the app crate.
pub fn app_files() -> Vec<File> {
    let mut files = files(&["src"], &["rs"]);
    files.retain(|file| {
        !["src/domain/", "src/store/", "src/worker/"]
            .iter()
            .any(|folder| file.is_in(folder))
    });
    files
}

fn collect(folder: &str, ignored: &[String], paths: &mut Vec<String>) {
    for entry in fs::read_dir(top().join(folder)).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let path = format!("{folder}/{name}");
        if ignored.contains(&name) {
            continue;
        }
        if entry.file_type().unwrap().is_dir() {
            collect(&path, ignored, paths);
        } else {
            paths.push(path);
        }
    }
}

/// The names in `.gitignore`.
pub fn ignored_names() -> Vec<String> {
    let names = file(".gitignore").text;
    let names = names.lines().map(|line| line.trim_matches('/').to_owned());
    names.filter(|name| !name.is_empty()).collect()
}

/// Fails with every finding, one a line.
pub fn expect_none(findings: Vec<Finding>) {
    let lines: Vec<String> = findings.iter().map(Finding::to_string).collect();
    assert!(lines.is_empty(), "\n{}\n", lines.join("\n"));
}

/// The lines of findings, to try a rule.
pub fn lines_of(findings: &[Finding]) -> Vec<usize> {
    findings.iter().map(|finding| finding.line).collect()
}
