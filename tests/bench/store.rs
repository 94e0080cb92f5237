//! What keeping an edit costs, and opening what was kept. Run with `make bench`.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use domain::command::{ProjectCommand, ProjectDraft, TaskCommand, TaskDraft};
use domain::id::{ProjectId, TaskId};
use domain::model::{Column, Stage};
use domain::time::Instant;
use store::Store;
use store::memory::{ManualClock, MemoryStorage, SeededIds};

const SIZES: [usize; 2] = [100, 5_000];

fn main() {
    divan::main();
}

fn open(storage: &MemoryStorage, seed: u64) -> Store {
    let clock = ManualClock::new(
        Instant::from_millis(1_795_500_000_000),
        "2026-11-24".parse().expect("a day"),
    );
    Store::open(storage.clone(), clock, SeededIds::new(seed))
}

/// One project with so many tasks, in journal entries.
fn filled(n_tasks: usize) -> (MemoryStorage, Store, TaskId) {
    let storage = MemoryStorage::default();
    let store = open(&storage, 1);
    let draft = ProjectDraft {
        name: "Bench".to_owned(),
        ..ProjectDraft::default()
    };
    let stage = Stage::Execute;
    let created = store
        .dispatch(ProjectCommand::Create { draft, stage })
        .expect("a project");
    let project = ProjectId::from_key(created.created.expect("an id").key);
    let mut last = TaskId::from_key(0);
    for n in 0..n_tasks {
        let draft = TaskDraft::titled(format!("Task number {n} with a title of usual length"));
        let column = Column::ALL[n % 5];
        let done = store
            .dispatch(TaskCommand::Create {
                project,
                column,
                draft,
            })
            .expect("a task");
        last = TaskId::from_key(done.created.expect("an id").key);
    }
    (storage, store, last)
}

fn compacted(n_tasks: usize) -> MemoryStorage {
    let (storage, store, _) = filled(n_tasks);
    let compaction = store.start_compaction().expect("pages");
    store.finish_compaction(compaction).expect("removals");
    storage
}

#[divan::bench(args = SIZES)]
fn keep_a_move(bencher: divan::Bencher, n_tasks: usize) {
    let (_, store, id) = filled(n_tasks);
    let mut n = 0;
    bencher.bench_local(|| {
        n += 1;
        let column = Column::ALL[n % 5];
        let before = None;
        store
            .dispatch(TaskCommand::Move { id, column, before })
            .expect("a move")
    });
}

#[divan::bench(args = SIZES)]
fn open_a_journal(bencher: divan::Bencher, n_tasks: usize) {
    let (storage, ..) = filled(n_tasks);
    bencher.bench_local(|| open(&storage, 2));
}

#[divan::bench(args = SIZES)]
fn open_pages(bencher: divan::Bencher, n_tasks: usize) {
    let storage = compacted(n_tasks);
    bencher.bench_local(|| open(&storage, 2));
}
