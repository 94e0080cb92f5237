//! What the pure core costs: planning an edit, deciding, and what boards and overview compute.
//! Run with `make bench`; compare ratios, not digits, on a busy machine.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use domain::calendar::WorkingCalendar;
use domain::classify::suggest;
use domain::command::{Command, Ctx, ProjectCommand, ProjectDraft, TaskCommand, TaskDraft, plan};
use domain::id::{LinkId, ProjectId, TaskId};
use domain::lists::List;
use domain::model::{self, Column, Stage, Task};
use domain::overview::overview;
use domain::schedule;
use domain::schema;
use domain::simulate::{Activity, Link, LinkKind, Network, RiskEvent, Shape, Simulation, Spread};
use domain::time::{Day, Instant};
use domain::workspace::Workspace;

const SIZES: [usize; 2] = [100, 5_000];

fn main() {
    divan::main();
}

fn today() -> Day {
    "2026-11-24".parse().expect("a day")
}

fn run(workspace: &mut Workspace, command: impl Into<Command>, key: u64) {
    let ctx = Ctx {
        offset_minutes: 0,
        now: Instant::from_millis(1_795_500_000_000),
        today: today(),
        new_key: &|| key,
    };
    let planned = plan(workspace, command.into(), &ctx).expect("a plan");
    workspace.apply(&planned.change);
}

/// One project with so many tasks, spread over the columns.
fn workspace(n_tasks: usize) -> (Workspace, ProjectId) {
    let mut workspace = Workspace::default();
    let draft = ProjectDraft {
        name: "Bench".to_owned(),
        ..ProjectDraft::default()
    };
    let stage = Stage::Execute;
    run(&mut workspace, ProjectCommand::Create { draft, stage }, 1);
    let project = ProjectId::from_key(1);
    for n in 0..n_tasks {
        let create = TaskCommand::Create {
            project,
            column: Column::ALL[n % 5],
            draft: TaskDraft {
                due: today().plus(n as i64 % 60),
                ..TaskDraft::titled(format!("Task number {n} with a title of usual length"))
            },
        };
        run(&mut workspace, create, n as u64 + 2);
    }
    (workspace, project)
}

#[divan::bench(args = SIZES)]
fn plan_and_apply_a_move(bencher: divan::Bencher, n_tasks: usize) {
    let (mut workspace, _) = workspace(n_tasks);
    let mut n = 0;
    bencher.bench_local(|| {
        n += 1;
        let column = Column::ALL[n % 5];
        let (id, before) = (TaskId::from_key(2), None);
        run(&mut workspace, TaskCommand::Move { id, column, before }, 0);
    });
}

#[divan::bench(args = SIZES)]
fn the_ids_of_a_board(bencher: divan::Bencher, n_tasks: usize) {
    let (workspace, project) = workspace(n_tasks);
    bencher.bench_local(|| {
        Column::ALL.map(|column| workspace.ids::<Task>(List::TasksIn(project, column)).len())
    });
}

#[divan::bench(args = SIZES)]
fn the_overview(bencher: divan::Bencher, n_tasks: usize) {
    let (workspace, _) = workspace(n_tasks);
    bencher.bench_local(|| overview(&workspace, today(), Instant::from_millis(1_795_500_000_000)));
}

#[divan::bench(args = SIZES)]
fn open_a_file(bencher: divan::Bencher, n_tasks: usize) {
    let text = schema::seal(&workspace(n_tasks).0);
    bencher.bench_local(|| schema::open(&text).expect("a workspace"));
}

/// Characters of a description: a title, a paragraph, a pasted document.
#[divan::bench(args = [10, 300, 100_000])]
fn read_a_description(bencher: divan::Bencher, n_chars: usize) {
    let story = "Check it. Every month someone checks the machines, replaces worn parts and notes the result, and we want \
                 to build a new app for that by next summer. ";
    let text: String = story.chars().cycle().take(n_chars).collect();
    bencher.bench_local(|| suggest(&text).cues.len());
}

/// Tasks with three-point estimates, each linked to two before it, and twenty risks.
fn network(n_tasks: usize) -> Network {
    let link = |from, to| Link {
        from,
        to,
        kind: LinkKind::FinishStart,
        lag: 0,
    };
    let spread = |likely: i64| Spread {
        low: likely * 3 / 4,
        likely,
        high: likely * 2,
        shape: Shape::Pert,
    };
    let activity = |n: usize| Activity {
        duration: spread(480 + n as i64 % 2_000),
        rate: 100,
        ..Activity::default()
    };
    let risk = |n: usize| RiskEvent {
        probability: 2_000,
        activity: Some(n * n_tasks / 20),
        delay: spread(960),
        cost: spread(100_000),
    };
    Network {
        activities: (0..n_tasks).map(activity).collect(),
        links: (3..n_tasks)
            .flat_map(|n| [link(n - 3, n), link(n * 7 % (n - 1), n)])
            .collect(),
        risks: (0..20).map(risk).collect(),
        ..Network::default()
    }
}

#[divan::bench(args = [50, 500])]
fn ten_thousand_trials(bencher: divan::Bencher, n_tasks: usize) {
    let network = network(n_tasks);
    bencher.bench_local(|| {
        let mut simulation = Simulation::new(&network, 1, 10_000).expect("a network");
        simulation.run(10_000);
        simulation.finish().finish_at(80)
    });
}

/// A plan of so many tasks and twice as many links; its middle task takes so many days less.
fn plan_input(n_tasks: usize, days_less: i32) -> schedule::Input {
    let activity = |n: usize| schedule::Activity {
        id: TaskId::from_key(n as u64 + 1),
        parent: None,
        days: 2 + (n as i32 * 7) % 9,
        calendar: 0,
        percent: None,
        actual_start: None,
        actual_finish: None,
        constraint: None,
        pin: None,
        due: n.is_multiple_of(50).then_some(30_000),
        is_planned: true,
    };
    let arrow = |key: usize, from: usize, to: usize| schedule::Arrow {
        id: LinkId::from_key(key as u64 + 1),
        from: from as u32,
        to: to as u32,
        kind: [
            model::LinkKind::FinishToStart,
            model::LinkKind::FinishToStart,
            model::LinkKind::FinishToStart,
            model::LinkKind::StartToStart,
        ][key % 4],
        lag: (key % 5) as i32 - 1,
    };
    let mut activities: Vec<schedule::Activity> = (0..n_tasks).map(activity).collect();
    activities[n_tasks / 2].days -= days_less;
    schedule::Input {
        start: 20_000,
        status: 20_000,
        calendars: vec![schedule::WorkDays::new(
            &WorkingCalendar::default(),
            &Default::default(),
        )],
        activities,
        arrows: (20..n_tasks)
            .flat_map(|n| [(2 * n, n - 20, n), (2 * n + 1, n * 13 % (n - 1), n)])
            .map(|(key, from, to)| arrow(key, from, to))
            .collect(),
    }
}

/// The whole of a plan, twice as many links as tasks.
#[divan::bench(args = [1_000, 10_000])]
fn schedule_a_plan(bencher: divan::Bencher, n_tasks: usize) {
    let input = plan_input(n_tasks, 0);
    bencher
        .with_inputs(|| input.clone())
        .bench_local_values(schedule::Schedule::new);
}

/// The same plan after its middle task took a day less.
#[divan::bench(args = [1_000, 10_000])]
fn schedule_again_after_an_edit(bencher: divan::Bencher, n_tasks: usize) {
    let before = schedule::Schedule::new(plan_input(n_tasks, 0));
    let edited = plan_input(n_tasks, 1);
    bencher
        .with_inputs(|| edited.clone())
        .bench_local_values(|edited| before.after(edited));
}
