//! Booting: the store is opened and joined to the browser's other tabs, and the page is drawn.

use std::time::Duration;

use leptos::mount::mount_to_body;
use leptos::prelude::*;
use leptos::task::spawn_local;
use store::{Deed, MAX_STEPS, Recovered, Store};

use crate::app::{App, fatal, route_signal};
use crate::desk::Desk;
use crate::platform::clock::BrowserClock;
use crate::platform::ids::BrowserIds;
use crate::platform::mirror::BrowserMirror;
use crate::platform::past::{self, BrowserPast};
use crate::platform::session;
use crate::platform::storage::{self, BrowserStorage};
use crate::platform::tabs;

/// How long after the page is drawn, or after the pages were written, compaction goes on. The
/// second half must be at least a second after the first, so that a write the browser takes back
/// is noticed before anything is removed.
const QUIET: Duration = Duration::from_millis(3_000);

/// Starts the page.
pub fn start() {
    fatal::install();
    tabs::stay();
    let store = Store::open(BrowserStorage::probe(), BrowserClock, BrowserIds);
    let joined = store.clone();
    storage::on_write_elsewhere(move |key, text| match text {
        Some(text) => joined.written_elsewhere(&key, &text),
        None => joined.removed_elsewhere(&key),
    });
    mirror(&store);
    let mounted = store.clone();
    mount_to_body(move || {
        let desk = Desk::new(mounted, route_signal());
        view! { <App desk=desk/> }
    });
    fatal::remove_splash();
    remember(&store);
    compact_when_quiet(store);
}

/// Copies every entry to the mirror, and takes back from it what a killed browser has lost.
fn mirror(store: &Store) {
    let recovering = store.clone();
    let mirror = BrowserMirror::open(move |key, text| {
        // What cannot be written now stays in the mirror for the next start.
        let recovered = recovering.recover(key, text);
        recovered.is_ok_and(Recovered::is_settled)
    });
    store.set_mirror(mirror);
}

/// Keeps what is done from now on, and takes up the steps that this tab could undo before a reload.
fn remember(store: &Store) {
    store.set_past(BrowserPast::start());
    let (earlier, kept) = store.continue_session(session::kept().as_deref());
    session::keep(&kept);
    let actors: Vec<String> = earlier.actors().map(str::to_owned).collect();
    let store = store.clone();
    spawn_local(async move {
        // Each step was at most one deed to do, one to undo and one to redo. Where nothing is
        // kept, undo begins with what is done from now on.
        let deeds = past::of_tabs(actors, 3 * MAX_STEPS).await;
        let deeds = deeds.unwrap_or_default();
        let deeds = deeds.iter().filter_map(|text| Deed::decode(text));
        store.restore_steps(&earlier, deeds.collect());
    });
}

/// Looks now and then whether the journal is worth folding into pages, and does so in two halves.
fn compact_when_quiet(store: Store) {
    set_timeout(
        move || {
            // A compaction that cannot be written changes nothing and is tried again later.
            if store.wants_compaction()
                && let Ok(compaction) = store.start_compaction()
            {
                set_timeout(
                    move || {
                        let _ = store.finish_compaction(compaction);
                        compact_when_quiet(store);
                    },
                    QUIET,
                );
            } else {
                compact_when_quiet(store);
            }
        },
        QUIET,
    );
}
