//! Components in a browser.
