//! What the store needs from the world outside, as traits.

use domain::time::{Day, Instant};

use crate::budget::{BUDGET, size_of};

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
    /// The bytes it holds, counted by the rule of the strictest browser.
    fn capacity(&self) -> usize {
        BUDGET
    }
    /// The bytes that everything in it takes, Loopline's or not, counted by the same rule.
    fn used(&self) -> Result<usize, StorageError> {
        let mut used = 0;
        for key in self.keys()? {
            let text = self.get(&key)?;
            used += text.map_or(0, |text| size_of(&key, &text));
        }
        Ok(used)
    }
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
    #[error(
        "The storage of this browser is full. Everything saved is safe. Export a copy if you want one, delete something, then try again."
    )]
    Full,
    /// Anything else, in the browser's words.
    #[error("The browser could not store this: {0}.")]
    Failed(String),
}

/// A second place for the newest entries, which may keep them when the browser is killed before
/// its storage has reached the disk. It is asked for nothing: an entry it loses is still in storage.
pub trait Mirror {
    /// Keeps a copy of an entry that was written to storage, and says later what became of it.
    fn append(&self, key: &str, text: &str, on_outcome: OnOutcome);
}

/// Waits for what becomes of a copy.
pub struct OnOutcome(Box<dyn FnOnce(bool)>);

impl OnOutcome {
    /// Calls this back when it is known whether the copy is surely on disk.
    pub fn new(callback: impl FnOnce(bool) + 'static) -> OnOutcome {
        OnOutcome(Box::new(callback))
    }

    /// Says whether the copy is surely on disk.
    pub fn tell(self, is_on_disk: bool) {
        (self.0)(is_on_disk);
    }
}

/// A place that keeps what was done. It may lose some: nothing but the history, and undo after a
/// reload, depends on it.
pub trait Past {
    /// Keeps what was written to storage.
    fn append(&self, kept: Kept);
}

/// What was done, as a [`Past`] keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its name; names sort as the deeds came.
    pub key: String,
    /// The tab that did it.
    pub tab: String,
    /// The ids of the records by which it can be found.
    pub about: Vec<String>,
    /// The deed itself.
    pub text: String,
}

/// Tells the time.
pub trait Clock {
    /// The moment, in UTC.
    fn now(&self) -> Instant;
    /// The civil day where the person is.
    fn today(&self) -> Day;
    /// Minutes that local time is ahead of UTC now.
    fn offset_minutes(&self) -> i32 {
        0
    }
}

/// Draws keys that no other record or tab has.
pub trait IdSource {
    /// 64 random bits.
    fn next_key(&self) -> u64;
}
