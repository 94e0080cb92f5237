//! The flow of a process: how runs move through its steps, and what can be said about it before.
//!
//! The rules are the sections “Flow” to “Schedules” of SPEC. `engine` moves runs, `graph` knows
//! the ways between steps, `expr` reads conditions, `form` and `fill` carry data.

pub mod diff;
pub mod engine;
pub mod expr;
pub mod fill;
pub mod form;
pub mod graph;
pub mod layout;
pub mod lint;
pub mod nesting;
pub mod picture;
pub mod worktime;
