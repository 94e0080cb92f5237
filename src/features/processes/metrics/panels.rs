//! What is said in rows and sentences: causes, age, checks and the steps.

use domain::measure::report::capable;
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{Desk, save};
use crate::features::processes::clock::worked;
use crate::features::processes::metrics::charts::panel;
use crate::features::processes::metrics::explain::Explained;
use crate::features::processes::metrics::words;
use crate::features::processes::step_form::per_day;
use crate::features::processes::study::{Studied, working_clock};
use crate::ui::chart::Table;
use crate::ui::format;
use crate::ui::icon::{Icon, Status};

/// So many rows are shown of a list that only orders.
const MAX_ROWS: usize = 8;

/// Where the time goes, from the heaviest step.
pub fn delays(shown: &Studied) -> AnyView {
    let causes = &shown.findings.report.delays;
    let heaviest = causes.first().map_or(1, |cause| cause.weight).max(1);
    let all: i64 = causes.iter().map(|cause| cause.weight).sum();
    let rows = causes.iter().take(MAX_ROWS).map(|cause| {
        let width = format!("{}%", cause.weight * 100 / heaviest);
        let share = u16::try_from(cause.weight * 10_000 / all.max(1)).unwrap_or(0);
        let (share, together) = (format::percent(share), format::percent(cause.cumulative));
        let spoken = format!("{}, {share}, together with those above {together}", format::elapsed(cause.weight));
        let title = spoken.clone();
        view! {
            <li title=title>
                <span>{cause.name.clone()}</span>
                <span class="b" aria-hidden="true"><i style:--v=width></i></span>
                <span class="n num"><span class="vh">{spoken}</span><span aria-hidden="true">{share}</span></span>
                <span class="n num" aria-hidden="true">{together}</span>
            </li>
        }
    });
    let head = (!causes.is_empty()).then(|| {
        view! {
            <li class="meta" aria-hidden="true">
                <span></span><span></span><span class="n">"Share"</span><span class="n">"Adds up"</span>
            </li>
        }
    });
    let content =
        view! { <ul class="drivers" data-type="loop">{head}{rows.collect_view()}</ul> }.into_any();
    let note = match causes.first() {
        Some(cause) => format!(
            "Most of the time goes to {}. The last column adds the shares up from the top.",
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
pub fn aging(shown: &Studied) -> AnyView {
    let usual = shown.findings.report.times.map(|times| times.lead.p85);
    let rows = shown.findings.report.aging.iter().take(MAX_ROWS).filter_map(|run| {
        let case = shown.log().cases.get(run.case)?;
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
    let more = shown.findings.report.aging.len().saturating_sub(MAX_ROWS);
    let note = match (shown.findings.report.aging.len(), more) {
        (0, _) => "Nothing is under way.".to_owned(),
        (_, 0) => String::new(),
        (_, more) => format!("And {more} younger ones."),
    };
    let meta = format!(
        "{}, oldest first",
        format::count(shown.findings.report.aging.len(), "run", "runs")
    );
    panel("half", "Under way", meta, content, note)
}

/// Capability and Little's law, with their conditions.
pub fn checks(desk: Desk, shown: &Studied, target: Option<u32>) -> AnyView {
    let report = &shown.findings.report;
    let capable = capability(desk, shown, target);
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

/// What share of runs the process can be trusted to finish within its target.
fn capability(desk: Desk, shown: &Studied, target: Option<u32>) -> String {
    let working = working_clock(desk, shown.study.window);
    let found = match capable(
        shown.log(),
        &shown.findings.report.charted,
        &working,
        target,
    ) {
        Ok(found) => found,
        Err(refusal) => return refusal.to_string(),
    };
    let per_day = per_day(desk);
    let target = worked(i64::from(target.unwrap_or(0)), per_day);
    let p95 = worked(found.p95 / 60_000, per_day);
    let share = format::percent(found.within);
    let index = |hundredths: Option<i64>| {
        hundredths.map_or_else(
            || "–".to_owned(),
            |n| {
                format!(
                    "{}{}.{:02}",
                    if n < 0 { "−" } else { "" },
                    n.abs() / 100,
                    n.abs() % 100
                )
            },
        )
    };
    format!(
        "Of the latest {} runs, {share} kept the target of {target} of working time; 95 of 100 took at most {p95}. By percentiles the index is {}, and Cpk is {} if times were normal; 1.33 is what is usually asked for.",
        found.n,
        index(found.ppk_hundredths),
        index(found.cpk_hundredths),
    )
}

/// The steps in a table.
pub fn steps(shown: &Studied, explained: RwSignal<Option<Explained>>) -> AnyView {
    let elapsed = |spread: Option<domain::measure::percentile::Spread>,
                   of: fn(&domain::measure::percentile::Spread) -> i64| {
        spread.map_or_else(|| "–".to_owned(), |spread| format::elapsed(of(&spread)))
    };
    let named = shown
        .log()
        .activities
        .iter()
        .zip(&shown.findings.report.steps)
        .zip(&shown.findings.report.yields.steps);
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
