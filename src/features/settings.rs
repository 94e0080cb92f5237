//! Settings and data.

mod calendar;
mod data;
mod days_off;
mod page;
mod people;
mod person_form;
mod personal;

pub use page::Page;
