//! Kept decisions. Rule ids: `src/domain/SPEC.md`, "Kept decisions".

use domain::classify::{Answer, Answers, Kind, QUESTION_SET, Question};
use domain::command::{DecisionCommand, ProjectCommand, Route, Setup, TemplateCommand};
use domain::id::{DecisionId, ProjectId, TemplateId};
use domain::model::{Decision, Outcome, Project, Stage, Template};

use crate::world::World;

/// Work that is clearly a project, on its way to one of the boards.
fn route(to: Kind, overrule_reason: &str) -> Route {
    let answers: Answers = Question::SCORED
        .into_iter()
        .map(|question| (question, Answer::Line))
        .collect();
    Route {
        description: "Build a shed by May".to_owned(),
        answers,
        to,
        overrule_reason: overrule_reason.to_owned(),
        name: "Shed".to_owned(),
        aim: "A dry place for bicycles".to_owned(),
        owner: None,
        starter: None,
        setup: Setup::default(),
    }
}

fn only(world: &World) -> (DecisionId, Decision) {
    let (id, decision) = world.workspace.all::<Decision>().next().unwrap();
    (id, (**decision).clone())
}

#[test]
fn a_decision_and_its_work_are_made_together_and_know_each_other() {
    // V1
    let mut world = World::new();
    let plan = world.run(DecisionCommand::Route(route(Kind::Project, "ignored")));
    assert_eq!(plan.label, "Put “Shed” on the project board");
    let project_id = ProjectId::from_key(plan.created.unwrap().key);
    let project: Project = world.get(project_id);
    let (id, decision) = only(&world);
    assert_eq!(
        (project.stage, project.decision),
        (Stage::Initiate, Some(id))
    );
    assert_eq!(project.objective, "A dry place for bicycles");
    assert_eq!(decision.outcome, Some(Outcome::Project(project_id)));
    assert_eq!(
        (decision.verdict, decision.chosen()),
        (Kind::Project, Kind::Project)
    );
    assert_eq!(
        (decision.overrule, decision.question_set),
        (None, QUESTION_SET)
    );
    assert!(decision.point > 9_000 && decision.confidence > 9_000);
    world.apply(&plan.change.inverse());
    assert_eq!(world.workspace.n_records(), 0);
}

#[test]
fn going_against_the_verdict_needs_a_reason() {
    // V2
    let mut world = World::new();
    for reason in ["", "  \n "] {
        assert_eq!(
            world.refusal(DecisionCommand::Route(route(Kind::Process, reason))),
            "Say in a few words why you decide against the verdict. The reason is kept with the decision."
        );
    }
    let reason = "We build ten a year";
    let plan = world.run(DecisionCommand::Route(route(Kind::Process, reason)));
    let template_id = TemplateId::from_key(plan.created.unwrap().key);
    let (id, decision) = only(&world);
    assert_eq!(world.get::<Template>(template_id).decision, Some(id));
    assert_eq!(
        (decision.verdict, decision.chosen()),
        (Kind::Project, Kind::Process)
    );
    assert_eq!(decision.overrule.unwrap().reason, reason);
}

#[test]
fn a_decision_needs_a_description_and_its_work_a_name() {
    // V1
    let world = World::new();
    let undescribed = Route {
        description: " ".to_owned(),
        ..route(Kind::Project, "")
    };
    assert_eq!(
        world.refusal(DecisionCommand::Route(undescribed)),
        "Description is empty. Give it a few words."
    );
    let unnamed = Route {
        name: String::new(),
        ..route(Kind::Project, "")
    };
    assert_eq!(
        world.refusal(DecisionCommand::Route(unnamed)),
        "Name is empty. Give it a few words."
    );
}

#[test]
fn deleting_a_decision_leaves_its_work() {
    // V3
    let mut world = World::new();
    world.run(DecisionCommand::Route(route(Kind::Project, "")));
    let (id, _) = only(&world);
    world.run(DecisionCommand::Delete { id });
    let projects: Vec<_> = world
        .workspace
        .all::<Project>()
        .map(|(_, record)| record)
        .collect();
    assert_eq!((projects.len(), projects[0].decision), (1, None));
    assert_eq!(
        world.refusal(DecisionCommand::Delete { id }),
        "This decision is not there any more. It may have been deleted in another tab."
    );
}

#[test]
fn deleting_the_work_keeps_the_decision() {
    // V3
    let mut world = World::new();
    let line = world.run(DecisionCommand::Route(route(Kind::Project, "")));
    let round = world.run(DecisionCommand::Route(route(Kind::Process, "Often")));
    let before = world.workspace.clone();
    let project = ProjectId::from_key(line.created.unwrap().key);
    let template = TemplateId::from_key(round.created.unwrap().key);
    let first = world.run(ProjectCommand::Delete { id: project });
    let second = world.run(TemplateCommand::Delete { id: template });
    assert_eq!(world.workspace.all::<Decision>().count(), 2);
    assert!(
        world
            .workspace
            .all::<Decision>()
            .map(|(_, record)| record)
            .all(|d| d.outcome.is_none())
    );
    world.apply(&first.change.then(&second.change).inverse());
    assert!(world.workspace == before);
}
