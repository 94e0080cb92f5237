//! The store as the page sees it: read with tracking, dispatch commands, undo.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use domain::command::{ArchiveCommand, Command, CommandError, SampleCommand};
use domain::delta::Delta;
use domain::id::RecordId;
use domain::lists::List;
use domain::time::{Day, Instant};
use domain::workspace::{Entity, Workspace};
use reactive_graph::signal::{ArcReadSignal, ArcRwSignal};
use reactive_graph::traits::{Get, GetUntracked, Set, Track};

use crate::budget::{Budget, Room};
use crate::cold::Cold;
use crate::deed::Cause;
use crate::history::{Direction, History, Undone};
use crate::load::{self, Loaded};
use crate::mirroring::Copies;
use crate::ports::{Clock, IdSource, Past, Storage};
use crate::replica::Replica;
use crate::signals::Signals;
use crate::stamp::{Actor, HybridClock};
use crate::status::{Damage, Saving};
use crate::thaw;

/// The state of one tab. Clones share it.
#[derive(Clone)]
pub struct Store(pub(crate) Rc<Inner>);

pub(crate) struct Inner {
    pub(crate) storage: Box<dyn Storage>,
    pub(crate) clock: Box<dyn Clock>,
    pub(crate) ids: Box<dyn IdSource>,
    pub(crate) actor: Actor,
    pub(crate) state: RefCell<State>,
    pub(crate) signals: Signals,
    pub(crate) history: RefCell<History>,
    pub(crate) past: RefCell<Option<Box<dyn Past>>>,
    /// Whether the steps from before a reload are on their way.
    pub(crate) is_restoring: Cell<bool>,
    /// What waits for them.
    pub(crate) waiting: RefCell<Vec<Box<dyn FnOnce()>>>,
    /// Why every edit is refused, where this store is for show.
    pub(crate) is_for_show: RefCell<Option<String>>,
    next_undo: ArcRwSignal<Option<String>>,
    next_redo: ArcRwSignal<Option<String>>,
    pub(crate) saving: ArcRwSignal<Saving>,
    pub(crate) used: ArcRwSignal<usize>,
    pub(crate) damages: ArcRwSignal<Vec<Damage>>,
    pub(crate) copies: Rc<Copies>,
}

/// Everything that an edit changes, behind one borrow.
pub(crate) struct State {
    pub(crate) workspace: Workspace,
    pub(crate) replica: Replica,
    pub(crate) clock: HybridClock,
    pub(crate) merged: BTreeMap<String, u32>,
    /// Cold pages that are not joined, by key.
    pub(crate) cold: BTreeMap<String, Cold>,
    /// Records that a cold page holds which was read back, and that pages need not hold any more.
    pub(crate) packed: BTreeSet<String>,
    /// Whether something is in the archive and not packed and let go of yet.
    pub(crate) wants_packing: bool,
    pub(crate) n_written: u64,
    pub(crate) n_pages: u64,
    pub(crate) has_header: bool,
    pub(crate) budget: Budget,
    /// What the storage has last refused to come to, whatever it should hold: others may fill it.
    pub(crate) full_at: Option<usize>,
    /// How much was in use when a compaction last found nothing that it could do.
    pub(crate) compacted_in_vain: Option<usize>,
    /// Whether the last compaction had room for a part of the journal only.
    pub(crate) is_partly_folded: bool,
}

/// A command that was carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// What was done, in past tense.
    pub label: String,
    /// The record it created, where there is one to go to.
    pub created: Option<RecordId>,
    /// Whether anything changed, and so whether there is something to undo.
    pub has_changed: bool,
}

/// A command that was not carried out. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// A rule of the domain.
    #[error(transparent)]
    Rule(#[from] CommandError),
    /// It could not be kept, so it was not made.
    #[error("This was not saved, so it was not changed. {0}")]
    NotSaved(String),
    /// What is on the page is not the work as it is now.
    #[error("{0}")]
    OnlyShown(String),
}

/// The sentence, for a form that shows why it was not saved.
impl From<Refused> for String {
    fn from(refused: Refused) -> String {
        refused.to_string()
    }
}

impl Store {
    /// Opens what is in storage. Always succeeds: what could not be read is listed in
    /// [`Store::damages`], and whether edits can be kept in [`Store::saving`].
    pub fn open(
        storage: impl Storage + 'static,
        clock: impl Clock + 'static,
        ids: impl IdSource + 'static,
    ) -> Store {
        let actor = Actor(ids.next_key());
        let mut hybrid_clock = HybridClock::new(actor);
        let loaded = load::load(&storage, &mut hybrid_clock);
        let Loaded {
            replica,
            workspace,
            merged,
            cold,
            damages,
            saving,
            has_header,
            budget,
        } = loaded;
        let used = budget.used();
        let wants_packing = !workspace.away().is_empty();
        Store(Rc::new(Inner {
            storage: Box::new(storage),
            clock: Box::new(clock),
            ids: Box::new(ids),
            actor,
            state: RefCell::new(State {
                workspace,
                replica,
                clock: hybrid_clock,
                merged,
                cold,
                packed: BTreeSet::new(),
                wants_packing,
                n_written: 0,
                n_pages: 0,
                has_header,
                budget,
                full_at: None,
                compacted_in_vain: None,
                is_partly_folded: false,
            }),
            used: ArcRwSignal::new(used),
            signals: Signals::default(),
            history: RefCell::default(),
            past: RefCell::default(),
            is_restoring: Cell::default(),
            waiting: RefCell::default(),
            is_for_show: RefCell::default(),
            next_undo: ArcRwSignal::new(None),
            next_redo: ArcRwSignal::new(None),
            saving: ArcRwSignal::new(saving),
            damages: ArcRwSignal::new(damages),
            copies: Rc::default(),
        }))
    }

    /// Carries out a command: written to storage first, then shown, one undo step.
    pub fn dispatch(&self, command: impl Into<Command>) -> Result<Done, Refused> {
        let inner = &self.0;
        inner.check_editable()?;
        let command = command.into();
        inner.prepare_for(&command);
        let plan = self.preview(command)?;
        let deed = inner.commit(&plan.label, Cause::Command, &plan.change)?;
        let has_changed = deed.is_some();
        if let Some(deed) = deed {
            inner
                .history
                .borrow_mut()
                .push(deed.stamp, deed.label, &deed.delta);
        }
        inner.publish_history();
        Ok(Done {
            label: plan.label,
            created: plan.created,
            has_changed,
        })
    }

    /// Takes back this tab's last action, except where something else has happened since.
    /// `Ok(None)` when there is nothing to undo.
    pub fn undo(&self) -> Result<Option<Undone>, Refused> {
        self.0.step(Direction::Undo)
    }

    /// Makes the last undone action again.
    pub fn redo(&self) -> Result<Option<Undone>, Refused> {
        self.0.step(Direction::Redo)
    }

    /// What undo would take back, tracked.
    pub fn next_undo(&self) -> Option<String> {
        self.0.next_undo.get()
    }

    /// What redo would make again, tracked.
    pub fn next_redo(&self) -> Option<String> {
        self.0.next_redo.get()
    }

    /// One record, tracked: the reader runs again when this record changes, and only then.
    pub fn get<T: Entity>(&self, id: T::Id) -> Option<Arc<T>> {
        let signal = {
            let state = self.0.state.borrow();
            self.0.signals.record(id.into(), &state.workspace)
        };
        signal.get().as_ref().and_then(T::from_record).cloned()
    }

    /// The ids in a list in order, tracked: the reader runs again when the list changes, not when
    /// a record in it does. `T` is the type the list holds.
    pub fn ids<T: Entity>(&self, list: List) -> Vec<T::Id> {
        self.keys(list).iter().map(|key| T::id(*key)).collect()
    }

    /// The keys in a list in order, tracked and shared: for lists too long to copy.
    pub fn keys(&self, list: List) -> Arc<[u64]> {
        let signal = {
            let state = self.0.state.borrow();
            self.0.signals.list(list, &state.workspace)
        };
        signal.get()
    }

    /// A computation over the whole workspace, tracked by its revision: for overviews and
    /// measures. Keep it inside a memo.
    pub fn compute<R>(&self, f: impl FnOnce(&Workspace) -> R) -> R {
        self.0.signals.revision().track();
        self.read(f)
    }

    /// The workspace as it is now, untracked: for event handlers.
    pub fn read<R>(&self, f: impl FnOnce(&Workspace) -> R) -> R {
        f(&self.0.state.borrow().workspace)
    }

    /// Keeps what is done from now on in this past.
    pub fn set_past(&self, past: impl Past + 'static) {
        *self.0.past.borrow_mut() = Some(Box::new(past));
    }

    /// The civil day where the person is.
    pub fn today(&self) -> Day {
        self.0.clock.today()
    }

    /// Minutes that local time is ahead of UTC now.
    pub fn offset_minutes(&self) -> i32 {
        self.0.clock.offset_minutes()
    }

    /// The moment.
    pub fn now(&self) -> Instant {
        self.0.clock.now()
    }

    /// How many edits after a moment still show, deletions included: one edit for all that it
    /// wrote, however many records those are.
    pub fn n_edits_since(&self, moment: Instant) -> usize {
        self.0
            .state
            .borrow()
            .replica
            .n_stamps_after(moment.millis())
    }

    /// Whether edits can be kept.
    pub fn saving(&self) -> ArcReadSignal<Saving> {
        self.0.saving.read_only()
    }

    /// The bytes that Loopline's own keys take, by the rule of the strictest browser.
    pub fn used(&self) -> ArcReadSignal<usize> {
        self.0.used.read_only()
    }

    /// How much room is left, tracked.
    pub fn room(&self) -> Room {
        self.0.capacity().room(self.0.used.get())
    }

    /// Stored texts that could not be read; kept byte for byte.
    pub fn damages(&self) -> ArcReadSignal<Vec<Damage>> {
        self.0.damages.read_only()
    }
}

impl Inner {
    pub(crate) fn now_millis(&self) -> i64 {
        self.clock.now().millis()
    }

    pub(crate) fn saving_now(&self) -> Saving {
        self.saving.get_untracked()
    }

    /// Whether nothing may be written or removed, by this tab at least.
    pub(crate) fn is_read_only(&self) -> bool {
        matches!(self.saving_now(), Saving::Refused { .. })
    }

    fn check_editable(&self) -> Result<(), Refused> {
        let why = self.is_for_show.borrow().clone();
        why.map_or(Ok(()), |why| Err(Refused::OnlyShown(why)))
    }

    /// Knows whole what a command reads beside what is in the open.
    fn prepare_for(&self, command: &Command) {
        match command {
            Command::Import(_) | Command::Sample(SampleCommand::Remove) => {
                drop(self.thaw(|_| true));
            }
            Command::Archive(ArchiveCommand::Restore { ids }) => {
                let names: Vec<String> = ids.iter().map(ToString::to_string).collect();
                self.prepare(names.iter().map(String::as_str));
            }
            _ => {}
        }
    }

    fn step(&self, direction: Direction) -> Result<Option<Undone>, Refused> {
        self.check_editable()?;
        let touched = thaw::names(self.history.borrow().next_ids(direction));
        self.prepare(touched.iter().map(String::as_str));
        let next = {
            let state = self.state.borrow();
            self.history.borrow().next(direction, &state.workspace)
        };
        let Some(next) = next else {
            return Ok(None);
        };
        let cause = match direction {
            Direction::Undo => Cause::Undo(next.id),
            Direction::Redo => Cause::Redo(next.id),
        };
        let label = format!("{}: {}", direction.verb(), next.undone.label);
        let deed = self.commit(&label, cause, &next.change)?;
        let mut history = self.history.borrow_mut();
        match deed {
            Some(deed) => history.complete(direction, Some(deed.stamp), &deed.delta),
            None => history.complete(direction, None, &Delta::default()),
        }
        drop(history);
        self.publish_history();
        Ok(Some(next.undone))
    }

    /// The latest moment that this tab knows of: the clock's, or that of a stamp which is ahead.
    pub(crate) fn latest_millis(&self) -> i64 {
        let latest = self.state.borrow().clock.latest_millis();
        latest.max(self.now_millis())
    }

    pub(crate) fn publish_history(&self) {
        let (undo, redo) = {
            let history = self.history.borrow();
            let label = |direction| history.next_label(direction).map(str::to_owned);
            (label(Direction::Undo), label(Direction::Redo))
        };
        self.next_undo.set(undo);
        self.next_redo.set(redo);
    }
}
