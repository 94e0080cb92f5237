//! Deleted records: they stay deleted, and brought back they are whole.

use domain::command::{SettingsCommand, SettingsDraft};
use domain::model::{Column, Settings};
use store::Store;

use crate::world::{Browser, day, delete, edit, move_to, project, rename, shown, snapshot, task};

fn compact(store: &Store) {
    let compaction = store.start_compaction().unwrap();
    store.finish_compaction(compaction).unwrap();
}

#[test]
fn a_deleted_record_stays_deleted_through_compaction() {
    let browser = Browser::new();
    let store = browser.open();
    let home = project(&store, "Move house");
    let id = task(&store, home, "Pack");
    delete(&store, id);
    compact(&store);
    assert_eq!(shown(&browser.open(), id), None);
}

#[test]
fn an_edit_of_a_record_that_another_tab_deletes_does_not_bring_it_back() {
    let browser = Browser::new();
    let (mine, theirs) = (browser.open(), browser.open());
    let home = project(&mine, "Move house");
    let id = task(&mine, home, "Pack");
    browser.tell(&theirs);
    delete(&theirs, id);
    rename(&mine, id, "Pack the kitchen");
    browser.tell(&mine);
    browser.tell(&theirs);
    assert_eq!((shown(&mine, id), shown(&theirs, id)), (None, None));
    assert_eq!(shown(&browser.open(), id), None);
}

#[test]
fn an_undone_deletion_brings_back_every_field_even_after_compaction() {
    let browser = Browser::new();
    let store = browser.open();
    let home = project(&store, "Move house");
    let id = task(&store, home, "Pack");
    edit(&store, id, |draft| draft.due = Some(day("2026-04-01")));
    move_to(&store, id, Column::Doing);
    let before = shown(&store, id);
    delete(&store, id);
    compact(&store);
    store.undo().unwrap();
    assert_eq!(shown(&store, id), before);
    assert!(browser.reopened() == snapshot(&store));
    compact(&store);
    assert!(browser.reopened() == snapshot(&store));
}

#[test]
fn settings_made_anew_do_not_get_back_a_name_that_was_undone() {
    // There is one settings record: made again, it has the id of the one that undo deleted.
    let browser = Browser::new();
    let store = browser.open();
    let settings = |your_name: &str, works_on_sunday| {
        let mut draft = SettingsDraft::of(&Settings::default());
        draft.your_name = your_name.to_owned();
        draft.weekdays[6] = works_on_sunday;
        store.dispatch(SettingsCommand::Edit { draft }).unwrap();
    };
    settings("Ada", false);
    store.undo().unwrap();
    settings("", true);
    assert_eq!(browser.reopened().settings().your_name, "");
    assert!(browser.reopened() == snapshot(&store));
}

#[test]
fn a_record_brought_back_is_the_same_in_every_tab_whatever_was_written_meanwhile() {
    // Another tab gave it a due day before it knew of the deletion.
    for is_compacted in [false, true] {
        let browser = Browser::new();
        let (mine, theirs) = (browser.open(), browser.open());
        let home = project(&mine, "Move house");
        let id = task(&mine, home, "Pack");
        browser.tell(&theirs);
        delete(&mine, id);
        edit(&theirs, id, |draft| draft.due = Some(day("2026-04-01")));
        browser.tell(&mine);
        browser.tell(&theirs);
        if is_compacted {
            compact(&theirs);
        }
        mine.undo().unwrap();
        browser.tell(&theirs);
        assert_eq!(shown(&mine, id).unwrap().title, "Pack");
        assert_eq!(shown(&mine, id), shown(&theirs, id));
        assert!(browser.reopened() == snapshot(&mine));
    }
}
