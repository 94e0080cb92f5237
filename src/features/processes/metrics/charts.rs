//! The charts of single runs: control chart, spread and scatter.

use domain::measure::percentile::Spread;
use domain::measure::trips::Trip;
use domain::measure::xmr::{Phase, Rule};
use domain::model::{Run, Version};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{Desk, save};
use crate::features::processes::metrics::words;
use crate::features::processes::study::Studied;
use crate::platform::clock;
use crate::ui::chart::{Chart, Dot, Layer, Scale, Stroke, Table, Tick, chart, histogram};
use crate::ui::format;

/// More dots than pixels say nothing; the table and the log have every run.
const MAX_DOTS: usize = 600;
const HOUR: f64 = 3_600_000.0;

/// A panel of the page's grid.
pub fn panel(
    size: &'static str,
    title: &'static str,
    meta: String,
    content: AnyView,
    note: String,
) -> AnyView {
    view! {
        <section class="panel" data-span=size aria-label=title>
            <div class="panel-head"><h2>{title}</h2><span class="meta">{meta}</span></div>
            {content}
            {(!note.is_empty()).then(|| view! { <p class="panel-note">{note}</p> })}
        </section>
    }
    .into_any()
}

/// “12 May” where the person is.
pub fn day_of(desk: Desk, at: domain::time::Instant) -> String {
    clock::local_day(at)
        .map(|day| format::day(day, desk.today()))
        .unwrap_or_default()
}

fn run_of(shown: &Studied, trip: &Trip) -> (String, Option<String>) {
    match shown.log().cases.get(trip.case) {
        Some(case) => (case.name.clone(), case.run.map(|id| Route::Run(id).href())),
        None => (String::new(), None),
    }
}

fn table(desk: Desk, shown: &Studied, trips: &[Trip], says: impl Fn(usize) -> String) -> Table {
    let rows = trips.iter().enumerate().map(|(place, trip)| {
        let (name, href) = run_of(shown, trip);
        let cells = vec![
            name,
            day_of(desk, trip.finished),
            format::elapsed(trip.lead),
            says(place),
        ];
        (cells, href)
    });
    Table {
        columns: ["Run", "Finished", "Lead time", "Remark"]
            .map(str::to_owned)
            .to_vec(),
        rows: rows.collect(),
    }
}

/// The control chart with a sentence on what it says, and its signals.
pub fn control(desk: Desk, shown: &Studied) -> AnyView {
    let (trips, phases) = (
        &shown.findings.report.charted,
        &shown.findings.report.phases,
    );
    let highest = trips.iter().map(|trip| trip.lead).max().unwrap_or(0);
    let limits = phases.iter().filter_map(|phase| phase.limits);
    let highest_limit = limits.map(|limits| millis(limits.upper)).max().unwrap_or(0);
    let y = Scale::times(highest.max(highest_limit));
    let n = i32::try_from(trips.len().max(1)).unwrap_or(1);
    let x_of = |place: usize| (i32::try_from(place).unwrap_or(0) * 10_000 + 5_000) / n;
    let rules = |place: usize| -> Vec<Rule> {
        let signals = phases.iter().flat_map(|phase| phase.signals.iter());
        signals
            .filter(|signal| signal.place == place)
            .map(|signal| signal.rule)
            .collect()
    };
    let mut layers = levels(phases, trips.len(), y);
    let points: Vec<(i32, i32)> = trips
        .iter()
        .enumerate()
        .map(|(place, trip)| (x_of(place), y.place(trip.lead)))
        .collect();
    layers.push(Layer::Line {
        stroke: Stroke::Thread,
        points,
    });
    for phase in phases.iter().skip(1) {
        let case = trips
            .get(phase.first)
            .and_then(|trip| shown.log().cases.get(trip.case));
        layers.push(Layer::Mark {
            at: (x_of(phase.first) - 5_000 / n).max(0),
            label: format!("Version {}", case.map_or(0, |case| case.version)),
            stroke: Stroke::Dashed,
        });
    }
    let dots = trips.iter().enumerate().map(|(place, trip)| {
        let (name, href) = run_of(shown, trip);
        let broken = rules(place);
        let mut says = format!(
            "{name}, {}, finished {}",
            format::elapsed(trip.lead),
            day_of(desk, trip.finished)
        );
        for rule in &broken {
            says = format!("{says}. {}", rule.sentence());
        }
        Dot {
            x: x_of(place),
            y: y.place(trip.lead),
            name: says,
            href,
            is_out: !broken.is_empty(),
        }
    });
    layers.push(Layer::Dots(dots.collect()));
    let each = trips.len().div_ceil(6).max(1);
    let ticks = trips
        .iter()
        .enumerate()
        .step_by(each)
        .map(|(place, trip)| Tick {
            at: x_of(place),
            label: day_of(desk, trip.finished),
        });
    let drawn = chart(
        Chart {
            name: "Control chart".to_owned(),
            definition: words::CONTROL.to_owned(),
            x: ticks.collect(),
            y: y.ticks(format::elapsed),
            layers,
            table: table(desk, shown, trips, |place| {
                rules(place)
                    .into_iter()
                    .map(Rule::sentence)
                    .collect::<Vec<_>>()
                    .join(" ")
            }),
            is_tall: true,
        },
        save::table(),
    );
    let content = view! {
        <ul class="legend" aria-hidden="true">
            <li><i class="key" data-stroke="dot"></i>"Run"</li>
            <li><i class="key" data-stroke="out"></i>"Signal"</li>
            <li><i class="key" data-stroke="mean"></i>"Mean"</li>
            <li><i class="key" data-stroke="dashed"></i>"Limits"</li>
        </ul>
        {drawn}
    };
    let meta = format!(
        "lead time of the latest {}",
        format::count(trips.len(), "run", "runs")
    );
    panel(
        "all",
        "Control chart",
        meta,
        content.into_any(),
        format!("{}{}", stability(phases), changes(desk, shown)),
    )
}

fn millis(hours: f64) -> i64 {
    (hours * HOUR) as i64
}

/// Mean and limits of each phase.
fn levels(phases: &[Phase], n_values: usize, y: Scale) -> Vec<Layer> {
    let n = i32::try_from(n_values.max(1)).unwrap_or(1);
    let edge = |place: usize| i32::try_from(place).unwrap_or(0) * 10_000 / n;
    let ends = phases
        .iter()
        .skip(1)
        .map(|phase| phase.first)
        .chain([n_values]);
    let mut layers = Vec::new();
    for (phase, end) in phases.iter().zip(ends) {
        let Some(limits) = phase.limits else { continue };
        let mut level = |hours: f64, stroke: Stroke, word: &str| {
            layers.push(Layer::Level {
                at: y.place(millis(hours)),
                from: edge(phase.first),
                to: edge(end),
                label: if word.is_empty() {
                    String::new()
                } else {
                    format!("{word} {}", format::elapsed(millis(hours)))
                },
                stroke,
            });
        };
        level(limits.mean, Stroke::Main, "");
        level(limits.upper, Stroke::Dashed, "upper");
        if limits.lower > 0.0 {
            level(limits.lower, Stroke::Dashed, "lower");
        }
    }
    layers
}

/// What the chart says about the latest phase.
fn stability(phases: &[Phase]) -> String {
    let Some((phase, limits)) = phases.last().and_then(|phase| Some((phase, phase.limits?))) else {
        return "Two finished runs give the first limits.".to_owned();
    };
    if phase.is_stable() {
        let upper = format::elapsed(millis(limits.upper));
        format!(
            "Stable: no signal in {} runs. The process can promise {upper}.",
            limits.n
        )
    } else if phase.signals.is_empty() {
        format!(
            "No signal so far. Limits from {} are still moving; twelve make them useful.",
            format::count(limits.n, "run", "runs")
        )
    } else {
        let n = phase.signals.len();
        format!(
            "Not stable: {}. Find what was different there before promising anything.",
            format::count(n, "signal", "signals")
        )
    }
}

/// What changed with the versions that begin on the chart, in the words of those who published them.
fn changes(desk: Desk, shown: &Studied) -> String {
    let report = &shown.findings.report;
    let begins = report.phases.iter().skip(1);
    let noted = begins.filter_map(|phase| {
        let trip = report.charted.get(phase.first)?;
        let run = shown.log().cases.get(trip.case)?.run?;
        desk.read(|ws| {
            let version = ws.get::<Version>(ws.get::<Run>(run)?.version)?;
            let (number, note) = (version.number, version.note.trim());
            (!note.is_empty()).then(|| format!(" Since version {number}: “{note}”"))
        })
    });
    noted.collect()
}

/// The spread of lead times, with the 85th percentile.
pub fn spread(desk: Desk, shown: &Studied) -> AnyView {
    let leads: Vec<i64> = shown
        .findings
        .report
        .trips
        .iter()
        .map(|trip| trip.lead)
        .collect();
    let axis = Scale::times(leads.iter().copied().max().unwrap_or(0));
    let mut drawing = histogram(&leads, axis, format::elapsed, ("run", "runs"));
    if let Some(Spread { p85, .. }) = shown.findings.report.times.map(|times| times.lead) {
        drawing.layers.push(Layer::Mark {
            at: axis.place(p85),
            label: format!("85 of 100: {}", format::elapsed(p85)),
            stroke: Stroke::Main,
        });
    }
    drawing.name = "Spread of lead times".to_owned();
    drawing.definition = words::SPREAD.to_owned();
    drawing.table = table(desk, shown, &shown.findings.report.trips, |_| String::new());
    let drawn = chart(drawing, save::table());
    panel(
        "third",
        "Spread of lead times",
        "runs".to_owned(),
        drawn,
        String::new(),
    )
}

/// Every finished run by moment and lead time.
pub fn scatter(desk: Desk, shown: &Studied) -> AnyView {
    let all = &shown.findings.report.trips;
    let trips = all
        .get(all.len().saturating_sub(MAX_DOTS)..)
        .unwrap_or_default();
    let y = Scale::times(trips.iter().map(|trip| trip.lead).max().unwrap_or(0));
    let x = Scale::between(
        shown.study.window.from.millis(),
        shown.study.window.to.millis(),
    );
    let dots = trips.iter().map(|trip| {
        let (name, href) = run_of(shown, trip);
        Dot {
            x: x.place(trip.finished.millis()),
            y: y.place(trip.lead),
            name: format!(
                "{name}, {}, finished {}",
                format::elapsed(trip.lead),
                day_of(desk, trip.finished)
            ),
            href,
            is_out: false,
        }
    });
    let mut layers = Vec::new();
    if let Some(lead) = shown.findings.report.times.map(|times| times.lead) {
        // A label that would lie on the one above it is left to the definition.
        let mut above = i32::MAX;
        for (value, label, stroke) in [
            (lead.p95, "95 of 100", Stroke::Dashed),
            (lead.p85, "85 of 100", Stroke::Dashed),
            (lead.p50, "50 of 100", Stroke::Dotted),
        ] {
            let at = y.place(value);
            let has_room = above - at > 800;
            above = if has_room { at } else { above };
            layers.push(Layer::Level {
                at,
                from: 0,
                to: 10_000,
                label: if has_room {
                    format!("{label}: {}", format::elapsed(value))
                } else {
                    String::new()
                },
                stroke,
            });
        }
    }
    layers.push(Layer::Dots(dots.collect()));
    let drawn = chart(
        Chart {
            name: "Lead time by run".to_owned(),
            definition: words::SCATTER.to_owned(),
            x: dates(desk, shown, x),
            y: y.ticks(format::elapsed),
            layers,
            table: table(desk, shown, all, |_| String::new()),
            is_tall: true,
        },
        save::table(),
    );
    let meta = match all.len().saturating_sub(trips.len()) {
        0 => format::count(all.len(), "run", "runs"),
        _ => format!("the latest {} of {}", trips.len(), all.len()),
    };
    panel("half", "Lead time by run", meta, drawn, String::new())
}

/// Five days along the bottom.
pub fn dates(desk: Desk, shown: &Studied, x: Scale) -> Vec<Tick> {
    let length = shown.study.window.millis();
    let moments = (0..5).map(|n| {
        domain::time::Instant::from_millis(shown.study.window.from.millis() + length * n / 4)
    });
    moments
        .map(|at| Tick {
            at: x.place(at.millis()),
            label: day_of(desk, at),
        })
        .collect()
}
