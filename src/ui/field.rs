//! Form fields: label above, help below, and the error in the help's place.

use std::cell::Cell;

use crate::ui::dynamic::{dynamic, flag};
use leptos::prelude::*;

thread_local! {
    static N_FIELDS: Cell<u32> = const { Cell::new(0) };
}

/// A number no other element of the page has, for ids that join a label to its control.
pub fn next_number() -> u32 {
    N_FIELDS.with(|n_fields| {
        n_fields.set(n_fields.get() + 1);
        n_fields.get()
    })
}

/// A line of text.
#[component]
pub fn TextField(
    /// Its label.
    label: &'static str,
    /// Its text.
    value: RwSignal<String>,
    /// Where to say what is wrong, if anything is.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// A sentence of help.
    #[prop(optional)]
    help: &'static str,
    /// Marks it as one that may stay empty.
    #[prop(optional)]
    optional: bool,
    /// Takes the focus when it appears.
    #[prop(optional)]
    autofocus: bool,
    /// `text` or `date`.
    #[prop(default = "text")]
    kind: &'static str,
) -> impl IntoView {
    let id = format!("field-{}", next_number());
    let note_id = format!("{id}-note");
    let described_by = note_id.clone();
    let label_for = id.clone();
    view! {
        <div class="field">
            <Label id=label_for label=label optional=optional/>
            <input
                class="input" id=id type=kind autocomplete="off" autofocus=autofocus
                aria-describedby=described_by
                aria-invalid=flag(move || error.get().is_some().then_some("true"))
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
            />
            <Note id=note_id error=error help=help/>
        </div>
    }
}

/// Several lines of text; it grows with them.
#[component]
pub fn TextArea(
    /// Its label.
    label: &'static str,
    /// Its text.
    value: RwSignal<String>,
    /// Where to say what is wrong, if anything is.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// A sentence of help.
    #[prop(optional)]
    help: &'static str,
    /// Marks it as one that may stay empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let id = format!("field-{}", next_number());
    let note_id = format!("{id}-note");
    let described_by = note_id.clone();
    let label_for = id.clone();
    view! {
        <div class="field">
            <Label id=label_for label=label optional=optional/>
            <textarea
                class="input" id=id rows="3"
                aria-describedby=described_by
                aria-invalid=flag(move || error.get().is_some().then_some("true"))
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
            ></textarea>
            <Note id=note_id error=error help=help/>
        </div>
    }
}

/// A choice from a list of (value, name); the value is the empty string for none.
#[component]
pub fn SelectField(
    /// Its label.
    label: &'static str,
    /// The chosen value.
    value: RwSignal<String>,
    /// Every choice, in order.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// A sentence of help.
    #[prop(optional)]
    help: &'static str,
    /// Marks it as one that may stay empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let id = format!("field-{}", next_number());
    let note_id = format!("{id}-note");
    let described_by = note_id.clone();
    let label_for = id.clone();
    let choices = move || {
        options
            .get()
            .into_iter()
            .map(|(choice, name)| {
                let is_selected = choice == value.get_untracked();
                view! { <option value=choice selected=is_selected>{name}</option> }
            })
            .collect_view()
    };
    view! {
        <div class="field">
            <Label id=label_for label=label optional=optional/>
            <select
                class="input" id=id aria-describedby=described_by
                prop:value=value
                on:change=move |event| value.set(event_target_value(&event))
            >
                {dynamic(choices)}
            </select>
            <Note id=note_id error=Signal::stored(None) help=help/>
        </div>
    }
}

/// A box to tick.
#[component]
pub fn CheckField(
    /// Its label.
    label: &'static str,
    /// Whether it is ticked.
    value: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="checkbox" prop:checked=value
                on:change=move |event| value.set(event_target_checked(&event))
            />
            <span>{label}</span>
        </label>
    }
}

#[component]
fn Label(id: String, label: &'static str, optional: bool) -> impl IntoView {
    view! {
        <label for=id>
            {label}
            {optional.then(|| view! { <span class="opt">"optional"</span> })}
        </label>
    }
}

/// Help, or the error in its place. The element is always there, so that the control's
/// description never points at nothing.
#[component]
fn Note(id: String, error: Signal<Option<String>>, help: &'static str) -> impl IntoView {
    view! {
        <div id=id aria-live="polite">
            {dynamic(move || match error.get() {
                Some(error) => view! { <p class="error">{error}</p> }.into_any(),
                None if help.is_empty() => ().into_any(),
                None => view! { <p class="help">{help}</p> }.into_any(),
            })}
        </div>
    }
}
