//! Printing the page.

/// Opens the browser's print dialog. A browser that cannot print leaves the page as it is.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}
