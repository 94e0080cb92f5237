//! The wizard: describe the work, answer, see the verdict, put it on its board.

mod describe;
mod page;
mod questions;
mod routing;
mod state;
mod verdict;

pub use page::Page;
