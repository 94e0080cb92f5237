//! A project's plan in figures.

use domain::command::{
    BudgetCommand, BudgetDraft, EntryCommand, EntryDraft, KeepingCommand, PersonCommand,
    ProjectCommand, ProjectDraft, TaskCommand, TaskDraft, TaskField, TeamCommand,
};
use domain::earned_value::EarningRule;
use domain::id::{ProjectId, TaskId};
use domain::model::Column;
use domain::money::Money;
use domain::plan_figures::{figures, task_plans};
use domain::simulate::Spread;

use crate::world::{World, day};

fn euros(units: i64) -> Money {
    Money::new(units * 100).unwrap()
}

fn project(world: &mut World) -> ProjectId {
    let id = world.project("Move");
    let draft = ProjectDraft {
        name: "Move".to_owned(),
        start: Some(day("2026-03-02")),
        finish: Some(day("2026-03-27")),
        ..ProjectDraft::default()
    };
    world.run(ProjectCommand::Edit { id, draft });
    id
}

fn task(world: &mut World, project: ProjectId, title: &str, due: &str) -> TaskId {
    let id = world.task(project, Column::Ready, title);
    let draft = TaskDraft {
        due: Some(day(due)),
        ..TaskDraft::titled(title)
    };
    world.run(TaskCommand::Edit { id, draft });
    id
}

fn plan(world: &mut World, project: ProjectId, planned: i64) {
    let draft = BudgetDraft {
        category: "All".to_owned(),
        planned: euros(planned),
        ..BudgetDraft::default()
    };
    world.run(BudgetCommand::Create { project, draft });
}

// P21: three equal tasks share 100.00 without losing a cent.
#[test]
fn the_parts_add_up_to_the_budget() {
    let mut world = World::new();
    let project = project(&mut world);
    plan(&mut world, project, 100);
    for title in ["a", "b", "c"] {
        let id = task(&mut world, project, title, "2026-03-06");
        world.run(TaskCommand::Move {
            id,
            column: Column::Done,
            before: None,
        });
    }
    let found = figures(&world.workspace, project, world.today()).unwrap();
    assert_eq!(found.value.earned, euros(100));
    assert_eq!(found.value.planned, euros(100));
    assert_eq!(
        (found.rule, found.n_tasks, found.n_undated),
        (EarningRule::Percent, 3, 0)
    );
}

// P18, P21: without lines the tasks' own costs and the contingency are the budget.
#[test]
fn tasks_with_costs_carry_them() {
    let mut world = World::new();
    let project = project(&mut world);
    let cheap = task(&mut world, project, "cheap", "2026-03-06");
    let dear = task(&mut world, project, "dear", "2026-03-27");
    for (task, cost) in [(cheap, 100), (dear, 300)] {
        let cost = Spread::fixed(cost * 100);
        world.run(TeamCommand::SetEstimate {
            task,
            duration: None,
            cost,
        });
    }
    world.run(BudgetCommand::SetReserves {
        project,
        contingency: euros(40),
        reserve: euros(999),
    });
    world.run(TaskCommand::Move {
        id: cheap,
        column: Column::Done,
        before: None,
    });
    let found = figures(&world.workspace, project, world.today()).unwrap();
    assert_eq!(
        (found.value.budget, found.value.earned),
        (euros(440), euros(110))
    );
}

// P21: who works half of the week costs half as much for the same days.
#[test]
fn the_time_of_people_is_counted_in_their_own_days() {
    for (week, cost) in [(None, 2_400), (Some(20 * 60), 1_200), (Some(0), 0)] {
        let mut world = World::new();
        let project = project(&mut world);
        let ada = world.person("Ada");
        world.run(PersonCommand::SetTerms {
            id: ada,
            week,
            rate: Some(euros(60)),
            skills: Vec::new(),
        });
        let pack = world.task(project, Column::Ready, "Pack");
        world.set(pack, TaskField::Duration(Some(5)));
        world.set(pack, TaskField::Assignee(Some(ada)));
        let plans = task_plans(&world.workspace, project, world.today()).unwrap();
        assert_eq!(plans[0].cost, euros(cost));
    }
}

// P20: the plan slips, the measure does not.
#[test]
fn earned_value_is_measured_against_the_latest_baseline() {
    let mut world = World::new();
    let project = project(&mut world);
    plan(&mut world, project, 100);
    let id = task(&mut world, project, "a", "2026-03-06");
    world.run(KeepingCommand::TakeBaseline {
        project,
        name: "Agreed".to_owned(),
    });
    let draft = TaskDraft {
        due: Some(day("2026-03-27")),
        ..TaskDraft::titled("a")
    };
    world.run(TaskCommand::Edit { id, draft });
    let found = figures(&world.workspace, project, world.today()).unwrap();
    assert_eq!(found.baseline.as_deref(), Some("Agreed"));
    assert_eq!(found.value.planned, euros(100));
    // Later work carries none of the approved budget.
    task(&mut world, project, "later", "2026-03-27");
    let found = figures(&world.workspace, project, world.today()).unwrap();
    assert_eq!((found.value.planned, found.n_tasks), (euros(100), 1));
}

// P24: the curve and the figures say the same today.
#[test]
fn the_curve_agrees_with_the_figures() {
    let mut world = World::new();
    let project = project(&mut world);
    plan(&mut world, project, 1_000);
    let done = task(&mut world, project, "a", "2026-03-06");
    task(&mut world, project, "b", "2026-03-27");
    world.run(TaskCommand::Move {
        id: done,
        column: Column::Done,
        before: None,
    });
    for (on, cost) in [("2026-03-03", 70), ("2026-03-09", 30)] {
        let draft = EntryDraft {
            day: day(on),
            task: None,
            person: None,
            minutes: 0,
            category: "Van".to_owned(),
            cost: euros(cost),
            note: String::new(),
            is_billable: false,
        };
        world.run(EntryCommand::Create { project, draft });
    }
    let today = world.today();
    let found = figures(&world.workspace, project, today).unwrap();
    let curve = found.curve.unwrap().points;
    let now = curve.iter().find(|point| point.day == today).unwrap();
    assert_eq!(now.planned, found.value.planned);
    assert_eq!(now.earned, Some(found.value.earned));
    assert_eq!(now.actual, Some(euros(100)));
    assert!(curve.is_sorted_by_key(|point| point.planned));
    assert_eq!(curve.last().unwrap().planned, euros(1_000));
    let earned: Vec<_> = curve.iter().filter_map(|point| point.earned).collect();
    let spent: Vec<_> = curve.iter().filter_map(|point| point.actual).collect();
    assert!(earned.is_sorted() && spent.is_sorted());
    assert!(
        curve
            .iter()
            .all(|point| point.earned.is_some() == (point.day <= today))
    );
}

// P6: a project with nothing in it has figures, too.
#[test]
fn an_empty_project_has_figures() {
    let mut world = World::new();
    let project = world.project("Empty");
    let found = figures(&world.workspace, project, world.today()).unwrap();
    assert_eq!((found.value.budget, found.curve), (Money::ZERO, None));
    world.task(project, Column::Ready, "No date");
    plan(&mut world, project, 10);
    let found = figures(&world.workspace, project, world.today()).unwrap();
    assert_eq!((found.n_undated, found.value.planned), (1, Money::ZERO));
}
