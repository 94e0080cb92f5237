//! Settings and data.

mod backup;
mod bring_in;
mod calendar;
mod copies;
mod data;
mod days_off;
mod differences;
mod hours;
mod incoming;
mod page;
mod passphrase;
mod people;
mod person_form;
mod personal;
mod safety;
mod snapshots;
mod standing;
mod wizard;

pub use page::Page;
