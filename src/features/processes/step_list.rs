//! The list of steps: choose, reorder, add.

use domain::command::{StepCommand, StepDraft};
use domain::id::{StepId, TemplateId};
use domain::model::Step;
use domain::route::Route;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::platform::focus;
use crate::ui::dynamic::{dynamic, each, flag, text};
use crate::ui::icon::Icon;

/// The steps in order. Alt with the arrow keys moves the focused one.
#[component]
pub fn StepList(
    /// The process.
    template: TemplateId,
    /// Its steps in order.
    steps: Memo<Vec<StepId>>,
    /// The step whose sheet is open.
    chosen: Memo<Option<StepId>>,
) -> impl IntoView {
    view! {
        <ol class="step-list" aria-label="Steps">
            {each(
                move || steps.with(|steps| steps.iter().map(|id| id.key()).collect()),
                move |key| {
                    let id = StepId::from_key(key);
                    view! { <StepRow template=template id=id steps=steps chosen=chosen/> }.into_any()
                },
            )}
        </ol>
    }
}

#[component]
fn StepRow(
    template: TemplateId,
    id: StepId,
    steps: Memo<Vec<StepId>>,
    chosen: Memo<Option<StepId>>,
) -> impl IntoView {
    let desk = desk();
    let step = desk.record::<Step>(id);
    let title = Memo::new(move |_| {
        step.get()
            .map(|step| step.title.clone())
            .unwrap_or_default()
    });
    let role = move || {
        step.get()
            .map(|step| step.role.clone())
            .filter(|role| !role.is_empty())
    };
    let is_chosen = move || (chosen.get() == Some(id)).then_some("step");
    let is_first = move || steps.with(|steps| steps.first() == Some(&id));
    let is_last = move || steps.with(|steps| steps.last() == Some(&id));
    let on_key = move |event: KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowUp" => -1,
            "ArrowDown" => 1,
            _ => return,
        };
        if event.alt_key() {
            event.prevent_default();
            shift(desk, &steps.get_untracked(), id, by);
        }
    };
    let button = move |by: isize, name: &'static str, icon: &'static str, is_off: Signal<bool>| {
        view! {
            <button
                type="button" class="btn" data-kind="quiet" data-size="s" data-icon=""
                aria-label=text(move || format!("Move {} {name}", title.get())) title=format!("Move {name}")
                disabled=is_off
                on:click=move |_| shift(desk, &steps.get_untracked(), id, by)
            >
                <Icon name=icon/>
            </button>
        }
    };
    view! {
        <li>
            <a
                href=Route::Step(template, id).href() aria-current=flag(is_chosen) data-step=id.to_string()
                on:keydown=on_key
            >
                <span>{title}{dynamic(move || role().map(|role| view! { <span class="sub">{role}</span> }))}</span>
            </a>
            <span class="step-acts">
                {button(-1, "up", "arrow-up", Signal::derive(is_first))}
                {button(1, "down", "arrow-down", Signal::derive(is_last))}
            </span>
        </li>
    }
}

/// Moves a step one place up (-1) or down (1) and keeps the focus on it.
fn shift(desk: Desk, steps: &[StepId], id: StepId, by: isize) {
    let Some(step_idx) = steps.iter().position(|other| *other == id) else {
        return;
    };
    // Down means before the one after the next; up means before the one before.
    let before_idx = if by < 0 {
        step_idx.checked_sub(1)
    } else {
        Some(step_idx + 2)
    };
    let Some(before_idx) = before_idx else { return };
    if by > 0 && step_idx + 1 >= steps.len() {
        return;
    }
    let before = steps.get(before_idx).copied();
    let had_focus = focus::is_on(&format!("[data-step=\"{id}\"]"));
    desk.run(StepCommand::Move { id, before });
    if had_focus {
        request_animation_frame(move || {
            focus::focus_into_view(&format!("[data-step=\"{id}\"]"));
        });
    }
}

/// Adds steps one after another: Enter adds and stays.
#[component]
pub fn AddStep(
    /// The process.
    template: TemplateId,
) -> impl IntoView {
    let desk = desk();
    let title = RwSignal::new(String::new());
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let draft = StepDraft {
            title: title.get_untracked(),
            ..StepDraft::default()
        };
        if desk.run(StepCommand::Create { template, draft }).is_some() {
            title.set(String::new());
        }
    };
    view! {
        <form class="add-step" on:submit=add>
            <input
                class="input" aria-label="Title of the new step" placeholder="What is done next?" autocomplete="off"
                prop:value=title
                on:input=move |event| title.set(event_target_value(&event))
            />
            <button type="submit" class="btn" data-size="s"><Icon name="plus"/>"Add step"</button>
        </form>
    }
}
