//! Loopline's state: signals over the domain, one write path, undo, and persistence behind ports.
//!
//! [`Store`] is all the page sees. It knows no browser: storage, clock and ids come through
//! [`ports`], so two tabs are two values in one test.

mod checked;
mod commit;
mod compact;
mod entry;
mod history;
mod load;
pub mod memory;
mod page;
pub mod ports;
mod replica;
mod signals;
mod stamp;
mod status;
mod store;

pub use compact::Compaction;
pub use history::Undone;
pub use ports::{Clock, IdSource, Mirror, Storage, StorageError};
pub use status::{Damage, Saving};
pub use store::{Done, Refused, Store};
