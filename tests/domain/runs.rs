//! Runs. Rule ids: `src/domain/SPEC.md`, "Runs".

use domain::command::{PersonCommand, RunCommand, SettingsCommand, SettingsDraft, StepCommand};
use domain::id::{RunId, StepId, TemplateId};
use domain::lists::List;
use domain::model::{Run, RunEvent, RunEventKind};

use crate::world::World;

fn process() -> (World, TemplateId, [StepId; 3]) {
    let mut world = World::new();
    let template = world.template("Support");
    let ids = ["Receive", "Answer", "Close"].map(|title| world.step(template, title));
    (world, template, ids)
}

fn events(world: &World, run: RunId) -> Vec<(RunEventKind, Option<StepId>)> {
    world
        .workspace
        .list::<RunEvent>(List::RunEvents(run))
        .map(|(_, event)| (event.kind, event.step))
        .collect()
}

#[test]
fn a_run_starts_on_the_first_step_and_is_numbered() {
    // R1
    let (mut world, template, [receive, ..]) = process();
    let moment = world.now();
    let named = world.start(template, " Broken lamp ");
    let unnamed = world.start(template, "");
    let run: Run = world.get(named);
    assert_eq!((run.name.as_str(), run.number), ("Broken lamp", 1));
    assert_eq!(
        (run.current, run.started_at, run.entered_at),
        (Some(receive), moment, moment)
    );
    assert_eq!(world.get::<Run>(unnamed).name, "Support 2");
    assert_eq!(
        world.runs_at(template, receive),
        ["Broken lamp", "Support 2"]
    );
    assert_eq!(
        events(&world, named),
        [
            (RunEventKind::Started, None),
            (RunEventKind::StepEntered, Some(receive))
        ]
    );
    world.run(RunCommand::Delete { id: named });
    let third = world.start(template, "");
    assert_eq!(world.get::<Run>(third).number, 3);
}

#[test]
fn a_process_without_steps_cannot_be_run() {
    // R1
    let mut world = World::new();
    let template = world.template("Support");
    assert_eq!(
        world.refusal(RunCommand::Start {
            template,
            name: String::new()
        }),
        "“Support” has no steps yet. Add the first step, then start a run."
    );
}

#[test]
fn finishing_a_step_moves_on_by_itself_and_the_last_one_ends_the_run() {
    // R2
    let (mut world, template, [receive, answer, close]) = process();
    let id = world.start(template, "Broken lamp");
    let ada = world.person("Ada");
    world.run(RunCommand::Edit {
        id,
        name: "Broken lamp".to_owned(),
        assignee: Some(ada),
    });
    let moment = world.now();
    let plan = world.run(RunCommand::FinishStep { id });
    assert_eq!(plan.label, "Finished “Receive” of “Broken lamp”");
    let run: Run = world.get(id);
    assert_eq!(
        (run.current, run.entered_at, run.assignee),
        (Some(answer), moment, None)
    );
    assert!(run.started_at < run.entered_at);

    world.run(RunCommand::FinishStep { id });
    let end = world.now();
    world.run(RunCommand::FinishStep { id });
    let run: Run = world.get(id);
    assert_eq!((run.current, run.finished_at), (None, Some(end)));
    assert_eq!(
        world.workspace.ids::<Run>(List::FinishedRuns(template)),
        [id]
    );
    assert_eq!(
        events(&world, id),
        [
            (RunEventKind::Started, None),
            (RunEventKind::StepEntered, Some(receive)),
            (RunEventKind::Assigned, Some(receive)),
            (RunEventKind::StepFinished, Some(receive)),
            (RunEventKind::StepEntered, Some(answer)),
            (RunEventKind::StepFinished, Some(answer)),
            (RunEventKind::StepEntered, Some(close)),
            (RunEventKind::StepFinished, Some(close)),
            (RunEventKind::Finished, None),
        ]
    );
    assert_eq!(
        world.refusal(RunCommand::FinishStep { id }),
        "“Broken lamp” is already finished."
    );
}

fn moved(id: RunId, step: StepId) -> RunCommand {
    let reason = "The customer called".to_owned();
    RunCommand::MoveTo {
        id,
        step,
        from: None,
        reason,
    }
}

#[test]
fn putting_a_run_on_another_step_is_kept_as_a_deviation() {
    // R3, R15
    let (mut world, template, [receive, answer, close]) = process();
    let id = world.start(template, "Broken lamp");
    let without = RunCommand::MoveTo {
        from: None,
        id,
        step: close,
        reason: " ".to_owned(),
    };
    assert_eq!(
        world.refusal(without),
        "Reason is empty. Give it a few words."
    );
    let plan = world.run(moved(id, close));
    assert_eq!(plan.label, "Moved “Broken lamp” to Close");
    assert_eq!(world.runs_at(template, close), ["Broken lamp"]);
    assert_eq!(world.runs_at(template, receive), [] as [&str; 0]);
    let stays = world.plan(moved(id, close)).unwrap();
    assert!(stays.change.is_empty());

    world.run(RunCommand::FinishStep { id });
    world.run(moved(id, answer));
    let run: Run = world.get(id);
    assert_eq!((run.current, run.finished_at), (Some(answer), None));
    let kinds: Vec<_> = events(&world, id)
        .into_iter()
        .map(|(kind, _)| kind)
        .collect();
    assert_eq!(
        kinds,
        [
            RunEventKind::Started,
            RunEventKind::StepEntered,
            RunEventKind::Moved,
            RunEventKind::StepEntered,
            RunEventKind::Skipped,
            RunEventKind::Skipped,
            RunEventKind::StepFinished,
            RunEventKind::Finished,
            RunEventKind::Moved,
            RunEventKind::StepEntered,
        ]
    );
}

#[test]
fn a_run_stands_only_on_steps_of_its_version() {
    // R4
    let (mut world, template, [receive, ..]) = process();
    let id = world.start(template, "Broken lamp");
    let added = world.step(template, "Thank");
    assert_eq!(
        world.refusal(moved(id, added)),
        "“Broken lamp” follows version 1, which does not have this step."
    );
    world.run(StepCommand::Delete { id: receive });
    assert_eq!(world.runs_at(template, receive), ["Broken lamp"]);
    world.run(RunCommand::FinishStep { id });
    world.run(moved(id, receive));
}

#[test]
fn what_happened_carries_the_name_in_the_settings() {
    // R5
    let (mut world, template, _) = process();
    let draft = SettingsDraft {
        your_name: "Maya".to_owned(),
        ..SettingsDraft::of(&world.workspace.settings())
    };
    world.run(SettingsCommand::Edit { draft });
    let id = world.start(template, "Broken lamp");
    let mut events = world.workspace.list::<RunEvent>(List::RunEvents(id));
    assert_eq!(events.next().unwrap().1.by, "Maya");
}

#[test]
fn deleting_a_run_takes_what_happened_in_it() {
    // R6
    let (mut world, template, _) = process();
    let id = world.start(template, "Broken lamp");
    world.run(RunCommand::FinishStep { id });
    let before = world.workspace.clone();
    let plan = world.run(RunCommand::Delete { id });
    assert!(
        world.workspace.all::<RunEvent>().next().is_none()
            && world.workspace.all::<Run>().next().is_none()
    );
    world.apply(&plan.change.inverse());
    assert!(world.workspace == before);
    let gone = "This run is not there any more. It may have been deleted in another tab.";
    world.run(RunCommand::Delete { id });
    assert_eq!(world.refusal(RunCommand::FinishStep { id }), gone);
}

#[test]
fn an_assignee_who_is_gone_is_left_out() {
    // H3
    let (mut world, template, _) = process();
    let id = world.start(template, "Broken lamp");
    let ada = world.person("Ada");
    world.run(PersonCommand::Delete { id: ada });
    world.run(RunCommand::Edit {
        id,
        name: "Lamp".to_owned(),
        assignee: Some(ada),
    });
    let run: Run = world.get(id);
    assert_eq!((run.name.as_str(), run.assignee), ("Lamp", None));
}
