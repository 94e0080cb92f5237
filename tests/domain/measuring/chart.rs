//! Control charts: limits, rules and phases.

use domain::measure::xmr::{Limits, MIN_FOR_LIMITS, Rule, Signal, phases};
use proptest::prelude::*;

fn is_near(actual: f64, expected: f64) {
    assert!((actual - expected).abs() < 5e-4, "{actual} {expected}");
}

#[test]
fn limits_are_those_of_the_handbook() {
    // X5 NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2 “Individuals Control Charts”:
    // flow rates of ten batches, mean 50.81, mean range 1.8778, limits 55.8041 and 45.8159.
    let values = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
    let limits = Limits::of(&values, false).unwrap();
    is_near(limits.mean, 50.81);
    is_near(limits.mean_range, 1.8778);
    is_near(limits.upper, 55.8041);
    is_near(limits.lower, 45.8159);
    let phase = &phases(&values, &[], false)[0];
    assert_eq!(phase.signals, []);
    assert!(!phase.is_stable(), "ten values are too few");
}

#[test]
fn limits_of_times_are_not_below_zero_and_need_two_values() {
    // X5
    assert_eq!(Limits::of(&[1.0, 9.0, 1.0, 9.0], true).unwrap().lower, 0.0);
    assert!(Limits::of(&[1.0, 9.0, 1.0, 9.0], false).unwrap().lower < 0.0);
    assert_eq!(Limits::of(&[3.0], true), None);
    assert_eq!(Limits::of(&[3.0, f64::NAN], true), None);
}

/// Values that swing evenly about 10, so that the mean range is 2.
fn even(n: usize) -> Vec<f64> {
    (0..n)
        .map(|idx| if idx % 2 == 0 { 9.0 } else { 11.0 })
        .collect()
}

fn rules(values: &[f64]) -> Vec<(usize, Rule)> {
    let phases = phases(values, &[], false);
    let signals = phases.iter().flat_map(|phase| phase.signals.iter());
    signals
        .map(|Signal { place, rule }| (*place, *rule))
        .collect()
}

#[test]
fn each_rule_is_broken_by_what_it_names_and_by_nothing_else() {
    // X6
    assert_eq!(rules(&even(30)), []);
    assert!(phases(&even(MIN_FOR_LIMITS), &[], false)[0].is_stable());

    let mut spike = even(30);
    spike[15] = 25.0;
    let found = rules(&spike);
    assert!(found.contains(&(15, Rule::OutsideLimits)));
    assert!(found.contains(&(15, Rule::WideRange)) && found.contains(&(16, Rule::WideRange)));
    assert_eq!(found.len(), 3);

    // A shift of two: eight in a row above the mean; the rule fires at the eighth.
    let mut shifted = even(16);
    shifted.extend([12.0, 12.2, 12.1, 12.3, 12.0, 12.2, 12.1, 12.3]);
    let found = rules(&shifted);
    let on_one_side = found.iter().filter(|(_, rule)| *rule == Rule::OneSide);
    assert_eq!(on_one_side.map(|(place, _)| *place).next(), Some(22));

    // Three of four near the upper limit.
    let mut near = even(40);
    near[20] = 13.5;
    near[21] = 10.0;
    near[22] = 13.5;
    near[23] = 13.5;
    let found = rules(&near);
    assert!(found.contains(&(23, Rule::NearLimit)), "{found:?}");
    assert!(!found.iter().any(|(_, rule)| *rule == Rule::OutsideLimits));
}

#[test]
fn a_phase_has_limits_of_its_own() {
    // X7
    let mut values = even(20);
    values.extend(even(20).iter().map(|value| value + 20.0));
    assert!(!phases(&values, &[], false)[0].is_stable());
    let split = phases(&values, &[20], false);
    assert_eq!(split.len(), 2);
    assert!(split.iter().all(domain::measure::xmr::Phase::is_stable));
    is_near(split[0].limits.unwrap().mean, 10.0);
    is_near(split[1].limits.unwrap().mean, 30.0);
    assert_eq!(phases(&[], &[], false), []);
    assert_eq!(phases(&values, &[0, 20, 40, 99], false).len(), 2);
}

proptest! {
    #[test]
    fn signals_do_not_depend_on_the_unit(
        values in prop::collection::vec(1i32..2_000, 0..50),
    ) {
        // X6
        let plain: Vec<f64> = values.iter().map(|value| f64::from(*value)).collect();
        // Powers of two keep every digit.
        let scaled: Vec<f64> = plain.iter().map(|value| value * 1024.0).collect();
        prop_assert_eq!(rules(&plain), rules(&scaled));
        for phase in phases(&plain, &[], true) {
            if let Some(limits) = phase.limits {
                prop_assert!(limits.mean.is_finite() && limits.upper.is_finite());
                prop_assert!(limits.lower <= limits.mean && limits.mean <= limits.upper);
            }
        }
    }
}
