//! The browser's own modal dialogs.

use web_sys::HtmlDialogElement;

/// Opens a dialog modally, unless it is open.
pub fn open(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        // It fails only for an element outside the document, which has nothing to show.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog.
pub fn close(dialog: &HtmlDialogElement) {
    if dialog.open() {
        dialog.close();
    }
}
