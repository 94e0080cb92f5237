//! What forms share: where their errors show, their buttons, and dates from text.

use crate::ui::dynamic::dynamic;
use domain::time::{Day, DayError};
use leptos::prelude::*;

/// The sentence, if it is about this field: sentences about a text begin with the field's label.
pub fn field_error(error: RwSignal<Option<String>>, label: &'static str) -> Signal<Option<String>> {
    Signal::derive(move || error.get().filter(|sentence| sentence.starts_with(label)))
}

/// What is wrong with the form as a whole, then cancel and save, below a form in a dialog.
#[component]
pub fn FormFoot(
    /// The dialog's state.
    open: RwSignal<bool>,
    /// What the saving button says.
    save: &'static str,
    /// Why it was not saved.
    error: RwSignal<Option<String>>,
    /// The fields that show their own errors.
    fields: &'static [&'static str],
) -> impl IntoView {
    let general = move || {
        let sentence = error.get()?;
        let has_a_field = fields.iter().any(|label| sentence.starts_with(label));
        (!has_a_field).then(|| view! { <p class="form-error" role="alert">{sentence}</p> })
    };
    view! {
        {dynamic(general)}
        <div class="dialog-foot">
            <button type="button" class="btn" data-kind="quiet" on:click=move |_| open.set(false)>
                "Cancel"
            </button>
            <button type="submit" class="btn" data-kind="primary">{save}</button>
        </div>
    }
}

/// The day in a date field; an empty field is no day.
pub fn parse_day(text: &str) -> Result<Option<Day>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse()
        .map(Some)
        .map_err(|error: DayError| error.to_string())
}

/// The whole number in a field; an empty field is none. The sentence begins with the field's name.
pub fn parse_number(name: &str, text: &str) -> Result<Option<i64>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    text.parse()
        .map(Some)
        .map_err(|_| format!("{name}: “{text}” is not a whole number."))
}

/// The amount in a field, read by `parse`; an empty field is nothing.
pub fn parse_amount<T: Default, E: std::fmt::Display>(
    text: &str,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Result<T, String> {
    if text.trim().is_empty() {
        return Ok(T::default());
    }
    parse(text).map_err(|error| error.to_string())
}
