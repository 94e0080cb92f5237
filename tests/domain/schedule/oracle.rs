//! The same dates found the slow way: by trying one day after another.

use std::collections::BTreeSet;

use domain::calendar::WorkingCalendar;
use domain::id::{LinkId, TaskId};
use domain::model::{ConstraintKind, LinkKind};
use domain::schedule::{Activity, Arrow, Input, Schedule, WorkDays, day};
use domain::time::Day;
use proptest::prelude::*;

/// A project with the calendars it was made of, which the oracle looks at day by day.
#[derive(Clone, Debug)]
pub struct Case {
    pub input: Input,
    calendars: Vec<(WorkingCalendar, BTreeSet<Day>)>,
}

fn constraint() -> impl Strategy<Value = Option<(ConstraintKind, i32)>> {
    let kinds = prop::sample::select(ConstraintKind::ALL.to_vec());
    let late = |kind: &ConstraintKind| *kind != ConstraintKind::AsLateAsPossible;
    prop::option::weighted(
        0.3,
        (
            kinds.prop_filter("the oracle knows no lateness", late),
            0..40,
        ),
    )
}

/// Any project of at most so many tasks. Links lead from a lower place to a higher one.
pub fn any_case(n_max: usize) -> impl Strategy<Value = Case> {
    let task = (
        1..7,
        0_u32..2,
        constraint(),
        prop::option::weighted(0.2, 0..50),
    );
    let tasks = prop::collection::vec(task, 1..n_max);
    let links = prop::collection::vec((any::<u8>(), any::<u8>(), 0_usize..4, -3..4), 0..2 * n_max);
    let off = || prop::collection::btree_set(0_i32..60, 0..8);
    let weekdays = prop::sample::select(vec![
        [true, true, true, true, true, false, false],
        [true; 7],
        [false, true, false, false, true, false, true],
    ]);
    (tasks, links, off(), off(), weekdays).prop_map(|(tasks, links, off, own, weekdays)| {
        let days = |off: BTreeSet<i32>| off.into_iter().filter_map(day).collect::<BTreeSet<Day>>();
        let shared = WorkingCalendar::new(weekdays, days(off)).unwrap();
        let calendars = vec![(shared.clone(), BTreeSet::new()), (shared, days(own))];
        let n = tasks.len();
        let activities =
            tasks
                .into_iter()
                .zip(1..)
                .map(|((days, calendar, constraint, due), key)| Activity {
                    id: TaskId::from_key(key),
                    parent: None,
                    days,
                    calendar,
                    percent: None,
                    actual_start: None,
                    actual_finish: None,
                    constraint,
                    pin: None,
                    due,
                    is_planned: true,
                });
        let mut seen = BTreeSet::new();
        let arrows = links
            .into_iter()
            .zip(1..)
            .filter_map(|((a, b, kind, lag), key)| {
                let (a, b) = (usize::from(a) % n, usize::from(b) % n);
                let (from, to) = (a.min(b) as u32, a.max(b) as u32);
                (from != to && seen.insert((from, to))).then_some(Arrow {
                    id: LinkId::from_key(key),
                    from,
                    to,
                    kind: LinkKind::ALL[kind],
                    lag,
                })
            });
        Case {
            input: Input {
                start: 10,
                status: 10,
                activities: activities.collect(),
                arrows: arrows.collect(),
                calendars: calendars
                    .iter()
                    .map(|(c, own)| WorkDays::new(c, own))
                    .collect(),
            },
            calendars,
        }
    })
}

impl Case {
    fn is_worked(&self, calendar: u32, number: i32) -> bool {
        let (shared, own) = &self.calendars[calendar as usize];
        let day = day(number).unwrap();
        shared.is_working_day(day) && !own.contains(&day)
    }

    /// The moment work of so many days is over that starts at a moment.
    fn over(&self, calendar: u32, from: i32, n_days: i32) -> i32 {
        let (mut moment, mut n) = (from, 0);
        while n < n_days {
            n += i32::from(self.is_worked(calendar, moment));
            moment += 1;
        }
        moment
    }

    fn after_lag(&self, moment: i32, lag: i32) -> i32 {
        if lag >= 0 {
            return self.over(0, moment, lag);
        }
        let (mut moment, mut n) = (moment, 0);
        while n > lag {
            moment -= 1;
            n -= i32::from(self.is_worked(0, moment));
        }
        moment
    }

    /// Whether a link holds between two spans.
    fn holds(&self, arrow: &Arrow, before: (i32, i32), after: (i32, i32)) -> bool {
        let from = if arrow.kind.is_from_finish() {
            before.1
        } else {
            before.0
        };
        let to = if arrow.kind.is_to_start() {
            after.0
        } else {
            after.1
        };
        self.after_lag(from, arrow.lag) <= to
    }

    /// Every task's earliest span: each steps on, day by day, until nothing holds it any more.
    pub fn early(&self) -> Vec<(i32, i32)> {
        let activities = &self.input.activities;
        let mut spans = vec![(0, 0); activities.len()];
        for (idx, activity) in activities.iter().enumerate() {
            let mut start = self.input.start;
            spans[idx] = loop {
                let span = (start, self.over(activity.calendar, start, activity.days));
                let is_bound = match activity.constraint {
                    Some((
                        ConstraintKind::StartNoEarlierThan | ConstraintKind::MustStartOn,
                        day,
                    )) => span.0 < day,
                    Some((
                        ConstraintKind::FinishNoEarlierThan | ConstraintKind::MustFinishOn,
                        day,
                    )) => span.1 < day + 1,
                    _ => false,
                };
                let mut into = self
                    .input
                    .arrows
                    .iter()
                    .filter(|arrow| arrow.to as usize == idx);
                let is_held =
                    into.any(|arrow| !self.holds(arrow, spans[arrow.from as usize], span));
                if !is_bound && !is_held && self.is_worked(activity.calendar, start) {
                    break span;
                }
                start += 1;
            };
        }
        spans
    }

    /// Every task's latest span: each steps back from far away until nothing stands in its way.
    pub fn late(&self, early: &[(i32, i32)]) -> Vec<(i32, i32)> {
        let activities = &self.input.activities;
        let end = early.iter().map(|span| span.1).max().unwrap();
        let mut spans = vec![(0, 0); activities.len()];
        for (idx, activity) in activities.iter().enumerate().rev() {
            let mut start = end;
            spans[idx] = loop {
                let span = (start, self.over(activity.calendar, start, activity.days));
                let is_bound = match activity.constraint {
                    Some((ConstraintKind::StartNoLaterThan | ConstraintKind::MustStartOn, day)) => {
                        span.0 > day
                    }
                    Some((
                        ConstraintKind::FinishNoLaterThan | ConstraintKind::MustFinishOn,
                        day,
                    )) => span.1 > day + 1,
                    _ => false,
                };
                let is_late = span.1 > end || activity.due.is_some_and(|due| span.1 > due + 1);
                let mut out = self
                    .input
                    .arrows
                    .iter()
                    .filter(|arrow| arrow.from as usize == idx);
                let is_held = out.any(|arrow| !self.holds(arrow, span, spans[arrow.to as usize]));
                if !is_bound && !is_late && !is_held && self.is_worked(activity.calendar, start) {
                    break span;
                }
                start -= 1;
            };
        }
        spans
    }

    /// Working days between two moments, counted one by one; negative the other way around.
    fn n_between(&self, calendar: u32, from: i32, to: i32) -> i32 {
        if to < from {
            return -self.n_between(calendar, to, from);
        }
        (from..to)
            .map(|day| i32::from(self.is_worked(calendar, day)))
            .sum()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_passes_find_what_trying_each_day_finds(case in any_case(9)) {
        // Q41, Q42
        let schedule = Schedule::new(case.input.clone());
        let early = case.early();
        let late = case.late(&early);
        for (idx, activity) in case.input.activities.iter().enumerate() {
            let dates = schedule.dates_at(idx).unwrap();
            let span = (day(early[idx].0).unwrap(), day(early[idx].1 - 1).unwrap());
            prop_assert_eq!((dates.start, dates.finish), span, "task {}", idx);
            prop_assert_eq!(dates.late_finish, day(late[idx].1 - 1).unwrap(), "task {}", idx);
            let float = case.n_between(activity.calendar, early[idx].1, late[idx].1);
            prop_assert_eq!(dates.total_float, float, "task {}", idx);
        }
    }

    #[test]
    fn free_float_is_how_far_a_task_moves_alone(case in any_case(7)) {
        // Q43
        let schedule = Schedule::new(case.input.clone());
        let early = case.early();
        let end = early.iter().map(|span| span.1).max().unwrap();
        for (idx, activity) in case.input.activities.iter().enumerate() {
            let dates = schedule.dates_at(idx).unwrap();
            let mut n_free = 0;
            let mut start = early[idx].0;
            loop {
                start += 1;
                if !case.is_worked(activity.calendar, start) {
                    continue;
                }
                let span = (start, case.over(activity.calendar, start, activity.days));
                let mut out = case.input.arrows.iter().filter(|arrow| arrow.from as usize == idx);
                if span.1 > end || !out.all(|arrow| case.holds(arrow, span, early[arrow.to as usize])) {
                    break;
                }
                n_free += 1;
            }
            prop_assert_eq!(dates.free_float, n_free.min(dates.total_float.max(0)), "task {}", idx);
        }
    }
}
