//! Whether the app has stopped. The browser goes on calling a page that panicked, at a key or when
//! a timer is due; nothing may be written then, for nobody knows what it would be.

use std::cell::Cell;

thread_local! {
    static IS_HALTED: Cell<bool> = const { Cell::new(false) };
}

/// Stops all writing until the page is reloaded. Whether it was stopped before.
pub fn halt() -> bool {
    IS_HALTED.replace(true)
}

/// Whether the app has stopped.
pub fn is_halted() -> bool {
    IS_HALTED.get()
}
