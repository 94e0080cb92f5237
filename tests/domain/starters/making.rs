//! What becomes of a starter: a project or a process, in one change.

use std::sync::Arc;

use domain::classify::{Answers, Kind};
use domain::command::{DecisionCommand, ProjectDraft, Route, Setup, StarterCommand, TemplateDraft};
use domain::id::{ProjectId, TemplateId};
use domain::lists::List;
use domain::model::{Project, Stage, Step, Task, Template};
use domain::starters::plan::length;
use domain::starters::{ProjectStarter, Starter};
use domain::time::Day;

use super::starters;
use crate::world::{World, day};

fn named(name: &str, start: Option<Day>, finish: Option<Day>) -> ProjectDraft {
    ProjectDraft {
        name: name.to_owned(),
        start,
        finish,
        ..ProjectDraft::default()
    }
}

fn begin(world: &mut World, starter: &Arc<ProjectStarter>, draft: ProjectDraft) -> ProjectId {
    let command = StarterCommand::Project {
        starter: starter.clone(),
        draft,
        stage: Stage::Initiate,
    };
    ProjectId::from_key(world.run(command).created.unwrap().key)
}

fn tasks(world: &World, id: ProjectId) -> Vec<Task> {
    let ids = world.workspace.ids::<Task>(List::Tasks(id));
    ids.into_iter().map(|id| world.get::<Task>(id)).collect()
}

#[test]
fn every_project_starter_becomes_a_project_in_one_change() {
    // Z5
    for starter in starters().projects {
        let mut world = World::new();
        let start = Some(day("2026-04-01"));
        let plan = world
            .plan(StarterCommand::Project {
                starter: starter.clone(),
                draft: named("Ours", start, None),
                stage: Stage::Plan,
            })
            .unwrap();
        world.apply(&plan.change);
        let id = ProjectId::from_key(plan.created.unwrap().key);
        let project = world.get::<Project>(id);
        assert_eq!(project.stage, Stage::Plan);
        assert_eq!(project.objective, starter.charter.objective);
        assert_eq!(tasks(&world, id).len(), starter.tasks().count());
        world.apply(&plan.change.inverse());
        assert_eq!(world.workspace.all::<Task>().count(), 0);
        assert_eq!(world.workspace.all::<Project>().count(), 0);
    }
}

#[test]
fn every_process_starter_becomes_a_process_in_one_change() {
    // Z5
    for starter in starters().processes {
        let mut world = World::new();
        let plan = world
            .plan(StarterCommand::Process {
                starter: starter.clone(),
                draft: TemplateDraft {
                    name: "Ours".to_owned(),
                    ..TemplateDraft::default()
                },
            })
            .unwrap();
        world.apply(&plan.change);
        let id = TemplateId::from_key(plan.created.unwrap().key);
        assert_eq!(world.get::<Template>(id).purpose, starter.sheet.purpose);
        let steps = world.workspace.ids::<Step>(List::Steps(id));
        let titles: Vec<_> = steps
            .into_iter()
            .map(|id| world.get::<Step>(id).title)
            .collect();
        let expected: Vec<_> = starter
            .steps
            .iter()
            .map(|step| step.title.clone())
            .collect();
        assert_eq!(titles, expected);
        world.apply(&plan.change.inverse());
        assert_eq!(world.workspace.all::<Step>().count(), 0);
    }
}

#[test]
fn what_the_person_filled_in_stays() {
    // Z5
    let mut world = World::new();
    let starter = starters().projects.remove(0);
    let draft = ProjectDraft {
        objective: "In our own words".to_owned(),
        ..named("Ours", Some(day("2026-04-01")), Some(day("2027-12-31")))
    };
    let id = begin(&mut world, &starter, draft);
    let project = world.get::<Project>(id);
    assert_eq!(project.objective, "In our own words");
    assert_eq!(project.finish, Some(day("2027-12-31")));
}

#[test]
fn days_run_from_the_start_or_back_from_the_finish() {
    // Z6
    for starter in starters().projects {
        let mut world = World::new();
        let start = day("2026-04-01");
        let forward = begin(&mut world, &starter, named("Forward", Some(start), None));
        let forward = world.get::<Project>(forward);
        let backward = begin(
            &mut world,
            &starter,
            named("Backward", None, forward.finish),
        );
        assert_eq!(
            world.get::<Project>(backward).start,
            Some(start),
            "{}",
            starter.about.name
        );
        let latest = tasks(&world, backward)
            .iter()
            .filter_map(|task| task.due)
            .max();
        assert_eq!(latest, forward.finish, "{}", starter.about.name);
        let calendar = world.workspace.settings().calendar;
        let end = forward.finish.unwrap().plus(1).unwrap();
        assert_eq!(calendar.working_days_between(start, end), length(&starter));

        let undated = begin(&mut world, &starter, named("Undated", None, None));
        assert_eq!(world.get::<Project>(undated).start, None);
        assert!(tasks(&world, undated).iter().all(|task| task.due.is_none()));
    }
}

#[test]
fn a_bad_name_makes_nothing() {
    // Z5
    let world = World::new();
    let starter = starters().projects.remove(0);
    let refusal = world.refusal(StarterCommand::Project {
        starter,
        draft: named(" ", None, None),
        stage: Stage::Initiate,
    });
    assert!(refusal.starts_with("Name is empty"), "{refusal}");
}

#[test]
fn the_wizard_begins_with_a_starter_of_the_chosen_kind_only() {
    // Z5
    let starters = starters();
    let route = |to, starter| {
        DecisionCommand::Route(Route {
            description: "xyzzy".to_owned(),
            answers: Answers::default(),
            to,
            overrule_reason: String::new(),
            name: "Ours".to_owned(),
            aim: String::new(),
            owner: None,
            starter,
            setup: Setup::default(),
        })
    };
    let project = Starter::Project(starters.projects[0].clone());
    let process = Starter::Process(starters.processes[0].clone());
    let mut world = World::new();
    world.run(route(Kind::Project, Some(project)));
    assert_eq!(
        world.workspace.all::<Task>().count(),
        starters.projects[0].tasks().count()
    );
    world.run(route(Kind::Process, Some(process.clone())));
    assert_eq!(
        world.workspace.all::<Step>().count(),
        starters.processes[0].steps.len()
    );
    world.run(route(Kind::Project, Some(process)));
    assert_eq!(
        world.workspace.all::<Step>().count(),
        starters.processes[0].steps.len()
    );
}
