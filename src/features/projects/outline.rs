//! The work breakdown of a project: its tasks in levels, edited in place.

mod adding;
mod cells;
mod drag;
mod editor;
mod grid;
mod row;
mod sheet;

use domain::id::ProjectId;
use domain::money::Money;
use domain::outline::Row;
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::desk;
use crate::desk::keys::KeysButton;
use crate::features::projects::outline::grid::Grid;
use crate::features::projects::outline::sheet::Sheet;
use crate::features::projects::project_head::ProjectPage;
use crate::ui::dynamic::dynamic;
use crate::ui::format;
use crate::ui::icon::Icon;

/// A project's outline.
#[component]
pub fn OutlinePage(
    /// Whose.
    id: ProjectId,
) -> impl IntoView {
    view! {
        <ProjectPage id=id tab="Outline">
            <Outline id=id/>
        </ProjectPage>
    }
}

#[component]
fn Outline(id: ProjectId) -> impl IntoView {
    let sheet = Sheet::new(desk(), id);
    view! {
        <Tools sheet=sheet/>
        <Grid sheet=sheet/>
        <Totals sheet=sheet/>
    }
}

/// What can be done with the row in which the focus is or was last.
#[component]
fn Tools(sheet: Sheet) -> impl IntoView {
    let desk = desk();
    let is_nowhere = Signal::derive(move || sheet.current().is_none());
    let tool = move |name: &'static str, icon: &'static str, action: fn(Sheet)| {
        view! {
            <button
                type="button" class="btn" data-kind="quiet" data-size="s" data-icon=""
                aria-label=name title=name disabled=is_nowhere on:click=move |_| action(sheet)
            >
                <Icon name=icon/>
            </button>
        }
    };
    let open = move |_| {
        if let Some(task) = sheet.current_untracked() {
            desk.go(&Route::Task(sheet.project, task));
        }
    };
    view! {
        <div class="toolbar outline-tools" role="group" aria-label="Outline tools">
            <button
                type="button" class="btn" data-kind="primary" data-size="s"
                on:click=move |_| sheet.add_below()
            >
                <Icon name="plus"/>
                <span class="label">"Add task"</span>
            </button>
            <span class="line-up" data-gap="0">
                {tool("Take out of its summary", "arrow-left", Sheet::outdent)}
                {tool("Make a part of the task above", "arrow-right", Sheet::indent)}
                {tool("Move up", "arrow-up", |sheet| sheet.shift(-1))}
                {tool("Move down", "arrow-down", |sheet| sheet.shift(1))}
                {tool("Delete", "trash-2", Sheet::delete)}
            </span>
            <button type="button" class="btn" data-kind="quiet" data-size="s" disabled=is_nowhere on:click=open>
                "Open the task"
            </button>
            <span class="end line-up">
                <button type="button" class="btn" data-kind="quiet" data-size="s" on:click=move |_| sheet.fold_all()>
                    "Fold all"
                </button>
                <button type="button" class="btn" data-kind="quiet" data-size="s" on:click=move |_| sheet.unfold_all()>
                    "Unfold all"
                </button>
                <KeysButton/>
            </span>
        </div>
    }
}

/// What the whole project adds up to.
#[component]
fn Totals(sheet: Sheet) -> impl IntoView {
    let desk = desk();
    let currency = desk.read(|ws| ws.settings().currency);
    let figures = move || {
        let rows = sheet.rows.get();
        let top: Vec<&Row> = rows.iter().filter(|row| row.level == 0).collect();
        if top.is_empty() {
            return None;
        }
        let n_tasks: u32 = top.iter().map(|row| row.total.n_tasks).sum();
        let effort: u64 = top.iter().map(|row| row.total.effort).sum();
        let days: u64 = top.iter().map(|row| row.total.days).sum();
        let done: u64 = top.iter().map(|row| row.total.done).sum();
        let cost = top
            .iter()
            .fold(0_i64, |sum, row| sum.saturating_add(row.total.cost));
        let percent = done.checked_div(days).unwrap_or(0);
        let cost =
            Money::new(cost).map_or_else(|error| error.to_string(), |cost| cost.full(currency));
        Some(view! {
            <dl class="facts outline-totals">
                <div><dt title="Tasks without parts, milestones included.">"Tasks"</dt><dd class="num">{n_tasks}</dd></div>
                <div><dt title="Durations added up. Tasks beside each other take less time together.">"Days of work"</dt><dd class="num">{days}</dd></div>
                <div><dt title="Effort of all tasks added up.">"Effort"</dt><dd class="num">{format::hours(effort)}</dd></div>
                <div><dt title="Each task weighed by its duration; one without counts as a day.">"Done"</dt><dd class="num">{format!("{percent}\u{202F}%")}</dd></div>
                <div><dt title="The likeliest cost of all tasks besides the time of people.">"Own cost"</dt><dd class="num">{cost}</dd></div>
            </dl>
        })
    };
    dynamic(figures)
}
