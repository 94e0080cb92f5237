//! Projects. Rule ids: `src/domain/SPEC.md`, "Projects".

use domain::command::{PersonCommand, ProjectCommand, ProjectDraft, TaskCommand, TaskDraft};
use domain::id::{PersonId, ProjectId};
use domain::lists::List;
use domain::model::{Column, Project, Stage, Task};

use crate::world::{World, day, rebuilt};

fn named(name: &str) -> ProjectDraft {
    ProjectDraft {
        name: name.to_owned(),
        ..ProjectDraft::default()
    }
}

fn stage(world: &World, stage: Stage) -> Vec<String> {
    world
        .workspace
        .list::<Project>(List::ProjectsIn(stage))
        .map(|(_, project)| project.name.clone())
        .collect()
}

fn move_to(world: &mut World, id: ProjectId, stage: Stage, before: Option<ProjectId>) {
    world.run(ProjectCommand::Move { id, stage, before });
}

#[test]
fn a_new_project_stands_last_in_its_stage() {
    // J1
    let mut world = World::new();
    for name in ["First", "Second", "Third"] {
        world.project(name);
    }
    assert_eq!(stage(&world, Stage::Initiate), ["First", "Second", "Third"]);
    let planned = world.run(ProjectCommand::Create {
        draft: named("  Fourth "),
        stage: Stage::Plan,
    });
    assert_eq!(planned.label, "Added project “Fourth”");
    assert_eq!(stage(&world, Stage::Plan), ["Fourth"]);
}

#[test]
fn a_finish_before_the_start_is_refused() {
    // J2
    let mut world = World::new();
    let id = world.project("Move the office");
    let dates = |start, finish| ProjectDraft {
        start: Some(day(start)),
        finish: Some(day(finish)),
        ..named("Move the office")
    };
    let sentence =
        "The finish, 2026-05-01, is before the start, 2026-05-02. Choose a later finish.";
    let draft = dates("2026-05-02", "2026-05-01");
    assert_eq!(
        world.refusal(ProjectCommand::Edit {
            id,
            draft: draft.clone()
        }),
        sentence
    );
    assert_eq!(
        world.refusal(ProjectCommand::Create {
            draft,
            stage: Stage::Plan
        }),
        sentence
    );
    world.run(ProjectCommand::Edit {
        id,
        draft: dates("2026-05-02", "2026-05-02"),
    });
    for (start, finish) in [(Some("2026-05-02"), None), (None, Some("2026-05-01"))] {
        let draft = ProjectDraft {
            start: start.map(day),
            finish: finish.map(day),
            ..named("Move the office")
        };
        world.run(ProjectCommand::Edit { id, draft });
    }
}

#[test]
fn editing_replaces_the_basics_and_leaves_the_place() {
    // J3
    let mut world = World::new();
    let id = world.project("Old name");
    let owner = world.person("Ada");
    let before: Project = world.get(id);
    let draft = ProjectDraft {
        name: "New name".to_owned(),
        objective: "One\r\ntwo".to_owned(),
        start: Some(day("2026-04-01")),
        finish: Some(day("2026-06-30")),
        owner: Some(owner),
    };
    world.run(ProjectCommand::Edit { id, draft });
    let after: Project = world.get(id);
    assert_eq!(after.objective, "One\ntwo");
    assert_eq!(after.owner, Some(owner));
    assert_eq!(
        (after.stage, after.order.clone(), after.created_at),
        (before.stage, before.order, before.created_at)
    );
    let again = ProjectCommand::Edit {
        id,
        draft: ProjectDraft::of(&after),
    };
    assert!(world.plan(again).unwrap().change.is_empty());
}

#[test]
fn a_moved_project_lands_just_before_the_named_one() {
    // J4, O5
    let mut world = World::new();
    let ids: Vec<ProjectId> = ["a", "b", "c", "d"].map(|n| world.project(n)).to_vec();
    move_to(&mut world, ids[3], Stage::Initiate, Some(ids[1]));
    assert_eq!(stage(&world, Stage::Initiate), ["a", "d", "b", "c"]);
    move_to(&mut world, ids[0], Stage::Initiate, None);
    assert_eq!(stage(&world, Stage::Initiate), ["d", "b", "c", "a"]);
    move_to(&mut world, ids[1], Stage::Plan, None);
    move_to(&mut world, ids[2], Stage::Plan, Some(ids[1]));
    assert_eq!(stage(&world, Stage::Plan), ["c", "b"]);
    assert_eq!(stage(&world, Stage::Initiate), ["d", "a"]);
}

#[test]
fn a_project_before_itself_stays_where_it_is() {
    // J4
    let mut world = World::new();
    let id = world.project("a");
    let plan = world.plan(ProjectCommand::Move {
        id,
        stage: Stage::Initiate,
        before: Some(id),
    });
    assert!(plan.unwrap().change.is_empty());
}

#[test]
fn deleting_a_project_takes_its_tasks_and_one_inverse_brings_all_back() {
    // J5
    let mut world = World::new();
    let (id, other) = (world.project("Gone"), world.project("Stays"));
    for n in 0..20 {
        world.task(id, Column::ALL[n % 5], "Task");
    }
    let kept = world.task(other, Column::Ready, "Kept");
    let before = world.workspace.clone();
    let plan = world.run(ProjectCommand::Delete { id });
    assert_eq!(plan.change.n_records(), 21);
    let left: Vec<_> = world.workspace.all::<Task>().map(|(id, _)| id).collect();
    assert_eq!(left, [kept]);
    world.apply(&plan.change.inverse());
    assert!(world.workspace == before && before == rebuilt(&before));
}

#[test]
fn a_project_that_is_gone_is_named_so() {
    // N3
    let mut world = World::new();
    let id = world.project("Gone");
    world.run(ProjectCommand::Delete { id });
    let sentence = "This project is not there any more. It may have been deleted in another tab.";
    let commands = [
        ProjectCommand::Edit {
            id,
            draft: named("x"),
        },
        ProjectCommand::Move {
            id,
            stage: Stage::Done,
            before: None,
        },
        ProjectCommand::Delete { id },
    ];
    for command in commands {
        assert_eq!(world.refusal(command), sentence);
    }
    let create = TaskCommand::Create {
        project: id,
        column: Column::Ready,
        draft: TaskDraft::titled("x"),
    };
    assert_eq!(world.refusal(create), sentence);
}

#[test]
fn an_owner_who_is_gone_is_left_out() {
    // H3
    let mut world = World::new();
    let owner = world.person("Ada");
    world.run(PersonCommand::Delete { id: owner });
    for owner in [owner, PersonId::from_key(9)] {
        let draft = ProjectDraft {
            owner: Some(owner),
            ..named("Move")
        };
        let created = world.run(ProjectCommand::Create {
            draft,
            stage: Stage::Plan,
        });
        let id = ProjectId::from_key(created.created.unwrap().key);
        assert_eq!(world.get::<Project>(id).owner, None);
    }
}
