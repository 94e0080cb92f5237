//! The k-th write throws, for every k, once and from then on.

use proptest::prelude::*;
use store::StorageError;

use crate::probe::{Fault, Probe};
use crate::steps::{Step, Walker, any_steps};
use crate::tally::{cases, count};
use crate::world::{Browser, snapshot};

fn n_writes_of(steps: &[Step]) -> usize {
    let probe = Probe::default();
    let mut walker = Walker::new(Browser::new().open_on(probe.clone()));
    for step in steps {
        walker.take(step).unwrap();
    }
    probe.n_writes()
}

/// Takes the steps while writes from the k-th on fail, so many of them. At every moment what the
/// page shows is what storage holds, and a step that is refused changes nothing.
fn check(steps: &[Step], k: usize, n: usize, error: &StorageError) {
    let browser = Browser::new();
    let probe = Probe::default();
    let mut walker = Walker::new(browser.open_on(probe.clone()));
    probe.fail(Fault::Throws {
        from: k,
        n,
        error: error.clone(),
    });
    for step in steps {
        let before = snapshot(&walker.store);
        let undo = (walker.store.next_undo(), walker.store.next_redo());
        if let Err(why) = walker.take(step) {
            assert_eq!(why, error.to_string());
            assert!(snapshot(&walker.store) == before, "write {k}: {step:?}");
            assert_eq!((walker.store.next_undo(), walker.store.next_redo()), undo);
        }
        if step.is_compaction() {
            assert!(
                snapshot(&browser.open_on(probe.copy())) == snapshot(&walker.store),
                "write {k}: {step:?}"
            );
        }
    }
    assert!(snapshot(&browser.open_on(probe.copy())) == snapshot(&walker.store));
    // With room again everything works: one more round of the same steps is refused by no storage.
    probe.heal();
    for step in steps.iter().take(8) {
        walker.take(step).unwrap();
    }
    assert!(snapshot(&browser.open_on(probe.copy())) == snapshot(&walker.store));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(100)))]

    #[test]
    fn up_to_three_false_words_of_fullness_in_a_row_are_never_seen(
        steps in any_steps(30),
        n in 1_usize..=3,
    ) {
        count("T2", "sequences", 1);
        for k in 0..n_writes_of(&steps) {
            count("T2", "failing writes", 1);
            let probe = Probe::default();
            let mut walker = Walker::new(Browser::new().open_on(probe.clone()));
            // Only a write can be refused for want of room.
            probe.fail(Fault::Full { from: k, n });
            for step in &steps {
                prop_assert_eq!(walker.take(step), Ok(()), "write {}: {:?}", k, step);
            }
        }
    }

    #[test]
    fn one_write_that_fails_costs_one_step(steps in any_steps(30)) {
        count("T2", "sequences", 1);
        for k in 0..n_writes_of(&steps) {
            count("T2", "failing writes", 1);
            check(&steps, k, 1, &StorageError::Denied);
        }
    }

    #[test]
    fn writes_that_fail_from_then_on_change_nothing_more(steps in any_steps(30)) {
        count("T2", "sequences", 1);
        for k in 0..n_writes_of(&steps) {
            count("T2", "failing writes", 1);
            check(&steps, k, usize::MAX, &StorageError::Denied);
        }
    }

    #[test]
    fn words_of_fullness_that_do_not_end_change_nothing_more(steps in any_steps(30)) {
        count("T2", "sequences", 1);
        for k in 0..n_writes_of(&steps) {
            count("T2", "failing writes", 1);
            check(&steps, k, usize::MAX, &StorageError::Full);
        }
    }

    #[test]
    fn a_few_writes_that_fail_in_a_row_cost_a_few_steps(steps in any_steps(30)) {
        count("T2", "sequences", 1);
        for k in 0..n_writes_of(&steps) {
            count("T2", "failing writes", 1);
            check(&steps, k, 7, &StorageError::Full);
        }
    }
}
