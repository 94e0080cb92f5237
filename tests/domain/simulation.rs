//! Monte Carlo against what can be computed exactly. Floats are the oracle's, not the domain's.

use domain::simulate::{
    Activity, Chance, DriverKind, Link, LinkKind, Network, Outcome, RiskEvent, Shape, Simulation,
    Spread,
};
use proptest::prelude::*;

const N: u32 = 10_000;

fn spread(low: i64, likely: i64, high: i64, shape: Shape) -> Spread {
    Spread {
        low,
        likely,
        high,
        shape,
    }
}

fn activity(duration: Spread) -> Activity {
    Activity {
        duration,
        ..Activity::default()
    }
}

fn after(from: usize, to: usize) -> Link {
    Link {
        from,
        to,
        kind: LinkKind::FinishStart,
        lag: 0,
    }
}

fn network(durations: &[Spread], links: &[Link]) -> Network {
    Network {
        activities: durations.iter().copied().map(activity).collect(),
        links: links.to_vec(),
        ..Network::default()
    }
}

fn outcome(network: &Network, seed: u64) -> Outcome {
    let mut simulation = Simulation::new(network, seed, N).unwrap();
    simulation.run(N);
    simulation.finish()
}

fn refusal(network: &Network) -> String {
    Simulation::new(network, 1, N).err().unwrap().to_string()
}

fn mean(values: &[i64]) -> f64 {
    values.iter().sum::<i64>() as f64 / values.len() as f64
}

fn variance(values: &[i64]) -> f64 {
    let mean = mean(values);
    values
        .iter()
        .map(|v| (*v as f64 - mean).powi(2))
        .sum::<f64>()
        / values.len() as f64
}

/// Mean and variance of a triangle and of beta-PERT, by their formulas.
fn moments(spread: Spread) -> (f64, f64) {
    let (a, m, b) = (spread.low as f64, spread.likely as f64, spread.high as f64);
    match spread.shape {
        Shape::Triangular => (
            (a + m + b) / 3.0,
            (a * a + m * m + b * b - a * m - a * b - m * b) / 18.0,
        ),
        Shape::Pert => {
            let mean = (a + 4.0 * m + b) / 6.0;
            (mean, (mean - a) * (b - mean) / 7.0)
        }
    }
}

/// The distribution function of a triangle.
fn triangle_cdf(s: Spread, x: f64) -> f64 {
    let (a, m, b) = (s.low as f64, s.likely as f64, s.high as f64);
    if x <= m {
        (x - a).powi(2) / ((b - a) * (m - a))
    } else {
        1.0 - (b - x).powi(2) / ((b - a) * (b - m))
    }
}

// P9: the reference implementation of xoshiro256++ seeded by SplitMix64 with 0 begins so.
#[test]
fn the_generator_is_the_published_one() {
    let mut chance = Chance::new(0);
    let drawn = [(); 4].map(|()| chance.draw());
    assert_eq!(drawn, GENERATED);
}

const GENERATED: [u64; 4] = [
    5_987_356_902_031_041_503,
    7_051_070_477_665_621_255,
    6_633_766_593_972_829_180,
    211_316_841_551_650_330,
];

// P9: portions do not matter, seeds do.
#[test]
fn the_same_seed_gives_the_same_outcome() {
    let s = spread(10, 20, 50, Shape::Pert);
    let network = network(&[s, s, s], &[after(0, 1)]);
    let mut portions = Simulation::new(&network, 7, N).unwrap();
    while !portions.is_complete() {
        portions.run(333);
    }
    assert_eq!(portions.finish(), outcome(&network, 7));
    assert_ne!(outcome(&network, 7), outcome(&network, 8));
}

// P10: mean within four standard errors, variance within 5 %, ends never passed.
#[test]
fn one_activity_has_the_moments_of_its_estimate() {
    for shape in [Shape::Triangular, Shape::Pert] {
        for (low, likely, high) in [
            (0, 500_000, 1_000_000),
            (100_000, 150_000, 900_000),
            (0, 0, 700_000),
            (0, 800_000, 800_000),
            (40, 50, 95),
        ] {
            let s = spread(low, likely, high, shape);
            let outcome = outcome(&network(&[s], &[]), 3);
            let (expected, var) = moments(s);
            let error = (var / f64::from(N)).sqrt();
            let found = mean(&outcome.finishes);
            assert!(
                (found - expected).abs() < 4.0 * error + 0.5,
                "{s:?}: {found} {expected}"
            );
            let found = variance(&outcome.finishes);
            assert!((found / var - 1.0).abs() < 0.05, "{s:?}: {found} {var}");
            assert!(outcome.finishes[0] >= low && outcome.finishes[N as usize - 1] <= high);
        }
    }
}

// P10: percentiles of the triangle, and of Beta(3, 3), which is beta-PERT with its mode in the middle.
#[test]
fn percentiles_are_those_of_the_distribution() {
    let width = 1_000_000.0;
    for percent in [5_u8, 50, 80, 95] {
        let p = f64::from(percent) / 100.0;
        let error = 4.0 * (p * (1.0 - p) / f64::from(N)).sqrt();
        let triangle = spread(0, 300_000, 1_000_000, Shape::Triangular);
        let found = outcome(&network(&[triangle], &[]), 11).finish_at(percent) as f64;
        assert!(
            (triangle_cdf(triangle, found) - p).abs() < error,
            "{percent}: {found}"
        );
        let pert = spread(0, 500_000, 1_000_000, Shape::Pert);
        let x = outcome(&network(&[pert], &[]), 11).finish_at(percent) as f64 / width;
        let cdf = x.powi(3) * (10.0 - 15.0 * x + 6.0 * x * x);
        assert!((cdf - p).abs() < error, "{percent}: {x} {cdf}");
    }
}

// P11: means and variances of a chain add up.
#[test]
fn a_chain_is_the_sum_of_its_activities() {
    let chain = [
        spread(10_000, 20_000, 60_000, Shape::Triangular),
        spread(5_000, 9_000, 40_000, Shape::Pert),
        spread(30_000, 30_000, 50_000, Shape::Triangular),
    ];
    let outcome = outcome(&network(&chain, &[after(0, 1), after(1, 2)]), 5);
    let (expected, var) = chain
        .map(moments)
        .iter()
        .fold((0.0, 0.0), |(m, v), (dm, dv)| (m + dm, v + dv));
    let error = (var / f64::from(N)).sqrt();
    assert!((mean(&outcome.finishes) - expected).abs() < 4.0 * error);
    assert!((variance(&outcome.finishes) / var - 1.0).abs() < 0.05);
    assert_eq!(outcome.criticality, [10_000; 3]);
}

// P11: merge bias. The mean of the larger of two equal triangles is the integral of 1 - F².
#[test]
fn two_parallel_paths_end_later_than_either() {
    let s = spread(0, 400_000, 1_000_000, Shape::Triangular);
    let outcome = outcome(&network(&[s, s], &[]), 17);
    let step = 100.0;
    let expected: f64 = (0..10_000)
        .map(|i| (1.0 - triangle_cdf(s, (f64::from(i) + 0.5) * step).powi(2)) * step)
        .sum();
    let error = (variance(&outcome.finishes) / f64::from(N)).sqrt();
    let found = mean(&outcome.finishes);
    assert!((found - expected).abs() < 4.0 * error, "{found} {expected}");
    assert!(expected > moments(s).0 * 1.2);
    // Each is the later one in half of the trials.
    for share in &outcome.criticality {
        assert!(share.abs_diff(5_000) < 200, "{share}");
    }
}

// P12: a textbook network with certain durations (PMBOK Guide, figure of the critical path method:
// start → A 5 → B 5 → D 15 → end and A → C 10 → D).
#[test]
fn certain_durations_give_the_critical_path() {
    let fixed = [5, 5, 10, 15].map(Spread::fixed);
    let links = [after(0, 1), after(0, 2), after(1, 3), after(2, 3)];
    let outcome = outcome(&network(&fixed, &links), 1);
    assert_eq!((outcome.finish_at(5), outcome.finish_at(95)), (30, 30));
    assert_eq!(outcome.criticality, [10_000, 0, 10_000, 10_000]);
    assert_eq!(outcome.drivers, []);
}

// P12: each kind of link with lag and lead, by hand.
#[test]
fn every_kind_of_link_is_kept_to() {
    for (kind, lag, finish) in [
        (LinkKind::FinishStart, 2, 10 + 2 + 4),
        (LinkKind::FinishStart, -3, 10 - 3 + 4),
        (LinkKind::StartStart, 9, 9 + 4),
        (LinkKind::FinishFinish, 1, 10 + 1),
        (LinkKind::StartFinish, 12, 12),
    ] {
        let links = [Link {
            from: 0,
            to: 1,
            kind,
            lag,
        }];
        let outcome = outcome(&network(&[Spread::fixed(10), Spread::fixed(4)], &links), 1);
        assert_eq!(outcome.finish_at(50), finish, "{kind:?}");
        assert_eq!(outcome.criticality, [10_000, 10_000], "{kind:?}");
    }
    let mut late = network(&[Spread::fixed(10), Spread::fixed(4)], &[]);
    late.activities[1].not_before = 100;
    assert_eq!(outcome(&late, 1).finish_at(50), 104);
}

// P13: a risk of 30 % that costs 1,000 and ten ticks; its expected values are the products.
#[test]
fn a_risk_strikes_as_often_as_its_probability_says() {
    let mut network = network(&[Spread::fixed(100)], &[]);
    network.activities[0].rate = 2_000;
    network.fixed_cost = 7;
    network.risks = vec![
        RiskEvent {
            probability: 3_000,
            activity: Some(0),
            delay: Spread::fixed(10),
            cost: Spread::fixed(1_000),
        },
        RiskEvent {
            probability: 10_000,
            activity: None,
            delay: Spread::fixed(1),
            cost: Spread::fixed(0),
        },
        RiskEvent {
            probability: 0,
            activity: None,
            delay: Spread::fixed(900),
            cost: Spread::fixed(900),
        },
    ];
    network.promised = Some(105);
    let outcome = outcome(&network, 23);
    let struck = outcome
        .finishes
        .iter()
        .filter(|finish| **finish == 111)
        .count();
    assert!(struck.abs_diff(3_000) < 4 * 46, "{struck}");
    assert_eq!(outcome.finishes[0], 101);
    assert_eq!(outcome.chance, Some(10_000 - struck as u32));
    assert_eq!(outcome.cost_at(1), 207);
    assert_eq!(outcome.cost_at(99), 207 + 20 + 1_000);
    assert_eq!(outcome.drivers[0].what, DriverKind::Risk(0));
    assert_eq!(
        (outcome.drivers[0].low, outcome.drivers[0].high),
        (101, 111)
    );
}

// P14: what makes no sense is refused.
#[test]
fn networks_that_make_no_sense_are_refused() {
    let s = Spread::fixed(5);
    assert!(refusal(&network(&[], &[])).contains("no tasks"));
    assert!(refusal(&network(&[spread(5, 4, 9, Shape::Pert)], &[])).contains("out of order"));
    assert!(refusal(&network(&[spread(-1, 4, 9, Shape::Pert)], &[])).contains("negative"));
    assert!(refusal(&network(&[spread(0, 4, i64::MAX, Shape::Pert)], &[])).contains("too large"));
    assert!(refusal(&network(&[s], &[after(0, 0)])).contains("nowhere"));
    assert!(refusal(&network(&[s], &[after(0, 5)])).contains("nowhere"));
    assert!(refusal(&network(&[s, s], &[after(0, 1), after(1, 0)])).contains("circle"));
    let mut odd = network(&[s], &[]);
    odd.risks = vec![RiskEvent {
        probability: 10_001,
        activity: None,
        delay: s,
        cost: s,
    }];
    assert!(refusal(&odd).contains("100 %"));
    let far = Link {
        lag: i64::MAX,
        ..after(0, 1)
    };
    assert!(refusal(&network(&[s, s], &[far])).contains("too large"));
}

#[test]
fn bars_count_every_trial_once() {
    let s = spread(100, 400, 1_000, Shape::Triangular);
    let outcome = outcome(&network(&[s], &[]), 2);
    for width in [1, 50, 100_000, -4] {
        let bars = outcome.finish_bars(width);
        assert_eq!(bars.iter().map(|bar| bar.n_trials).sum::<u32>(), N);
        assert!(bars.windows(2).all(|pair| pair[0].to == pair[1].from));
    }
    assert_eq!(Outcome::default().finish_bars(5), []);
    assert_eq!(Outcome::default().finish_at(80), 0);
}

#[test]
fn what_lies_at_the_end_of_a_bar_is_in_it() {
    let outcome = Outcome {
        finishes: vec![100, 101, 200, 200],
        ..Outcome::default()
    };
    let bars = outcome.finish_bars(100);
    let bars: Vec<(i64, i64, u32)> = bars
        .iter()
        .map(|bar| (bar.from, bar.to, bar.n_trials))
        .collect();
    assert_eq!(bars, [(0, 100, 1), (100, 200, 3)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    // P12: against an oracle that relaxes links until nothing moves (Bellman and Ford).
    #[test]
    fn any_network_finishes_when_its_longest_path_does(
        durations in prop::collection::vec(0_i64..50, 1..12),
        links in prop::collection::vec((0_usize..12, 0_usize..12, 0_u8..4, -20_i64..20), 0..30),
    ) {
        let n = durations.len();
        let links: Vec<Link> = links.into_iter()
            .filter(|(from, to, ..)| from < to && *to < n)
            .map(|(from, to, kind, lag)| Link {
                from, to, lag,
                kind: [LinkKind::FinishStart, LinkKind::StartStart, LinkKind::FinishFinish, LinkKind::StartFinish][usize::from(kind)],
            }).collect();
        let mut starts = vec![0_i64; n];
        for _ in 0..=n {
            for link in &links {
                let (from, to) = (starts[link.from], durations[link.to]);
                let least = match link.kind {
                    LinkKind::FinishStart => from + durations[link.from] + link.lag,
                    LinkKind::StartStart => from + link.lag,
                    LinkKind::FinishFinish => from + durations[link.from] + link.lag - to,
                    LinkKind::StartFinish => from + link.lag - to,
                };
                starts[link.to] = starts[link.to].max(least);
            }
        }
        let finish = (0..n).map(|i| starts[i] + durations[i]).max().unwrap();
        let spreads: Vec<Spread> = durations.iter().copied().map(Spread::fixed).collect();
        let network = network(&spreads, &links);
        let mut simulation = Simulation::new(&network, 1, 3).unwrap();
        simulation.run(3);
        let outcome = simulation.finish();
        prop_assert_eq!(outcome.finish_at(50), finish);
        // Lengthening exactly the critical ones moves the finish.
        for (at, duration) in durations.iter().enumerate() {
            let mut longer = network.clone();
            longer.activities[at].duration = Spread::fixed(duration + 1);
            let mut simulation = Simulation::new(&longer, 1, 1).unwrap();
            simulation.run(1);
            let moved = simulation.finish().finish_at(50) > finish;
            prop_assert!(!moved || outcome.criticality[at] == 10_000);
        }
    }
}
