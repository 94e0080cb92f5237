//! Manifests: what may be depended on, what is pinned, and what stands at the top.

use std::collections::BTreeSet;
use std::fs;

use crate::tree::{File, Finding, expect_none, file, ignored_names, lines_of, top};

/// All that the pure crates may depend on. A longer list needs a record in `src/DECISIONS.md`.
const DOMAIN: [&str; 4] = ["chrono", "serde", "serde_json", "thiserror"];
const WORKER: [&str; 3] = ["domain", "js-sys", "wasm-bindgen"];
const STORE: [&str; 7] = [
    "crc",
    "domain",
    "lz4_flex",
    "reactive_graph",
    "serde",
    "serde_json",
    "thiserror",
];

/// Crates that must fit each other to the last digit: the tool that reads the page's code and the
/// code itself come from the same release.
const PINNED: [&str; 4] = ["js-sys", "wasm-bindgen", "wasm-bindgen-test", "web-sys"];

/// What stands at the top, besides names that begin with a dot and what git ignores.
const TOP: [&str; 10] = [
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "Makefile",
    "README.md",
    "Trunk.toml",
    "index.html",
    "src",
    "style",
    "tests",
];

/// The entries of the sections of a manifest whose name ends so: line, section, name, value.
fn entries<'a>(manifest: &'a File, ending: &str) -> Vec<(usize, &'a str, &'a str, &'a str)> {
    let mut section = "";
    let mut found = Vec::new();
    for (number, line) in manifest.lines() {
        if let Some(name) = line.strip_prefix('[') {
            section = name.trim_end_matches(']');
        } else if let Some((name, value)) =
            line.split_once('=').filter(|_| section.ends_with(ending))
        {
            let name = name.trim().trim_end_matches(".workspace");
            found.push((number, section, name, value.trim()));
        }
    }
    found
}

fn foreign(manifest: &File, allowed: &[&str]) -> Vec<Finding> {
    let mut found = Vec::new();
    for (line, section, name, _) in entries(manifest, "dependencies") {
        if section != "dev-dependencies" && !allowed.contains(&name) {
            found.push(manifest.finding(
                line,
                format!("`{name}` is not on the list in tests/tidy/manifests.rs. Do without it."),
            ));
        }
    }
    found
}

/// The workspace's chrono must not be able to ask for the time.
fn clocks(manifest: &File) -> Vec<Finding> {
    let chrono = entries(manifest, "workspace.dependencies")
        .into_iter()
        .filter(|entry| entry.2 == "chrono");
    let can_tell_time = |value: &str| {
        !value.contains("default-features = false")
            || ["clock", "now", "wasmbind"]
                .iter()
                .any(|feature| value.contains(&format!("\"{feature}\"")))
    };
    chrono
        .filter(|(.., value)| can_tell_time(value))
        .map(|(line, ..)| manifest.finding(line, "chrono with a clock. Take away its default features, `clock`, `now` and `wasmbind`."))
        .collect()
}

/// The versions of a crate in Cargo.lock.
fn locked<'a>(lock: &'a File, name: &str) -> Vec<&'a str> {
    let entry = format!("name = \"{name}\"\nversion = \"");
    lock.text
        .split(entry.as_str())
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

fn unpinned(manifest: &File, lock: &File) -> Vec<Finding> {
    let mut found = Vec::new();
    for name in PINNED {
        let entry = entries(manifest, "dependencies")
            .into_iter()
            .find(|entry| entry.2 == name);
        let (line, value) = entry.map_or((1, ""), |(line, .., value)| (line, value));
        let pin = value.split('"').find_map(|part| part.strip_prefix('='));
        let locked = locked(lock, name);
        if pin.is_none_or(|pin| locked != [pin]) {
            let advice = format!(
                "`{name}` must be pinned with `=` to the one version in Cargo.lock, which has {locked:?}."
            );
            found.push(manifest.finding(line, advice));
        }
    }
    found
}

/// Tool versions that are not a version, or that the set-up does not read.
fn loose_tools(versions: &File, setup: &File) -> Vec<Finding> {
    let mut found = Vec::new();
    for (number, line) in versions.lines().filter(|(_, line)| !line.starts_with('#')) {
        let (name, version) = line.split_once('=').unwrap_or((line, ""));
        let is_version =
            !version.is_empty() && version.split('.').all(|part| part.parse::<u32>().is_ok());
        if !is_version {
            found.push(versions.finding(
                number,
                format!("`{name}` needs one version, such as 1.2.3."),
            ));
        }
        if !setup.text.contains(&format!("${name}")) {
            found.push(versions.finding(
                number,
                format!("{} does not read `{name}`. Take it out.", setup.path),
            ));
        }
    }
    found
}

fn strays(names: &BTreeSet<String>, ignored: &[String]) -> Vec<String> {
    let belongs = |name: &String| {
        name.starts_with('.') || TOP.contains(&name.as_str()) || ignored.contains(name)
    };
    names
        .iter()
        .filter(|name| !belongs(name))
        .cloned()
        .collect()
}

#[test]
fn the_pure_crates_depend_on_the_allowed_list_only() {
    let mut found = foreign(&file("src/domain/Cargo.toml"), &DOMAIN);
    found.extend(foreign(&file("src/store/Cargo.toml"), &STORE));
    found.extend(foreign(&file("src/worker/Cargo.toml"), &WORKER));
    found.extend(clocks(&file("Cargo.toml")));
    expect_none(found);
}

#[test]
fn the_allowed_lists_hold_nothing_unneeded() {
    for (path, allowed) in [
        ("src/domain/Cargo.toml", &DOMAIN[..]),
        ("src/store/Cargo.toml", &STORE[..]),
        ("src/worker/Cargo.toml", &WORKER[..]),
    ] {
        let manifest = file(path);
        let names: BTreeSet<&str> = entries(&manifest, "dependencies")
            .iter()
            .map(|entry| entry.2)
            .collect();
        let unneeded: Vec<_> = allowed
            .iter()
            .filter(|name| !names.contains(**name))
            .collect();
        assert!(
            unneeded.is_empty(),
            "{path} does not name {unneeded:?}: take them off the list here"
        );
    }
}

#[test]
fn the_binding_crates_are_pinned_as_locked() {
    expect_none(unpinned(&file("Cargo.toml"), &file("Cargo.lock")));
}

#[test]
fn every_tool_has_one_version() {
    expect_none(loose_tools(
        &file(".tools/versions.env"),
        &file(".tools/setup.sh"),
    ));
}

#[test]
fn the_top_holds_only_what_belongs_there() {
    let names = fs::read_dir(top())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let strays = strays(&names.collect(), &ignored_names());
    assert!(
        strays.is_empty(),
        "at the top, where they do not belong: {strays:?}. Move or delete them."
    );
}

#[test]
fn manifests_that_break_a_rule_are_seen() {
    let manifest = |text: &str| File::new("Cargo.toml", text);
    let text = "[dependencies]\nserde.workspace = true\nrand = \"1\"\n[dev-dependencies]\nproptest = \"1\"\n[target.x.dependencies]\nuuid = \"1\"";
    assert_eq!(lines_of(&foreign(&manifest(text), &["serde"])), [3, 7]);

    let chrono =
        |features| format!("[workspace.dependencies]\nchrono = {{ version = \"1\"{features} }}");
    assert_eq!(
        clocks(&manifest(&chrono(", default-features = false"))).len(),
        0
    );
    assert_eq!(clocks(&manifest(&chrono(""))).len(), 1);
    assert_eq!(
        clocks(&manifest(&chrono(
            ", default-features = false, features = [\"clock\"]"
        )))
        .len(),
        1
    );

    let pins = PINNED.map(|name| format!("{name} = \"=1.2.3\"\n")).concat();
    let locks = PINNED
        .map(|name| format!("name = \"{name}\"\nversion = \"1.2.3\"\n"))
        .concat();
    let unpinned = |from: &str, to: &str| {
        let manifest = manifest(&format!("[dependencies]\n{pins}").replace(from, to));
        unpinned(&manifest, &File::new("Cargo.lock", &locks)).len()
    };
    assert_eq!(unpinned("x", "x"), 0);
    assert_eq!(unpinned("\"=", "\""), PINNED.len());
    assert_eq!(unpinned("js-sys = \"=1.2.3", "js-sys = \"=1.2.4"), 1);

    let versions = File::new(".tools/versions.env", "# a\nB=1.2\nC=latest\nD=1");
    assert_eq!(
        lines_of(&loose_tools(&versions, &File::new("setup.sh", "$B $C"))),
        [3, 4]
    );

    let names = ["notes.txt", ".git", "src", "target"]
        .map(str::to_owned)
        .into();
    assert_eq!(strays(&names, &["target".to_owned()]), ["notes.txt"]);
}
