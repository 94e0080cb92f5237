//! The kept decisions: a list, and each as it was made.

mod compare;
mod list;
mod record;

pub use compare::ComparePage;
pub use list::ListPage;
pub use record::Page;
