//! A process's runs on a board whose columns are its steps.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use domain::id::{RunId, StepId, TemplateId};
use domain::lists::List;
use domain::log::{Window, records};
use domain::measure::bottleneck::MIN_VISITS;
use domain::measure::steps::step_times;
use domain::model::{Person, Run, Step, Version};
use domain::route::Route;
use domain::time::Instant;
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::features::processes::clock;
use crate::features::processes::head::{ProcessFrame, ProcessTab};
use crate::features::processes::metrics::DAY;
use crate::features::processes::reason::{Asked, ReasonDialog};
use crate::features::processes::run_card::{RunCard, drop_run};
use crate::features::processes::step_form::per_day;
use crate::features::processes::study::working_clock;
use crate::ui::board::{Board, BoardParts, Drop, Lane};
use crate::ui::dynamic::dynamic;
use crate::ui::empty::Empty;
use crate::ui::icon::Kind;

/// The lane of finished runs. No step has the key 0: keys are 64 random bits.
pub const FINISHED: u64 = 0;
/// Finished runs on the board, the newest; all of them stay in the workspace.
const MAX_FINISHED: usize = 20;

/// A process's runs by step.
#[component]
pub fn RunsPage(
    /// Which.
    id: TemplateId,
) -> impl IntoView {
    let desk = desk();
    let has_steps = Memo::new(move |_| !desk.keys(List::Steps(id)).is_empty());
    let has_runs = Memo::new(move |_| !desk.keys(List::Runs(id)).is_empty());
    let content = move || {
        match (has_runs.get(), has_steps.get()) {
        (true, _) => view! { <RunsBoard id=id/> }.into_any(),
        (false, true) => view! {
            <Empty kind=Kind::Loop title="No runs yet" text="Start a run each time the work comes back. It moves from step to step by itself."/>
        }
        .into_any(),
        (false, false) => view! {
            <Empty kind=Kind::Loop title="No steps yet" text="A run goes through the documented steps. Add the first one, then start a run.">
                <a class="btn" data-kind="primary" href=Route::Process(id).href()>"Add steps"</a>
            </Empty>
        }
        .into_any(),
    }
    };
    view! { <ProcessFrame id=id tab=ProcessTab::Runs is_wide=true>{dynamic(content)}</ProcessFrame> }
}

#[component]
fn RunsBoard(id: TemplateId) -> impl IntoView {
    let desk = desk();
    let asked = RwSignal::new(None::<Asked>);
    // Looked at once, behind the board's first picture: what is usual does not change while someone
    // looks at the board, and a log of all runs at every edit would take long.
    let usual = RwSignal::new(Usual::new());
    request_animation_frame(move || {
        let look = move || {
            if !usual.is_disposed() {
                usual.set(usual_stays(desk, id));
            }
        };
        set_timeout(look, Duration::ZERO);
    });
    let lanes = Memo::new(move |_| lanes(desk, id));
    let parts = BoardParts {
        cards: Callback::new(move |lane| cards(desk, id, lane)),
        name: Callback::new(move |card| {
            let (run_id, _) = lanes.with_untracked(|lanes| told(desk, lanes, card));
            desk.read(|ws| {
                ws.get::<Run>(run_id)
                    .map(|run| run.name.clone())
                    .unwrap_or_default()
            })
        }),
        card: Callback::new(move |card| {
            let (id, step) = lanes.with_untracked(|lanes| told(desk, lanes, card));
            view! { <RunCard id=id step=step usual=usual asked=asked/> }.into_any()
        }),
        on_drop: Callback::new(move |drop: Drop| {
            let (id, from) = lanes.with_untracked(|lanes| told(desk, lanes, drop.card));
            drop_run(desk, id, from, drop.lane, asked);
        }),
        foot: Callback::new(|_| ().into_any()),
        is_ordered: false,
    };
    view! {
        <Board label="Runs by step" lanes=lanes parts=parts/>
        <ReasonDialog asked=asked/>
    }
}

/// The present steps in order, then steps that only older versions have and on which runs still
/// stand, then the finished runs; tracked.
fn lanes(desk: Desk, id: TemplateId) -> Vec<Lane> {
    let steps = desk.ids::<Step>(List::Steps(id));
    let present = steps.iter().map(|step_id| {
        let step = desk.get::<Step>(*step_id);
        Lane {
            key: step_id.key(),
            name: step
                .as_ref()
                .map(|step| step.title.clone())
                .unwrap_or_default(),
            note: step
                .map(|step| lane_note(desk, id, *step_id, &step))
                .unwrap_or_default(),
        }
    });
    let mut lanes: Vec<Lane> = present.collect();
    // Steps of older versions, as far as runs still stand on them.
    for version_id in desk.ids::<Version>(List::Versions(id)).into_iter().rev() {
        let Some(version) = desk.get::<Version>(version_id) else {
            continue;
        };
        for step in &version.steps {
            let key = step.step.key();
            let is_known = lanes.iter().any(|lane| lane.key == key);
            if is_known || desk.keys(List::RunsAt(id, step.step)).is_empty() {
                continue;
            }
            lanes.push(Lane {
                key,
                name: step.title.clone(),
                note: format!("only in version {}", version.number),
            });
        }
    }
    lanes.push(Lane {
        key: FINISHED,
        name: "Finished".to_owned(),
        note: format!("the latest {MAX_FINISHED}"),
    });
    lanes
}

/// The role of a step, its promise, and how full it is; tracked.
fn lane_note(desk: Desk, id: TemplateId, step_id: StepId, step: &Step) -> String {
    let mut parts = Vec::new();
    if !step.role.is_empty() {
        parts.push(step.role.clone());
    }
    if let Some(minutes) = step.work.minutes {
        let limit = clock::worked(i64::from(minutes), per_day(desk));
        parts.push(format!("within {limit}"));
    }
    if let Some(limit) = step.work.wip_limit {
        let n_runs = desk.keys(List::RunsAt(id, step_id)).len();
        let is_over = n_runs > limit as usize;
        let over = if is_over { ", over the limit" } else { "" };
        parts.push(format!("{n_runs} of at most {limit}{over}"));
    }
    parts.join(", ")
}

fn cards(desk: Desk, id: TemplateId, lane: u64) -> Arc<[u64]> {
    if lane == FINISHED {
        let finished = desk.keys(List::FinishedRuns(id));
        return finished.iter().rev().take(MAX_FINISHED).copied().collect();
    }
    let runs = desk.keys(List::RunsAt(id, StepId::from_key(lane)));
    desk.read(|ws| {
        let runs = runs.iter().map(|key| {
            let run = ws.get::<Run>(RunId::from_key(*key));
            let is_first = run.is_none_or(|run| run.current == Some(StepId::from_key(lane)));
            if is_first { *key } else { key ^ lane }
        });
        runs.collect()
    })
}

/// The run of a card, and the step on which the card stands. A run that stands on several steps
/// has a card on each, and a board knows a card by its key: on the first step it is that of the
/// run, on the others both keys together.
fn told(desk: Desk, lanes: &[Lane], card: u64) -> (RunId, Option<StepId>) {
    let own = RunId::from_key(card);
    desk.read(|ws| {
        if let Some(run) = ws.get::<Run>(own) {
            return (own, run.current);
        }
        let split = lanes.iter().find_map(|lane| {
            let id = RunId::from_key(card ^ lane.key);
            ws.get::<Run>(id)?;
            Some((id, Some(StepId::from_key(lane.key))))
        });
        split.unwrap_or((own, None))
    })
}

/// What is usual: the working time in minutes that 85 of 100 visits to each step within a year did
/// not exceed.
pub type Usual = BTreeMap<StepId, i64>;

fn usual_stays(desk: Desk, id: TemplateId) -> Usual {
    if desk.read(|ws| ws.ids::<Run>(List::OpenRuns(id)).is_empty()) {
        return Usual::new();
    }
    let now = desk.now();
    let window = Window {
        from: Instant::from_millis(now.millis() - 365 * DAY),
        to: now,
    };
    let working = working_clock(desk, window);
    let log = desk.read(|ws| records::log(ws, id));
    let times = step_times(&log, window, now, &working);
    let steps = log.activities.iter().zip(times);
    let usual = steps.filter_map(|(activity, times)| {
        let stay = times.stay.filter(|stay| stay.n >= MIN_VISITS)?;
        Some((activity.step?, stay.p85 / 60_000))
    });
    usual.collect()
}

/// Whoever is named by an id, for a select; the empty text for nobody.
pub fn assignee_value(desk: Desk, run: &Run) -> String {
    run.assignee
        .filter(|id| desk.get::<Person>(*id).is_some())
        .map(|id| id.to_string())
        .unwrap_or_default()
}
