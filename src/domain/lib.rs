//! Loopline's rules, pure: no browser, no clock, no randomness, no signals.
//!
//! Reading order: what work is (`model`, `workspace`), how it changes (`command`, `change`),
//! how it is decided (`classify`), and what is computed from it.

pub mod calendar;
pub mod id;
pub mod order;
pub mod text;
pub mod time;

pub mod archive;
pub mod change;
pub mod check;
pub mod command;
pub mod delta;
pub mod fields;
pub mod flow;
pub mod import;
pub mod lists;
pub mod model;
pub mod rebase;
pub mod schema;
pub mod workspace;

pub mod axis;
pub mod brief;
pub mod classify;
pub mod convert;
pub mod csv;
pub mod deadline;
pub mod find;
pub mod health;
pub mod learn;
pub mod log;
pub mod measure;
pub mod mining;
pub mod outlook;
pub mod overview;
pub mod reality;
pub mod sample;
pub mod starters;
pub mod story;

pub mod assessment;
pub mod board;
pub mod charter_gaps;
pub mod earned_value;
pub mod job;
pub mod load;
pub mod money;
mod named;
pub mod outline;
pub mod plan_figures;
pub mod plan_network;
pub mod recur;
pub mod schedule;
pub mod simulate;
pub mod status_report;
pub mod variance;

pub mod route;
