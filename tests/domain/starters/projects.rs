//! The projects among the starters: their plans hold together.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::calendar::WorkingCalendar;
use domain::model::LinkKind;
use domain::starters::ProjectStarter;
use domain::starters::plan::{Span, days, due, latest, length, spans};
use domain::starters::project::{After, Phase, StarterTask};

use super::starters;
use crate::world::day;

/// Task, kind and lag.
type Link<'a> = (&'a str, LinkKind, i32);

/// A project of one phase with these tasks: id, days, links.
fn project(tasks: &[(&str, u32, &[Link])]) -> ProjectStarter {
    let task = |(id, days, links): &(&str, u32, &[Link])| StarterTask {
        id: (*id).to_owned(),
        title: (*id).to_owned(),
        days: *days,
        after: links
            .iter()
            .map(|(task, link, lag)| After {
                task: (*task).to_owned(),
                link: *link,
                lag: *lag,
            })
            .collect(),
        ..StarterTask::default()
    };
    ProjectStarter {
        phases: vec![Phase {
            tasks: tasks.iter().map(task).collect(),
            ..Phase::default()
        }],
        ..ProjectStarter::default()
    }
}

#[test]
fn there_are_enough_to_choose_from() {
    // Z1
    assert!(starters().projects.len() >= 10);
}

#[test]
fn a_project_says_what_it_delivers_in_which_phases_and_what_could_go_otherwise() {
    // Z1, Z4
    for project in starters().projects {
        let name = &project.about.name;
        assert!(project.phases.len() >= 3, "{name}");
        assert!(project.charter.deliverables.len() >= 3, "{name}");
        assert!(project.charter.success.len() >= 3, "{name}");
        assert!(project.risks.len() >= 4, "{name}");
        for risk in &project.risks {
            let scale = 1..=5;
            assert!(
                scale.contains(&risk.probability) && scale.contains(&risk.impact),
                "{name}"
            );
        }
        for phase in &project.phases {
            assert!(phase.tasks.len() >= 2, "{name}, {}", phase.name);
        }
        let n_tasks = project.tasks().count();
        assert!((10..=40).contains(&n_tasks), "{name} has {n_tasks} tasks");
        for task in project.tasks() {
            assert!(
                task.notes.len() > 40,
                "{name}, {} does not say how",
                task.title
            );
            assert!(task.days <= 60, "{name}, {} is not a task", task.title);
        }
        let length = length(&project);
        assert!((10..=400).contains(&length), "{name} takes {length} days");
    }
}

/// Takes away tasks that wait for none of the others until nothing is left; what is left is a circle.
fn circle(project: &ProjectStarter) -> BTreeSet<&str> {
    let mut left: BTreeMap<&str, Vec<&str>> = project
        .tasks()
        .map(|task| {
            let before = task.after.iter().map(|after| after.task.as_str());
            (task.id.as_str(), before.collect())
        })
        .collect();
    loop {
        let waiting: BTreeSet<&str> = left.keys().copied().collect();
        let n_left = left.len();
        left.retain(|_, before| before.iter().any(|id| waiting.contains(id)));
        if left.len() == n_left {
            return waiting;
        }
    }
}

#[test]
fn links_name_tasks_and_go_round_in_no_circle() {
    // Z4
    for project in starters().projects {
        let name = &project.about.name;
        let ids: BTreeSet<&str> = project.tasks().map(|task| task.id.as_str()).collect();
        assert_eq!(ids.len(), project.tasks().count(), "{name}");
        for task in project.tasks() {
            let before: BTreeSet<_> = task.after.iter().map(|after| &after.task).collect();
            assert_eq!(
                before.len(),
                task.after.len(),
                "{name}: two links to one task"
            );
            for after in &task.after {
                assert!(ids.contains(after.task.as_str()), "{name}: {}", after.task);
            }
        }
        assert_eq!(circle(&project), BTreeSet::new(), "{name}");
    }
}

/// Whether every task has its length and every link is kept.
fn keeps_links(project: &ProjectStarter, spans: &BTreeMap<&str, Span>) {
    for task in project.tasks() {
        let own = spans[task.id.as_str()];
        assert_eq!(own.end - own.start, i64::from(task.days));
        for after in &task.after {
            let before = spans[after.task.as_str()];
            let (from, to) = match after.link {
                LinkKind::FinishToStart => (before.end, own.start),
                LinkKind::StartToStart => (before.start, own.start),
                LinkKind::FinishToFinish => (before.end, own.end),
                LinkKind::StartToFinish => (before.start, own.end),
            };
            let place = format!("{}, {}", project.about.name, task.id);
            assert!(to >= from + i64::from(after.lag), "{place}");
        }
    }
}

#[test]
fn every_link_is_kept_by_the_earliest_and_the_latest_plan() {
    // Z4, Z6
    for project in starters().projects {
        let (early, late) = (spans(&project), latest(&project));
        keeps_links(&project, &early);
        keeps_links(&project, &late);
        let end = length(&project);
        for task in project.tasks() {
            let (early, late) = (early[task.id.as_str()], late[task.id.as_str()]);
            assert!(early.start <= late.start && late.end <= end);
        }
        let has_no_room = |task: &&StarterTask| early[task.id.as_str()] == late[task.id.as_str()];
        let critical = project.tasks().filter(has_no_room).count();
        assert!(critical >= 3, "{} has no critical path", project.about.name);
    }
}

#[test]
fn the_latest_plan_of_a_textbook_network_leaves_each_task_its_room() {
    // Z6
    let fs = |task| (task, LinkKind::FinishToStart, 0);
    // Two paths of 3 + 6 and 2 + 4 days join in one of 1 day: the shorter has 3 days of room.
    let project = project(&[
        ("a", 3, &[]),
        ("b", 6, &[fs("a")]),
        ("c", 2, &[]),
        ("d", 4, &[fs("c")]),
        ("e", 1, &[fs("b"), fs("d")]),
    ]);
    let latest = latest(&project);
    assert_eq!(latest["c"], Span { start: 3, end: 5 });
    assert_eq!(latest["d"], Span { start: 5, end: 9 });
    assert_eq!(latest["a"], Span { start: 0, end: 3 });
    assert_eq!(latest["e"], Span { start: 9, end: 10 });
}

#[test]
fn each_kind_of_link_pushes_its_own_end() {
    // Z6
    let at = |link, lag| {
        let project = project(&[
            ("a", 5, &[]),
            ("z", 2, &[]),
            (
                "b",
                3,
                &[("z", LinkKind::FinishToStart, 0), ("a", link, lag)],
            ),
        ]);
        spans(&project)["b"]
    };
    assert_eq!(at(LinkKind::FinishToStart, 0), Span { start: 5, end: 8 });
    assert_eq!(at(LinkKind::FinishToStart, 2), Span { start: 7, end: 10 });
    assert_eq!(at(LinkKind::FinishToStart, -1), Span { start: 4, end: 7 });
    assert_eq!(at(LinkKind::StartToStart, 3), Span { start: 3, end: 6 });
    assert_eq!(at(LinkKind::FinishToFinish, 1), Span { start: 3, end: 6 });
    assert_eq!(at(LinkKind::StartToFinish, 6), Span { start: 3, end: 6 });
    assert_eq!(
        at(LinkKind::StartToFinish, 0),
        Span { start: 2, end: 5 },
        "never before the others it waits for"
    );
}

#[test]
fn a_plan_runs_from_its_start_or_back_from_its_finish_over_weekends() {
    // Z6
    let calendar = WorkingCalendar::default();
    // 2 March 2026 is a Monday.
    let monday = Some(day("2026-03-02"));
    let friday = Some(day("2026-03-13"));
    assert_eq!(
        days(10, monday, None, &calendar),
        Some((day("2026-03-02"), day("2026-03-13")))
    );
    assert_eq!(
        days(10, None, friday, &calendar),
        Some((day("2026-03-02"), day("2026-03-13")))
    );
    assert_eq!(
        days(10, monday, friday, &calendar).unwrap().0,
        day("2026-03-02")
    );
    assert_eq!(days(10, None, None, &calendar), None);
    // A finish on a Sunday: the last work is done on the Friday before.
    let sunday = Some(day("2026-03-15"));
    assert_eq!(
        days(10, None, sunday, &calendar),
        Some((day("2026-03-02"), day("2026-03-15")))
    );
    let span = |start, end| Span { start, end };
    assert_eq!(
        due(span(0, 1), day("2026-03-02"), &calendar),
        Some(day("2026-03-02"))
    );
    assert_eq!(
        due(span(0, 6), day("2026-03-02"), &calendar),
        Some(day("2026-03-09"))
    );
    assert_eq!(
        due(span(5, 5), day("2026-03-02"), &calendar),
        Some(day("2026-03-06")),
        "a milestone"
    );
    assert_eq!(
        due(span(0, 0), day("2026-03-02"), &calendar),
        Some(day("2026-03-02"))
    );
}

#[test]
fn a_plan_that_goes_round_in_a_circle_or_names_no_task_ends() {
    // Z8
    let circle = project(&[
        ("a", u32::MAX, &[("b", LinkKind::FinishToStart, i32::MAX)]),
        (
            "b",
            3,
            &[
                ("a", LinkKind::FinishToStart, 0),
                ("nobody", LinkKind::FinishToFinish, i32::MIN),
            ],
        ),
    ]);
    assert!(length(&circle) > 0);
    assert!(spans(&circle).values().all(|span| span.start >= 0));
    assert_eq!(latest(&circle).len(), 2);
    assert_eq!(
        days(
            i64::MAX,
            Some(day("2026-03-02")),
            None,
            &WorkingCalendar::default()
        ),
        None
    );
    assert_eq!(length(&ProjectStarter::default()), 0);
    assert_eq!(Arc::new(ProjectStarter::default()).tasks().count(), 0);
}
