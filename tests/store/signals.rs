//! An edit wakes what reads the records it touched, and nothing else.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use domain::id::TaskId;
use domain::lists::List;
use domain::model::{Column, Task};
use domain::workspace::Workspace;
use reactive_graph::computed::ArcMemo;
use reactive_graph::owner::LocalStorage;
use reactive_graph::owner::StoredValue;
use reactive_graph::traits::{GetUntracked, GetValue};
use store::Store;

use crate::probe::Probe;
use crate::world::{Browser, delete, move_to, project, rename, task, try_task};

/// A reader on the page: it counts how often it has to read again.
struct Reader {
    memo: ArcMemo<()>,
    n_reads: Arc<AtomicUsize>,
}

impl Reader {
    fn new(store: &Store, read: impl Fn(&Store) + Send + Sync + 'static) -> Reader {
        let store: StoredValue<Store, LocalStorage> = StoredValue::new_local(store.clone());
        let n_reads = Arc::new(AtomicUsize::new(0));
        let counted = n_reads.clone();
        let memo = ArcMemo::new(move |_| {
            counted.fetch_add(1, Ordering::Relaxed);
            read(&store.get_value());
        });
        let reader = Reader { memo, n_reads };
        reader.has_read();
        reader
    }

    fn of_task(store: &Store, id: TaskId) -> Reader {
        Reader::new(store, move |store| drop(store.get::<Task>(id)))
    }

    fn of_list(store: &Store, list: List) -> Reader {
        Reader::new(store, move |store| drop(store.keys(list)))
    }

    /// Whether it had to read again since it was last asked.
    fn has_read(&self) -> bool {
        let before = self.n_reads.load(Ordering::Relaxed);
        self.memo.get_untracked();
        self.n_reads.load(Ordering::Relaxed) > before
    }
}

#[test]
fn a_row_reads_again_only_when_its_own_record_changes() {
    let store = Browser::new().open();
    let home = project(&store, "Move house");
    let (pack, sell) = (
        task(&store, home, "Pack"),
        task(&store, home, "Sell the piano"),
    );
    let row = Reader::of_task(&store, pack);

    rename(&store, sell, "Sell the grand piano");
    move_to(&store, sell, Column::Done);
    task(&store, home, "Clean");
    assert!(!row.has_read());
    rename(&store, pack, "Pack the kitchen");
    assert!(row.has_read());
    store.undo().unwrap();
    assert!(row.has_read());
    delete(&store, pack);
    assert!(row.has_read());
    assert!(store.get::<Task>(pack).is_none());
}

#[test]
fn a_row_of_a_record_that_is_not_there_yet_reads_again_when_it_comes() {
    let browser = Browser::new();
    let (store, other) = (browser.open(), browser.open());
    let home = project(&other, "Move house");
    let pack = task(&other, home, "Pack");
    let row = Reader::of_task(&store, pack);
    browser.tell(&store);
    assert!(row.has_read());
    assert_eq!(store.get::<Task>(pack).unwrap().title, "Pack");
}

#[test]
fn a_list_reads_again_when_it_changes_and_not_when_a_record_in_it_does() {
    let store = Browser::new().open();
    let home = project(&store, "Move house");
    let (first, second) = (task(&store, home, "Pack"), task(&store, home, "Clean"));
    let backlog = Reader::of_list(&store, List::TasksIn(home, Column::Backlog));
    let done = Reader::of_list(&store, List::TasksIn(home, Column::Done));

    rename(&store, first, "Pack the kitchen");
    assert!(!backlog.has_read() && !done.has_read());
    // Into another column: both lists change.
    move_to(&store, first, Column::Done);
    assert!(backlog.has_read() && done.has_read());
    move_to(&store, second, Column::Ready);
    assert!(backlog.has_read() && !done.has_read());
    assert_eq!(
        store.ids::<Task>(List::TasksIn(home, Column::Done)),
        [first]
    );
}

#[test]
fn a_computed_whole_reads_again_after_every_change_and_only_then() {
    let store = Browser::new().open();
    let home = project(&store, "Move house");
    let whole = Reader::new(&store, |store| {
        store.compute(Workspace::n_records);
    });
    let pack = task(&store, home, "Pack");
    assert!(whole.has_read());
    rename(&store, pack, "Pack");
    assert!(!whole.has_read(), "nothing has changed");
    store.undo().unwrap();
    assert!(whole.has_read());
}

#[test]
fn an_edit_that_could_not_be_kept_wakes_no_reader_of_the_work() {
    let browser = Browser::new();
    let probe = Probe::default();
    let store = browser.open_on(probe.clone());
    let home = project(&store, "Move house");
    let list = Reader::of_list(&store, List::Tasks(home));
    let whole = Reader::new(&store, |store| {
        store.compute(Workspace::n_records);
    });
    let undo = Reader::new(&store, |store| drop(store.next_undo()));
    let saving = Reader::new(&store, |store| {
        drop(reactive_graph::traits::Get::get(&store.saving()));
    });

    probe.throw(store::StorageError::Full);
    try_task(&store, home, "Pack").unwrap_err();
    assert!(!list.has_read() && !whole.has_read() && !undo.has_read());
    assert!(saving.has_read());
}

#[test]
fn another_tabs_edit_wakes_the_same_readers() {
    let browser = Browser::new();
    let (store, other) = (browser.open(), browser.open());
    let home = project(&store, "Move house");
    let (pack, sell) = (
        task(&store, home, "Pack"),
        task(&store, home, "Sell the piano"),
    );
    browser.tell(&other);
    let row = Reader::of_task(&store, pack);
    let other_row = Reader::of_task(&store, sell);
    let list = Reader::of_list(&store, List::Tasks(home));

    rename(&other, pack, "Pack the kitchen");
    browser.tell(&store);
    assert!(row.has_read());
    assert!(!other_row.has_read() && !list.has_read());
    // Told again of what it knows, nobody reads again.
    browser.tell(&store);
    assert!(!row.has_read() && !other_row.has_read() && !list.has_read());
}

#[test]
fn a_reader_that_is_woken_may_read_the_whole_store() {
    let store = Browser::new().open();
    let home = project(&store, "Move house");
    let reader = Reader::new(&store, move |store| {
        for id in store.ids::<Task>(List::Tasks(home)) {
            assert!(store.get::<Task>(id).is_some());
        }
        store.compute(|workspace| assert_eq!(workspace.problems(), []));
    });
    task(&store, home, "Pack");
    assert!(reader.has_read());
}
