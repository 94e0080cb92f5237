//! What a step records: its fields, edited as rows.

use domain::flow::form;
use domain::model::{FieldKind, FormField};
use leptos::prelude::*;

use crate::ui::dynamic::dynamic;
use crate::ui::field::next_number;
use crate::ui::icon::Icon;

/// A field being edited.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Row {
    number: u32,
    label: RwSignal<String>,
    /// The key it has; empty for a new field, which gets one from its label.
    key: RwSignal<String>,
    kind: RwSignal<FieldKind>,
    required: RwSignal<bool>,
    help: RwSignal<String>,
    options: RwSignal<String>,
    min: RwSignal<String>,
    max: RwSignal<String>,
}

impl Row {
    /// A row of a field that is there.
    pub fn of(field: &FormField) -> Row {
        let decimals = decimals(field.kind);
        let bound = |bound: Option<i64>| {
            bound
                .map(|n| form::written(n, decimals))
                .unwrap_or_default()
        };
        Row {
            number: next_number(),
            label: RwSignal::new(field.label.clone()),
            key: RwSignal::new(field.key.clone()),
            kind: RwSignal::new(field.kind),
            required: RwSignal::new(field.required),
            help: RwSignal::new(field.help.clone()),
            options: RwSignal::new(field.options.join("\n")),
            min: RwSignal::new(bound(field.min)),
            max: RwSignal::new(bound(field.max)),
        }
    }

    /// The field, or what is wrong with it.
    pub fn read(&self) -> Result<FormField, String> {
        let label = self.label.get_untracked();
        let kind = self.kind.get_untracked();
        let key = match self.key.get_untracked() {
            key if key.is_empty() => form::key_for(&label),
            key => key,
        };
        let bound = |typed: RwSignal<String>| match typed.get_untracked().trim() {
            "" => Ok(None),
            typed => form::decimal(typed, decimals(kind))
                .map(Some)
                .ok_or_else(|| format!("“{label}”: the least and the largest value are numbers.")),
        };
        let has_bounds = matches!(kind, FieldKind::Number | FieldKind::Money);
        let (min, max) = if has_bounds {
            (bound(self.min)?, bound(self.max)?)
        } else {
            (None, None)
        };
        Ok(FormField {
            key,
            kind,
            required: self.required.get_untracked(),
            help: self.help.get_untracked(),
            options: self
                .options
                .get_untracked()
                .lines()
                .map(str::to_owned)
                .collect(),
            min,
            max,
            label,
        })
    }
}

fn decimals(kind: FieldKind) -> u32 {
    if kind == FieldKind::Money { 2 } else { 3 }
}

/// The rows, and a button for another one.
#[component]
pub fn FieldRows(
    /// The fields in order.
    rows: RwSignal<Vec<Row>>,
) -> impl IntoView {
    let add = move |_| {
        let number = next_number();
        rows.update(|rows| {
            rows.push(Row {
                number,
                ..Row::of(&FormField::default())
            });
        });
    };
    view! {
        <fieldset class="form">
            <legend class="legend-h">"What to record"</legend>
            <ul class="field-list">
                <For each=move || rows.get() key=|row| row.number children=move |row| row_view(row, rows)/>
            </ul>
            {dynamic(move || rows.with(Vec::is_empty).then(|| view! {
                <p class="meta">"Nothing yet. What is recorded here is known to every later step."</p>
            }))}
            <div>
                <button type="button" class="btn" data-kind="quiet" data-size="s" on:click=add>
                    <Icon name="plus"/>
                    <span class="label">"Add field"</span>
                </button>
            </div>
        </fieldset>
    }
}

fn row_view(row: Row, rows: RwSignal<Vec<Row>>) -> AnyView {
    let kinds = FieldKind::ALL.into_iter().enumerate().map(|(idx, kind)| {
        let is_chosen = kind == row.kind.get_untracked();
        view! { <option value=idx.to_string() selected=is_chosen>{kind.name()}</option> }
    });
    let choose = move |event| {
        let idx = event_target_value(&event).parse::<usize>().unwrap_or(0);
        row.kind
            .set(FieldKind::ALL.get(idx).copied().unwrap_or_default());
    };
    let line = |name: &'static str, value: RwSignal<String>| {
        view! {
            <label class="field">
                <span class="label">{name}</span>
                <input
                    class="input" data-size="s" autocomplete="off" prop:value=value
                    on:input=move |event| value.set(event_target_value(&event))
                />
            </label>
        }
    };
    let details = move || {
        let kind = row.kind.get();
        if matches!(kind, FieldKind::Choice | FieldKind::MultiChoice) {
            return view! {
                <label class="field">
                    <span class="label">"Choices, one a line"</span>
                    <textarea
                        class="input" rows="3" prop:value=row.options
                        on:input=move |event| row.options.set(event_target_value(&event))
                    ></textarea>
                </label>
            }
            .into_any();
        }
        if matches!(kind, FieldKind::Number | FieldKind::Money) {
            return view! {
                <div class="form-row">{line("At least", row.min)}{line("At most", row.max)}</div>
            }
            .into_any();
        }
        ().into_any()
    };
    let key = move || {
        let key = row.key.get();
        let key = if key.is_empty() {
            form::key_for(&row.label.get())
        } else {
            key
        };
        format!("{{{{{key}}}}}")
    };
    let remove = move |_| rows.update(|rows| rows.retain(|other| other.number != row.number));
    let shift = move |_| {
        rows.update(|rows| {
            if let Some(idx) = rows
                .iter()
                .position(|other| other.number == row.number)
                .filter(|idx| *idx > 0)
            {
                rows.swap(idx, idx - 1);
            }
        });
    };
    view! {
        <li>
            <div class="form-row">
                {line("Label", row.label)}
                <label class="field">
                    <span class="label">"Kind"</span>
                    <select class="input" data-size="s" aria-label="Kind" on:change=choose>{kinds.collect_view()}</select>
                </label>
            </div>
            {dynamic(details)}
            {line("Help", row.help)}
            <div class="line-up">
                <label class="check">
                    <input
                        type="checkbox" prop:checked=row.required
                        on:change=move |event| row.required.set(event_target_checked(&event))
                    />
                    <span>"Required"</span>
                </label>
                <code class="meta" title="Write this in a later text to show what was recorded">{crate::ui::dynamic::text(key)}</code>
                <span class="end line-up">
                    <button type="button" class="btn" data-kind="quiet" data-size="s" data-icon="" aria-label="Move field up" on:click=shift>
                        <Icon name="arrow-up"/>
                    </button>
                    <button type="button" class="btn" data-kind="quiet" data-size="s" data-icon="" aria-label="Remove field" on:click=remove>
                        <Icon name="trash-2"/>
                    </button>
                </span>
            </div>
        </li>
    }
    .into_any()
}
