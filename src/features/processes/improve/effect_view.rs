//! Before and after in figures and a sentence.

use domain::log::{Log, records};
use domain::measure::compare::{Finding, MIN_RUNS};
use domain::measure::effect::{Effect, Split, effect};
use domain::measure::percentile::Spread;
use domain::measure::work_time::Clock;
use domain::model::Improvement;
use domain::time::Instant;
use leptos::prelude::*;

use crate::desk::Desk;
use crate::features::processes::metrics::{Explained, run_row};
use crate::ui::format;
use crate::ui::icon::Status;

const DEFINITION: &str = "Finished runs before and after the change. If the change did nothing, each run could as well have been on the other side; so the runs are dealt anew 4,999 times, and it is counted how often chance alone makes as large a difference (permutation test of rank sums). Below 5 in 100 the difference is taken as real. That says nothing about the cause: something else may have changed, too.";

/// What the change did, or what is missing to say so.
pub fn effect_of(
    desk: Desk,
    improvement: &Improvement,
    explained: RwSignal<Option<Explained>>,
) -> AnyView {
    let offset = desk.store().offset_minutes();
    let split = match (improvement.from_version, improvement.from_day) {
        (Some(version), _) => Split::Version(version),
        (None, Some(day)) => {
            let days = day.days_since(domain::time::Day::default());
            Split::Moment(Instant::from_millis(
                (days * 1_440 - i64::from(offset)) * 60_000,
            ))
        }
        (None, None) => {
            return view! {
                <p class="meta">"Say from which version or day on the change holds, and Loopline compares the runs before with those after."</p>
            }
            .into_any();
        }
    };
    let log = desk.compute(|ws| records::log(ws, improvement.template));
    let found = effect(&log, improvement.measure, split, &Clock::CALENDAR);
    let name = improvement.measure.name();
    let column = |side: &'static str, spread: Option<Spread>| {
        let figure = |of: fn(&Spread) -> i64| {
            spread
                .as_ref()
                .map_or_else(|| "–".to_owned(), |spread| format::elapsed(of(spread)))
        };
        view! {
            <tr>
                <th scope="row">{side}</th>
                <td class="num">{spread.map_or(0, |spread| spread.n)}</td>
                <td class="num">{figure(|spread| spread.p50)}</td>
                <td class="num">{figure(|spread| spread.p85)}</td>
            </tr>
        }
    };
    let behind = explain(&log, improvement, &found);
    let (shape, sentence) = sentence(name, &found);
    view! {
        <table class="table">
            <thead><tr>
                <th scope="col">{name}</th><th scope="col">"Runs"</th>
                <th scope="col">"Median"</th><th scope="col">"85 of 100"</th>
            </tr></thead>
            <tbody>
                {column("Before", found.comparison.before)}
                {column("After", found.comparison.after)}
            </tbody>
        </table>
        <p class="toolbar">
            <Status status=shape label=sentence/>
            <button
                type="button" class="btn end" data-size="s" aria-haspopup="dialog"
                on:click=move |_| explained.set(Some(behind.clone()))
            >
                "How this was judged"
            </button>
        </p>
    }
    .into_any()
}

fn sentence(name: &str, found: &Effect) -> (&'static str, String) {
    let comparison = &found.comparison;
    let chance = comparison
        .chance
        .map_or_else(String::new, |chance| match chance {
            0..100 => "less than 1 in 100".to_owned(),
            _ => format!("{} in 100", (chance + 50) / 100),
        });
    match comparison.finding {
        Finding::TooEarly => (
            "todo",
            format!(
                "Too early: {} before and {} after; {MIN_RUNS} on each side are needed.",
                found.before.len(),
                found.after.len()
            ),
        ),
        Finding::NoDifference => (
            "todo",
            format!("No difference that chance would not make: {chance}."),
        ),
        Finding::Shorter => (
            "good",
            format!("{name} got shorter. By chance alone: {chance}."),
        ),
        Finding::Longer => (
            "bad",
            format!("{name} got longer. By chance alone: {chance}."),
        ),
    }
}

fn explain(log: &Log, improvement: &Improvement, found: &Effect) -> Explained {
    let comparison = &found.comparison;
    let share = comparison.shorter.map(format::percent);
    let chance = comparison.chance.map(format::percent);
    let side = |cases: &[usize], word: &'static str| {
        cases
            .iter()
            .rev()
            .filter_map(move |case| run_row(log, *case, word.to_owned()))
            .collect::<Vec<_>>()
    };
    let mut runs = side(&found.after, "after");
    runs.extend(side(&found.before, "before"));
    Explained {
        title: improvement.title.clone(),
        definition: DEFINITION,
        parts: vec![
            (
                "Pairs in which the run after is shorter",
                share.unwrap_or_else(|| "–".to_owned()),
            ),
            (
                "Chance of such a difference",
                chance.unwrap_or_else(|| "too early".to_owned()),
            ),
        ],
        runs,
    }
}
