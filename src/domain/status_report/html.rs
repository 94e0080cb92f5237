//! The report as one HTML file: no script, no link to anywhere, everything escaped.

use std::fmt::Write;

use crate::money::{Currency, Money};
use crate::plan_figures::CurvePoint;

/// What is on the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReportPage {
    /// The project's name.
    pub title: String,
    /// The day, the owner and the like, on one line.
    pub byline: String,
    /// How it stands, in words.
    pub standing: String,
    /// Why.
    pub reason: String,
    /// What the author says; paragraphs are separated by line breaks.
    pub summary: String,
    /// Key figures.
    pub figures: Vec<Figure>,
    /// The curve of plan, work and money.
    pub curve: Vec<CurvePoint>,
    /// The currency of the curve.
    pub currency: Currency,
    /// Lists below.
    pub sections: Vec<Section>,
}

/// A key figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// What it is called.
    pub name: String,
    /// The figure.
    pub value: String,
    /// What it means.
    pub note: String,
}

/// A list under a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// The lines.
    pub lines: Vec<String>,
}

const STYLE: &str = "body{font:15px/1.5 -apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;\
max-width:52rem;margin:2rem auto;padding:0 1rem;color:#16181d;background:#fff}\
h1{font-size:1.6rem;margin:0}h2{font-size:1rem;border-bottom:1px solid #d9dce1;padding-bottom:.3rem;margin-top:2rem}\
.by{color:#5b626e;margin:.2rem 0 1rem}.st{font-weight:600}\
dl{display:flex;flex-wrap:wrap;gap:1rem 2rem;margin:1.5rem 0;padding:0}dt{color:#5b626e;font-size:.8rem}\
dd{margin:0;font-size:1.25rem;font-weight:600}dd small{display:block;font-size:.8rem;font-weight:400;color:#5b626e}\
svg{width:100%;height:auto}li{margin:.2rem 0;overflow-wrap:anywhere}p{white-space:pre-line;overflow-wrap:anywhere}\
@media print{body{margin:0;max-width:none;font-size:11pt}h2,svg,dl{break-inside:avoid;break-after:avoid-page}}";

/// The page as a text to save. The file needs nothing beside it.
pub fn report_html(page: &ReportPage) -> String {
    let title = escaped(&page.title);
    let mut html = format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\
<title>{title}: status report</title><style>{STYLE}</style></head><body><main>\
<h1>{title}</h1><p class=\"by\">{}</p><p><span class=\"st\">{}.</span> {}</p>",
        escaped(&page.byline),
        escaped(&page.standing),
        escaped(&page.reason)
    );
    if !page.summary.is_empty() {
        let _ = write!(html, "<p>{}</p>", escaped(&page.summary));
    }
    if !page.figures.is_empty() {
        html.push_str("<dl>");
        for figure in &page.figures {
            let [name, value, note] =
                [&figure.name, &figure.value, &figure.note].map(|t| escaped(t));
            let _ = write!(
                html,
                "<div><dt>{name}</dt><dd>{value}<small>{note}</small></dd></div>"
            );
        }
        html.push_str("</dl>");
    }
    if let Some(svg) = curve_svg(&page.curve, page.currency) {
        html.push_str("<h2>Plan, work and money</h2>");
        html.push_str(&svg);
    }
    for section in page
        .sections
        .iter()
        .filter(|section| !section.lines.is_empty())
    {
        let _ = write!(html, "<h2>{}</h2><ul>", escaped(&section.title));
        for line in &section.lines {
            let _ = write!(html, "<li>{}</li>", escaped(line));
        }
        html.push_str("</ul>");
    }
    html.push_str("</main></body></html>\n");
    html
}

const WIDTH: i128 = 800;
const HEIGHT: i128 = 260;

/// The curve, or nothing while there is none.
fn curve_svg(points: &[CurvePoint], currency: Currency) -> Option<String> {
    let (first, last) = (points.first()?, points.last()?);
    let highest = points
        .iter()
        .flat_map(|p| [Some(p.planned), p.earned, p.actual])
        .flatten()
        .max()?;
    if highest <= Money::ZERO {
        return None;
    }
    let n_days = i128::from(last.day.days_since(first.day).max(1));
    let place = |point: &CurvePoint, amount: Money| {
        let x = i128::from(point.day.days_since(first.day)) * WIDTH / n_days;
        let y = HEIGHT - i128::from(amount.units()) * HEIGHT / i128::from(highest.units());
        format!("{x},{}", y + 20)
    };
    let path = |amount: fn(&CurvePoint) -> Option<Money>| {
        let places: Vec<String> = points
            .iter()
            .filter_map(|point| Some(place(point, amount(point)?)))
            .collect();
        places.join(" ")
    };
    let mut svg = format!(
        "<svg viewBox=\"-8 0 {} {}\" role=\"img\" aria-label=\"Planned, earned and spent over time\" \
fill=\"none\" stroke-width=\"2\" font-size=\"12\"><path d=\"M0 20V{base}H{WIDTH}\" stroke=\"#9aa1ac\"/>",
        WIDTH + 16,
        HEIGHT + 70,
        base = HEIGHT + 20
    );
    let lines: [(&str, &str, &str, String); 3] = [
        ("Planned", "#5b626e", "6 4", path(|p| Some(p.planned))),
        ("Earned", "#b8560f", "none", path(|p| p.earned)),
        ("Spent", "#16181d", "none", path(|p| p.actual)),
    ];
    for ((name, color, dash, points), at) in lines.iter().zip(0..) {
        let x = at * 110;
        let y = HEIGHT + 58;
        let _ = write!(
            svg,
            "<polyline points=\"{points}\" stroke=\"{color}\" stroke-dasharray=\"{dash}\"/>\
<path d=\"M{x} {y}h24\" stroke=\"{color}\" stroke-dasharray=\"{dash}\"/>\
<text x=\"{}\" y=\"{}\" fill=\"#16181d\" stroke=\"none\">{name}</text>",
            x + 30,
            y + 4
        );
    }
    let _ = write!(
        svg,
        "<g fill=\"#5b626e\" stroke=\"none\"><text x=\"0\" y=\"12\">{}</text>\
<text x=\"0\" y=\"{y}\">{}</text><text x=\"{WIDTH}\" y=\"{y}\" text-anchor=\"end\">{}</text></g></svg>",
        escaped(&highest.short(currency)),
        first.day,
        last.day,
        y = HEIGHT + 36
    );
    Some(svg)
}

/// The text with what HTML gives a meaning to written out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}
