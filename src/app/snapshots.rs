//! Keeps an earlier copy of everything now and then, apart from the data itself.

use std::time::Duration;

use domain::schema;
use domain::workspace::Workspace;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::desk::Desk;
use crate::platform::snapshots::{self, Fact};
use crate::ui::format;

/// Copies kept.
const MAX_KEPT: usize = 24;
/// Time between two looks whether something has changed.
const LOOK: Duration = Duration::from_secs(5 * 60);
/// Milliseconds between two copies.
const APART: i64 = 60 * 60 * 1_000;

/// Looks every few minutes for as long as the page is open.
pub fn keep(desk: Desk) {
    let changed = Memo::new(move |_| {
        desk.compute(|_| ());
        desk.now()
    });
    let kept = StoredValue::new((changed.get_untracked(), i64::MIN));
    let look = move || {
        let (last_change, last_kept) = kept.get_value();
        let now = desk.now().millis();
        let change = changed.get_untracked();
        if change == last_change || now.saturating_sub(last_kept) < APART {
            return;
        }
        kept.set_value((change, now));
        let text = desk.read(schema::seal);
        let n_records = desk.read(Workspace::n_records);
        let fact = Fact {
            at_millis: now,
            about: format::count(n_records, "record", "records"),
        };
        spawn_local(async move {
            // Another tab may have kept one meanwhile.
            let newest = snapshots::list().await.unwrap_or_default();
            let newest = newest.first().map_or(i64::MIN, |fact| fact.at_millis);
            if now.saturating_sub(newest) >= APART {
                // A copy that cannot be kept costs nothing but itself: the data is where it was.
                let _ = snapshots::keep(&fact, &text, MAX_KEPT).await;
            }
        });
    };
    // It lives as long as the page.
    let _ = set_interval_with_handle(look, LOOK);
}
