//! Loopline's rules, pure: no browser, no clock, no randomness, no signals.

pub mod classify;
pub mod learn;
