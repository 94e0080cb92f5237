//! Kept decisions. Rule ids: `src/domain/SPEC.md`, "Kept decisions".

use domain::classify::{Answer, Answers, Kind, QUESTION_SET, Question, Shape, Weights};
use domain::command::{
    ConvertCommand, DecisionCommand, Original, ProjectCommand, Route, SettingsCommand,
    SettingsDraft, Setup, TemplateCommand, decision,
};
use domain::id::{DecisionId, ProjectId, TemplateId};
use domain::lists::List;
use domain::model::{Column, Decision, Outcome, Project, Stage, Template};

use crate::world::World;

/// Work that is clearly a project, on its way to one of the boards.
pub(crate) fn route(to: Kind, overrule_reason: &str) -> Route {
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

#[test]
fn a_decision_keeps_its_reasons_and_what_the_words_suggested() {
    // V4
    let mut world = World::new();
    let mut described = route(Kind::Process, "");
    described.description = "Every day we check the machines".to_owned();
    described.answers = Answers::default().with(Question::End, Answer::Loop);
    world.run(DecisionCommand::Route(described));
    let (_, decision) = only(&world);
    let reasons: Vec<_> = decision
        .reasons
        .iter()
        .map(|reason| (reason.about.as_str(), reason.weight.signum()))
        .collect();
    assert!(reasons.contains(&("Timeline", -1)) && reasons.contains(&("Your words", -1)));
    assert_eq!(
        decision.suggested.get(Question::Repetition),
        Some(Answer::Loop)
    );
    assert_eq!(decision.suggested.get(Question::End), None);
}

#[test]
fn the_words_that_are_quoted_pull_the_way_that_is_shown() {
    // V4
    let mut described = route(Kind::Project, "");
    described.description = "Every quarter we organise a customer event with new speakers, it should take a fixed budget and end with a report".to_owned();
    let suggestion = domain::classify::suggest(&described.description);
    for question in Question::SCORED {
        for answer in [Answer::Loop, Answer::Line] {
            let mut asked = described.clone();
            asked.answers = Answers::default().with(question, answer);
            let verdict = domain::classify::decide(&asked.answers, &suggestion);
            let reasons =
                decision::reasons(&verdict, &asked.description, &suggestion, &asked.answers);
            for reason in reasons.iter().filter(|reason| reason.about == "Your words") {
                let counted = suggestion.counted(&asked.answers);
                let quoted: Vec<_> = counted
                    .filter(|cue| {
                        let words = asked.description.get(cue.start..cue.end).unwrap();
                        reason.answer.contains(&format!("“{words}”"))
                    })
                    .collect();
                assert!(!quoted.is_empty(), "{reason:?}");
                for cue in quoted {
                    assert_eq!(cue.toward.signed(1), reason.weight.signum(), "{cue:?}");
                    assert!(cue.question != Some(question), "{cue:?}");
                }
            }
        }
    }
}

#[test]
fn a_hybrid_is_set_up_as_one() {
    // V5
    let mut world = World::new();
    let known = world.template("Purchasing");
    let mut hybrid = route(Kind::Project, "");
    hybrid
        .answers
        .set(Question::PartsThroughProcess, Answer::Yes);
    hybrid.setup.through = vec![known, known, TemplateId::from_key(77)];
    let made = world.run(DecisionCommand::Route(hybrid));
    let id = ProjectId::from_key(made.created.unwrap().key);
    let project: Project = world.get(id);
    assert_eq!(project.shape, Some(Shape::RunsThroughProcesses));
    assert_eq!(project.through, [known]);
    assert_eq!(
        world.workspace.ids::<Project>(List::ProjectsThrough(known)),
        [id]
    );
    world.run(TemplateCommand::Delete { id: known });
    assert_eq!(world.get::<Project>(id).through, []);

    let mut case = route(Kind::Process, "");
    case.description = "Find out why".to_owned();
    case.answers = Question::SCORED
        .map(|question| (question, Answer::Loop))
        .into_iter()
        .collect();
    case.answers.set(Question::KnownSteps, Answer::Line);
    let made = world.run(DecisionCommand::Route(case));
    let template: Template = world.get(TemplateId::from_key(made.created.unwrap().key));
    assert!(template.flexible);
}

#[test]
fn a_project_like_an_earlier_one_begins_with_its_tasks() {
    // V6
    let mut world = World::new();
    let earlier = world.project("Launch in March");
    world.task(earlier, Column::Done, "Invite");
    world.task(earlier, Column::Backlog, "Thank");
    let mut again = route(Kind::Project, "");
    again.setup.like = Some(earlier);
    let made = world.run(DecisionCommand::Route(again));
    let id = ProjectId::from_key(made.created.unwrap().key);
    assert_eq!(world.column(id, Column::Backlog), ["Invite", "Thank"]);
    assert_eq!(world.column(earlier, Column::Done), ["Invite"]);
}

#[test]
fn answering_anew_keeps_both_decisions() {
    // V7
    let mut world = World::new();
    let made = world.run(DecisionCommand::Route(route(Kind::Project, "")));
    let project = ProjectId::from_key(made.created.unwrap().key);
    let (first, before) = only(&world);
    let revise = |id, to, reason: &str| DecisionCommand::Revise {
        id,
        description: before.description.clone(),
        answers: before.answers.with(Question::Repetition, Answer::Loop),
        to,
        overrule_reason: reason.to_owned(),
    };
    let second = world.run(revise(first, Kind::Project, ""));
    let second = DecisionId::from_key(second.created.unwrap().key);
    let third = world.run(revise(second, Kind::Process, "It comes back"));
    let third = DecisionId::from_key(third.created.unwrap().key);
    assert_eq!(world.get::<Project>(project).decision, Some(third));
    let latest: Decision = world.get(third);
    assert_eq!(latest.outcome, Some(Outcome::Project(project)));
    assert_eq!(
        (latest.revises, latest.chosen()),
        (Some(second), Kind::Process)
    );
    assert_eq!(world.get::<Decision>(first).outcome, None);
    assert_ne!(world.get::<Decision>(first).answers, latest.answers);
    world.run(DecisionCommand::Delete { id: second });
    assert_eq!(world.get::<Decision>(third).revises, Some(first));
}

#[test]
fn a_decision_follows_its_work_into_the_other_kind() {
    // V25
    let mut world = World::new();
    let made = world.run(DecisionCommand::Route(route(Kind::Project, "")));
    let (decision, _) = only(&world);
    let made = world.run(ConvertCommand::ToProcess {
        id: ProjectId::from_key(made.created.unwrap().key),
        original: Original::Remove,
        first_run: false,
    });
    let template = TemplateId::from_key(made.created.unwrap().key);
    assert_eq!(
        world.get::<Decision>(decision).outcome,
        Some(Outcome::Template(template))
    );
    assert_eq!(world.get::<Template>(template).decision, Some(decision));
}

#[test]
fn overrules_move_the_weights_only_where_the_settings_say_so() {
    // W31
    let mut world = World::new();
    for _ in 0..3 {
        world.run(DecisionCommand::Route(route(
            Kind::Process,
            "We build ten a year",
        )));
    }
    assert_eq!(decision::weights(&world.workspace), Weights::default());
    let draft = SettingsDraft {
        learns_from_overrules: true,
        ..SettingsDraft::of(&world.workspace.settings())
    };
    world.run(SettingsCommand::Edit { draft });
    let weights = decision::weights(&world.workspace);
    assert_eq!(
        (
            weights.of(Question::Repetition),
            weights.of(Question::Stakeholders)
        ),
        (17, 4)
    );
    let ids: Vec<_> = world
        .workspace
        .all::<Decision>()
        .map(|(id, _)| id)
        .collect();
    for id in ids {
        world.run(DecisionCommand::Delete { id });
    }
    assert_eq!(decision::weights(&world.workspace), Weights::default());
}
