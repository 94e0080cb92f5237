//! Thin wrappers of browser capabilities. They know none of our types but the store's ports.

pub mod build;
pub mod clock;
pub mod database;
pub mod dialog;
pub mod download;
pub mod fetch;
pub mod file;
pub mod focus;
pub mod folder;
pub mod ids;
pub mod keyboard;
pub mod location;
pub mod marks;
pub mod measure;
pub mod mirror;
pub mod past;
pub mod persistence;
pub mod popover;
pub mod reach;
pub mod sealing;
pub mod session;
pub mod snapshots;
pub mod storage;
pub mod tabs;
pub mod theme;
pub mod update;
