//! A dialog is modal, takes the focus in, and starts from the present each time it opens.

use leptos::prelude::*;
use loopline::ui::dialog::Dialog;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::mount::{focused, mount, settle};

#[wasm_bindgen_test]
async fn it_opens_named_and_modal_and_closes_by_its_button() {
    let open = RwSignal::new(false);
    let page = mount(move || {
        view! { <Dialog open=open title="New task"><input aria-label="Title"/></Dialog> }
    })
    .await;
    let dialog = page.one("dialog");
    assert!(!dialog.matches(":modal").unwrap());
    open.set(true);
    settle().await;
    assert!(dialog.matches(":modal").unwrap());
    let name_id = dialog.get_attribute("aria-labelledby").unwrap();
    assert_eq!(
        page.one(&format!("#{name_id}")).text_content().unwrap(),
        "New task"
    );
    assert!(
        dialog.contains(focused().as_deref()),
        "the focus is in the dialog"
    );
    page.button("Close").click();
    settle().await;
    assert!(!open.get_untracked());
    assert!(!dialog.matches(":modal").unwrap());
}

#[wasm_bindgen_test]
async fn its_content_is_made_anew_each_time_it_opens() {
    let open = RwSignal::new(false);
    let n_made = StoredValue::new(0);
    let page = mount(move || {
        view! {
            <Dialog open=open title="Form">
                {
                    n_made.update_value(|n| *n += 1);
                    view! { <p>{n_made.get_value()}</p> }
                }
            </Dialog>
        }
    })
    .await;
    assert_eq!(n_made.get_value(), 0, "nothing is made before it opens");
    for expected in ["1", "2"] {
        open.set(true);
        settle().await;
        assert_eq!(page.one("dialog p").text_content().unwrap(), expected);
        open.set(false);
        settle().await;
    }
    assert!(page.all("dialog p").is_empty());
}
