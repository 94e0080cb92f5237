//! The wizard: describe the work, answer, see the verdict, put it on its board.

mod brief;
mod describe;
mod outcome;
mod page;
mod questions;
mod revising;
mod routing;
mod setting_up;
mod shape;
mod start_from;
mod state;
mod verdict;

pub use page::Page;
