//! The field in a cell that is edited. Enter and going away keep what is typed, Escape does not.

use domain::id::TaskId;
use domain::model::ConstraintKind;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use crate::features::projects::outline::cells::{Col, command, typed};
use crate::features::projects::outline::sheet::Sheet;
use crate::platform::focus;
use crate::ui::dynamic::{dynamic, flag};

/// The field of a cell.
#[component]
pub fn Editor(sheet: Sheet, id: TaskId, col: Col) -> impl IntoView {
    let desk = sheet.desk();
    let was = typed(desk, col, id);
    let begun = sheet
        .editing
        .with_untracked(|editing| editing.as_ref().and_then(|(_, _, begun)| begun.clone()));
    let value = RwSignal::new(begun.unwrap_or_else(|| was.clone()));
    let error = RwSignal::new(None::<String>);
    // Keeps what is typed; true when the field may close.
    let keep = move || {
        let text = value.get_untracked();
        if text == was {
            return true;
        }
        let kept = command(desk, col, id, &text)
            .and_then(|command| desk.try_run(command).map_err(|refused| refused.to_string()));
        match kept {
            Ok(_) => true,
            Err(sentence) => {
                error.set(Some(sentence));
                false
            }
        }
    };
    let close = move || sheet.editing.set(None);
    let kept = keep.clone();
    let on_key = move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            event.prevent_default();
            event.stop_propagation();
            if kept() {
                close();
                sheet.focus(id, col);
            }
        }
        "Escape" => {
            event.prevent_default();
            event.stop_propagation();
            close();
            sheet.focus(id, col);
        }
        // Among others Tab, which leaves the table with what is typed.
        _ => event.stop_propagation(),
    };
    let on_blur = move |_| {
        // Closing takes the field away, which is a blur again.
        let is_open = sheet.editing.try_with_untracked(
            |editing| matches!(editing, Some((task, at, _)) if *task == id && *at == col),
        );
        if is_open == Some(true) && keep() {
            close();
        }
    };
    let field = match col {
        Col::Constraint => constraint(value).into_any(),
        col => match col.choices(desk) {
            Some(options) => select(col, value, options, error).into_any(),
            None => input(col, value, error).into_any(),
        },
    };
    view! {
        <div class="outline-edit" on:keydown=on_key on:focusout=move |event| {
            // The two fields of a constraint are one.
            if !crate::platform::focus::stays_within(&event) {
                on_blur(event);
            }
        }>
            {field}
            {dynamic(move || error.get().map(|sentence| view! { <p class="outline-error" role="alert">{sentence}</p> }))}
        </div>
    }
}

fn input(col: Col, value: RwSignal<String>, error: RwSignal<Option<String>>) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    focus::when_drawn(field);
    let mode = if col == Col::Title { "text" } else { "decimal" };
    view! {
        <input
            class="input" node_ref=field data-size="s" autocomplete="off" aria-label=col.name() inputmode=mode
            aria-invalid=flag(move || error.get().is_some().then_some("true"))
            prop:value=value on:input=move |event| value.set(event_target_value(&event))
        />
    }
}

fn select(
    col: Col,
    value: RwSignal<String>,
    options: Vec<(String, String)>,
    error: RwSignal<Option<String>>,
) -> impl IntoView {
    let field = NodeRef::<html::Select>::new();
    focus::when_drawn(field);
    let options = options.into_iter().map(|(choice, name)| {
        let is_selected = choice == value.get_untracked();
        view! { <option value=choice selected=is_selected>{name}</option> }
    });
    view! {
        <select
            class="input" node_ref=field data-size="s" aria-label=col.name()
            aria-invalid=flag(move || error.get().is_some().then_some("true"))
            on:change=move |event| value.set(event_target_value(&event))
        >
            {options.collect_view()}
        </select>
    }
}

/// The kind of constraint and its day; both are one text, which `cells` reads.
fn constraint(value: RwSignal<String>) -> impl IntoView {
    let field = NodeRef::<html::Select>::new();
    focus::when_drawn(field);
    let parts = move || {
        value.with(|value| {
            let (kind, day) = value.split_once(' ').unwrap_or((value, ""));
            (kind.to_owned(), day.to_owned())
        })
    };
    let (kind, day) = untrack(parts);
    let set_kind = move |event| {
        let (_, day) = untrack(parts);
        value.set(format!("{} {day}", event_target_value(&event)));
    };
    let set_day = move |event| {
        let (kind, _) = untrack(parts);
        value.set(format!("{kind} {}", event_target_value(&event)));
    };
    let kinds = ConstraintKind::ALL
        .iter()
        .enumerate()
        .map(|(place, kind)| (place.to_string(), kind.name()));
    let options = std::iter::once((String::new(), "As soon as possible"))
        .chain(kinds)
        .map(move |(choice, name)| {
            let is_selected = choice == kind;
            view! { <option value=choice selected=is_selected>{name}</option> }
        });
    view! {
        <select class="input" node_ref=field data-size="s" aria-label="Constraint" on:change=set_kind>
            {options.collect_view()}
        </select>
        <input
            class="input" type="date" data-size="s" aria-label="Day of the constraint"
            prop:value=day on:input=set_day
        />
    }
}
