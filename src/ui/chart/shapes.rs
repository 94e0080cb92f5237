//! The common charts from plain numbers: bars for kinds or spans of values, and lines over time.

use crate::ui::chart::{Bar, Chart, Layer, Scale, Stroke, Tick};

/// Bars side by side, one for each value. The label is written below where there is room.
pub fn bars(values: &[(String, i64, String)], strong: impl Fn(usize) -> bool) -> Chart {
    let highest = values.iter().map(|value| value.1).max().unwrap_or(0);
    let scale = Scale::counts(highest);
    let n = i32::try_from(values.len()).unwrap_or(1).max(1);
    // At most seven labels, so that they do not run into one another.
    let each = values.len().div_ceil(7).max(1);
    let (mut drawn, mut ticks) = (Vec::new(), Vec::new());
    for ((idx, (label, value, spoken)), place) in values.iter().enumerate().zip(0..) {
        drawn.push(Bar {
            from: 10_000 * place / n,
            to: 10_000 * (place + 1) / n,
            height: scale.place(*value),
            name: spoken.clone(),
            href: None,
            is_strong: strong(idx),
        });
        if idx % each == 0 {
            ticks.push(Tick {
                at: 10_000 * place / n + 5_000 / n,
                label: label.clone(),
            });
        }
    }
    Chart {
        x: ticks,
        y: scale.ticks(|value| value.to_string()),
        layers: vec![Layer::Bars(drawn)],
        ..Chart::default()
    }
}

/// How often values fall into spans of one width; the axis begins at 0. Returns the axis, too, for
/// marks on it. `label` writes a value, `what` the things counted.
pub fn histogram(
    values: &[i64],
    axis: Scale,
    label: impl Fn(i64) -> String,
    what: (&str, &str),
) -> Chart {
    // Eight spans between two ticks show the shape without showing every value.
    let width = (axis.step() / 8).max(1);
    let n_bins = usize::try_from((axis.to - axis.from).div_euclid(width)).unwrap_or(1);
    let mut counts = vec![0i64; n_bins.clamp(1, 64)];
    let last = counts.len() - 1;
    for value in values {
        let bin = usize::try_from((value - axis.from).div_euclid(width)).unwrap_or(0);
        if let Some(count) = counts.get_mut(bin.min(last)) {
            *count += 1;
        }
    }
    let scale = Scale::counts(counts.iter().copied().max().unwrap_or(0));
    let bars = counts.iter().zip(0..).map(|(count, idx)| {
        let (from, to) = (axis.from + idx * width, axis.from + (idx + 1) * width);
        let noun = if *count == 1 { what.0 } else { what.1 };
        Bar {
            from: axis.place(from),
            to: axis.place(to),
            height: scale.place(*count),
            name: format!("{} to {}: {count} {noun}", label(from), label(to)),
            href: None,
            is_strong: true,
        }
    });
    Chart {
        x: axis.ticks(&label),
        y: scale.ticks(|count| count.to_string()),
        layers: vec![Layer::Bars(bars.filter(|bar| bar.height > 0).collect())],
        ..Chart::default()
    }
}

/// A line over the bottom axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// How it is drawn.
    pub stroke: Stroke,
    /// Values along the bottom and up.
    pub points: Vec<(i64, i64)>,
}

/// Lines in one plane, each drawn by its own stroke.
pub fn lines(series: &[Series], x: Scale, y: Scale, label: impl Fn(i64) -> String) -> Chart {
    let layers = series.iter().map(|series| Layer::Line {
        stroke: series.stroke,
        points: series
            .points
            .iter()
            .map(|point| (x.place(point.0), y.place(point.1)))
            .collect(),
    });
    Chart {
        y: y.ticks(label),
        layers: layers.collect(),
        ..Chart::default()
    }
}
