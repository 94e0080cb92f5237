//! What is said in rows and sentences: causes, age, checks and the steps.

use domain::measure::capability::capability;
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::save;
use crate::features::processes::metrics::charts::panel;
use crate::features::processes::metrics::explain::Explained;
use crate::features::processes::metrics::{Shown, words};
use crate::ui::chart::Table;
use crate::ui::format;
use crate::ui::icon::{Icon, Status};

/// So many rows are shown of a list that only orders.
const MAX_ROWS: usize = 8;

/// Where the time goes, from the heaviest step.
pub fn delays(shown: &Shown) -> AnyView {
    let causes = &shown.report.delays;
    let heaviest = causes.first().map_or(1, |cause| cause.weight).max(1);
    let rows = causes.iter().take(MAX_ROWS).map(|cause| {
        let width = format!("{}%", cause.weight * 100 / heaviest);
        let spoken = format!("{}, together with those above {}", format::elapsed(cause.weight), format::percent(cause.cumulative));
        let title = spoken.clone();
        view! {
            <li title=title>
                <span>{cause.name.clone()}</span>
                <span class="b" aria-hidden="true"><i style:--v=width></i></span>
                <span class="n num"><span class="vh">{spoken}</span><span aria-hidden="true">{format::percent(cause.cumulative)}</span></span>
            </li>
        }
    });
    let content = view! { <ul class="drivers">{rows.collect_view()}</ul> }.into_any();
    let note = match causes.first() {
        Some(cause) => format!(
            "Most of the time goes to {}. The percentages add up from the top.",
            cause.name
        ),
        None => "No run stood anywhere in this period.".to_owned(),
    };
    panel(
        "third",
        "Where the time goes",
        "time at each step".to_owned(),
        content,
        note,
    )
}

/// The runs under way, oldest first, against what finished ones took.
pub fn aging(shown: &Shown) -> AnyView {
    let usual = shown.report.times.map(|times| times.lead.p85);
    let rows = shown.report.aging.iter().take(MAX_ROWS).filter_map(|run| {
        let case = shown.log.cases.get(run.case)?;
        let id = case.run?;
        let (shape, word) = if run.is_late {
            ("bad", "late")
        } else if usual.is_some_and(|usual| run.age > usual) {
            ("watch", "older than 85 of 100")
        } else {
            ("good", "as usual")
        };
        Some(view! {
            <li class="row">
                <a class="title" href=Route::Run(id).href()>{case.name.clone()}<span class="sub">{format!("under way for {}", format::elapsed(run.age))}</span></a>
                <Status status=shape label=word/>
            </li>
        })
    });
    let content = view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any();
    let more = shown.report.aging.len().saturating_sub(MAX_ROWS);
    let note = match (shown.report.aging.len(), more) {
        (0, _) => "Nothing is under way.".to_owned(),
        (_, 0) => String::new(),
        (_, more) => format!("And {more} younger ones."),
    };
    let meta = format!(
        "{}, oldest first",
        format::count(shown.report.aging.len(), "run", "runs")
    );
    panel("half", "Under way", meta, content, note)
}

/// Capability and Little's law, with their conditions.
pub fn checks(shown: &Shown) -> AnyView {
    let report = &shown.report;
    let leads: Vec<i64> = report.charted.iter().map(|trip| trip.lead).collect();
    let latest = report.phases.last();
    let target = report.times.map(|times| times.lead.p85);
    let capable = match (latest, target) {
        (Some(phase), Some(target)) => {
            match capability(leads.get(phase.first..).unwrap_or_default(), phase, target) {
                Ok(found) => format!(
                    "Of {} runs, {} took at most {}; 95 of 100 took at most {}.",
                    found.n,
                    format::percent(found.within),
                    format::elapsed(target),
                    format::elapsed(found.p95),
                ),
                Err(refusal) => refusal.to_string(),
            }
        }
        _ => "Not given yet: no run finished in this period.".to_owned(),
    };
    let little = match report.little {
        None => "No run ended in this period.".to_owned(),
        Some(little) => {
            let tenths =
                |thousandths: i64| format!("{}.{}", thousandths / 1_000, thousandths % 1_000 / 100);
            let figures = format!(
                "On average {} runs were under way; throughput × time gives {}.",
                tenths(little.mean_wip),
                tenths(little.expected_wip),
            );
            match (little.is_balanced, little.agrees) {
                (false, _) => format!(
                    "{figures} {} arrived and {} ended, so the law does not hold: work piles up or drains, and no average promises anything.",
                    little.n_arrived, little.n_ended,
                ),
                (true, true) => format!(
                    "{figures} They agree, and as many runs ended as arrived: the figures fit together."
                ),
                (true, false) => format!(
                    "{figures} They differ, although about as many ended as arrived: runs of very different length are mixed."
                ),
            }
        }
    };
    let content = view! {
        <dl class="says">
            <dt>"Capability"</dt><dd>{capable}</dd>
            <dt>"Little’s law"</dt><dd>{little}</dd>
        </dl>
    };
    panel(
        "half",
        "Can the figures be trusted",
        String::new(),
        content.into_any(),
        String::new(),
    )
}

/// The steps in a table.
pub fn steps(shown: &Shown, explained: RwSignal<Option<Explained>>) -> AnyView {
    let elapsed = |spread: Option<domain::measure::percentile::Spread>,
                   of: fn(&domain::measure::percentile::Spread) -> i64| {
        spread.map_or_else(|| "–".to_owned(), |spread| format::elapsed(of(&spread)))
    };
    let named = shown
        .log
        .activities
        .iter()
        .zip(&shown.report.steps)
        .zip(&shown.report.yields.steps);
    let rows: Vec<Vec<String>> = named
        .filter(|((_, step), _)| step.n_entered + step.n_left + step.n_standing > 0)
        .map(|((activity, step), right)| {
            vec![
                activity.name.clone(),
                step.n_done.to_string(),
                step.n_standing.to_string(),
                elapsed(step.stay, |spread| spread.p50),
                elapsed(step.stay, |spread| spread.p85),
                elapsed(step.wait, |spread| spread.p50),
                elapsed(step.touch, |spread| spread.p50),
                right
                    .share()
                    .map_or_else(|| "–".to_owned(), format::percent),
            ]
        })
        .collect();
    let columns = [
        "Step",
        "Done",
        "There now",
        "Stay, median",
        "Stay, 85 of 100",
        "Wait, median",
        "Work, median",
        "Yield",
    ];
    let saved = (
        "Steps".to_owned(),
        Table {
            columns: columns.map(str::to_owned).to_vec(),
            rows: rows.iter().map(|cells| (cells.clone(), None)).collect(),
        },
    );
    let heads = columns.map(|column| view! { <th scope="col">{column}</th> });
    let body = rows.into_iter().map(|cells| {
        let cells = cells.into_iter().enumerate().map(|(idx, cell)| match idx {
            0 => view! { <th scope="row">{cell}</th> }.into_any(),
            _ => view! { <td class="num">{cell}</td> }.into_any(),
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    let explain = move |_| {
        explained.set(Some(Explained {
            title: "Steps".to_owned(),
            definition: words::STEP_TIMES,
            ..Explained::default()
        }));
    };
    let on_csv = save::table();
    let content = view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Steps, table">
            <table class="table">
                <thead><tr>{heads.into_iter().collect_view()}</tr></thead>
                <tbody>{body.collect_view()}</tbody>
            </table>
        </div>
        <p class="toolbar">
            <button type="button" class="btn" data-size="s" on:click=explain>"What the columns mean"</button>
            <button type="button" class="btn" data-size="s" on:click=move |_| on_csv.run(saved.clone())>
                <Icon name="download"/>"Save as CSV"
            </button>
        </p>
    };
    panel(
        "all",
        "Steps",
        String::new(),
        content.into_any(),
        String::new(),
    )
}
