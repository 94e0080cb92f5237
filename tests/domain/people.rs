//! People and settings. Rule ids: `src/domain/SPEC.md`, "People" and "Working days".

use std::collections::BTreeSet;

use domain::command::{
    PersonCommand, PersonDraft, ProjectCommand, ProjectDraft, RunCommand, SettingsCommand,
    SettingsDraft, TaskCommand, TaskDraft, TemplateCommand, TemplateDraft,
};
use domain::lists::List;
use domain::model::{Column, Person, Project, Run, Task, Template};

use crate::world::World;

#[test]
fn people_are_listed_by_name_whatever_the_case() {
    // H1, L2
    let mut world = World::new();
    for name in ["bruno", "Ada", "Chen", "ada"] {
        world.person(name);
    }
    let names: Vec<String> = world
        .workspace
        .list::<Person>(List::People)
        .map(|(_, person)| person.name.to_lowercase())
        .collect();
    assert_eq!(names, ["ada", "ada", "bruno", "chen"]);
}

#[test]
fn a_person_needs_a_name_and_may_have_a_role() {
    // H1
    let mut world = World::new();
    let id = world.person("Ada Lovelace");
    assert_eq!(world.get::<Person>(id).initials(), "AL");
    let draft = PersonDraft {
        name: "élodie".to_owned(),
        role: " Buyer ".to_owned(),
    };
    world.run(PersonCommand::Edit { id, draft });
    let person: Person = world.get(id);
    assert_eq!(
        (person.initials().as_str(), person.role.as_str()),
        ("É", "Buyer")
    );
    let draft = PersonDraft::default();
    assert_eq!(
        world.refusal(PersonCommand::Create { draft }),
        "Name is empty. Give it a few words."
    );
}

#[test]
fn a_removed_person_leaves_their_work_behind() {
    // H2
    let mut world = World::new();
    let ada = world.person("Ada");
    let project = world.project("Move");
    let task = world.task(project, Column::Done, "Pack");
    let template = world.template("Support");
    world.step(template, "Receive");
    let run = world.start(template, "Lamp");
    let (owner, assignee) = (Some(ada), Some(ada));
    let draft = ProjectDraft {
        owner,
        ..ProjectDraft::of(&world.get(project))
    };
    world.run(ProjectCommand::Edit { id: project, draft });
    let draft = TaskDraft {
        assignee,
        ..TaskDraft::titled("Pack")
    };
    world.run(TaskCommand::Edit { id: task, draft });
    let draft = TemplateDraft {
        owner,
        ..TemplateDraft::of(&world.get(template))
    };
    world.run(TemplateCommand::Edit {
        id: template,
        draft,
    });
    world.run(RunCommand::Edit {
        id: run,
        name: "Lamp".to_owned(),
        assignee,
    });

    let before = world.workspace.clone();
    let plan = world.run(PersonCommand::Delete { id: ada });
    assert_eq!(
        (plan.label.as_str(), plan.change.n_records()),
        ("Removed Ada", 5)
    );
    assert_eq!(world.get::<Project>(project).owner, None);
    assert_eq!(world.get::<Task>(task).assignee, None);
    assert_eq!(world.get::<Template>(template).owner, None);
    assert_eq!(world.get::<Run>(run).assignee, None);
    world.apply(&plan.change.inverse());
    assert!(world.workspace == before);
}

#[test]
fn settings_are_one_record_that_is_kept_once_changed() {
    // K4
    let mut world = World::new();
    let defaults = SettingsDraft::of(&world.workspace.settings());
    let unchanged = SettingsCommand::Edit {
        draft: defaults.clone(),
    };
    assert!(world.plan(unchanged).unwrap().change.is_empty());
    let draft = SettingsDraft {
        your_name: "Maya".to_owned(),
        weekdays: [true, true, true, true, false, false, false],
        holidays: BTreeSet::from([world.today()]),
        learns_from_overrules: true,
        hours: defaults.hours,
    };
    world.run(SettingsCommand::Edit {
        draft: draft.clone(),
    });
    assert_eq!(SettingsDraft::of(&world.workspace.settings()), draft);
    assert_eq!(world.workspace.n_records(), 1);
    let idle = SettingsDraft {
        weekdays: [false; 7],
        ..defaults
    };
    assert_eq!(
        world.refusal(SettingsCommand::Edit { draft: idle }),
        "Choose at least one working day. Without one, no work could ever finish."
    );
}
