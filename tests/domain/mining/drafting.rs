//! Drafts of processes from what was found.

use domain::command::LogCommand;
use domain::flow::lint::lint;
use domain::id::TemplateId;
use domain::log::Builder;
use domain::mining::{draft, follows};
use domain::model::{Next, Target};
use domain::time::Instant;
use proptest::prelude::*;

use crate::world::World;

fn log(traces: &[&[&str]]) -> domain::log::Log {
    let mut builder = Builder::default();
    for (n, trace) in traces.iter().enumerate() {
        let done: Vec<_> = (0..)
            .zip(trace.iter())
            .map(|(at, activity)| (*activity, "", Instant::from_millis(n as i64 + at)))
            .collect();
        builder.trace(&format!("{n}"), &done);
    }
    builder.finish()
}

fn log_of_two() -> domain::log::Log {
    log(&[
        &["Call", "Answer"],
        &["Mail", "Answer"],
        &["Call", "Answer"],
    ])
}

fn drafted(log: &domain::log::Log, percent: u8) -> (World, TemplateId) {
    let mut world = World::new();
    let steps = draft(log, &follows(log), percent);
    let name = "Returns".to_owned();
    let made = world.run(LogCommand::Draft { name, steps });
    assert_eq!(made.label, "Drafted “Returns” from what runs did");
    (world, TemplateId::from_key(made.created.unwrap().key))
}

#[test]
fn a_map_becomes_steps_with_the_ways_it_shows() {
    // X39
    let often: &[&str] = &["Ask", "Check", "Pay"];
    let again: &[&str] = &["Ask", "Check", "Ask", "Check", "Pay"];
    let log = log(&[often, often, again, &["Ask", "Pay"]]);
    let (world, id) = drafted(&log, 100);
    assert_eq!(world.steps(id), ["Ask", "Check", "Pay"]);
    let steps = world.workspace.draft_steps(id);
    let Next::Choose {
        branches,
        otherwise,
    } = &steps[0].work.next
    else {
        panic!("{:?}", steps[0].work.next)
    };
    assert_eq!(*otherwise, Target::Following);
    assert_eq!(branches.len(), 1);
    assert_eq!(branches[0].when, "after_1 = \"3. Pay\"");
    assert_eq!(branches[0].to, Target::Step(steps[2].step));
    assert_eq!(steps[0].work.fields[0].options, ["2. Check", "3. Pay"]);
    assert_eq!(steps[2].work.next, Next::Go(Target::End));
    // Where runs began in several ways, a step before them asks.
    let (world, id) = drafted(&log_of_two(), 100);
    assert_eq!(world.steps(id), ["Begin", "Call", "Mail", "Answer"]);
    // Less detail leaves the rare way out.
    let (world, id) = drafted(&log, 0);
    assert!(world.workspace.draft_steps(id)[0].work.next.is_following());
    let nothing = LogCommand::Draft {
        name: "Empty".to_owned(),
        steps: Vec::new(),
    };
    assert!(
        World::new()
            .refusal(nothing)
            .starts_with("The log has nothing")
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_step_of_a_draft_is_reached_and_ends(
        traces in prop::collection::vec(prop::collection::vec(0..6usize, 1..9), 1..12),
        percent in 0..=100u8,
    ) {
        // X39
        let titles = ["Ask", "Say \"no\"", "“Why”", "It’s ok", "Back\\slash", "Pay"];
        let traces: Vec<Vec<&str>> = traces.iter().map(|trace| trace.iter().map(|n| titles[*n]).collect()).collect();
        let traces: Vec<&[&str]> = traces.iter().map(Vec::as_slice).collect();
        let (world, id) = drafted(&log(&traces), percent);
        let found = lint(&world.workspace.draft_steps(id), &|_| true);
        let found: Vec<_> = found.iter().map(|finding| &finding.message).filter(|message| !message.starts_with("Nobody")).collect();
        prop_assert!(found.is_empty(), "{found:?}");
    }
}
