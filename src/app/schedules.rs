//! What time brings by itself: runs start by their schedules when the page is opened and while it
//! stays open over midnight, and clocks go on.

use std::time::Duration;

use leptos::prelude::*;

use crate::desk::Desk;
use crate::features::processes;

/// How often the day is looked at.
const LOOK: Duration = Duration::from_secs(5 * 60);

/// How often clocks are looked at: they show minutes.
const CLOCKS: Duration = Duration::from_secs(30);

/// Starts what is due now, and looks again now and then. Several tabs do so at once without harm:
/// the run of a day has the same id in each.
pub fn follow(desk: Desk) {
    // After the page is drawn: the first view does not wait for it.
    set_timeout(
        move || processes::start_what_is_due(desk),
        Duration::from_millis(300),
    );
    let _handle = set_interval_with_handle(move || processes::start_what_is_due(desk), LOOK);
    let _handle = set_interval_with_handle(move || desk.time_has_passed(), CLOCKS);
}
