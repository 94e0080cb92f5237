//! The whole chart as a drawing of its own: for a file, and for paper.

use std::fmt::Write;

use domain::model::Project;
use leptos::html;
use leptos::prelude::*;

use super::Timeline;
use super::draw::View;
use super::plan::Plan;
use super::scale::{Scale, Zoom};
use crate::platform::{download, picture, print};
use crate::ui::format;

/// Width of the names, in CSS pixels.
const NAMES: i32 = 260;
/// The widest a sheet of paper and a file should be beside the names.
const WIDEST: i32 = 1_100;

/// How the drawing looks where the page's own styles do not reach: on white, with or without colour.
const STYLE: &str = "text{font:11px 'Segoe UI',Roboto,Arial,sans-serif;fill:#555}text[data-part=name]{font-size:12px;fill:#111}text[data-part=title]{font-size:16px;font-weight:600;fill:#111}[data-level='0'][data-summary]{font-weight:600}[data-part=off]{fill:#f2f2f4}[data-part=rule],[data-part=week-rule],[data-part=edge]{fill:none;stroke:#ccc}[data-part=link]{fill:none;stroke:#888}[data-part=head]{fill:#888}[data-part=link][data-state=critical]{stroke:#111;stroke-width:1.5}[data-part=head][data-state=critical]{fill:#111}[data-part=link][data-state=broken]{stroke:#b00;stroke-dasharray:4 2}[data-part=float]{fill:none;stroke:#777;stroke-width:2;stroke-dasharray:2 3}[data-part=float-end]{stroke:#777;stroke-width:2}[data-part=summary]{fill:none;stroke:#666;stroke-width:2}[data-part=bar]{fill:#fbeee0;stroke:#c06a20}[data-part=done]{fill:#c06a20}[data-part=bar][data-state~=critical]{fill:#fff;stroke:#111;stroke-width:2}[data-part=done][data-state~=critical]{fill:#111}[data-part=bar][data-state~=finished]{fill:#f0b98a;stroke:#f0b98a}[data-part=bar][data-state='critical finished']{fill:#666;stroke:#666}[data-part=milestone]{fill:#fff;stroke:#111;stroke-width:2}[data-part=milestone][data-state~=finished]{fill:#111}[data-part=ghost]{fill:#ddd;stroke:#888;stroke-width:.5}[data-part=due]{fill:#b80;stroke:#860}[data-part=stretch],[data-part=join],[data-part=knob],[data-part=grip]{display:none}path[data-part=today],path[data-part=status]{stroke:#26c;stroke-width:2;fill:none}path[data-part=promised]{stroke:#444;stroke-width:2;stroke-dasharray:5 4;fill:none}rect[data-part=flag]{fill:#fff;stroke:#444}text[data-part=flag]{text-anchor:middle;font-weight:600;fill:#111}";

/// A drawing and its size in CSS pixels.
struct Sheet {
    svg: String,
    width: i32,
    height: i32,
}

/// Text within markup. Signs that a guard of markup could take for an attribute are written as
/// numbers, too.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '<' | '>' | '&' | '"' | '\'' | '=' | ':' => {
                // Writing to a text cannot fail.
                let _ = write!(out, "&#{};", letter as u32);
            }
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

/// Where days and rows lie on paper and in a file.
fn scale(plan: &Plan) -> Scale {
    let zoom = Zoom::fitting(plan.n_days, WIDEST);
    Scale {
        row: 28,
        head: 44,
        bar: 13,
        ..Scale::new(zoom, plan.first, plan.n_days)
    }
}

/// The drawing cut into sheets of at most so many rows. On the page its own styles reach it, and the
/// policy for content lets no other.
fn sheets(timeline: Timeline, n_rows_each: usize, style: &str) -> Vec<Sheet> {
    let plan = timeline.plan.get_untracked();
    let rows = timeline.rows.get_untracked();
    let ghosts = timeline.ghosts.get_untracked();
    let scale = scale(&plan);
    let n_rows = rows.lines.len();
    let starts = (0..n_rows.max(1)).step_by(n_rows_each.max(1));
    let sheets = starts.map(|start| {
        let end = (start + n_rows_each).min(n_rows);
        let view = View {
            plan: &plan,
            schedule: &plan.schedule,
            rows: &rows,
            range: (start, end),
            days: (scale.first, scale.first + scale.n_days),
            scale,
            show: timeline.show.get_untracked(),
            ghosts: ghosts.as_deref(),
            selected: None,
            target: None,
            today: timeline.desk.today(),
        };
        sheet(timeline, &view, style)
    });
    sheets.collect()
}

fn sheet(timeline: Timeline, view: &View, style: &str) -> Sheet {
    let Scale { row, head, .. } = view.scale;
    let (start, end) = view.range;
    let top = 32;
    let deep = (end - start) as i32 * row;
    let (width, height) = (NAMES + view.scale.width(), top + head + deep + 8);
    let name = timeline
        .desk
        .read(|ws| ws.get::<Project>(timeline.project).map(|p| p.name.clone()));
    let title = format!(
        "{}, timeline on {}",
        name.unwrap_or_default(),
        format::long_day(view.today)
    );
    let mut names = String::new();
    for (at, line) in (0..).zip(view.rows.lines.get(start..end).unwrap_or_default()) {
        let Some(line) = view.plan.lines.get(*line) else {
            continue;
        };
        let left = 8 + 14 * line.level as i32;
        let n_letters = ((NAMES - left) / 7).max(8) as usize;
        let mut short: String = line.title.chars().take(n_letters).collect();
        if short.len() < line.title.len() {
            short.push('…');
        }
        let summary = if line.is_summary {
            " data-summary=\"\""
        } else {
            ""
        };
        // Writing to a text cannot fail.
        let _ = write!(
            names,
            r#"<text data-part="name" data-level="0"{summary} x="{left}" y="{}">{}</text>"#,
            top + head + at * row + row / 2 + 4,
            escaped(&short)
        );
    }
    let above = start as i32 * row;
    let svg = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img"><title>{title}</title>{style}<rect width="100%" height="100%" fill="#fff"/><text data-part="title" x="8" y="20">{title}</text>{names}<svg class="gantt-head" x="{NAMES}" y="{top}" width="{chart}" height="{head}">{days}</svg><svg class="gantt-canvas" x="{NAMES}" y="{body}" width="{chart}" height="{deep}"><g transform="translate(0 -{above})">{grid}{rows}</g></svg><path data-part="edge" d="M0 {body}H{width}M{NAMES} {top}V{height}"/></svg>"##,
        title = escaped(&title),
        chart = view.scale.width(),
        body = top + head,
        days = view.head(),
        grid = view.grid(above + deep),
        rows = view.rows(),
    );
    Sheet { svg, width, height }
}

fn whole(timeline: Timeline) -> Option<Sheet> {
    let style = format!("<style>{STYLE}</style>");
    sheets(timeline, usize::MAX / 2, &style).pop()
}

/// Saves the chart as a drawing that keeps sharp at any size.
pub fn save_svg(timeline: Timeline) {
    let Some(sheet) = whole(timeline) else { return };
    if download::text_file("timeline.svg", "image/svg+xml", &sheet.svg).is_err() {
        refused(timeline);
    }
}

/// Saves the chart as a picture.
pub fn save_png(timeline: Timeline) {
    let Some(sheet) = whole(timeline) else { return };
    picture::png(&sheet.svg, sheet.width, sheet.height, move |picture| {
        let saved = picture.map(|picture| download::file("timeline.png", &picture));
        if !matches!(saved, Some(Ok(()))) {
            refused(timeline);
        }
    });
}

fn refused(timeline: Timeline) {
    timeline
        .desk
        .notices
        .refused("The picture could not be made. Save the timeline as SVG instead.".to_owned());
}

/// The chart on paper, on as many sheets as it needs. It is drawn when the browser is about to print.
#[component]
pub fn PrintSheet(timeline: Timeline) -> impl IntoView {
    let paper = NodeRef::<html::Div>::new();
    let before = move || {
        if let Some(paper) = paper.try_get_untracked().flatten() {
            // As many rows as make a sheet lie: A4 is about 1.5 times as wide as its usable height.
            let width = NAMES + timeline.plan.with_untracked(|plan| scale(plan).width());
            let n_rows = ((width * 10 / 16 - 90) / 28).max(10) as usize;
            let drawn: String = sheets(timeline, n_rows, "")
                .into_iter()
                .map(|sheet| format!("<div>{}</div>", sheet.svg))
                .collect();
            paper.set_inner_html(&drawn);
        }
    };
    let after = move || {
        if let Some(paper) = paper.try_get_untracked().flatten() {
            paper.set_inner_html("");
        }
    };
    let listening = print::listen(before, after);
    on_cleanup(move || drop(listening));
    view! { <div class="gantt-paper" node_ref=paper></div> }
}
