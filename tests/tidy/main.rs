//! Rules of the code base, as tests: what the compiler and the lints do not see.
//!
//! A rule is a function from text to findings, so that a test of its own can hand it a text that
//! breaks it. Exceptions are lists that may only shrink: one that is not needed any more fails.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod classes;
mod documents;
mod habits;
mod icons;
mod layers;
mod manifests;
mod purity;
mod pwa;
mod read_css;
mod read_rust;
mod sizes;
mod styles;
mod tree;
