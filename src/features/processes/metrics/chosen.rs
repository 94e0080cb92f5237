//! What is looked at: the period, and the runs that count.

use std::sync::Arc;

use domain::id::TemplateId;
use domain::log::{Filter, Log, Period, Window};
use domain::measure::work_time::Clock;
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::features::processes::study::working_clock;
use crate::platform::clock::local_day;
use crate::platform::print;
use crate::ui::dynamic::{dynamic, flag};
use crate::ui::format;
use crate::ui::icon::Icon;

/// A day in milliseconds.
pub const DAY: i64 = 86_400_000;

/// The choices of the toolbar.
#[derive(Clone, Copy)]
pub struct Chosen {
    process: TemplateId,
    /// How far back is looked.
    pub period: Memo<Period>,
    version: RwSignal<String>,
    actor: RwSignal<String>,
    field: RwSignal<String>,
    /// Whether only working hours count.
    is_working: RwSignal<bool>,
}

impl Chosen {
    /// All runs of a process, over the period that was chosen for it in this tab, or else the one
    /// that shows something.
    pub fn new(process: TemplateId, log: Memo<Arc<Log>>) -> Chosen {
        let desk = desk();
        let period = Memo::new(move |_| {
            let kept = desk.periods.with(|periods| periods.get(&process).copied());
            kept.unwrap_or_else(|| log.with(|log| Period::opening(log, desk.now())))
        });
        Chosen {
            process,
            period,
            version: RwSignal::new(String::new()),
            actor: RwSignal::new(String::new()),
            field: RwSignal::new(String::new()),
            is_working: RwSignal::new(false),
        }
    }

    /// The clock that was chosen, over a window; tracked.
    pub fn clock(self, desk: Desk, window: Window) -> Clock {
        if !self.is_working.get() {
            return Clock::CALENDAR;
        }
        working_clock(desk, window)
    }

    /// The filter that was chosen; tracked.
    pub fn filter(self) -> Filter {
        let actor = self.actor.get();
        Filter {
            version: self.version.get().parse().ok(),
            actor: (!actor.is_empty()).then_some(actor),
            field: self
                .field
                .get()
                .split_once(": ")
                .map(|(name, value)| (name.to_owned(), value.to_owned())),
        }
    }
}

/// The choices. A choice that would leave all runs is not offered.
#[component]
pub fn Toolbar(
    /// The choices.
    chosen: Chosen,
    /// The log they narrow.
    log: Memo<Arc<Log>>,
) -> impl IntoView {
    let desk = desk();
    let period = move |period: Period, name: &'static str| {
        let choose = move |_| {
            desk.periods.update(|periods| {
                periods.insert(chosen.process, period);
            });
        };
        view! {
            <button
                type="button" aria-pressed=flag(move || Some(if chosen.period.get() == period { "true" } else { "false" }))
                on:click=choose
            >
                {name}
            </button>
        }
    };
    let hours = move |is_working: bool, name: &'static str| {
        view! {
            <button
                type="button"
                aria-pressed=flag(move || Some(if chosen.is_working.get() == is_working { "true" } else { "false" }))
                on:click=move |_| chosen.is_working.set(is_working)
            >
                {name}
            </button>
        }
    };
    let versions = move || {
        let versions = log.with(|log| log.versions());
        versions
            .into_iter()
            .map(|number| (number.to_string(), format!("Version {number}")))
            .collect()
    };
    let actors = move || {
        let mut names: Vec<String> = log.with(|log| log.actors.clone());
        names.retain(|name| !name.is_empty());
        names.sort();
        names.into_iter().map(|name| (name.clone(), name)).collect()
    };
    let fields = move || {
        let mut fields: Vec<String> = log.with(|log| {
            let fields = log.cases.iter().flat_map(|case| case.fields.iter());
            fields
                .map(|(name, value)| format!("{name}: {value}"))
                .collect()
        });
        fields.sort();
        fields.dedup();
        // A field of free text would make a list nobody can read.
        fields.truncate(200);
        fields
            .into_iter()
            .map(|field| (field.clone(), field))
            .collect()
    };
    // How long all time is, nobody can know from its name.
    let all_time = move || {
        if chosen.period.get() != Period::All {
            return None;
        }
        let window = log.with(|log| Period::All.window(log, desk.now()));
        let today = desk.today();
        let from = format::day(local_day(window.from)?, today);
        let to = format::day(local_day(window.to)?, today);
        Some(view! { <p class="meta">{format!("All time: {from} to {to}.")}</p> })
    };
    view! {
        <div class="toolbar">
            <span class="segmented" role="group" aria-label="Period">
                {period(Period::Days(30), "30 days")}
                {period(Period::Days(90), "90 days")}
                {period(Period::Days(365), "1 year")}
                {period(Period::All, "All time")}
            </span>
            <span class="segmented" role="group" aria-label="Time that counts">
                {hours(false, "All hours")}
                {hours(true, "Working time")}
            </span>
            {select("Version", "All versions", chosen.version, versions)}
            {select("Person", "Everyone", chosen.actor, actors)}
            {select("Data", "All data", chosen.field, fields)}
            <button type="button" class="btn end" data-kind="quiet" data-size="s" on:click=move |_| print::print()>
                <Icon name="printer"/>
                <span class="label">"Print"</span>
            </button>
        </div>
        {dynamic(all_time)}
    }
}

fn select(
    label: &'static str,
    all: &'static str,
    value: RwSignal<String>,
    options: impl Fn() -> Vec<(String, String)> + Send + Sync + 'static,
) -> impl IntoView {
    dynamic(move || {
        let options = options();
        (options.len() > 1).then(|| {
            let options = options.into_iter().map(|(option, name)| {
                let is_chosen = value.with_untracked(|value| *value == option);
                view! { <option value=option selected=is_chosen>{name}</option> }
            });
            view! {
                <select class="input" aria-label=label on:change=move |event| value.set(event_target_value(&event))>
                    <option value="">{all}</option>
                    {options.collect_view()}
                </select>
            }
        })
    })
}
