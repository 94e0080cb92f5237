//! The directly-follows map: steps below one another, what followed what as arcs.

use domain::command::LogCommand;
use domain::id::TemplateId;
use domain::mining::draft;
use domain::mining::map::{Arc, FlowMap, layout};
use domain::model::Template;
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::desk;
use crate::features::processes::metrics::panel;
use crate::features::processes::study::Studied;
use crate::ui::dynamic::{dynamic, text};
use crate::ui::format;
use crate::ui::icon::Icon;

/// Sizes in the drawing's own units.
const ROW: usize = 64;
const BOX_HEIGHT: usize = 36;
const BOX_WIDTH: usize = 240;
const LANE: usize = 34;
const ROOM: usize = 24;

/// The map with its slider, and the same as a table; it can become a draft.
pub fn map(id: TemplateId, studied: RwSignal<Option<Studied>>, detail: RwSignal<u8>) -> AnyView {
    let desk = desk();
    let shown = Memo::new(move |_| {
        let percent = detail.get();
        let edges = |studied: &Studied| studied.findings.mined.follows.edges_at(percent);
        studied.with(|studied| studied.as_ref().map(edges).unwrap_or_default())
    });
    let count = move || {
        let all = |studied: &Studied| studied.findings.mined.follows.edges.len();
        let n_ways = studied.with(|studied| studied.as_ref().map_or(0, all));
        format!(
            "{} of {n_ways} ways from step to step",
            shown.with(Vec::len)
        )
    };
    let make_draft = move |_| {
        let percent = detail.get_untracked();
        let steps = studied.with_untracked(|studied| {
            let studied = studied.as_ref();
            studied.map(|own| draft(own.log(), &own.findings.mined.follows, percent))
        });
        let name = desk.read(|ws| ws.get::<Template>(id).map(|template| template.name.clone()));
        let (Some(steps), Some(name)) = (steps, name) else {
            return;
        };
        let name = format!("{name}, as it is done");
        if let Some(done) = desk.run(LogCommand::Draft { name, steps })
            && let Some(created) = done.created
        {
            desk.go(&Route::Process(TemplateId::from_key(created.key)));
        }
    };
    let on_input = move |event: leptos::ev::Event| {
        if let Ok(percent) = event_target_value(&event).parse() {
            detail.set(percent);
        }
    };
    let drawing = move || {
        let studied = studied.get()?;
        let map = layout(studied.log(), &shown.get());
        Some(view! {
            <div class="flow-map">{draw(&studied, &map)}</div>
            {table(&studied, &map)}
        })
    };
    let content = view! {
        <div class="toolbar">
            <label class="detail">
                "Detail"
                <input type="range" min="0" max="100" step="5" prop:value=detail.get_untracked() on:input=on_input/>
            </label>
            <span class="meta num">{text(count)}</span>
            <button type="button" class="btn end" data-size="s" on:click=make_draft>
                <Icon name="plus"/>"Draft a process from this map"
            </button>
        </div>
        {dynamic(drawing)}
    };
    panel(
        "all",
        "What followed what",
        "how often, and the median time until it".to_owned(),
        content.into_any(),
        "A line says that one step was done right after the other, not that it had to be. Less detail hides rare ways.".to_owned(),
    )
}

/// From 1 to 5 by the share in the most frequent way.
fn weight(n: u32, most: u32) -> u32 {
    1 + 4 * n / most.max(1)
}

fn draw(studied: &Studied, map: &FlowMap) -> AnyView {
    let left = ROOM + LANE * map.n_back;
    let width = left + BOX_WIDTH + LANE * map.n_forward + ROOM + 60;
    let height = ROW * map.rows.len() + ROOM;
    let most = map.arcs.iter().map(|arc| arc.edge.n).max().unwrap_or(1);
    // The labels lie over all arcs, so that none strikes one through.
    let (arcs, labels): (Vec<AnyView>, Vec<AnyView>) =
        map.arcs.iter().map(|arc| arc_view(arc, left, most)).unzip();
    let boxes = map.rows.iter().enumerate().map(|(row, activity)| {
        let n = studied
            .findings
            .mined
            .follows
            .n_done
            .get(*activity as usize)
            .copied()
            .unwrap_or(0);
        let y = ROOM / 2 + row * ROW;
        let name = studied.log().name_of(*activity).to_owned();
        let short: String = if name.chars().count() > 26 {
            name.chars().take(25).chain(['…']).collect()
        } else {
            name.clone()
        };
        view! {
            <g class="flow-box">
                <title>{format!("{name}: done {n} times")}</title>
                <rect x=left y=y width=BOX_WIDTH height=BOX_HEIGHT rx="6"/>
                <text x=left + 12 y=y + 22>{short}</text>
                <text class="flow-n" x=left + BOX_WIDTH - 10 y=y + 22 text-anchor="end">{n}</text>
            </g>
        }
    });
    view! {
        <svg
            class="flow-svg" viewBox=format!("0 0 {width} {height}") style:--w=format!("{width}px")
            role="img" aria-label="Map of what followed what. The table below says the same."
        >
            {arcs}
            <g class="flow-label">{labels}</g>
            {boxes.collect_view()}
        </svg>
    }
    .into_any()
}

/// An arc and its label.
fn arc_view(arc: &Arc, left: usize, most: u32) -> (AnyView, AnyView) {
    let middle = |row: usize| ROOM / 2 + row * ROW + BOX_HEIGHT / 2;
    let (from, to) = (middle(arc.from_row), middle(arc.to_row));
    let right = left + BOX_WIDTH;
    let is_back = arc.to_row <= arc.from_row;
    let words = format!("{}× {}", arc.edge.n, format::elapsed(arc.edge.p50));
    let (path, x, y, anchor) = match arc.lane {
        // From one row to the next: the line between the boxes.
        None => {
            let x = left + BOX_WIDTH / 2;
            let (top, bottom) = (from + BOX_HEIGHT / 2, to - BOX_HEIGHT / 2);
            (
                format!("M{x} {top}V{bottom}"),
                x + 8,
                (top + bottom) / 2 + 4,
                "start",
            )
        }
        Some(lane) if is_back => {
            let x = left - ROOM / 2 - LANE * lane - LANE / 2;
            let (from, to) = if arc.from_row == arc.to_row {
                (from + 8, to - 8)
            } else {
                (from, to)
            };
            (
                format!("M{left} {from}H{x}V{to}H{left}"),
                x - 4,
                (from + to) / 2,
                "middle",
            )
        }
        Some(lane) => {
            let x = right + LANE * lane + LANE / 2 + 12;
            (
                format!("M{right} {from}H{x}V{to}H{right}"),
                // Turned, a text stands to the left of its foot.
                x + 14,
                (from + to) / 2,
                "middle",
            )
        }
    };
    let is_upright = arc.lane.is_some();
    let turned = is_upright.then(|| format!("rotate(-90 {x} {y})"));
    let dashed = if is_back { "back" } else { "on" };
    // The arrow head is drawn at the end of the path by hand: three strokes, no marker to share.
    let head = match arc.lane {
        None => {
            let (x, y) = (left + BOX_WIDTH / 2, to - BOX_HEIGHT / 2);
            format!("M{} {}L{x} {y}L{} {}", x - 4, y - 6, x + 4, y - 6)
        }
        Some(_) if is_back => {
            let to = if arc.from_row == arc.to_row {
                to - 8
            } else {
                to
            };
            format!(
                "M{} {}L{left} {to}L{} {}",
                left - 6,
                to - 4,
                left - 6,
                to + 4
            )
        }
        Some(_) => format!(
            "M{} {}L{right} {to}L{} {}",
            right + 6,
            to - 4,
            right + 6,
            to + 4
        ),
    };
    let arc = view! {
        <g class="flow-arc" data-k=dashed data-weight=weight(arc.edge.n, most).to_string()>
            <path d=path/>
            <path class="flow-head" d=head/>
        </g>
    };
    let label = view! { <text x=x y=y text-anchor=anchor transform=turned>{words}</text> };
    (arc.into_any(), label.into_any())
}

fn table(studied: &Studied, map: &FlowMap) -> AnyView {
    let mut arcs: Vec<&Arc> = map.arcs.iter().collect();
    arcs.sort_by_key(|arc| std::cmp::Reverse(arc.edge.n));
    let rows = arcs.into_iter().map(|arc| {
        let edge = arc.edge;
        let name = |activity: u32| studied.log().name_of(activity).to_owned();
        let kind = if arc.to_row <= arc.from_row {
            "back"
        } else {
            "on"
        };
        view! {
            <tr>
                <th scope="row">{name(edge.from)}</th>
                <td>{name(edge.to)}</td>
                <td>{kind}</td>
                <td class="num">{edge.n}</td>
                <td class="num">{format::elapsed(edge.p50)}</td>
                <td class="num">{format::elapsed(edge.p85)}</td>
            </tr>
        }
    });
    view! {
        <details class="chart-more">
            <summary>"The map as a table"</summary>
            <div class="table-scroll" tabindex="0" role="region" aria-label="What followed what, table">
                <table class="table">
                    <thead><tr>
                        <th scope="col">"Step"</th><th scope="col">"Next step"</th><th scope="col">"Leads"</th>
                        <th scope="col">"Times"</th><th scope="col">"Median time"</th><th scope="col">"85 of 100"</th>
                    </tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}
