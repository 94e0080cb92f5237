//! Converting work into the other kind: what becomes of what, before it is done.

mod page;

pub use page::Page;
