//! Loopline's state: signals over the domain, one write path, undo, and persistence behind ports.
//!
//! [`Store`] is all the page sees. It knows no browser: storage, clock and ids come through
//! [`ports`], so two tabs are two values in one test.

pub mod budget;
mod checked;
mod cold;
mod commit;
mod compact;
mod deed;
mod elsewhere;
mod entry;
mod fold;
mod history;
mod load;
pub mod memory;
mod mirroring;
mod packing;
mod page;
pub mod ports;
mod preview;
mod replica;
mod session;
mod signals;
mod stamp;
mod status;
mod store;
mod thaw;
mod travel;
mod writing;

pub use budget::Room;
pub use compact::Compaction;
pub use deed::{Cause, Deed};
pub use history::{MAX_STEPS, Undone};
pub use ports::{Clock, IdSource, Kept, Mirror, OnOutcome, Past, Storage, StorageError};
pub use session::Earlier;
pub use stamp::{Actor, Stamp};
pub use status::{Damage, OnDisk, Recovered, Saving};
pub use store::{Done, Refused, Store};
pub use travel::as_of;
