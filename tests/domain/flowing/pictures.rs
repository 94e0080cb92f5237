//! The picture of a map: nothing lies over anything else, however large it is.

use domain::flow::graph::{Graph, Place};
use domain::flow::layout::layout;
use domain::flow::picture::{BOX, Picture, picture};
use domain::id::StepId;
use domain::model::{Branch, Next, Step, StepKind, StepWork, Target, VersionStep};
use domain::order::OrderKey;
use proptest::prelude::*;

/// What follows a step: nothing special, or ways to the steps at these places.
type Shape = (u8, usize, usize);

fn id(nth: usize) -> StepId {
    StepId::from_key(nth as u64 + 1)
}

fn steps(shapes: &[Shape]) -> Vec<VersionStep> {
    let step = |(nth, (kind, a, b)): (usize, &Shape)| {
        let to = |n: usize| Target::Step(id(n % shapes.len()));
        let mut work = StepWork::default();
        match kind % 6 {
            0 => work.next = Next::Go(to(*a)),
            1 => {
                work.next = Next::Choose {
                    branches: vec![
                        Branch {
                            when: "x".to_owned(),
                            to: to(*a),
                        },
                        Branch {
                            when: "y".to_owned(),
                            to: to(*b),
                        },
                    ],
                    otherwise: Target::Following,
                }
            }
            2 => {
                work.kind = StepKind::Approval {
                    rejected: Target::End,
                    back: Some(id(*a % shapes.len())),
                };
            }
            3 if nth + 3 < shapes.len() => {
                work.next = Next::All {
                    heads: vec![id(nth + 1), id(nth + 2)],
                    join: Target::Step(id(nth + 3)),
                };
            }
            _ => {}
        }
        let step = Step {
            template: domain::id::TemplateId::from_key(1),
            title: format!("Step {nth}"),
            instructions: String::new(),
            role: String::new(),
            order: OrderKey::between(None, None),
            work,
        };
        VersionStep::of(id(nth), &step)
    };
    shapes.iter().enumerate().map(step).collect()
}

/// Left, top, right and bottom.
type Area = (i64, i64, i64, i64);

fn boxes(picture: &Picture) -> Vec<Area> {
    let corners = picture.steps.iter().chain([&picture.end]);
    corners
        .map(|(x, y)| (*x, *y, x + BOX.0, y + BOX.1))
        .collect()
}

fn overlap(a: Area, b: Area) -> bool {
    a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3
}

fn assert_readable(shapes: &[Shape]) {
    let steps = steps(shapes);
    let graph = Graph::new(&steps);
    let picture = picture(&layout(&graph));
    let boxes = boxes(&picture);
    let is_inside = |area: &Area| {
        area.0 >= 0 && area.1 >= 0 && area.2 <= picture.width && area.3 <= picture.height
    };
    for (nth, one) in boxes.iter().enumerate() {
        assert!(
            is_inside(one),
            "{one:?} of {} × {}",
            picture.width,
            picture.height
        );
        for other in &boxes[nth + 1..] {
            assert!(!overlap(*one, *other), "{one:?} over {other:?}");
        }
    }
    for line in &picture.lines {
        let (first, last) = (line.points[0], line.points[line.points.len() - 1]);
        let from = boxes[line.drawn.edge.from];
        let to = match line.drawn.edge.to {
            Place::Step(step) => boxes[step],
            Place::End => boxes[steps.len()],
        };
        assert_eq!(first, (from.2, from.1 + BOX.1 / 2));
        assert_eq!(last, (to.0, to.1 + BOX.1 / 2));
        for piece in line.points.windows(2) {
            let (a, b) = (piece[0], piece[1]);
            assert!(a.0 == b.0 || a.1 == b.1, "{piece:?} is aslant");
            let area = (
                a.0.min(b.0),
                a.1.min(b.1),
                a.0.max(b.0) + 1,
                a.1.max(b.1) + 1,
            );
            assert!(is_inside(&area), "{piece:?}");
            for own in &boxes {
                // A way may touch the edge where it begins or ends.
                let inner = (own.0 + 1, own.1 + 1, own.2 - 1, own.3 - 1);
                assert!(!overlap(area, inner), "{piece:?} through {own:?}");
            }
        }
        // Letters of twelve units are at most seven wide on average.
        let half = line.n_letters as i64 * 7 / 2;
        let label = (
            line.label.0 - half,
            line.label.1 - 9,
            line.label.0 + half,
            line.label.1 + 2,
        );
        assert!(is_inside(&label), "{label:?}");
        for own in &boxes {
            assert!(!overlap(label, *own), "label {label:?} over {own:?}");
        }
    }
}

#[test]
fn forty_steps_in_a_row_break_into_bands_that_fit_a_page() {
    // S31
    let shapes: Vec<Shape> = (0..40).map(|_| (5, 0, 0)).collect();
    assert_readable(&shapes);
    let steps = steps(&shapes);
    let picture = picture(&layout(&Graph::new(&steps)));
    assert!(
        picture.width <= 960 && picture.height <= 1_500,
        "{picture:?}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn nothing_lies_over_anything(shapes in prop::collection::vec((0..8u8, 0..40usize, 0..40usize), 1..=40)) {
        // S31
        assert_readable(&shapes);
    }
}
