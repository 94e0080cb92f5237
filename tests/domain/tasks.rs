//! Tasks. Rule ids: `src/domain/SPEC.md`, "Tasks" and "Order".

use domain::command::{PersonCommand, TaskCommand, TaskDraft};
use domain::id::{PersonId, ProjectId, TaskId};
use domain::lists::List;
use domain::model::{Column, Task};
use domain::order::OrderKey;
use domain::workspace::Record;
use proptest::prelude::*;

use crate::world::{World, day, rebuilt, with_records};

fn move_to(world: &mut World, id: TaskId, column: Column, before: Option<TaskId>) -> String {
    world.run(TaskCommand::Move { id, column, before }).label
}

fn board(titles: &[&str]) -> (World, ProjectId, Vec<TaskId>) {
    let mut world = World::new();
    let project = world.project("Board");
    let ids = titles
        .iter()
        .map(|title| world.task(project, Column::Ready, title))
        .collect();
    (world, project, ids)
}

#[test]
fn a_new_task_stands_last_in_its_column() {
    // Q1
    let (mut world, project, _) = board(&["a", "b"]);
    world.task(project, Column::Doing, "elsewhere");
    world.task(project, Column::Ready, "c");
    assert_eq!(world.column(project, Column::Ready), ["a", "b", "c"]);
}

#[test]
fn a_moved_task_lands_just_before_the_named_one() {
    // Q2, O5
    let (mut world, project, ids) = board(&["a", "b", "c", "d"]);
    for (moving, before, expected) in [
        (3, Some(0), ["d", "a", "b", "c"]),
        (0, Some(2), ["d", "b", "a", "c"]),
        (3, None, ["b", "a", "c", "d"]),
        (1, Some(0), ["b", "a", "c", "d"]),
        (3, Some(2), ["b", "a", "d", "c"]),
    ] {
        move_to(
            &mut world,
            ids[moving],
            Column::Ready,
            before.map(|n: usize| ids[n]),
        );
        assert_eq!(world.column(project, Column::Ready), expected);
    }
    let x = world.task(project, Column::Doing, "x");
    let label = move_to(&mut world, ids[2], Column::Doing, Some(x));
    assert_eq!(label, "Moved “c” to Doing");
    assert_eq!(world.column(project, Column::Doing), ["c", "x"]);
    assert_eq!(world.column(project, Column::Ready), ["b", "a", "d"]);
}

proptest! {
    #[test]
    fn any_moves_agree_with_moving_in_a_plain_list(
        moves in prop::collection::vec((0_usize..6, prop::option::of(0_usize..6)), 1..60)
    ) {
        // Q2, O5
        let (mut world, project, ids) = board(&["0", "1", "2", "3", "4", "5"]);
        let mut expected: Vec<usize> = (0..6).collect();
        for (moving, before) in moves {
            move_to(&mut world, ids[moving], Column::Ready, before.map(|n| ids[n]));
            if before != Some(moving) {
                expected.retain(|n| *n != moving);
                let at = before.and_then(|n| expected.iter().position(|m| *m == n));
                expected.insert(at.unwrap_or(expected.len()), moving);
            }
            let titles: Vec<String> = expected.iter().map(usize::to_string).collect();
            prop_assert_eq!(world.column(project, Column::Ready), titles);
        }
    }

    #[test]
    fn records_with_the_same_key_are_never_lost(
        moves in prop::collection::vec((0_usize..6, prop::option::of(0_usize..6)), 1..40)
    ) {
        // O4
        let (mut world, project, ids) = board(&["0", "1", "2", "3", "4", "5"]);
        let same_key = world.workspace.records().map(|(id, record)| match record.clone() {
            Record::Task(task) => {
                let mut task = (*task).clone();
                task.order = OrderKey::first();
                (id, task.into())
            }
            other => (id, other),
        });
        world.workspace = with_records(same_key);
        for (moving, before) in moves {
            move_to(&mut world, ids[moving], Column::Ready, before.map(|n| ids[n]));
            prop_assert_eq!(world.column(project, Column::Ready).len(), 6);
            prop_assert!(world.workspace == rebuilt(&world.workspace));
            if before.is_none() {
                let last = world.workspace.lists().last(List::TasksIn(project, Column::Ready));
                prop_assert_eq!(last, Some(ids[moving].key()));
            }
        }
    }
}

#[test]
fn done_is_when_it_is_put_into_done() {
    // Q3
    let (mut world, project, ids) = board(&["a"]);
    let id = ids[0];
    let moment = world.now();
    assert_eq!(move_to(&mut world, id, Column::Done, None), "Finished “a”");
    assert_eq!(world.get::<Task>(id).finished_at, Some(moment));
    let other = world.task(project, Column::Done, "b");
    assert!(world.get::<Task>(other).finished_at.is_some());
    assert_eq!(
        move_to(&mut world, id, Column::Done, Some(other)),
        "Moved “a” to Done"
    );
    assert_eq!(world.get::<Task>(id).finished_at, Some(moment));
    move_to(&mut world, id, Column::Review, None);
    assert_eq!(world.get::<Task>(id).finished_at, None);
}

#[test]
fn editing_a_task_replaces_its_fields_and_leaves_its_place() {
    // Q4
    let (mut world, _, ids) = board(&["a", "b"]);
    let assignee = world.person("Ada");
    let draft = TaskDraft {
        title: "A".to_owned(),
        notes: "Ask first".to_owned(),
        assignee: Some(assignee),
        due: Some(day("2026-04-01")),
    };
    let before: Task = world.get(ids[0]);
    world.run(TaskCommand::Edit {
        id: ids[0],
        draft: draft.clone(),
    });
    let after: Task = world.get(ids[0]);
    assert_eq!(TaskDraft::of(&after), draft);
    assert_eq!((after.column, after.order), (before.column, before.order));
    assert_eq!(
        world.refusal(TaskCommand::Edit {
            id: ids[0],
            draft: TaskDraft::titled(" ")
        }),
        "Title is empty. Give it a few words."
    );
}

#[test]
fn open_tasks_of_a_person_are_listed_by_due_date_and_undated_last() {
    // L2
    let (mut world, _, ids) = board(&["undated", "late", "soon", "done"]);
    let ada = world.person("Ada");
    for (id, due) in ids.iter().zip([
        None,
        Some("2026-06-01"),
        Some("2026-03-20"),
        Some("2026-03-01"),
    ]) {
        let draft = TaskDraft {
            assignee: Some(ada),
            due: due.map(day),
            ..TaskDraft::of(&world.get(*id))
        };
        world.run(TaskCommand::Edit { id: *id, draft });
    }
    move_to(&mut world, ids[3], Column::Done, None);
    assert_eq!(
        world.workspace.ids::<Task>(List::OpenTasksOf(ada)),
        [ids[2], ids[1], ids[0]]
    );
    world.run(PersonCommand::Delete { id: ada });
    assert!(world.workspace.lists().is_empty(List::OpenTasksOf(ada)));
}

#[test]
fn an_assignee_who_is_gone_is_left_out() {
    // H3
    let (mut world, _, ids) = board(&["a"]);
    let draft = TaskDraft {
        assignee: Some(PersonId::from_key(9)),
        ..TaskDraft::titled("a")
    };
    world.run(TaskCommand::Edit { id: ids[0], draft });
    assert_eq!(world.get::<Task>(ids[0]).assignee, None);
}

#[test]
fn a_neighbor_that_is_gone_means_last() {
    // O5
    let (mut world, project, ids) = board(&["a", "b", "c"]);
    world.run(TaskCommand::Delete { id: ids[2] });
    move_to(&mut world, ids[0], Column::Ready, Some(ids[2]));
    assert_eq!(world.column(project, Column::Ready), ["b", "a"]);
    let sentence = "This task is not there any more. It may have been deleted in another tab.";
    assert_eq!(world.refusal(TaskCommand::Delete { id: ids[2] }), sentence);
}

#[test]
fn dropping_a_task_where_it_lies_does_not_make_its_key_grow() {
    // O2
    let (mut world, _, ids) = board(&["a", "b", "c"]);
    for (moving, before) in [(1, Some(ids[2])), (0, Some(ids[1])), (2, None)] {
        let drop = TaskCommand::Move {
            id: ids[moving],
            column: Column::Ready,
            before,
        };
        world.run(drop.clone());
        assert!(world.plan(drop).unwrap().change.is_empty());
    }
}
