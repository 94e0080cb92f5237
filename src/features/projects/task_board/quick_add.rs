//! Adding tasks to a column one after another, or many at once.

use domain::command::{TaskCommand, TaskDraft};
use domain::id::ProjectId;
use domain::model::Column;
use leptos::html;
use leptos::prelude::*;

use crate::desk::desk;
use crate::platform::clipboard;
use crate::platform::focus;
use crate::ui::dynamic::dynamic;
use crate::ui::icon::Icon;

/// Adds tasks to a column: Enter adds and stays, Escape ends, a list that is pasted becomes a task
/// for each line.
#[component]
pub fn QuickAdd(project: ProjectId, column: Column) -> impl IntoView {
    let desk = desk();
    let is_open = RwSignal::new(false);
    let title = RwSignal::new(String::new());
    let input = NodeRef::<html::Input>::new();
    focus::when_drawn(input);
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let draft = TaskDraft::titled(title.get_untracked());
        let command = TaskCommand::Create {
            project,
            column,
            draft,
        };
        if desk.run(command).is_some() {
            title.set(String::new());
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            is_open.set(false);
        }
    };
    let on_paste = move |event: leptos::ev::ClipboardEvent| {
        let list = clipboard::pasted(&event).filter(|text| text.trim().contains('\n'));
        let Some(list) = list else { return };
        event.prevent_default();
        desk.run(TaskCommand::CreateMany {
            project,
            column,
            list,
        });
    };
    let label = format!("Title of the new task in {}", column.name());
    dynamic(move || {
        if !is_open.get() {
            return view! {
                <button type="button" class="add" on:click=move |_| is_open.set(true)>
                    <Icon name="plus" small=true/>
                    "Add task"
                    <span class="vh">{format!(" to {}", column.name())}</span>
                </button>
            }
            .into_any();
        }
        view! {
            <form class="quick-add" on:submit=add>
                <input
                    class="input" node_ref=input aria-label=label.clone() placeholder="What is to be done?"
                    title="A list that is pasted becomes a task for each line."
                    autocomplete="off" on:keydown=on_key on:paste=on_paste
                    prop:value=title
                    on:input=move |event| title.set(event_target_value(&event))
                />
                <div class="line-up">
                    <button type="submit" class="btn" data-size="s" data-kind="primary">"Add"</button>
                    <button
                        type="button" class="btn" data-size="s" data-kind="quiet"
                        on:click=move |_| is_open.set(false)
                    >
                        "Done"
                    </button>
                </div>
            </form>
        }
        .into_any()
    })
}
