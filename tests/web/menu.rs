//! A menu makes its items when it opens, and carries out the chosen one.

use leptos::prelude::*;
use loopline::ui::menu::{Menu, MenuItem};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::mount::{mount, settle};

#[wasm_bindgen_test]
async fn the_items_are_there_while_it_is_open_and_the_chosen_one_runs() {
    let n_run = RwSignal::new(0);
    let items = Callback::new(move |()| {
        vec![MenuItem {
            name: "Delete".to_owned(),
            icon: "trash-2",
            action: Callback::new(move |()| n_run.update(|n| *n += 1)),
        }]
    });
    let page = mount(
        move || view! { <Menu label=Signal::stored("Actions for A".to_owned()) items=items/> },
    )
    .await;
    assert_eq!(page.all("button").len(), 1, "closed, it has no items");
    page.button("Actions for A").click();
    settle().await;
    page.button("Delete").click();
    settle().await;
    assert_eq!(n_run.get_untracked(), 1);
    assert!(!page.one("[popover]").matches(":popover-open").unwrap());
}
