//! Fields of the plan, links and comments. Rule ids: `src/domain/SPEC.md`, “Tasks”.

use domain::command::{
    CommentCommand, LinkCommand, OutlineCommand, PersonCommand, ProjectCommand, TaskCommand,
    TaskField, TeamCommand,
};
use domain::id::{CommentId, TaskId};
use domain::lists::List;
use domain::model::{
    CheckItem, Column, Comment, Constraint, ConstraintKind, Link, LinkKind, Person, Priority,
    Project, Task, TaskKind,
};
use domain::simulate::Spread;

use crate::world::{World, day};

fn refused(world: &World, id: TaskId, field: TaskField) -> String {
    world.refusal(TaskCommand::Set {
        ids: vec![id],
        fields: vec![field],
    })
}

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
fn fields_of_many_tasks_are_set_at_once_and_taken_back_at_once() {
    // Q5
    let (mut world, project, ids) = World::with_tasks(&["a", "b", "c"]);
    let start = world.workspace.clone();
    let plan = world.run(TaskCommand::Set {
        ids: ids.clone(),
        fields: vec![
            TaskField::Column(Column::Doing),
            TaskField::AddLabel(" Site ".to_owned()),
            TaskField::Priority(Priority::High),
        ],
    });
    assert_eq!(plan.label, "Changed the column of 3 tasks");
    assert_eq!(world.column(project, Column::Doing), ["a", "b", "c"]);
    let task: Task = world.get(ids[1]);
    assert_eq!(
        (task.labels, task.priority),
        (vec!["Site".to_owned()], Priority::High)
    );
    world.apply(&plan.change.inverse());
    assert!(world.workspace == start);
    // One that is refused sets none.
    let gone = TaskCommand::Set {
        ids: vec![ids[0], TaskId::from_key(9)],
        fields: vec![TaskField::Duration(Some(3))],
    };
    assert!(world.plan(gone).is_err());
}

#[test]
fn numbers_that_cannot_be_are_refused_with_a_sentence() {
    // Q6
    let (mut world, _, ids) = World::with_tasks(&["a"]);
    for (field, sentence) in [
        (
            TaskField::Duration(Some(-2)),
            "A task takes at least 1 working day, not -2. Make it a milestone if it takes no time.",
        ),
        (
            TaskField::Duration(Some(0)),
            "A task takes at least 1 working day, not 0. Make it a milestone if it takes no time.",
        ),
        (
            TaskField::Duration(Some(10_001)),
            "10001 working days are too many. At most 10000 fit.",
        ),
        (
            TaskField::Effort(Some(-1)),
            "The effort must lie between 0 and 2000000 hours.",
        ),
        (
            TaskField::Percent(Some(101)),
            "101\u{202F}% cannot be. Give a number from 0 to 100.",
        ),
        (
            TaskField::Percent(Some(-1)),
            "-1\u{202F}% cannot be. Give a number from 0 to 100.",
        ),
        (
            TaskField::ActualStart(Some(day("2026-03-12"))),
            "2026-03-12 is still to come. What has happened lies on 2026-03-11 or before.",
        ),
        (
            TaskField::AddLabel(" ".to_owned()),
            "Label is empty. Give it a few words.",
        ),
    ] {
        assert_eq!(refused(&world, ids[0], field), sentence);
    }
    for kind in ConstraintKind::ALL {
        let field = TaskField::Constraint(Some(Constraint { kind, day: None }));
        if kind.needs_day() {
            let sentence = format!("“{}” needs a day. Choose one.", kind.name());
            assert_eq!(refused(&world, ids[0], field), sentence);
        } else {
            world.set(ids[0], field);
        }
    }
    world.set(ids[0], TaskField::ActualStart(Some(day("2026-03-10"))));
    assert_eq!(
        refused(
            &world,
            ids[0],
            TaskField::ActualFinish(Some(day("2026-03-09")))
        ),
        "The actual finish, 2026-03-09, is before the actual start, 2026-03-10. Correct one of them."
    );
    let items = |n| {
        TaskField::Checklist(vec![
            CheckItem {
                text: "x".to_owned(),
                done: false
            };
            n
        ])
    };
    world.set(ids[0], items(100));
    assert_eq!(
        refused(&world, ids[0], items(101)),
        "At most 100 items fit."
    );
}

#[test]
fn a_milestone_takes_no_time() {
    // Q7
    let (mut world, _, ids) = World::with_tasks(&["Opening"]);
    world.set(ids[0], TaskField::Duration(Some(5)));
    world.set(ids[0], TaskField::Kind(TaskKind::Milestone));
    assert_eq!(world.get::<Task>(ids[0]).duration, None);
    assert_eq!(
        refused(&world, ids[0], TaskField::Duration(Some(1))),
        "“Opening” is a milestone and takes no time. Make it a task to give it a duration."
    );
}

#[test]
fn what_begins_and_ends_on_the_board_is_written_down() {
    // Q8
    let (mut world, _, ids) = World::with_tasks(&["a"]);
    let id = ids[0];
    let actual = |world: &World| {
        let task: Task = world.get(id);
        (
            task.actual_start,
            task.actual_finish,
            task.percent_complete(),
        )
    };
    let today = Some(world.today());
    let go = |world: &mut World, column| world.set(id, TaskField::Column(column));
    go(&mut world, Column::Doing);
    assert_eq!(actual(&world), (today, None, 0));
    go(&mut world, Column::Ready);
    assert_eq!(actual(&world), (None, None, 0));
    go(&mut world, Column::Doing);
    world.set(id, TaskField::Percent(Some(30)));
    go(&mut world, Column::Backlog);
    assert_eq!(actual(&world), (today, None, 30));
    go(&mut world, Column::Done);
    assert_eq!(actual(&world), (today, today, 100));
    go(&mut world, Column::Review);
    assert_eq!(actual(&world), (today, None, 30));
    // An actual finish finishes, and taking it back reopens.
    world.set(id, TaskField::ActualStart(None));
    world.set(id, TaskField::ActualFinish(Some(day("2026-03-06"))));
    assert_eq!(world.get::<Task>(id).column, Column::Done);
    assert_eq!(actual(&world), (None, Some(day("2026-03-06")), 100));
    world.set(id, TaskField::ActualFinish(None));
    assert_eq!(world.get::<Task>(id).column, Column::Doing);
}

#[test]
fn what_comes_from_below_is_not_set_on_a_summary() {
    // Q9
    let (mut world, _, ids) = World::with_tasks(&["Build", "Walls"]);
    within(&mut world, ids[1], ids[0]);
    assert_eq!(
        refused(&world, ids[0], TaskField::Duration(Some(3))),
        "“Build” is a summary of other tasks: its duration comes from them. Change it there."
    );
    assert_eq!(
        refused(&world, ids[0], TaskField::Kind(TaskKind::Milestone)),
        "“Build” has parts, so it cannot be a milestone. Move them out first."
    );
}

#[test]
fn deleting_a_task_deletes_its_parts_links_and_comments() {
    // Q10
    let (mut world, project, ids) = World::with_tasks(&["Build", "Walls", "Roof"]);
    within(&mut world, ids[1], ids[0]);
    world.run(link(ids[1], ids[2]));
    let comment = CommentCommand::Create {
        task: ids[1],
        text: "Bricks are late".to_owned(),
    };
    world.run(comment);
    let before = world.workspace.clone();
    let plan = world.run(TaskCommand::Delete { id: ids[0] });
    assert_eq!(plan.label, "Deleted task “Build” and 1 part");
    assert_eq!(world.workspace.all::<Link>().count(), 0);
    assert_eq!(world.workspace.all::<Comment>().count(), 0);
    assert_eq!(world.workspace.ids::<Task>(List::Tasks(project)), [ids[2]]);
    world.apply(&plan.change.inverse());
    assert!(world.workspace == before);
    // J5
    let plan = world.run(ProjectCommand::Delete { id: project });
    assert_eq!(world.workspace.n_records(), 0);
    world.apply(&plan.change.inverse());
    assert!(world.workspace == before);
}

#[test]
fn comments_are_records_with_a_name_and_a_moment() {
    // Q11
    let (mut world, _, ids) = World::with_tasks(&["a"]);
    let say = |text: &str| CommentCommand::Create {
        task: ids[0],
        text: text.to_owned(),
    };
    let moment = world.now();
    let plan = world.run(say("First\nsecond"));
    world.run(say("Later"));
    let id = CommentId::from_key(plan.created.unwrap().key);
    let comment: Comment = world.get(id);
    assert_eq!(
        (comment.text.as_str(), comment.at),
        ("First\nsecond", moment)
    );
    let texts: Vec<String> = world
        .workspace
        .list::<Comment>(List::Comments(ids[0]))
        .map(|(_, comment)| comment.text.clone())
        .collect();
    assert_eq!(texts, ["First\nsecond", "Later"]);
    assert_eq!(
        world.refusal(say(" ")),
        "Comment is empty. Give it a few words."
    );
    let edit = CommentCommand::Edit {
        id,
        text: "Changed".to_owned(),
    };
    world.run(edit);
    world.run(CommentCommand::Delete { id });
    assert!(world.plan(CommentCommand::Delete { id }).is_err());
}

#[test]
fn a_column_may_be_limited() {
    // J6
    let (mut world, project, _) = World::with_tasks(&[]);
    let limit = |limit| ProjectCommand::SetWipLimit {
        id: project,
        column: Column::Doing,
        limit,
    };
    assert_eq!(world.run(limit(Some(3))).label, "Limited Doing to 3");
    assert_eq!(world.get::<Project>(project).wip_limits[&Column::Doing], 3);
    assert_eq!(
        world.refusal(limit(Some(0))),
        "A column needs room for at least 1 task. Leave the field empty for no limit."
    );
    world.run(limit(None));
    assert!(world.get::<Project>(project).wip_limits.is_empty());
}

#[test]
fn a_person_has_days_off_of_their_own_and_a_project_a_status_date() {
    // H4, J7
    let (mut world, project, _) = World::with_tasks(&[]);
    let ada = world.person("Ada");
    let days = [day("2026-03-16"), day("2026-03-17")].into();
    world.run(PersonCommand::SetDaysOff { id: ada, days });
    assert_eq!(world.get::<Person>(ada).days_off.len(), 2);
    let day = Some(day("2026-03-06"));
    world.run(ProjectCommand::SetStatusDate { id: project, day });
    assert_eq!(world.get::<Project>(project).status_date, day);
}

#[test]
fn people_and_estimate_are_set_together_or_not_at_all() {
    // P22
    let (mut world, _, ids) = World::with_tasks(&["Pack"]);
    let (ada, ben) = (world.person("Ada"), world.person("Ben"));
    let start = world.workspace.clone();
    let set = |percent| TeamCommand::SetPlan {
        task: ids[0],
        duration: Some(Spread::fixed(3)),
        cost: Spread::fixed(100),
        parts: vec![(ada, 50), (ben, percent)],
    };
    assert!(world.refusal(set(120)).contains("0 to 100"));
    let plan = world.run(set(20));
    assert_eq!(plan.label, "Planned people and estimate of “Pack”");
    assert_eq!(plan.change.n_records(), 3);
    world.apply(&plan.change.inverse());
    assert!(world.workspace == start);
}
