//! The names beside the chart: a tree for eyes, keys and screen readers, with the dates of each task.

use std::sync::Arc;

use domain::id::TaskId;
use domain::schedule::{Adjust, Dates, number};
use leptos::attr::custom::custom_attribute;
use leptos::ev::{Event, KeyboardEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;

use super::draw::ends;
use super::plan::Line;
use super::{Timeline, act};
use crate::platform::measure;
use crate::ui::avatar::Avatar;
use crate::ui::dynamic::{dynamic, each, flag, text};
use crate::ui::format;
use crate::ui::icon::Icon;

/// The names of the rows that can be seen. It has the focus itself, and one row is current: rows
/// come and go as one scrolls.
#[component]
pub fn Tree(
    timeline: Timeline,
    range: Memo<(usize, usize)>,
    scroller: NodeRef<html::Div>,
) -> impl IntoView {
    let keys = move || {
        let (start, end) = range.get();
        timeline.plan.with(|plan| {
            timeline.rows.with(|rows| {
                let seen = rows.lines.get(start..end).unwrap_or_default().iter();
                seen.filter_map(|line| Some(plan.lines.get(*line)?.id.key()))
                    .collect::<Vec<u64>>()
            })
        })
    };
    let row = move || timeline.scale.get().row;
    let space = move |n_rows: usize| measure::px(f64::from(n_rows as i32 * row()));
    let n_rows = Memo::new(move |_| timeline.rows.with(|rows| rows.lines.len()));
    let before = move || space(range.get().0);
    let after = move || space(n_rows.get().saturating_sub(range.get().1));
    let current = move || {
        let id = timeline.selected.get();
        id.map(|id| row_id(id.key())).unwrap_or_default()
    };
    let on_focus = move |_| {
        if timeline.selected.get_untracked().is_none() {
            step_to(timeline, 0);
        }
    };
    Effect::new(move |_| {
        if let Some(id) = timeline.selected.get() {
            request_animation_frame(move || {
                reveal(timeline, scroller, id);
            });
        }
    });
    view! {
        <div
            class="gantt-names" role="treegrid" tabindex="0" aria-label="Tasks and their dates"
            aria-rowcount=text(move || (n_rows.get() + 1).to_string())
            aria-activedescendant=text(current)
            style:--row=text(move || measure::px(row().into()))
            style:--head=text(move || measure::px(timeline.scale.get().head.into()))
            on:mousedown=move |event| {
                if let Some((id, _)) = row_of(&event)
                    && timeline.selected.get_untracked().is_none()
                {
                    // The focus that comes with a press would choose the first row and scroll to
                    // it, away from under the click.
                    timeline.selected.set(Some(id));
                }
            }
            on:focus=on_focus
            on:keydown=move |event| key_down(timeline, &event)
            on:click=move |event| clicked(timeline, &event)
            on:dblclick=move |event| {
                if let Some((id, false)) = row_of(&event) {
                    timeline.open.set(Some(id));
                }
            }
        >
            <div role="rowgroup">
                <div class="gantt-names-head" role="row" aria-rowindex="1">
                    <span role="columnheader">"Task"</span>
                    <span role="columnheader"><span class="vh">"Who"</span></span>
                    <span role="columnheader" title="Total float: the working days a task can wait before the finish moves">"Float"</span>
                    <span role="columnheader" class="vh">"Dates"</span>
                </div>
            </div>
            <div role="rowgroup" class="gantt-rows" style:--before=text(before) style:--after=text(after)>
                {each(keys, move |key| view! { <Row timeline=timeline id=TaskId::from_key(key)/> }.into_any())}
            </div>
        </div>
    }
}

fn row_id(key: u64) -> String {
    format!("gantt-{key}")
}

#[component]
fn Row(timeline: Timeline, id: TaskId) -> impl IntoView {
    let line = Memo::new(move |_| timeline.plan.with(|plan| plan.line(id).cloned()));
    let dates = Memo::new(move |_| timeline.shown.with(|schedule| schedule.dates(id)));
    let is_summary = move || line.with(|line| line.as_ref().is_some_and(|line| line.is_summary));
    let is_closed = move || timeline.closed.with(|closed| closed.contains(&id.key()));
    let is_current = move || timeline.selected.get() == Some(id);
    let title = move || line.with(|line| line.as_ref().map(|line| line.title.clone()));
    let title = move || title().unwrap_or_default();
    let level = move || line.with(|line| line.as_ref().map_or(0, |line| line.level));
    let place = move || {
        let row = timeline.plan.with(|plan| {
            let idx = plan.line(id)?.idx;
            timeline.rows.with(|rows| *rows.of_task.get(idx)?)
        });
        row.map_or(0, |row| row + 2).to_string()
    };
    let fold = move || {
        is_summary().then(|| {
            view! { <span class="gantt-fold" data-fold="true" aria-hidden="true"><Icon name="chevron-right"/></span> }
        })
    };
    let who = move || {
        let person = line.with(|line| line.as_ref()?.person.clone())?;
        Some(view! { <Avatar initials=person.1 name=person.0 small=true/> })
    };
    let today = timeline.desk.today();
    let facts =
        move || line.with(|line| line.as_ref().map(|line| spoken(line, dates.get(), today)));
    view! {
        <div
            class="gantt-name" role="row" id=row_id(id.key()) data-task=id.key().to_string()
            style:--level=text(move || level().to_string())
            aria-rowindex=text(place)
            aria-selected=text(move || is_current().to_string())
            aria-expanded=move || is_summary().then(|| (!is_closed()).to_string())
            data-summary=flag(move || is_summary().then_some("true"))
            {..custom_attribute("aria-level", text(move || (level() + 1).to_string()))}
        >
            <span role="gridcell" class="gantt-title" title=text(title)>{dynamic(fold)}<span class="name">{text(title)}</span></span>
            <span role="gridcell">{dynamic(who)}</span>
            <span role="gridcell" class="gantt-float" data-state=flag(move || dates.get().and_then(|dates| state(&dates)))>
                {text(move || float(dates.get()))}
            </span>
            <span role="gridcell" class="vh">{text(move || facts().unwrap_or_default())}</span>
        </div>
    }
}

fn float(dates: Option<Dates>) -> String {
    match dates {
        None => "no dates".to_owned(),
        Some(dates) if dates.is_finished => "done".to_owned(),
        Some(dates) if dates.is_summary => String::new(),
        Some(dates) if dates.total_float < 0 => format!("{} d", dates.total_float),
        Some(dates) if dates.is_critical => "critical".to_owned(),
        Some(dates) => format!("+{} d", dates.total_float),
    }
}

fn state(dates: &Dates) -> Option<&'static str> {
    match dates.total_float {
        _ if dates.is_finished || dates.is_summary => None,
        ..0 => Some("late"),
        0 => Some("critical"),
        _ => None,
    }
}

/// What the bar of a task shows, for those who hear it.
fn spoken(line: &Line, dates: Option<Dates>, today: domain::time::Day) -> String {
    let Some(dates) = dates else {
        return "No dates yet".to_owned();
    };
    let write = |day| format::day(day, today);
    let done = format!("{} % done", line.percent);
    if dates.is_milestone {
        return format!("Milestone on {}, {done}", write(dates.finish));
    }
    let days = format::count(dates.days.max(0) as usize, "working day", "working days");
    format!(
        "{} to {}, {days}, {done}",
        write(dates.start),
        write(dates.finish)
    )
}

/// The task of the row an event came from, and whether it came from its fold.
fn row_of(event: &Event) -> Option<(TaskId, bool)> {
    let row = measure::closest_to_target(event, "[data-task]")?;
    let key = measure::number_of(&row, "data-task")?;
    let is_fold = measure::closest_to_svg(event, "[data-fold]").is_some();
    Some((TaskId::from_key(key), is_fold))
}

fn clicked(timeline: Timeline, event: &MouseEvent) {
    match row_of(event) {
        Some((id, true)) => fold(timeline, id, None),
        Some((id, false)) => timeline.choose(id),
        None => {}
    }
}

/// Closes or opens a summary; without a wish, the other way round.
fn fold(timeline: Timeline, id: TaskId, close: Option<bool>) {
    timeline.closed.update(|closed| {
        if close.unwrap_or(!closed.contains(&id.key())) {
            closed.insert(id.key());
        } else {
            closed.remove(&id.key());
        }
    });
}

fn key_down(timeline: Timeline, event: &KeyboardEvent) {
    if event.alt_key() || event.meta_key() || (event.ctrl_key() && !event.shift_key()) {
        return;
    }
    let rows = timeline.rows.get_untracked();
    let Some(id) = timeline.selected.get_untracked() else {
        return;
    };
    let Some(line) = timeline.plan.with_untracked(|plan| plan.line(id).cloned()) else {
        return;
    };
    let at = rows.of_task.get(line.idx).copied().flatten().unwrap_or(0);
    let last = rows.lines.len().saturating_sub(1);
    let key = event.key();
    match (key.as_str(), event.shift_key()) {
        ("ArrowUp", _) => step_to(timeline, at.saturating_sub(1)),
        ("ArrowDown", _) => step_to(timeline, (at + 1).min(last)),
        ("PageUp", _) => step_to(timeline, at.saturating_sub(10)),
        ("PageDown", _) => step_to(timeline, (at + 10).min(last)),
        ("Home", _) => step_to(timeline, 0),
        ("End", _) => step_to(timeline, last),
        ("ArrowLeft" | "ArrowRight", true) => {
            let by = if key == "ArrowLeft" { -1 } else { 1 };
            let by = if event.ctrl_key() {
                Adjust::Stretch(by)
            } else {
                Adjust::Move(by)
            };
            act::carry_out(timeline, id, by);
        }
        ("ArrowLeft", false) if line.is_summary => fold(timeline, id, Some(true)),
        ("ArrowRight", false) if line.is_summary => fold(timeline, id, Some(false)),
        ("+", _) => act::carry_out(timeline, id, Adjust::Stretch(1)),
        ("-", _) => act::carry_out(timeline, id, Adjust::Stretch(-1)),
        ("l" | "L", _) if timeline.linking.get_untracked().is_none() => timeline.begin_link(id),
        ("l" | "L" | "Enter", _) if timeline.linking.get_untracked().is_some() => {
            end_link(timeline, id);
        }
        ("Escape", _) if timeline.linking.get_untracked().is_some() => {
            timeline.linking.set(None);
            timeline.said.set("No link was made.".to_owned());
        }
        ("p" | "P", _) => place(timeline, id),
        ("Enter", _) => timeline.open.set(Some(id)),
        _ => return,
    }
    event.prevent_default();
}

fn end_link(timeline: Timeline, to: TaskId) {
    let from = timeline.linking.get_untracked();
    timeline.linking.set(None);
    if let Some(from) = from {
        act::link(timeline, from, to);
    }
}

/// Gives a task without dates its first: on the day the plan stands at.
pub fn place(timeline: Timeline, id: TaskId) {
    let plan: Arc<super::Plan> = timeline.plan.get_untracked();
    if plan.schedule.dates(id).is_some() {
        let title = act::title(timeline.desk, id);
        timeline.said.set(format!("“{title}” has dates already."));
        return;
    }
    let input = plan.schedule.input();
    let today = number(timeline.desk.today());
    act::carry_out(
        timeline,
        id,
        Adjust::Place(input.start.max(input.status).max(today)),
    );
    timeline.selected.set(Some(id));
}

/// Makes a row the current one.
fn step_to(timeline: Timeline, row: usize) {
    let id = timeline.rows.with_untracked(|rows| {
        timeline
            .plan
            .with_untracked(|plan| Some(plan.lines.get(*rows.lines.get(row)?)?.id))
    });
    if let Some(id) = id {
        timeline.selected.set(Some(id));
    }
}

/// Scrolls just so far that the row of the selected task is seen, and sideways to its bar. What the
/// panel says of another task may be longer and leave the list less room, so this comes a frame
/// later, when the page may be gone.
fn reveal(timeline: Timeline, scroller: NodeRef<html::Div>, id: TaskId) -> Option<()> {
    let element = scroller.try_get_untracked().flatten()?;
    let scale = timeline.scale.try_get_untracked()?;
    let idx = timeline
        .plan
        .try_with_untracked(|plan| plan.line(id).map(|line| line.idx))??;
    let row = timeline
        .rows
        .try_with_untracked(|rows| rows.of_task.get(idx).copied())???;
    let top = row as i32 * scale.row;
    let seen = element.client_height() - scale.head;
    if top < element.scroll_top() {
        element.set_scroll_top(top);
    } else if top + scale.row > element.scroll_top() + seen {
        element.set_scroll_top(top + scale.row - seen);
    }
    let dates = timeline
        .shown
        .try_with_untracked(|schedule| schedule.dates(id))??;
    let (start, end) = ends(scale, &dates);
    let names = measure::all_within(&element, ".gantt-names");
    let width = element.client_width() - names.first()?.offset_width();
    let left = element.scroll_left();
    // A bar is seen where its middle is, by which one takes it; of a very long one any part will do.
    let (from, to) = if end - start < width {
        let middle = (start + end) / 2;
        (middle, middle)
    } else {
        (start, end)
    };
    if to <= left || from >= left + width {
        element.set_scroll_left((start - width / 4).max(0));
    }
    Some(())
}
