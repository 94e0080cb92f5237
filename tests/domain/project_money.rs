//! Budget lines, time and expenses of a project.

use domain::command::{BudgetCommand, BudgetDraft, EntryCommand, EntryDraft, PersonCommand};
use domain::id::{EntryId, PersonId};
use domain::lists::List;
use domain::model::{Column, Entry};
use domain::money::Money;

use crate::world::{World, day};

pub fn euros(units: i64) -> Money {
    Money::new(units * 100).unwrap()
}

pub fn time(minutes: u32, person: Option<PersonId>) -> EntryDraft {
    EntryDraft {
        day: day("2026-03-10"),
        task: None,
        person,
        minutes,
        category: String::new(),
        cost: Money::ZERO,
        note: "Drawings".to_owned(),
        is_billable: true,
    }
}

pub fn paid(world: &mut World, name: &str, rate: i64) -> PersonId {
    let id = world.person(name);
    world.run(PersonCommand::SetTerms {
        id,
        week: None,
        rate: Some(euros(rate)),
        skills: vec!["Drawing".to_owned(), " ".to_owned()],
    });
    id
}

// P18: nothing negative.
#[test]
fn budget_lines_are_not_negative() {
    let mut world = World::new();
    let project = world.project("Move");
    let draft = |planned| BudgetDraft {
        category: "Van".to_owned(),
        planned,
        ..BudgetDraft::default()
    };
    world.run(BudgetCommand::Create {
        project,
        draft: draft(euros(500)),
    });
    let refused = world.refusal(BudgetCommand::Create {
        project,
        draft: draft(euros(-5)),
    });
    assert_eq!(refused, "An amount here cannot be negative.");
    let unnamed = BudgetDraft::default();
    assert!(
        world
            .refusal(BudgetCommand::Create {
                project,
                draft: unnamed
            })
            .starts_with("Category")
    );
    world.run(BudgetCommand::SetReserves {
        project,
        contingency: euros(50),
        reserve: euros(70),
    });
    let totals = domain::plan_figures::budget_totals(&world.workspace, project).unwrap();
    assert_eq!(
        (totals.baseline(), totals.reserve),
        (Ok(euros(550)), euros(70))
    );
}

// P19: time at the rate of its day; a raise later changes nothing booked before.
#[test]
fn time_costs_the_rate_of_its_day() {
    let mut world = World::new();
    let project = world.project("Move");
    let ada = paid(&mut world, "Ada", 90);
    let created = world.run(EntryCommand::Create {
        project,
        draft: time(100, Some(ada)),
    });
    let id = EntryId::from_key(created.created.unwrap().key);
    assert_eq!(world.get::<Entry>(id).cost, euros(150));
    paid(&mut world, "Grace", 200);
    assert_eq!(world.get::<Entry>(id).cost, euros(150));
    assert!(
        world
            .refusal(EntryCommand::Create {
                project,
                draft: time(0, None)
            })
            .starts_with("Write down")
    );
    assert!(
        world
            .refusal(EntryCommand::Create {
                project,
                draft: time(1_441, None)
            })
            .contains("1440")
    );
    let expense = EntryDraft {
        category: "Travel".to_owned(),
        cost: euros(80),
        ..time(30, Some(ada))
    };
    let created = world.run(EntryCommand::Create {
        project,
        draft: expense,
    });
    let booked = world.get::<Entry>(EntryId::from_key(created.created.unwrap().key));
    assert_eq!(
        (booked.minutes, booked.cost, booked.is_expense()),
        (0, euros(80), true)
    );
}

// P19: a timer.
#[test]
fn a_timer_books_what_has_passed() {
    let mut world = World::new();
    let project = world.project("Move");
    let ada = paid(&mut world, "Ada", 60);
    let start = EntryCommand::StartTimer {
        project,
        task: None,
        person: Some(ada),
    };
    let created = world.run(start.clone());
    let id = EntryId::from_key(created.created.unwrap().key);
    assert!(world.refusal(start).contains("running already"));
    for n in 0..5 {
        world.task(project, Column::Ready, &n.to_string());
    }
    world.run(EntryCommand::StopTimer { id });
    let entry = world.get::<Entry>(id);
    assert_eq!(
        (entry.minutes, entry.cost, entry.running_since),
        (6, euros(6), None)
    );
    assert!(world.workspace.lists().is_empty(List::Timers));
    assert!(
        world
            .refusal(EntryCommand::StopTimer { id })
            .contains("does not run")
    );
}
