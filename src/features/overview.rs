//! Overview: what is in flight, on both boards.

mod attention;
mod due;
mod lines;
mod page;
mod start;

pub use page::Page;
