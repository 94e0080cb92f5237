//! The design system: components that know no business word and no store.

pub mod avatar;
pub mod board;
pub mod chart;
pub mod deep_menu;
pub mod dialog;
pub mod dynamic;
pub mod empty;
pub mod field;
pub mod form;
pub mod format;
pub mod icon;
pub mod menu;
pub mod needle;
pub mod page_head;
pub mod pulls;
pub mod strip;
pub mod viewport;
pub mod window;
