//! Settings and data.

mod calendar;
mod copies;
mod data;
mod days_off;
mod page;
mod passphrase;
mod people;
mod person_form;
mod personal;
mod safety;

pub use page::Page;
