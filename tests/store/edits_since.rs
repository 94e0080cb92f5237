//! How many edits are in no copy yet: what the page tells a person they could lose.

use domain::time::Instant;

use crate::world::{Browser, delete, project, rename, task};

#[test]
fn each_edit_that_still_shows_counts_once_whatever_it_touched() {
    let browser = Browser::new();
    let store = browser.open();
    let fence = project(&store, "Paint the fence");
    let copied = store.now();
    assert_eq!(store.n_edits_since(Instant::from_millis(0)), 1);
    assert_eq!(store.n_edits_since(copied), 0);

    browser.clock.advance(1_000);
    let first = task(&store, fence, "Buy paint");
    task(&store, fence, "Buy brushes");
    assert_eq!(store.n_edits_since(copied), 2);
    // Written over: the edit before shows no more in this field, but does in others.
    browser.clock.advance(1_000);
    rename(&store, first, "Buy white paint");
    assert_eq!(store.n_edits_since(copied), 3);
    delete(&store, first);
    assert!(store.n_edits_since(copied) >= 2, "the deletion counts too");
    assert_eq!(
        browser.open().n_edits_since(copied),
        store.n_edits_since(copied),
        "another tab counts the same"
    );
}
