//! What holds for any flow and any way through it.

use domain::flow::engine::{Engine, Leave};
use domain::flow::graph::{Graph, Place};
use domain::id::{RunId, StepId, TemplateId, VersionId};
use domain::model::{
    Branch, Next, Run, RunEvent, RunEventKind, StepKind, StepWork, Target, Value, Values, Version,
    VersionStep,
};
use domain::time::Instant;
use proptest::prelude::*;

use super::interpreter::{Tree, finish};

fn id(step: usize) -> StepId {
    StepId::from_key(step as u64 + 1)
}

/// A version of steps that follow each other in any way, decided by the question `x`.
fn version(shapes: &[(u8, u8, u8, u8)]) -> Version {
    let n = shapes.len();
    let target = |pick: u8| match usize::from(pick) % (n + 2) {
        0 => Target::Following,
        1 => Target::End,
        step => Target::Step(id(step - 2)),
    };
    let steps = (0..)
        .zip(shapes)
        .map(|(nth, (shape, a, b, c)): (usize, _)| {
            let next = match shape % 8 {
                0..=2 => Next::Following,
                3 => Next::Go(target(*a)),
                4..=5 => Next::Choose {
                    branches: vec![Branch {
                        when: "x".to_owned(),
                        to: target(*a),
                    }],
                    otherwise: target(*b),
                },
                _ => Next::All {
                    heads: vec![id(usize::from(*a) % n), id(usize::from(*b) % n)],
                    join: target(*c),
                },
            };
            VersionStep {
                step: id(nth),
                title: format!("{nth}"),
                instructions: String::new(),
                role: String::new(),
                work: StepWork {
                    next,
                    kind: if c % 5 == 0 {
                        StepKind::Approval {
                            rejected: target(*b),
                            back: None,
                        }
                    } else {
                        StepKind::Task
                    },
                    ..StepWork::default()
                },
            }
        });
    Version {
        template: TemplateId::from_key(1),
        number: 1,
        published_at: Instant::default(),
        note: String::new(),
        by: String::new(),
        run_name: String::new(),
        run_minutes: None,
        steps: steps.collect(),
    }
}

fn fresh() -> Run {
    let (template, version) = (TemplateId::from_key(1), VersionId::from_key(1));
    Run::new(template, version, 1, "Run".to_owned(), Instant::default())
}

/// Tokens that stand on a step or wait, each with the sections it is in.
fn assert_sound(version: &Version, run: &Run) {
    assert_eq!(run.tokens.is_empty(), run.finished_at.is_some());
    // Nothing only waits: whoever waits, waits for someone who has something to do.
    assert_eq!(run.tokens.is_empty(), run.open_tokens().next().is_none());
    for token in run.tokens.iter().filter(|token| token.waits) {
        let section = token.sections.last().unwrap().key;
        assert!(run.open_tokens().any(|other| other.is_in(section)));
    }
    let mut keys: Vec<u32> = run.tokens.iter().map(|token| token.key).collect();
    keys.dedup();
    assert_eq!(keys.len(), run.tokens.len());
    assert!(
        run.tokens
            .iter()
            .all(|token| version.step(token.step).is_some())
    );
}

fn shapes() -> impl Strategy<Value = Vec<(u8, u8, u8, u8)>> {
    prop::collection::vec(any::<(u8, u8, u8, u8)>(), 1..9)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_engine_does_what_a_second_one_does(
        shapes in shapes(), ways in prop::collection::vec(any::<(u8, bool)>(), 0..40),
    ) {
        // R31, R11
        let version = version(&shapes);
        let graph = Graph::new(&version.steps);
        let mut run = fresh();
        Engine::new(&version, &mut run, &|_| None, Instant::default()).start();
        let mut tree = Some(Tree::Step(0));
        for (pick, x) in ways {
            assert_sound(&version, &run);
            let mut steps: Vec<usize> =
                run.open_tokens().map(|token| graph.position(token.step).unwrap()).collect();
            steps.sort_unstable();
            prop_assert_eq!(&steps, &tree.as_ref().map(Tree::leaves).unwrap_or_default());
            let mut doubled = steps.clone();
            doubled.dedup();
            // The tree does not tell two tokens on one step apart.
            if steps.is_empty() || doubled.len() < steps.len() {
                break;
            }
            let step = steps[usize::from(pick) % steps.len()];
            let token = run.open_tokens().find(|token| token.step == id(step)).unwrap().key;
            run.values = Values::from([("x".to_owned(), Value::Flag(x))]);
            Engine::new(&version, &mut run, &|_| None, Instant::default()).leave(token, Leave::Done);
            let goes = |step: usize| match &version.steps[step].work.next {
                Next::Following => graph.following(step),
                Next::Go(target) => graph.resolve(step, *target),
                Next::Choose { branches, otherwise } => {
                    graph.resolve(step, if x { branches[0].to } else { *otherwise })
                }
                Next::All { .. } => Place::End,
            };
            tree = tree.and_then(|tree| finish(&graph, tree, step, &goes));
        }
    }

    #[test]
    fn tokens_are_conserved_and_the_log_played_again_comes_to_the_same_place(
        shapes in shapes(), ways in prop::collection::vec(any::<(u8, u8, bool)>(), 0..40),
    ) {
        // R32, R33
        let version = version(&shapes);
        let mut run = fresh();
        let mut log = Vec::new();
        let mut keep = |happened: Vec<domain::flow::engine::Happened>, values: &Values| {
            for (nth, happened) in happened.into_iter().enumerate() {
                let event = RunEvent::new(RunId::from_key(1), happened.kind, Instant::default());
                let values = if nth == 0 { values.clone() } else { Values::new() };
                let (step, from, token) = (happened.step, happened.from, happened.token);
                log.push(RunEvent { step, from, token, values, ..event });
            }
        };
        keep(Engine::new(&version, &mut run, &|_| None, Instant::default()).start(), &Values::new());
        for (pick, verb, x) in ways {
            assert_sound(&version, &run);
            let open: Vec<u32> = run.open_tokens().map(|token| token.key).collect();
            let token = open.get(usize::from(pick) % open.len().max(1)).copied().unwrap_or(0);
            let to = id(usize::from(verb) % version.steps.len());
            run.values.insert("x".to_owned(), Value::Flag(x));
            let values = run.values.clone();
            let engine = Engine::new(&version, &mut run, &|_| None, Instant::default());
            let happened = match verb % 8 {
                _ if token == 0 => engine.put(0, to, RunEventKind::Reopened),
                0..=4 => engine.leave(token, Leave::Done),
                5 => engine.leave(token, Leave::Omitted),
                6 => engine.leave(token, if verb % 3 == 0 { Leave::Rejected } else { Leave::Back }),
                _ => engine.put(token, to, RunEventKind::Moved),
            };
            keep(happened, &values);
            let given = u32::try_from(log_tokens(&run)).unwrap();
            prop_assert!(given <= run.n_given);
        }
        let mut again = fresh();
        Engine::new(&version, &mut again, &|_| None, Instant::default()).start();
        for event in &log {
            again.values.extend(event.values.clone());
            let names = |_| None;
            let values = again.values.clone();
            let engine = Engine::new(&version, &mut again, &names, Instant::default());
            match event.kind {
                RunEventKind::StepFinished | RunEventKind::Approved => {
                    engine.leave(event.token, Leave::Done);
                }
                RunEventKind::Rejected => drop(engine.leave(event.token, Leave::Rejected)),
                RunEventKind::SentBack => drop(engine.leave(event.token, Leave::Back)),
                RunEventKind::Omitted => drop(engine.leave(event.token, Leave::Omitted)),
                RunEventKind::Moved | RunEventKind::Reopened => {
                    engine.put(event.token, event.step.unwrap(), event.kind);
                }
                _ => {}
            }
            again.values = values;
        }
        prop_assert_eq!(again, run);
    }
}

/// The largest token there is.
fn log_tokens(run: &Run) -> u64 {
    run.tokens
        .iter()
        .map(|token| u64::from(token.key))
        .max()
        .unwrap_or(0)
}
