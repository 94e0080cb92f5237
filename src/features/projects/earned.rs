//! Earned value: key figures with their meaning, and the curve of plan, work and money.

use domain::earned_value::Index;
use domain::id::ProjectId;
use domain::money::{Currency, Money};
use domain::plan_figures::{Curve, ProjectFigures};
use domain::route::Route;
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
            Ok(figures) if !figures.is_measurable() => {
                nothing_to_measure(report.id, &figures).into_any()
            }
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
    // An index that is not there says why instead of how it is reckoned.
    let note = |index: Option<Index>, note, reason| if index.is_some() { note } else { reason };
    let in_time = figures.schedule.index.map(Index);
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
            note(
                value.schedule_index,
                "SPI = EV ÷ PV; it returns to 1 at the end of late work",
                "SPI = EV ÷ PV; nothing should be done by today",
            ),
        ),
        (
            "Cost index",
            index(value.cost_index),
            note(
                value.cost_index,
                "CPI = EV ÷ AC; below 1 is dearer than planned",
                "CPI = EV ÷ AC; nothing was paid yet",
            ),
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
            note(
                value.needed_for_budget,
                "TCPI: the cost index that the rest needs to end on budget",
                "TCPI: the budget is used up",
            ),
        ),
        (
            "Earned in time",
            days(figures.schedule.earned),
            "Earned schedule: working days of the plan that are done",
        ),
        (
            "Index of time",
            index(in_time),
            note(
                in_time,
                "SPI(t) = earned schedule ÷ time passed; it stays true to the end",
                "SPI(t) = earned schedule ÷ time passed; no working day has passed",
            ),
        ),
    ]
}

/// What is missing before work can be measured in money, and where to give it.
fn nothing_to_measure(id: ProjectId, figures: &ProjectFigures) -> impl IntoView + use<> {
    let has_money = figures.value.budget != Money::ZERO;
    let has_dates = figures.n_undated < figures.n_tasks;
    let money = "Plan what it will cost: a line in the budget, a cost of a task, or what an hour of its people costs.";
    let dates = "Say when the work is done: a duration or a due day for each task.";
    view! {
        <p class="panel-note">"There is nothing to measure yet. Once the plan has money and dates, this shows what should be done by today, what is done, and what it cost."</p>
        <ul class="rows" aria-label="Missing before work can be measured">
            {(!has_money).then(|| view! {
                <li class="row"><span>{money}</span><a class="btn" data-size="s" href=Route::Budget(id).href()>"To the budget"</a></li>
            })}
            {(!has_dates).then(|| view! {
                <li class="row"><span>{dates}</span><a class="btn" data-size="s" href=Route::Outline(id).href()>"To the outline"</a></li>
            })}
        </ul>
    }
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
        Some(curve) => curve_chart(curve, figures, currency, today),
        None => ().into_any(),
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
        .map_or(1, Money::units);
    // Ticks on round amounts of whole money, not of its smallest unit.
    let y = Scale::counts(highest / currency.units_in_one() + 1);
    let scaled = |money: Money| money.units() / currency.units_in_one();
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
        let money = Money::new(amount.saturating_mul(currency.units_in_one()));
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
                let money =
                    |money: Option<Money>| money.map(|m| m.full(currency)).unwrap_or_default();
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
