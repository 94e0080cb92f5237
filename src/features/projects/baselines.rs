//! The baselines of a project, and when its tasks earn their budget.

use domain::command::{CharterCommand, KeepingCommand};
use domain::earned_value::EarningRule;
use domain::id::{BaselineId, CharterId};
use domain::lists::List;
use domain::model::{Baseline, Charter};
use leptos::prelude::*;

use crate::desk::desk;
use crate::features::projects::report::Report;
use crate::ui::dynamic::dynamic;
use crate::ui::field::{SelectField, TextField};
use crate::ui::format;
use crate::ui::menu::{Menu, MenuItem};

/// Baselines and the earning rule.
#[component]
pub fn Baselines(
    /// The report.
    report: Report,
) -> impl IntoView {
    let desk = desk();
    let project = report.id;
    let name = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let command = KeepingCommand::TakeBaseline {
            project,
            name: name.get_untracked(),
        };
        match desk.try_run(command) {
            Ok(_) => {
                error.set(None);
                name.set(String::new());
            }
            Err(refused) => error.set(Some(refused.to_string())),
        }
    };
    let rows = move || {
        let mut baselines = desk.ids::<Baseline>(List::Baselines(project));
        baselines.reverse();
        let rows = baselines.into_iter().map(|id| view! { <Row id=id/> });
        view! { <ul class="rows" aria-label="Baselines">{rows.collect_view()}</ul> }
    };
    view! {
        <section class="panel">
            <header class="panel-head">
                <h2>"Baselines"</h2><span class="meta">"the latest is measured against"</span>
            </header>
            {dynamic(rows)}
            <form class="line-up" on:submit=submit novalidate=true>
                <TextField label="Name" value=name error=Signal::derive(move || error.get())/>
                <button type="submit" class="btn">"Keep the plan as a baseline"</button>
            </form>
            <Earning report=report/>
        </section>
    }
}

#[component]
fn Row(id: BaselineId) -> impl IntoView {
    let desk = desk();
    let baseline = desk.record::<Baseline>(id);
    let content = move || {
        let baseline = baseline.get()?;
        let today = desk.today();
        let when = format::moment(baseline.taken_at, today);
        let tasks = format::count(baseline.lines.len(), "task", "tasks");
        let last = baseline.lines.iter().filter_map(|line| line.finish).max();
        let last = last
            .map(|day| format!(", last finish {}", format::day(day, today)))
            .unwrap_or_default();
        Some(view! {
            <div>{baseline.name.clone()}<span class="sub">{format!("{when}: {tasks}{last}")}</span></div>
        })
    };
    let items = Callback::new(move |()| {
        vec![MenuItem {
            name: "Delete".to_owned(),
            icon: "trash-2",
            action: Callback::new(move |()| {
                desk.run(KeepingCommand::DeleteBaseline { id });
            }),
        }]
    });
    view! {
        <li class="row">
            {dynamic(content)}
            <Menu label="Baseline actions".to_owned() items=items/>
        </li>
    }
}

#[component]
fn Earning(report: Report) -> impl IntoView {
    let desk = desk();
    let project = report.id;
    let rule = desk.read(|ws| {
        ws.get::<Charter>(CharterId::from(project))
            .map_or(EarningRule::default(), |charter| charter.earning)
    });
    let at = EarningRule::ALL
        .iter()
        .position(|other| *other == rule)
        .unwrap_or(0);
    let value = RwSignal::new(at.to_string());
    let choices = EarningRule::ALL.iter().enumerate();
    let choices: Vec<(String, String)> = choices
        .map(|(at, rule)| (at.to_string(), rule.name().to_owned()))
        .collect();
    Effect::new(move |before: Option<String>| {
        let chosen = value.get();
        let rule = chosen
            .parse()
            .ok()
            .and_then(|at: usize| EarningRule::ALL.get(at).copied());
        if let Some(rule) = rule.filter(|_| before.is_some_and(|before| before != chosen)) {
            desk.run(CharterCommand::SetEarningRule { project, rule });
        }
        chosen
    });
    view! {
        <SelectField
            label="A task's budget is earned" value=value options=Signal::stored(choices)
            help="Plan and work are measured by the same rule, else they could not be compared."
        />
    }
}
