//! The table of an outline: which rows are drawn, and what keys and the pointer do in it.

use domain::id::TaskId;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::features::projects::outline::adding::NewRow;
use crate::features::projects::outline::cells::Col;
use crate::features::projects::outline::drag::{Carry, task_of};
use crate::features::projects::outline::row::RowView;
use crate::features::projects::outline::sheet::{Line, Sheet};
use crate::platform::{clipboard, focus, keyboard, measure};
use crate::ui::dynamic::{dynamic, text};
use crate::ui::empty::Empty;
use crate::ui::icon::Kind;
use crate::ui::viewport::Viewport;

/// Height of a row, in units of the reader's font size.
const ROW_REM: f64 = 2.25;
/// Rows that Page Up and Page Down go.
const PAGE: usize = 10;

/// The table, or what to do where there is no task yet.
#[component]
pub fn Grid(sheet: Sheet) -> impl IntoView {
    let is_empty = Memo::new(move |_| sheet.lines.with(Vec::is_empty));
    dynamic(move || {
        if is_empty.get() {
            view! {
                <Empty
                    kind=Kind::Line title="No tasks yet"
                    text="Write the first task, or paste a list from a mail or a text: each line becomes a task, and lines that stand further in become parts of the one above."
                >
                    <button type="button" class="btn" data-kind="primary" on:click=move |_| sheet.add_below()>
                        "Add the first task"
                    </button>
                </Empty>
            }
            .into_any()
        } else {
            view! { <Table sheet=sheet/> }.into_any()
        }
    })
}

#[component]
fn Table(sheet: Sheet) -> impl IntoView {
    let viewport = Viewport::new(600.0);
    let row_height = (ROW_REM * measure::root_font_size()).round();
    let n_lines = Memo::new(move |_| sheet.lines.with(Vec::len));
    let range = viewport.range(move || n_lines.get(), row_height);
    let drawn = move || {
        let (start, end) = range.get();
        sheet
            .lines
            .with(|lines| lines.get(start..end).unwrap_or_default().to_vec())
    };
    // A row outside of what is drawn is scrolled to first, and takes the focus when it is there.
    let go = move |line: usize, col: Col| {
        let at = sheet.lines.with_untracked(|lines| lines.get(line).copied());
        let Some(Line::Task(id)) = at else { return };
        viewport.reveal(line, row_height);
        sheet.focus(id, col);
    };
    // Rows that move in the page, as when something is undone, lose the focus without being left.
    let is_here = StoredValue::new(false);
    Effect::new(move |_| {
        sheet.lines.track();
        request_animation_frame(move || {
            if is_here.try_get_value() == Some(true) && focus::is_on("body") {
                sheet.refocus();
            }
        });
    });
    let carry = Carry::new(sheet);
    let heads = Col::ALL.map(|col| {
        view! {
            <div
                class="outline-cell" role="columnheader" title=col.meaning()
                aria-colindex=(col.number() + 1).to_string() data-number=col.is_number().then_some("true")
            >
                {col.name()}
            </div>
        }
    });
    let row = move |line: Line| match line {
        Line::Task(id) => view! { <RowView sheet=sheet id=id/> }.into_any(),
        Line::New => view! { <NewRow sheet=sheet/> }.into_any(),
    };
    view! {
        <div
            class="outline" role="treegrid" aria-label="Work breakdown" node_ref=viewport.body
            aria-rowcount=text(move || (n_lines.get() + 1).to_string()) aria-colcount=Col::ALL.len().to_string()
            on:scroll=move |_| viewport.follow()
            on:keydown=move |event| on_key(sheet, &event, &go)
            on:focusout=move |event| is_here.set_value(!focus::goes_elsewhere(&event))
            on:focusin=move |event| {
                is_here.set_value(true);
                if let Some(at) = cell_of(&event) {
                    sheet.at.set(Some(at));
                }
            }
            on:dblclick=move |event| {
                if let Some((id, col)) = cell_of(&event) {
                    edit(sheet, id, col, None);
                }
            }
            on:paste=move |event| {
                // Cells that are edited paste into their own field.
                let is_editing = sheet.editing.with_untracked(Option::is_some);
                if let Some(list) = clipboard::pasted(&event).filter(|_| !is_editing) {
                    event.prevent_default();
                    sheet.paste(list);
                }
            }
            on:pointerdown=move |event| carry.down(&event)
            on:pointermove=move |event| carry.moved(&event)
            on:pointerup=move |_| carry.up()
            on:pointercancel=move |_| carry.cancel()
            on:pointerleave=move |_| carry.cancel()
        >
            <div class="outline-row outline-head" role="row" aria-rowindex="1">{heads.collect_view()}</div>
            <div
                class="outline-body" role="rowgroup"
                style:--row=measure::px(row_height)
                style:--before=text(move || measure::px(range.get().0 as f64 * row_height))
                style:--after=text(move || measure::px((n_lines.get() - range.get().1.min(n_lines.get())) as f64 * row_height))
            >
                <For each=drawn key=|line| *line children=row/>
            </div>
        </div>
    }
}

/// The cell an event comes from.
fn cell_of(event: &leptos::ev::Event) -> Option<(TaskId, Col)> {
    let cell = measure::closest_to_target(event, "[data-col]")?;
    let number = measure::number_of(&cell, "data-col")?;
    let col = Col::ALL.get(usize::try_from(number).ok()?)?;
    Some((task_of(event)?, *col))
}

/// Opens the field of a cell, where it has one.
fn edit(sheet: Sheet, id: TaskId, col: Col, begun: Option<String>) {
    let row = untrack(|| sheet.row(id));
    if row.is_some_and(|row| col.is_editable(&row)) {
        sheet.editing.set(Some((id, col, begun)));
    }
}

fn on_key(sheet: Sheet, event: &KeyboardEvent, go: &impl Fn(usize, Col)) {
    let Some((id, col)) = cell_of(event).filter(|_| !keyboard::is_typing(event)) else {
        return;
    };
    let key = event.key();
    let has_command = keyboard::has_command_key(event);
    if event.alt_key() {
        match key.as_str() {
            "ArrowUp" => sheet.shift(-1),
            "ArrowDown" => sheet.shift(1),
            "ArrowLeft" => sheet.outdent(),
            "ArrowRight" => sheet.indent(),
            _ => return,
        }
    } else {
        let here = sheet.lines.with_untracked(|lines| {
            let place = lines.iter().position(|line| *line == Line::Task(id));
            place.map(|place| (place, lines.len()))
        });
        let Some((place, n_lines)) = here else { return };
        let column = |by: isize| {
            col.number()
                .checked_add_signed(by)
                .and_then(|n| Col::ALL.get(n))
        };
        let is_summary = untrack(|| sheet.row(id)).is_some_and(|row| row.is_summary);
        let is_folded = untrack(|| sheet.is_folded(id));
        let is_title = col == Col::Title;
        match key.as_str() {
            "ArrowUp" => go(place.saturating_sub(1), col),
            "ArrowDown" => go((place + 1).min(n_lines - 1), col),
            "PageUp" => go(place.saturating_sub(PAGE), col),
            "PageDown" => go((place + PAGE).min(n_lines - 1), col),
            "Home" if has_command => go(0, col),
            "End" if has_command => go(n_lines - 1, col),
            "Home" => go(place, Col::Title),
            "End" => go(place, Col::Cost),
            "ArrowRight" if is_title && is_summary && is_folded => sheet.fold(id, false),
            "ArrowLeft" if is_title && is_summary && !is_folded => sheet.fold(id, true),
            "ArrowLeft" if is_title => {
                if let Some(parent) = sheet.parent(id) {
                    let line = Line::Task(parent);
                    let up = sheet
                        .lines
                        .with_untracked(|lines| lines.iter().position(|other| *other == line));
                    go(up.unwrap_or(place), col);
                }
            }
            "ArrowLeft" => go(place, column(-1).copied().unwrap_or(col)),
            "ArrowRight" => go(place, column(1).copied().unwrap_or(col)),
            "Enter" if is_title || has_command => {
                sheet.at.set(Some((id, col)));
                sheet.add_below();
            }
            "Insert" => sheet.add_below(),
            "Enter" | "F2" => edit(sheet, id, col, None),
            "Delete" => sheet.delete(),
            // Typing begins anew in a cell that is typed into.
            typed if typed.chars().count() == 1 && typed != " " && !has_command => {
                let takes_text = !matches!(
                    col,
                    Col::Kind | Col::Constraint | Col::Assignee | Col::Priority
                );
                edit(sheet, id, col, takes_text.then(|| typed.to_owned()));
            }
            _ => return,
        }
    }
    event.prevent_default();
    event.stop_propagation();
}
