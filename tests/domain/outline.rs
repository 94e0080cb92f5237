//! The outline of a project. Rule ids: `src/domain/SPEC.md`, “Outline”.

use domain::command::{OutlineCommand, TaskCommand, TaskField, TeamCommand};
use domain::id::{ProjectId, TaskId};
use domain::model::{Column, Task, TaskKind};
use domain::outline::{self, Pasted};
use domain::simulate::Spread;
use proptest::prelude::*;

use crate::world::World;

fn house() -> (World, ProjectId) {
    let mut world = World::new();
    let project = world.project("House");
    (world, project)
}

fn paste(world: &mut World, project: ProjectId, list: &str) {
    world.run(OutlineCommand::Paste {
        project,
        parent: None,
        before: None,
        list: list.to_owned(),
    });
}

/// The outline as lines: code and title.
fn lines(world: &World, project: ProjectId) -> Vec<String> {
    let rows = outline::rows(&world.workspace, project);
    let line = |row: &outline::Row| format!("{} {}", row.code, world.get::<Task>(row.id).title);
    rows.iter().map(line).collect()
}

fn id_of(world: &World, title: &str) -> TaskId {
    let mut tasks = world.workspace.all::<Task>();
    tasks.find(|(_, task)| task.title == title).unwrap().0
}

const LIST: &str =
    "1. Plan\n   - Permit\n2) Build\n\t* Walls\n\t\t1.2.1 Bricks\n\t* Roof\n\n3 rooms to paint";

#[test]
fn an_indented_list_becomes_tasks() {
    // Q33
    let (mut world, project) = house();
    paste(&mut world, project, LIST);
    assert_eq!(
        lines(&world, project),
        [
            "1 Plan",
            "1.1 Permit",
            "2 Build",
            "2.1 Walls",
            "2.1.1 Bricks",
            "2.2 Roof",
            "3 3 rooms to paint"
        ]
    );
    let into = |list: &str| OutlineCommand::Paste {
        project,
        parent: Some(id_of(&world, "Build")),
        before: Some(id_of(&world, "Roof")),
        list: list.to_owned(),
    };
    let command = into("Floor\nBeams");
    assert_eq!(
        world.refusal(into(" \n - ")),
        "There is no line with text in it. Write or paste one task a line."
    );
    assert_eq!(
        world.refusal(into("x\n\u{7}y")),
        "Line 2: The title has an invisible control character (U+0007) at position 1. Remove it."
    );
    assert_eq!(
        world.refusal(into(&"x\n".repeat(2_001))),
        "2001 lines are too many at once. Paste at most 2000."
    );
    world.run(command);
    assert_eq!(
        lines(&world, project)[2..7],
        [
            "2 Build",
            "2.1 Walls",
            "2.1.1 Bricks",
            "2.2 Floor",
            "2.3 Beams"
        ]
    );
}

proptest! {
    #[test]
    fn reading_a_list_never_fails_and_never_skips_a_level(list in "([ \t]{0,6}[-*1.]{0,3}[ ]?[a-z ]{0,5}\n){0,20}") {
        // Q33
        if let Ok(lines) = outline::read(&list) {
            let mut level = 0;
            for (idx, Pasted { level: next, title }) in lines.iter().enumerate() {
                prop_assert!(*next <= level + usize::from(idx > 0), "{list:?}");
                prop_assert!(!title.is_empty());
                level = *next;
            }
        }
    }
}

#[test]
fn tasks_are_indented_and_outdented_with_all_below_them() {
    // Q30
    let (mut world, project) = house();
    paste(&mut world, project, "a\nb\n c\nd");
    let indent = |world: &World, title| OutlineCommand::Indent {
        id: id_of(world, title),
    };
    let outdent = |world: &World, title| OutlineCommand::Outdent {
        id: id_of(world, title),
    };
    let command = indent(&world, "b");
    world.run(command);
    assert_eq!(lines(&world, project), ["1 a", "1.1 b", "1.1.1 c", "2 d"]);
    let command = outdent(&world, "c");
    world.run(command);
    assert_eq!(lines(&world, project), ["1 a", "1.1 b", "1.2 c", "2 d"]);
    let command = outdent(&world, "b");
    world.run(command);
    assert_eq!(lines(&world, project), ["1 a", "1.1 c", "2 b", "3 d"]);
    assert_eq!(
        world.refusal(indent(&world, "a")),
        "There is no task before “a” that it could become a part of."
    );
    assert_eq!(
        world.refusal(outdent(&world, "a")),
        "“a” is at the top level already."
    );
}

#[test]
fn a_task_is_put_anywhere_but_into_itself() {
    // Q31
    let (mut world, project) = house();
    paste(&mut world, project, "a\n b\n  c\nd");
    let put =
        |world: &World, title, parent: Option<&str>, before: Option<&str>| OutlineCommand::Move {
            id: id_of(world, title),
            parent: parent.map(|title| id_of(world, title)),
            before: before.map(|title| id_of(world, title)),
        };
    let command = put(&world, "d", Some("a"), Some("b"));
    world.run(command);
    assert_eq!(lines(&world, project), ["1 a", "1.1 d", "1.2 b", "1.2.1 c"]);
    for into in ["a", "b", "c"] {
        assert_eq!(
            world.refusal(put(&world, "a", Some(into), None)),
            "“a” cannot become a part of itself."
        );
    }
    world.run(TaskCommand::Set {
        ids: vec![id_of(&world, "d")],
        fields: vec![TaskField::Kind(TaskKind::Milestone)],
    });
    assert_eq!(
        world.refusal(put(&world, "c", Some("d"), None)),
        "“d” is a milestone and has no parts. Make it a task first."
    );
    let deep: String = (0..11)
        .map(|n| format!("{}x{n}\n", " ".repeat(n)))
        .collect();
    assert_eq!(
        world.refusal(OutlineCommand::Paste {
            project,
            parent: None,
            before: None,
            list: deep
        }),
        "At most 10 levels fit. “x10” would be deeper."
    );
}

#[test]
fn a_move_on_the_board_leaves_the_outline_as_it_is() {
    // Q32
    let (mut world, project) = house();
    for title in ["a", "b", "c"] {
        world.task(project, Column::Backlog, title);
    }
    let before = lines(&world, project);
    let a = id_of(&world, "a");
    world.run(TaskCommand::Move {
        id: a,
        column: Column::Done,
        before: None,
    });
    world.run(TaskCommand::Move {
        id: a,
        column: Column::Backlog,
        before: None,
    });
    assert_eq!(world.column(project, Column::Backlog), ["b", "c", "a"]);
    assert_eq!(lines(&world, project), before);
}

#[test]
fn effort_duration_and_progress_roll_up() {
    // Q34
    let (mut world, project) = house();
    paste(
        &mut world,
        project,
        "Build\n Walls\n Roof\n  Beams\n  Tiles\n Opening",
    );
    for (title, days, hours, percent) in [
        ("Walls", 6, 40, 50),
        ("Beams", 3, 10, 100),
        ("Tiles", 1, 5, 0),
    ] {
        world.run(TaskCommand::Set {
            ids: vec![id_of(&world, title)],
            fields: vec![
                TaskField::Duration(Some(days)),
                TaskField::Effort(Some(hours * 60)),
                TaskField::Percent(Some(percent)),
            ],
        });
    }
    world.run(TaskCommand::Set {
        ids: vec![id_of(&world, "Opening")],
        fields: vec![TaskField::Kind(TaskKind::Milestone)],
    });
    for (title, cost) in [("Walls", 900), ("Tiles", 250)] {
        let task = id_of(&world, title);
        world.run(TeamCommand::SetEstimate {
            task,
            duration: None,
            cost: Spread {
                low: cost,
                likely: cost,
                high: cost,
                ..Spread::default()
            },
        });
    }
    let rows = outline::rows(&world.workspace, project);
    assert_eq!((rows[0].total.cost, rows[2].total.cost), (1_150, 250));
    let total = |n: usize| {
        (
            rows[n].is_summary,
            rows[n].total.n_tasks,
            rows[n].total.effort / 60,
            rows[n].total.days,
            rows[n].total.percent(),
        )
    };
    assert_eq!(total(0), (true, 4, 55, 10, 60));
    assert_eq!(total(2), (true, 2, 15, 4, 75));
    assert_eq!(total(5), (false, 1, 0, 0, 0));
}
