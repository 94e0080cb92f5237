//! Fields name themselves, keep what is typed, and say what is wrong in the place of their help.

use leptos::prelude::*;
use loopline::ui::field::{SelectField, TextArea, TextField};
use loopline::ui::form::{field_error, parse_day};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::mount::{enter, mount, settle};

#[wasm_bindgen_test]
async fn a_text_field_is_named_by_its_label_and_keeps_what_is_typed() {
    let value = RwSignal::new("before".to_owned());
    let page = mount(move || view! { <TextField label="Name" value=value/> }).await;
    let input = page.one("input");
    assert_eq!(
        page.one("label").get_attribute("for"),
        Some(input.id()),
        "the label is that of the field"
    );
    enter(&input, "after");
    assert_eq!(value.get_untracked(), "after");
}

#[wasm_bindgen_test]
async fn an_error_takes_the_place_of_the_help_and_marks_the_field() {
    let error = RwSignal::new(None::<String>);
    let page = mount(move || {
        let value = RwSignal::new(String::new());
        view! { <TextField label="Name" value=value help="Short is best." error=field_error(error, "Name")/> }
    })
    .await;
    let input = page.one("input");
    let note = page.one(&format!(
        "#{}",
        input.get_attribute("aria-describedby").unwrap()
    ));
    assert_eq!(note.text_content().unwrap(), "Short is best.");
    assert_eq!(input.get_attribute("aria-invalid"), None);

    error.set(Some("Name is needed.".to_owned()));
    settle().await;
    assert_eq!(note.text_content().unwrap(), "Name is needed.");
    assert_eq!(input.get_attribute("aria-invalid").as_deref(), Some("true"));

    error.set(Some("Objective is too long.".to_owned()));
    settle().await;
    assert_eq!(
        input.get_attribute("aria-invalid"),
        None,
        "a sentence about another field is not shown here"
    );
}

#[wasm_bindgen_test]
async fn a_text_area_shows_its_value() {
    let value = RwSignal::new("two\nlines".to_owned());
    let page = mount(move || view! { <TextArea label="Notes" value=value/> }).await;
    let shown = js_sys::Reflect::get(&page.one("textarea"), &"value".into()).unwrap();
    assert_eq!(shown.as_string().as_deref(), Some("two\nlines"));
}

#[wasm_bindgen_test]
async fn a_select_offers_every_choice_and_shows_the_chosen_one() {
    let value = RwSignal::new("b".to_owned());
    let options = vec![
        ("a".to_owned(), "Ada".to_owned()),
        ("b".to_owned(), "Ben".to_owned()),
    ];
    let page = mount(move || {
        view! { <SelectField label="Owner" value=value options=Signal::stored(options.clone())/> }
    })
    .await;
    assert_eq!(page.all("option").len(), 2);
    let shown = js_sys::Reflect::get(&page.one("select"), &"value".into()).unwrap();
    assert_eq!(shown.as_string().as_deref(), Some("b"));
}

#[wasm_bindgen_test]
fn an_empty_date_is_no_day_and_a_wrong_one_is_a_sentence() {
    assert_eq!(parse_day(""), Ok(None));
    assert!(parse_day("2026-02-29").unwrap_err().contains("2026-02-29"));
    assert!(parse_day("2026-02-28").unwrap().is_some());
}
