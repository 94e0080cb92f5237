//! What was done, in words. Rule ids: `src/domain/SPEC.md`, "The past".

use domain::command::{ProjectCommand, RunCommand, TaskCommand, TaskDraft};
use domain::delta::{Delta, about};
use domain::import::Effect;
use domain::model::Column;
use domain::route::Route;
use domain::story::{name_of, page_of, told};
use domain::workspace::Workspace;

use crate::world::World;

#[test]
fn a_deed_is_told_with_each_field_before_and_after() {
    // Y4
    let mut world = World::new();
    let home = world.project("Move house");
    let ada = world.person("Ada");
    let id = world.task(home, Column::Backlog, "Pack");
    let edit = world.run(TaskCommand::Edit {
        id,
        draft: TaskDraft {
            assignee: Some(ada),
            ..TaskDraft::titled("Pack the kitchen")
        },
    });
    let delta = Delta::of(&edit.change);
    let story = told(&world.workspace, &delta, 10);
    assert_eq!(
        (story[0].kind, story[0].title.as_str()),
        ("Task", "Pack the kitchen")
    );
    let Effect::Changed(fields) = &story[0].effect else {
        panic!()
    };
    let fields: Vec<_> = fields
        .iter()
        .map(|f| (f.name, &*f.before, &*f.after))
        .collect();
    assert_eq!(
        fields,
        [
            ("Assignee", "none", "Ada"),
            ("Title", "Pack", "Pack the kitchen")
        ]
    );

    // Elsewhere nothing of it is there: what was said then still names it.
    let story = told(&Workspace::default(), &delta, 10);
    assert_eq!(story[0].title, "Pack the kitchen");
    assert_eq!(told(&world.workspace, &delta, 0), []);
}

#[test]
fn what_came_and_what_went_is_told_by_its_name() {
    // Y4
    let mut world = World::new();
    let home = world.project("Move house");
    let gone = world.run(ProjectCommand::Delete { id: home });
    let story = told(&world.workspace, &Delta::of(&gone.change), 10);
    assert_eq!(
        (story[0].title.as_str(), &story[0].effect),
        ("Move house", &Effect::Removed)
    );
    let story = told(&world.workspace, &Delta::of(&gone.change).inverse(), 10);
    assert_eq!(
        (story[0].title.as_str(), &story[0].effect),
        ("Move house", &Effect::Added)
    );
}

#[test]
fn a_deed_is_found_by_what_its_records_belong_to() {
    // Y5
    let mut world = World::new();
    let home = world.project("Move house");
    let id = world.task(home, Column::Backlog, "Pack");
    let moved = world.run(TaskCommand::Move {
        id,
        column: Column::Doing,
        before: None,
    });
    assert_eq!(
        about(&moved.change).into_iter().collect::<Vec<_>>(),
        [home.into(), id.into()]
    );

    let template = world.template("Answer customers");
    world.step(template, "Read");
    let run = world.start(template, "Ms Lee");
    let finished = world.run(RunCommand::FinishStep { id: run });
    let about = about(&finished.change);
    assert!(about.contains(&run.into()) && about.contains(&template.into()));
}

#[test]
fn a_record_that_is_there_has_a_name_and_a_page() {
    // Y4
    let mut world = World::new();
    let home = world.project("Move house");
    let id = world.task(home, Column::Backlog, "Pack");
    assert_eq!(
        page_of(&world.workspace, id.into()),
        Some(Route::Task(home, id))
    );
    assert_eq!(
        page_of(&world.workspace, home.into()),
        Some(Route::Project(home))
    );
    assert_eq!(name_of(&world.workspace, id.into()).unwrap(), "Pack");
    let none = Workspace::default();
    assert_eq!(
        (page_of(&none, id.into()), name_of(&none, id.into())),
        (None, None)
    );
}
