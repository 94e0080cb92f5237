//! Variants and deviations in rows, each one press from its runs.

use domain::log::Log;
use leptos::prelude::*;

use crate::features::processes::metrics::{Explained, panel, run_row};
use crate::features::processes::study::Studied;
use crate::ui::format;

/// So many rows are shown; the rest are single cases.
const MAX_ROWS: usize = 12;

const VARIANT: &str = "A variant is one sequence of steps. Its coverage is its finished runs ÷ all finished runs of the period.";
const CONFORMANCE: &str =
    "Each finished run is held against the version of the document it followed.";

/// The button that shows the runs of a row.
pub fn runs_button(
    log: &Log,
    title: String,
    definition: &'static str,
    cases: &[usize],
    explained: RwSignal<Option<Explained>>,
) -> AnyView {
    let n = cases.len();
    let behind = Explained {
        title: title.clone(),
        definition,
        parts: Vec::new(),
        runs: cases
            .iter()
            .rev()
            .filter_map(|case| {
                let lead = log
                    .cases
                    .get(*case)
                    .and_then(|case| Some(case.ended()?.millis_since(case.accepted)));
                run_row(log, *case, lead.map(format::elapsed).unwrap_or_default())
            })
            .collect(),
    };
    let count = format::count(n, "run", "runs");
    let label = format!("{count}: {title}");
    view! {
        <button
            type="button" class="btn" data-size="s" aria-haspopup="dialog" aria-label=label
            on:click=move |_| explained.set(Some(behind.clone()))
        >
            {count}
        </button>
    }
    .into_any()
}

/// The names of a sequence of steps.
pub fn way(log: &Log, trace: &[u32]) -> String {
    if trace.is_empty() {
        return "Nothing was done".to_owned();
    }
    let names: Vec<&str> = trace
        .iter()
        .map(|activity| log.name_of(*activity))
        .collect();
    names.join(" → ")
}

/// The ways runs took, from the most frequent.
pub fn variants(studied: &Studied, explained: RwSignal<Option<Explained>>) -> AnyView {
    let (log, all) = (studied.log(), &studied.findings.mined.variants);
    let rows = all.iter().take(MAX_ROWS).zip(1..).map(|(variant, number)| {
        let title = format!("Variant {number}");
        let share = format!(
            "{}, together {}",
            format::percent(variant.coverage),
            format::percent(variant.cumulative)
        );
        view! {
            <li class="row">
                <span>{way(log, &variant.trace)}<span class="sub num">{share}</span></span>
                {runs_button(log, title, VARIANT, &variant.cases, explained)}
            </li>
        }
    });
    let content = view! { <ol class="rows">{rows.collect_view()}</ol> }.into_any();
    let left_out = all.len().saturating_sub(MAX_ROWS);
    let note = match (all.len(), left_out) {
        (0, _) => "No run finished in this period.".to_owned(),
        (_, 0) => String::new(),
        (_, n) => format!(
            "And {} taken by fewer runs.",
            format::count(n, "way", "ways")
        ),
    };
    let meta = format::count(all.len(), "way from start to end", "ways from start to end");
    panel("half", "Variants", meta, content, note)
}

/// How runs fit the document, and where they left it.
pub fn conformance(studied: &Studied, explained: RwSignal<Option<Explained>>) -> AnyView {
    let (log, found) = (studied.log(), &studied.findings.mined.conformance);
    let rows = found.deviations.iter().take(MAX_ROWS).map(|deviation| {
        let place = deviation
            .activity
            .map_or("the whole run", |activity| log.name_of(activity));
        let title = format!("{}: {place}", deviation.kind.name());
        view! {
            <li class="row">
                <span>{place.to_owned()}<span class="sub">{deviation.kind.name()}</span></span>
                {runs_button(log, title, CONFORMANCE, &deviation.cases, explained)}
            </li>
        }
    });
    let note = match (found.n_cases, found.deviations.len()) {
        (0, _) => "No finished run in this period follows a documented version.".to_owned(),
        (_, 0) => "Every finished run did what is documented.".to_owned(),
        _ => String::new(),
    };
    let fitness = found
        .fitness
        .map_or_else(|| "–".to_owned(), format::percent);
    let fitting = found
        .fitting
        .map_or_else(|| "–".to_owned(), format::percent);
    let content = view! {
        <dl class="facts">
            <div><dt>"Runs as documented"</dt><dd class="num">{format!("{fitting} of {}", found.n_cases)}</dd></div>
            <div title="Token replay: ½(1 − missing ÷ consumed) + ½(1 − remaining ÷ produced)">
                <dt>"Fitness by token replay"</dt><dd class="num">{fitness}</dd>
            </div>
        </dl>
        <ul class="rows">{rows.collect_view()}</ul>
    };
    panel(
        "half",
        "Document and reality",
        "deviations of finished runs".to_owned(),
        content.into_any(),
        note,
    )
}
