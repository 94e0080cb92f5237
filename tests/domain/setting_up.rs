//! What the wizard sets up, and what it says of it before. Rule ids: `src/domain/spec/deciding.md`.

use domain::classify::Kind;
use domain::command::{CopyDraft, DecisionCommand, ProjectCommand};
use domain::id::ProjectId;
use domain::lists::List;
use domain::model::{Column, Project, Raid, Task};
use domain::outlook::outlook;
use domain::workspace::Table;

use crate::decisions::route;
use crate::starters::starters;
use crate::world::World;

#[test]
fn what_will_be_made_is_named_before_it_is() {
    // V9
    let mut world = World::new();
    let earlier = world.project("Launch in March");
    world.task(earlier, Column::Ready, "Invite");
    world.task(earlier, Column::Ready, "Thank");
    let mut again = route(Kind::Project, "");
    again.setup.like = Some(earlier);
    let plan = world.plan(DecisionCommand::Route(again)).unwrap();
    let named: Vec<_> = outlook(&world.workspace, &plan.change)
        .into_iter()
        .map(|created| (created.what, created.titles))
        .collect();
    assert_eq!(named.len(), 3);
    assert_eq!(named[0].0, "Decision");
    assert_eq!(named[1], ("Project", vec!["Shed".to_owned()]));
    assert_eq!(
        named[2],
        ("Tasks", vec!["Invite".to_owned(), "Thank".to_owned()])
    );
}

#[test]
fn phases_are_counted_beside_the_tasks_that_are_their_parts() {
    // V9
    let mut world = World::new();
    let starters = starters();
    let mut begun = route(Kind::Project, "");
    begun.starter = starters.find(Kind::Project, "process-design");
    let plan = world.plan(DecisionCommand::Route(begun)).unwrap();
    let made = outlook(&world.workspace, &plan.change);
    let of = |table| made.iter().find(|made| made.table == table).unwrap();
    let tasks = of(Table::Task);
    assert!(tasks.n_phases > 1);
    assert!(!tasks.titles.contains(&"Understand".to_owned()));
    world.apply(&plan.change);
    let (id, _) = world.workspace.all::<Project>().next().unwrap();
    let log = world.workspace.list::<Raid>(List::Raid(id));
    let mut log: Vec<_> = log
        .map(|(_, raid)| (raid.number, raid.title.clone()))
        .collect();
    log.sort();
    let log: Vec<String> = log.into_iter().map(|(_, title)| title).collect();
    assert_eq!(of(Table::Raid).titles, log);
}

#[test]
fn a_project_begins_as_a_copy_of_ones_own_template() {
    // V12
    let mut world = World::new();
    let (process, other) = (world.template("Purchasing"), world.template("Hiring"));
    let before = world.project("How we build");
    world.task(before, Column::Done, "Dig");
    world.run(ProjectCommand::Relate {
        id: before,
        shape: None,
        through: vec![process],
    });
    let kept = world.run(ProjectCommand::Copy {
        id: before,
        draft: CopyDraft {
            name: "How we build".to_owned(),
            is_template: true,
            ..Default::default()
        },
    });
    let template = ProjectId::from_key(kept.created.unwrap().key);
    let mut begun = route(Kind::Project, "");
    begun.setup.template = Some(template);
    begun.setup.through = vec![other, process];
    let plan = world.run(DecisionCommand::Route(begun));
    let id = ProjectId::from_key(plan.created.unwrap().key);
    let made = world.workspace.get::<Project>(id).unwrap();
    assert_eq!((made.name.as_str(), made.is_template), ("Shed", false));
    assert_eq!(made.objective, "A dry place for bicycles");
    assert_eq!(made.through, [process, other]);
    let tasks = world.workspace.list::<Task>(List::Tasks(id));
    let tasks: Vec<_> = tasks
        .map(|(_, task)| (task.title.as_str(), task.column))
        .collect();
    assert_eq!(tasks, [("Dig", Column::Backlog)]);
}
