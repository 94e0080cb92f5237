//! Ports that live in memory, for tests and for a page whose storage is denied.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use domain::time::{Day, Instant};

use crate::ports::{Clock, IdSource, Storage, StorageError};

/// A storage in memory. Clones share it, as tabs of one browser do.
#[derive(Clone, Debug, Default)]
pub struct MemoryStorage {
    entries: Rc<RefCell<BTreeMap<String, String>>>,
}

impl MemoryStorage {
    /// Everything in it.
    pub fn entries(&self) -> BTreeMap<String, String> {
        self.entries.borrow().clone()
    }

    /// A storage with these entries that shares nothing with any other.
    pub fn with_entries(entries: BTreeMap<String, String>) -> MemoryStorage {
        MemoryStorage {
            entries: Rc::new(RefCell::new(entries)),
        }
    }
}

impl Storage for MemoryStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.entries.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.entries
            .borrow_mut()
            .insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.entries.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        Ok(self.entries.borrow().keys().cloned().collect())
    }
}

/// A storage that refuses everything with one error.
#[derive(Clone, Debug)]
pub struct RefusingStorage(pub StorageError);

impl Storage for RefusingStorage {
    fn get(&self, _: &str) -> Result<Option<String>, StorageError> {
        Err(self.0.clone())
    }

    fn set(&self, _: &str, _: &str) -> Result<(), StorageError> {
        Err(self.0.clone())
    }

    fn remove(&self, _: &str) -> Result<(), StorageError> {
        Err(self.0.clone())
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        Err(self.0.clone())
    }
}

/// A clock that is set by hand. Clones share it.
#[derive(Clone, Debug)]
pub struct ManualClock {
    now: Rc<Cell<Instant>>,
    today: Rc<Cell<Day>>,
}

impl ManualClock {
    /// A clock that shows this moment and day.
    pub fn new(now: Instant, today: Day) -> ManualClock {
        ManualClock {
            now: Rc::new(Cell::new(now)),
            today: Rc::new(Cell::new(today)),
        }
    }

    /// Moves the clock by so many milliseconds; back when negative.
    pub fn advance(&self, millis: i64) {
        let now = self.now.get().millis().saturating_add(millis);
        self.now.set(Instant::from_millis(now));
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Instant {
        self.now.get()
    }

    fn today(&self) -> Day {
        self.today.get()
    }
}

/// Keys from a seed (SplitMix64, Steele et al. 2014): the same seed gives the same keys.
#[derive(Clone, Debug)]
pub struct SeededIds(Rc<Cell<u64>>);

impl SeededIds {
    /// Keys that follow from this seed.
    pub fn new(seed: u64) -> SeededIds {
        SeededIds(Rc::new(Cell::new(seed)))
    }
}

impl IdSource for SeededIds {
    fn next_key(&self) -> u64 {
        let state = self.0.get().wrapping_add(0x9E37_79B9_7F4A_7C15);
        self.0.set(state);
        let mut mixed = state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}
