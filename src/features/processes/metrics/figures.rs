//! The key figures. Each opens what is behind it.

use domain::measure::trips::Trip;
use leptos::prelude::*;

use crate::desk::Desk;
use crate::features::processes::metrics::explain::{Explained, run_row};
use crate::features::processes::metrics::words;
use crate::features::processes::study::Studied;
use crate::ui::format;
use crate::ui::icon::Status;

/// A figure: label, value, unit, and a sentence with a status.
struct Figure {
    value: String,
    unit: &'static str,
    status: Option<&'static str>,
    why: String,
    explained: Explained,
}

/// The strip of key figures.
pub fn figures(desk: Desk, shown: &Studied, explained: RwSignal<Option<Explained>>) -> AnyView {
    let figures = [
        lead(shown),
        on_time(desk, shown),
        first_pass(shown),
        efficiency(shown),
        bottleneck(shown),
    ];
    let cells = figures.into_iter().map(|figure| {
        let name = figure.explained.title.clone();
        let behind = figure.explained.clone();
        let why = match figure.status {
            Some(status) => view! { <Status status=status label=figure.why/> }.into_any(),
            None => figure.why.into_any(),
        };
        view! {
            <button
                type="button" class="kpi" title="What is behind it" aria-haspopup="dialog"
                on:click=move |_| explained.set(Some(behind.clone()))
            >
                <span class="of">{name}" "</span>
                <b class="num">{figure.value}<small>" "{figure.unit}</small></b>
                <span class="why">{why}</span>
            </button>
        }
    });
    view! { <div class="kpis" role="group" aria-label="Key figures">{cells.collect_view()}</div> }
        .into_any()
}

fn unknown(explained: Explained, why: &str) -> Figure {
    Figure {
        value: "–".to_owned(),
        unit: "",
        status: None,
        why: why.to_owned(),
        explained,
    }
}

fn runs(
    shown: &Studied,
    says: impl Fn(&Trip) -> String,
) -> Vec<(domain::id::RunId, String, String)> {
    let trips = shown.findings.report.trips.iter().rev();
    trips
        .filter_map(|trip| run_row(shown.log(), trip.case, says(trip)))
        .collect()
}

fn lead(shown: &Studied) -> Figure {
    let explained = Explained {
        title: "Lead time".to_owned(),
        definition: words::LEAD,
        ..Explained::default()
    };
    let Some(times) = shown.findings.report.times else {
        return unknown(explained, "no run finished in this period");
    };
    let (lead, cycle) = (times.lead, times.cycle);
    let (status, why) = match shown.findings.report.earlier {
        Some(earlier) if earlier.lead.p50 > lead.p50 => (
            Some("good"),
            format!("down from {}", format::elapsed(earlier.lead.p50)),
        ),
        Some(earlier) if earlier.lead.p50 < lead.p50 => (
            Some("watch"),
            format!("up from {}", format::elapsed(earlier.lead.p50)),
        ),
        _ => (
            None,
            format!("85 of 100 within {}", format::elapsed(lead.p85)),
        ),
    };
    Figure {
        value: format::elapsed(lead.p50),
        unit: "median",
        status,
        why,
        explained: Explained {
            parts: vec![
                ("Runs", lead.n.to_string()),
                ("50 of 100 within", format::elapsed(lead.p50)),
                ("85 of 100 within", format::elapsed(lead.p85)),
                ("95 of 100 within", format::elapsed(lead.p95)),
                ("Mean", format::elapsed(lead.mean)),
                ("Cycle time, median", format::elapsed(cycle.p50)),
            ],
            runs: runs(shown, |trip| format::elapsed(trip.lead)),
            ..explained
        },
    }
}

fn on_time(desk: Desk, shown: &Studied) -> Figure {
    let promises = &shown.findings.report.promises;
    let explained = Explained {
        title: "On time".to_owned(),
        definition: words::ON_TIME,
        ..Explained::default()
    };
    let Some(compliance) = promises.compliance else {
        return unknown(explained, "no promise fell due in this period");
    };
    let today = desk.today();
    let says = |case: &usize| {
        let case = shown.log().cases.get(*case);
        let due = case
            .and_then(|case| case.due)
            .map(|due| format::moment(due, today));
        format!("late, due {}", due.unwrap_or_default())
    };
    let late = promises.broken.iter().rev();
    let n_broken = promises.broken.len();
    Figure {
        value: format::percent(compliance),
        unit: "",
        status: Some(if n_broken == 0 { "good" } else { "watch" }),
        why: match n_broken {
            0 => "every promise kept".to_owned(),
            n => format!("{} late", format::count(n, "run", "runs")),
        },
        explained: Explained {
            parts: vec![
                ("Fell due", promises.n_due.to_string()),
                ("Kept", promises.kept.len().to_string()),
                ("Late", n_broken.to_string()),
            ],
            runs: late
                .filter_map(|case| run_row(shown.log(), *case, says(case)))
                .collect(),
            ..explained
        },
    }
}

fn first_pass(shown: &Studied) -> Figure {
    let yields = &shown.findings.report.yields;
    let explained = Explained {
        title: "First-pass yield".to_owned(),
        definition: words::FIRST_PASS,
        ..Explained::default()
    };
    let (Some(first_pass), Some(rework)) = (yields.first_pass, yields.rework) else {
        return unknown(explained, "no run ended in this period");
    };
    let reworked = yields.reworked.iter().rev();
    Figure {
        value: format::percent(first_pass),
        unit: "",
        status: None,
        why: format!(
            "rework in {}",
            format::count(yields.reworked.len(), "run", "runs")
        ),
        explained: Explained {
            parts: vec![
                ("First-pass yield", format::percent(first_pass)),
                (
                    "Rolled yield",
                    yields.rolled.map(format::percent).unwrap_or_default(),
                ),
                ("Rework rate", format::percent(rework)),
            ],
            runs: reworked
                .filter_map(|case| run_row(shown.log(), *case, "a step was repeated".to_owned()))
                .collect(),
            ..explained
        },
    }
}

fn efficiency(shown: &Studied) -> Figure {
    let explained = Explained {
        title: "Flow efficiency".to_owned(),
        definition: words::EFFICIENCY,
        ..Explained::default()
    };
    let times = shown.findings.report.times;
    let measured = times.and_then(|times| Some((times.efficiency?, times.touch?, times.wait?)));
    let Some((share, touch, wait)) = measured else {
        return unknown(explained, "needs runs whose steps were begun by hand");
    };
    Figure {
        value: format::percent(share),
        unit: "",
        status: None,
        why: format!("{} of work in a run", format::elapsed(touch.mean)),
        explained: Explained {
            parts: vec![
                ("Runs with times", touch.n.to_string()),
                ("Touch time, median", format::elapsed(touch.p50)),
                ("Wait time, median", format::elapsed(wait.p50)),
            ],
            runs: runs(shown, |trip| match trip.touch {
                Some(touch) => format!(
                    "{} of {}",
                    format::elapsed(touch),
                    format::elapsed(trip.lead)
                ),
                None => "not every step was begun by hand".to_owned(),
            }),
            ..explained
        },
    }
}

fn bottleneck(shown: &Studied) -> Figure {
    let explained = Explained {
        title: "Bottleneck".to_owned(),
        definition: words::BOTTLENECK,
        ..Explained::default()
    };
    let Some(found) = shown.findings.report.bottleneck else {
        return unknown(explained, "too few runs to tell");
    };
    let mean = format!(
        "{}.{}",
        found.mean_standing / 100,
        found.mean_standing % 100 / 10
    );
    let growing = if found.is_growing { "yes" } else { "no" };
    let standing = shown.findings.report.aging.iter().filter_map(|run| {
        let case = shown.log().cases.get(run.case)?;
        let visits = domain::log::visits(shown.log(), case);
        let visit = visits
            .iter()
            .find(|visit| visit.ended.is_none() && visit.activity == found.activity)?;
        let stay = shown.study.now.millis_since(visit.entered);
        run_row(
            shown.log(),
            run.case,
            format!("there for {}", format::elapsed(stay)),
        )
    });
    Figure {
        value: shown.log().name_of(found.activity).to_owned(),
        unit: "",
        status: found.is_growing.then_some("bad"),
        why: if found.is_growing {
            "its queue grows".to_owned()
        } else {
            format!("{} of all standing time", format::percent(found.share))
        },
        explained: Explained {
            parts: vec![
                ("Runs there on average", mean),
                ("Runs there now", found.n_standing.to_string()),
                ("Share of standing time", format::percent(found.share)),
                ("Queue grows", growing.to_owned()),
            ],
            runs: standing.collect(),
            ..explained
        },
    }
}
