//! The desk: what every feature works with. The store, the notices and the way to another page.
//!
//! It stands between `ui` and `features`: features take everything from here, and never reach
//! into each other or into the app around them.

mod backups;
pub mod health;
pub mod keys;
pub mod kinds;
mod looking;
mod notices;
mod over;
pub mod people;
pub mod quick;
pub mod reality;
pub mod save;
mod starter_picker;
mod starter_preview;
pub mod starters;
pub mod work;

pub use backups::{Backups, FolderState, LastCopy};
pub use looking::Looking;
pub use notices::{Notice, NoticeAction, Notices};
pub use over::{Over, Wish};
pub use starter_picker::StarterPicker;

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::classify::Answers;
use domain::command::{Command, CommandError, Plan};
use domain::id::{DecisionId, TemplateId};
use domain::lists::List;
use domain::log::Period;
use domain::route::Route;
use domain::time::{Day, Instant};
use domain::workspace::{Entity, Workspace};
use leptos::prelude::*;
use store::{Done, Refused, Store};

use crate::desk::starters::Shelf;
use crate::platform::location;
use crate::platform::persistence::{self, Promised};

/// A copyable handle on the state of this tab.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What pages work with: the work as it is, or what is looked at instead.
    store: StoredValue<Store, LocalStorage>,
    real: StoredValue<Store, LocalStorage>,
    shown: StoredValue<Store, LocalStorage>,
    looking: RwSignal<Option<Looking>>,
    /// What the page says about the last action.
    pub notices: Notices,
    /// Where the person is.
    pub route: Signal<Route>,
    /// What lies over the page, if anything does.
    pub over: RwSignal<Option<Over>>,
    /// What the page that is gone to is to do at once.
    pub wish: RwSignal<Option<Wish>>,
    /// The pages of records that were gone to, the latest first.
    pub recent: RwSignal<Vec<Route>>,
    /// Work that is being described and not yet decided. It lives as long as the tab.
    pub undecided: RwSignal<Undecided>,
    /// Whether the browser has promised to keep the data. It is asked after the first edit of
    /// the person's own.
    pub promised: RwSignal<Promised>,
    /// How far back is looked in the log of a process, where the person chose. It lives as long as
    /// the tab.
    pub periods: RwSignal<BTreeMap<TemplateId, Period>>,
    /// What is known of copies of the work.
    pub backups: Backups,
    /// What work can begin from; fetched when first asked for.
    pub starters: Shelf,
    /// Some browsers ask the person: once in a tab is enough.
    has_asked: StoredValue<bool>,
    /// Set anew while time passes.
    passing: Trigger,
}

/// Work that is being described and not yet decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undecided {
    /// The person's words.
    pub description: String,
    /// The answers given so far.
    pub answers: Answers,
    /// The decision that is being answered anew.
    pub revises: Option<DecisionId>,
}

/// The desk of the page; every component below the root has one.
pub fn desk() -> Desk {
    expect_context()
}

impl Desk {
    /// A desk over an opened store, at the page of this route.
    pub fn new(store: Store, route: Signal<Route>) -> Desk {
        let promised = RwSignal::new(Promised::Unknown);
        persistence::look(move |answer| promised.set(answer));
        let shown = StoredValue::new_local(store.clone());
        let real = StoredValue::new_local(store);
        Desk {
            store: real,
            real,
            shown,
            looking: RwSignal::new(None),
            notices: Notices::new(),
            route,
            over: RwSignal::new(None),
            wish: RwSignal::new(None),
            recent: RwSignal::new(Vec::new()),
            undecided: RwSignal::default(),
            promised,
            periods: RwSignal::default(),
            backups: Backups::known(),
            starters: Shelf::new(),
            has_asked: StoredValue::new(false),
            passing: Trigger::new(),
        }
    }

    /// The store itself.
    pub fn store(&self) -> Store {
        self.store.get_value()
    }

    /// One record, tracked.
    pub fn get<T: Entity>(&self, id: T::Id) -> Option<Arc<T>> {
        self.store.with_value(|store| store.get::<T>(id))
    }

    /// One record as a memo, for a component that reads it in several places.
    pub fn record<T: Entity + PartialEq + Send + Sync>(self, id: T::Id) -> Memo<Option<Arc<T>>>
    where
        T::Id: Send + Sync,
    {
        Memo::new(move |_| self.get::<T>(id))
    }

    /// The ids in a list in order, tracked.
    pub fn ids<T: Entity>(&self, list: List) -> Vec<T::Id> {
        self.store.with_value(|store| store.ids::<T>(list))
    }

    /// The keys in a list in order, tracked and shared.
    pub fn keys(&self, list: List) -> Arc<[u64]> {
        self.store.with_value(|store| store.keys(list))
    }

    /// A computation over the whole workspace, tracked by its revision. Keep it inside a memo.
    pub fn compute<R>(&self, f: impl FnOnce(&Workspace) -> R) -> R {
        self.store.with_value(|store| store.compute(f))
    }

    /// The workspace as it is now, untracked: for event handlers.
    pub fn read<R>(&self, f: impl FnOnce(&Workspace) -> R) -> R {
        self.store.with_value(|store| store.read(f))
    }

    /// The civil day where the person is.
    pub fn today(&self) -> Day {
        self.store.with_value(Store::today)
    }

    /// The moment.
    pub fn now(&self) -> Instant {
        self.store.with_value(Store::now)
    }

    /// The moment, followed while time passes: for clocks and ages, which change without an edit.
    pub fn moment(&self) -> Instant {
        self.passing.track();
        self.now()
    }

    /// Says that some time has passed.
    pub fn time_has_passed(&self) {
        self.passing.notify();
    }

    /// Carries out a command and says so in a notice, with undo; a refusal is a notice too.
    pub fn run(&self, command: impl Into<Command>) -> Option<Done> {
        match self.try_run(command) {
            Ok(done) => Some(done),
            Err(refused) => {
                self.notices.refused(refused.to_string());
                None
            }
        }
    }

    /// Carries out a command and says so in a notice; a refusal is left to the caller, for a form
    /// to show beside the field.
    pub fn try_run(&self, command: impl Into<Command>) -> Result<Done, Refused> {
        let command = command.into();
        let is_own_work = !matches!(command, Command::Sample(_));
        let done = self.store().dispatch(command)?;
        if done.has_changed {
            self.notices.done(done.label.clone());
            if is_own_work && !self.has_asked.get_value() {
                self.ask_to_keep();
            }
        }
        Ok(done)
    }

    /// What a command would do, without doing it.
    pub fn preview(&self, command: impl Into<Command>) -> Result<Plan, CommandError> {
        self.store.with_value(|store| store.preview(command))
    }

    /// Carries out a command without saying so: for what is kept while one types or ticks.
    pub fn try_run_quietly(&self, command: impl Into<Command>) -> Result<Done, Refused> {
        self.store().dispatch(command)
    }

    /// Asks the browser to keep the data until the person clears it.
    pub fn ask_to_keep(self) {
        self.has_asked.set_value(true);
        persistence::ask(move |promised| self.promised.set(promised));
    }

    /// Takes back the last action.
    pub fn undo(&self) {
        let (store, notices) = (self.store(), self.notices);
        let undo = move |store: &Store| notices.undone(store.undo(), "Undid", "Nothing to undo");
        store.clone().when_restored(move || undo(&store));
    }

    /// Makes the last undone action again.
    pub fn redo(&self) {
        let (store, notices) = (self.store(), self.notices);
        let redo = move |store: &Store| notices.undone(store.redo(), "Redid", "Nothing to redo");
        store.clone().when_restored(move || redo(&store));
    }

    /// Goes to a page.
    pub fn go(&self, route: &Route) {
        location::set_hash(&route.href());
    }
}
