//! Yield and rework.

use domain::log::{Lifecycle::*, Window};
use domain::measure::yields::{StepYield, rolled, yields};

use crate::measuring::log;

#[test]
fn rolled_yield_is_that_of_the_worked_example() {
    // X12 The usual worked example of first-pass and rolled yield: 100 units enter A and 90 leave, 80 leave B, 75
    // leave C and 70 leave D: .9, .889, .9375 and .933, together .70.
    let step = |n_entered, n_right| StepYield { n_entered, n_right };
    let steps = [step(100, 90), step(90, 80), step(80, 75), step(75, 70)];
    let shares: Vec<_> = steps.iter().map(|step| step.share().unwrap()).collect();
    assert_eq!(shares, [9_000, 8_889, 9_375, 9_333]);
    assert_eq!(rolled(&steps), Some(7_000));
    assert_eq!(step(0, 0).share(), None);
    assert_eq!(rolled(&[step(0, 0)]), None);
}

#[test]
fn a_step_done_twice_or_sent_back_is_not_right_the_first_time() {
    // X12
    let log = log(&[
        (
            "right",
            0,
            Some(9),
            &[("a", Finished, 1), ("b", Finished, 2)],
        ),
        (
            "again",
            0,
            Some(9),
            &[
                ("a", Finished, 1),
                ("b", Finished, 2),
                ("a", Finished, 3),
                ("b", Finished, 4),
            ],
        ),
        (
            "sent back",
            0,
            Some(9),
            &[("a", Finished, 1), ("b", Rejected, 2), ("b", Finished, 3)],
        ),
        (
            "skipped",
            0,
            Some(9),
            &[("a", Finished, 1), ("b", Skipped, 2)],
        ),
        ("open", 0, None, &[("a", Finished, 1), ("a", Finished, 2)]),
    ]);
    let yields = yields(&log, Window::ALL);
    assert_eq!(
        yields.steps[0],
        StepYield {
            n_entered: 4,
            n_right: 3
        }
    );
    assert_eq!(
        yields.steps[1],
        StepYield {
            n_entered: 3,
            n_right: 1
        }
    );
    assert_eq!(yields.first_pass, Some(5_000));
    assert_eq!(yields.rework, Some(5_000));
    assert_eq!(yields.reworked, [1, 2]);
    // 3/4 × 1/3.
    assert_eq!(yields.rolled, Some(2_500));
}
