//! How a project stands.

use domain::health::{Health, health};
use domain::model::{Project, Stage};
use domain::time::Day;

use crate::world::{World, day};

const TODAY: &str = "2026-03-11";

fn project(finish: Option<&str>, stage: Stage) -> Project {
    let mut world = World::new();
    let id = world.project("A");
    let mut project: Project = world.get::<Project>(id);
    project.finish = finish.map(day);
    project.stage = stage;
    project
}

fn check(finish: Option<&str>, first_due: Option<&str>, expected: Health) {
    let project = project(finish, Stage::Execute);
    let first_due: Option<Day> = first_due.map(day);
    assert_eq!(
        health(&project, first_due, day(TODAY)),
        expected,
        "{finish:?} {first_due:?}"
    );
}

#[test]
fn the_first_rule_that_holds_decides() {
    // A1
    check(Some("2026-03-10"), None, Health::OffTrack);
    check(Some("2026-03-10"), Some("2026-03-01"), Health::OffTrack);
    check(Some("2026-03-11"), None, Health::Watch);
    check(Some("2026-03-18"), None, Health::Watch);
    check(Some("2026-03-19"), None, Health::OnTrack);
    check(Some("2026-06-01"), Some("2026-03-10"), Health::Watch);
    check(Some("2026-06-01"), Some("2026-03-11"), Health::OnTrack);
    check(None, Some("2026-03-10"), Health::Watch);
    check(None, Some("2026-03-11"), Health::NoFinish);
    check(None, None, Health::NoFinish);
}

#[test]
fn a_done_project_is_done_whatever_its_dates() {
    // A1
    for finish in [None, Some("2020-01-01"), Some("2026-06-01")] {
        let project = project(finish, Stage::Done);
        assert_eq!(
            health(&project, Some(day("2020-01-01")), day(TODAY)),
            Health::Done
        );
    }
}

#[test]
fn every_standing_explains_itself() {
    for health in [
        Health::Done,
        Health::OffTrack,
        Health::Watch,
        Health::NoFinish,
        Health::OnTrack,
    ] {
        assert!(health.rule().ends_with('.') && !health.name().is_empty());
    }
}
