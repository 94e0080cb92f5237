//! The desk: commands, notices and undo, over a store in memory.

use domain::command::{ProjectCommand, ProjectDraft};
use domain::lists::List;
use domain::model::{Project, Stage};
use domain::route::Route;
use domain::time::Instant;
use leptos::prelude::*;
use loopline::desk::{Desk, NoticeAction};
use store::Store;
use store::memory::{ManualClock, MemoryStorage, SeededIds};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::mount::{mount, settle};

fn desk() -> Desk {
    let clock = ManualClock::new(Instant::from_millis(0), "2026-11-24".parse().unwrap());
    let store = Store::open(MemoryStorage::default(), clock, SeededIds::new(1));
    Desk::new(store, Signal::stored(Route::Overview))
}

fn add(name: &str) -> ProjectCommand {
    ProjectCommand::Create {
        draft: ProjectDraft {
            name: name.to_owned(),
            ..ProjectDraft::default()
        },
        stage: Stage::Plan,
    }
}

#[wasm_bindgen_test]
async fn a_command_is_told_with_undo_and_a_refusal_without() {
    mount(|| {
        let desk = desk();
        assert!(desk.run(add("Open a shop")).is_some());
        let told = desk.notices.current().unwrap();
        assert_eq!(told.text, "Added project “Open a shop”");
        assert_eq!(told.action, Some(NoticeAction::Undo));

        assert!(desk.run(add("  ")).is_none());
        let refused = desk.notices.current().unwrap();
        assert!(refused.is_refusal && refused.action.is_none());

        desk.undo();
        let undone = desk.notices.current().unwrap();
        assert_eq!(undone.text, "Undid: Added project “Open a shop”");
        assert_eq!(undone.action, Some(NoticeAction::Redo));
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_view_follows_the_records_it_reads_and_no_others() {
    let kept = StoredValue::new_local(None::<Desk>);
    let n_drawn = StoredValue::new(0);
    let page = mount(move || {
        let desk = desk();
        kept.set_value(Some(desk));
        desk.run(add("First"));
        desk.run(add("Second"));
        let ids = desk.ids::<Project>(List::ProjectsIn(Stage::Plan));
        let first = ids[0];
        view! {
            <p>{move || {
                n_drawn.update_value(|n| *n += 1);
                desk.get::<Project>(first).map(|project| project.name.clone())
            }}</p>
        }
    })
    .await;
    assert_eq!(page.one("p").text_content().unwrap(), "First");
    let desk = kept.get_value().unwrap();
    let ids = desk.read(|ws| ws.ids::<Project>(List::ProjectsIn(Stage::Plan)));
    let rename = |id, name: &str| ProjectCommand::Edit {
        id,
        draft: ProjectDraft {
            name: name.to_owned(),
            ..ProjectDraft::default()
        },
    };
    desk.run(rename(ids[1], "Another second"));
    settle().await;
    assert_eq!(n_drawn.get_value(), 1, "the other record woke nothing");
    desk.run(rename(ids[0], "Another first"));
    settle().await;
    assert_eq!(page.one("p").text_content().unwrap(), "Another first");
}
