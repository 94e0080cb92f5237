//! What lies over every page: finding and doing by a few letters, and the sheet of keys.

mod deeds;
mod palette;
mod sheet;

pub use palette::Palette;
pub use sheet::KeySheet;

use crate::desk::Desk;
use leptos::prelude::*;

/// The state of a dialog that lies over the page and is taken away once it is closed.
fn open_over(desk: Desk) -> RwSignal<bool> {
    let open = RwSignal::new(true);
    Effect::new(move |_| {
        if !open.get() {
            // The dialog closes first, so that the focus is back where it was.
            request_animation_frame(move || desk.over.set(None));
        }
    });
    open
}
