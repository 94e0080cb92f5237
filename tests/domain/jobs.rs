//! Jobs of the worker, as the page sends them.

use std::collections::BTreeMap;

use domain::job::{Answer, Job, Reply, work};
use domain::log::{Builder, Window};
use domain::measure::work_time::Clock;
use domain::mining::{Against, Document, Study};
use domain::simulate::{Activity, Network, Simulation, Spread};
use domain::time::Instant;

fn replies(job: &str) -> Vec<Reply> {
    let mut replies = Vec::new();
    work(job, &mut |reply| {
        replies.push(serde_json::from_str(&reply).unwrap());
    });
    replies
}

fn network(low: i64, high: i64) -> Network {
    let duration = Spread {
        low,
        likely: 400,
        high,
        ..Spread::default()
    };
    Network {
        activities: vec![Activity {
            duration,
            ..Activity::default()
        }],
        ..Network::default()
    }
}

fn job(network: Network) -> String {
    let job = Job::Simulate {
        network,
        seed: 5,
        n_trials: 1_100,
    };
    serde_json::to_string(&job).unwrap()
}

// P25: progress that rises to the end, then the answer that the page itself would reckon.
#[test]
fn a_job_reports_and_ends_with_its_answer() {
    let network = network(100, 900);
    let replies = replies(&job(network.clone()));
    let progress: Vec<u32> = replies
        .iter()
        .filter_map(|reply| match reply {
            Reply::Progress {
                n_done,
                n_steps: 1_100,
            } => Some(*n_done),
            _ => None,
        })
        .collect();
    assert_eq!(progress, [250, 500, 750, 1_000, 1_100]);
    let mut own = Simulation::new(&network, 5, 1_100).unwrap();
    own.run(1_100);
    assert_eq!(replies[5..], [Reply::Done(Answer::Simulated(own.finish()))]);
}

// P25: what cannot be done is refused with a sentence.
#[test]
fn a_job_that_cannot_be_done_is_refused() {
    for text in ["", "{}", "{\"simulate\":3}", "\u{0}"] {
        assert!(matches!(&replies(text)[..], [Reply::Refused(_)]), "{text}");
    }
    let refused = replies(&job(network(900, 100)));
    assert!(
        matches!(&refused[..], [Reply::Refused(sentence)] if sentence.contains("out of order"))
    );
}

fn study() -> Study {
    let at = |hours: i64| Instant::from_millis(hours * 3_600_000);
    let mut builder = Builder::default();
    for n in 0..12 {
        let (name, start) = (format!("Case {n}"), n * 24);
        let mut done = vec![
            ("Ask", "Ada", at(start)),
            ("Do", "Ben", at(start + 2 + n % 5)),
        ];
        if n % 3 == 0 {
            done.push(("Ask", "Ada", at(start + 9)));
        }
        done.push(("Close", "", at(start + 11)));
        builder.trace(&name, &done);
    }
    Study {
        log: builder.finish(),
        window: Window {
            from: at(0),
            to: at(400),
        },
        now: at(400),
        clock: Clock::working(vec![(at(0), at(90)), (at(100), at(300))]),
        against: Some(Against {
            documents: BTreeMap::from([(0, Document::sequence(&[0, 1, 2]))]),
            roles: BTreeMap::from([("Ada".to_owned(), "Agent".to_owned())]),
        }),
    }
}

// P25: the chart of a report is drawn anew, the rest is what the page itself would find.
#[test]
fn a_study_in_the_background_finds_what_the_page_would() {
    let study = study();
    let job = serde_json::to_string(&Job::Study(study.clone())).unwrap();
    let mut replies = replies(&job);
    assert_eq!(replies.len(), 3);
    let Some(Reply::Done(Answer::Studied(mut found))) = replies.pop() else {
        panic!("{replies:?}")
    };
    assert!(found.report.phases.is_empty());
    found.report.chart(&study.log);
    let own = study.find();
    assert!(!own.mined.suggestions.is_empty() && own.report.phases.len() == 1);
    assert_eq!(*found, own);
}
