//! Laws of every schedule.

use std::collections::BTreeMap;

use domain::id::TaskId;
use domain::model::ConstraintKind;
use domain::schedule::{Activity, Input, Schedule};
use proptest::prelude::*;

use super::oracle::any_case;

/// Any project with summaries, milestones, progress and pins.
fn any_input(n_max: usize) -> impl Strategy<Value = Input> {
    let extra = (any::<u8>(), any::<[u8; 4]>());
    (any_case(n_max), prop::collection::vec(extra, n_max)).prop_map(|(case, extras)| {
        let mut input = case.input;
        for (idx, (what, [a, b, c, d])) in
            extras.into_iter().enumerate().take(input.activities.len())
        {
            input.activities[idx] = changed(input.activities[idx], idx, what, [a, b, c, d]);
        }
        input
    })
}

fn changed(activity: Activity, idx: usize, what: u8, [a, b, c, d]: [u8; 4]) -> Activity {
    let day = |n: u8| i32::from(n % 40);
    let parent = (idx > 0).then(|| u32::from(a) % idx.max(1) as u32);
    match what % 10 {
        0 => Activity {
            days: 0,
            ..activity
        },
        1 => Activity {
            pin: Some(day(b)),
            ..activity
        },
        2 => Activity {
            actual_start: Some(day(b)),
            percent: Some(c % 101),
            ..activity
        },
        3 => Activity {
            actual_start: Some(day(b)),
            ..activity
        },
        4 => Activity {
            actual_finish: Some(day(d) + 1),
            ..activity
        },
        5 => Activity {
            is_planned: false,
            ..activity
        },
        6..=7 => Activity { parent, ..activity },
        _ => activity,
    }
}

/// The same without the links that lead round in a circle. To reject every case that has some would
/// run out of tries long before a thousand cases are made.
fn sound(mut input: Input) -> Input {
    let left_out = Schedule::new(input.clone()).left_out();
    input.arrows.retain(|arrow| !left_out.contains(&arrow.id));
    input
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_link_is_broken_unless_something_stands_still(case in any_case(12)) {
        // Q41
        let schedule = Schedule::new(case.input.clone());
        for link in 0..case.input.arrows.len() {
            prop_assert!(!schedule.is_broken(link));
        }
    }

    #[test]
    fn the_order_of_tasks_and_links_means_nothing(input in any_input(12), seed in any::<u64>()) {
        // Q44
        let input = sound(input);
        let n = input.activities.len();
        let mut places: Vec<usize> = (0..n).collect();
        places.sort_by_key(|place| (*place as u64 + 1).wrapping_mul(seed | 1).rotate_left(17));
        let mut turned = input.clone();
        for (old, new) in places.iter().enumerate() {
            turned.activities[*new] = Activity {
                id: TaskId::from_key(*new as u64 + 1),
                parent: input.activities[old].parent.map(|parent| places[parent as usize] as u32),
                ..input.activities[old]
            };
        }
        for arrow in &mut turned.arrows {
            arrow.from = places[arrow.from as usize] as u32;
            arrow.to = places[arrow.to as usize] as u32;
        }
        turned.arrows.reverse();
        let (schedule, other) = (Schedule::new(input), Schedule::new(turned));
        for (old, new) in places.iter().enumerate() {
            prop_assert_eq!(schedule.dates_at(old), other.dates_at(*new));
        }
    }

    #[test]
    fn a_link_that_drives_nothing_can_go(input in any_input(10)) {
        // Q45
        let input = sound(input);
        let schedule = Schedule::new(input.clone());
        let n_at = |idx: u32| input.arrows.iter().filter(|a| a.from == idx || a.to == idx).count();
        for link in 0..input.arrows.len() {
            let arrow = input.arrows[link];
            let is_only = |idx: u32| !input.activities[idx as usize].is_planned && n_at(idx) == 1;
            if schedule.is_driving(link) || is_only(arrow.from) || is_only(arrow.to) {
                continue;
            }
            let mut less = input.clone();
            less.arrows.remove(link);
            let other = Schedule::new(less);
            for idx in 0..input.activities.len() {
                let span = |schedule: &Schedule| schedule.dates_at(idx).map(|d| (d.start, d.finish));
                prop_assert_eq!(span(&schedule), span(&other), "without {:?}", arrow);
            }
        }
    }

    #[test]
    fn after_an_edit_only_what_it_reaches_is_computed_and_nothing_differs(
        input in any_input(14),
        edits in prop::collection::vec((any::<u8>(), any::<u8>(), any::<[u8; 4]>()), 1..6),
    ) {
        // Q46
        let mut schedule = Schedule::new(input.clone());
        let mut input = input;
        for (which, what, values) in edits {
            let idx = usize::from(which) % input.activities.len();
            let before = input.activities[idx];
            let mut after = changed(before, idx, what, values);
            (after.parent, after.is_planned) = (before.parent, before.is_planned);
            if what % 10 >= 8 {
                after.days = i32::from(values[0] % 9) + 1;
                after.due = Some(i32::from(values[1] % 60));
                after.constraint = (values[2] % 2 == 0)
                    .then_some((ConstraintKind::StartNoEarlierThan, i32::from(values[3] % 50)));
            }
            input.activities[idx] = after;
            schedule = schedule.after(input.clone());
            prop_assert_eq!(&schedule, &Schedule::new(input.clone()));
        }
    }

    #[test]
    fn a_summary_spans_its_parts(input in any_input(12)) {
        // Q47
        let schedule = Schedule::new(input.clone());
        let mut parts: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (idx, activity) in input.activities.iter().enumerate() {
            if let Some(parent) = activity.parent {
                parts.entry(parent).or_default().push(idx);
            }
        }
        let has_link = |idx: u32| input.arrows.iter().any(|a| a.to == idx && !a.kind.is_to_start());
        for (parent, parts) in parts {
            let spans: Vec<_> = parts.iter().filter_map(|idx| schedule.dates_at(*idx)).collect();
            let whole = schedule.dates_at(parent as usize);
            prop_assert_eq!(whole.is_some(), !spans.is_empty());
            let Some(whole) = whole else { continue };
            if spans.iter().all(|dates| !dates.is_milestone) {
                prop_assert_eq!(Some(whole.start), spans.iter().map(|dates| dates.start).min());
                let last = spans.iter().map(|dates| dates.finish).max().unwrap();
                prop_assert!(whole.finish == last || (has_link(parent) && whole.finish > last));
            }
        }
    }
}
