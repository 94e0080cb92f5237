//! Behaviour of the domain, rule by rule.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod archiving;
mod axis;
mod calendar;
mod changes;
mod classify;
mod converting;
mod days;
mod deadlines;
mod decisions;
mod evaluating;
mod files;
mod flowing;
mod health;
mod ids;
mod importing;
mod improving;
mod learn;
mod links;
mod log_files;
mod logs;
mod measuring;
mod mining;
mod order;
mod outline;
mod overview;
mod people;
mod planning;
mod processes;
mod projects;
mod property;
mod reality;
mod rebasing;
mod routes;
mod runs;
mod sample;
mod schedule;
mod starters;
mod stories;
mod tasks;
mod texts;
mod world;
