//! Percentiles by one rule.

use domain::measure::percentile::{Spread, percentile};
use proptest::prelude::*;

#[test]
fn percentiles_are_those_of_type_seven() {
    // X1 R: quantile(c(15, 20, 35, 40, 50) * 100, c(.05, .3, .4, .5, .85, 1), type = 7).
    let values = [1_500, 2_000, 3_500, 4_000, 5_000];
    for (p, expected) in [
        (0, 1_500),
        (5, 1_600),
        (30, 2_300),
        (40, 2_900),
        (50, 3_500),
        (85, 4_400),
        (95, 4_800),
        (100, 5_000),
    ] {
        assert_eq!(percentile(&values, p), Some(expected), "{p}");
    }
    assert_eq!(percentile(&[], 50), None);
    assert_eq!(percentile(&[7], 85), Some(7));
    assert_eq!(Spread::of(vec![]), None);
    assert_eq!(
        Spread::of(vec![4, 1, 3, 2]).map(|spread| (spread.n, spread.p50, spread.mean)),
        Some((4, 3, 2))
    );
}

proptest! {
    #[test]
    fn percentiles_lie_between_the_ends_and_grow(
        mut values in prop::collection::vec(-1_000_000i64..1_000_000_000_000, 1..60),
        p in 0u8..100,
    ) {
        // X1
        values.sort_unstable();
        let (low, high) = (percentile(&values, p).unwrap(), percentile(&values, p + 1).unwrap());
        prop_assert!(values[0] <= low && low <= high && high <= values[values.len() - 1]);
        // The same place in the reals, by another way.
        let place = (values.len() - 1) as f64 * f64::from(p) / 100.0;
        let (below, above) = (values[place.floor() as usize], values[place.ceil() as usize]);
        let exact = below as f64 + (above - below) as f64 * place.fract();
        prop_assert!((low as f64 - exact).abs() <= 0.51, "{low} {exact}");
    }
}
