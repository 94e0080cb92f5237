//! A past in memory, and tabs that are reloaded with it.

use std::cell::RefCell;
use std::rc::Rc;

use store::{Deed, Past, Store};

use crate::world::Browser;

/// Everything that was done, as it was kept. Clones share it, as tabs of one browser do.
#[derive(Clone, Default)]
pub struct Deeds(Rc<RefCell<Vec<String>>>);

impl Past for Deeds {
    fn append(&self, kept: store::Kept) {
        self.0.borrow_mut().push(kept.text);
    }
}

impl Deeds {
    /// Every deed that can be read, in the order in which they were kept.
    pub fn deeds(&self) -> Vec<Deed> {
        let texts = self.0.borrow();
        texts.iter().filter_map(|text| Deed::decode(text)).collect()
    }

    /// Loses the last deed, as a killed browser may.
    pub fn lose_last(&self) {
        self.0.borrow_mut().pop();
    }
}

/// A tab of a browser that keeps its past, through reloads.
pub struct Tab {
    pub store: Store,
    /// What the browser keeps for this tab.
    pub session: String,
}

impl Tab {
    /// A new tab.
    pub fn open(browser: &Browser, kept: &Deeds) -> Tab {
        Tab::continued(browser, kept, None)
    }

    /// The tab after a reload.
    pub fn reloaded(self, browser: &Browser, kept: &Deeds) -> Tab {
        Tab::continued(browser, kept, Some(&self.session))
    }

    /// A tab for which the browser has kept this.
    pub fn continued(browser: &Browser, kept: &Deeds, session: Option<&str>) -> Tab {
        let store = browser.open();
        store.set_past(kept.clone());
        let (earlier, session) = store.continue_session(session);
        store.restore_steps(&earlier, kept.deeds());
        Tab { store, session }
    }
}
