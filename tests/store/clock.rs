//! Clocks that jump: the later edit wins, whatever the wall clock says.

use proptest::prelude::*;

use crate::tally::{cases, count};
use crate::world::{Browser, project, rename, shown, snapshot, task};

const YEAR: i64 = 365 * 24 * 60 * 60 * 1_000;

#[test]
fn an_edit_made_after_the_clock_went_back_ten_years_is_not_lost() {
    let browser = Browser::new();
    let store = browser.open();
    let home = project(&store, "Move house");
    let id = task(&store, home, "Pack");
    for jump in [-10 * YEAR, 10 * YEAR, -20 * YEAR, -1, 0, -3_600_000] {
        browser.clock.advance(jump);
        let title = format!("Pack {jump}");
        rename(&store, id, &title);
        assert_eq!(shown(&store, id).unwrap().title, title);
        assert!(browser.reopened() == snapshot(&store));
    }
}

#[test]
fn a_tab_opened_after_the_clock_went_back_writes_later_stamps_than_all_it_found() {
    let browser = Browser::new();
    let store = browser.open();
    let home = project(&store, "Move house");
    let id = task(&store, home, "Pack");
    // Both from entries and from pages.
    for title in ["Pack the kitchen", "Pack the garage"] {
        browser.clock.advance(-10 * YEAR);
        rename(&browser.open(), id, title);
        let reopened = browser.open();
        assert_eq!(shown(&reopened, id).unwrap().title, title);
        let compaction = reopened.start_compaction().unwrap();
        reopened.finish_compaction(compaction).unwrap();
    }
}

#[test]
fn a_tab_whose_clock_is_behind_wins_over_what_it_has_seen() {
    let ahead = Browser::new();
    ahead.clock.advance(10 * YEAR);
    let fast = ahead.open();
    let home = project(&fast, "Move house");
    let id = task(&fast, home, "Pack");
    let slow = Browser::with_storage(ahead.storage.clone()).open();
    rename(&slow, id, "Pack the kitchen");
    ahead.tell(&fast);
    assert_eq!(shown(&fast, id).unwrap().title, "Pack the kitchen");
}

#[test]
fn many_edits_in_one_moment_keep_their_order() {
    let browser = Browser::new();
    let store = browser.open();
    let home = project(&store, "Move house");
    let id = task(&store, home, "Pack");
    for n in 0..300 {
        rename(&store, id, &format!("Pack {n}"));
    }
    assert!(browser.reopened() == snapshot(&store));
    assert_eq!(shown(&browser.open(), id).unwrap().title, "Pack 299");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(384)))]

    #[test]
    fn the_last_edit_wins_in_every_tab_whatever_the_clocks_do(
        turns in prop::collection::vec((0_usize..3, -10 * YEAR..10 * YEAR), 1..40),
    ) {
        count("T8", "clock jumps", turns.len());
        let browser = Browser::new();
        let tabs = [browser.open(), browser.open(), browser.open()];
        let home = project(&tabs[0], "Move house");
        let id = task(&tabs[0], home, "Pack");
        for (n, (turn, jump)) in turns.into_iter().enumerate() {
            browser.clock.advance(jump);
            browser.tell(&tabs[turn]);
            let title = format!("Pack {n}");
            rename(&tabs[turn], id, &title);
            prop_assert_eq!(&shown(&browser.open(), id).unwrap().title, &title);
        }
        for tab in &tabs {
            browser.tell(tab);
            prop_assert!(snapshot(tab) == browser.reopened());
        }
    }
}
