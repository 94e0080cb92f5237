//! What was done: who did what when, and the work as it was then.

mod page;
mod reading;
mod row;

pub use page::Page;
