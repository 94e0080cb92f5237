//! Moving and stretching tasks by hand. Today is Wednesday, 11 March 2026.

use domain::command::{KeepingCommand, LinkCommand, TaskCommand, TaskField};
use domain::id::{BaselineId, ProjectId, TaskId};
use domain::model::{Baseline, Column, Constraint, ConstraintKind, LinkKind, Task, TaskKind};
use domain::plan_figures::task_plans;
use domain::schedule::{Adjust, AdjustError, Planned, Schedule, adjust, knock_on, number};
use domain::variance::{Variance, variances};
use proptest::prelude::*;

use crate::world::{World, day};

struct Plan {
    world: World,
    project: ProjectId,
}

impl Plan {
    /// A project that starts on Monday, 16 March, with a chain of tasks of so many days; 0 is a
    /// milestone.
    fn chain(days: &[i64]) -> (Plan, Vec<TaskId>) {
        let mut world = World::new();
        let project = world.project_from("House", "2026-03-16");
        let mut plan = Plan { world, project };
        let ids: Vec<TaskId> = (0..days.len())
            .map(|n| {
                plan.world
                    .task(project, Column::Backlog, &format!("Task {n}"))
            })
            .collect();
        for (id, days) in ids.iter().zip(days) {
            plan.set(
                *id,
                match days {
                    0 => TaskField::Kind(TaskKind::Milestone),
                    days => TaskField::Duration(Some(*days)),
                },
            );
        }
        for pair in ids.windows(2) {
            plan.world.run(LinkCommand::Create {
                predecessor: pair[0],
                successor: pair[1],
                kind: LinkKind::FinishToStart,
                lag: 0,
            });
        }
        (plan, ids)
    }

    fn set(&mut self, id: TaskId, field: TaskField) {
        self.world.run(TaskCommand::Set {
            ids: vec![id],
            fields: vec![field],
        });
    }

    fn schedule(&self) -> Schedule {
        Schedule::of(&self.world.workspace, self.project, self.world.today())
    }

    fn try_adjust(&self, id: TaskId, by: Adjust) -> Result<Planned, AdjustError> {
        let task: Task = self.world.get(id);
        adjust(&self.schedule(), id, &task, by)
    }

    /// Does it and returns the dates that follow, which are those that were foretold.
    fn adjust(&mut self, id: TaskId, by: Adjust) -> (String, String) {
        let planned = self.try_adjust(id, by).unwrap();
        self.world.run(TaskCommand::Set {
            ids: vec![id],
            fields: planned.fields,
        });
        let dates = self.schedule().dates(id).unwrap();
        assert_eq!(planned.schedule.dates(id), Some(dates));
        (dates.start.to_string(), dates.finish.to_string())
    }
}

fn span(start: &str, finish: &str) -> (String, String) {
    (start.to_owned(), finish.to_owned())
}

#[test]
fn a_task_moves_by_working_days_either_way() {
    // Q57
    let (mut plan, ids) = Plan::chain(&[3, 2]);
    let first = ids[0];
    assert_eq!(
        plan.adjust(first, Adjust::Move(1)),
        span("2026-03-17", "2026-03-19")
    );
    // A Friday and a day more is the Monday after; a day less is the Friday again.
    assert_eq!(
        plan.adjust(first, Adjust::Move(3)),
        span("2026-03-20", "2026-03-24")
    );
    assert_eq!(
        plan.adjust(first, Adjust::Move(1)),
        span("2026-03-23", "2026-03-25")
    );
    assert_eq!(
        plan.adjust(first, Adjust::Move(-1)),
        span("2026-03-20", "2026-03-24")
    );
    // What follows goes along, and the preview counts it.
    let schedule = plan.schedule();
    let planned = plan.try_adjust(first, Adjust::Move(4)).unwrap();
    let moved = knock_on(&schedule, &planned.schedule, first);
    assert_eq!(
        (moved.n_moved, moved.before, moved.after),
        (1, Some(day("2026-03-26")), Some(day("2026-03-30")))
    );
}

#[test]
fn a_task_that_is_moved_back_to_where_links_hold_it_loses_its_constraint() {
    // Q57
    let (mut plan, ids) = Plan::chain(&[3, 2]);
    let second = ids[1];
    plan.adjust(second, Adjust::Move(4));
    assert!(plan.world.get::<Task>(second).constraint.is_some());
    assert_eq!(
        plan.adjust(second, Adjust::Move(-9)),
        span("2026-03-19", "2026-03-20")
    );
    assert_eq!(plan.world.get::<Task>(second).constraint, None);
    assert!(matches!(
        plan.try_adjust(second, Adjust::Move(-1)),
        Err(AdjustError::Held { .. })
    ));
}

#[test]
fn a_task_stretches_by_working_days_and_keeps_one() {
    // Q57
    let (mut plan, ids) = Plan::chain(&[5]);
    let id = ids[0];
    // Friday and three days more is Monday: one working day.
    assert_eq!(
        plan.adjust(id, Adjust::Stretch(3)),
        span("2026-03-16", "2026-03-23")
    );
    assert_eq!(
        plan.adjust(id, Adjust::Stretch(-1)),
        span("2026-03-16", "2026-03-20")
    );
    assert_eq!(
        plan.adjust(id, Adjust::Stretch(-40)),
        span("2026-03-16", "2026-03-16")
    );
    assert!(plan.try_adjust(id, Adjust::Stretch(-1)).is_err());
}

#[test]
fn a_milestone_moves_a_day_at_a_time() {
    // Q57
    let (mut plan, ids) = Plan::chain(&[5, 0]);
    let id = ids[1];
    assert_eq!(plan.adjust(id, Adjust::Move(1)).1, "2026-03-23");
    assert_eq!(plan.adjust(id, Adjust::Move(1)).1, "2026-03-24");
    assert_eq!(plan.adjust(id, Adjust::Move(-1)).1, "2026-03-23");
    assert_eq!(
        plan.try_adjust(id, Adjust::Stretch(1))
            .unwrap_err()
            .to_string(),
        "“Task 1” is a milestone and takes no time."
    );
}

#[test]
fn a_task_without_dates_is_placed_on_a_working_day() {
    // Q57
    let (mut plan, _) = Plan::chain(&[5]);
    let id = plan.world.task(plan.project, Column::Backlog, "Later");
    assert!(matches!(
        plan.try_adjust(id, Adjust::Move(1)),
        Err(AdjustError::NoDates { .. })
    ));
    let saturday = number(day("2026-03-21"));
    assert_eq!(
        plan.adjust(id, Adjust::Place(saturday)),
        span("2026-03-23", "2026-03-23")
    );
}

#[test]
fn what_has_happened_and_what_says_more_than_a_day_stays() {
    // Q57
    let (mut plan, ids) = Plan::chain(&[5, 3]);
    plan.set(
        ids[1],
        TaskField::Constraint(Some(Constraint {
            kind: ConstraintKind::FinishNoLaterThan,
            day: Some(day("2026-04-30")),
        })),
    );
    assert_eq!(
        plan.try_adjust(ids[1], Adjust::Move(1))
            .unwrap_err()
            .to_string(),
        "“Task 1” is planned with “Finish no later than”. Change that in its plan first."
    );
    plan.set(ids[0], TaskField::ActualStart(Some(day("2026-03-10"))));
    assert!(matches!(
        plan.try_adjust(ids[0], Adjust::Move(1)),
        Err(AdjustError::Begun { .. })
    ));
    assert!(plan.try_adjust(ids[0], Adjust::Stretch(1)).is_ok());
    plan.set(ids[0], TaskField::ActualFinish(Some(day("2026-03-10"))));
    assert!(matches!(
        plan.try_adjust(ids[0], Adjust::Stretch(1)),
        Err(AdjustError::Finished { .. })
    ));
}

#[test]
fn the_variance_is_what_the_plan_has_moved_since_the_baseline() {
    // Q58
    let (mut plan, ids) = Plan::chain(&[5, 3, 2]);
    let kept = plan.world.run(KeepingCommand::TakeBaseline {
        project: plan.project,
        name: "Agreed".to_owned(),
    });
    let baseline: Baseline = plan
        .world
        .get(BaselineId::from_key(kept.created.unwrap().key));
    plan.adjust(ids[0], Adjust::Stretch(1));
    plan.adjust(ids[1], Adjust::Stretch(-1));
    let later = plan.world.task(plan.project, Column::Backlog, "Later");
    plan.world.run(TaskCommand::Delete { id: ids[2] });
    let plans = task_plans(&plan.world.workspace, plan.project, plan.world.today()).unwrap();
    let calendar = plan.world.workspace.settings().calendar;
    let all = variances(&plans, &baseline, &calendar);
    let of = |id| -> Variance { all.iter().find(|v| v.task == id).unwrap().clone() };
    let days = |id| (of(id).start, of(id).finish, of(id).days);
    assert_eq!(days(ids[0]), (Some(0), Some(1), Some(1)));
    assert_eq!(days(ids[1]), (Some(1), Some(0), Some(-1)));
    assert_eq!(days(ids[2]), (None, None, None));
    assert_eq!(of(ids[2]).dates, None);
    assert_eq!(of(later).baseline, None);
    assert!(all.iter().all(Variance::is_any));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_foretold_is_what_comes(
        days in prop::collection::vec(0_i64..6, 1..6),
        steps in prop::collection::vec((any::<prop::sample::Index>(), any::<bool>(), -9_i32..9), 1..8),
    ) {
        // Q57
        let (mut plan, ids) = Plan::chain(&days);
        for (which, is_move, by) in steps {
            let id = *which.get(&ids);
            let by = if is_move { Adjust::Move(by) } else { Adjust::Stretch(by) };
            if plan.try_adjust(id, by).is_ok() {
                plan.adjust(id, by);
            }
        }
    }
}
