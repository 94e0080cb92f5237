//! The page: what people see and touch. See `README.md` in this folder for the map.

pub mod app;
pub mod desk;
pub mod features;
pub mod platform;
pub mod ui;
