//! Several tasks of a board at once, its limits, and web links. Rule ids: `src/domain/SPEC.md`, “Tasks”.

use domain::command::{OutlineCommand, ProjectCommand, TaskCommand, TaskField};
use domain::id::TaskId;
use domain::model::{Column, Priority, Task, WebLink};

use crate::world::World;

fn place(ids: Vec<TaskId>, column: Column, before: Option<TaskId>) -> TaskCommand {
    TaskCommand::Place {
        ids,
        column,
        before,
        fields: Vec::new(),
        part_of: None,
    }
}

fn titles(world: &World, ids: &[TaskId]) -> Vec<String> {
    ids.iter().map(|id| world.get::<Task>(*id).title).collect()
}

#[test]
fn only_addresses_that_open_a_page_or_a_mail_are_kept() {
    // Q12
    let (mut world, _, ids) = World::with_tasks(&["a"]);
    let links = |address: &str| {
        let link = WebLink {
            address: address.to_owned(),
            name: " The plan ".to_owned(),
        };
        TaskCommand::Set {
            ids: vec![ids[0]],
            fields: vec![TaskField::WebLinks(vec![link])],
        }
    };
    for address in [
        "https://a.example/x?y=1",
        "HTTP://a.example",
        "mailto:a@b.example",
    ] {
        world.run(links(address));
        let link = world.get::<Task>(ids[0]).web_links.remove(0);
        assert_eq!((link.href(), link.label()), (Some(address), "The plan"));
    }
    for address in [
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
        "a.example",
        "https://a b",
        "ftp://a",
    ] {
        assert!(
            world
                .refusal(links(address))
                .contains("cannot be opened from here"),
            "{address}"
        );
    }
    assert!(world.refusal(links(" ")).starts_with("Address is empty"));
    // A file may hold anything; it is shown and leads nowhere.
    let from_a_file = WebLink {
        address: "javascript:alert(1)".to_owned(),
        name: String::new(),
    };
    assert_eq!(
        (from_a_file.href(), from_a_file.label()),
        (None, "javascript:alert(1)")
    );
}

#[test]
fn several_tasks_are_put_before_another_in_their_order() {
    // Q13
    let (mut world, project, ids) = World::with_tasks(&["a", "b", "c", "d", "e"]);
    let start = world.workspace.clone();
    let plan = world.run(place(vec![ids[3], ids[0]], Column::Backlog, Some(ids[2])));
    assert_eq!(
        world.column(project, Column::Backlog),
        ["b", "d", "a", "c", "e"]
    );
    assert_eq!(plan.label, "Moved 2 tasks to Backlog");
    world.apply(&plan.change.inverse());
    assert!(world.workspace == start);
    // Before one that moves along: before the next that stays.
    world.run(place(vec![ids[1], ids[2]], Column::Backlog, Some(ids[1])));
    assert_eq!(
        world.column(project, Column::Backlog),
        ["a", "b", "c", "d", "e"]
    );
    world.run(place(vec![ids[1], ids[0], ids[1]], Column::Doing, None));
    assert_eq!(world.column(project, Column::Doing), ["b", "a"]);
    assert_eq!(world.column(project, Column::Backlog), ["c", "d", "e"]);
    assert_eq!(world.get::<Task>(ids[0]).actual_start, Some(world.today()));
    let plan = world.run(place(vec![ids[2]], Column::Done, None));
    assert_eq!(plan.label, "Finished “c”");
    assert!(
        world
            .run(place(Vec::new(), Column::Done, None))
            .change
            .is_empty()
    );
}

#[test]
fn a_swimlane_gives_what_it_stands_for_in_the_same_step() {
    // Q13
    let (mut world, project, ids) = World::with_tasks(&["Phase", "Part", "a", "b"]);
    let ada = world.person("Ada");
    world.run(OutlineCommand::Indent { id: ids[1] });
    let command = TaskCommand::Place {
        ids: vec![ids[2], ids[3]],
        column: Column::Ready,
        before: None,
        fields: vec![
            TaskField::Assignee(Some(ada)),
            TaskField::Priority(Priority::High),
        ],
        part_of: Some(Some(ids[0])),
    };
    let start = world.workspace.clone();
    let plan = world.run(command);
    let rows = domain::outline::rows(&world.workspace, project);
    let codes: Vec<_> = rows.iter().map(|row| (row.id, row.code.as_str())).collect();
    assert_eq!(
        codes,
        [
            (ids[0], "1"),
            (ids[1], "1.1"),
            (ids[2], "1.2"),
            (ids[3], "1.3")
        ]
    );
    let task: Task = world.get(ids[3]);
    assert_eq!(
        (task.assignee, task.priority, task.column),
        (Some(ada), Priority::High, Column::Ready)
    );
    world.apply(&plan.change.inverse());
    assert!(world.workspace == start);
    // What cannot be a part leaves all where they were.
    let into_itself = TaskCommand::Place {
        ids: vec![ids[2], ids[0]],
        column: Column::Ready,
        before: None,
        fields: Vec::new(),
        part_of: Some(Some(ids[1])),
    };
    assert_eq!(
        world.refusal(into_itself),
        "“Phase” cannot become a part of itself."
    );
    let other = world.project("Other");
    let elsewhere = world.task(other, Column::Ready, "x");
    assert!(
        world
            .plan(place(vec![ids[0], elsewhere], Column::Ready, None))
            .is_err()
    );
    assert!(
        world
            .refusal(place(vec![TaskId::from_key(9)], Column::Ready, None))
            .contains("not there")
    );
}

#[test]
fn a_pasted_list_becomes_tasks_at_the_end_of_the_column() {
    // Q14
    let (mut world, project, _) = World::with_tasks(&["a"]);
    let paste = |list: &str| TaskCommand::CreateMany {
        project,
        column: Column::Ready,
        list: list.to_owned(),
    };
    let plan = world.run(paste("- Dig\n\n  - Pour\n3. Wait\n"));
    assert_eq!(plan.label, "Added 3 tasks to Ready");
    assert_eq!(
        world.column(project, Column::Ready),
        ["Dig", "Pour", "Wait"]
    );
    let rows = domain::outline::rows(&world.workspace, project);
    let order: Vec<_> = rows.iter().map(|row| row.id).collect();
    assert_eq!(titles(&world, &order), ["a", "Dig", "Pour", "Wait"]);
    assert!(
        world
            .refusal(paste("\n \n"))
            .starts_with("There is no line")
    );
    assert!(world.refusal(paste("ok\nbell\u{7}")).starts_with("Line 2"));
}

#[test]
fn several_tasks_are_deleted_at_once_with_their_parts() {
    // Q15
    let (mut world, project, ids) = World::with_tasks(&["Phase", "Part", "a", "b"]);
    world.run(OutlineCommand::Indent { id: ids[1] });
    let start = world.workspace.clone();
    let delete = |ids: Vec<TaskId>| TaskCommand::DeleteMany { ids };
    let plan = world.run(delete(vec![ids[2], ids[0]]));
    assert_eq!(plan.label, "Deleted 2 tasks and 1 part");
    assert_eq!(world.column(project, Column::Backlog), ["b"]);
    world.apply(&plan.change.inverse());
    assert!(world.workspace == start);
    // A part that is chosen beside its summary counts once.
    let plan = world.run(delete(vec![ids[0], ids[1], ids[0]]));
    assert_eq!(plan.label, "Deleted 2 tasks");
    assert!(world.plan(delete(vec![ids[2], ids[0]])).is_err());
}

#[test]
fn a_column_over_its_limit_is_said() {
    // Q16
    let (mut world, project, ids) = World::with_tasks(&["a", "b", "c"]);
    world.run(ProjectCommand::SetWipLimit {
        id: project,
        column: Column::Doing,
        limit: Some(1),
    });
    let to_doing = |id| TaskCommand::Move {
        id,
        column: Column::Doing,
        before: None,
    };
    assert_eq!(world.run(to_doing(ids[0])).label, "Moved “a” to Doing");
    assert_eq!(
        world.run(to_doing(ids[1])).label,
        "Moved “b” to Doing, which now holds 2 of at most 1"
    );
    // Within the column nothing comes in.
    let within = place(vec![ids[1]], Column::Doing, Some(ids[0]));
    assert_eq!(world.run(within).label, "Moved “b” to Doing");
    let plan = world.run(place(ids.clone(), Column::Doing, None));
    assert_eq!(
        plan.label,
        "Moved 3 tasks to Doing, which now holds 3 of at most 1"
    );
}
