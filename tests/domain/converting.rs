//! Converting between the kinds. Rule ids: `src/domain/SPEC.md`, "Converting".

use domain::command::{
    ConvertCommand, Original, PersonCommand, PersonDraft, ProjectCommand, ProjectDraft, RunCommand,
    SampleCommand, StepCommand, StepDraft, TaskCommand, TaskDraft, TemplateCommand,
};
use domain::convert::{Direction, note, preview};
use domain::id::{PersonId, ProjectId, TemplateId};
use domain::lists::List;
use domain::model::{Column, Project, Run, Step, Task, Template};
use domain::workspace::Record;

use crate::world::{World, day};

/// A project with everything filled in, one task done and one to come.
fn full_project(world: &mut World) -> ProjectId {
    let created = world.run(PersonCommand::Create {
        draft: PersonDraft {
            name: "Ada Park".to_owned(),
            role: "Buyer".to_owned(),
        },
    });
    let ada = PersonId::from_key(created.created.unwrap().key);
    let id = world.project("Fit out the shop");
    world.run(ProjectCommand::Edit {
        id,
        draft: ProjectDraft {
            objective: "A shop that opens in May".to_owned(),
            start: Some(day("2026-03-02")),
            finish: Some(day("2026-05-04")),
            owner: Some(ada),
            ..ProjectDraft::of(&world.get::<Project>(id))
        },
    });
    for (title, column, due) in [
        ("Open the doors", Column::Backlog, "2026-05-04"),
        ("Sign the lease", Column::Doing, "2026-03-20"),
    ] {
        world.run(TaskCommand::Create {
            project: id,
            column,
            draft: TaskDraft {
                title: title.to_owned(),
                notes: format!("How to {}", title.to_lowercase()),
                assignee: Some(ada),
                due: Some(day(due)),
            },
        });
    }
    world.task(id, Column::Done, "Find a place");
    id
}

fn to_process(world: &mut World, id: ProjectId, original: Original, first_run: bool) -> TemplateId {
    let plan = world.run(ConvertCommand::ToProcess {
        id,
        original,
        first_run,
    });
    TemplateId::from_key(plan.created.unwrap().key)
}

fn to_project(world: &mut World, id: TemplateId, original: Original) -> ProjectId {
    let plan = world.run(ConvertCommand::ToProject { id, original });
    ProjectId::from_key(plan.created.unwrap().key)
}

/// Every text and every number written as text that a record holds.
fn texts(record: &Record) -> Vec<String> {
    fn collect(value: &serde_json::Value, into: &mut Vec<String>) {
        match value {
            serde_json::Value::String(text) => into.push(text.clone()),
            serde_json::Value::Array(values) => values.iter().for_each(|v| collect(v, into)),
            serde_json::Value::Object(fields) => fields.values().for_each(|v| collect(v, into)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    collect(&record.to_json().unwrap(), &mut found);
    found
}

#[test]
fn a_project_becomes_a_process_with_a_step_for_each_task() {
    // V20
    let mut world = World::new();
    let id = full_project(&mut world);
    let made = to_process(&mut world, id, Original::Keep, false);
    let template: Template = world.get(made);
    assert_eq!(template.name, "Fit out the shop");
    assert_eq!(template.purpose, "A shop that opens in May");
    assert!(template.owner.is_some());
    assert_eq!(
        world.steps(made),
        ["Find a place", "Sign the lease", "Open the doors"]
    );
    let (_, lease) = world
        .workspace
        .list::<Step>(List::Steps(made))
        .nth(1)
        .unwrap();
    assert_eq!(
        (lease.instructions.as_str(), lease.role.as_str()),
        ("How to sign the lease", "Buyer")
    );
}

#[test]
fn a_process_becomes_a_project_with_a_task_for_each_step() {
    // V20
    let mut world = World::new();
    let id = world.template("Welcome");
    world.run(StepCommand::Create {
        template: id,
        draft: StepDraft {
            title: "Order a laptop".to_owned(),
            instructions: "By the form".to_owned(),
            role: "IT".to_owned(),
            ..StepDraft::default()
        },
    });
    world.step(id, "Show around");
    let made = to_project(&mut world, id, Original::Keep);
    assert_eq!(
        world.column(made, Column::Backlog),
        ["Order a laptop", "Show around"]
    );
    let (_, task) = world
        .workspace
        .list::<Task>(List::Tasks(made))
        .next()
        .unwrap();
    assert_eq!(task.notes, "By the form\n\nRole: IT");
}

#[test]
fn what_has_no_place_is_kept_as_text() {
    // V21: every text of every record that goes is found again in what came of it.
    let mut world = World::new();
    world.run(SampleCommand::Load);
    let projects: Vec<ProjectId> = world.workspace.all::<Project>().map(|(id, _)| id).collect();
    for id in projects {
        let before = world.workspace.clone();
        to_process(&mut world, id, Original::Remove, false);
        assert_all_kept(&before, &world);
    }
    let templates: Vec<TemplateId> = world
        .workspace
        .all::<Template>()
        .map(|(id, _)| id)
        .collect();
    for id in templates {
        let before = world.workspace.clone();
        to_project(&mut world, id, Original::Remove);
        assert_all_kept(&before, &world);
    }
}

fn assert_all_kept(before: &domain::workspace::Workspace, world: &World) {
    let mut now = String::new();
    for (_, record) in world.workspace.records() {
        for text in texts(record) {
            now.push_str(&text.to_lowercase().replace('_', " "));
            now.push('\n');
        }
    }
    for (id, record) in before.records() {
        if world.workspace.record(id).is_some() {
            continue;
        }
        for text in texts(record) {
            // What only holds records together names a record that may be gone, or a place in a list.
            let is_id = text.parse::<domain::id::RecordId>().is_ok();
            let is_place = domain::order::OrderKey::parse(&text).is_some();
            let text = text.to_lowercase().replace('_', " ");
            assert!(is_id || is_place || now.contains(&text), "lost: {text}");
        }
    }
}

#[test]
fn the_note_fits_the_fields_it_is_kept_in() {
    // V21
    let mut world = World::new();
    let id = world.template("Busy");
    world.run(StepCommand::Create {
        template: id,
        draft: StepDraft {
            title: "Work".to_owned(),
            instructions: "x".repeat(9_990),
            role: "A role that no longer fits beside the instructions".to_owned(),
            ..StepDraft::default()
        },
    });
    for idx in 0..40 {
        world.start(id, &format!("Run {idx} {}", "y".repeat(150)));
    }
    let pages = note(&world.workspace, Direction::ToProject(id));
    assert!(pages.len() > 1);
    assert!(
        pages
            .iter()
            .all(|page| page.chars().count() <= 10_000 && !page.is_empty())
    );
    let made = to_project(&mut world, id, Original::Remove);
    assert_eq!(world.get::<Project>(made).kept, pages);
    assert!(pages.concat().contains("A role that no longer fits"));
}

#[test]
fn the_preview_says_what_becomes_of_what() {
    // V22
    let mut world = World::new();
    let id = full_project(&mut world);
    let preview = preview(&world.workspace, Direction::ToProcess(id)).unwrap();
    let moves: Vec<_> = preview
        .moves
        .iter()
        .map(|row| (row.from.as_str(), row.to, row.count))
        .collect();
    assert_eq!(
        moves,
        [
            ("Name of the project", "Name of the process", 1),
            ("Objective of the project", "Purpose of the process", 1),
            ("Owner of the project", "Owner of the process", 1),
            ("Title of the task", "Title of a step", 3),
            ("Notes of the task", "Instructions of the step", 2),
            ("Assignee of the task", "Role of the step", 2),
        ]
    );
    let kept = preview.kept.join("\n");
    for words in [
        "2026-05-04",
        "Stage: Initiate",
        "Ada Park",
        "“Sign the lease”",
        "Doing",
    ] {
        assert!(kept.contains(words), "{words} in {kept}");
    }
    assert_eq!(
        preview.kept.join("\n"),
        note(&world.workspace, Direction::ToProcess(id)).join("\n")
    );
    let gone = Direction::ToProject(TemplateId::from_key(5));
    assert_eq!(domain::convert::preview(&world.workspace, gone), None);
}

#[test]
fn converting_is_one_change_and_can_be_taken_back() {
    // V23
    let mut world = World::new();
    world.run(SampleCommand::Load);
    let id = full_project(&mut world);
    let start = world.workspace.clone();
    let there = world.run(ConvertCommand::ToProcess {
        id,
        original: Original::Remove,
        first_run: true,
    });
    let made = TemplateId::from_key(there.created.unwrap().key);
    assert_eq!(there.label, "Made “Fit out the shop” a process");
    let between = world.workspace.clone();
    let back = world.run(ConvertCommand::ToProject {
        id: made,
        original: Original::Remove,
    });
    world.apply(&back.change.inverse());
    assert!(world.workspace == between);
    world.apply(&there.change.inverse());
    assert!(world.workspace == start);
}

#[test]
fn an_original_that_stays_is_untouched_and_linked() {
    // V24
    let mut world = World::new();
    let id = full_project(&mut world);
    let before: Project = world.get(id);
    let made = to_process(&mut world, id, Original::Keep, false);
    assert_eq!(world.get::<Project>(id), before);
    let template: Template = world.get(made);
    assert_eq!((template.from_project, template.kept.len()), (Some(id), 0));
    assert_eq!(
        world.workspace.ids::<Template>(List::TemplatesFrom(id)),
        [made]
    );
    let again = to_project(&mut world, made, Original::Keep);
    assert_eq!(world.get::<Project>(again).from_template, Some(made));
    world.run(ProjectCommand::Delete { id });
    assert_eq!(world.get::<Template>(made).from_project, None);
    world.run(TemplateCommand::Delete { id: made });
    assert_eq!(world.get::<Project>(again).from_template, None);
}

#[test]
fn the_first_run_begins_at_once_where_there_is_a_step() {
    // V26
    let mut world = World::new();
    let id = full_project(&mut world);
    let made = to_process(&mut world, id, Original::Keep, true);
    let runs: Vec<_> = world.workspace.list::<Run>(List::Runs(made)).collect();
    assert_eq!(
        (runs.len(), runs[0].1.name.as_str()),
        (1, "Fit out the shop 1")
    );
    let empty = world.project("Nothing planned");
    let made = to_process(&mut world, empty, Original::Keep, true);
    assert_eq!(world.workspace.ids::<Run>(List::Runs(made)), []);
}

#[test]
fn what_is_gone_is_not_converted() {
    let mut world = World::new();
    let id = world.project("Gone");
    world.run(ProjectCommand::Delete { id });
    let command = ConvertCommand::ToProcess {
        id,
        original: Original::Keep,
        first_run: false,
    };
    assert_eq!(
        world.refusal(command),
        "This project is not there any more. It may have been deleted in another tab."
    );
}

#[test]
fn in_a_flexible_process_another_step_is_a_choice() {
    // V8
    let mut world = World::new();
    let id = world.template("Investigate");
    world.step(id, "Look");
    let ask = world.step(id, "Ask");
    world.run(TemplateCommand::SetFlexible { id, flexible: true });
    let run = world.start(id, "The noise");
    world.run(RunCommand::MoveTo {
        from: None,
        id: run,
        step: ask,
        reason: String::new(),
    });
    let kinds: Vec<_> = world
        .workspace
        .list::<domain::model::RunEvent>(List::RunEvents(run))
        .map(|(_, event)| event.kind.name())
        .collect();
    assert_eq!(
        kinds,
        ["Started", "Came to", "Went on with", "Came to", "Skipped"]
    );
}
