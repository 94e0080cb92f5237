//! Small things of a task to tick off. Each tick is kept at once.

use domain::command::{TaskCommand, TaskField};
use domain::id::TaskId;
use domain::model::{CheckItem, Task};
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::ui::dynamic::dynamic;
use crate::ui::icon::Icon;

/// The items, and a field for the next one.
#[component]
pub fn Checklist(
    /// The task.
    id: TaskId,
) -> impl IntoView {
    let desk = desk();
    let items = Memo::new(move |_| {
        desk.get::<Task>(id)
            .map(|task| task.checklist.clone())
            .unwrap_or_default()
    });
    let typed = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut items = items.get_untracked();
        items.push(CheckItem {
            text: typed.get_untracked(),
            done: false,
        });
        match keep(desk, id, items) {
            Ok(()) => {
                typed.set(String::new());
                error.set(None);
            }
            Err(sentence) => error.set(Some(sentence)),
        }
    };
    let count = move || {
        items.with(|items| {
            let n_ticked = items.iter().filter(|item| item.done).count();
            (!items.is_empty()).then(|| format!("{n_ticked} of {}", items.len()))
        })
    };
    let rows = move || {
        let rows = items.get().into_iter().enumerate();
        rows.map(|(idx, item)| row(desk, id, items, idx, item))
            .collect_view()
    };
    view! {
        <section class="stack" data-gap="2" aria-label="Checklist">
            <h3 class="label">"Checklist "<span class="meta num">{dynamic(count)}</span></h3>
            <ul class="rows">{dynamic(rows)}</ul>
            <form class="add-row" on:submit=add novalidate=true>
                <input
                    class="input" aria-label="New item" placeholder="What else?" autocomplete="off"
                    prop:value=typed on:input=move |event| typed.set(event_target_value(&event))
                />
                <button type="submit" class="btn">"Add item"</button>
            </form>
            {dynamic(move || error.get().map(|sentence| view! { <p class="error" role="alert">{sentence}</p> }))}
        </section>
    }
}

fn keep(desk: Desk, id: TaskId, items: Vec<CheckItem>) -> Result<(), String> {
    let command = TaskCommand::Set {
        ids: vec![id],
        fields: vec![TaskField::Checklist(items)],
    };
    desk.try_run(command)
        .map(drop)
        .map_err(|refused| refused.to_string())
}

fn row(
    desk: Desk,
    id: TaskId,
    items: Memo<Vec<CheckItem>>,
    idx: usize,
    item: CheckItem,
) -> AnyView {
    let change = move |edit: fn(&mut Vec<CheckItem>, usize)| {
        let mut items = items.get_untracked();
        edit(&mut items, idx);
        if let Err(sentence) = keep(desk, id, items) {
            desk.notices.refused(sentence);
        }
    };
    let tick = move |_| {
        change(|items, idx| {
            if let Some(item) = items.get_mut(idx) {
                item.done = !item.done;
            }
        });
    };
    let remove = move |_| {
        change(|items, idx| {
            if idx < items.len() {
                items.remove(idx);
            }
        });
    };
    let label = format!("Remove {}", item.text);
    view! {
        <li class="row">
            <label class="check" data-done="">
                <input type="checkbox" prop:checked=item.done on:change=tick/>
                <span>{item.text}</span>
            </label>
            <button
                type="button" class="btn" data-kind="quiet" data-size="s" data-icon="" aria-label=label
                on:click=remove
            >
                <Icon name="x"/>
            </button>
        </li>
    }
    .into_any()
}
