//! When the project will probably finish: thousands of trials in the background.

use domain::id::ProjectId;
use domain::job::{Answer, Job};
use domain::model::{Project, Raid, Task};
use domain::plan_network::{PlanNetwork, TICKS_A_DAY, remaining};
use domain::route::Route;
use domain::simulate::{DriverKind, Outcome, USUAL_TRIALS};
use domain::time::Day;
use leptos::prelude::*;

use crate::desk::work::{Progress, Work};
use crate::desk::{Desk, desk, save};
use crate::features::projects::report::Report;
use crate::ui::chart::{Bar, Chart, Layer, Scale, Stroke, Table, Tick, chart};
use crate::ui::dynamic::dynamic;
use crate::ui::field::TextField;
use crate::ui::form::parse_number;
use crate::ui::format;

/// What a simulation says, in days.
#[derive(Clone, Debug, PartialEq)]
pub struct Simulated {
    /// The finish that half of the trials did not exceed.
    pub p50: Day,
    /// The finish that 80 % of them did not exceed.
    pub p80: Day,
    /// The finish that 95 % of them did not exceed.
    pub p95: Day,
    /// The share of trials that made the promised finish, in basis points.
    pub chance: Option<u32>,
    /// The trials themselves.
    outcome: Outcome,
    plan: PlanNetwork,
}

/// The result of the last simulation, as long as the plan is still the one it was made for: `sent`.
pub fn simulated(
    desk: Desk,
    id: ProjectId,
    work: Work,
    sent: RwSignal<Option<PlanNetwork>>,
) -> Option<Simulated> {
    let Progress::Done(Answer::Simulated(outcome)) = work.progress() else {
        return None;
    };
    let today = desk.today();
    let (plan, calendar) = desk.compute(|ws| (remaining(ws, id, today), ws.settings().calendar));
    if sent.with(|sent| sent.as_ref() != Some(&plan)) || plan.is_certain() {
        return None;
    }
    let day = |percent| plan.day_of(outcome.finish_at(percent), &calendar);
    Some(Simulated {
        p50: day(50),
        p80: day(80),
        p95: day(95),
        chance: outcome.chance,
        outcome,
        plan,
    })
}

/// The button, how far it is, and what came out.
#[component]
pub fn Simulation(
    /// The report.
    report: Report,
) -> impl IntoView {
    let desk = desk();
    let seed = RwSignal::new("1".to_owned());
    let error = RwSignal::new(None::<String>);
    let start = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let seed = match parse_number("Seed", &seed.get_untracked()) {
            Ok(seed) => seed.unwrap_or(1),
            Err(sentence) => return error.set(Some(sentence)),
        };
        error.set(None);
        let today = desk.today();
        let plan = desk.read(|ws| remaining(ws, report.id, today));
        let network = plan.network.clone();
        report.sent.set(Some(plan));
        report.work.start(&Job::Simulate {
            network,
            seed: u64::try_from(seed).unwrap_or(1),
            n_trials: USUAL_TRIALS,
        });
    };
    let state = move || {
        match report.work.progress() {
        Progress::Idle => view! {
            <p class="panel-note">
                "Ten thousand trials with the three-point estimates of the tasks and the chances of the risks."
            </p>
        }
        .into_any(),
        Progress::Running(n_done, n_steps) => view! {
            <div class="line-up">
                <progress class="bar" max=n_steps.to_string() value=n_done.to_string() aria-label="Trials made"></progress>
                <span class="num">{format!("{n_done} of {n_steps} trials")}</span>
                <button type="button" class="btn" data-size="s" on:click=move |_| report.work.cancel()>"Cancel"</button>
            </div>
        }
        .into_any(),
        Progress::Failed(sentence) => view! { <p class="form-error" role="alert">{sentence}</p> }.into_any(),
        Progress::Done(_) => match report.simulated.get() {
            Some(simulated) => view! { <Result simulated=simulated report=report/> }.into_any(),
            None => view! { <p class="panel-note">"The plan has changed since: simulate again."</p> }.into_any(),
        },
    }
    };
    let is_certain = Memo::new(move |_| {
        let today = desk.today();
        desk.compute(|ws| remaining(ws, report.id, today).is_certain())
    });
    let content = move || {
        if is_certain.get() {
            return certain(report).into_any();
        }
        view! {
            <form class="line-up" on:submit=start novalidate=true>
                <TextField label="Seed" value=seed error=error help="The same seed gives the same result."/>
                <button type="submit" class="btn">"Simulate"</button>
            </form>
            <div aria-live="polite">{dynamic(state)}</div>
        }
        .into_any()
    };
    view! {
        <section class="panel wide">
            <header class="panel-head">
                <h2>"When will it finish?"</h2>
            </header>
            {dynamic(content)}
        </section>
    }
}

/// What stands in place of trials that would all end alike: a certainty nobody has.
fn certain(report: Report) -> impl IntoView {
    let desk = desk();
    let finish = move || {
        let finish = report.figures.get().ok()?.finish?;
        let finish = format::day(finish, desk.today());
        Some(format!(" The plan as it is ends on {finish}."))
    };
    view! {
        <p class="panel-note">
            "No open task has a three-point estimate and no risk the chance of a delay yet, so there is nothing to simulate."
            {dynamic(finish)}
        </p>
        <div class="line-up no-print">
            <a class="btn" href=Route::Team(report.id).href()>"Estimate tasks on People"</a>
            <a class="btn" href=Route::Raid(report.id).href()>"Weigh risks in RAID"</a>
        </div>
    }
}

#[component]
fn Result(simulated: Simulated, report: Report) -> impl IntoView {
    let desk = desk();
    let today = desk.today();
    let project = desk.read(|ws| ws.get::<Project>(report.id).cloned());
    let promised = project.and_then(|project| project.finish);
    let day = |day: Day| format::day(day, today);
    let (p50, p80, p95) = (day(simulated.p50), day(simulated.p80), day(simulated.p95));
    let percent =
        |basis_points: u32| format::percent(u16::try_from(basis_points).unwrap_or(10_000));
    let chance = match (promised, simulated.chance) {
        (Some(promised), Some(chance)) => {
            format!(
                "The chance to make the promised {} is {}. ",
                day(promised),
                percent(chance)
            )
        }
        _ => "No finish is promised, so there is no chance to make it. ".to_owned(),
    };
    let currency = desk.read(|ws| ws.settings().currency);
    let cost = |percent| {
        let units = simulated.outcome.cost_at(percent);
        domain::money::Money::new(units)
            .map(|cost| cost.short(currency))
            .unwrap_or_default()
    };
    let costs = (simulated.outcome.cost_at(95) > 0).then(|| {
        format!("What is left to pay besides the time of people is at most {} in half of the trials and {} in 80\u{202f}%. ", cost(50), cost(80))
    });
    let plan = &simulated.plan;
    let rough = (plan.n_unplanned > 0).then(|| {
        let tasks = format::count(plan.n_unplanned, "task has", "tasks have");
        format!("{tasks} no duration and is taken as one day. ")
    });
    let estimated = format!(
        "{} of {} open tasks have a three-point estimate; {} can strike. {} trials.",
        plan.n_estimated,
        plan.tasks.len(),
        format::count(plan.risks.len(), "risk", "risks"),
        simulated.outcome.n_trials(),
    );
    view! {
        <p class="report-text">
            <strong>{format!("It will probably finish by {p50}, with 80\u{202f}% certainty by {p80} and with 95\u{202f}% by {p95}. ")}</strong>
            {chance}{costs}
        </p>
        <p class="panel-note">{rough}{estimated}</p>
        {histogram(&simulated, promised, today)}
        <div class="report">
            {drivers(&simulated, today)}
            {criticality(&simulated)}
        </div>
    }
}

fn histogram(simulated: &Simulated, promised: Option<Day>, today: Day) -> AnyView {
    let desk = desk();
    let calendar = desk.read(|ws| ws.settings().calendar);
    let outcome = &simulated.outcome;
    let (Some(first), Some(last)) = (outcome.finishes.first(), outcome.finishes.last()) else {
        return ().into_any();
    };
    // Whole days to a bar, and at most some thirty bars.
    let n_days = (last - first) / TICKS_A_DAY / 30 + 1;
    let bars = outcome.finish_bars(n_days * TICKS_A_DAY);
    let ends = bars.first().map_or(0, |bar| bar.from)..bars.last().map_or(1, |bar| bar.to);
    let x = Scale::between(ends.start, ends.end);
    let highest = bars
        .iter()
        .map(|bar| i64::from(bar.n_trials))
        .max()
        .unwrap_or(0);
    let y = Scale::counts(highest);
    let limit = simulated.plan.network.promised;
    let day = |tick: i64| simulated.plan.day_of(tick, &calendar);
    let drawn = bars.iter().map(|bar| {
        let day = format::day(day(bar.to), today);
        Bar {
            from: x.place(bar.from),
            to: x.place(bar.to),
            height: y.place(i64::from(bar.n_trials)),
            name: format!("By {day}: {} trials", bar.n_trials),
            href: None,
            is_strong: limit.is_none_or(|limit| bar.to <= limit),
        }
    });
    let mut layers = vec![Layer::Bars(drawn.collect())];
    let mut mark = |tick: i64, label: String, stroke| {
        layers.push(Layer::Mark {
            at: x.place(tick),
            label,
            stroke,
        });
    };
    // A promise that no trial comes near has no place on the axis; the sentence above names it.
    let near = limit.filter(|limit| (ends.start..=ends.end).contains(limit));
    if let (Some(limit), Some(promised)) = (near, promised) {
        mark(
            limit,
            format!("Promised {}", format::day(promised, today)),
            Stroke::Main,
        );
    }
    let mut percentile = |percent, name: &str, day| {
        let label = format!("{name} {}", format::day(day, today));
        mark(outcome.finish_at(percent), label, Stroke::Dashed);
    };
    if simulated.p50 == simulated.p80 {
        percentile(80, "P50 and P80", simulated.p80);
    } else {
        percentile(50, "P50", simulated.p50);
        percentile(80, "P80", simulated.p80);
    }
    let rows = bars.iter().map(|bar| {
        (
            vec![day(bar.to).to_string(), bar.n_trials.to_string()],
            None,
        )
    });
    let tick = |at: i64| Tick {
        at: x.place(at),
        label: format::day(day(at), today),
    };
    let drawn = Chart {
        name: "Finish in the trials".to_owned(),
        definition: "How many of the trials finished by each day. Dark bars are in time for the promise. P50 and P80 are the days that half and 80 % of the trials did not exceed (nearest rank).".to_owned(),
        x: vec![tick(ends.start), tick((ends.start + ends.end) / 2), tick(ends.end)],
        y: y.ticks(|n| n.to_string()),
        layers,
        table: Table {
            columns: ["Finished by", "Trials"].map(str::to_owned).to_vec(),
            rows: rows.collect(),
        },
        is_tall: false,
    };
    chart(drawn, save::table())
}

/// The tornado: where the finish lies when each goes well and when it goes badly.
fn drivers(simulated: &Simulated, today: Day) -> AnyView {
    let desk = desk();
    let calendar = desk.read(|ws| ws.settings().calendar);
    let plan = &simulated.plan;
    let widest = simulated
        .outcome
        .drivers
        .iter()
        .map(|driver| driver.high - driver.low)
        .max()
        .unwrap_or(1);
    let rows = simulated.outcome.drivers.iter().filter_map(|driver| {
        let name = match driver.what {
            DriverKind::Activity(at) => {
                desk.read(|ws| Some(ws.get::<Task>(*plan.tasks.get(at)?)?.title.clone()))?
            }
            DriverKind::Risk(at) => desk.read(|ws| {
                Some(format!(
                    "Risk: {}",
                    ws.get::<Raid>(*plan.risks.get(at)?)?.title
                ))
            })?,
        };
        let day = |tick| format::day(plan.day_of(tick, &calendar), today);
        let words = format!("{} to {}", day(driver.low), day(driver.high));
        let share = format!("{}%", (driver.high - driver.low) * 100 / widest.max(1));
        Some(view! {
            <li>
                <span>{name}</span>
                <span class="b"><i style:--v=share></i></span>
                <span class="n num">{words}</span>
            </li>
        })
    });
    let rows: Vec<_> = rows.collect();
    view! {
        <section>
            <h3 title="The mean finish of the tenth of the trials in which each was shortest, and of the tenth in which it was longest; for a risk, without it and with it.">
                "What moves the finish"
            </h3>
            <ul class="drivers" data-type="line">{rows}</ul>
        </section>
    }
    .into_any()
}

fn criticality(simulated: &Simulated) -> AnyView {
    let desk = desk();
    let mut shares: Vec<(u32, String)> = simulated
        .outcome
        .criticality
        .iter()
        .zip(&simulated.plan.tasks)
        .filter(|(share, _)| **share > 0)
        .filter_map(|(share, id)| {
            desk.read(|ws| Some((*share, ws.get::<Task>(*id)?.title.clone())))
        })
        .collect();
    shares.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let rows = shares.into_iter().take(12).map(|(share, name)| {
        let words = format::percent(u16::try_from(share).unwrap_or(10_000));
        view! {
            <li>
                <span>{name}</span>
                <span class="b"><i style:--v=format!("{}%", share / 100)></i></span>
                <span class="n num">{words}</span>
            </li>
        }
    });
    view! {
        <section>
            <h3 title="The criticality index: the share of trials in which the task was on the critical path.">
                "How often each is critical"
            </h3>
            <ul class="drivers" data-type="line">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}
