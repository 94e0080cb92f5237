//! Looking at the work as it is not: as it was, or with what is in the archive. Nothing can be
//! edited meanwhile, and the work itself goes on behind it.

use domain::time::{Day, Instant};
use domain::workspace::Workspace;
use leptos::prelude::*;
use store::Store;

use super::Desk;

/// What a person looks at instead of the work as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looking {
    /// What it is: “the work as it was on 12 May, 14:32”.
    pub what: String,
}

impl Looking {
    /// Says what this is and that nothing can be edited.
    pub fn sentence(&self) -> String {
        format!(
            "You are looking at {}. Nothing can be edited here.",
            self.what
        )
    }
}

impl Desk {
    /// What is looked at instead of the work as it is, tracked.
    pub fn looking(&self) -> Option<Looking> {
        self.looking.get()
    }

    /// Shows this workspace, at this moment, in place of the work as it is, until the person
    /// comes back.
    pub fn look_at(&self, workspace: &Workspace, now: Instant, today: Day, what: String) {
        let looking = Looking { what };
        let why = format!("{} Go back to now first.", looking.sentence());
        self.shown
            .set_value(Store::showing(workspace, now, today, why));
        self.looking.set(Some(looking));
    }

    /// Shows the work as it is again.
    pub fn come_back(&self) {
        self.looking.set(None);
        // What was shown is let go of.
        self.shown.set_value(self.real.get_value());
    }

    /// The desk over what is looked at, tracked; pages are drawn anew when that changes.
    pub fn here(&self) -> Desk {
        let store = if self.looking.get().is_some() {
            self.shown
        } else {
            self.real
        };
        Desk { store, ..*self }
    }

    /// The store of the work as it is, whatever is looked at.
    pub fn real_store(&self) -> Store {
        self.real.get_value()
    }
}
