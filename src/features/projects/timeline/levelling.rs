//! A proposal that lets tasks wait until whoever does them has time: what would move, before it does.

use domain::command::TaskCommand;
use domain::schedule::{self, Delay, Levelling};
use leptos::prelude::*;

use super::{Timeline, act};
use crate::ui::dialog::Dialog;
use crate::ui::dynamic::dynamic;
use crate::ui::format;

/// The proposal, and the button that carries it out in one step.
#[component]
pub fn LevelDialog(timeline: Timeline, open: RwSignal<bool>) -> impl IntoView {
    view! {
        <Dialog open=open title="Level people’s work">
            {dynamic(move || open.get().then(|| proposal(timeline, open)))}
        </Dialog>
    }
}

fn proposal(timeline: Timeline, open: RwSignal<bool>) -> impl IntoView {
    let desk = timeline.desk;
    let plan = timeline.plan.get_untracked();
    let shares = desk.read(|ws| schedule::shares(ws, timeline.project));
    let found = schedule::level(&plan.schedule, &shares);
    let starts: Vec<_> = found
        .delays
        .iter()
        .map(|delay| (delay.task, delay.to))
        .collect();
    let is_any = !starts.is_empty();
    let error = RwSignal::new(None::<String>);
    let apply = move |_| {
        let starts = starts.clone();
        match desk.try_run(TaskCommand::Delay { starts }) {
            Ok(_) => open.set(false),
            Err(refused) => error.set(Some(refused.to_string())),
        }
    };
    let rows: Vec<_> = found
        .delays
        .iter()
        .map(|delay| row(timeline, delay))
        .collect();
    let table = is_any.then(|| {
        view! {
            <div class="table-scroll" tabindex="0" role="region" aria-label="What would move">
                <table class="table">
                    <thead><tr>
                        <th scope="col">"Task"</th><th scope="col">"Starts now"</th>
                        <th scope="col">"Would start"</th><th scope="col">"Waits"</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    });
    let button = is_any.then(|| {
        view! { <button type="button" class="btn" data-kind="primary" on:click=apply>"Move these tasks"</button> }
    });
    view! {
        <div class="dialog-body">
            <p>{says(timeline, &found)}</p>
            {table}
            {dynamic(move || error.get().map(|sentence| view! { <p class="form-error" role="alert">{sentence}</p> }))}
        </div>
        <div class="dialog-foot">
            <button type="button" class="btn" data-kind="quiet" on:click=move |_| open.set(false)>"Leave it as it is"</button>
            {button}
        </div>
    }
}

fn row(timeline: Timeline, delay: &Delay) -> impl IntoView + use<> {
    let today = timeline.desk.today();
    let title = act::title(timeline.desk, delay.task);
    let (from, to) = (format::day(delay.from, today), format::day(delay.to, today));
    let waits = if delay.is_within_float {
        "within its float"
    } else {
        "beyond its float"
    };
    view! { <tr><th scope="row">{title}</th><td class="num">{from}</td><td class="num">{to}</td><td>{waits}</td></tr> }
}

/// What the proposal does, and what it cannot do.
fn says(timeline: Timeline, found: &Levelling) -> String {
    let today = timeline.desk.today();
    if found.n_over_before == 0 {
        return "Nobody has more than a day’s work on any day of this project.".to_owned();
    }
    let days = |n: usize| format::count(n, "day", "days");
    let over = format!(
        "People have more than a day’s work on {} of this project.",
        days(found.n_over_before)
    );
    let left = match found.n_over_after {
        0 => " Afterwards on none.".to_owned(),
        n => format!(
            " Afterwards on {}: what has begun, is pinned or keeps to a day of its own is not moved.",
            days(n)
        ),
    };
    let before = timeline.plan.with_untracked(|plan| plan.schedule.finish());
    let finish = match (before, found.schedule.finish()) {
        (Some(before), Some(after)) if before != after => format!(
            " The project would end on {} instead of {}.",
            format::day(after, today),
            format::day(before, today)
        ),
        _ => " The finish stays.".to_owned(),
    };
    over + &left + &finish
}
