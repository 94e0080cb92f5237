//! Documents and what they are about: rules and tests, decisions and the code that cites them,
//! schema versions and their frozen files, paths and files.

use std::collections::{BTreeMap, BTreeSet};

use crate::tree::{File, Finding, expect_none, file, files, lines_of, top};

/// Where the rules stand, one file for each part of the domain.
const SPEC: &str = "src/domain/spec";

/// A capital and a number, for example `C3`.
fn is_rule_id(word: &str) -> bool {
    let rest = word.strip_prefix(|c: char| c.is_ascii_uppercase());
    rest.is_some_and(|rest| {
        let is_number = rest.chars().all(|c| c.is_ascii_digit());
        is_number && matches!(rest.len(), 1 | 2) && !rest.starts_with('0')
    })
}

/// The rules by id, each with where it stands; one that is there twice is reported.
fn rules(specs: &[File]) -> (BTreeMap<String, Finding>, Vec<Finding>) {
    let (mut rules, mut found) = (BTreeMap::new(), Vec::new());
    let lines = specs
        .iter()
        .flat_map(|spec| spec.lines().map(move |line| (spec, line)));
    for (spec, (number, line)) in lines {
        let id = line
            .strip_prefix("- **")
            .and_then(|rest| rest.split("**").next());
        let Some(id) = id.filter(|id| is_rule_id(id)) else {
            continue;
        };
        let untested = format!("no test cites {id}. Write one that begins with `// {id}`.");
        let place = spec.finding(number, untested);
        if rules.insert(id.to_owned(), place).is_some() {
            found.push(spec.finding(
                number,
                format!("{id} is there twice. Give the new rule a number of its own."),
            ));
        }
    }
    (rules, found)
}

/// The ids in a comment, with their lines. A comment that cites for a test begins with them.
fn cited(file: &File) -> Vec<(usize, String)> {
    let comments = file.lines().filter_map(|(number, line)| {
        let mut slashes = line.match_indices("//").map(|(at, _)| at);
        let at = slashes.find(|at| !line[..*at].ends_with(':'))?;
        Some((number, line[at..].trim_start_matches(['/', '!'])))
    });
    comments
        .flat_map(|(number, comment)| {
            let words = comment.split(|c: char| !c.is_ascii_alphanumeric());
            words
                .filter(|word| is_rule_id(word))
                .map(move |word| (number, word.to_owned()))
        })
        .collect()
}

fn begins_with_id(file: &File, line: usize) -> bool {
    let text = file.text.lines().nth(line - 1).unwrap_or_default();
    let comment = text.split("//").nth(1).unwrap_or_default();
    let first = comment.split_whitespace().next().unwrap_or_default();
    is_rule_id(first.trim_end_matches([',', ':', ';', '.']))
}

fn unknown_rules(file: &File, rules: &BTreeMap<String, Finding>) -> Vec<Finding> {
    let cited = cited(file).into_iter();
    let unknown = cited.filter(|(_, id)| !rules.contains_key(id));
    unknown
        .map(|(line, id)| {
            file.finding(
                line,
                format!("{SPEC} has no rule {id}. Write it there, or cite another."),
            )
        })
        .collect()
}

fn untested_rules(specs: &[File], tests: &[File]) -> Vec<Finding> {
    let mut tested = BTreeSet::new();
    for test in tests {
        let cited = cited(test).into_iter();
        tested.extend(
            cited
                .filter(|(line, _)| begins_with_id(test, *line))
                .map(|(_, id)| id),
        );
    }
    let rules = rules(specs).0.into_iter();
    let untested = rules.filter(|(id, _)| !tested.contains(id));
    untested.map(|(_, place)| place).collect()
}

/// Rules that were written into the list of sections.
fn misplaced_rules(list: &File) -> Vec<Finding> {
    let lines = list.lines().filter(|(_, line)| line.starts_with("- **"));
    lines
        .map(|(line, _)| {
            list.finding(
                line,
                format!("rules stand in the files of {SPEC}. Write it there."),
            )
        })
        .collect()
}

/// The number a record of DECISIONS.md begins with.
fn record_number(line: &str) -> Option<usize> {
    line.split_once(". **")?.0.parse().ok()
}

fn uncounted(decisions: &File) -> Vec<Finding> {
    let numbers = decisions
        .lines()
        .filter_map(|(line, text)| Some((line, record_number(text)?)));
    let wrong = numbers
        .zip(1..)
        .filter(|((_, number), expected)| number != expected);
    wrong
        .map(|((line, _), expected)| {
            decisions.finding(
                line,
                format!("this record should have the number {expected}."),
            )
        })
        .collect()
}

fn unknown_decisions(file: &File, n_decisions: usize) -> Vec<Finding> {
    let mut found = Vec::new();
    for (number, line) in file.lines() {
        for rest in line.split("DECISIONS ").skip(1) {
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            if digits
                .parse()
                .is_ok_and(|cited: usize| cited == 0 || cited > n_decisions)
            {
                found.push(file.finding(
                    number,
                    format!("src/DECISIONS.md has no record {digits}. Write it, or cite another."),
                ));
            }
        }
    }
    found
}

/// What is wrong with the set of frozen files, by name.
fn unfrozen(current: u32, names: &BTreeSet<String>) -> Vec<String> {
    let expected: BTreeSet<String> = (1..=current)
        .map(|version| format!("v{version:02}.json"))
        .collect();
    let missing = expected
        .difference(names)
        .map(|name| format!("{name} is missing. Write a file of that version there and keep it."));
    let extra = names
        .difference(&expected)
        .map(|name| format!("{name} is of no released version. Delete it or raise CURRENT."));
    missing.chain(extra).collect()
}

/// Paths in backquotes that lead nowhere. They start at the top or in `src`; `x` stands for a name.
fn dead_paths(file: &File) -> Vec<Finding> {
    let mut found = Vec::new();
    for (number, line) in file.lines() {
        for path in line.split('`').skip(1).step_by(2) {
            let names_a_file = [".rs", ".css", ".md", ".html", ".toml", ".js", ".json"]
                .iter()
                .any(|ending| path.ends_with(ending));
            let stem = path
                .rsplit('/')
                .next()
                .unwrap_or_default()
                .split('.')
                .next()
                .unwrap_or_default();
            if !names_a_file || path.contains(['<', '…', ' ', '*']) || stem == "x" {
                continue;
            }
            let is_there = ["", "src/", "src/domain/", "src/store/"]
                .iter()
                .any(|from| top().join(format!("{from}{path}")).exists());
            if !is_there {
                found.push(file.finding(
                    number,
                    format!("`{path}` is not there. Correct the sentence."),
                ));
            }
        }
    }
    found
}

fn code_and_styles() -> Vec<File> {
    let mut files = files(
        &["src", "style", "tests", ".cargo", ".tools", ".github"],
        &["rs", "css", "js", "mjs", "ts", "toml", "md", "sh", "yml"],
    );
    // The rules themselves are tried on citations that lead nowhere.
    files.retain(|file| !file.is_in("tests/tidy/"));
    files.extend(["index.html", "Cargo.toml", "Trunk.toml", "Makefile"].map(file));
    files
}

#[test]
fn every_rule_has_a_test_and_every_citation_a_rule() {
    let specs = files(&[SPEC], &["md"]);
    let (rules, mut found) = rules(&specs);
    found.extend(misplaced_rules(&file("src/domain/SPEC.md")));
    assert!(
        rules.len() > 50,
        "the rules of {SPEC} are not recognized any more"
    );
    let cites = |file: &File| !file.is_in("tests/tidy/");
    let citing: Vec<File> = files(&["src", "tests"], &["rs", "ts"])
        .into_iter()
        .filter(cites)
        .collect();
    let tests: Vec<File> = citing
        .iter()
        .filter(|file| file.is_in("tests/"))
        .cloned()
        .collect();
    found.extend(citing.iter().flat_map(|file| unknown_rules(file, &rules)));
    found.extend(untested_rules(&specs, &tests));
    expect_none(found);
}

#[test]
fn decisions_are_counted_and_every_citation_has_one() {
    let decisions = file("src/DECISIONS.md");
    let n_decisions = decisions
        .lines()
        .filter_map(|(_, line)| record_number(line))
        .count();
    let mut found = uncounted(&decisions);
    found.extend(
        code_and_styles()
            .iter()
            .flat_map(|file| unknown_decisions(file, n_decisions)),
    );
    expect_none(found);
}

#[test]
fn every_schema_version_has_its_frozen_file() {
    let schema = file("src/domain/schema.rs");
    let current = schema
        .text
        .split("pub const CURRENT: u32 = ")
        .nth(1)
        .and_then(|rest| rest.split(';').next());
    let current = current.unwrap().parse().unwrap();
    let frozen = files(&["tests/fixtures/schema"], &["json"]);
    let names = frozen
        .iter()
        .filter_map(|file| file.path.rsplit('/').next().map(str::to_owned))
        .collect();
    let wrong = unfrozen(current, &names);
    assert!(
        wrong.is_empty(),
        "tests/fixtures/schema: {}",
        wrong.join(" ")
    );
}

#[test]
fn documents_name_files_that_are_there() {
    expect_none(
        files(&["src"], &["md"])
            .iter()
            .flat_map(dead_paths)
            .collect(),
    );
}

#[test]
fn documents_that_do_not_fit_are_seen() {
    let spec = File::new(
        "src/domain/spec/x.md",
        "# R\n- **A1** x\n- **A2** y\n- **A1** z",
    );
    let specs = [spec];
    let (rules, twice) = rules(&specs);
    assert_eq!(lines_of(&twice), [4]);
    let test = File::new(
        "tests/x.rs",
        "// A1: why\nx(); // as A2 says\n\"http://A7\"; // A3, B4\n// V01",
    );
    assert_eq!(lines_of(&unknown_rules(&test, &rules)), [3, 3]);
    assert_eq!(lines_of(&untested_rules(&specs, &[test])), [3]);
    let list = File::new("src/domain/SPEC.md", "# R\n- **A1** x");
    assert_eq!(lines_of(&misplaced_rules(&list)), [2]);

    let decisions = File::new("src/DECISIONS.md", "1. **A.** b\n\n3. **C.** d");
    assert_eq!(lines_of(&uncounted(&decisions)), [3]);
    assert_eq!(
        lines_of(&unknown_decisions(
            &File::new("x.rs", "// DECISIONS 2\n// (DECISIONS 3)"),
            2
        )),
        [2]
    );

    let names = ["v01.json", "v03.json"].map(str::to_owned).into();
    assert_eq!(unfrozen(2, &names).len(), 2);

    let text = "`domain/schema.rs` `Cargo.toml` `ui/x.rs`\n`domain/nowhere.rs`";
    assert_eq!(
        lines_of(&dead_paths(&File::new("src/README.md", text))),
        [2]
    );
}

#[test]
fn every_kind_of_record_is_in_the_description_of_the_file() {
    let tables = file("src/domain/workspace.rs");
    let described = file("src/domain/FILE.md");
    let mut found = Vec::new();
    for (number, line) in tables.lines() {
        let prefix = line
            .trim()
            .strip_suffix("\";")
            .and_then(|line| line.rsplit_once(", \""));
        let Some((_, prefix)) = prefix.filter(|(_, prefix)| prefix.len() == 3) else {
            continue;
        };
        let row = format!("| `{prefix}` |");
        let n_rows = described
            .lines()
            .filter(|(_, line)| line.starts_with(&row))
            .count();
        if n_rows != 1 {
            let what =
                format!("`{prefix}` has {n_rows} rows in FILE.md. Give it one, with its fields.");
            found.push(tables.finding(number, what));
        }
    }
    expect_none(found);
}
