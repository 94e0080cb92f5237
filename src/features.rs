//! The features: one folder each. None of them knows another.

pub mod archive;
pub mod convert;
pub mod decisions;
pub mod finder;
pub mod history;
pub mod learn;
pub mod overview;
pub mod processes;
pub mod projects;
pub mod settings;
pub mod wizard;
