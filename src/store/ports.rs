//! What the store needs from the world outside, as traits.

use domain::time::{Day, Instant};

/// A synchronous text store with named entries, such as a browser's local storage.
pub trait Storage {
    /// The text under a key, or `None` where there is none.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;
    /// Puts a text under a key. When this fails, the old text is still there.
    fn set(&self, key: &str, text: &str) -> Result<(), StorageError>;
    /// Removes a key; one that is not there stays absent.
    fn remove(&self, key: &str) -> Result<(), StorageError>;
    /// Every key, in any order.
    fn keys(&self) -> Result<Vec<String>, StorageError>;
}

/// Why the storage refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// The browser keeps nothing for this page, by setting, policy or private mode.
    #[error(
        "This browser does not let Loopline keep data here. Allow site data for this address, or open Loopline in another browser."
    )]
    Denied,
    /// There is no room left.
    #[error("The storage of this browser is full. Delete or export something, then try again.")]
    Full,
    /// Anything else, in the browser's words.
    #[error("The browser could not store this: {0}.")]
    Failed(String),
}

/// A second place for the newest entries, which may keep them when the browser is killed before
/// its storage has reached the disk. It is asked for nothing: an entry it loses is still in storage.
pub trait Mirror {
    /// Keeps a copy of an entry that was written to storage.
    fn append(&self, key: &str, text: &str);
}

/// Tells the time.
pub trait Clock {
    /// The moment, in UTC.
    fn now(&self) -> Instant;
    /// The civil day where the person is.
    fn today(&self) -> Day;
}

/// Draws keys that no other record or tab has.
pub trait IdSource {
    /// 64 random bits.
    fn next_key(&self) -> u64;
}
