//! The sample workspace. Rule ids: `src/domain/SPEC.md`, "Sample workspace".

use domain::command::{
    ArchiveCommand, Ctx, ProjectCommand, ProjectDraft, SampleCommand, TaskCommand, TaskDraft,
};
use domain::id::{PersonId, ProjectId, StepId};
use domain::lists::List;
use domain::model::{
    Column, Decision, Outcome, Person, Project, Run, RunEvent, RunEventKind, Stage, Step, Task,
    Template, Version,
};
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
fn processes_are_documented_and_their_runs_under_way() {
    // E4
    let world = loaded();
    let workspace = &world.workspace;
    assert_eq!(workspace.all::<Template>().count(), 5);
    for id in workspace.ids::<Template>(List::Templates) {
        let steps: Vec<(StepId, _)> = workspace.list::<Step>(List::Steps(id)).collect();
        assert!((4..=6).contains(&steps.len()));
        for (_, step) in &steps {
            assert!(
                !step.role.is_empty() && step.instructions.len() > 60,
                "{}",
                step.title
            );
        }
        let versions: Vec<_> = workspace.list::<Version>(List::Versions(id)).collect();
        let [(version_id, version)] = versions[..] else {
            panic!("{versions:?}")
        };
        let frozen: Vec<_> = version
            .steps
            .iter()
            .map(|s| (s.step, &s.title, &s.instructions, &s.role))
            .collect();
        let current: Vec<_> = steps
            .iter()
            .map(|(id, s)| (*id, &s.title, &s.instructions, &s.role))
            .collect();
        assert_eq!((version.number, frozen), (1, current));
        let n_finished = workspace.lists().len(List::FinishedRuns(id));
        let runs: Vec<_> = workspace.list::<Run>(List::Runs(id)).collect();
        assert!((2..=5).contains(&(runs.len() - n_finished)) && n_finished > 0);
        assert!(runs.is_sorted_by_key(|(_, run)| run.started_at));
        let places: std::collections::BTreeSet<_> =
            runs.iter().map(|(_, run)| run.current).collect();
        assert!(places.len() >= 3);
        assert!(runs.iter().all(|(_, run)| run.version == version_id));
        assert!(
            runs.iter()
                .all(|(_, run)| version.published_at <= run.started_at)
        );
        assert!(workspace.get::<Template>(id).unwrap().created_at <= version.published_at);
    }
}

#[test]
fn what_happened_in_a_run_leads_to_where_it_stands() {
    // E4
    let world = loaded();
    for (id, run) in world.workspace.all::<Run>() {
        let version: Version = world.get(run.version);
        let events: Vec<_> = world
            .workspace
            .list::<RunEvent>(List::RunEvents(id))
            .collect();
        let (started, finished) = (&events[0].1, &events[1..]);
        assert_eq!(
            (started.kind, started.at),
            (RunEventKind::Started, run.started_at)
        );
        for ((_, event), step) in finished.iter().zip(&version.steps) {
            assert_eq!(event.step, Some(step.step));
            assert!(
                event.at > run.started_at && event.at <= run.entered_at,
                "{}",
                run.name
            );
        }
        assert!(run.entered_at < world.now());
        let next = version.steps.get(finished.len()).map(|step| step.step);
        assert_eq!(run.current, next, "{}", run.name);
        let last = finished.last().map(|(_, event)| event.kind);
        assert_eq!(
            last == Some(RunEventKind::Finished),
            run.finished_at.is_some()
        );
        if finished.is_empty() {
            assert_eq!(run.started_at, run.entered_at, "{}", run.name);
        }
    }
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
        assert!((6..=12).contains(&n_tasks), "{}", project.name);
    }
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
