//! The only place where the store writes to storage and removes from it: counted, tried again
//! where the browser may be wrong, and with a reserve for when it is right.

use reactive_graph::traits::{GetUntracked, Set};

use crate::budget::{Budget, Capacity, Room, size_of};
use crate::load::PREFIX;
use crate::ports::StorageError;
use crate::store::Inner;

/// Firefox says “full” now and then while many tabs write. A page cannot wait without standing
/// still, so the pauses of 50, 200 and 1,000 ms that others make are left out: it tries again at
/// once, and an action that is refused all the same can be made again.
const MAX_RETRIES: usize = 3;

/// The key of the reserve. What is under it says nothing and may go at any time.
pub fn reserve_key() -> String {
    format!("{PREFIX}reserve")
}

impl Inner {
    /// Puts a text under a key of Loopline's.
    pub(crate) fn put(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let mut outcome = self.storage.set(key, text);
        for _ in 0..MAX_RETRIES {
            if outcome != Err(StorageError::Full) || self.used_now() >= self.capacity().stop() {
                break;
            }
            outcome = self.storage.set(key, text);
        }
        self.learn(self.used_now() + size_of(key, text), &outcome);
        outcome?;
        self.count(|budget| budget.put(key, text));
        Ok(())
    }

    /// The same for what frees room, now or soon: when storage is full, the reserve makes way.
    pub(crate) fn put_from_reserve(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let outcome = self.put(key, text);
        if outcome != Err(StorageError::Full) {
            return outcome;
        }
        self.remove(&reserve_key())?;
        self.put(key, text)
    }

    /// Takes note of how much really fits, from what became of a write that comes to so much.
    fn learn(&self, would_be: usize, outcome: &Result<(), StorageError>) {
        let mut state = self.state.borrow_mut();
        match outcome {
            Ok(()) if state.full_at.is_some_and(|full_at| would_be >= full_at) => {
                state.full_at = None;
            }
            Err(StorageError::Full) => state.full_at = Some(would_be),
            Ok(()) | Err(_) => {}
        }
    }

    /// What tidying up may come to: no more than is safe, and no more than has been seen to fit
    /// when the reserve makes way.
    pub(crate) fn tidying_limit(&self) -> usize {
        let limit = self.capacity().tidying();
        let state = self.state.borrow();
        let spare = state.budget.size_under(&reserve_key());
        let seen = state.full_at.map(|full_at| full_at + spare);
        seen.map_or(limit, |seen| limit.min(seen))
    }

    /// Removes a key of Loopline's.
    pub(crate) fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.storage.remove(key)?;
        self.count(|budget| budget.remove(key));
        Ok(())
    }

    /// Sees to it that the reserve is there, unless it would itself be too much.
    ///
    /// Whatever grows asks for this first. So the room of a spent reserve goes to nothing else
    /// before it is a reserve again.
    pub(crate) fn refill_reserve(&self, besides: usize) -> Result<(), StorageError> {
        let key = reserve_key();
        let is_there = self.state.borrow().budget.has(&key);
        let bytes = self.capacity().reserve();
        if is_there || self.used_now() + besides + bytes > self.capacity().stop() {
            return Ok(());
        }
        let n_spaces = bytes.saturating_sub(size_of(&key, ""));
        self.put(&key, &" ".repeat(n_spaces))
    }

    /// Why an action that takes so many bytes more may not be made, if so.
    pub(crate) fn lacks_room(&self, bytes: usize) -> Option<String> {
        let used = self.used_now();
        let capacity = self.capacity();
        (capacity.room(used + bytes) == Room::Stop).then(|| {
            format!(
                "Loopline uses {} KB of the {} KB that a browser keeps for it, and this needs \
                 {} KB more. Everything saved is safe. Export a copy if you want one, then delete \
                 work that is over: deleting and shortening go on working, and make room.",
                grouped(used / 1024),
                grouped(capacity.0 / 1024),
                grouped(bytes.div_ceil(1024)),
            )
        })
    }

    /// Counts, and tells the page when the count is another.
    pub(crate) fn count(&self, change: impl FnOnce(&mut Budget)) {
        let used = {
            let mut state = self.state.borrow_mut();
            change(&mut state.budget);
            state.budget.used()
        };
        if self.used.get_untracked() != used {
            self.used.set(used);
        }
    }

    pub(crate) fn capacity(&self) -> Capacity {
        Capacity(self.storage.capacity())
    }

    pub(crate) fn used_now(&self) -> usize {
        self.state.borrow().budget.used()
    }
}

/// A number with a comma between its thousands, for a number below a million.
fn grouped(n: usize) -> String {
    if n < 1_000 {
        n.to_string()
    } else {
        format!("{},{:03}", n / 1_000, n % 1_000)
    }
}
