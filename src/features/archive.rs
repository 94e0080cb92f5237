//! The archive: finished work that was put away, and what can be.

mod list;
mod page;
mod ready;

pub use page::Page;
