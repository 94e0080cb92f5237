//! Learn: how to tell a process from a project.

mod compare;
mod crossings;
mod examples;
mod page;
mod reliability;
mod weights;

pub use page::Page;
