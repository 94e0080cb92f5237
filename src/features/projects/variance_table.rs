//! How far the plan has moved from a baseline, task by task.

use domain::id::BaselineId;
use domain::lists::List;
use domain::model::{Baseline, Task};
use domain::money::{Currency, Money};
use domain::plan_figures::task_plans;
use domain::variance::{Variance, variances};
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::features::projects::report::Report;
use crate::ui::dynamic::dynamic;
use crate::ui::field::SelectField;
use crate::ui::format;

/// More rows are not read on a page; the timeline shows them all.
const MAX_ROWS: usize = 100;

/// The tasks that differ from a baseline.
#[component]
pub fn VarianceTable(
    /// The report.
    report: Report,
) -> impl IntoView {
    let desk = desk();
    let chosen = RwSignal::new(String::new());
    let ids = Memo::new(move |_| desk.ids::<Baseline>(List::Baselines(report.id)));
    let baseline = Memo::new(move |_| {
        let ids = ids.get();
        let wanted: Option<BaselineId> = chosen.get().parse().ok();
        let id = wanted.filter(|id| ids.contains(id));
        desk.get::<Baseline>(id.or(ids.last().copied())?)
    });
    let options = Signal::derive(move || {
        let ids = ids.get();
        let named = ids.into_iter().rev().filter_map(|id| {
            let name = desk.get::<Baseline>(id)?.name.clone();
            Some((id.to_string(), name))
        });
        named.collect::<Vec<_>>()
    });
    let choice = move || {
        (ids.with(Vec::len) > 1)
            .then(|| view! { <SelectField label="Measured against" value=chosen options=options/> })
    };
    let found = Memo::new(move |_| {
        let baseline = baseline.get()?;
        let today = desk.today();
        desk.compute(|ws| {
            let plans = task_plans(ws, report.id, today).ok()?;
            let all = variances(&plans, &baseline, &ws.settings().calendar);
            let n_tasks = all.len();
            let differing: Vec<Variance> = all.into_iter().filter(Variance::is_any).collect();
            Some((n_tasks, differing))
        })
    });
    let content = move || {
        match found.get() {
        None => view! {
            <p class="muted">"Nothing to compare with yet: keep the plan as a baseline, and each task is measured against it here."</p>
        }
        .into_any(),
        Some((n_tasks, rows)) if rows.is_empty() => view! {
            <p class="muted">{format!("All {} are where the baseline says.", format::count(n_tasks, "task", "tasks"))}</p>
        }
        .into_any(),
        Some((n_tasks, rows)) => table(desk, n_tasks, &rows).into_any(),
    }
    };
    dynamic(move || {
        (!ids.with(Vec::is_empty)).then(|| {
            view! {
                <section class="panel wide">
                    <header class="panel-head">
                        <h2>"Variance"</h2><span class="meta">"plan less baseline, in working days"</span>
                    </header>
                    {dynamic(choice)}
                    {dynamic(content)}
                </section>
            }
        })
    })
}

fn table(desk: Desk, n_tasks: usize, rows: &[Variance]) -> impl IntoView {
    let currency = desk.read(|ws| ws.settings().currency);
    let says = format!(
        "{} of {} differ.{}",
        rows.len(),
        format::count(n_tasks, "task", "tasks"),
        if rows.len() > MAX_ROWS {
            format!(" The first {MAX_ROWS} are listed.")
        } else {
            String::new()
        }
    );
    let drawn: Vec<_> = rows
        .iter()
        .take(MAX_ROWS)
        .map(|variance| row(desk, variance, currency))
        .collect();
    view! {
        <p class="meta">{says}</p>
        <div class="table-scroll" tabindex="0" role="region" aria-label="Variance of each task">
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">"Task"</th>
                        <th scope="col">"Baseline"</th>
                        <th scope="col">"Now"</th>
                        <th scope="col" class="n">"Start"</th>
                        <th scope="col" class="n">"Finish"</th>
                        <th scope="col" class="n">"Days"</th>
                        <th scope="col" class="n">"Cost"</th>
                    </tr>
                </thead>
                <tbody>{drawn}</tbody>
            </table>
        </div>
    }
}

fn row(desk: Desk, variance: &Variance, currency: Currency) -> impl IntoView + use<> {
    let today = desk.today();
    let span = |dates: Option<(domain::time::Day, domain::time::Day)>| match dates {
        Some((start, finish)) if start == finish => format::day(start, today),
        Some((start, finish)) => format!(
            "{} to {}",
            format::day(start, today),
            format::day(finish, today)
        ),
        None => "no dates".to_owned(),
    };
    let task = desk.read(|ws| ws.get::<Task>(variance.task).map(|task| task.title.clone()));
    let is_gone = task.is_none();
    let then = match &variance.baseline {
        Some(line) => span(line.start.zip(line.finish)),
        None => "came later".to_owned(),
    };
    let now = if is_gone {
        "deleted".to_owned()
    } else {
        span(variance.dates)
    };
    let days = |days: Option<i64>| match days {
        None => "–".to_owned(),
        Some(0) => "0".to_owned(),
        Some(days) => format!("{days:+}"),
    };
    let cost = match variance.cost {
        None => "–".to_owned(),
        Some(Money::ZERO) => "0".to_owned(),
        Some(cost) => cost.short(currency),
    };
    let title = task.unwrap_or_else(|| "A deleted task".to_owned());
    let (start, finish, days) = (
        days(variance.start),
        days(variance.finish),
        days(variance.days),
    );
    view! {
        <tr>
            <th scope="row">{title}</th>
            <td class="nowrap">{then}</td>
            <td class="nowrap">{now}</td>
            <td class="n num">{start}</td>
            <td class="n num">{finish}</td>
            <td class="n num">{days}</td>
            <td class="n num">{cost}</td>
        </tr>
    }
}
