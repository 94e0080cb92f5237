//! A crash at every write: what was acknowledged is there, whole, and nothing else is.

use domain::command::SampleCommand;
use domain::workspace::Workspace;
use proptest::prelude::*;
use reactive_graph::traits::GetUntracked;
use store::Saving;
use store::memory::MemoryStorage;

use crate::probe::Probe;
use crate::steps::{Step, Walker, any_steps};
use crate::tally::{cases, count};
use crate::world::{Browser, saving, snapshot};

/// A workspace and the number of writes after which it was acknowledged.
struct Acknowledged {
    n_writes: usize,
    workspace: Workspace,
}

/// Walks, and remembers what was acknowledged when.
fn walk(walker: &mut Walker, probe: &Probe, steps: &[Step]) -> Vec<Acknowledged> {
    let mut history = vec![Acknowledged {
        n_writes: 0,
        workspace: Workspace::default(),
    }];
    for step in steps {
        walker.take(step).unwrap();
        history.push(Acknowledged {
            n_writes: probe.n_writes(),
            workspace: snapshot(&walker.store),
        });
    }
    history
}

/// Opens the storage after each prefix of its writes: it shows exactly what was acknowledged last.
fn check_prefixes(browser: &Browser, probe: &Probe, history: &[Acknowledged]) {
    let prefixes = probe.prefixes();
    count("T1", "sequences", 1);
    count("T1", "crash points", prefixes.len());
    for (n_writes, survived) in prefixes.into_iter().enumerate() {
        let last = history
            .iter()
            .rev()
            .find(|state| state.n_writes <= n_writes);
        let expected = &last.unwrap().workspace;
        let storage = MemoryStorage::with_entries(survived.clone());
        let recovered = browser.open_on(storage.clone());
        // Neither an action that is missing nor a part of one that is there.
        assert!(snapshot(&recovered) == *expected, "after write {n_writes}");
        assert_eq!(expected.problems(), []);
        assert_eq!(recovered.damages().get_untracked(), []);
        assert_eq!(saving(&recovered), Saving::Works);
        // Recovering has changed nothing, so recovering once more is the same.
        assert!(storage.entries() == survived);
    }
}

#[test]
fn the_sample_workspace_is_there_whole_or_not_at_all() {
    let browser = Browser::new();
    let probe = Probe::default();
    let mut walker = Walker::new(browser.open_on(probe.clone()));
    walker.store.dispatch(SampleCommand::Load).unwrap();
    let loaded = Acknowledged {
        n_writes: probe.n_writes(),
        workspace: snapshot(&walker.store),
    };
    let steps = [Step::StartCompaction, Step::Undo, Step::FinishCompaction];
    let mut history = walk(&mut walker, &probe, &steps);
    history.insert(1, loaded);
    check_prefixes(&browser, &probe, &history);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(1000)))]

    #[test]
    fn every_prefix_of_the_writes_holds_exactly_what_was_acknowledged(steps in any_steps(300)) {
        let browser = Browser::new();
        let probe = Probe::default();
        let mut walker = Walker::new(browser.open_on(probe.clone()));
        let history = walk(&mut walker, &probe, &steps);
        check_prefixes(&browser, &probe, &history);
    }

    #[test]
    fn work_goes_on_after_a_crash_in_the_middle_of_anything(
        before in any_steps(30),
        after in any_steps(30),
        at in any::<prop::sample::Index>(),
    ) {
        let browser = Browser::new();
        let probe = Probe::default();
        let mut walker = Walker::new(browser.open_on(probe.clone()));
        for step in &before {
            walker.take(step).unwrap();
        }
        let prefixes = probe.prefixes();
        let survived = prefixes[at.index(prefixes.len())].clone();
        count("T1", "sequences", 1);
        count("T1", "crash points", 1);
        let survivor = Browser::with_storage(MemoryStorage::with_entries(survived));
        let mut walker = Walker::new(survivor.open());
        for step in &after {
            walker.take(step).unwrap();
        }
        prop_assert!(survivor.reopened() == snapshot(&walker.store));
        prop_assert_eq!(snapshot(&walker.store).problems(), []);
    }
}
