//! Room: the store knows how much it takes, stops growing in time, and shrinks at any time.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use domain::command::{ProjectCommand, SampleCommand, TaskCommand};
use domain::id::{ProjectId, TaskId};
use domain::lists::List;
use domain::model::{Column, Project, Task};
use reactive_graph::traits::GetUntracked;
use store::budget::{BUDGET, Capacity, size_of};
use store::memory::MemoryStorage;
use store::{Refused, Room, Saving, Storage, Store};

use crate::probe::{Probe, bytes};
use crate::sealed::is_entry;
use crate::world::{
    Browser, delete, edit, move_to, project, rename, saving, shown, snapshot, task, try_long_task,
    try_task,
};

/// What takes a minute to fill takes a moment at a sixteenth of the size.
const CAPACITY: Capacity = Capacity(BUDGET / 16);

fn used(store: &Store) -> usize {
    store.used().get_untracked()
}

fn compact(store: &Store) -> usize {
    let compaction = store.start_compaction().unwrap();
    store.finish_compaction(compaction).unwrap()
}

/// Storage in which a project of short and one of long tasks have grown until the next long task
/// was refused, compacted on the way as the page does.
static GROWN: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let (browser, probe) = (Browser::new(), Probe::default());
    probe.say(CAPACITY.0);
    let store = browser.open_on(probe.clone());
    let other = project(&store, "Paint the fence");
    for _ in 0..100 {
        try_long_task(&store, other).unwrap();
    }
    let home = project(&store, "Move house");
    while try_long_task(&store, home).is_ok() {
        if store.wants_compaction() {
            compact(&store);
        }
    }
    probe.entries()
});

/// A tab on such a storage that holds no more than tidying may fill, with its projects.
struct Grown {
    browser: Browser,
    probe: Probe,
    store: Store,
    home: ProjectId,
    other: ProjectId,
}

impl Grown {
    fn new() -> Grown {
        let browser = Browser::with_storage(MemoryStorage::default());
        let probe = Probe::default();
        for (key, text) in &*GROWN {
            probe.set(key, text).unwrap();
        }
        probe.say(CAPACITY.0);
        probe.limit(CAPACITY.tidying());
        let store = browser.open_on(probe.clone());
        let named = |name: &str| {
            store.read(|w| {
                let mut projects = w.all::<Project>();
                projects
                    .find(|(_, project)| project.name == name)
                    .unwrap()
                    .0
            })
        };
        let (home, other) = (named("Move house"), named("Paint the fence"));
        Grown {
            browser,
            probe,
            store,
            home,
            other,
        }
    }

    /// The same after so many small tasks that not even one more has room.
    fn to_the_brim() -> Grown {
        let grown = Grown::new();
        while try_task(&grown.store, grown.home, "Small").is_ok() {}
        grown
    }

    fn ids(&self, project: ProjectId) -> Vec<TaskId> {
        self.store.ids::<Task>(List::Tasks(project))
    }

    fn check(&self) {
        let reopened = self.browser.open_on(self.probe.copy());
        assert!(snapshot(&reopened) == snapshot(&self.store));
        assert_eq!(used(&self.store), bytes(&self.probe.entries()));
    }
}

#[test]
fn sizes_are_those_of_the_strictest_browser() {
    assert_eq!(size_of("", ""), 0);
    assert_eq!(size_of("key", "text"), 7);
    assert_eq!(size_of("key", "tüxt"), 7, "Latin-1 takes a byte a letter");
    assert_eq!(
        size_of("key", "te–t"),
        11,
        "one other letter doubles a text"
    );
    assert_eq!(size_of("kéy", "🏠"), 7, "beyond 16 bits a letter takes two");
}

#[test]
fn the_limits_are_60_80_and_90_percent() {
    let all = Capacity(BUDGET);
    let (warn, offer, stop) = (all.warn(), all.offer(), all.stop());
    assert_eq!((warn, offer, stop), (3_145_728, 4_194_304, 4_718_592));
    assert!(stop + all.reserve() < all.tidying() && all.tidying() < BUDGET);
    let steps = [0, warn - 1, warn, offer - 1, offer, stop - 1, stop, BUDGET];
    use Room::{Offer, Plenty, Stop, Warn};
    assert_eq!(
        steps.map(|used| all.room(used)),
        [Plenty, Plenty, Warn, Warn, Offer, Offer, Stop, Stop]
    );
}

#[test]
fn the_count_is_that_of_storage_after_every_action() {
    let browser = Browser::new();
    let probe = Probe::default();
    let store = browser.open_on(probe.clone());
    assert_eq!(used(&store), 0);
    let check = || assert_eq!(used(&store), bytes(&probe.entries()));
    let home = project(&store, "Überprüfung 検査");
    check();
    let id = task(&store, home, "Pack");
    rename(&store, id, "Pack – today");
    check();
    store.undo().unwrap();
    store.dispatch(SampleCommand::Load).unwrap();
    check();
    delete(&store, id);
    let compaction = store.start_compaction().unwrap();
    check();
    store.finish_compaction(compaction).unwrap();
    check();
    assert_eq!(used(&browser.open_on(probe.copy())), used(&store));
}

#[test]
fn what_other_pages_of_the_address_keep_is_not_counted() {
    let browser = Browser::new();
    browser.storage.set("theme", "dark").unwrap();
    let store = browser.open();
    store.written_elsewhere("theme", "light");
    assert_eq!(used(&store), 0);
    project(&store, "Move house");
    // Storage itself counts all of it.
    assert_eq!(browser.storage.used(), Ok(used(&store) + "themedark".len()));
}

#[test]
fn what_other_tabs_write_and_remove_is_counted_once() {
    let browser = Browser::new();
    let (store, other) = (browser.open(), browser.open());
    let home = project(&other, "Move house");
    task(&other, home, "Pack");
    browser.tell(&store);
    browser.tell(&store);
    assert_eq!(used(&store), bytes(&browser.storage.entries()));

    let before = browser.storage.entries();
    compact(&other);
    browser.tell(&store);
    for key in before.keys().filter(|key| is_entry(key)) {
        store.removed_elsewhere(key);
        store.removed_elsewhere(key);
    }
    assert_eq!(used(&store), bytes(&browser.storage.entries()));
    assert!(
        snapshot(&store) == snapshot(&other),
        "only the count changes"
    );
}

#[test]
fn growing_stops_at_90_percent_with_a_sentence_that_says_what_to_do() {
    let grown = Grown::new();
    let store = &grown.store;
    let sentence = try_long_task(store, grown.home).unwrap_err().to_string();
    for words in [
        "This was not saved, so it was not changed.",
        " of the 320 KB ",
        "Everything saved is safe.",
        "Export a copy",
        "delete",
    ] {
        assert!(sentence.contains(words), "{sentence}");
    }
    assert!(matches!(saving(store), Saving::LastFailed { .. }));
    assert!(used(store) < CAPACITY.stop() && used(store) > CAPACITY.stop() - 2_000);
    assert_eq!(store.room(), Room::Offer);
    // What is smaller still has room.
    task(store, grown.home, "Small");
    assert_eq!(saving(store), Saving::Works);
    grown.check();
}

#[test]
fn taking_a_deletion_back_is_growing_and_can_be_done_when_there_is_room() {
    let grown = Grown::to_the_brim();
    let store = &grown.store;
    let ids = grown.ids(grown.other);
    delete(store, ids[0]);
    assert!(matches!(store.undo(), Err(Refused::NotSaved(_))));
    assert!(matches!(
        store.dispatch(SampleCommand::Load),
        Err(Refused::NotSaved(_))
    ));
    assert_eq!(shown(store, ids[0]), None);
    assert!(store.next_undo().unwrap().starts_with("Deleted"));
    grown.check();
}

#[test]
fn deleting_and_shortening_work_where_growing_does_not() {
    let grown = Grown::to_the_brim();
    let store = &grown.store;
    let ids = grown.ids(grown.other);
    for id in &ids[..50] {
        delete(store, *id);
    }
    edit(store, ids[50], |draft| draft.notes = "short".to_owned());
    move_to(store, ids[50], Column::Ready);
    assert_eq!(saving(store), Saving::Works);
    assert_eq!(shown(store, ids[50]).unwrap().notes, "short");
    // Their entries take room at first, but not much.
    assert!(used(store) < CAPACITY.tidying());
    grown.check();
}

/// Tidies up as the page does, as long as there is something to do.
fn tidy(grown: &Grown) {
    while grown.store.wants_compaction() {
        let before = used(&grown.store);
        let n_removed = compact(&grown.store);
        assert!(n_removed == 0 || used(&grown.store) < before);
    }
    grown.check();
}

#[test]
fn deleting_a_few_long_tasks_makes_room_again() {
    for is_old in [true, false] {
        let grown = Grown::to_the_brim();
        let ids = grown.ids(if is_old { grown.other } else { grown.home });
        for id in &ids[..40] {
            delete(&grown.store, *id);
        }
        tidy(&grown);
        for _ in 0..20 {
            try_long_task(&grown.store, grown.home).unwrap();
        }
        grown.check();
    }
}

#[test]
fn one_deletion_that_touches_every_page_makes_room_again() {
    // There is not room for all new pages beside the old ones.
    let grown = Grown::to_the_brim();
    let id = grown.home;
    grown.store.dispatch(ProjectCommand::Delete { id }).unwrap();
    assert_eq!(grown.store.room(), Room::Stop);
    tidy(&grown);
    assert!(
        used(&grown.store) < CAPACITY.warn(),
        "{} bytes",
        used(&grown.store)
    );
    try_long_task(&grown.store, grown.other).unwrap();
}

#[test]
fn a_long_journal_is_folded_in_parts_where_all_of_it_does_not_fit() {
    let grown = Grown::new();
    tidy(&grown);
    let n_entries = |grown: &Grown| {
        let keys = grown.probe.entries().into_keys();
        keys.filter(|key| is_entry(key)).count()
    };
    let ids = grown.ids(grown.other);
    for id in ids.iter().chain(&ids).chain(&ids) {
        let column = match shown(&grown.store, *id).unwrap().column {
            Column::Ready => Column::Doing,
            _ => Column::Ready,
        };
        let before = None;
        let id = *id;
        // The last few may find no room.
        let _ = grown
            .store
            .dispatch(TaskCommand::Move { id, column, before });
    }
    tidy(&grown);
    assert!(n_entries(&grown) < 250, "{} entries", n_entries(&grown));
}
