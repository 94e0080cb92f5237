//! One field of a step's form: the control that fits what it holds.

use domain::flow::form;
use domain::model::{FieldKind, FormField, Value};
use leptos::prelude::*;

use crate::desk::{Desk, people};
use crate::ui::dynamic::{dynamic, flag};
use crate::ui::field::next_number;

/// A field with what is typed into it and what is wrong with that.
#[derive(Clone)]
pub struct Typed {
    /// The field.
    pub field: FormField,
    /// As it is typed; see `flow::form::read`.
    pub text: RwSignal<String>,
    /// Why it is not accepted.
    pub error: RwSignal<Option<String>>,
}

impl Typed {
    /// The field with what is recorded already.
    pub fn new(field: FormField, value: Option<&Value>) -> Typed {
        Typed {
            field,
            text: RwSignal::new(value.map(form::typed).unwrap_or_default()),
            error: RwSignal::new(None),
        }
    }

    /// The value, or nothing; says in place what is wrong.
    pub fn read(&self) -> Result<Option<Value>, ()> {
        let read = form::read(&self.field, &self.text.get_untracked());
        self.error.set(read.as_ref().err().cloned());
        read.map_err(drop)
    }
}

/// Saves, unless the page is gone: browsers say that a field was changed when it is taken away, too.
fn keep(save: Callback<()>) {
    save.try_run(());
}

/// The control of a field. `save` is called when it is left with something new in it.
pub fn data_field(desk: Desk, typed: Typed, save: Callback<()>) -> AnyView {
    let Typed { field, text, error } = typed;
    let id = format!("field-{}", next_number());
    let note_id = format!("{id}-note");
    let set = move |value: String| {
        text.set(value);
        error.set(None);
    };
    let invalid = move || flag(move || error.get().is_some().then_some("true"));
    let input = |kind: &'static str, mode: &'static str| {
        view! {
            <input
                class="input" data-size="l" id=id.clone() type=kind inputmode=mode autocomplete="off"
                aria-describedby=note_id.clone() aria-invalid=invalid() aria-required=field.required.then_some("true")
                prop:value=text
                on:input=move |event| set(event_target_value(&event))
                on:change=move |_| keep(save)
            />
        }
        .into_any()
    };
    let select = |choices: Vec<(String, String)>| {
        let options = choices.into_iter().map(|(value, name)| {
            let is_chosen = value == text.get_untracked();
            view! { <option value=value selected=is_chosen>{name}</option> }
        });
        view! {
            <select
                class="input" data-size="l" id=id.clone() aria-describedby=note_id.clone() aria-invalid=invalid()
                aria-required=field.required.then_some("true")
                prop:value=text
                on:change=move |event| {
                    set(event_target_value(&event));
                    keep(save);
                }
            >
                {options.collect_view()}
            </select>
        }
        .into_any()
    };
    let named = |values: &[String]| -> Vec<(String, String)> {
        let all = values.iter().map(|value| (value.clone(), value.clone()));
        std::iter::once((String::new(), "Choose".to_owned()))
            .chain(all)
            .collect()
    };
    let control = match field.kind {
        FieldKind::Text => input("text", "text"),
        FieldKind::Link => input("url", "url"),
        FieldKind::Number | FieldKind::Money => input("text", "decimal"),
        FieldKind::Date => input("date", "text"),
        FieldKind::LongText => view! {
            <textarea
                class="input" data-size="l" id=id.clone() rows="3" aria-describedby=note_id.clone()
                aria-invalid=invalid() aria-required=field.required.then_some("true")
                prop:value=text
                on:input=move |event| set(event_target_value(&event))
                on:change=move |_| keep(save)
            ></textarea>
        }
        .into_any(),
        FieldKind::Choice => select(named(&field.options)),
        FieldKind::YesNo => select(vec![
            (String::new(), "Choose".to_owned()),
            ("yes".to_owned(), "Yes".to_owned()),
            ("no".to_owned(), "No".to_owned()),
        ]),
        FieldKind::Person => select(untrack(|| people::choices(desk, "Choose").get())),
        FieldKind::MultiChoice => {
            let options = field.options.clone().into_iter().map(|option| {
                let is_in = {
                    let option = option.clone();
                    move || text.with(|text| text.lines().any(|line| line == option))
                };
                let name = option.clone();
                let toggle = move |event| {
                    let is_on = event_target_checked(&event);
                    let old = text.get_untracked();
                    let mut lines: Vec<&str> = old.lines().filter(|line| *line != option).collect();
                    if is_on {
                        lines.push(&option);
                    }
                    set(lines.join("\n"));
                    keep(save);
                };
                view! {
                    <label class="check">
                        <input type="checkbox" prop:checked=is_in on:change=toggle/>
                        <span>{name}</span>
                    </label>
                }
            });
            let options = options.collect_view();
            let label = field.label.clone();
            view! { <div class="stack" data-gap="1" role="group" aria-label=label id=id.clone()>{options}</div> }
                .into_any()
        }
    };
    let (label, help, is_optional) = (field.label, field.help, !field.required);
    let optional = is_optional.then(|| view! { <span class="opt">"optional"</span> });
    view! {
        <div class="field">
            <label for=id>{label}{optional}</label>
            {control}
            <div id=note_id aria-live="polite">
                {dynamic(move || match error.get() {
                    Some(error) => view! { <p class="error">{error}</p> }.into_any(),
                    None => (!help.is_empty()).then(|| view! { <p class="help">{help.clone()}</p> }).into_any(),
                })}
            </div>
        </div>
    }
    .into_any()
}
