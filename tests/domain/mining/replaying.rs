//! Token replay against the published fitness of four nets.

use domain::log::Log;
use domain::mining::{Document, Net, Replay, Transition, Way};

use crate::mining::{REQUESTS, log, place};

/// A net from its transitions: activity, places taken from, places given to. Place 0 is the start
/// and place 1 the end.
fn net(log: &Log, n_places: u32, rows: &[(&str, &[u32], &[u32])]) -> Net {
    let transitions = rows.iter().map(|(name, takes, gives)| Transition {
        activity: Some(place(log, name)),
        takes: takes.to_vec(),
        gives: gives.to_vec(),
    });
    Net {
        n_places,
        transitions: transitions.collect(),
        start: 0,
        end: 1,
    }
}

/// Examining and checking side by side, deciding, possibly beginning anew.
fn side_by_side(log: &Log) -> Net {
    net(
        log,
        7,
        &[
            ("a", &[0], &[2, 3]),
            ("b", &[2], &[4]),
            ("c", &[2], &[4]),
            ("d", &[3], &[5]),
            ("e", &[4, 5], &[6]),
            ("f", &[6], &[2, 3]),
            ("g", &[6], &[1]),
            ("h", &[6], &[1]),
        ],
    )
}

/// The same, but checking only after examining.
fn one_after_another(log: &Log) -> Net {
    net(
        log,
        6,
        &[
            ("a", &[0], &[2]),
            ("b", &[2], &[3]),
            ("c", &[2], &[3]),
            ("d", &[3], &[4]),
            ("e", &[4], &[5]),
            ("f", &[5], &[2]),
            ("g", &[5], &[1]),
            ("h", &[5], &[1]),
        ],
    )
}

/// No choice: casual examination beside the check, deciding and rejecting.
fn without_choice(log: &Log) -> Net {
    net(
        log,
        7,
        &[
            ("a", &[0], &[2, 3]),
            ("c", &[2], &[4]),
            ("d", &[3], &[5]),
            ("e", &[4, 5], &[6]),
            ("h", &[6], &[1]),
        ],
    )
}

/// A flower: anything in any order between the first and the last step.
fn flower(log: &Log) -> Net {
    net(
        log,
        3,
        &[
            ("a", &[0], &[2]),
            ("b", &[2], &[2]),
            ("c", &[2], &[2]),
            ("d", &[2], &[2]),
            ("e", &[2], &[2]),
            ("f", &[2], &[2]),
            ("g", &[2], &[1]),
            ("h", &[2], &[1]),
        ],
    )
}

fn fitness(log: &Log, net: &Net) -> u16 {
    let mut replay = Replay::default();
    for case in &log.cases {
        let trace: Vec<u32> = log.trace(case).collect();
        replay = replay.plus(net.replay(&trace), 1);
    }
    replay.fitness().unwrap()
}

#[test]
fn fitness_is_that_of_the_book() {
    // X24 The same book, section 8.2: 1, 0.9504, 0.8797 and 1 for the four nets.
    let log = log(&REQUESTS);
    assert_eq!(log.cases.len(), 1_391);
    assert_eq!(fitness(&log, &side_by_side(&log)), 10_000);
    assert_eq!(fitness(&log, &one_after_another(&log)), 9_504);
    assert_eq!(fitness(&log, &without_choice(&log)), 8_797);
    assert_eq!(fitness(&log, &flower(&log)), 10_000);
}

#[test]
fn tokens_are_counted_as_in_the_book() {
    // X24 Section 8.2: p = 6, c = 6, m = 1, r = 1 for a d c e h where checking comes after examining,
    // and p = 5, c = 5, m = 2, r = 2 for a b d e g where there is no choice.
    let log = log(&REQUESTS);
    let trace = |text: &str| -> Vec<u32> {
        text.chars()
            .map(|letter| place(&log, &letter.to_string()))
            .collect()
    };
    let replay = one_after_another(&log).replay(&trace("adceh"));
    assert_eq!(
        replay,
        Replay {
            produced: 6,
            consumed: 6,
            missing: 1,
            remaining: 1
        }
    );
    assert_eq!(replay.fitness(), Some(8_333));
    let replay = without_choice(&log).replay(&trace("abdeg"));
    assert_eq!(
        replay,
        Replay {
            produced: 5,
            consumed: 5,
            missing: 2,
            remaining: 2
        }
    );
    assert_eq!(replay.fitness(), Some(6_000));
}

#[test]
fn a_document_becomes_the_net_of_its_flow() {
    // X25 Branches, a section side by side and a way back, much as in the book.
    let log = log(&REQUESTS);
    let at = |name: &str| place(&log, name);
    let to = |names: &str| {
        Way::One(
            names
                .chars()
                .map(|name| Some(at(&name.to_string())))
                .collect(),
        )
    };
    let section = Way::All {
        heads: vec![at("c"), at("d")],
        join: Some(at("e")),
    };
    let document = Document {
        start: Some(at("a")),
        ways: [
            (at("a"), section),
            (at("c"), to("e")),
            (at("d"), to("e")),
            (at("e"), to("fgh")),
            (at("f"), to("a")),
            (at("g"), Way::One(vec![None])),
            (at("h"), Way::One(vec![None])),
        ]
        .into(),
        ..Document::default()
    };
    let net = document.net();
    let replay = |text: &str| {
        let trace: Vec<u32> = text.chars().map(|letter| at(&letter.to_string())).collect();
        let replay = net.replay(&trace);
        (replay.missing, replay.remaining)
    };
    for fitting in ["acdeh", "adceg", "acdefadceg", "adcefacdefacdeh"] {
        assert_eq!(replay(fitting), (0, 0), "{fitting}");
    }
    assert_ne!(replay("aceh"), (0, 0));
    assert_ne!(replay("acdefcdeg"), (0, 0));
    assert_ne!(replay("acde"), (0, 0));
    let required: Vec<u32> = document.required().into_iter().collect();
    let mut expected = ["a", "c", "d", "e"].map(at);
    expected.sort_unstable();
    assert_eq!(required, expected);
}

#[test]
fn an_empty_document_and_an_empty_trace_are_replayed() {
    // X24
    let net = Document::default().net();
    assert_eq!(net.replay(&[]).missing, 0);
    let net = Document::sequence(&[0, 1]).net();
    let replay = net.replay(&[]);
    assert_eq!((replay.missing, replay.remaining), (1, 1));
    assert_eq!(Replay::default().fitness(), None);
}
