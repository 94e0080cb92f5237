//! Charter, gates, log, budget, time, baselines, assignments, estimates and lessons.

use domain::command::{
    CharterCommand, CharterDraft, EntryCommand, GateCommand, KeepingCommand, LessonDraft,
    PersonCommand, ProjectCommand, RaidCommand, RaidDraft, TaskCommand, TaskDraft, TeamCommand,
};
use domain::id::{CharterId, EstimateId, GateId, ProjectId, RaidId};
use domain::lists::List;
use domain::model::{
    Assignment, Baseline, Charter, Column, Criterion, Deliverable, Estimate, Gate, Project, Raid,
    RaidKind, Risk, Severity, Stage, Standing, Verdict,
};
use domain::simulate::Spread;

use crate::project_money::{euros, paid, time};
use crate::world::{World, day};

fn risk(title: &str) -> RaidDraft {
    RaidDraft {
        kind: RaidKind::Risk,
        title: title.to_owned(),
        risk: Some(Risk {
            probability: 4,
            impact: 5,
            ..Risk::default()
        }),
        ..RaidDraft::default()
    }
}

fn gate(world: &mut World, project: ProjectId) -> GateId {
    GateId::from_key(
        world
            .run(GateCommand::Open { project })
            .created
            .unwrap()
            .key,
    )
}

// P15: what is written is kept, what has no text is left out.
#[test]
fn a_charter_keeps_what_is_written() {
    let mut world = World::new();
    let project = world.project("Move");
    let sponsor = world.person("Ada");
    assert!(
        world
            .workspace
            .get::<Charter>(CharterId::from(project))
            .is_none()
    );
    let criterion = |text: &str| Criterion {
        text: text.to_owned(),
        is_met: false,
    };
    let draft = CharterDraft {
        scope_in: "  Desks ".to_owned(),
        criteria: vec![criterion("All 40 desks stand"), criterion("  ")],
        deliverables: vec![Deliverable {
            name: "Floor plan".to_owned(),
            ..Deliverable::default()
        }],
        sponsor: Some(sponsor),
        ..CharterDraft::default()
    };
    world.run(CharterCommand::Edit {
        project,
        draft: draft.clone(),
    });
    let charter = world.get::<Charter>(project.into());
    assert_eq!(
        (charter.scope_in.as_str(), charter.criteria.len()),
        ("Desks", 1)
    );
    world.run(CharterCommand::Meet {
        project,
        at: 0,
        is_met: true,
    });
    world.run(CharterCommand::Accept {
        project,
        at: 0,
        is_accepted: true,
    });
    assert!(world.get::<Charter>(project.into()).deliverables[0].is_accepted);
    let beyond = CharterCommand::Meet {
        project,
        at: 9,
        is_met: true,
    };
    assert!(world.refusal(beyond).contains("not there any more"));
    let judged = |reason: &str| CharterCommand::Judge {
        project,
        judgement: Some((Standing::OnTrack, reason.to_owned())),
    };
    assert!(world.refusal(judged(" ")).starts_with("Say why"));
    world.run(judged("The landlord has agreed to wait."));
    world.run(CharterCommand::Judge {
        project,
        judgement: None,
    });
    assert_eq!(world.get::<Charter>(project.into()).judgement, None);
}

// P16: go moves the project on; everything else needs a reason.
#[test]
fn a_gate_lets_a_project_go_on() {
    let mut world = World::new();
    let project = world.project("Move");
    let id = gate(&mut world, project);
    assert_eq!(world.get::<Gate>(id).to, Stage::Plan);
    assert!(
        world
            .refusal(GateCommand::Open { project })
            .contains("open already")
    );
    let decide = |verdict, reason: &str| GateCommand::Decide {
        id,
        verdict,
        by: "Ada".to_owned(),
        reason: reason.to_owned(),
    };
    assert!(
        world
            .refusal(decide(Verdict::Go, ""))
            .starts_with("Say why")
    );
    assert!(
        world
            .refusal(decide(Verdict::Hold, ""))
            .starts_with("Say why")
    );
    for at in 0..world.get::<Gate>(id).checks.len() {
        world.run(GateCommand::Check {
            id,
            at,
            is_met: true,
        });
    }
    world.run(decide(Verdict::Go, ""));
    assert_eq!(world.get::<Project>(project).stage, Stage::Plan);
    assert!(
        world
            .refusal(decide(Verdict::Stop, "x"))
            .contains("decided already")
    );
    let next = gate(&mut world, project);
    assert_eq!(world.get::<Gate>(next).to, Stage::Execute);
    world.run(GateCommand::Decide {
        id: next,
        verdict: Verdict::Hold,
        by: "Ada".to_owned(),
        reason: "No budget yet".to_owned(),
    });
    assert_eq!(world.get::<Project>(project).stage, Stage::Plan);
    world.run(ProjectCommand::Move {
        id: project,
        stage: Stage::Done,
        before: None,
    });
    assert!(
        world
            .refusal(GateCommand::Open { project })
            .contains("no gate")
    );
}

// P17: one press, and the issue knows its risk.
#[test]
fn a_risk_becomes_an_issue_in_one_press() {
    let mut world = World::new();
    let project = world.project("Move");
    let created = world.run(RaidCommand::Create {
        project,
        draft: risk("The lift fails"),
    });
    let id = RaidId::from_key(created.created.unwrap().key);
    let raid = world.get::<Raid>(id);
    let weighed = raid.risk.unwrap();
    assert_eq!((weighed.score(), weighed.residual_score()), (20, None));
    assert_eq!(Severity::of(20), Severity::High);
    let created = world.run(RaidCommand::BecomeIssue { id });
    let issue = world.get::<Raid>(RaidId::from_key(created.created.unwrap().key));
    assert_eq!(
        (issue.kind, issue.came_from, issue.number),
        (RaidKind::Issue, Some(id), 2)
    );
    assert!(issue.risk.is_none() && world.get::<Raid>(id).closed_at.is_some());
    world.run(RaidCommand::Delete { id });
}

// P17: the scale is 1 to 5; a task of another project is refused.
#[test]
fn a_risk_keeps_to_the_scale() {
    let mut world = World::new();
    let (project, other) = (world.project("Move"), world.project("Other"));
    let task = world.task(other, Column::Ready, "Pack");
    let refused = |world: &World, change: &dyn Fn(&mut Risk)| {
        let mut draft = risk("x");
        change(draft.risk.as_mut().unwrap());
        world.refusal(RaidCommand::Create { project, draft })
    };
    assert_eq!(
        refused(&world, &|r| r.probability = 0),
        "Probability goes from 1 to 5."
    );
    assert_eq!(
        refused(&world, &|r| r.residual_impact = Some(6)),
        "Impact after goes from 1 to 5."
    );
    assert!(refused(&world, &|r| r.chance = Some(10_001)).contains("0 to 100"));
    assert!(refused(&world, &|r| r.task = Some(task)).contains("another project"));
    assert!(refused(&world, &|r| r.cost = euros(-1)).contains("negative"));
    let backwards = Spread {
        low: 5,
        likely: 1,
        high: 9,
        ..Spread::default()
    };
    assert!(refused(&world, &|r| r.delay = backwards).contains("out of order"));
}

// P20: a baseline stays as it was taken.
#[test]
fn a_baseline_does_not_move_with_the_plan() {
    let mut world = World::new();
    let project = world.project("Move");
    let take = || KeepingCommand::TakeBaseline {
        project,
        name: "As agreed".to_owned(),
    };
    assert!(world.refusal(take()).contains("no tasks yet"));
    let task = world.task(project, Column::Ready, "Pack");
    let due = |day_text: &str| TaskDraft {
        due: Some(day(day_text)),
        ..TaskDraft::titled("Pack")
    };
    world.run(TaskCommand::Edit {
        id: task,
        draft: due("2026-03-20"),
    });
    world.run(take());
    let kept = |world: &World| {
        world
            .workspace
            .list::<Baseline>(List::Baselines(project))
            .next()
            .unwrap()
            .1
            .clone()
    };
    let before = kept(&world);
    assert_eq!(before.lines.len(), 1);
    world.run(TaskCommand::Edit {
        id: task,
        draft: due("2026-04-20"),
    });
    assert_eq!(kept(&world), before);
}

// P22: one part each, from 1 to 100; estimates in order.
#[test]
fn people_have_one_part_in_a_task() {
    let mut world = World::new();
    let project = world.project("Move");
    let (task, ada) = (
        world.task(project, Column::Ready, "Pack"),
        world.person("Ada"),
    );
    let assign = |percent| TeamCommand::Assign {
        task,
        person: ada,
        percent,
    };
    world.run(assign(50));
    world.run(assign(80));
    let parts: Vec<u8> = world
        .workspace
        .list::<Assignment>(List::Assignments(task))
        .map(|(_, part)| part.percent)
        .collect();
    assert_eq!(parts, [80]);
    assert!(world.refusal(assign(101)).contains("0 to 100"));
    world.run(assign(0));
    assert!(world.workspace.lists().is_empty(List::Assignments(task)));
    let estimate = |low, likely, high| TeamCommand::SetEstimate {
        task,
        duration: Some(Spread {
            low,
            likely,
            high,
            ..Spread::default()
        }),
        cost: Spread::default(),
    };
    assert!(world.refusal(estimate(3, 2, 9)).contains("out of order"));
    assert!(world.refusal(estimate(3, 20, 99_999)).contains("10000"));
    world.run(estimate(2, 3, 9));
    assert!(
        world
            .workspace
            .get::<Estimate>(EstimateId::from(task))
            .is_some()
    );
    world.run(TeamCommand::SetEstimate {
        task,
        duration: None,
        cost: Spread::default(),
    });
    assert!(
        world
            .workspace
            .get::<Estimate>(EstimateId::from(task))
            .is_none()
    );
}

// P23: all goes with its project and comes back.
#[test]
fn what_is_a_projects_goes_with_it() {
    let mut world = World::new();
    let project = world.project("Move");
    let ada = paid(&mut world, "Ada", 60);
    let task = world.task(project, Column::Ready, "Pack");
    world.run(RaidCommand::Create {
        project,
        draft: RaidDraft {
            owner: Some(ada),
            ..risk("x")
        },
    });
    world.run(CharterCommand::Edit {
        project,
        draft: CharterDraft {
            sponsor: Some(ada),
            ..CharterDraft::default()
        },
    });
    world.run(TeamCommand::Assign {
        task,
        person: ada,
        percent: 50,
    });
    world.run(EntryCommand::Create {
        project,
        draft: time(60, Some(ada)),
    });
    let draft = LessonDraft {
        text: "Pack early".to_owned(),
        owner: Some(ada),
        ..LessonDraft::default()
    };
    world.run(TeamCommand::AddLesson { project, draft });
    gate(&mut world, project);
    let before = world.workspace.clone();
    let without_her = world.run(PersonCommand::Delete { id: ada });
    assert_eq!(world.get::<Charter>(project.into()).sponsor, None);
    world.apply(&without_her.change.inverse());
    assert_eq!(world.workspace, before);
    let without_it = world.run(ProjectCommand::Delete { id: project });
    assert_eq!(world.workspace.n_records(), 1);
    world.apply(&without_it.change.inverse());
    assert_eq!(world.workspace, before);
}
