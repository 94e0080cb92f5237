//! Process templates, their steps and versions. Rule ids: `src/domain/SPEC.md`, "Processes".

use domain::command::{
    RunCommand, StepCommand, StepDraft, TemplateCommand, TemplateDraft, VersionCommand,
};
use domain::id::{PersonId, StepId, TemplateId};
use domain::lists::List;
use domain::model::{Run, Step, Template, Version};

use crate::world::World;

fn process(titles: &[&str]) -> (World, TemplateId, Vec<StepId>) {
    let mut world = World::new();
    let template = world.template("Support");
    let ids = titles
        .iter()
        .map(|title| world.step(template, title))
        .collect();
    (world, template, ids)
}

fn n_versions(world: &World, template: TemplateId) -> usize {
    world.workspace.lists().len(List::Versions(template))
}

#[test]
fn a_moved_step_lands_just_before_the_named_one() {
    // S1, O5
    let (mut world, template, ids) = process(&["a", "b", "c"]);
    for (moving, before, expected) in [
        (2, Some(0), ["c", "a", "b"]),
        (2, None, ["a", "b", "c"]),
        (0, Some(0), ["a", "b", "c"]),
        (0, Some(2), ["b", "a", "c"]),
    ] {
        let before = before.map(|n: usize| ids[n]);
        world.run(StepCommand::Move {
            id: ids[moving],
            before,
        });
        assert_eq!(world.steps(template), expected);
    }
}

#[test]
fn a_step_keeps_what_is_done_how_and_by_whom() {
    // S2
    let (mut world, template, ids) = process(&["a"]);
    let draft = StepDraft {
        title: "Reply".to_owned(),
        instructions: "Start with the answer.\nThen the reason.".to_owned(),
        role: "Support agent".to_owned(),
        ..StepDraft::default()
    };
    world.run(StepCommand::Edit {
        id: ids[0],
        draft: draft.clone(),
    });
    assert_eq!(StepDraft::of(&world.get(ids[0])), draft);
    let untitled = StepCommand::Create {
        template,
        draft: StepDraft::default(),
    };
    assert_eq!(
        world.refusal(untitled),
        "Title is empty. Give it a few words."
    );
}

#[test]
fn versions_are_published_by_hand_and_the_first_run_publishes_the_first() {
    // S3
    let (mut world, template, ids) = process(&["a", "b"]);
    assert_eq!(n_versions(&world, template), 0);
    let first = world.start(template, "one");
    let second = world.start(template, "two");
    assert_eq!(n_versions(&world, template), 1);
    assert_eq!(
        world.get::<Run>(first).version,
        world.get::<Run>(second).version
    );

    let renamed = StepDraft {
        title: "A".to_owned(),
        ..StepDraft::default()
    };
    world.run(StepCommand::Edit {
        id: ids[0],
        draft: renamed,
    });
    let third = world.start(template, "three");
    assert_eq!(
        world.get::<Run>(third).version,
        world.get::<Run>(first).version
    );
    world.run(StepCommand::Move {
        id: ids[1],
        before: Some(ids[0]),
    });
    let publish = |note: &str, number| VersionCommand::Publish {
        template,
        note: note.to_owned(),
        number,
    };
    assert_eq!(
        world.refusal(publish(" ", 2)),
        "Change note is empty. Give it a few words."
    );
    world.run(publish("Begin with b", 2));
    let fourth = world.start(template, "four");
    let versions: Vec<Version> = world
        .workspace
        .list::<Version>(List::Versions(template))
        .map(|(_, version)| (**version).clone())
        .collect();
    let numbers: Vec<u32> = versions.iter().map(|version| version.number).collect();
    assert_eq!(numbers, [1, 2]);
    assert_eq!(versions[0].note, "First version");
    assert_eq!(versions[1].note, "Begin with b");
    assert_eq!(world.get::<Run>(fourth).current, Some(ids[1]));
    assert_eq!(
        world.refusal(publish("Again", 3)),
        "Nothing has changed in “Support” since version 2."
    );
    world.step(template, "c");
    assert_eq!(
        world.refusal(publish("As another tab saw it", 2)),
        "Version 2 was published in another tab meanwhile. Look at it first; your draft is kept."
    );
}

#[test]
fn a_run_keeps_its_version_when_steps_are_edited() {
    // S4
    let (mut world, template, ids) = process(&["a", "b", "c"]);
    let run = world.start(template, "one");
    let version_id = world.get::<Run>(run).version;
    let version: Version = world.get(version_id);
    world.run(StepCommand::Delete { id: ids[1] });
    let draft = StepDraft {
        title: "last".to_owned(),
        ..StepDraft::default()
    };
    world.run(StepCommand::Edit { id: ids[2], draft });
    world.run(StepCommand::Move {
        id: ids[2],
        before: Some(ids[0]),
    });
    assert_eq!(world.get::<Version>(version_id), version);
    let mut visited = Vec::new();
    while let Some(step) = world.get::<Run>(run).current {
        visited.push(step);
        world.run(RunCommand::FinishStep { id: run });
    }
    assert_eq!(visited, ids);
}

#[test]
fn deleting_a_process_takes_all_under_it_and_one_inverse_brings_it_back() {
    // S5
    let (mut world, template, _) = process(&["a", "b"]);
    let other = world.template("Other");
    world.step(other, "kept");
    world.start(other, "kept");
    let left = 6; // Template, step, version, run, its start and its first step.
    let run = world.start(template, "one");
    world.run(RunCommand::FinishStep { id: run });
    let before = world.workspace.clone();
    let plan = world.run(TemplateCommand::Delete { id: template });
    assert_eq!(world.workspace.n_records(), left);
    assert!(
        world
            .workspace
            .all::<Step>()
            .map(|(_, record)| record)
            .all(|step| step.template == other)
    );
    world.apply(&plan.change.inverse());
    assert!(world.workspace == before);
}

#[test]
fn editing_a_process_replaces_its_sheet() {
    // S2, H3
    let (mut world, template, _) = process(&["a"]);
    let owner = world.person("Ada");
    let sheet = TemplateDraft {
        name: "Help desk".to_owned(),
        purpose: "Answers within a day".to_owned(),
        owner: Some(owner),
        ..TemplateDraft::default()
    };
    world.run(TemplateCommand::Edit {
        id: template,
        draft: sheet.clone(),
    });
    assert_eq!(TemplateDraft::of(&world.get(template)), sheet);
    let sheet = TemplateDraft {
        owner: Some(PersonId::from_key(9)),
        ..sheet
    };
    world.run(TemplateCommand::Edit {
        id: template,
        draft: sheet,
    });
    assert_eq!(world.get::<Template>(template).owner, None);
}

#[test]
fn a_process_that_is_gone_is_named_so() {
    // N3
    let (mut world, id, ids) = process(&["a"]);
    world.run(TemplateCommand::Delete { id });
    let sentence = "This process is not there any more. It may have been deleted in another tab.";
    let draft = StepDraft {
        title: "x".to_owned(),
        ..StepDraft::default()
    };
    assert_eq!(
        world.refusal(StepCommand::Create {
            template: id,
            draft
        }),
        sentence
    );
    assert_eq!(
        world.refusal(RunCommand::Start {
            template: id,
            name: String::new()
        }),
        sentence
    );
    assert_eq!(world.refusal(TemplateCommand::Delete { id }), sentence);
    assert_eq!(
        world.refusal(StepCommand::Delete { id: ids[0] }),
        "This step is not there any more. It may have been deleted in another tab."
    );
}
