//! The charts of the flow as a whole: throughput and the cumulative flow.

use domain::measure::flow::{cumulative_flow, throughput as finished_between};
use domain::time::Instant;
use leptos::prelude::*;

use crate::desk::{Desk, save};
use crate::features::processes::metrics::charts::{dates, day_of, panel};
use crate::features::processes::metrics::chosen::DAY;
use crate::features::processes::metrics::words;
use crate::features::processes::study::Studied;
use crate::ui::chart::{Chart, Layer, Scale, Table, bars, chart};
use crate::ui::format;

/// Moments of the cumulative flow.
const N_MOMENTS: i64 = 60;
/// Shades besides that of what is finished; more steps begin again with the first.
const N_SHADES: usize = 6;

/// Finished runs for each seven days.
pub fn throughput(desk: Desk, shown: &Studied) -> AnyView {
    // The earliest seven days reach back before the period, so that none of its runs is left out.
    let n_weeks = (shown.study.window.millis() - 1).div_euclid(7 * DAY) + 1;
    let bounds: Vec<Instant> = (0..=n_weeks)
        .rev()
        .map(|n| Instant::from_millis(shown.study.window.to.millis() - n * 7 * DAY))
        .collect();
    let counts = finished_between(shown.log(), &bounds);
    let values: Vec<(String, i64, String)> = counts
        .iter()
        .zip(&bounds)
        .map(|(n, from)| {
            let day = day_of(desk, *from);
            let spoken = format!(
                "Seven days from {day}: {}",
                format::count(*n, "run", "runs")
            );
            (day, *n as i64, spoken)
        })
        .collect();
    let last = values.len().saturating_sub(1);
    let mut drawing = bars(&values, |idx| idx == last);
    drawing.name = "Throughput".to_owned();
    drawing.definition = words::THROUGHPUT.to_owned();
    drawing.table = Table {
        columns: ["Seven days from", "Runs finished"]
            .map(str::to_owned)
            .to_vec(),
        rows: values
            .iter()
            .map(|(day, n, _)| (vec![day.clone(), n.to_string()], None))
            .collect(),
    };
    let note = match counts.last() {
        Some(n) => format!(
            "{} in the last seven days of the period.",
            format::count(*n, "run", "runs")
        ),
        None => String::new(),
    };
    panel(
        "third",
        "Throughput",
        "runs finished in seven days".to_owned(),
        chart(drawing, save::table()),
        note,
    )
}

/// The cumulative flow diagram.
pub fn cumulative(desk: Desk, shown: &Studied) -> AnyView {
    let length = shown.study.window.millis();
    let moments: Vec<Instant> = (0..=N_MOMENTS)
        .map(|n| {
            Instant::from_millis(shown.study.window.from.millis() + length * n / N_MOMENTS - 1)
        })
        .collect();
    let flow = cumulative_flow(shown.log(), &moments);
    let before = flow.finished.first().copied().unwrap_or(0);
    let finished: Vec<u32> = flow.finished.iter().map(|n| n - before).collect();
    // From the bottom: what is finished, then the steps from the last to the first.
    let mut bands: Vec<(String, Vec<u32>)> = vec![("Finished".to_owned(), finished)];
    let steps = shown.log().activities.iter().zip(&flow.standing).rev();
    bands.extend(steps.map(|(activity, standing)| (activity.name.clone(), standing.clone())));
    bands.push(("Not begun".to_owned(), flow.waiting.clone()));
    bands.retain(|(_, counts)| counts.iter().any(|n| *n > 0));

    let totals =
        (0..moments.len()).map(|idx| bands.iter().map(|band| at(&band.1, idx)).sum::<i64>());
    let y = Scale::counts(totals.max().unwrap_or(0));
    let x = Scale::between(
        shown.study.window.from.millis(),
        shown.study.window.to.millis(),
    );
    let mut floor: Vec<i64> = vec![0; moments.len()];
    let mut layers = Vec::new();
    let mut legend = Vec::new();
    for (idx, (name, counts)) in bands.iter().enumerate() {
        let shade = if idx == 0 {
            0
        } else {
            1 + (idx - 1) % N_SHADES
        };
        let shade = u8::try_from(shade).unwrap_or(0);
        let edge = |heights: &[i64]| -> Vec<(i32, i32)> {
            moments
                .iter()
                .zip(heights)
                .map(|(at, height)| (x.place(at.millis()), y.place(*height)))
                .collect()
        };
        let bottom = edge(&floor);
        for (place, height) in floor.iter_mut().enumerate() {
            *height += at(counts, place);
        }
        layers.push(Layer::Area {
            shade,
            top: edge(&floor),
            bottom,
        });
        legend.push((name.clone(), shade));
    }
    let rows = moments.iter().enumerate().map(|(place, moment)| {
        let mut cells = vec![day_of(desk, *moment)];
        cells.extend(bands.iter().map(|band| at(&band.1, place).to_string()));
        (cells, None)
    });
    let columns = std::iter::once("Day".to_owned()).chain(bands.iter().map(|band| band.0.clone()));
    let drawn = chart(
        Chart {
            name: "Cumulative flow".to_owned(),
            definition: words::CUMULATIVE.to_owned(),
            x: dates(desk, shown, x),
            y: y.ticks(|n| n.to_string()),
            layers,
            table: Table {
                columns: columns.collect(),
                rows: rows.collect(),
            },
            is_tall: true,
        },
        save::table(),
    );
    // The legend lists the bands as they lie, from the top.
    let keys = legend.into_iter().rev().map(|(name, shade)| {
        view! {
            <li>
                <svg class="swatch" viewBox="0 0 14 10" aria-hidden="true">
                    <path class="c-area" data-shade=shade.to_string() d="M0 0H14V10H0Z"/>
                </svg>
                {name}
            </li>
        }
    });
    let content =
        view! { {drawn}<ul class="legend" aria-label="From the top">{keys.collect_view()}</ul> };
    let meta = format!(
        "{} in progress",
        format::count(shown.findings.report.aging.len(), "run", "runs")
    );
    panel(
        "half",
        "Cumulative flow",
        meta,
        content.into_any(),
        String::new(),
    )
}

fn at(counts: &[u32], place: usize) -> i64 {
    counts.get(place).copied().map_or(0, i64::from)
}
