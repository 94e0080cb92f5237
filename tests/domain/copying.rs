//! Copies and templates of projects. Rule ids: `src/domain/SPEC.md`, “Projects”.

use domain::command::{
    BudgetCommand, BudgetDraft, CharterCommand, CharterDraft, CommentCommand, CopyDraft,
    LinkCommand, OutlineCommand, ProjectCommand, ProjectDraft, RaidCommand, RaidDraft, TaskCommand,
    TaskField, TeamCommand, TemplateCommand,
};
use domain::id::{CharterId, EstimateId, ProjectId, TaskId};
use domain::lists::List;
use domain::model::{
    Assignment, BudgetLine, Charter, CheckItem, Column, Comment, Constraint, ConstraintKind,
    Deliverable, Estimate, Link, LinkKind, Project, Raid, RaidKind, Stage, Task,
};
use domain::money::Money;
use domain::simulate::Spread;
use domain::time::Day;

use crate::world::{World, day};

/// A project from Monday, 2 March 2026, with a part, a link, and things that have happened.
fn house() -> (World, ProjectId, Vec<TaskId>) {
    let mut world = World::new();
    let ada = world.person("Ada");
    let created = world.run(ProjectCommand::Create {
        draft: ProjectDraft {
            name: "House".to_owned(),
            objective: "It stands".to_owned(),
            start: Some(day("2026-03-02")),
            finish: Some(day("2026-03-20")),
            owner: Some(ada),
        },
        stage: Stage::Execute,
    });
    let project = ProjectId::from_key(created.created.unwrap().key);
    let ids: Vec<TaskId> = ["Ground", "Dig", "Pour"]
        .iter()
        .map(|title| world.task(project, Column::Doing, title))
        .collect();
    for id in &ids[1..] {
        world.run(OutlineCommand::Move {
            id: *id,
            parent: Some(ids[0]),
            before: None,
        });
    }
    world.run(LinkCommand::Create {
        predecessor: ids[1],
        successor: ids[2],
        kind: LinkKind::FinishToStart,
        lag: 2,
    });
    world.run(TaskCommand::Set {
        ids: vec![ids[1]],
        fields: vec![
            TaskField::Assignee(Some(ada)),
            // A Friday: four working days after the start.
            TaskField::Due(Some(day("2026-03-06"))),
            TaskField::Duration(Some(3)),
            TaskField::Percent(Some(40)),
            TaskField::Labels(vec!["Site".to_owned()]),
            TaskField::Checklist(vec![CheckItem {
                text: "Fence".to_owned(),
                done: true,
            }]),
            TaskField::Constraint(Some(Constraint {
                kind: ConstraintKind::StartNoEarlierThan,
                day: Some(day("2026-03-03")),
            })),
        ],
    });
    world.run(TaskCommand::Set {
        ids: vec![ids[2]],
        fields: vec![TaskField::Column(Column::Done)],
    });
    world.run(TeamCommand::Assign {
        task: ids[1],
        person: ada,
        percent: 50,
    });
    world.run(TeamCommand::SetEstimate {
        task: ids[1],
        duration: None,
        cost: Spread {
            low: 100,
            likely: 200,
            high: 300,
            ..Spread::default()
        },
    });
    world.run(CommentCommand::Create {
        task: ids[1],
        text: "Rock".to_owned(),
    });
    world.run(CharterCommand::Edit {
        project,
        draft: CharterDraft {
            scope_in: "The ground".to_owned(),
            sponsor: Some(ada),
            deliverables: vec![Deliverable {
                name: "Plan".to_owned(),
                acceptance: String::new(),
                is_accepted: true,
            }],
            ..CharterDraft::default()
        },
    });
    world.run(BudgetCommand::Create {
        project,
        draft: BudgetDraft {
            category: "Material".to_owned(),
            planned: Money::new(5_000).unwrap(),
            committed: Money::new(900).unwrap(),
            ..BudgetDraft::default()
        },
    });
    for (kind, title) in [(RaidKind::Issue, "Flood"), (RaidKind::Risk, "Rain")] {
        let mut draft = RaidDraft {
            kind,
            title: title.to_owned(),
            ..RaidDraft::default()
        };
        if kind == RaidKind::Risk {
            draft.risk = Some(domain::model::Risk {
                task: Some(ids[1]),
                ..domain::model::Risk::default()
            });
        }
        world.run(RaidCommand::Create { project, draft });
    }
    (world, project, ids)
}

fn copy(world: &mut World, id: ProjectId, draft: CopyDraft) -> (ProjectId, String) {
    let start = world.workspace.clone();
    let plan = world.run(ProjectCommand::Copy { id, draft });
    let undone = {
        let mut workspace = world.workspace.clone();
        workspace.apply(&plan.change.inverse());
        workspace
    };
    assert!(undone == start, "one inverse takes the copy back");
    (ProjectId::from_key(plan.created.unwrap().key), plan.label)
}

fn named(name: &str) -> CopyDraft {
    CopyDraft {
        name: name.to_owned(),
        ..CopyDraft::default()
    }
}

fn tasks(world: &World, project: ProjectId) -> Vec<(TaskId, Task)> {
    let rows = domain::outline::rows(&world.workspace, project);
    let rows = rows.into_iter();
    rows.map(|row| (row.id, world.get(row.id))).collect()
}

#[test]
fn a_copy_has_the_plan_and_nothing_that_has_happened() {
    // J8
    let (mut world, project, _) = house();
    let (made, label) = copy(&mut world, project, named("House 2"));
    assert_eq!(label, "Copied “House” as “House 2”");
    let copied: Project = world.get(made);
    assert_eq!((copied.stage, copied.owner), (Stage::Initiate, None));
    assert_eq!(copied.objective, "It stands");
    let tasks = tasks(&world, made);
    let [(ground, _), (dig, dug), (pour, poured)] = &tasks[..] else {
        panic!("{tasks:?}");
    };
    assert_eq!((dug.parent, poured.parent), (Some(*ground), Some(*ground)));
    assert_eq!(
        (dug.duration, dug.percent, dug.actual_start),
        (Some(3), None, None)
    );
    assert_eq!(
        (dug.column, poured.column, poured.finished_at),
        (Column::Backlog, Column::Backlog, None)
    );
    assert_eq!(
        (dug.assignee, dug.labels.as_slice()),
        (None, &["Site".to_owned()][..])
    );
    assert!(!dug.checklist[0].done);
    let links: Vec<Link> = world
        .workspace
        .list::<Link>(List::Links(made))
        .map(|(_, link)| (**link).clone())
        .collect();
    assert_eq!(
        (links[0].predecessor, links[0].successor, links[0].lag),
        (*dig, *pour, 2)
    );
    assert_eq!(
        world.get::<Estimate>(EstimateId::from(*dig)).cost.likely,
        200
    );
    assert!(world.workspace.lists().is_empty(List::Comments(*dig)));
    assert!(world.workspace.lists().is_empty(List::Assignments(*dig)));
    let charter: Charter = world.get(CharterId::from(made));
    assert_eq!(
        (charter.scope_in.as_str(), charter.sponsor),
        ("The ground", None)
    );
    assert!(!charter.deliverables[0].is_accepted);
    let lines: Vec<_> = world
        .workspace
        .list::<BudgetLine>(List::BudgetLines(made))
        .collect();
    assert_eq!(
        (lines[0].1.planned.units(), lines[0].1.committed.units()),
        (5_000, 0)
    );
    let log: Vec<_> = world.workspace.list::<Raid>(List::Raid(made)).collect();
    assert_eq!(log.len(), 1);
    assert_eq!((log[0].1.title.as_str(), log[0].1.number), ("Rain", 1));
    assert_eq!(log[0].1.risk.as_ref().unwrap().task, Some(*dig));
}

#[test]
fn people_keep_their_places_where_they_are_wanted() {
    // J8
    let (mut world, project, _) = house();
    let draft = CopyDraft {
        with_people: true,
        ..named("House 2")
    };
    let (made, _) = copy(&mut world, project, draft);
    let copied: Project = world.get(made);
    assert!(copied.owner.is_some());
    let (dig, dug) = tasks(&world, made)[1].clone();
    assert_eq!(dug.assignee, copied.owner);
    let parts: Vec<_> = world
        .workspace
        .list::<Assignment>(List::Assignments(dig))
        .collect();
    assert_eq!(parts[0].1.percent, 50);
    assert!(
        world
            .workspace
            .all::<Comment>()
            .all(|(_, comment)| comment.task != dig)
    );
}

#[test]
fn the_days_of_a_copy_move_by_working_days() {
    // J9
    let (mut world, project, _) = house();
    let days = |world: &World, made| {
        let project: Project = world.get(made);
        let task = tasks(world, made)[1].1.clone();
        let constraint = task.constraint.unwrap().day;
        [project.start, project.finish, task.due, constraint]
            .map(|day| day.map(|day: Day| day.to_string()).unwrap_or_default())
    };
    let (as_it_was, _) = copy(&mut world, project, named("Same days"));
    assert_eq!(
        days(&world, as_it_was),
        ["2026-03-02", "2026-03-20", "2026-03-06", "2026-03-03"]
    );
    // From a Wednesday on: a weekend lies between the fourth working day and the fifth.
    let from = CopyDraft {
        start: Some(day("2026-04-01")),
        ..named("From the start")
    };
    let (made, _) = copy(&mut world, project, from);
    assert_eq!(
        days(&world, made),
        ["2026-04-01", "2026-04-21", "2026-04-07", "2026-04-02"]
    );
    let back = CopyDraft {
        finish: Some(day("2026-04-21")),
        ..named("Back from the finish")
    };
    let (made, _) = copy(&mut world, project, back);
    assert_eq!(
        days(&world, made),
        ["2026-04-01", "2026-04-21", "2026-04-07", "2026-04-02"]
    );
    let reversed = ProjectCommand::Copy {
        id: project,
        draft: CopyDraft {
            start: Some(day("2026-04-01")),
            finish: Some(day("2026-03-01")),
            ..named("Reversed")
        },
    };
    assert!(world.refusal(reversed).contains("Choose a later finish"));
    assert!(
        world
            .refusal(ProjectCommand::Copy {
                id: project,
                draft: named(" ")
            })
            .starts_with("Name is empty")
    );
}

#[test]
fn a_template_is_on_no_board_and_projects_start_from_it() {
    // J10
    let (mut world, project, _) = house();
    let draft = CopyDraft {
        is_template: true,
        with_people: true,
        ..named("How we build")
    };
    let (template, label) = copy(&mut world, project, draft);
    assert_eq!(label, "Saved “How we build” as a template");
    assert_eq!(world.workspace.ids::<Project>(List::Projects), [project]);
    assert!(
        world
            .workspace
            .lists()
            .is_empty(List::ProjectsIn(Stage::Initiate))
    );
    assert_eq!(
        world.workspace.ids::<Project>(List::ProjectTemplates),
        [template]
    );
    world.set(
        tasks(&world, template)[1].0,
        TaskField::Due(Some(day("2026-01-05"))),
    );
    let mut without = world.workspace.clone();
    let delete = world.plan(ProjectCommand::Delete { id: template }).unwrap();
    without.apply(&delete.change);
    let (today, now) = (world.today(), world.now());
    let load = |ws| domain::load::load(ws, today, today, 4).unwrap();
    assert_eq!(load(&world.workspace), load(&without));
    let overview = |ws| domain::overview::overview(ws, today, now);
    assert_eq!(overview(&world.workspace), overview(&without));
    let (made, label) = copy(&mut world, template, named("House 3"));
    assert_eq!(label, "Started “House 3” from “How we build”");
    assert_eq!(
        world
            .workspace
            .ids::<Project>(List::ProjectsIn(Stage::Initiate)),
        [made]
    );
    assert_eq!(tasks(&world, made).len(), 3);
}

#[test]
fn a_template_forgets_a_process_that_is_deleted() {
    // J10: as any other project that the process was named by.
    let (mut world, project, _) = house();
    let process = world.template("Order material");
    world.run(ProjectCommand::Relate {
        id: project,
        shape: None,
        through: vec![process],
    });
    let draft = CopyDraft {
        is_template: true,
        ..named("How we build")
    };
    let (template, _) = copy(&mut world, project, draft);
    world.run(TemplateCommand::Delete { id: process });
    assert!(world.get::<Project>(template).through.is_empty());
}

#[test]
fn a_plan_of_durations_and_links_is_counted_back_from_the_finish() {
    // J9: nothing names its last day, so that follows from the plan as it would go undisturbed.
    for start in [Some("2026-03-02"), None] {
        let mut world = World::new();
        let project = match start {
            Some(start) => world.project_from("House", start),
            None => world.project("House"),
        };
        let dig = world.task(project, Column::Ready, "Dig");
        let pour = world.task(project, Column::Ready, "Pour");
        world.set(dig, TaskField::Duration(Some(3)));
        world.set(pour, TaskField::Duration(Some(2)));
        world.run(LinkCommand::Create {
            predecessor: dig,
            successor: pour,
            kind: LinkKind::FinishToStart,
            lag: 0,
        });
        // A Friday, at the end of a whole week of work.
        let draft = CopyDraft {
            finish: Some(day("2026-04-10")),
            ..named("House 2")
        };
        let (made, _) = copy(&mut world, project, draft);
        assert_eq!(world.get::<Project>(made).start, Some(day("2026-04-06")));
    }
}
