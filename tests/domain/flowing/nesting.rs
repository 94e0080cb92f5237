//! Runs within runs.

use domain::command::{RunCommand, TemplateCommand, VersionCommand};
use domain::model::{Ending, FieldKind, Run, RunEventKind, StepKind, Value, Version};

use super::*;

fn publish(world: &mut World, template: TemplateId) {
    world.run(VersionCommand::Publish {
        template,
        note: "First".to_owned(),
        number: 1,
    });
}

/// A step that another process does.
fn done_by(world: &mut World, step: StepId, template: TemplateId) {
    work(world, step, |work| {
        work.kind = StepKind::SubProcess { template };
    });
}

/// A run on the step “Buy”, which waits for a run of another process with the step “Ask”.
fn nested() -> (World, RunId, RunId) {
    let (mut world, template, ids) = process(&["Buy", "Unpack"]);
    let buying = world.template("Buying");
    let ask = world.step(buying, "Ask");
    work(&mut world, ask, |work| {
        work.fields = vec![field("price", FieldKind::Money)];
    });
    publish(&mut world, buying);
    done_by(&mut world, ids[0], buying);
    let run = world.start(template, "Laptop");
    let child = world.get::<Run>(run).tokens[0].child.unwrap();
    (world, run, child)
}

fn pause(world: &mut World, id: RunId) {
    let reason = "Budget".to_owned();
    world.run(RunCommand::Pause { id, reason });
}

fn cancel(world: &mut World, id: RunId) {
    let reason = "No money".to_owned();
    world.run(RunCommand::Cancel { id, reason });
}

/// What the task of a run says of a step that another process should do.
fn by_hand(world: &World, id: RunId) -> Option<String> {
    let run: Run = world.get(id);
    let version: Version = world.get(run.version);
    let token = run.open_tokens().next().unwrap();
    let step = version.step(token.step).unwrap();
    world.workspace.by_hand(step, token)
}

fn found(world: &World, template: TemplateId) -> Vec<String> {
    let findings = world.workspace.nesting(template).into_iter();
    findings.map(|finding| finding.message).collect()
}

#[test]
fn a_run_that_rested_catches_up_with_what_ended_inside_it() {
    // R14
    let (mut world, run, child) = nested();
    pause(&mut world, run);
    let price = Value::Money(129_900);
    recorded(&mut world, child, "Ask", &[("price", price.clone())]);
    assert_eq!(stands(&world, run), ["Buy"]);
    world.run(RunCommand::Resume { id: run });
    assert_eq!(stands(&world, run), ["Unpack"]);
    assert_eq!(world.get::<Run>(run).values["price"], price);
}

#[test]
fn a_run_that_rested_keeps_the_step_whose_inner_run_was_called_off() {
    // R14
    let (mut world, run, child) = nested();
    pause(&mut world, run);
    cancel(&mut world, child);
    world.run(RunCommand::Resume { id: run });
    assert_eq!(stands(&world, run), ["Buy"]);
    finished(&mut world, run, "Buy");
    assert_eq!(stands(&world, run), ["Unpack"]);
}

#[test]
fn calling_a_run_off_calls_off_the_open_runs_inside_it() {
    // R14
    let (mut world, run, child) = nested();
    let reason = "No money".to_owned();
    let plan = world.run(RunCommand::Cancel { id: run, reason });
    let inner: Run = world.get(child);
    assert_eq!(
        (inner.ending, inner.current),
        (Some(Ending::Cancelled), None)
    );
    let last = events(&world, child).pop().unwrap();
    assert_eq!(
        (last.kind, last.note.as_str()),
        (RunEventKind::Cancelled, "No money")
    );
    world.apply(&plan.change.inverse());
    assert_eq!(world.get::<Run>(child).finished_at, None);
    assert_eq!(stands(&world, run), ["Buy"]);
}

#[test]
fn calling_a_run_off_leaves_what_had_ended_inside_it() {
    // R14
    let (mut world, run, child) = nested();
    pause(&mut world, run);
    finished(&mut world, child, "Ask");
    cancel(&mut world, run);
    assert_eq!(world.get::<Run>(child).ending, None);
    assert_eq!(world.get::<Run>(run).ending, Some(Ending::Cancelled));
}

#[test]
fn a_step_whose_process_cannot_do_it_says_so() {
    // R14
    let (mut world, template, ids) = process(&["Buy", "Unpack"]);
    let buying = world.template("Buying");
    let ask = world.step(buying, "Ask");
    done_by(&mut world, ids[0], buying);
    assert_eq!(
        found(&world, template),
        ["“Buy” is done by hand until “Buying” has a version. Publish one."]
    );
    let run = world.start(template, "Laptop");
    assert_eq!(
        by_hand(&world, run).unwrap(),
        "The process “Buying” has no version yet, so do this step by hand."
    );
    publish(&mut world, buying);
    assert_eq!(found(&world, template), [""; 0]);
    let other = world.start(template, "Desk");
    assert_eq!(by_hand(&world, other), None);
    world.run(TemplateCommand::Delete { id: buying });
    assert!(world.workspace.get::<Step>(ask).is_none());
    assert_eq!(
        by_hand(&world, other).unwrap(),
        "The process for this step is gone, so do it by hand."
    );
    assert_eq!(
        found(&world, template),
        ["The process that should do “Buy” is gone, so it is done by hand. Choose another."]
    );
}

#[test]
fn a_process_that_starts_itself_through_others_is_found() {
    // R14
    let (mut world, template, ids) = process(&["Buy"]);
    let buying = world.template("Buying");
    let ask = world.step(buying, "Ask");
    done_by(&mut world, ids[0], buying);
    done_by(&mut world, ask, template);
    publish(&mut world, template);
    publish(&mut world, buying);
    assert_eq!(
        found(&world, template),
        ["“Buy” starts “Buying”, which starts this process again: runs within runs stop at six."]
    );
    let outer = world.start(template, "Laptop");
    let mut innermost = outer;
    while let Some(child) = world.get::<Run>(innermost).tokens[0].child {
        innermost = child;
    }
    let said = by_hand(&world, innermost).unwrap();
    assert!(said.starts_with("No run of “"), "{said}");
    assert_eq!(by_hand(&world, outer), None);
}
