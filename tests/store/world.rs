//! Builders: a browser, its tabs, and a few verbs that make minimal data.

use std::cell::Cell;

use domain::command::{
    ArchiveCommand, PersonCommand, PersonDraft, ProjectCommand, ProjectDraft, TaskCommand,
    TaskDraft,
};
use domain::id::{PersonId, ProjectId, RecordId, TaskId};
use domain::lists::List;
use domain::model::{Archived, Column, Project, Stage, Task};
use domain::time::{Day, Instant};
use domain::workspace::Workspace;
use store::memory::{ManualClock, MemoryStorage, SeededIds};
use store::{Done, Refused, Saving, Storage, Store};

use reactive_graph::traits::GetUntracked;

/// 11 March 2026, 09:00 UTC.
const MORNING: i64 = 1_773_219_600_000;

/// One browser: the storage and the clock that its tabs share.
pub struct Browser {
    pub storage: MemoryStorage,
    pub clock: ManualClock,
    n_tabs: Cell<u64>,
}

impl Browser {
    pub fn new() -> Browser {
        Browser {
            storage: MemoryStorage::default(),
            clock: ManualClock::new(Instant::from_millis(MORNING), day("2026-03-11")),
            n_tabs: Cell::new(0),
        }
    }

    /// The browser after a restart, with this left in its storage.
    pub fn with_storage(storage: MemoryStorage) -> Browser {
        Browser {
            storage,
            // No new tab has the keys of one before.
            n_tabs: Cell::new(1_000),
            ..Browser::new()
        }
    }

    /// A new tab on the shared storage.
    pub fn open(&self) -> Store {
        self.open_on(self.storage.clone())
    }

    /// A new tab that sees this storage.
    pub fn open_on(&self, storage: impl Storage + 'static) -> Store {
        self.n_tabs.set(self.n_tabs.get() + 1);
        // An odd factor keeps the tabs' key streams far apart.
        let seed = self.n_tabs.get().wrapping_mul(0xD1B5_4A32_D192_ED03);
        Store::open(storage, self.clock.clone(), SeededIds::new(seed))
    }

    /// What a new tab would show, were it opened on a copy of the storage now.
    pub fn reopened(&self) -> Workspace {
        snapshot(&self.open_on(MemoryStorage::with_entries(self.storage.entries())))
    }

    /// Tells a tab of everything in storage, as the browser does while others write.
    pub fn tell(&self, tab: &Store) {
        for (key, text) in self.storage.entries() {
            tab.written_elsewhere(&key, &text);
        }
    }
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn snapshot(store: &Store) -> Workspace {
    store.read_whole(Workspace::clone)
}

pub fn saving(store: &Store) -> Saving {
    store.saving().get_untracked()
}

/// The keys that the page is told are damaged.
pub fn damaged_keys(store: &Store) -> Vec<String> {
    let damages = store.damages().get_untracked();
    damages.into_iter().map(|damage| damage.key).collect()
}

pub fn project(store: &Store, name: &str) -> ProjectId {
    let draft = ProjectDraft {
        name: name.to_owned(),
        ..ProjectDraft::default()
    };
    let stage = Stage::Initiate;
    let done = store.dispatch(ProjectCommand::Create { draft, stage });
    ProjectId::from_key(done.unwrap().created.unwrap().key)
}

/// A project that is finished.
pub fn done_project(store: &Store, name: &str) -> ProjectId {
    let id = project(store, name);
    let (stage, before) = (Stage::Done, None);
    store
        .dispatch(ProjectCommand::Move { id, stage, before })
        .unwrap();
    id
}

/// Puts everything that is finished away.
pub fn archive_all(store: &Store) -> Result<Done, Refused> {
    let done = store.read(|ws| ws.ids::<Project>(List::ProjectsIn(Stage::Done)));
    let ids = done.into_iter().map(RecordId::from).collect();
    store.dispatch(ArchiveCommand::Put { ids })
}

/// Brings one project back, if something is in the archive.
pub fn restore_one(store: &Store, n: usize) -> Result<Done, Refused> {
    let archived = store.read(|ws| ws.ids::<Archived>(List::Archived));
    let ids = archived.get(n % archived.len().max(1)).copied();
    let ids = ids.into_iter().collect();
    store.dispatch(ArchiveCommand::Restore { ids })
}

pub fn person(store: &Store, name: &str) -> PersonId {
    let draft = PersonDraft {
        name: name.to_owned(),
        role: String::new(),
    };
    let done = store.dispatch(PersonCommand::Create { draft });
    PersonId::from_key(done.unwrap().created.unwrap().key)
}

pub fn task(store: &Store, project: ProjectId, title: &str) -> TaskId {
    try_task(store, project, title).unwrap()
}

pub fn try_task(store: &Store, project: ProjectId, title: &str) -> Result<TaskId, Refused> {
    let done = store.dispatch(TaskCommand::Create {
        project,
        column: Column::Backlog,
        draft: TaskDraft::titled(title),
    })?;
    Ok(TaskId::from_key(done.created.unwrap().key))
}

/// Adds a task that takes 1 KB.
pub fn try_long_task(store: &Store, project: ProjectId) -> Result<TaskId, Refused> {
    let done = store.dispatch(TaskCommand::Create {
        project,
        column: Column::Backlog,
        draft: TaskDraft {
            notes: "n".repeat(800),
            ..TaskDraft::titled("Long")
        },
    })?;
    Ok(TaskId::from_key(done.created.unwrap().key))
}

pub fn rename(store: &Store, id: TaskId, title: &str) {
    edit(store, id, |draft| draft.title = title.to_owned());
}

/// Edits the fields of a task as a form does.
pub fn edit(store: &Store, id: TaskId, change: impl FnOnce(&mut TaskDraft)) {
    let mut draft = store.read(|workspace| TaskDraft::of(workspace.get::<Task>(id).unwrap()));
    change(&mut draft);
    store.dispatch(TaskCommand::Edit { id, draft }).unwrap();
}

pub fn move_to(store: &Store, id: TaskId, column: Column) {
    let before = None;
    store
        .dispatch(TaskCommand::Move { id, column, before })
        .unwrap();
}

pub fn delete(store: &Store, id: TaskId) {
    store.dispatch(TaskCommand::Delete { id }).unwrap();
}

/// The task as it is shown, if it is.
pub fn shown(store: &Store, id: TaskId) -> Option<Task> {
    store.read(|workspace| workspace.get::<Task>(id).map(|task| (**task).clone()))
}

/// The titles of a project's tasks, in order.
pub fn titles(workspace: &Workspace, project: ProjectId) -> Vec<String> {
    workspace
        .list::<Task>(List::Tasks(project))
        .map(|(_, task)| task.title.clone())
        .collect()
}
