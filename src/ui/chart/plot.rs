//! The drawing: lines and areas as SVG, letters and marks as HTML above them.

use leptos::prelude::*;

use crate::platform::{focus, keyboard, marks};
use crate::ui::chart::{Bar, Chart, Dot, Layer, Stroke};
use crate::ui::dynamic::text;

/// “12.34%”, for custom properties.
pub fn percent(basis_points: i32) -> String {
    let held = basis_points.clamp(0, 10_000);
    format!("{}.{:02}%", held / 100, held % 100)
}

/// The plane with everything on it. `id` names its marks for the keyboard.
pub fn plot(chart: &Chart, id: String) -> AnyView {
    let height = if chart.is_tall { "14rem" } else { "10rem" };
    let mut names = Vec::new();
    let shapes = chart.layers.iter().filter_map(shape).collect_view();
    let mut placed = Vec::new();
    let mut marked = Vec::new();
    for layer in &chart.layers {
        above(layer, &id, &mut names, &mut marked, &mut placed);
    }
    let n_rows = marked.iter().map(|(row, _)| row + 1).max().unwrap_or(1);
    let n_marks = names.len();
    let names = StoredValue::new(names);
    let at = RwSignal::new(None::<usize>);
    let on_point = move |event: leptos::ev::PointerEvent| {
        if let Some(place) = marks::place_of(&event) {
            at.set(Some(place));
        }
    };
    let on_focus = move |event: leptos::ev::FocusEvent| at.set(marks::place_of(&event));
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let Some(place) = marks::place_of(&event) else {
            return;
        };
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => (place + 1).min(n_marks.saturating_sub(1)),
            "ArrowLeft" | "ArrowUp" => place.saturating_sub(1),
            "Home" => 0,
            "End" => n_marks.saturating_sub(1),
            _ => return,
        };
        event.prevent_default();
        focus::focus(&format!("#{id}-{next}"));
    };
    let read = move || {
        let place = at.try_get().flatten();
        let name = place.and_then(|place| names.try_with_value(|names| names.get(place).cloned()));
        name.flatten().unwrap_or_else(|| {
            if n_marks == 0 {
                String::new()
            } else if keyboard::is_on_screen() {
                "Tap a mark.".to_owned()
            } else {
                "Point at a mark, or use the arrow keys.".to_owned()
            }
        })
    };
    let label = format!("{}, chart", chart.name);
    let ticks_y = chart.y.iter().map(|tick| {
        view! { <div class="y" style:--y=percent(tick.at)><span>{tick.label.clone()}</span></div> }
    });
    let ticks_x = chart.x.iter().enumerate().map(|(idx, tick)| {
        let side = match tick.at {
            ..500 => Some("start"),
            9_500.. => Some("end"),
            _ => None,
        };
        let is_extra = (idx % 2 == 1).then_some("");
        view! {
            <span class="x" style:--x=percent(tick.at) data-side=side data-opt=is_extra>
                {tick.label.clone()}
            </span>
        }
    });
    view! {
        <div
            class="plot" role="group" aria-label=label style:--h=height style:--rows=n_rows.to_string()
            on:pointerover=on_point on:focusin=on_focus on:keydown=on_key
        >
            {ticks_y.collect_view()}
            <svg viewBox="0 0 10000 10000" preserveAspectRatio="none" aria-hidden="true">{shapes}</svg>
            {placed}
            {ticks_x.collect_view()}
        </div>
        <p class="readout" aria-hidden="true">{text(read)}</p>
    }
    .into_any()
}

/// “M x y L x y …”, in the SVG's units and from its top.
pub fn path<'a>(points: impl Iterator<Item = &'a (i32, i32)>) -> String {
    let mut path = String::new();
    for (x, y) in points {
        path.push(if path.is_empty() { 'M' } else { 'L' });
        path.push_str(&format!("{x} {}", 10_000 - y));
    }
    path
}

/// The closed path of an area.
pub fn closed(top: &[(i32, i32)], bottom: &[(i32, i32)]) -> String {
    path(top.iter().chain(bottom.iter().rev())) + "Z"
}

fn shape(layer: &Layer) -> Option<AnyView> {
    match layer {
        Layer::Line { stroke, points } => Some(
            view! { <path class="c-line" data-stroke=stroke.name() d=path(points.iter())/> }
                .into_any(),
        ),
        Layer::Area { shade, top, bottom } => Some(
            view! {
                <path class="c-area" data-shade=shade.to_string() d=closed(top, bottom)/>
                <path class="c-line" data-stroke="edge" d=path(top.iter())/>
            }
            .into_any(),
        ),
        _ => None,
    }
}

/// How near the marks of a row may lie to each other, so that their labels do not overlap.
const MARK_APART: i32 = 3_500;

/// The lowest row above the plane in which the label of a mark has room beside those before it.
fn row_for(at: i32, marked: &[(usize, i32)]) -> usize {
    let is_free = |row: &usize| {
        let mut others = marked.iter().filter(|(other, _)| other == row);
        others.all(|(_, other)| (at - other).abs() >= MARK_APART)
    };
    (0..=marked.len()).find(is_free).unwrap_or(0)
}

fn above(
    layer: &Layer,
    id: &str,
    names: &mut Vec<String>,
    marked: &mut Vec<(usize, i32)>,
    placed: &mut Vec<AnyView>,
) {
    match layer {
        Layer::Bars(bars) => {
            for bar in bars {
                placed.push(bar_view(bar, id, names.len()));
                names.push(bar.name.clone());
            }
        }
        Layer::Dots(dots) => {
            for dot in dots {
                placed.push(dot_view(dot, id, names.len()));
                names.push(dot.name.clone());
            }
        }
        Layer::Level {
            at,
            from,
            to,
            label,
            stroke,
        } => {
            let label = (!label.is_empty()).then(|| view! { <span>{label.clone()}</span> });
            placed.push(
                view! {
                    <div
                        class="limit" data-stroke=stroke.name() style:--y=percent(*at)
                        style:--from=percent(*from) style:--to=percent(10_000 - *to)
                    >
                        {label}
                    </div>
                }
                .into_any(),
            );
        }
        Layer::Mark { at, label, stroke } => {
            let is_late = (*at > 6_000).then_some("");
            let row = row_for(*at, marked);
            marked.push((row, *at));
            let kind = if *stroke == Stroke::Main {
                "due"
            } else {
                "moment"
            };
            placed.push(
                view! {
                    <div class="v" data-k=kind data-flip=is_late style:--x=percent(*at) style:--row=row.to_string()>
                        <span>{label.clone()}</span>
                    </div>
                }
                .into_any(),
            );
        }
        Layer::Line { .. } | Layer::Area { .. } => {}
    }
}

/// Only the first mark is a stop of the Tab key; arrows lead from it to the others.
fn stop(place: usize) -> &'static str {
    if place == 0 { "0" } else { "-1" }
}

fn bar_view(bar: &Bar, id: &str, place: usize) -> AnyView {
    let tone = if bar.is_strong { "strong" } else { "plain" };
    let role = if bar.href.is_some() { "link" } else { "img" };
    view! {
        <a
            class="cbar" id=format!("{id}-{place}") href=bar.href.clone() role=role
            tabindex=stop(place) data-place=place.to_string() data-k=tone aria-label=bar.name.clone()
            style:--x=percent(bar.from) style:--w=percent(bar.to - bar.from)
            style:--y=percent(bar.height)
        ></a>
    }
    .into_any()
}

fn dot_view(dot: &Dot, id: &str, place: usize) -> AnyView {
    let kind = if dot.is_out { "out" } else { "plain" };
    let role = if dot.href.is_some() { "link" } else { "img" };
    view! {
        <a
            class="dot" id=format!("{id}-{place}") href=dot.href.clone() role=role
            tabindex=stop(place) data-place=place.to_string() data-k=kind aria-label=dot.name.clone()
            style:--x=percent(dot.x) style:--y=percent(dot.y)
        ></a>
    }
    .into_any()
}
