//! The task that is selected: its dates, why they are so, how far it is from the baseline, and buttons
//! for everything that can be dragged.

use domain::id::TaskId;
use domain::model::BaselineLine;
use domain::money::Money;
use domain::schedule::{Adjust, Dates};
use domain::variance::{self, Variance};
use leptos::prelude::*;

use super::plan::Line;
use super::{Timeline, act, tree};
use crate::ui::dynamic::dynamic;
use crate::ui::format;
use crate::ui::icon::Icon;

/// What is known of the selected task; what the marks mean while none is.
#[component]
pub fn Panel(timeline: Timeline) -> impl IntoView {
    let selected = Memo::new(move |_| {
        let id = timeline.selected.get()?;
        timeline.plan.with(|plan| plan.line(id).cloned())
    });
    view! {
        <section class="gantt-panel" aria-label="Selected task">
            {dynamic(move || match selected.get() {
                Some(line) => view! { <Selected timeline=timeline line=line/> }.into_any(),
                None => legend().into_any(),
            })}
        </section>
    }
}

#[component]
fn Selected(timeline: Timeline, line: Line) -> impl IntoView {
    let id = line.id;
    let dates = Memo::new(move |_| timeline.shown.with(|schedule| schedule.dates(id)));
    let why = move || {
        let sentences = timeline
            .plan
            .with(|plan| act::why(timeline.desk, &plan.schedule, id, 2));
        match sentences.into_iter().next() {
            Some(first) => first,
            None => "It has no dates yet. Place it on a day, or say in its plan how long it takes."
                .to_owned(),
        }
    };
    let facts = move || {
        facts(timeline, id, dates.get())
            .into_iter()
            .map(|(name, value)| {
                view! {
                    <div><dt>{name}</dt><dd class="num">{value}</dd></div>
                }
            })
            .collect_view()
    };
    let is_linking = move || timeline.linking.get().is_some();
    let buttons = move || {
        if is_linking() {
            return view! {
                <button type="button" class="btn" data-size="s" on:click=move |_| timeline.linking.set(None)>"Give up the link"</button>
            }
            .into_any();
        }
        let is_placed = dates.with(Option::is_some);
        let is_milestone = dates.with(|dates| dates.is_some_and(|dates| dates.is_milestone));
        let is_summary = line.is_summary;
        let button = |name: &'static str, icon: &'static str, by: Adjust| {
            view! {
                <button
                    type="button" class="btn" data-size="s" data-icon="" title=name aria-label=name
                    on:click=move |_| act::carry_out(timeline, id, by)
                >
                    <Icon name=icon/>
                </button>
            }
        };
        let moving = (is_placed && !is_summary).then(|| {
            view! {
                {button("A working day earlier", "arrow-left", Adjust::Move(-1))}
                {button("A working day later", "arrow-right", Adjust::Move(1))}
            }
        });
        let stretching = (is_placed && !is_summary && !is_milestone).then(|| {
            view! {
                {button("A working day shorter", "minus", Adjust::Stretch(-1))}
                {button("A working day longer", "plus", Adjust::Stretch(1))}
            }
        });
        let placing = (!is_placed && !is_summary).then(|| view! {
            <button type="button" class="btn" data-size="s" on:click=move |_| tree::place(timeline, id)>"Place it"</button>
        });
        view! {
            {placing}
            {moving}
            {stretching}
            <button type="button" class="btn" data-size="s" on:click=move |_| timeline.begin_link(id)>"Link to…"</button>
            <button type="button" class="btn" data-size="s" on:click=move |_| timeline.open.set(Some(id))>"Plan…"</button>
            <button
                type="button" class="btn" data-kind="quiet" data-size="s" data-icon="" aria-label="Select no task"
                on:click=move |_| timeline.selected.set(None)
            >
                <Icon name="x"/>
            </button>
        }
        .into_any()
    };
    view! {
        <header>
            <h2><span class="faint num">{line.code.clone()}</span>" "{line.title.clone()}</h2>
            <div class="gantt-acts" role="group" aria-label="Change the selected task">{dynamic(buttons)}</div>
        </header>
        <dl class="gantt-facts">{dynamic(facts)}</dl>
        <p class="gantt-reason"><strong>"Why this date? "</strong>{dynamic(why)}</p>
    }
}

/// The dates of a task and how far they are from the baseline.
fn facts(timeline: Timeline, id: TaskId, dates: Option<Dates>) -> Vec<(&'static str, String)> {
    let today = timeline.desk.today();
    let mut facts = Vec::new();
    if let Some(dates) = dates {
        let write = |day| format::day(day, today);
        if dates.is_milestone {
            facts.push(("Reached", write(dates.finish)));
        } else {
            facts.push(("Start", write(dates.start)));
            facts.push(("Finish", write(dates.finish)));
            let days = dates.days.max(0) as usize;
            facts.push(("Takes", format::count(days, "working day", "working days")));
        }
        if !dates.is_finished && !dates.is_summary {
            let float = match (dates.total_float, dates.free_float) {
                (total @ ..0, _) => format!("{total} d: a promise cannot be kept"),
                (0, _) => "none: it is critical".to_owned(),
                (total, free) => format!("{total} d, {free} d before anything moves"),
            };
            facts.push(("Float", float));
        }
    }
    if let Some(variance) = against_baseline(timeline, id, dates) {
        facts.push(("Against the baseline", variance));
    }
    facts
}

fn against_baseline(timeline: Timeline, id: TaskId, dates: Option<Dates>) -> Option<String> {
    let ghosts = timeline.ghosts.get()?;
    let calendar = timeline.desk.read(|ws| ws.settings().calendar);
    let Some((start, finish)) = ghosts.spans.get(&id).copied() else {
        return Some(format!("not in “{}”", ghosts.name));
    };
    let line = BaselineLine {
        task: id,
        start: Some(start),
        finish: Some(finish),
        cost: Money::ZERO,
    };
    let dates = dates.map(|dates| (dates.start, dates.finish));
    Some(said(&variance::variance(id, dates, Some(&line), &calendar)))
}

/// A variance in words.
fn said(variance: &Variance) -> String {
    let (Some(start), Some(finish)) = (variance.start, variance.finish) else {
        return "has no dates any more".to_owned();
    };
    let days = |days: i64, more: &str, less: &str| match days {
        0 => None,
        days if days > 0 => Some(format!("{days} d {more}")),
        days => Some(format!("{} d {less}", -days)),
    };
    let parts = [
        days(start, "later start", "earlier start"),
        days(finish, "later finish", "earlier finish"),
        days(variance.days.unwrap_or(0), "longer", "shorter"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        "as planned".to_owned()
    } else {
        parts.join(", ")
    }
}

/// What the marks mean, while no task is selected.
fn legend() -> impl IntoView {
    let keys = [
        ("critical", "Critical: a day’s delay moves the finish"),
        ("bar", "Has float"),
        ("finished", "Finished"),
        ("ghost", "Baseline"),
        ("float", "Total float"),
        ("milestone", "Milestone"),
        ("due", "Due day"),
    ];
    let keys = keys.map(|(part, name)| {
        view! { <li><i data-key=part aria-hidden="true"></i>{name}</li> }
    });
    view! {
        <details class="gantt-keys">
            <summary class="meta">"Select a task to move it, to link it, and to see why it lies there. Open to see what the marks mean."</summary>
            <ul class="legend gantt-legend" aria-label="What the marks mean">{keys.into_iter().collect_view()}</ul>
            <p class="meta">"Drag a bar to move it, its end to stretch it."</p>
        </details>
    }
}
