//! The sample workspace. Rule ids: `src/domain/SPEC.md`, "Sample workspace".

mod processes;

use domain::charter_gaps::missing_before_start;
use domain::command::{
    ArchiveCommand, CharterCommand, CharterDraft, Ctx, ProjectCommand, ProjectDraft, SampleCommand,
    TaskCommand, TaskDraft, TeamCommand,
};
use domain::id::{PersonId, ProjectId};
use domain::lists::List;
use domain::model::{
    Charter, Column, Decision, Outcome, Person, Project, Run, Stage, Step, Task, Template,
};
use domain::plan_figures::figures;
use domain::plan_network::remaining;
use domain::text;

use crate::world::{World, with_records};

fn loaded() -> World {
    let mut world = World::new();
    world.run(SampleCommand::Load);
    world
}

#[test]
fn the_sample_loads_whole_and_leaves_nothing_behind() {
    // E1, E2
    let mut world = loaded();
    assert!(world.workspace.has_sample());
    assert_eq!(
        world.refusal(SampleCommand::Load),
        "The sample workspace is already loaded."
    );
    let plan = world.run(SampleCommand::Remove);
    assert_eq!(world.workspace.n_records(), 0);
    assert!(!world.workspace.has_sample());
    assert_eq!(
        world.refusal(SampleCommand::Remove),
        "There is no sample workspace to remove."
    );
    world.apply(&plan.change.inverse());
    assert!(world.workspace.has_sample());
}

#[test]
fn own_work_stays_and_so_do_the_people_who_do_it() {
    // E2
    let mut world = loaded();
    let sample = world.workspace.ids::<Person>(List::People);
    let (owner, helper) = (sample[0], sample[1]);
    let mine = world.project("My own");
    let draft = ProjectDraft {
        owner: Some(owner),
        ..ProjectDraft::of(&world.get(mine))
    };
    world.run(ProjectCommand::Edit { id: mine, draft });
    let task = world.task(mine, Column::Ready, "Mine");
    let draft = TaskDraft {
        assignee: Some(helper),
        ..TaskDraft::titled("Mine")
    };
    world.run(TaskCommand::Edit { id: task, draft });
    let foreign = world
        .workspace
        .ids::<Project>(List::ProjectsIn(Stage::Execute))[0];
    world.task(foreign, Column::Ready, "Tried out");

    world.run(SampleCommand::Remove);
    let left: Vec<PersonId> = world.workspace.ids::<Person>(List::People);
    assert_eq!(left, [owner, helper]);
    assert!(
        world
            .workspace
            .all::<Person>()
            .map(|(_, record)| record)
            .all(|person| !person.sample)
    );
    assert_eq!(world.get::<Project>(mine).owner, Some(owner));
    assert_eq!(world.get::<Task>(task).assignee, Some(helper));
    assert_eq!(world.workspace.n_records(), 4);
}

#[test]
fn whoever_has_any_part_in_own_work_stays() {
    // E2
    let mut world = loaded();
    let people = world.workspace.ids::<Person>(List::People);
    let (sponsor, helper, archived) = (people[0], people[1], people[2]);
    let mine = world.project("My own");
    let draft = CharterDraft {
        sponsor: Some(sponsor),
        ..CharterDraft::default()
    };
    world.run(CharterCommand::Edit {
        project: mine,
        draft,
    });
    let task = world.task(mine, Column::Ready, "Mine");
    world.run(TeamCommand::Assign {
        task,
        person: helper,
        percent: 50,
    });
    let over = world.project("Over");
    let draft = ProjectDraft {
        owner: Some(archived),
        ..ProjectDraft::of(&world.get(over))
    };
    world.run(ProjectCommand::Edit { id: over, draft });
    let (stage, before) = (Stage::Done, None);
    let id = over;
    world.run(ProjectCommand::Move { id, stage, before });
    let ids = [over.into()].into();
    world.run(ArchiveCommand::Put { ids });

    world.run(SampleCommand::Remove);
    let left = world.workspace.ids::<Person>(List::People);
    assert_eq!(left, [sponsor, helper, archived]);
}

#[test]
fn what_was_archived_of_it_goes_with_it_and_comes_back_with_it() {
    // E2, Y6
    let mut world = loaded();
    let finished = world
        .workspace
        .ids::<Project>(List::ProjectsIn(Stage::Done))[0];
    let template = world.workspace.ids::<Template>(List::Templates)[0];
    let run = world.workspace.ids::<Run>(List::FinishedRuns(template))[0];
    let ids = [finished.into(), run.into()].into();
    world.run(ArchiveCommand::Put { ids });
    let before = world.workspace.clone();

    let plan = world.run(SampleCommand::Remove);
    assert!(world.workspace.all_records().is_empty());
    assert!(!world.workspace.has_sample());
    world.apply(&plan.change.inverse());
    assert!(world.workspace == before);
}

#[test]
fn own_work_in_the_archive_stays_when_it_is_removed() {
    // E2, Y6
    let mut world = loaded();
    let mine = world.project("My own");
    world.run(ProjectCommand::Move {
        id: mine,
        stage: Stage::Done,
        before: None,
    });
    let ids = [mine.into()].into();
    world.run(ArchiveCommand::Put { ids });
    world.run(SampleCommand::Remove);
    assert!(!world.workspace.has_sample());
    assert!(world.workspace.any_record(mine.into()).is_some());
    assert_eq!(world.workspace.n_records(), 1);
}

#[test]
fn sample_projects_line_up_behind_own_ones() {
    // E3
    let mut world = World::new();
    let mine = world.project("Mine");
    let same_stages: Vec<ProjectId> = [Stage::Execute, Stage::Execute, Stage::Plan]
        .into_iter()
        .map(|stage| {
            let id = world.project("Mine too");
            world.run(ProjectCommand::Move {
                id,
                stage,
                before: None,
            });
            id
        })
        .collect();
    world.run(SampleCommand::Load);
    for stage in Stage::ALL {
        let projects: Vec<_> = world
            .workspace
            .list::<Project>(List::ProjectsIn(stage))
            .collect();
        assert!(projects.is_sorted_by(|(_, a), (_, b)| a.order < b.order));
        assert!(projects.is_sorted_by_key(|(_, project)| project.sample));
    }
    assert!(!world.get::<Project>(mine).sample && same_stages.len() == 3);
}

#[test]
fn everything_a_person_sees_as_theirs_is_marked() {
    // E1
    let workspace = loaded().workspace;
    assert!(
        workspace
            .all::<Project>()
            .map(|(_, record)| record)
            .all(|project| project.sample)
    );
    assert!(
        workspace
            .all::<Template>()
            .map(|(_, record)| record)
            .all(|template| template.sample)
    );
    assert!(
        workspace
            .all::<Person>()
            .map(|(_, record)| record)
            .all(|person| person.sample)
    );
    assert!(
        workspace
            .all::<Decision>()
            .map(|(_, record)| record)
            .all(|decision| decision.sample)
    );
}

#[test]
fn projects_are_spread_over_stages() {
    // E5
    let workspace = loaded().workspace;
    let n = |stage| workspace.lists().len(List::ProjectsIn(stage));
    assert_eq!(Stage::ALL.map(n), [1, 1, 2, 0, 1]);
    for (id, project) in workspace.all::<Project>() {
        assert!(project.owner.is_some() && project.objective.len() > 60);
        let n_tasks = workspace.lists().len(List::Tasks(id));
        assert!((6..=20).contains(&n_tasks), "{}", project.name);
    }
}

#[test]
fn one_project_shows_all_that_surrounds_tasks() {
    // E5
    let world = loaded();
    let workspace = &world.workspace;
    let mut projects = workspace.all::<Project>();
    let (id, project) = projects
        .find(|(_, project)| project.name == "Field service mobile app")
        .unwrap();
    let charter = workspace.get::<Charter>(id.into()).map(AsRef::as_ref);
    assert_eq!(missing_before_start(project, charter), [""; 0]);
    let figures = figures(workspace, id, world.today()).unwrap();
    assert!(figures.is_measurable() && figures.baseline.is_some());
    let value = &figures.value;
    assert!(value.cost_index.is_some() && value.schedule_index.is_some());
    let plan = remaining(workspace, id, world.today());
    assert!(!plan.is_certain() && plan.network.risks.len() == 2);
}

#[test]
fn dates_fit_together_on_whatever_day_it_is_loaded() {
    // E5
    let world = World::new();
    for n in 0..14 {
        let today = world.today().plus(n).unwrap();
        let records = world.with_ctx(|ctx| domain::sample::records(&Ctx { today, ..*ctx }));
        let workspace = with_records(records);
        assert_eq!(workspace.problems(), []);
        for project in workspace.all::<Project>().map(|(_, record)| record) {
            let finish = project.finish.unwrap();
            assert_eq!(
                finish < today,
                project.stage == Stage::Done,
                "{}",
                project.name
            );
            assert!(project.created_at < world.now());
        }
        for task in workspace.all::<Task>().map(|(_, record)| record) {
            let project = workspace.get::<Project>(task.project).unwrap();
            let is_within = |due| project.start <= Some(due) && Some(due) <= project.finish;
            assert!(task.due.is_none_or(is_within), "{}", task.title);
            assert!(task.due.is_none_or(|due| due.weekday() < 5));
            assert!(task.finished_at.is_none_or(|at| at < world.now()));
            assert_eq!(task.finished_at.is_some(), task.column == Column::Done);
        }
    }
}

#[test]
fn decisions_led_to_a_project_and_a_process() {
    // E5
    let world = loaded();
    let mut outcomes = Vec::new();
    for (id, decision) in world.workspace.all::<Decision>() {
        let back = match decision.outcome.unwrap() {
            Outcome::Project(project) => world.get::<Project>(project).decision,
            Outcome::Template(template) => world.get::<Template>(template).decision,
        };
        assert_eq!(back, Some(id));
        assert!(decision.overrule.is_none() && decision.confidence > 7_000);
        outcomes.push(decision.chosen());
    }
    outcomes.sort();
    assert_eq!(
        outcomes,
        [
            domain::classify::Kind::Process,
            domain::classify::Kind::Project
        ]
    );
}

#[test]
fn its_texts_are_such_as_a_person_could_type() {
    // E4, T1
    let workspace = loaded().workspace;
    let lines = workspace
        .all::<Task>()
        .map(|(_, record)| record)
        .map(|task| &task.title)
        .chain(
            workspace
                .all::<Run>()
                .map(|(_, record)| record)
                .map(|run| &run.name),
        )
        .chain(
            workspace
                .all::<Step>()
                .map(|(_, record)| record)
                .map(|step| &step.title),
        );
    for line in lines {
        assert_eq!(&text::line("Title", line).unwrap(), line);
    }
    for step in workspace.all::<Step>().map(|(_, record)| record) {
        assert_eq!(
            text::prose("Instructions", &step.instructions).unwrap(),
            step.instructions
        );
    }
}
