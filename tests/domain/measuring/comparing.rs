//! Before and after: effect size and chance.

use domain::measure::compare::{Finding, MIN_RUNS, chance, compare};

/// The exact two-sided p-value of the rank sum, by looking at every deal.
fn exact(before: &[i64], after: &[i64]) -> f64 {
    let all: Vec<i64> = before.iter().chain(after).copied().collect();
    let n = all.len();
    let rank = |value: i64| {
        let below = all.iter().filter(|other| **other < value).count();
        let same = all.iter().filter(|other| **other == value).count();
        below as f64 + (same as f64 + 1.0) / 2.0
    };
    let ranks: Vec<f64> = all.iter().map(|value| rank(*value)).collect();
    let expected = ranks.iter().sum::<f64>() * before.len() as f64 / n as f64;
    let seen = (ranks[..before.len()].iter().sum::<f64>() - expected).abs();
    let (mut n_deals, mut n_as_far) = (0u32, 0u32);
    for deal in 0u32..1 << n {
        if deal.count_ones() as usize == before.len() {
            let sum: f64 = (0..n)
                .filter(|idx| deal >> idx & 1 == 1)
                .map(|idx| ranks[idx])
                .sum();
            n_deals += 1;
            n_as_far += u32::from((sum - expected).abs() >= seen - 1e-9);
        }
    }
    f64::from(n_as_far) / f64::from(n_deals)
}

#[test]
fn chance_is_that_of_the_published_examples() {
    // X10 M. Hollander and D. A. Wolfe (1973), 69f, as in R's help page of wilcox.test: permeability
    // of a membrane at term and between 12 and 26 weeks, W = 35, one-sided p = 0.1272. The
    // distribution of untied ranks is symmetric, so the two-sided one is twice that.
    let at_term = [80, 83, 189, 104, 145, 138, 191, 164, 73, 146];
    let earlier = [115, 88, 90, 74, 121];
    assert!((exact(&at_term, &earlier) - 2.0 * 0.1272).abs() < 1e-4);
    let dealt = f64::from(chance(&at_term, &earlier, 19_999, 1)) / 10_000.0;
    assert!((dealt - 0.2544).abs() < 0.01, "{dealt}");
    // W counts the pairs in which the first is larger: 35 of 50.
    assert_eq!(compare(&at_term, &earlier).shorter, Some(7_000));

    // B. Efron and R. J. Tibshirani, “An Introduction to the Bootstrap” (1993), table 2.1: survival
    // of treated and untreated mice; ranks against every deal.
    let treated = [94, 197, 16, 38, 99, 141, 23];
    let control = [52, 104, 146, 10, 51, 30, 40, 27, 46];
    let dealt = f64::from(chance(&treated, &control, 19_999, 7)) / 10_000.0;
    assert!((dealt - exact(&treated, &control)).abs() < 0.01, "{dealt}");
}

#[test]
fn a_comparison_says_what_it_found_or_that_it_is_too_early() {
    // X11
    let before: Vec<i64> = (0..20).map(|n| 100 + n * 3 % 17).collect();
    let after: Vec<i64> = (0..20).map(|n| 80 + n * 5 % 19).collect();
    let shorter = compare(&before, &after);
    assert_eq!(shorter.finding, Finding::Shorter);
    assert_eq!(shorter.shorter, Some(10_000));
    assert!(shorter.chance.unwrap() <= 10);
    assert_eq!(compare(&after, &before).finding, Finding::Longer);
    assert_eq!(compare(&before, &before).finding, Finding::NoDifference);
    assert_eq!(compare(&before, &before).shorter, Some(5_000));
    let early = compare(&before, &after[..MIN_RUNS - 1]);
    assert_eq!((early.finding, early.chance), (Finding::TooEarly, None));
    assert_eq!(early.after.map(|spread| spread.n), Some(MIN_RUNS - 1));
    let nothing = compare(&[], &[]);
    assert_eq!(
        (nothing.finding, nothing.shorter),
        (Finding::TooEarly, None)
    );
    // Times that are all the same differ in nothing.
    assert_eq!(compare(&[5; 10], &[5; 10]).finding, Finding::NoDifference);
}

#[test]
fn dealing_is_seeded() {
    // X11
    let (before, after) = ([3, 9, 4, 7, 5, 6, 8, 2], [1, 5, 2, 3, 6, 4, 2, 1]);
    assert_eq!(compare(&before, &after), compare(&before, &after));
    assert_eq!(
        chance(&before, &after, 999, 3),
        chance(&before, &after, 999, 3)
    );
}
