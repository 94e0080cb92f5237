//! Printing the page.

use leptos::prelude::{WindowListenerHandle, window_event_listener_untyped};

/// Listens for the browser being about to print, and for its being done with that, until the handles
/// are dropped.
pub fn listen(before: impl Fn() + 'static, after: impl Fn() + 'static) -> Listening {
    Listening(Some([
        window_event_listener_untyped("beforeprint", move |_| before()),
        window_event_listener_untyped("afterprint", move |_| after()),
    ]))
}

/// Ends listening when it is dropped.
pub struct Listening(Option<[WindowListenerHandle; 2]>);

impl Drop for Listening {
    fn drop(&mut self) {
        if let Some(handles) = self.0.take() {
            handles.into_iter().for_each(WindowListenerHandle::remove);
        }
    }
}

/// Opens the browser's print dialog. A browser that cannot print leaves the page as it is.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}
