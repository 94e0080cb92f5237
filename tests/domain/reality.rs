//! Work held against the kind it was given. Rule ids: `src/domain/SPEC.md`, "Held against reality".

use domain::command::{ProjectCommand, ProjectDraft};
use domain::model::{Outcome, Project};
use domain::reality::{What, contradictions, contradictions_of, essence, projects_like};
use domain::time::Instant;

use crate::world::{World, day};

fn after(world: &World, days: i64) -> Instant {
    Instant::from_millis(world.now().millis() + days * 24 * 60 * 60_000)
}

#[test]
fn a_name_without_its_time_says_what_comes_back() {
    // V30
    for name in [
        "Spring newsletter 2025",
        "Newsletter, autumn 2026",
        "The third newsletter",
        "newsletter Q3",
        "NEWSLETTER (March)",
    ] {
        assert_eq!(essence(name), "newsletter", "{name}");
    }
    assert_eq!(essence("2026"), "");
    assert_ne!(essence("Newsletter archive"), essence("Newsletter"));
}

#[test]
fn three_projects_of_one_name_are_one_piece_of_work_that_comes_back() {
    // V30, V33
    let mut world = World::new();
    world.project("Newsletter March");
    world.project("Newsletter April");
    world.project("2025");
    world.project("2026");
    world.project("2027");
    assert_eq!(contradictions(&world.workspace, world.now()), []);
    let third = world.project("Newsletter May");
    let found = contradictions(&world.workspace, world.now());
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].work, found[0].what),
        (Outcome::Project(third), What::ComesBack(3))
    );
    assert_eq!(
        found[0].what.sentence(),
        "has been a project 3 times. Work that comes back is a process."
    );
    for (id, _) in world.workspace.all::<Project>() {
        let of_one = contradictions_of(&world.workspace, Outcome::Project(id), world.now());
        let is_newsletter = world.get::<Project>(id).name.starts_with("Newsletter");
        assert_eq!(of_one.len(), usize::from(is_newsletter));
    }
    assert_eq!(projects_like(&world.workspace, "June newsletter")[0], third);
}

#[test]
fn a_process_nobody_runs_is_named() {
    // V31
    let mut world = World::new();
    let unused = world.template("Unused");
    world.step(unused, "Do it");
    let what = |world: &World, days| {
        let found = contradictions(&world.workspace, after(world, days));
        found.first().map(|found| found.what)
    };
    assert_eq!(what(&world, 59), None);
    assert_eq!(what(&world, 61), Some(What::NeverRun(61)));
    world.start(unused, "once");
    assert_eq!(what(&world, 89), None);
    assert_eq!(what(&world, 91), Some(What::RunOnce(91)));
    world.start(unused, "twice");
    assert_eq!(what(&world, 500), None);
}

#[test]
fn a_project_without_an_end_is_named_after_a_year() {
    // V32
    let mut world = World::new();
    let id = world.project("Looking after the garden");
    assert_eq!(contradictions(&world.workspace, after(&world, 364)), []);
    let found = contradictions(&world.workspace, after(&world, 366));
    assert_eq!(found[0].what, What::NoEnd(366));
    world.run(ProjectCommand::Edit {
        id,
        draft: ProjectDraft {
            finish: Some(day("2030-01-01")),
            ..ProjectDraft::of(&world.get::<Project>(id))
        },
    });
    assert_eq!(contradictions(&world.workspace, after(&world, 366)), []);
}
