//! What may name what in the app crate: the table of `src/README.md`.

use crate::read_rust::{Kind, Path, Source, paths, places, read};
use crate::tree::{File, Finding, app_files, expect_none, file, lines_of};

/// From the bottom up: each may use itself and those before it.
const LAYERS: [&str; 5] = ["platform", "ui", "desk", "features", "app"];

/// What belongs to the browser.
const BROWSER: [&str; 4] = ["web_sys", "js_sys", "wasm_bindgen", "gloo_storage"];

/// Files outside `platform` that name the browser, and why. This list may only shrink.
const NAMES_THE_BROWSER: [(&str, &str); 1] = [(
    "src/app/fatal.rs",
    "after a panic WebAssembly is unusable, so this screen is plain DOM",
)];

/// The module of a file below `src`, for example `features::learn::page`.
fn module(file: &File) -> Vec<&str> {
    let path = file.path.trim_start_matches("src/").trim_end_matches(".rs");
    path.split('/').collect()
}

/// Every path within the crate, from its top.
fn crate_paths(file: &File, source: &Source) -> Vec<Path> {
    let mut found = paths(&source.tokens, "crate");
    for path in paths(&source.tokens, "super") {
        let n_more = path
            .segments
            .iter()
            .take_while(|segment| *segment == "super")
            .count();
        let module = module(file);
        let above = &module[..module.len().saturating_sub(1 + n_more)];
        let mut segments: Vec<String> = above.iter().map(|&name| name.to_owned()).collect();
        segments.extend_from_slice(&path.segments[n_more..]);
        found.push(Path {
            segments,
            line: path.line,
        });
    }
    found
}

fn upward(file: &File) -> Vec<Finding> {
    let module = module(file);
    let rank = |name: &str| LAYERS.iter().position(|layer| *layer == name);
    let Some(own) = rank(module[0]) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for path in crate_paths(file, &read(file)) {
        let name = path.segments.first().map_or("", String::as_str);
        let feature = path.segments.get(1).map(String::as_str);
        if rank(name).is_none_or(|other| other > own) {
            let advice = format!(
                "`{}` may not use `{name}`. Move what both need down to a layer below, or pass it in.",
                module[0],
            );
            found.push(file.finding(path.line, advice));
        } else if module[0] == "features" && name == "features" && module.get(1).copied() != feature
        {
            let other = feature.unwrap_or_default();
            let advice = format!(
                "a feature may not use another, here `{other}`. Move what both need down to desk or ui."
            );
            found.push(file.finding(path.line, advice));
        }
    }
    found
}

/// `platform` and `ui` know no records: of the domain only its time, of the store only its ports.
fn business(file: &File, ports: &[String]) -> Vec<Finding> {
    let layer = module(file)[0];
    if layer != "platform" && layer != "ui" {
        return Vec::new();
    }
    let tokens = read(file).tokens;
    let is_time = |path: &Path| path.segments.first().is_some_and(|name| name == "time");
    let is_port = |path: &Path| {
        path.segments
            .first()
            .is_some_and(|name| ports.contains(name))
    };
    let mut found = Vec::new();
    for path in paths(&tokens, "domain")
        .iter()
        .filter(|path| !is_time(path))
    {
        let advice = format!(
            "`{layer}` knows of the domain only `time`. Give it texts and numbers, or move it to a feature."
        );
        found.push(file.finding(path.line, advice));
    }
    for path in paths(&tokens, "store")
        .iter()
        .filter(|path| layer == "ui" || !is_port(path))
    {
        let advice = format!(
            "`{layer}` may not use the store, its ports in `platform` excepted. Pass in what it needs."
        );
        found.push(file.finding(path.line, advice));
    }
    found
}

/// What `store/ports.rs` declares.
fn ports(file: &File) -> Vec<String> {
    let tokens = read(file).tokens;
    let declared = ["trait", "enum", "struct"].map(|what| {
        let places: Vec<usize> = places(&tokens, &format!("pub {what}")).collect();
        places.into_iter().map(|at| tokens[at + 2].text.clone())
    });
    declared.into_iter().flatten().collect()
}

/// Names of the browser outside `platform`. The event types of handlers come from `leptos::ev`.
fn browser_names(file: &File) -> Vec<Finding> {
    if module(file)[0] == "platform" {
        return Vec::new();
    }
    let tokens = read(file).tokens;
    let mut found = Vec::new();
    for token in tokens.iter().filter(|token| token.kind == Kind::Word) {
        if BROWSER.contains(&token.text.as_str()) {
            let advice = format!(
                "only `platform` names `{}`. Wrap what is needed there; events come from `leptos::ev`.",
                token.text,
            );
            found.push(file.finding(token.line, advice));
        }
    }
    for call in ["window ( )", "document ( )"] {
        for at in places(&tokens, call) {
            found.push(file.finding(
                tokens[at].line,
                "only `platform` reaches for the window or the document.",
            ));
        }
    }
    found
}

#[test]
fn no_layer_uses_one_above_it_and_no_feature_another() {
    expect_none(app_files().iter().flat_map(upward).collect());
}

#[test]
fn ui_and_platform_know_no_business() {
    let ports = ports(&file("src/store/ports.rs"));
    expect_none(
        app_files()
            .iter()
            .flat_map(|file| business(file, &ports))
            .collect(),
    );
}

#[test]
fn only_platform_names_the_browser() {
    let is_excepted = |file: &&File| NAMES_THE_BROWSER.iter().any(|(path, _)| *path == file.path);
    let (excepted, others): (Vec<File>, Vec<File>) =
        app_files().into_iter().partition(|file| is_excepted(&file));
    expect_none(others.iter().flat_map(browser_names).collect());
    let needed = excepted
        .iter()
        .filter(|file| !browser_names(file).is_empty());
    assert_eq!(
        needed.count(),
        NAMES_THE_BROWSER.len(),
        "an exception is not needed any more: take it off the list"
    );
}

#[test]
fn a_step_up_or_aside_is_seen() {
    let text = "use crate::{platform::focus, app::Shell};\nuse crate::features::learn::page;\nuse super::super::learn;\nuse super::list;";
    let at = |path| lines_of(&upward(&File::new(path, text)));
    assert_eq!(at("src/features/decisions/record.rs"), [1, 2, 3]);
    assert_eq!(at("src/features/learn/compare.rs"), [1]);
    assert_eq!(at("src/app/pages.rs"), [3]);
    assert_eq!(
        lines_of(&upward(&File::new("src/ui.rs", "\nuse super::desk;"))),
        [2]
    );
}

#[test]
fn business_and_browser_are_seen() {
    let text = "use domain::time::Day;\nuse domain::model::Task;\nuse store::{Clock,\nStore};\nfn x(e: &leptos::web_sys::Event) {}\n// web_sys\nlet w = window();";
    let ports = ports(&File::new(
        "src/store/ports.rs",
        "pub trait Clock { } enum Inner {}",
    ));
    assert_eq!(ports, ["Clock"]);
    let at = |path| lines_of(&business(&File::new(path, text), &ports));
    assert_eq!(at("src/platform/clock.rs"), [2, 4]);
    assert_eq!(at("src/ui/board.rs"), [2, 3, 4]);
    assert_eq!(at("src/desk.rs"), [0; 0]);
    assert_eq!(
        lines_of(&browser_names(&File::new("src/ui/x.rs", text))),
        [5, 7]
    );
    assert_eq!(
        lines_of(&browser_names(&File::new("src/platform/x.rs", text))),
        [0; 0]
    );
}
