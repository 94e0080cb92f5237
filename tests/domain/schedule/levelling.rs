//! Levelling. Today is Wednesday, 11 March 2026.

use domain::calendar::WorkingCalendar;
use domain::command::{TaskCommand, TaskField};
use domain::id::{LinkId, PersonId, TaskId};
use domain::model::{Column, LinkKind};
use domain::schedule::{Arrow, Input, Schedule, Shares, WorkDays, level, shares};
use proptest::prelude::*;

use super::activity;
use crate::world::World;

#[test]
fn the_task_with_float_waits_until_someone_has_time() {
    // Q59
    let mut world = World::new();
    let project = world.project_from("House", "2026-03-16");
    let ada = world.person("Ada");
    let [long, short, other] = [
        ("Long", 10, Some(ada)),
        ("Short", 3, Some(ada)),
        ("Other", 20, None),
    ]
    .map(|(title, days, who)| {
        let id = world.task(project, Column::Backlog, title);
        let fields = vec![TaskField::Duration(Some(days)), TaskField::Assignee(who)];
        world.run(TaskCommand::Set {
            ids: vec![id],
            fields,
        });
        id
    });
    let today = world.today();
    let schedule = Schedule::of(&world.workspace, project, today);
    let levelled = level(&schedule, &shares(&world.workspace, project));
    let delayed: Vec<_> = levelled
        .delays
        .iter()
        .map(|d| (d.task, d.to.to_string(), d.is_within_float))
        .collect();
    // Long has less float, so it goes first; Short follows on Monday, 30 March, and the finish stays.
    assert_eq!(delayed, [(short, "2026-03-30".to_owned(), true)]);
    assert_eq!((levelled.n_over_before, levelled.n_over_after), (3, 0));
    assert_eq!(levelled.schedule.finish(), schedule.finish());

    let starts = levelled.delays.iter().map(|d| (d.task, d.to)).collect();
    let before = world.workspace.clone();
    let plan = world.run(TaskCommand::Delay { starts });
    assert_eq!(plan.label, "Delayed 1 task");
    let after = Schedule::of(&world.workspace, project, today);
    for id in [long, short, other] {
        assert_eq!(after.dates(id), levelled.schedule.dates(id));
    }
    world.apply(&plan.change.inverse());
    assert_eq!(world.workspace, before);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn nobody_has_too_much_and_nothing_is_earlier(
        tasks in prop::collection::vec((1_i32..6, 0_u64..3, 30_u32..=100), 1..10),
        links in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 0..8),
    ) {
        // Q59
        let n = tasks.len();
        let activities = (1_u64..).zip(&tasks).map(|(key, (days, ..))| activity(key, *days));
        let pairs = links.iter().map(|(one, other)| (one.index(n), other.index(n)));
        let arrows = (1_u64..).zip(pairs.filter(|(one, other)| one < other)).map(|(key, (one, other))| Arrow {
            id: LinkId::from_key(key),
            from: one as u32,
            to: other as u32,
            kind: LinkKind::FinishToStart,
            lag: 0,
        });
        let schedule = Schedule::new(Input {
            start: 20_000,
            status: 20_000,
            calendars: vec![WorkDays::new(&WorkingCalendar::default(), &Default::default())],
            activities: activities.collect(),
            arrows: arrows.collect(),
        });
        let shares: Shares = (1_u64..)
            .zip(&tasks)
            .map(|(key, (_, person, percent))| {
                (TaskId::from_key(key), vec![(PersonId::from_key(person + 1), *percent)])
            })
            .collect();
        let levelled = level(&schedule, &shares);
        prop_assert_eq!(levelled.n_over_after, 0);
        for idx in 0..n {
            let (before, after) = (schedule.dates_at(idx).unwrap(), levelled.schedule.dates_at(idx).unwrap());
            prop_assert!(after.start >= before.start);
            prop_assert_eq!(after.days, before.days);
        }
        for link in 0..schedule.input().arrows.len() {
            prop_assert!(!levelled.schedule.is_broken(link));
        }
        // What is level is left alone.
        prop_assert!(level(&levelled.schedule, &shares).delays.is_empty());
    }
}
