//! The archive. Rule ids: `src/domain/SPEC.md`, "The archive".

use domain::change::Change;
use domain::command::{
    ArchiveCommand, CommentCommand, ConvertCommand, ImportCommand, Original, PersonCommand,
    ProjectCommand, RunCommand, TaskCommand, TaskDraft, TeamCommand, TemplateCommand,
};
use domain::id::{ArchivedId, PersonId, ProjectId, RecordId, RunId, TaskId};
use domain::import::{Mode, read};
use domain::lists::List;
use domain::model::{Archived, Assignment, Column, Project, Run, Stage, Task};
use domain::schema;
use domain::simulate::Spread;

use crate::world::World;

fn put(ids: impl IntoIterator<Item = RecordId>) -> ArchiveCommand {
    let ids = ids.into_iter().collect();
    ArchiveCommand::Put { ids }
}

fn restore(id: impl Into<RecordId>) -> ArchiveCommand {
    let ids = [ArchivedId::from_key(id.into().key)].into();
    ArchiveCommand::Restore { ids }
}

fn finish(world: &mut World, id: ProjectId) {
    let (stage, before) = (Stage::Done, None);
    world.run(ProjectCommand::Move { id, stage, before });
}

/// A finished project with a task that Ada has.
fn finished_project() -> (World, ProjectId, TaskId, PersonId) {
    let mut world = World::new();
    let home = world.project("Move house");
    let ada = world.person("Ada");
    let id = world.task(home, Column::Done, "Pack");
    world.run(TaskCommand::Edit {
        id,
        draft: TaskDraft {
            assignee: Some(ada),
            ..TaskDraft::titled("Pack")
        },
    });
    finish(&mut world, home);
    (world, home, id, ada)
}

fn finished_run(world: &mut World) -> RunId {
    let template = world.template("Answer customers");
    world.step(template, "Read");
    let run = world.start(template, "Ms Lee");
    world.run(RunCommand::FinishStep { id: run });
    run
}

#[test]
fn a_finished_project_goes_to_the_archive_with_its_tasks_and_comes_back() {
    // Y6, Y7, Y8
    let (mut world, home, id, _) = finished_project();
    let before = world.workspace.clone();
    let archived = world.run(put([home.into()]));
    assert_eq!(archived.label, "Archived “Move house”");
    assert_eq!(archived.change.n_records(), 1);
    assert!(world.workspace.get::<Project>(home).is_none());
    assert!(world.workspace.get::<Task>(id).is_none());
    assert!(world.workspace.lists().is_empty(List::Tasks(home)));
    let listed = world
        .workspace
        .list::<Archived>(List::Archived)
        .next()
        .unwrap()
        .1;
    assert_eq!(
        (listed.name.as_str(), listed.n_records, listed.of),
        ("Move house", 2, home.into())
    );

    let restored = world.run(restore(home));
    assert_eq!(restored.label, "Restored “Move house”");
    assert!(world.workspace == before);
    world.apply(&restored.change.inverse());
    assert!(world.workspace.get::<Task>(id).is_none());
    world.apply(&archived.change.inverse());
    assert!(world.workspace == before);
}

#[test]
fn finished_runs_and_projects_are_put_away_in_one_change() {
    // Y6, Y8
    let (mut world, home, ..) = finished_project();
    let run = finished_run(&mut world);
    let archived = world.run(put([home.into(), run.into()]));
    assert_eq!(archived.label, "Archived 2 pieces of finished work");
    assert!(world.workspace.get::<Run>(run).is_none());
    assert!(world.workspace.lists().is_empty(List::RunEvents(run)));
}

#[test]
fn work_that_is_not_finished_stays() {
    // Y6
    let mut world = World::new();
    let home = world.project("Move house");
    assert_eq!(
        world.refusal(put([home.into()])),
        "“Move house” is not finished. Only finished work goes to the archive."
    );
    let ada = world.person("Ada");
    assert!(
        world
            .refusal(put([ada.into()]))
            .contains("not there any more")
    );
    assert!(world.refusal(restore(home)).contains("not there any more"));
}

#[test]
fn someone_who_is_gone_is_left_out_of_what_comes_back() {
    // Y7
    let (mut world, home, id, ada) = finished_project();
    world.run(put([home.into()]));
    world.run(PersonCommand::Delete { id: ada });
    world.run(restore(home));
    assert_eq!(world.get::<Task>(id).assignee, None);
}

#[test]
fn the_part_of_someone_who_is_gone_does_not_come_back() {
    // Y7: an assignment without its person means nothing.
    let (mut world, home, task, ada) = finished_project();
    let percent = 50;
    world.run(TeamCommand::Assign {
        task,
        person: ada,
        percent,
    });
    world.run(put([home.into()]));
    world.run(PersonCommand::Delete { id: ada });
    world.run(restore(home));
    assert_eq!(world.workspace.all::<Assignment>().count(), 0);
}

#[test]
fn a_process_that_is_gone_is_not_named_by_what_comes_back() {
    // Y7
    let (mut world, home, ..) = finished_project();
    let template = world.template("Answer customers");
    world.run(ProjectCommand::Relate {
        id: home,
        shape: None,
        through: vec![template],
    });
    world.run(put([home.into()]));
    world.run(TemplateCommand::Delete { id: template });
    world.run(restore(home));
    assert!(world.get::<Project>(home).through.is_empty());
}

#[test]
fn a_project_that_was_made_of_a_process_forgets_it_when_it_is_gone() {
    // Y7
    let mut world = World::new();
    let template = world.template("Answer customers");
    let original = Original::Keep;
    let made = world.run(ConvertCommand::ToProject {
        id: template,
        original,
    });
    let home = ProjectId::from_key(made.created.unwrap().key);
    finish(&mut world, home);
    world.run(put([home.into()]));
    world.run(TemplateCommand::Delete { id: template });
    world.run(restore(home));
    assert_eq!(world.get::<Project>(home).from_template, None);
}

#[test]
fn a_run_whose_process_is_gone_stays_in_the_archive() {
    // Y7
    let mut world = World::new();
    let run = finished_run(&mut world);
    let template = world.get::<Run>(run).template;
    world.run(put([run.into()]));
    world.run(TemplateCommand::Delete { id: template });
    assert_eq!(
        world.refusal(restore(run)),
        "The process of “Ms Lee” was deleted, so there is no board to bring it back to."
    );
}

#[test]
fn what_is_written_meanwhile_comes_back_with_the_rest() {
    // Y9: another tab has edited the task and added one, and hears of the archive afterward.
    let (mut world, home, id, _) = finished_project();
    let edit = world.plan(TaskCommand::Edit {
        id,
        draft: TaskDraft::titled("Pack the kitchen"),
    });
    let edit = edit.unwrap().change;
    let add = world.plan(TaskCommand::Create {
        project: home,
        column: Column::Backlog,
        draft: TaskDraft::titled("Clean"),
    });
    let add = add.unwrap();
    world.run(put([home.into()]));
    world.apply(&edit);
    world.apply(&add.change);
    assert_eq!(world.workspace.n_records(), 2, "Ada and the archive");
    world.run(restore(home));
    assert_eq!(world.column(home, Column::Backlog), ["Clean"]);
    assert_eq!(world.get::<Task>(id).title, "Pack the kitchen");
}

#[test]
fn what_is_away_is_the_same_in_whatever_order_edits_arrive() {
    // Y9
    let (mut world, home, id, _) = finished_project();
    let records = world.workspace.records();
    let records: Vec<_> = records.map(|(id, record)| (id, record.clone())).collect();
    let archived = world.run(put([home.into()])).change;
    let arrives = |change: &mut Vec<Change>, id, record| {
        let mut one = Change::default();
        one.put(id, None, Some(record));
        change.push(one);
    };
    let mut changes = Vec::new();
    for (id, record) in records {
        arrives(&mut changes, id, record);
    }
    changes.push(archived);
    for n in 0..changes.len() {
        changes.rotate_left(1);
        let mut workspace = domain::workspace::Workspace::default();
        for change in changes.iter().chain(&changes[..n]) {
            workspace.apply(change);
        }
        assert!(workspace == world.workspace);
        assert!(workspace.any_record(id.into()).is_some());
    }
}

#[test]
fn the_archive_is_in_a_copy_and_comes_back_from_it() {
    // Y10
    let (mut world, home, id, _) = finished_project();
    world.run(put([home.into()]));
    let text = schema::seal(&world.workspace);
    assert_eq!(
        schema::open(&text).unwrap(),
        (world.workspace.clone(), vec![])
    );
    let import = std::sync::Arc::new(read(&text).unwrap());
    for mode in [Mode::Replace, Mode::Merge] {
        let mut other = World::new();
        let import = import.clone();
        other.run(ImportCommand { mode, import });
        assert!(other.workspace == world.workspace);
        other.run(restore(home));
        assert_eq!(other.get::<Task>(id).title, "Pack");
    }
    // Replacing by a file without it takes the archive away, too, and its inverse brings it back.
    let none = std::sync::Arc::new(read(&schema::seal(&Default::default())).unwrap_or_default());
    if let Ok(plan) = world.plan(ImportCommand {
        mode: Mode::Replace,
        import: none,
    }) {
        let before = world.workspace.clone();
        world.apply(&plan.change);
        assert_eq!(world.workspace.all_records().len(), 0);
        world.apply(&plan.change.inverse());
        assert!(world.workspace == before);
    }
}

#[test]
fn no_later_run_gets_the_number_of_an_archived_one() {
    // Y7
    let mut world = World::new();
    let run = finished_run(&mut world);
    let template = world.get::<Run>(run).template;
    world.run(put([run.into()]));
    let next = world.start(template, "Mr Roth");
    assert_eq!(world.get::<Run>(next).number, 2);
}

#[test]
fn what_another_tab_adds_to_a_task_that_is_deleted_is_away_or_not_in_whatever_order_edits_arrive() {
    // Y9: one tab archives, another deletes the project, and a third weighs and discusses a task.
    let (world, home, id, ada) = finished_project();
    let begin = world.workspace.clone();
    let archive = world.plan(put([home.into()])).unwrap().change;
    let delete = world.plan(ProjectCommand::Delete { id: home }).unwrap();
    let assign = TeamCommand::Assign {
        task: id,
        person: ada,
        percent: 50,
    };
    let assign = world.plan(assign).unwrap().change;
    let estimate = TeamCommand::SetEstimate {
        task: id,
        duration: None,
        cost: certain(5),
    };
    let estimate = world.plan(estimate).unwrap().change;
    let comment = CommentCommand::Create {
        task: id,
        text: "Mind the step".to_owned(),
    };
    let comment = world.plan(comment).unwrap().change;
    let changes = [archive, delete.change, assign, estimate, comment];
    let mut seen = Vec::new();
    for order in orders(changes.len()) {
        let mut workspace = begin.clone();
        for place in order {
            workspace.apply(&changes[place]);
        }
        seen.push(workspace);
    }
    assert!(seen.windows(2).all(|two| two[0] == two[1]));
}

fn certain(amount: i64) -> Spread {
    Spread {
        low: amount,
        likely: amount,
        high: amount,
        ..Spread::default()
    }
}

/// Every order of so many things.
fn orders(n: usize) -> Vec<Vec<usize>> {
    if n == 0 {
        return vec![Vec::new()];
    }
    let shorter = orders(n - 1);
    let put = |order: &Vec<usize>, at: usize| {
        let mut longer = order.clone();
        longer.insert(at, n - 1);
        longer
    };
    shorter
        .iter()
        .flat_map(|order| (0..n).map(move |at| put(order, at)))
        .collect()
}
