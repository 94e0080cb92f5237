//! The kept decisions: a list, and each as it was made.

mod list;
mod record;

pub use list::ListPage;
pub use record::Page;
