//! The directly-follows graph, variants and the map, against worked examples and brute force.

use domain::mining::map::layout;
use domain::mining::{follows, variants};
use proptest::prelude::*;

use crate::mining::{MINUTE, REQUESTS, log, place};

#[test]
fn pairs_are_those_of_the_book() {
    // X21 W. M. P. van der Aalst, “Process Mining”, the log of the alpha algorithm: ⟨a,b,c,d⟩ three
    // times, ⟨a,c,b,d⟩ twice, ⟨a,e,d⟩ once; and its relation “directly follows”.
    let log = log(&[(3, "abcd"), (2, "acbd"), (1, "aed")]);
    let follows = follows(&log);
    let shown: Vec<String> = follows
        .edges
        .iter()
        .map(|edge| {
            format!(
                "{}{} {}",
                log.name_of(edge.from),
                log.name_of(edge.to),
                edge.n
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            "ab 3", "bc 3", "cd 3", "ac 2", "bd 2", "cb 2", "ae 1", "ed 1"
        ]
    );
    assert_eq!(
        (
            &follows.n_done[..],
            &follows.n_first[..],
            &follows.n_last[..]
        ),
        (
            &[6, 5, 5, 6, 1][..],
            &[6, 0, 0, 0, 0][..],
            &[0, 0, 0, 6, 0][..]
        )
    );
    assert!(
        follows
            .edges
            .iter()
            .all(|edge| edge.p50 == MINUTE && edge.p85 == MINUTE)
    );
}

#[test]
fn pairs_are_those_that_another_tool_counts() {
    // X21 The log of the compensation requests, counted by pm4py 2.7 from our XES file.
    let log = log(&REQUESTS);
    let follows = follows(&log);
    let most: Vec<String> = follows
        .edges
        .iter()
        .take(5)
        .map(|edge| {
            format!(
                "{}{} {}",
                log.name_of(edge.from),
                log.name_of(edge.to),
                edge.n
            )
        })
        .collect();
    assert_eq!(most, ["de 1080", "eh 930", "cd 684", "ac 674", "eg 461"]);
    assert_eq!(
        (
            follows.n_first[0],
            follows.n_last[place(&log, "h") as usize]
        ),
        (1_391, 930)
    );
}

#[test]
fn variants_are_counted_from_the_most_frequent() {
    // X22
    let log = log(&REQUESTS);
    let variants = variants(&log);
    assert_eq!(variants.len(), 21);
    let counts: Vec<usize> = variants.iter().map(|variant| variant.cases.len()).collect();
    assert_eq!(counts, REQUESTS.map(|row| row.0));
    // 455 of 1,391 and, with the next, 646.
    assert_eq!(
        (variants[0].coverage, variants[1].cumulative),
        (3_271, 4_644)
    );
    assert_eq!(variants[20].cumulative, 10_000);
    assert_eq!(
        variants[0].trace,
        ["a", "c", "d", "e", "h"].map(|name| place(&log, name))
    );
}

#[test]
fn less_detail_leaves_every_step_on_the_map() {
    // X23
    let log = log(&REQUESTS);
    let follows = follows(&log);
    assert_eq!(follows.edges_at(100), follows.edges);
    let few = follows.edges_at(0);
    assert!(few.len() < follows.edges.len());
    for name in ["a", "b", "c", "d", "e", "f", "g", "h"] {
        let step = place(&log, name);
        assert!(
            name == "a" || few.iter().any(|edge| edge.to == step),
            "into {name}"
        );
        assert!(
            "gh".contains(name) || few.iter().any(|edge| edge.from == step),
            "out of {name}"
        );
    }
    let map = layout(&log, &follows.edges);
    assert_eq!(map.rows.first(), Some(&place(&log, "a")));
    assert_eq!(map.rows.len(), 8);
    assert!(map.n_back > 0 && map.n_forward > 0);
}

proptest! {
    #[test]
    fn counts_are_those_of_looking_at_every_pair(
        traces in prop::collection::vec((1usize..4, "[a-f]{1,8}"), 0..12),
        percent in 0u8..=100,
    ) {
        // X21, X22, X23
        let rows: Vec<(usize, &str)> = traces.iter().map(|(n, trace)| (*n, trace.as_str())).collect();
        let log = log(&rows);
        let found = follows(&log);
        for from in "abcdef".chars() {
            for to in "abcdef".chars() {
                let pair: String = [from, to].iter().collect();
                let expected: usize = rows
                    .iter()
                    .map(|(n, trace)| n * trace.as_bytes().windows(2).filter(|two| *two == pair.as_bytes()).count())
                    .sum();
                let counted = found.edges.iter().find(|edge| {
                    log.name_of(edge.from) == from.to_string() && log.name_of(edge.to) == to.to_string()
                });
                prop_assert_eq!(counted.map_or(0, |edge| edge.n as usize), expected);
            }
        }
        let n_cases: usize = rows.iter().map(|row| row.0).sum();
        let n_in_variants: usize = variants(&log).iter().map(|variant| variant.cases.len()).sum();
        prop_assert_eq!(n_in_variants, n_cases);
        // Everything that was done stays on the map, however little detail is asked for.
        let kept = found.edges_at(percent);
        for edge in &found.edges {
            prop_assert!(kept.iter().any(|other| other.from == edge.from));
            prop_assert!(kept.iter().any(|other| other.to == edge.to));
        }
        // Arcs in one lane do not overlap.
        let map = layout(&log, &kept);
        let span = |arc: &domain::mining::map::Arc| (arc.from_row.min(arc.to_row), arc.from_row.max(arc.to_row));
        for (idx, arc) in map.arcs.iter().enumerate() {
            for other in &map.arcs[..idx] {
                let same_side = (arc.to_row > arc.from_row) == (other.to_row > other.from_row);
                if arc.lane.is_some() && arc.lane == other.lane && same_side {
                    let (one, two) = (span(arc), span(other));
                    prop_assert!(one.1 < two.0 || two.1 < one.0);
                }
            }
        }
    }
}
