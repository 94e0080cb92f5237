//! A random schedule of tabs that work, wait, fold, die and come back.

use std::collections::BTreeMap;

use domain::workspace::Workspace;
use store::memory::{MemoryStorage, SeededIds};
use store::{IdSource, Store};

use super::browser::{Tabs, acknowledged};
use crate::probe::{Write, apply};
use crate::tally::count;
use crate::world::{Browser, snapshot};

#[derive(Debug)]
pub struct Schedule {
    pub seed: u64,
    pub n_tabs: usize,
    pub n_ops: usize,
}

/// Prints the schedule when a check fails in it.
struct Announced<'a>(&'a Schedule);

impl Drop for Announced<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("failed in {:?}", self.0);
        }
    }
}

pub struct Dice(SeededIds);

impl Dice {
    pub fn below(&self, n: usize) -> usize {
        (self.0.next_key() % n as u64) as usize
    }
}

/// What a schedule came to.
pub struct Outcome {
    /// What every tab shows.
    pub workspace: Workspace,
    pub n_acknowledged: usize,
}

/// Runs a schedule, in which `work` is what a person does in a tab now and then.
pub fn run(schedule: &Schedule, mut work: impl FnMut(&Store, &Dice)) -> Outcome {
    let _announced = Announced(schedule);
    let browser = Browser::new();
    let dice = Dice(SeededIds::new(schedule.seed));
    let mut tabs = Tabs::default();
    for _ in 0..schedule.n_tabs {
        tabs.open(&browser);
    }
    for _ in 0..schedule.n_ops {
        let idx = dice.below(schedule.n_tabs);
        step(&browser, &mut tabs, &dice, idx, &mut work);
    }
    tabs.settle();
    check_prefixes(&browser, &tabs, &dice);
    let n_acknowledged = acknowledged(&tabs.taken).len();
    count("T6a", "schedules", 1);
    count("T6a", "edits acknowledged", n_acknowledged);
    Outcome {
        workspace: agreement(&browser, &tabs),
        n_acknowledged,
    }
}

/// One thing happens in one tab, or on the way to or from it.
fn step(
    browser: &Browser,
    tabs: &mut Tabs,
    dice: &Dice,
    idx: usize,
    work: &mut impl FnMut(&Store, &Dice),
) {
    match dice.below(100) {
        0..40 => {
            // The clock goes on a little, and back as well.
            browser.clock.advance(dice.below(2_000) as i64 - 500);
            work(&tabs.tabs[idx].store, dice);
        }
        40..60 => {
            tabs.take(idx);
        }
        60..80 => {
            // Writes come in bursts.
            for _ in 0..dice.below(8) {
                tabs.tabs[idx].receive();
            }
        }
        80..88 => {
            let tab = &mut tabs.tabs[idx];
            tab.compaction = Some(tab.store.start_compaction().unwrap());
        }
        88..97 => {
            // The wait between the halves is long enough for the browser to have answered.
            tabs.answer(idx, || dice.below(30) == 0);
            let tab = &mut tabs.tabs[idx];
            if let Some(compaction) = tab.compaction.take() {
                tab.store.finish_compaction(compaction).unwrap();
            }
        }
        _ => {
            tabs.kill(idx);
            tabs.open(browser);
        }
    }
}

/// What every tab shows: the join of every entry ever acknowledged. One opened now shows it too.
fn agreement(browser: &Browser, tabs: &Tabs) -> Workspace {
    let expected = joined(browser, acknowledged(&tabs.taken));
    for tab in &tabs.tabs {
        assert!(
            snapshot(&tab.store) == expected,
            "a tab shows something else"
        );
    }
    assert!(
        joined(browser, tabs.disk().clone()) == expected,
        "storage lost an edit"
    );
    expected
}

/// A browser that is killed keeps a prefix of the writes it has taken: in it nothing is lost either.
fn check_prefixes(browser: &Browser, tabs: &Tabs, dice: &Dice) {
    for _ in 0..6 {
        let survived: &[Write] = &tabs.taken[..dice.below(tabs.taken.len() + 1)];
        let mut disk = BTreeMap::new();
        for write in survived {
            apply(&mut disk, write);
        }
        let expected = joined(browser, acknowledged(survived));
        assert!(
            joined(browser, disk) == expected,
            "a killed browser lost an edit"
        );
    }
}

fn joined(browser: &Browser, entries: BTreeMap<String, String>) -> Workspace {
    snapshot(&browser.open_on(MemoryStorage::with_entries(entries)))
}
