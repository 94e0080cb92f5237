//! Copies that make themselves: an earlier copy of everything now and then, apart from the data
//! itself, and one in the folder the person has chosen.

use std::time::Duration;

use domain::workspace::Workspace;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::desk::Desk;
use crate::platform::snapshots::{self, Fact};
use crate::ui::format;

/// Earlier copies kept.
const MAX_KEPT: usize = 24;
/// Time between two looks whether something has changed.
const LOOK: Duration = Duration::from_secs(5 * 60);
/// Milliseconds between two earlier copies.
const APART: i64 = 60 * 60 * 1_000;

/// Looks every few minutes for as long as the page is open.
pub fn keep(desk: Desk) {
    let changed = Memo::new(move |_| {
        desk.compute(|_| ());
        desk.now()
    });
    let kept_at = StoredValue::new((changed.get_untracked(), i64::MIN));
    let looked_at = StoredValue::new(None);
    let look = move || {
        let change = changed.get_untracked();
        // Counting walks over every record, so it waits for a change.
        if looked_at.get_value() != Some(change) {
            looked_at.set_value(Some(change));
            desk.count_at_risk();
            desk.back_up_to_folder();
        }
        let (last_change, last_kept) = kept_at.get_value();
        let now = desk.now().millis();
        if change == last_change || now.saturating_sub(last_kept) < APART {
            return;
        }
        kept_at.set_value((change, now));
        keep_earlier(desk, now);
    };
    // Both live as long as the page. The first look waits until the page is drawn.
    set_timeout(look, Duration::from_secs(2));
    let _ = set_interval_with_handle(look, LOOK);
}

fn keep_earlier(desk: Desk, now: i64) {
    let text = desk.real_store().seal();
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
}
