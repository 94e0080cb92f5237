//! Branches, parallel sections, approvals, runs within runs, rests and ends.

use domain::command::{RunCommand, Verdict, VersionCommand};
use domain::model::{Branch, Ending, FieldKind, Next, Run, RunEventKind, StepKind, Target, Value};

use super::*;

#[test]
fn the_first_condition_that_holds_decides_and_the_rest_is_skipped() {
    // R10
    let (mut world, template, ids) = process(&["Triage", "Investigate", "Reply"]);
    work(&mut world, ids[0], |work| {
        work.fields = vec![field("known", FieldKind::YesNo)];
        work.next = Next::Choose {
            branches: vec![Branch {
                when: "known".to_owned(),
                to: to(ids[2]),
            }],
            otherwise: Target::Following,
        };
    });
    let known = world.start(template, "known");
    recorded(&mut world, known, "Triage", &[("known", Value::Flag(true))]);
    assert_eq!(stands(&world, known), ["Reply"]);
    assert_eq!(
        titles(&world, known, RunEventKind::Skipped),
        ["Investigate"]
    );
    assert_eq!(world.get::<Run>(known).skipped, [ids[1]]);

    let open = world.start(template, "not filled in");
    finished(&mut world, open, "Triage");
    assert_eq!(stands(&world, open), ["Investigate"]);
    finished(&mut world, open, "Investigate");
    finished(&mut world, open, "Reply");
    let run: Run = world.get(open);
    assert_eq!((run.done, run.skipped), (ids, Vec::new()));
    assert_eq!(run.ending, None);
}

#[test]
fn a_join_waits_for_all_of_its_branches_and_only_for_them() {
    // R11
    let (mut world, template, ids) = process(&["Plan", "Laptop", "Test it", "Desk", "Welcome"]);
    next(
        &mut world,
        ids[0],
        Next::All {
            heads: vec![ids[1], ids[3]],
            join: to(ids[4]),
        },
    );
    let run = world.start(template, "Elif");
    finished(&mut world, run, "Plan");
    assert_eq!(stands(&world, run), ["Laptop", "Desk"]);
    finished(&mut world, run, "Laptop");
    assert_eq!(stands(&world, run), ["Desk", "Test it"]);
    finished(&mut world, run, "Test it");
    assert_eq!(stands(&world, run), ["Desk"]);
    finished(&mut world, run, "Desk");
    assert_eq!(stands(&world, run), ["Welcome"]);
    assert_eq!(world.get::<Run>(run).tokens.len(), 1);

    let other = world.start(template, "Omar");
    world.run(RunCommand::MoveTo {
        from: None,
        id: other,
        step: ids[4],
        reason: "All is there".to_owned(),
    });
    assert_eq!(stands(&world, other), ["Welcome"]);
}

#[test]
fn moving_out_of_a_parallel_section_ends_the_section() {
    // R12
    let (mut world, template, ids) = process(&["Plan", "Laptop", "Desk", "Welcome"]);
    next(
        &mut world,
        ids[0],
        Next::All {
            heads: vec![ids[1], ids[2]],
            join: to(ids[3]),
        },
    );
    let run = world.start(template, "Elif");
    finished(&mut world, run, "Plan");
    world.run(RunCommand::MoveTo {
        from: None,
        id: run,
        step: ids[0],
        reason: "The plan was wrong".to_owned(),
    });
    assert_eq!(stands(&world, run), ["Plan"]);
    finished(&mut world, run, "Plan");
    finished(&mut world, run, "Desk");
    finished(&mut world, run, "Laptop");
    finished(&mut world, run, "Welcome");
    assert!(world.get::<Run>(run).finished_at.is_some());
}

#[test]
fn the_named_step_of_several_is_left() {
    // R3
    let (mut world, template, ids) = process(&["Plan", "Laptop", "Test it", "Desk", "Welcome"]);
    next(
        &mut world,
        ids[0],
        Next::All {
            heads: vec![ids[1], ids[3]],
            join: to(ids[4]),
        },
    );
    let run = world.start(template, "Elif");
    finished(&mut world, run, "Plan");
    let moving = |from| RunCommand::MoveTo {
        id: run,
        step: ids[2],
        from: Some(from),
        reason: "Another way".to_owned(),
    };
    world.run(moving(ids[3]));
    assert_eq!(stands(&world, run), ["Laptop", "Test it"]);
    let back = RunCommand::MoveTo {
        id: run,
        step: ids[3],
        from: Some(ids[0]),
        reason: "Another way".to_owned(),
    };
    let sentence = world.refusal(back);
    assert!(sentence.contains("Elif"), "{sentence}");
    assert_eq!(stands(&world, run), ["Laptop", "Test it"]);
}

#[test]
fn an_approval_goes_on_is_refused_or_sends_back() {
    // R13
    let (mut world, template, ids) = process(&["Write", "Approve", "Send"]);
    work(&mut world, ids[1], |work| {
        work.kind = StepKind::Approval {
            rejected: Target::End,
            back: Some(ids[0]),
        };
    });
    let run = world.start(template, "Offer");
    finished(&mut world, run, "Write");
    let mut back = finish(&world, run, "Approve", Verdict::SendBack);
    assert_eq!(
        world.refusal(RunCommand::Finish(back.clone())),
        "Reason is empty. Give it a few words."
    );
    back.reason = "The price is missing".to_owned();
    world.run(RunCommand::Finish(back));
    assert_eq!(stands(&world, run), ["Write"]);
    let sent: Vec<_> = events(&world, run)
        .into_iter()
        .filter(|event| event.kind == RunEventKind::SentBack)
        .map(|event| (event.from, event.step, event.note))
        .collect();
    let reason = "The price is missing".to_owned();
    assert_eq!(sent, [(Some(ids[1]), Some(ids[0]), reason)]);
    finished(&mut world, run, "Write");
    let mut no = finish(&world, run, "Approve", Verdict::Reject);
    no.reason = "Too late".to_owned();
    world.run(RunCommand::Finish(no));
    let ended: Run = world.get(run);
    assert_eq!(
        (ended.current, ended.ending),
        (None, Some(Ending::Rejected))
    );

    let plain = world.start(template, "Other");
    let mut no = finish(&world, plain, "Write", Verdict::Reject);
    no.reason = "No".to_owned();
    assert_eq!(
        world.refusal(RunCommand::Finish(no)),
        "“Write” is not an approval, so it cannot be rejected. Send it back instead."
    );
}

#[test]
fn a_step_done_by_another_process_waits_for_its_run_and_gets_its_data() {
    // R14
    let (mut world, template, ids) = process(&["Order", "Buy", "Unpack"]);
    let buying = world.template("Buying");
    let ask = world.step(buying, "Ask for a price");
    work(&mut world, ask, |work| {
        work.fields = vec![field("price", FieldKind::Money)];
    });
    world.run(VersionCommand::Publish {
        template: buying,
        note: "First".to_owned(),
        number: 1,
    });
    work(&mut world, ids[1], |work| {
        work.kind = StepKind::SubProcess { template: buying };
    });
    let run = world.start(template, "Laptop");
    finished(&mut world, run, "Order");
    let child = world.get::<Run>(run).tokens[0].child.unwrap();
    assert_eq!(world.get::<Run>(child).parent, Some(run));
    let early = finish(&world, run, "Buy", Verdict::Done);
    assert_eq!(
        world.refusal(RunCommand::Finish(early)),
        "This step waits for “Laptop”, a run of another process. It goes on by itself when that run is finished."
    );
    let price = Value::Money(129_900);
    recorded(
        &mut world,
        child,
        "Ask for a price",
        &[("price", price.clone())],
    );
    assert_eq!(stands(&world, run), ["Unpack"]);
    assert_eq!(world.get::<Run>(run).values["price"], price);
}

#[test]
fn what_a_step_still_needs_is_said_and_going_without_it_is_a_deviation() {
    // R15
    let (mut world, template, ids) = process(&["Measure", "File"]);
    work(&mut world, ids[0], |work| {
        let mut length = field("length", FieldKind::Number);
        length.required = true;
        work.fields = vec![length];
        work.checklist = vec!["Clean the gauge".to_owned()];
    });
    let run = world.start(template, "Shaft");
    assert_eq!(
        world.refusal(RunCommand::FinishStep { id: run }),
        "length is empty. Fill it in."
    );
    let token = world.get::<Run>(run).tokens[0].key;
    let typed = vec![("length".to_owned(), Some(Value::Number(12_500)))];
    world.run(RunCommand::Fill {
        id: run,
        token,
        values: typed,
    });
    assert_eq!(
        world.refusal(RunCommand::FinishStep { id: run }),
        "One line of the checklist is open."
    );
    let mut without = finish(&world, run, "Measure", Verdict::Override);
    without.reason = "The gauge is new".to_owned();
    world.run(RunCommand::Finish(without));
    let deviations: Vec<_> = events(&world, run)
        .into_iter()
        .filter(|event| event.kind.is_deviation())
        .map(|event| (event.kind, event.note))
        .collect();
    let note = "The gauge is new".to_owned();
    assert_eq!(deviations, [(RunEventKind::Overridden, note)]);
    let mut omit = finish(&world, run, "File", Verdict::Omit);
    omit.reason = "No paper left".to_owned();
    world.run(RunCommand::Finish(omit));
    assert!(world.get::<Run>(run).finished_at.is_some());
    assert_eq!(titles(&world, run, RunEventKind::Omitted), ["File"]);
}

#[test]
fn a_run_rests_is_called_off_and_goes_on() {
    // R16
    let (mut world, template, _) = process(&["Read", "Reply"]);
    let id = world.start(template, "Lamp");
    finished(&mut world, id, "Read");
    world.run(RunCommand::Pause {
        id,
        reason: "Waits for a part".to_owned(),
    });
    assert_eq!(
        world.refusal(RunCommand::FinishStep { id }),
        "“Lamp” is paused. Resume it first."
    );
    world.run(RunCommand::Resume { id });
    world.run(RunCommand::Cancel {
        id,
        reason: "The customer left".to_owned(),
    });
    assert_eq!(world.get::<Run>(id).ending, Some(Ending::Cancelled));
    assert_eq!(
        world.refusal(RunCommand::FinishStep { id }),
        "“Lamp” is already finished."
    );
    world.run(RunCommand::Reopen {
        id,
        reason: "The customer is back".to_owned(),
    });
    let run: Run = world.get(id);
    assert_eq!((run.ending, run.finished_at), (None, None));
    assert_eq!(stands(&world, id), ["Read"]);
}

#[test]
fn a_run_whose_process_is_gone_refuses_with_a_sentence_and_can_be_deleted() {
    // R4: another tab deleted the process while this one worked on the run.
    let (mut world, template, ids) = process(&["Read", "Reply"]);
    let run = world.start(template, "Lamp");
    let left = world.workspace.all::<Run>();
    let left = left.map(|(id, run)| (id.into(), domain::workspace::Record::Run(run.clone())));
    world.workspace = crate::world::with_records(left.collect::<Vec<_>>());
    let reason = "Anyway".to_owned();
    let refused = [
        RunCommand::FinishStep { id: run },
        RunCommand::Begin { id: run, token: 1 },
        RunCommand::Assign {
            id: run,
            token: 1,
            person: None,
        },
        RunCommand::MoveTo {
            from: None,
            id: run,
            step: ids[1],
            reason: reason.clone(),
        },
        RunCommand::Reopen { id: run, reason },
    ];
    for command in refused {
        let sentence = world.refusal(command.clone());
        assert!(sentence.ends_with('.'), "{command:?}: {sentence}");
    }
    let deleted = world.plan(RunCommand::Delete { id: run }).unwrap();
    world.workspace.apply(&deleted.change);
    assert_eq!(world.workspace.n_records(), 0);
}
