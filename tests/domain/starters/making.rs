//! What becomes of a starter: a project or a process, in one change.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::classify::{Answers, Kind};
use domain::command::{DecisionCommand, ProjectDraft, Route, Setup, StarterCommand, TemplateDraft};
use domain::flow::expr;
use domain::flow::graph::{Graph, Place, Way};
use domain::id::{CharterId, ProjectId, TemplateId};
use domain::lists::List;
use domain::model::{
    Charter, FormField, Gate, Link, Next, Project, Raid, Stage, Step, Task, TaskKind, Template,
};
use domain::starters::plan::length;
use domain::starters::{ProcessStarter, ProjectStarter, Starter};
use domain::time::Day;

use super::processes::ways;
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

/// The tasks of a project, those that are phases left out.
fn tasks(world: &World, id: ProjectId) -> Vec<Task> {
    let ids = world.workspace.ids::<Task>(List::Tasks(id));
    let tasks = ids.into_iter().map(|id| world.get::<Task>(id));
    tasks.filter(|task| task.parent.is_some()).collect()
}

/// That charter, risks and gate are those of the starter.
fn assert_chartered(world: &World, id: ProjectId, starter: &ProjectStarter) {
    let charter = world.get::<Charter>(CharterId::from(id));
    let from = &starter.charter;
    let criteria = charter.criteria.iter().map(|one| one.text.clone());
    assert_eq!(criteria.collect::<Vec<_>>(), from.success);
    let accepted = charter.deliverables.iter().map(|one| &one.acceptance);
    let expected = from.deliverables.iter().map(|one| &one.accepted_when);
    assert_eq!(accepted.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    assert_eq!(charter.scope_in, from.in_scope.join("\n"));
    assert_eq!(charter.scope_out, from.out_of_scope.join("\n"));
    assert_eq!(charter.constraints, from.constraints.join("\n"));
    assert_eq!(charter.stakeholders, from.stakeholders.join("\n"));
    let log = world.workspace.ids::<Raid>(List::Raid(id));
    assert_eq!(log.len(), starter.risks.len());
    for ((entry, risk), number) in log.into_iter().zip(&starter.risks).zip(1..) {
        let entry = world.get::<Raid>(entry);
        let made = entry.risk.unwrap();
        assert_eq!((entry.number, entry.title), (number, risk.title.clone()));
        assert_eq!(
            (made.probability, made.impact, made.response, made.plan),
            (
                risk.probability,
                risk.impact,
                risk.response,
                risk.action.clone()
            )
        );
    }
    let gates = world.workspace.ids::<Gate>(List::Gates(id));
    let conditions = gates
        .into_iter()
        .flat_map(|id| world.get::<Gate>(id).checks);
    let conditions: Vec<String> = conditions.map(|check| check.text).collect();
    assert_eq!(conditions, starter.phases[0].gate);
}

/// That phases, durations, milestones, checklists and links are those of the starter.
fn assert_planned(world: &World, id: ProjectId, starter: &ProjectStarter) {
    let top = world.workspace.ids::<Task>(List::Outline(id, None));
    let phases: Vec<String> = top.iter().map(|id| world.get::<Task>(*id).title).collect();
    let expected: Vec<String> = starter
        .phases
        .iter()
        .map(|phase| phase.name.clone())
        .collect();
    assert_eq!(phases, expected);
    for (made, phase) in top.iter().zip(&starter.phases) {
        let parts = world.workspace.ids::<Task>(List::Outline(id, Some(*made)));
        assert_eq!(parts.len(), phase.tasks.len());
        let conditions = world.get::<Task>(*made).checklist;
        let conditions = conditions.into_iter().map(|tick| tick.text);
        let is_first = phase.name == starter.phases[0].name;
        let expected = if is_first { &[] } else { phase.gate.as_slice() };
        assert_eq!(conditions.collect::<Vec<_>>(), expected);
        for (part, task) in parts.iter().zip(&phase.tasks) {
            let part = world.get::<Task>(*part);
            assert_eq!(part.title, task.title);
            assert_eq!(part.duration.unwrap_or(0), task.days);
            assert_eq!(part.kind == TaskKind::Milestone, task.days == 0);
            assert_eq!(part.checklist.len(), task.checklist.len());
            assert!(part.notes.ends_with(&format!("Done by: {}", task.role)));
        }
    }
    let n_links: usize = starter.tasks().map(|task| task.after.len()).sum();
    assert_eq!(world.workspace.all::<Link>().count(), n_links);
}

#[test]
fn every_project_starter_becomes_a_project_in_one_change() {
    // Z5, Z9
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
        assert_planned(&world, id, &starter);
        assert_chartered(&world, id, &starter);
        world.apply(&plan.change.inverse());
        assert_eq!(world.workspace.n_records(), 0);
    }
}

/// That sheet, forms, checklists and ways are those of the starter.
fn assert_documented(world: &World, id: TemplateId, starter: &ProcessStarter) {
    let name = &starter.about.name;
    let sheet = world.get::<Template>(id).sheet;
    assert_eq!(sheet.run_name, starter.sheet.run_name);
    assert_eq!(sheet.run_minutes, Some(starter.sheet.run_minutes));
    for text in starter.sheet.measures.iter().map(|measure| &measure.target) {
        assert!(sheet.goal.contains(text), "{name}: {text}");
    }
    let steps = world.workspace.draft_steps(id);
    let graph = Graph::new(&steps);
    let fields: BTreeMap<&str, &FormField> = steps
        .iter()
        .flat_map(|step| &step.work.fields)
        .map(|field| (field.key.as_str(), field))
        .collect();
    let expected = ways(starter);
    for (idx, (made, step)) in steps.iter().zip(&starter.steps).enumerate() {
        let place = format!("{name}, {}", step.title);
        assert_eq!(made.work.fields, step.fields, "{place}");
        assert_eq!(made.work.checklist, step.checklist, "{place}");
        assert_eq!(made.work.minutes, Some(step.target_minutes), "{place}");
        let mut found: BTreeSet<usize> = BTreeSet::new();
        for edge in graph
            .edges(idx)
            .into_iter()
            .filter(|edge| edge.way != Way::Rejected)
        {
            found.insert(match edge.to {
                Place::Step(to) => to,
                Place::End => steps.len(),
            });
        }
        let group = |idx: usize| {
            starter
                .steps
                .get(idx)
                .and_then(|step| step.side_by_side.as_ref())
        };
        if let (None, Some(_)) = (group(idx), group(idx + 1)) {
            // Into every step that runs side by side.
            let heads = (idx + 1..).take_while(|at| group(*at) == group(idx + 1));
            assert_eq!(
                found.into_iter().filter(|to| *to > idx).collect::<Vec<_>>(),
                heads.collect::<Vec<_>>(),
                "{place}"
            );
        } else if group(idx).is_some() {
            let join = (idx..).find(|at| group(*at) != group(idx));
            assert_eq!(found, join.into_iter().collect(), "{place}");
        } else {
            assert_eq!(found, expected[idx], "{place}");
        }
        if let Next::Choose { branches, .. } = &made.work.next {
            for branch in branches {
                let read = expr::parse(&branch.when).unwrap();
                assert_eq!(expr::check(&read, &fields), Vec::<String>::new(), "{place}");
            }
        }
    }
}

#[test]
fn a_condition_says_what_the_branch_says() {
    // Z5
    let starter = starters()
        .processes
        .into_iter()
        .find(|starter| starter.about.id == "office-supplies")
        .unwrap();
    let mut world = World::new();
    let plan = world.run(StarterCommand::Process {
        starter,
        draft: TemplateDraft {
            name: "Ours".to_owned(),
            ..TemplateDraft::default()
        },
    });
    let id = TemplateId::from_key(plan.created.unwrap().key);
    let steps = world.workspace.draft_steps(id);
    let Next::Choose { branches, .. } = &steps[2].work.next else {
        panic!("the order may need an approval");
    };
    let conditions: Vec<&str> = branches.iter().map(|branch| branch.when.as_str()).collect();
    assert_eq!(conditions, ["unusual", "total < 250"]);
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
        assert_documented(&world, id, &starter);
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
    let project = &starters.projects[0];
    assert_eq!(
        world.workspace.all::<Task>().count(),
        project.phases.len() + project.tasks().count()
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
