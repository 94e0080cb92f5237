//! Links between tasks. Rule ids: `src/domain/SPEC.md`, “Links”.

use domain::command::{LinkCommand, OutlineCommand};
use domain::id::{LinkId, TaskId};
use domain::model::{Column, Link, LinkKind};

use crate::world::World;

fn link(predecessor: TaskId, successor: TaskId) -> LinkCommand {
    LinkCommand::Create {
        predecessor,
        successor,
        kind: LinkKind::FinishToStart,
        lag: 0,
    }
}

fn within(world: &mut World, id: TaskId, parent: TaskId) {
    world.run(OutlineCommand::Move {
        id,
        parent: Some(parent),
        before: None,
    });
}

#[test]
fn a_link_joins_two_tasks_of_a_project_once() {
    // Q20
    let (mut world, _, ids) = World::with_tasks(&["Dig", "Pour", "Dry"]);
    let plan = world.run(link(ids[0], ids[1]));
    assert_eq!(plan.label, "Linked “Dig” to “Pour”");
    let id = LinkId::from_key(plan.created.unwrap().key);
    assert_eq!(
        world.refusal(link(ids[0], ids[1])),
        "“Pour” already waits for “Dig”. Change that link instead."
    );
    assert_eq!(
        world.refusal(link(ids[0], ids[0])),
        "A task cannot wait for itself."
    );
    let other = world.project("Garden");
    let tree = world.task(other, Column::Backlog, "Tree");
    assert_eq!(
        world.refusal(link(ids[0], tree)),
        "Both tasks of a link belong to the same project."
    );
    let edit = |lag| LinkCommand::Edit {
        id,
        kind: LinkKind::StartToStart,
        lag,
    };
    world.run(edit(-3));
    let changed: Link = world.get(id);
    assert_eq!((changed.kind, changed.lag), (LinkKind::StartToStart, -3));
    assert_eq!(
        world.refusal(edit(10_001)),
        "A lag lies between -10000 and 10000 working days."
    );
    world.run(LinkCommand::Delete { id });
    assert!(world.plan(LinkCommand::Delete { id }).is_err());
}

#[test]
fn a_circle_is_refused_and_its_members_named() {
    // Q21
    let (mut world, _, ids) = World::with_tasks(&["Dig", "Pour", "Dry", "Paint"]);
    for pair in ids.windows(2) {
        world.run(link(pair[0], pair[1]));
    }
    assert_eq!(
        world.refusal(link(ids[2], ids[0])),
        "This would go round in a circle: “Dig” → “Pour” → “Dry” → “Dig”. Each would wait for the next, so none could start. Take out one of these links first."
    );
    // Whatever ends wait for each other, two tasks that wait for each other are a circle.
    for kind in LinkKind::ALL {
        let back = LinkCommand::Create {
            predecessor: ids[1],
            successor: ids[0],
            kind,
            lag: -5,
        };
        assert!(world.refusal(back).contains("“Dig” → “Pour” → “Dig”"));
    }
}

#[test]
fn a_circle_through_a_summary_is_refused_too() {
    // Q22
    let (mut world, _, ids) = World::with_tasks(&["Build", "Walls", "Roof", "Permit"]);
    within(&mut world, ids[1], ids[0]);
    within(&mut world, ids[2], ids[0]);
    assert_eq!(
        world.refusal(link(ids[0], ids[1])),
        "“Walls” is part of “Build”, so neither can wait for the other. Link “Walls” to another task instead."
    );
    world.run(link(ids[3], ids[0]));
    assert!(
        world
            .refusal(link(ids[2], ids[3]))
            .contains("“Permit” → “Build” → “Roof” → “Permit”")
    );
    // A task that waits for a summary's part does not become a part of what that waits for.
    world.run(link(ids[1], ids[2]));
    let inside = OutlineCommand::Move {
        id: ids[3],
        parent: Some(ids[0]),
        before: None,
    };
    assert!(world.refusal(inside).contains("is part of “Build”"));
}

#[test]
fn becoming_a_part_must_not_close_a_circle() {
    // Q22
    let (mut world, _, ids) = World::with_tasks(&["Phase", "Walls", "Check", "Roof"]);
    within(&mut world, ids[1], ids[0]);
    world.run(link(ids[0], ids[2]));
    world.run(link(ids[2], ids[3]));
    let inside = OutlineCommand::Move {
        id: ids[3],
        parent: Some(ids[0]),
        before: None,
    };
    let sentence = world.refusal(inside);
    assert!(
        sentence.contains("“Roof” → “Phase” → “Check” → “Roof”"),
        "{sentence}"
    );
}
