//! Jobs of the worker, as the page sends them.

use domain::job::{Answer, Job, Reply, work};
use domain::simulate::{Activity, Network, Simulation, Spread};

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
