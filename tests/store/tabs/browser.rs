//! A browser with a process per tab: each tab sees a copy of the storage that lags behind.
//!
//! A write shows at once in the tab that made it, reaches the browser later, and from there each
//! other tab later still. Writes of one tab keep their order; nothing else does. This is what
//! Chromium and Firefox do (`shared/reliability.md`, 1.3).

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use store::{Compaction, Storage, StorageError, Store};

use crate::probe::{Write, apply};
use crate::sealed::{is_entry, is_page};
use crate::world::Browser;

/// What one tab sees of the storage, and what it has written that the browser has not taken yet.
#[derive(Clone, Default)]
struct View(Rc<RefCell<ViewState>>);

#[derive(Default)]
struct ViewState {
    seen: BTreeMap<String, String>,
    on_the_way: VecDeque<Write>,
}

impl View {
    fn write(&self, write: Write) {
        let mut state = self.0.borrow_mut();
        apply(&mut state.seen, &write);
        state.on_the_way.push_back(write);
    }
}

impl Storage for View {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.0.borrow().seen.get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.write(Write::Set(key.to_owned(), text.to_owned()));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.write(Write::Remove(key.to_owned()));
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        Ok(self.0.borrow().seen.keys().cloned().collect())
    }
}

pub struct Tab {
    pub store: Store,
    pub compaction: Option<Compaction>,
    view: View,
    inbox: VecDeque<Write>,
}

impl Tab {
    /// The next write of another tab arrives.
    pub fn receive(&mut self) -> bool {
        let Some(write) = self.inbox.pop_front() else {
            return false;
        };
        apply(&mut self.view.0.borrow_mut().seen, &write);
        if let Write::Set(key, text) = &write {
            self.store.written_elsewhere(key, text);
        }
        true
    }
}

#[derive(Default)]
pub struct Tabs {
    pub tabs: Vec<Tab>,
    /// Every write the browser has taken, in order.
    pub taken: Vec<Write>,
    disk: BTreeMap<String, String>,
}

impl Tabs {
    pub fn disk(&self) -> &BTreeMap<String, String> {
        &self.disk
    }

    pub fn open(&mut self, browser: &Browser) {
        let view = View::default();
        view.0.borrow_mut().seen = self.disk.clone();
        self.tabs.push(Tab {
            store: browser.open_on(view.clone()),
            compaction: None,
            view,
            inbox: VecDeque::new(),
        });
    }

    /// Kills a tab. What it has written is on its way and still arrives.
    pub fn kill(&mut self, idx: usize) {
        while self.take(idx) {}
        self.tabs.remove(idx);
    }

    /// The browser takes the next write of a tab and passes it on to the others.
    pub fn take(&mut self, idx: usize) -> bool {
        let Some(write) = self.tabs[idx].view.0.borrow_mut().on_the_way.pop_front() else {
            return false;
        };
        apply(&mut self.disk, &write);
        for (other, tab) in self.tabs.iter_mut().enumerate() {
            if other != idx {
                tab.inbox.push_back(write.clone());
            }
        }
        self.taken.push(write);
        true
    }

    /// The browser takes everything a tab has written, except the pages it refuses: the tab
    /// believed them to be written, and its view is put right.
    pub fn answer(&mut self, idx: usize, refuses: impl Fn() -> bool) {
        loop {
            {
                let mut view = self.tabs[idx].view.0.borrow_mut();
                if let Some(Write::Set(key, _)) = view.on_the_way.front()
                    && is_page(key)
                    && refuses()
                {
                    let key = key.clone();
                    view.on_the_way.pop_front();
                    view.seen.remove(&key);
                    continue;
                }
            }
            if !self.take(idx) {
                return;
            }
        }
    }

    /// Everything arrives everywhere.
    pub fn settle(&mut self) {
        for idx in 0..self.tabs.len() {
            while self.take(idx) {}
        }
        for tab in &mut self.tabs {
            while tab.receive() {}
        }
    }
}

/// The entries among the writes: all that was acknowledged, as if nothing were ever folded.
pub fn acknowledged(writes: &[Write]) -> BTreeMap<String, String> {
    let entries = writes.iter().filter_map(|write| match write {
        Write::Set(key, text) if is_entry(key) => Some((key.clone(), text.clone())),
        _ => None,
    });
    entries.collect()
}
