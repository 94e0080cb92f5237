//! What is in flight, and what of it needs a look.

use domain::command::{ProjectCommand, ProjectDraft, RunCommand, TaskCommand, TaskDraft};
use domain::id::{ProjectId, TaskId};
use domain::model::{Column, Run, Stage};
use domain::overview::{Attention, LONG_WAIT_MILLIS, Overview, overview};
use domain::time::Instant;

use crate::world::{World, day};

fn look(world: &World) -> Overview {
    overview(&world.workspace, world.today(), world.now())
}

fn promise(world: &mut World, id: ProjectId, finish: &str) {
    let draft = ProjectDraft {
        name: "A".to_owned(),
        finish: Some(day(finish)),
        ..ProjectDraft::default()
    };
    world.run(ProjectCommand::Edit { id, draft });
}

fn due(world: &mut World, project: ProjectId, title: &str, due: &str) -> TaskId {
    let id = world.task(project, Column::Ready, title);
    let draft = TaskDraft {
        due: Some(day(due)),
        ..TaskDraft::titled(title)
    };
    world.run(TaskCommand::Edit { id, draft });
    id
}

#[test]
fn an_empty_workspace_has_nothing_in_flight() {
    let empty = look(&World::new());
    assert!(empty.is_empty && empty.attention.is_empty() && empty.due.is_empty());
}

#[test]
fn a_broken_and_a_near_promise_need_a_look_until_the_project_is_done() {
    // A2; today is 2026-03-11
    let mut world = World::new();
    let project = world.project("A");
    promise(&mut world, project, "2026-03-10");
    let finish = day("2026-03-10");
    assert_eq!(
        look(&world).attention,
        [Attention::OverduePromise { project, finish }]
    );
    promise(&mut world, project, "2026-03-18");
    let finish = day("2026-03-18");
    assert_eq!(
        look(&world).attention,
        [Attention::FinishSoon { project, finish }]
    );
    promise(&mut world, project, "2026-03-19");
    assert_eq!(look(&world).attention, []);

    promise(&mut world, project, "2026-03-10");
    world.run(ProjectCommand::Move {
        id: project,
        stage: Stage::Done,
        before: None,
    });
    assert_eq!(look(&world).attention, []);
    assert_eq!(look(&world).projects, []);
}

#[test]
fn late_tasks_are_counted_for_their_project_until_they_are_finished() {
    // A2
    let mut world = World::new();
    let project = world.project("A");
    let first = due(&mut world, project, "First", "2026-03-01");
    due(&mut world, project, "Second", "2026-03-10");
    due(&mut world, project, "Today", "2026-03-11");
    let n_tasks = 2;
    assert_eq!(
        look(&world).attention,
        [Attention::LateTasks { project, n_tasks }]
    );
    assert_eq!(look(&world).n_late_tasks, 2);
    world.run(TaskCommand::Move {
        id: first,
        column: Column::Done,
        before: None,
    });
    assert_eq!(look(&world).n_late_tasks, 1);
}

#[test]
fn tasks_due_within_a_week_are_listed_soonest_first() {
    // A3
    let mut world = World::new();
    let project = world.project("A");
    let in_a_week = due(&mut world, project, "In a week", "2026-03-18");
    due(&mut world, project, "Later", "2026-03-19");
    let late = due(&mut world, project, "Late", "2026-03-01");
    world.task(project, Column::Ready, "No day");
    let listed: Vec<TaskId> = look(&world).due.iter().map(|task| task.id).collect();
    assert_eq!(listed, [late, in_a_week]);
}

#[test]
fn a_run_that_stands_still_for_more_than_a_week_needs_a_look() {
    // A2
    let mut world = World::new();
    let template = world.template("Loop");
    world.step(template, "Only step");
    let run = world.start(template, "");
    let entered_at = world.get::<Run>(run).entered_at;
    let at = |millis: i64| Instant::from_millis(entered_at.millis() + millis);
    let attention = |now| overview(&world.workspace, world.today(), now).attention;
    assert_eq!(attention(at(LONG_WAIT_MILLIS)), []);
    let millis = LONG_WAIT_MILLIS + 1;
    assert_eq!(
        attention(at(millis)),
        [Attention::WaitingRun { run, millis }]
    );
    world.run(RunCommand::FinishStep { id: run });
    let later = at(2 * LONG_WAIT_MILLIS + 3_600_000);
    assert_eq!(
        overview(&world.workspace, world.today(), later).attention,
        [],
        "a finished run waits for nobody"
    );
}

#[test]
fn the_usual_time_needs_three_finished_runs() {
    // A4; each command takes a minute
    let mut world = World::new();
    let template = world.template("Loop");
    world.step(template, "Only step");
    for n_finished in 1..=3 {
        let run = world.start(template, "");
        world.run(RunCommand::FinishStep { id: run });
        let line = look(&world).processes.remove(0);
        assert_eq!(line.n_recent, n_finished);
        let expected = (n_finished == 3).then_some(60_000);
        assert_eq!(line.median_millis, expected);
    }
    let a_month_later = Instant::from_millis(world.now().millis() + 31 * 24 * 3_600_000);
    let line = overview(&world.workspace, world.today(), a_month_later)
        .processes
        .remove(0);
    assert_eq!((line.n_recent, line.median_millis), (0, None));
}
