//! Importing a Loopline file. Rule ids: `src/domain/SPEC.md`, "Importing".

mod damaged;

use std::sync::Arc;

use domain::command::{ImportCommand, ProjectCommand, ProjectDraft};
use domain::import::{Effect, Import, Mode, Preview, preview, read};
use domain::model::{Column, Project};
use domain::schema;

use crate::world::World;

const V01: &str = include_str!("../fixtures/schema/v01.json");
const DESCRIPTION: &str = include_str!("../../src/domain/FILE.md");

fn command(import: &Import, mode: Mode) -> ImportCommand {
    let import = Arc::new(import.clone());
    ImportCommand { mode, import }
}

/// A project with a task and an owner, in this order in its file.
fn world() -> World {
    let mut world = World::new();
    let owner = world.person("Ada");
    let project = world.project("Move");
    world.run(ProjectCommand::Edit {
        id: project,
        draft: ProjectDraft {
            name: "Move".to_owned(),
            owner: Some(owner),
            ..ProjectDraft::default()
        },
    });
    world.task(project, Column::Ready, "Pack");
    world
}

/// What happens to each record, as a line.
fn told(preview: &Preview) -> Vec<String> {
    let lines = preview.records.iter().map(|record| {
        let effect = match &record.effect {
            Effect::Added => "added".to_owned(),
            Effect::Removed => "removed".to_owned(),
            Effect::Changed(fields) => fields
                .iter()
                .map(|field| format!("{}: {} → {}", field.name, field.before, field.after))
                .collect::<Vec<_>>()
                .join("; "),
        };
        format!("{} {}: {effect}", record.kind, record.title)
    });
    lines.collect()
}

#[test]
fn a_merge_adds_changes_and_keeps() {
    // M2, M3, M7
    let mut ours = world();
    let project = ours.workspace.all::<Project>().next().unwrap().0;
    let mut theirs = world();
    theirs.run(ProjectCommand::Edit {
        id: project,
        draft: ProjectDraft {
            name: "Move out".to_owned(),
            objective: "A bigger hall\nby May".to_owned(),
            ..ProjectDraft::default()
        },
    });
    theirs.task(project, Column::Doing, "Sell the old desks");
    // A key that their world has not drawn.
    ours.new_key();
    ours.project("Only here");
    let import = read(&schema::seal(&theirs.workspace)).unwrap();
    let preview = preview(&ours.workspace, &import, Mode::Merge);
    let mut lines = told(&preview);
    lines.sort();
    assert_eq!(
        lines,
        [
            "Project Move out: Name: Move → Move out; \
             Objective: empty → A bigger hall ⏎ by May; Owner: Ada → none",
            "Task Sell the old desks: added",
        ]
    );
    assert_eq!(preview.n_same, 2);
    let projects = preview.counts.iter().find(|c| c.kinds == "Projects");
    let projects = projects.unwrap();
    assert_eq!((projects.n_changed, projects.n_kept), (1, 1));

    let before = ours.workspace.clone();
    let plan = ours.run(command(&import, Mode::Merge));
    assert_eq!(plan.label, "Imported 2 records");
    assert_eq!(ours.workspace.all::<Project>().count(), 2);
    ours.apply(&plan.change.inverse());
    assert_eq!(ours.workspace, before);
}

#[test]
fn replacing_names_what_goes() {
    // M1, M3
    let mut ours = World::new();
    ours.person("Bruno");
    let theirs = World::new();
    theirs.new_key();
    let mut theirs = theirs;
    theirs.person("Ada");
    let import = read(&schema::seal(&theirs.workspace)).unwrap();
    let preview = preview(&ours.workspace, &import, Mode::Replace);
    let mut lines = told(&preview);
    lines.sort();
    assert_eq!(lines, ["Person Ada: added", "Person Bruno: removed"]);
    let plan = ours.run(command(&import, Mode::Replace));
    assert_eq!(plan.label, "Replaced everything by the file's 1 record");
    assert_eq!(ours.workspace, theirs.workspace);
}

#[test]
fn values_are_told_in_words() {
    // M3
    let mut ours = World::new();
    let open = |text: &str| read(text).unwrap();
    ours.run(command(&open(V01), Mode::Merge));
    let long = "x".repeat(300);
    let changed = V01
        .replace("2026-12-25", "2026-12-26")
        .replace("\"column\": \"doing\"", "\"column\": \"review\"")
        .replace("1773220380000", "1773220380001")
        .replace("\"success\": \"line\"", "\"success\": \"not_sure\"")
        .replace("\"order\": \"Zz\"", "\"order\": \"Zy\"")
        .replace("Larch\\nDry", &format!("{long} larch"));
    let preview = preview(&ours.workspace, &open(&changed), Mode::Merge);
    let lines = told(&preview).join("\n");
    for words in [
        "days off: 2026-05-01, 2026-12-25 → Mon, Tue, Wed, Thu; days off: 2026-05-01, 2026-12-26",
        "Column: Doing → Review",
        "Finished at: 2026-03-11 09:13 UTC (1773220380000) → 2026-03-11 09:13 UTC (1773220380001)",
        "Success: Not sure",
        "Task Paint: Place: as here → as in the file",
        "Notes: Larch ⏎ Dry → xxx",
    ] {
        assert!(lines.contains(words), "{words}\n{lines}");
    }
    // Two long texts are shown from where they begin to differ.
    ours.run(command(&open(&changed), Mode::Merge));
    let longer = changed.replace("x larch", "x oak");
    let preview = domain::import::preview(&ours.workspace, &open(&longer), Mode::Merge);
    let leading = format!("{} ", "x".repeat(19));
    let expected = format!("Task Order wood: Notes: …{leading}larch → …{leading}oak");
    assert_eq!(told(&preview), [expected]);
}

#[test]
fn what_goes_is_named_by_what_goes_with_it() {
    // M3
    let mut ours = World::new();
    ours.run(command(&read(V01).unwrap(), Mode::Merge));
    let preview = preview(&ours.workspace, &Import::default(), Mode::Replace);
    let lines = told(&preview);
    assert_eq!(lines.len(), ours.workspace.n_records());
    for line in [
        "Event Monday: Started: removed",
        "Version Lock up, version 1: removed",
    ] {
        assert!(lines.iter().any(|told| told == line), "{lines:?}");
    }
}

#[test]
fn an_import_that_changes_nothing_says_so() {
    // M7
    let ours = world();
    let import = read(&schema::seal(&ours.workspace)).unwrap();
    let told = preview(&ours.workspace, &import, Mode::Merge);
    assert!(told.is_empty() && told.can_apply() && told.n_same == 3);
    let plan = ours.plan(command(&import, Mode::Merge)).unwrap();
    assert_eq!(
        plan.label,
        "Imported nothing: everything in the file is here already"
    );
}

#[test]
fn the_described_file_opens_and_is_written_the_same() {
    // M9
    let (_, rest) = DESCRIPTION.split_once("```json\n").unwrap();
    let (example, _) = rest.split_once("\n```").unwrap();
    let import = read(example).unwrap();
    assert_eq!((import.n_unknown_fields, import.problems.len()), (0, 0));
    assert_eq!(import.workspace.problems(), []);
    assert_eq!(schema::seal(&import.workspace), example);
}
