//! Behaviour of the domain, rule by rule.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod calendar;
mod classify;
mod days;
mod ids;
mod learn;
mod order;
mod property;
mod texts;
mod world;
