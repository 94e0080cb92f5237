//! Earned value: key figures with their meaning, and the curve of plan, work and money.

use domain::earned_value::Index;
use domain::money::Currency;
use domain::plan_figures::{Curve, ProjectFigures};
use domain::time::Day;
use leptos::prelude::*;

use crate::desk::{desk, save};
use crate::features::projects::report::Report;
use crate::ui::chart::{Layer, Scale, Series, Stroke, Table, Tick, chart, lines};
use crate::ui::dynamic::dynamic;
use crate::ui::format;

/// Key figures and the curve.
#[component]
pub fn Earned(
    /// The report.
    report: Report,
) -> impl IntoView {
    let desk = desk();
    let content = move || {
        let currency = desk.compute(|ws| ws.settings().currency);
        match report.figures.get() {
            Ok(figures) => shown(&figures, currency, desk.today()),
            Err(error) => view! { <p class="form-error">{error.to_string()}</p> }.into_any(),
        }
    };
    view! {
        <section class="panel wide">
            <header class="panel-head"><h2>"Plan, work and money"</h2></header>
            {dynamic(content)}
        </section>
    }
}

/// A key figure: its name, what it is, and what it means.
type Figure = (&'static str, String, &'static str);

fn key_figures(figures: &ProjectFigures, currency: Currency) -> Vec<Figure> {
    let value = &figures.value;
    let index = |index: Option<Index>| index.map_or("–".to_owned(), Index::in_words);
    let days = |thousandths: i64| {
        let tenths = (thousandths + 50 * thousandths.signum()) / 100;
        format!("{}.{}\u{202f}d", tenths / 10, (tenths % 10).abs())
    };
    vec![
        (
            "Budget",
            value.budget.short(currency),
            "BAC: lines and contingency, without the management reserve",
        ),
        (
            "Planned value",
            value.planned.short(currency),
            "PV: the budget of what should be done by today",
        ),
        (
            "Earned value",
            value.earned.short(currency),
            "EV: the budget of what is done",
        ),
        (
            "Actual cost",
            value.actual.short(currency),
            "AC: what was paid and booked",
        ),
        (
            "Schedule variance",
            value.schedule_variance.short(currency),
            "SV = EV − PV; below 0 is behind the plan",
        ),
        (
            "Cost variance",
            value.cost_variance.short(currency),
            "CV = EV − AC; below 0 is dearer than planned",
        ),
        (
            "Schedule index",
            index(value.schedule_index),
            "SPI = EV ÷ PV; it returns to 1 at the end of late work",
        ),
        (
            "Cost index",
            index(value.cost_index),
            "CPI = EV ÷ AC; below 1 is dearer than planned",
        ),
        (
            "Cost at completion",
            value.forecasts.leading().short(currency),
            "EAC = BAC ÷ CPI while the trend holds",
        ),
        (
            "Cost to go",
            value
                .estimate_to_complete()
                .map_or("–".to_owned(), |m| m.short(currency)),
            "ETC = EAC − AC",
        ),
        (
            "Over or under",
            value
                .variance_at_completion()
                .map_or("–".to_owned(), |m| m.short(currency)),
            "VAC = BAC − EAC; below 0 is over budget",
        ),
        (
            "Needed from now",
            index(value.needed_for_budget),
            "TCPI: the cost index that the rest needs to end on budget",
        ),
        (
            "Earned in time",
            days(figures.schedule.earned),
            "Earned schedule: working days of the plan that are done",
        ),
        (
            "Index of time",
            index(figures.schedule.index.map(Index)),
            "SPI(t) = earned schedule ÷ time passed; it stays true to the end",
        ),
    ]
}

fn shown(figures: &ProjectFigures, currency: Currency, today: Day) -> AnyView {
    let cells = key_figures(figures, currency).into_iter().map(|(name, value, note)| {
        view! { <div class="kpi"><dt>{name}</dt><dd class="num">{value}</dd><dd class="why">{note}</dd></div> }
    });
    let against = match &figures.baseline {
        Some(name) => format!("Measured against the baseline “{name}”. "),
        None => "Measured against the plan as it is now: there is no baseline yet. ".to_owned(),
    };
    let undated = (figures.n_undated > 0).then(|| {
        let tasks = format::count(figures.n_undated, "task has", "tasks have");
        format!("{tasks} no dates and so no planned value. ")
    });
    let drawing = match &figures.curve {
        Some(curve) if figures.value.budget.units() > 0 => {
            curve_chart(curve, figures, currency, today)
        }
        _ => view! {
            <p class="panel-note">
                "The curve appears once there is a budget and tasks have a due day or a duration."
            </p>
        }
        .into_any(),
    };
    view! {
        <dl class="kpis">{cells.collect_view()}</dl>
        <p class="panel-note">{against}{undated}{figures.rule.explanation()}</p>
        {drawing}
    }
    .into_any()
}

fn curve_chart(curve: &Curve, figures: &ProjectFigures, currency: Currency, today: Day) -> AnyView {
    let (Some(first), Some(last)) = (curve.points.first(), curve.points.last()) else {
        return ().into_any();
    };
    let start = first.day;
    let at = |day: Day| day.days_since(start);
    let x = Scale::between(0, at(last.day));
    let highest = curve
        .points
        .iter()
        .flat_map(|p| [Some(p.planned), p.earned, p.actual]);
    let highest = highest
        .flatten()
        .chain(curve.forecast)
        .max()
        .map_or(1, domain::money::Money::units);
    // Ticks on round amounts of whole money, not of its smallest unit.
    let y = Scale::counts(highest / currency.units_in_one() + 1);
    let scaled = |money: domain::money::Money| money.units() / currency.units_in_one();
    let planned = curve
        .points
        .iter()
        .map(|p| (at(p.day), scaled(p.planned)))
        .collect();
    let earned = curve
        .points
        .iter()
        .filter_map(|p| Some((at(p.day), scaled(p.earned?))))
        .collect();
    let actual = curve
        .points
        .iter()
        .filter_map(|p| Some((at(p.day), scaled(p.actual?))))
        .collect();
    let label = |amount: i64| {
        let money = domain::money::Money::new(amount.saturating_mul(currency.units_in_one()));
        money.map(|money| money.short(currency)).unwrap_or_default()
    };
    let series = [
        Series {
            stroke: Stroke::Dashed,
            points: planned,
        },
        Series {
            stroke: Stroke::Main,
            points: earned,
        },
        Series {
            stroke: Stroke::Thread,
            points: actual,
        },
    ];
    let mut drawn = lines(&series, x, y, label);
    drawn.layers.push(Layer::Mark {
        at: x.place(at(today)),
        label: "Today".to_owned(),
        stroke: Stroke::Main,
    });
    if let Some(forecast) = curve.forecast {
        let spent = y.place(scaled(figures.value.actual));
        drawn.layers.push(Layer::Line {
            stroke: Stroke::Dotted,
            points: vec![
                (x.place(at(today)), spent),
                (10_000, y.place(scaled(forecast))),
            ],
        });
    }
    drawn.x = [(0, start), (10_000, last.day)]
        .into_iter()
        .map(|(at, day)| Tick {
            at,
            label: format::day(day, today),
        })
        .collect();
    drawn.name = "Plan, work and money".to_owned();
    drawn.definition = "The dashed line is planned value, the thick line earned value, the thin one actual cost, and the dotted one where the trend leads. Work that was finished counts on the day it was finished; work under way is drawn evenly up to today.".to_owned();
    drawn.is_tall = true;
    drawn.table = Table {
        columns: ["Day", "Planned", "Earned", "Spent"]
            .map(str::to_owned)
            .to_vec(),
        rows: curve
            .points
            .iter()
            .map(|point| {
                let money = |money: Option<domain::money::Money>| {
                    money.map(|m| m.full(currency)).unwrap_or_default()
                };
                let cells = [
                    point.day.to_string(),
                    money(Some(point.planned)),
                    money(point.earned),
                    money(point.actual),
                ];
                (cells.to_vec(), None)
            })
            .collect(),
    };
    let on_csv = save::table();
    view! {
        <ul class="legend" aria-hidden="true">
            <li><i class="key" data-stroke="dashed"></i>"Planned"</li>
            <li><i class="key" data-stroke="line"></i>"Earned"</li>
            <li><i class="key" data-stroke="thin"></i>"Spent"</li>
            <li><i class="key" data-stroke="dotted"></i>"Where the trend leads"</li>
        </ul>
        <div class="curve">{chart(drawn, on_csv)}</div>
    }
    .into_any()
}
