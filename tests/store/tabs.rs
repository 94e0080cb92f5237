//! Many tabs of one browser: whatever the delays, kills and compactions, all tabs come to
//! the same workspace and no acknowledged edit is lost.
//!
//! A run follows from its seed alone, which a failure prints.

mod browser;
mod schedule;

use domain::model::{Project, Task};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use schedule::{Schedule, run};

use crate::actions::Action;
use crate::steps::{act, any_own_history};
use crate::tally::cases;
use crate::world::{archive_all, delete, done_project, person, project, rename, restore_one, task};

fn schedules(n_tabs: usize, n: u32, n_ops: usize) -> impl Iterator<Item = Schedule> {
    (0..u64::from(cases(n))).map(move |seed| Schedule {
        seed: seed * 1_000 + n_tabs as u64,
        n_tabs,
        n_ops,
    })
}

/// Any commands, from a seed.
fn any_actions(seed: u64) -> impl Iterator<Item = Action> {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let any = move || any_own_history(60).new_tree(&mut runner).unwrap().current();
    std::iter::repeat_with(any).flatten()
}

/// Runs schedules of any work in any tab, undo and redo included. The first few turns make records
/// for the others to meet.
fn check(schedules: impl Iterator<Item = Schedule>) {
    for schedule in schedules {
        let mut actions = any_actions(schedule.seed);
        let mut n_turns = 0;
        let outcome = run(&schedule, |store, dice| {
            n_turns += 1;
            match dice.below(10) {
                _ if n_turns < 5 => {
                    let home = project(store, "Move house");
                    task(store, home, "Pack");
                    person(store, "Ada");
                }
                0 => drop(store.undo().unwrap()),
                1 => drop(store.redo().unwrap()),
                _ => drop(act(store, &actions.next().unwrap())),
            }
        });
        assert!(outcome.n_acknowledged > 5, "{schedule:?} has no work in it");
    }
}

#[test]
fn two_tabs_agree_and_lose_nothing() {
    check(schedules(2, 2_000, 100));
}

#[test]
fn three_tabs_agree_and_lose_nothing() {
    check(schedules(3, 2_000, 100));
}

#[test]
fn eight_tabs_agree_and_lose_nothing() {
    check(schedules(8, 600, 100));
}

#[test]
fn everything_that_any_tab_ever_added_is_there_in_the_end() {
    for schedule in schedules(4, 200, 100) {
        let mut added = Vec::new();
        let outcome = run(&schedule, |store, _| {
            let name = format!("Project {}", added.len());
            project(store, &name);
            added.push(name);
        });
        let projects = outcome.workspace.all::<Project>();
        let mut shown: Vec<_> = projects.map(|(_, project)| project.name.clone()).collect();
        added.sort_unstable();
        shown.sort_unstable();
        assert_eq!(shown, added, "{schedule:?}");
    }
}

#[test]
fn work_goes_to_the_archive_and_back_in_any_tab() {
    // Y9, Y11
    for schedule in schedules(3, 200, 300) {
        let outcome = run(&schedule, |store, dice| match dice.below(9) {
            0..=1 => {
                let home = done_project(store, "Move house");
                task(store, home, "Pack");
                task(store, home, "Clean");
            }
            2..=3 => drop(archive_all(store)),
            4 => drop(restore_one(store, dice.below(8))),
            5 => drop(store.undo().unwrap()),
            6 => drop(store.redo().unwrap()),
            n => {
                let tasks = store.read(|ws| ws.all::<Task>().map(|(id, _)| id).collect::<Vec<_>>());
                if !tasks.is_empty() {
                    let id = tasks[dice.below(tasks.len())];
                    if n == 7 {
                        rename(store, id, &format!("Box {}", dice.below(100)));
                    } else {
                        delete(store, id);
                    }
                }
            }
        });
        assert!(outcome.n_acknowledged > 15, "{schedule:?}");
    }
}

#[test]
fn a_schedule_follows_from_its_seed_alone() {
    let once = || {
        let schedule = schedules(3, 1, 150).next().unwrap();
        let mut actions = any_actions(schedule.seed);
        run(&schedule, |store, _| {
            drop(act(store, &actions.next().unwrap()));
        })
        .workspace
    };
    assert!(once() == once());
}

#[test]
fn a_schedule_that_once_failed_holds() {
    // An estimate came to a task that another tab had deleted, of a project that a third archived.
    let seed = 6_166_003;
    let (n_tabs, n_ops) = (3, 100);
    check(std::iter::once(Schedule {
        seed,
        n_tabs,
        n_ops,
    }));
}
