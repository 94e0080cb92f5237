//! A chart as a picture of its own: an SVG that needs nothing of the page.
//!
//! It is drawn in ink on paper with greys, so that it prints and pastes well anywhere.

use crate::ui::chart::plot::{closed, path};
use crate::ui::chart::{Chart, Layer, Stroke};

/// The plane in the picture, in the picture's units.
const LEFT: i32 = 80;
const TOP: i32 = 50;
const WIDTH: i32 = 860;
const HEIGHT: i32 = 320;

/// The picture as the text of an SVG file.
pub fn svg(chart: &Chart) -> String {
    let name = escaped(&chart.name);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 960 420\" role=\"img\" \
         font-family=\"sans-serif\" font-size=\"12\"><title>{name}</title>\
         <rect width=\"960\" height=\"420\" fill=\"#fff\"/>\
         <text x=\"{LEFT}\" y=\"26\" font-size=\"16\" font-weight=\"600\">{name}</text>"
    );
    for tick in &chart.y {
        let y = y_of(tick.at);
        svg += &format!("<path d=\"M{LEFT} {y}h{WIDTH}\" stroke=\"#ddd\"/>");
        svg += &text(LEFT - 8, y + 4, "end", &tick.label);
    }
    // The plane is stretched; strokes are not.
    svg += &format!(
        "<svg x=\"{LEFT}\" y=\"{TOP}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
         viewBox=\"0 0 10000 10000\" preserveAspectRatio=\"none\">"
    );
    for layer in &chart.layers {
        svg += &stretched(layer);
    }
    svg += "</svg>";
    for layer in &chart.layers {
        svg += &upright(layer);
    }
    for tick in &chart.x {
        svg += &text(x_of(tick.at), TOP + HEIGHT + 20, "middle", &tick.label);
    }
    svg + "</svg>\n"
}

fn x_of(at: i32) -> i32 {
    LEFT + at * WIDTH / 10_000
}

fn y_of(at: i32) -> i32 {
    TOP + HEIGHT - at * HEIGHT / 10_000
}

fn text(x: i32, y: i32, anchor: &str, text: &str) -> String {
    let text = escaped(text);
    format!("<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{text}</text>")
}

/// Width and dashes of a line.
fn pen(stroke: Stroke) -> &'static str {
    match stroke {
        Stroke::Main => "stroke=\"#111\" stroke-width=\"2\"",
        Stroke::Thread => "stroke=\"#777\" stroke-width=\"1\"",
        Stroke::Dashed => "stroke=\"#333\" stroke-width=\"1.5\" stroke-dasharray=\"6 4\"",
        Stroke::Dotted => "stroke=\"#333\" stroke-width=\"1.5\" stroke-dasharray=\"1.5 4\"",
    }
}

fn stretched(layer: &Layer) -> String {
    const UNSCALED: &str = "vector-effect=\"non-scaling-stroke\"";
    match layer {
        Layer::Line { stroke, points } => {
            let (d, pen) = (path(points.iter()), pen(*stroke));
            format!("<path d=\"{d}\" fill=\"none\" {pen} {UNSCALED}/>")
        }
        Layer::Area { shade, top, bottom } => {
            let (d, grey) = (closed(top, bottom), 60 + 30 * i32::from((*shade).min(6)));
            format!(
                "<path d=\"{d}\" fill=\"rgb({grey},{grey},{grey})\" stroke=\"#fff\" {UNSCALED}/>"
            )
        }
        _ => String::new(),
    }
}

fn upright(layer: &Layer) -> String {
    match layer {
        Layer::Bars(bars) => bars
            .iter()
            .map(|bar| {
                let (x, y) = (x_of(bar.from), y_of(bar.height));
                let (width, height) = ((x_of(bar.to) - x - 1).max(1), TOP + HEIGHT - y);
                let fill = if bar.is_strong { "#444" } else { "#aaa" };
                let name = escaped(&bar.name);
                format!(
                    "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" \
                     fill=\"{fill}\"><title>{name}</title></rect>"
                )
            })
            .collect(),
        Layer::Dots(dots) => dots
            .iter()
            .map(|dot| {
                let (x, y, name) = (x_of(dot.x), y_of(dot.y), escaped(&dot.name));
                let shape = if dot.is_out {
                    format!("<path d=\"M{x} {}l6 6l-6 6l-6 -6z\" fill=\"#fff\" stroke=\"#111\" stroke-width=\"2\">", y - 6)
                } else {
                    format!("<path d=\"M{} {y}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0\">", x - 3)
                };
                format!("{shape}<title>{name}</title></path>")
            })
            .collect(),
        Layer::Level {
            at,
            from,
            to,
            label,
            stroke,
        } => {
            let (x, y, end, pen) = (x_of(*from), y_of(*at), x_of(*to), pen(*stroke));
            format!("<path d=\"M{x} {y}H{end}\" {pen}/>{}", text(end, y - 4, "end", label))
        }
        Layer::Mark { at, label, stroke } => {
            let (x, pen) = (x_of(*at), pen(*stroke));
            format!("<path d=\"M{x} {TOP}v{HEIGHT}\" {pen}/>{}", text(x, TOP - 6, "middle", label))
        }
        Layer::Line { .. } | Layer::Area { .. } => String::new(),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
