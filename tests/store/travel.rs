//! The work as it was (SPEC Y1 to Y3).

use std::collections::BTreeSet;

use domain::command::{SettingsCommand, SettingsDraft};
use domain::model::Column;
use domain::time::Instant;
use domain::workspace::Workspace;
use proptest::prelude::*;
use store::memory::MemoryStorage;
use store::{Deed, Refused, Saving, Store, as_of};

use crate::actions::Action;
use crate::past::{Deeds, Tab};
use crate::steps::{act, any_own_history};
use crate::tally::cases;
use crate::world::{
    Browser, day, delete, move_to, project, rename, saving, snapshot, task, titles, try_task,
};

/// The deeds in order.
fn in_order(kept: &Deeds) -> Vec<Deed> {
    let mut deeds = kept.deeds();
    deeds.sort_by_key(|deed| deed.stamp);
    deeds
}

#[test]
fn a_board_is_shown_as_it_was() {
    // Y1
    let (browser, kept) = (Browser::new(), Deeds::default());
    let store = Tab::open(&browser, &kept).store;
    let home = project(&store, "Move house");
    let id = task(&store, home, "Pack");
    let then = in_order(&kept)[1].stamp;
    rename(&store, id, "Pack the kitchen");
    move_to(&store, id, Column::Done);
    delete(&store, id);
    task(&store, home, "Clean");
    let shown = as_of(&snapshot(&store), &in_order(&kept), then);
    assert_eq!(titles(&shown, home), ["Pack"]);
    assert_eq!(titles(&snapshot(&store), home), ["Clean"]);
}

#[test]
fn a_deed_says_who_did_it_by_the_name_of_then() {
    // Y12
    let (browser, kept) = (Browser::new(), Deeds::default());
    let store = Tab::open(&browser, &kept).store;
    let home = project(&store, "Move house");
    for your_name in ["Ada", "Bo"] {
        let draft = SettingsDraft {
            your_name: your_name.to_owned(),
            ..SettingsDraft::of(&snapshot(&store).settings())
        };
        store.dispatch(SettingsCommand::Edit { draft }).unwrap();
        task(&store, home, &format!("By {your_name}"));
    }
    let by: Vec<String> = in_order(&kept).into_iter().map(|deed| deed.by).collect();
    assert_eq!(by.first().map(String::as_str), Some(""));
    assert_eq!((by[2].as_str(), by[4].as_str()), ("Ada", "Bo"));
}

#[test]
fn the_names_of_deeds_sort_as_the_deeds_came_whichever_tab_made_them() {
    // Y2
    let browser = Browser::new();
    let kept = Deeds::default();
    let one = Tab::open(&browser, &kept).store;
    let home = project(&one, "Move house");
    let two = Tab::open(&browser, &kept).store;
    for n in 0..20 {
        task(if n % 3 == 0 { &two } else { &one }, home, "Pack");
    }
    let deeds = in_order(&kept);
    let keys: BTreeSet<String> = deeds.iter().map(Deed::key).collect();
    assert_eq!(keys.len(), deeds.len());
    assert!(
        keys.iter()
            .eq(&deeds.iter().map(Deed::key).collect::<Vec<_>>())
    );
    for deed in &deeds {
        assert!(deed.key().starts_with(&Deed::key_at(deed.stamp.millis)));
        assert!(deed.key() < Deed::key_at(deed.stamp.millis + 1));
    }
    let moments = [i64::MIN, -1, 0, 1, i64::MAX].map(Deed::key_at);
    assert!(moments.is_sorted_by(|a, b| a < b));
}

#[test]
fn nothing_that_is_only_shown_can_be_edited() {
    // Y3
    let browser = Browser::new();
    let store = browser.open();
    let home = project(&store, "Move house");
    let (workspace, entries) = (snapshot(&store), browser.storage.entries());
    let now = Instant::from_millis(0);
    let why = "This is how it was.";
    let shown = Store::showing(&workspace, now, day("1970-01-01"), why.to_owned());
    assert!(snapshot(&shown) == workspace);
    assert_eq!((shown.now(), shown.today()), (now, day("1970-01-01")));
    assert_eq!(shown.shown_only().as_deref(), Some(why));
    let refused = Refused::OnlyShown(why.to_owned());
    assert_eq!(try_task(&shown, home, "Pack"), Err(refused.clone()));
    assert_eq!(shown.undo(), Err(refused.clone()));
    assert_eq!(shown.redo(), Err(refused));
    assert!(snapshot(&shown) == workspace);
    assert!(snapshot(&store) == workspace);
    assert_eq!(browser.storage.entries(), entries);
    assert_eq!(saving(&shown), Saving::Works);
}

/// Acts in one of two tabs, a second after the last action.
fn act_in(browser: &Browser, tabs: &[Tab; 2], action: &Action, second: bool) {
    browser.clock.advance(1_000);
    // What a rule refuses is no deed.
    let _ = act(&tabs[usize::from(second)].store, action);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(384)))]

    #[test]
    fn every_moment_of_a_history_is_shown_as_it_was(
        history in any_own_history(50),
        turns in prop::collection::vec(0_u8..8, 50),
    ) {
        // Y1, Y2: two tabs that hear of each other at times only.
        let (browser, kept) = (Browser::new(), Deeds::default());
        let tabs = [Tab::open(&browser, &kept), Tab::open(&browser, &kept)];
        let mut moments: Vec<(Deed, Workspace)> = Vec::new();
        for (action, turn) in history.iter().zip(turns) {
            let n_before = kept.deeds().len();
            match turn {
                0 => tabs.iter().for_each(|tab| browser.tell(&tab.store)),
                1 => {
                    browser.clock.advance(1_000);
                    tabs[0].store.undo().unwrap();
                }
                2 => {
                    browser.clock.advance(1_000);
                    tabs[1].store.redo().unwrap();
                }
                turn => act_in(&browser, &tabs, action, turn > 5),
            }
            if let Some(deed) = kept.deeds().get(n_before) {
                // What is stored is what all tabs come to.
                let stored = MemoryStorage::with_entries(browser.storage.entries());
                moments.push((deed.clone(), snapshot(&browser.open_on(stored))));
            }
        }
        let now = browser.reopened();
        let deeds = in_order(&kept);
        for (deed, then) in &moments {
            prop_assert!(as_of(&now, &deeds, deed.stamp) == *then, "{}", deed.label);
        }
    }

    #[test]
    fn in_one_tab_the_deeds_since_are_enough(history in any_own_history(50)) {
        // Y1
        let (browser, kept) = (Browser::new(), Deeds::default());
        let tab = Tab::open(&browser, &kept);
        let mut moments = Vec::new();
        for action in &history {
            if act(&tab.store, action).is_ok_and(|done| done.has_changed) {
                moments.push(snapshot(&tab.store));
            }
        }
        let deeds = kept.deeds();
        for (idx, then) in moments.iter().enumerate() {
            let shown = as_of(&snapshot(&tab.store), &deeds[idx + 1..], deeds[idx].stamp);
            prop_assert!(shown == *then, "{}", deeds[idx].label);
        }
    }
}
