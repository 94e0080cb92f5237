//! The starters: fetched when a page first needs them, and kept for as long as the tab lives.

use std::sync::Arc;

use domain::starters::Starters;
use leptos::prelude::*;

use crate::platform::fetch;

/// How far the starters are.
#[derive(Clone, Debug, Default)]
pub enum Shelved {
    /// Nobody has asked for them.
    #[default]
    Untouched,
    /// They are on their way.
    Coming,
    /// Here they are.
    Here(Arc<Starters>),
    /// They did not come, and why.
    Missing(String),
}

/// The place where the starters will be.
#[derive(Clone, Copy)]
pub struct Shelf(RwSignal<Shelved>);

const NOT_FETCHED: &str =
    "The starters could not be fetched. Start from blank now, or try again when you are online.";

impl Shelf {
    pub(super) fn new() -> Shelf {
        Shelf(RwSignal::default())
    }

    /// How far they are, tracked.
    pub fn state(self) -> Shelved {
        self.0.get()
    }

    /// The starters, once they are here; tracked.
    pub fn here(self) -> Option<Arc<Starters>> {
        match self.0.get() {
            Shelved::Here(starters) => Some(starters),
            _ => None,
        }
    }

    /// Fetches them, unless they are here or on their way.
    pub fn fetch(self) {
        if matches!(self.0.get_untracked(), Shelved::Here(_) | Shelved::Coming) {
            return;
        }
        self.0.set(Shelved::Coming);
        fetch::named_in_page("loopline-starters", move |text| {
            let shelved = match text.map(|text| Starters::read(&text)) {
                Some(Ok(starters)) => Shelved::Here(Arc::new(starters)),
                Some(Err(error)) => Shelved::Missing(error.to_string()),
                None => Shelved::Missing(NOT_FETCHED.to_owned()),
            };
            self.0.set(shelved);
        });
    }
}
