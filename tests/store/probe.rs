//! A storage that keeps a log of its writes and fails on demand.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use store::budget::BUDGET;
use store::memory::MemoryStorage;
use store::{Storage, StorageError};

/// A write that reached the storage.
#[derive(Clone, Debug, PartialEq)]
pub enum Write {
    Set(String, String),
    Remove(String),
}

/// What is wrong with the storage.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// Writes from this one on fail, so many of them.
    Throws {
        from: usize,
        n: usize,
        error: StorageError,
    },
    /// Texts from this write on find no room, so many of them; removing works.
    Full { from: usize, n: usize },
    /// Writes are accepted and not kept.
    Forgets,
    /// Only the first half of a text is kept.
    Tears,
    /// What was written is there but cannot be read.
    Unreadable,
}

/// Clones share it, as tabs of one browser do.
#[derive(Clone, Default)]
pub struct Probe(Rc<State>);

#[derive(Default)]
struct State {
    disk: RefCell<BTreeMap<String, String>>,
    log: RefCell<Vec<Write>>,
    fault: RefCell<Option<Fault>>,
    n_tried: Cell<usize>,
    room: Cell<Option<usize>>,
    capacity: Cell<Option<usize>>,
    watcher: RefCell<Option<Watcher>>,
}

type Watcher = Box<dyn Fn(&str)>;

impl Probe {
    /// From now on this is wrong.
    pub fn fail(&self, fault: Fault) {
        *self.0.fault.borrow_mut() = Some(fault);
        self.0.n_tried.set(0);
    }

    /// Every write from now on fails with this.
    pub fn throw(&self, error: StorageError) {
        let (from, n) = (0, usize::MAX);
        self.fail(Fault::Throws { from, n, error });
    }

    /// From now on nothing is wrong.
    pub fn heal(&self) {
        *self.0.fault.borrow_mut() = None;
    }

    /// From now on it says that it holds so many bytes.
    pub fn say(&self, capacity: usize) {
        self.0.capacity.set(Some(capacity));
    }

    /// From now on it holds so many bytes and no more, as WebKit counts them.
    pub fn limit(&self, room: usize) {
        self.0.room.set(Some(room));
    }

    /// Calls back with the key just before each write.
    pub fn watch(&self, watcher: impl Fn(&str) + 'static) {
        *self.0.watcher.borrow_mut() = Some(Box::new(watcher));
    }

    pub fn entries(&self) -> BTreeMap<String, String> {
        self.0.disk.borrow().clone()
    }

    /// A storage with the same entries that shares nothing with this one.
    pub fn copy(&self) -> MemoryStorage {
        MemoryStorage::with_entries(self.entries())
    }

    pub fn n_writes(&self) -> usize {
        self.0.log.borrow().len()
    }

    /// The keys set since the n-th write.
    pub fn keys_set_since(&self, n: usize) -> Vec<String> {
        let log = self.0.log.borrow();
        let keys = log[n..].iter().filter_map(|write| match write {
            Write::Set(key, _) => Some(key.clone()),
            Write::Remove(_) => None,
        });
        keys.collect()
    }

    /// The storage after each prefix of the writes, the empty one first: what a crash can leave.
    pub fn prefixes(&self) -> Vec<BTreeMap<String, String>> {
        let mut disk = BTreeMap::new();
        let mut prefixes = vec![disk.clone()];
        for write in self.0.log.borrow().iter() {
            apply(&mut disk, write);
            prefixes.push(disk.clone());
        }
        prefixes
    }

    fn write(&self, write: Write) -> Result<(), StorageError> {
        let state = &*self.0;
        let n = state.n_tried.replace(state.n_tried.get() + 1);
        let kept = match (&*state.fault.borrow(), write) {
            (
                Some(Fault::Throws {
                    from,
                    n: many,
                    error,
                }),
                _,
            ) if n >= *from && n - from < *many => {
                return Err(error.clone());
            }
            (Some(Fault::Full { from, n: many }), Write::Set(..))
                if n >= *from && n - from < *many =>
            {
                return Err(StorageError::Full);
            }
            (Some(Fault::Forgets), _) => return Ok(()),
            (Some(Fault::Tears), Write::Set(key, text)) => {
                let half = text.chars().take(text.chars().count() / 2).collect();
                Write::Set(key, half)
            }
            (_, write) => write,
        };
        if let (Some(room), Write::Set(key, text)) = (state.room.get(), &kept) {
            let disk = state.disk.borrow();
            let old = disk.get(key).map_or(0, |old| size(key) + size(old));
            if bytes(&disk) - old + size(key) + size(text) > room {
                return Err(StorageError::Full);
            }
        }
        apply(&mut state.disk.borrow_mut(), &kept);
        state.log.borrow_mut().push(kept);
        Ok(())
    }
}

/// The bytes that keys and texts take, as WebKit counts them (`StorageMap::sizeInBytes`).
pub fn bytes(disk: &BTreeMap<String, String>) -> usize {
    disk.iter().map(|(key, text)| size(key) + size(text)).sum()
}

fn size(text: &str) -> usize {
    match text {
        text if text.is_ascii() => text.len(),
        text if text.chars().all(|letter| letter <= '\u{ff}') => text.chars().count(),
        text => text.encode_utf16().count() * 2,
    }
}

/// Does a write.
pub fn apply(disk: &mut BTreeMap<String, String>, write: &Write) {
    match write {
        Write::Set(key, text) => disk.insert(key.clone(), text.clone()),
        Write::Remove(key) => disk.remove(key),
    };
}

impl Storage for Probe {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        if *self.0.fault.borrow() == Some(Fault::Unreadable) {
            return Err(StorageError::Failed("it went away".to_owned()));
        }
        Ok(self.0.disk.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        if let Some(watcher) = &*self.0.watcher.borrow() {
            watcher(key);
        }
        self.write(Write::Set(key.to_owned(), text.to_owned()))
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.write(Write::Remove(key.to_owned()))
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        Ok(self.0.disk.borrow().keys().cloned().collect())
    }

    fn capacity(&self) -> usize {
        self.0.capacity.get().unwrap_or(BUDGET)
    }
}
