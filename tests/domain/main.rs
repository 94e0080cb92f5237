//! Behaviour of the domain, rule by rule.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod archiving;
mod axis;
mod board_views;
mod boards;
mod briefs;
mod cadences;
mod calendar;
mod changes;
mod classify;
mod converting;
mod copying;
mod csv;
mod days;
mod deadlines;
mod decisions;
mod earned_value;
mod evaluating;
mod files;
mod finding;
mod flowing;
mod health;
mod ids;
mod importing;
mod improving;
mod jobs;
mod learn;
mod links;
mod log_files;
mod logs;
mod measuring;
mod mining;
mod money;
mod order;
mod outline;
mod overview;
mod people;
mod planning;
mod processes;
mod project_figures;
mod project_money;
mod project_status;
mod project_work;
mod projects;
mod property;
mod reality;
mod rebasing;
mod routes;
mod runs;
mod sample;
mod schedule;
mod setting_up;
mod simulation;
mod starters;
mod stories;
mod tasks;
mod texts;
mod world;

// Trials that the store's tests and these share a count of.
#[path = "../store/tally.rs"]
mod tally;
