//! Undo beside another tab: it takes back one's own work and never another's (SPEC U1 to U3).

use std::collections::BTreeMap;

use domain::command::{PersonCommand, PersonDraft, TaskCommand, TaskDraft};
use domain::fields;
use domain::id::{RecordId, TaskId};
use domain::model::{Column, Task};
use domain::workspace::{Record, Workspace};
use proptest::prelude::*;
use store::Store;

use crate::steps::{act, any_own_history};
use crate::tally::{cases, count};
use crate::world::{
    Browser, delete, edit, move_to, person, project, rename, shown, snapshot, task,
};

/// Two tabs that know the same task.
fn two_tabs() -> (Browser, Store, Store, TaskId) {
    let browser = Browser::new();
    let (mine, theirs) = (browser.open(), browser.open());
    let home = project(&mine, "Move house");
    let id = task(&mine, home, "Pack");
    browser.tell(&theirs);
    (browser, mine, theirs, id)
}

#[test]
fn undo_leaves_a_field_that_another_tab_has_changed_since_and_names_the_record() {
    let (browser, mine, theirs, id) = two_tabs();
    edit(&mine, id, |draft| {
        draft.title = "Pack the kitchen".to_owned();
        draft.notes = "Fragile things first.".to_owned();
    });
    browser.tell(&theirs);
    rename(&theirs, id, "Pack everything");
    browser.tell(&mine);

    let undone = mine.undo().unwrap().unwrap();
    assert_eq!(undone.skipped, [id.into()]);
    let shown = shown(&mine, id).unwrap();
    assert_eq!(
        (shown.title.as_str(), shown.notes.as_str()),
        ("Pack everything", "")
    );
    assert!(browser.reopened() == snapshot(&mine));
}

#[test]
fn undo_of_one_field_keeps_what_another_tab_did_to_the_others() {
    let (browser, mine, theirs, id) = two_tabs();
    rename(&mine, id, "Pack the kitchen");
    move_to(&theirs, id, Column::Doing);
    browser.tell(&mine);
    let undone = mine.undo().unwrap().unwrap();
    assert_eq!(undone.skipped, []);
    let shown = shown(&mine, id).unwrap();
    assert_eq!(
        (shown.title.as_str(), shown.column),
        ("Pack", Column::Doing)
    );
}

#[test]
fn undo_does_not_bring_back_what_another_tab_has_deleted() {
    let (browser, mine, theirs, id) = two_tabs();
    rename(&mine, id, "Pack the kitchen");
    browser.tell(&theirs);
    delete(&theirs, id);
    browser.tell(&mine);
    let undone = mine.undo().unwrap().unwrap();
    assert_eq!(undone.skipped, [id.into()]);
    assert_eq!(shown(&mine, id), None);
    // The step is spent: the one before it is next.
    assert_eq!(mine.next_undo().unwrap(), "Added task “Pack”");
    assert_eq!(mine.next_redo(), None);
}

#[test]
fn undo_of_an_addition_leaves_it_once_another_tab_has_worked_on_it() {
    let (browser, mine, theirs, id) = two_tabs();
    rename(&theirs, id, "Pack the kitchen");
    browser.tell(&mine);
    let undone = mine.undo().unwrap().unwrap();
    assert_eq!(undone.skipped, [id.into()]);
    assert_eq!(shown(&mine, id).unwrap().title, "Pack the kitchen");
}

#[test]
fn redo_leaves_what_another_tab_has_changed_since_the_undo() {
    let (browser, mine, theirs, id) = two_tabs();
    rename(&mine, id, "Pack the kitchen");
    mine.undo().unwrap();
    browser.tell(&theirs);
    rename(&theirs, id, "Pack everything");
    browser.tell(&mine);
    let redone = mine.redo().unwrap().unwrap();
    assert_eq!(redone.skipped, [id.into()]);
    assert_eq!(shown(&mine, id).unwrap().title, "Pack everything");
}

#[test]
fn another_tabs_edit_is_not_a_step_of_this_one() {
    let (browser, mine, theirs, id) = two_tabs();
    rename(&theirs, id, "Pack the kitchen");
    browser.tell(&mine);
    assert_eq!(mine.next_undo().unwrap(), "Added task “Pack”");
    // Nor does it take away what could be redone.
    let helper = person(&mine, "Ada");
    mine.undo().unwrap();
    rename(&theirs, id, "Pack everything");
    browser.tell(&mine);
    mine.redo().unwrap();
    assert!(mine.get::<domain::model::Person>(helper).is_some());
}

/// The text another tab may have put last in each record: the title or the name.
fn text_of(record: &Record) -> Option<String> {
    let name = fields::of(record).remove("title");
    let name = name.or_else(|| fields::of(record).remove("name"));
    name.and_then(|value| value.as_str().map(str::to_owned))
}

/// Gives a task or person a text that nobody has ever used, or deletes a task.
fn edit_theirs(theirs: &Store, pick: u8, n: usize) {
    let text = format!("Theirs {n}");
    let ids = |workspace: &Workspace| {
        let ids = workspace.records().map(|(id, _)| id);
        ids.filter(|id| ["tsk", "per"].contains(&id.table.prefix()))
            .collect::<Vec<_>>()
    };
    let ids = theirs.read(ids);
    let Some(id) = ids.get(usize::from(pick) % ids.len().max(1)) else {
        return;
    };
    let done = if id.table.prefix() == "per" {
        let id = domain::id::PersonId::from_key(id.key);
        let draft = PersonDraft {
            name: text,
            role: String::new(),
        };
        theirs.dispatch(PersonCommand::Edit { id, draft })
    } else {
        let id = TaskId::from_key(id.key);
        if pick.is_multiple_of(5) {
            theirs.dispatch(TaskCommand::Delete { id })
        } else {
            let draft = TaskDraft {
                title: text,
                ..theirs.read(|w| TaskDraft::of(w.get::<Task>(id).unwrap()))
            };
            theirs.dispatch(TaskCommand::Edit { id, draft })
        }
    };
    done.unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(1000)))]

    #[test]
    fn no_undo_or_redo_ever_reverts_what_another_tab_did_last(
        history in any_own_history(50),
        turns in prop::collection::vec((0_u8..8, any::<u8>()), 50),
    ) {
        count("T18", "turns beside another tab", history.len());
        // The other tab's texts are unique, so that who wrote a text last is plain to see.
        let browser = Browser::new();
        let (mine, theirs) = (browser.open(), browser.open());
        let mut theirs_last: BTreeMap<RecordId, Option<String>> = BTreeMap::new();
        for (n, (action, (turn, pick))) in history.iter().zip(turns).enumerate() {
            let before = snapshot(&mine);
            match turn {
                0 | 1 => {
                    edit_theirs(&theirs, pick, n);
                    browser.tell(&mine);
                    for (id, text) in changed_texts(&before, &snapshot(&mine)) {
                        theirs_last.insert(id, text);
                    }
                }
                2 | 3 => {
                    let step = if turn == 2 { mine.undo() } else { mine.redo() };
                    let step = step.unwrap();
                    for (id, text) in changed_texts(&before, &snapshot(&mine)) {
                        prop_assert!(!theirs_last.contains_key(&id), "{id} became {text:?} by {step:?}");
                    }
                }
                _ => {
                    if act(&mine, action).is_ok() {
                        for (id, _) in changed_texts(&before, &snapshot(&mine)) {
                            theirs_last.remove(&id);
                        }
                    }
                }
            }
            browser.tell(&theirs);
            prop_assert!(snapshot(&mine) == snapshot(&theirs));
        }
        prop_assert!(browser.reopened() == snapshot(&mine));
    }
}

/// The records whose text is another now, or which came or went.
fn changed_texts(before: &Workspace, after: &Workspace) -> Vec<(RecordId, Option<String>)> {
    let ids = before.records().chain(after.records()).map(|(id, _)| id);
    let texts = ids.filter_map(|id| {
        let (old, new) = (before.record(id), after.record(id));
        let has_changed = old.as_ref().map(text_of) != new.as_ref().map(text_of);
        has_changed.then(|| (id, new.as_ref().and_then(text_of)))
    });
    texts.collect()
}
