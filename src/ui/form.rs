//! What forms share: where their errors show, their buttons, and dates from text.

use crate::ui::dynamic::dynamic;
use domain::time::{Day, DayError};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The sentence, if it is about this field: sentences about a text begin with the field's label.
pub fn field_error(error: RwSignal<Option<String>>, label: &'static str) -> Signal<Option<String>> {
    Signal::derive(move || error.get().filter(|sentence| sentence.starts_with(label)))
}

/// What submitting a form does: it is saved and `done` follows, or the page says why it was not.
pub fn on_submit(
    error: RwSignal<Option<String>>,
    save: impl Fn() -> Result<(), String> + 'static,
    done: impl Fn() + 'static,
) -> impl Fn(SubmitEvent) + 'static {
    move |event| {
        event.prevent_default();
        match save() {
            Ok(()) => done(),
            Err(sentence) => error.set(Some(sentence)),
        }
    }
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
    /// The id of the form that is saved, where the foot stands outside of it.
    #[prop(optional)]
    form: Option<&'static str>,
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
            <button type="submit" class="btn" data-kind="primary" form=form>{save}</button>
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

/// The hours in a field, in minutes: “8”, “7.5” or “7:30”; an empty field is none. The sentence
/// begins with the field's name.
pub fn parse_hours(name: &str, text: &str) -> Result<Option<i64>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let number = |text: &str| text.parse::<i64>().ok().filter(|_| !text.starts_with('+'));
    let minutes = if let Some((hours, minutes)) = text.split_once(':') {
        let minutes = number(minutes).filter(|minutes| (0..60).contains(minutes));
        number(hours).zip(minutes).and_then(|(hours, minutes)| {
            let sign = if hours < 0 { -1 } else { 1 };
            hours.checked_mul(60)?.checked_add(sign * minutes)
        })
    } else {
        let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
        // Hundredths of an hour are less than a minute.
        let digits = format!("{part:0<2}");
        let hundredths = digits.get(..2).and_then(number).filter(|n| *n >= 0);
        number(whole)
            .zip(hundredths)
            .and_then(|(hours, hundredths)| {
                let sign = if whole.starts_with('-') { -1 } else { 1 };
                hours
                    .checked_mul(60)?
                    .checked_add(sign * (hundredths * 60 / 100))
            })
    };
    minutes
        .map(Some)
        .ok_or_else(|| format!("{name}: “{text}” is not a number of hours. Write 7.5 or 7:30."))
}

/// Minutes as hours for a field to start from: “7.5” where that is exact, else “7:20”.
pub fn hours_text(minutes: u32) -> String {
    let (hours, minutes) = (minutes / 60, minutes % 60);
    match minutes {
        0 => hours.to_string(),
        30 => format!("{hours}.5"),
        minutes => format!("{hours}:{minutes:02}"),
    }
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
