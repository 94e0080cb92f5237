//! What a process's runs did: the map of what followed what, the ways they took, and where they
//! left the document.

mod files;
mod findings;
mod map;
mod rows;

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::id::TemplateId;
use domain::lists::List;
use domain::log::{Log, Window, records};
use domain::measure::report::report;
use domain::mining::suggest::Measured;
use domain::mining::{
    Conformance, Document, Follows, Suggestion, Variant, conformance, follows, suggestions,
    variants,
};
use domain::model::{Person, Template, Version};
use domain::time::Instant;
use domain::workspace::Workspace;
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::features::processes::head::{ProcessGone, ProcessHead, ProcessTab};
use crate::features::processes::metrics::{Chosen, DAY, Explained, Explanation, Toolbar};
use crate::features::processes::mining::files::Files;
use crate::ui::dynamic::dynamic;
use crate::ui::empty::Empty;
use crate::ui::icon::Kind;

/// What was found in the log.
#[derive(Clone, PartialEq)]
pub struct Mined {
    log: Arc<Log>,
    follows: Follows,
    variants: Vec<Variant>,
    conformance: Conformance,
    suggestions: Vec<Suggestion>,
}

/// What a process's runs did.
#[component]
pub fn MiningPage(
    /// Which.
    id: TemplateId,
) -> impl IntoView {
    let desk = desk();
    let is_there = Memo::new(move |_| desk.get::<Template>(id).is_some());
    let has_runs = Memo::new(move |_| !desk.keys(List::Runs(id)).is_empty());
    dynamic(move || {
        if !is_there.get() {
            return view! { <ProcessGone/> }.into_any();
        }
        let content = dynamic(move || {
            if has_runs.get() {
                view! { <Findings id=id/> }.into_any()
            } else {
                view! {
                    <Empty
                        kind=Kind::Loop title="Nothing to mine yet"
                        text="What happens in runs is kept as events. From the first finished runs on, this page shows which ways they took."
                    />
                }
                .into_any()
            }
        });
        view! {
            <div class="page">
                <ProcessHead id=id tab=ProcessTab::Mining/>
                {content}
            </div>
        }
        .into_any()
    })
}

#[component]
fn Findings(id: TemplateId) -> impl IntoView {
    let desk = desk();
    let chosen = Chosen::new();
    let log = Memo::new(move |_| Arc::new(desk.compute(|ws| records::log(ws, id))));
    let mined = Memo::new(move |_| {
        let log = log.get();
        Arc::new(desk.compute(|ws| mine(desk, ws, id, &log, chosen)))
    });
    let explained = RwSignal::new(None::<Explained>);
    let detail = RwSignal::new(100u8);
    view! {
        <Toolbar chosen=chosen log=log/>
        <div class="metrics">
            {dynamic(move || findings::suggested(&mined.get(), explained))}
            {dynamic(move || map::map(mined, detail))}
            {dynamic(move || rows::conformance(&mined.get(), explained))}
            {dynamic(move || rows::variants(&mined.get(), explained))}
            <Files id=id log=log/>
        </div>
        <Explanation explained=explained/>
    }
}

fn mine(desk: Desk, workspace: &Workspace, id: TemplateId, log: &Log, chosen: Chosen) -> Mined {
    let now = desk.now();
    let window = Window {
        from: Instant::from_millis(now.millis() - chosen.days.get() * DAY),
        to: Instant::from_millis(now.millis() + 1),
    };
    let mut log = chosen.filter().apply(log);
    log.cases
        .retain(|case| case.ended().is_none_or(|at| window.has(at)));
    let documents: BTreeMap<u32, Document> = workspace
        .list::<Version>(List::Versions(id))
        .map(|(_, version)| (version.number, Document::of(version, &log)))
        .collect();
    let roles: BTreeMap<String, String> = workspace
        .all::<Person>()
        .filter(|(_, person)| !person.role.is_empty())
        .map(|(_, person)| (person.name.clone(), person.role.clone()))
        .collect();
    let measured = report(&log, window, now, &chosen.clock(desk, window));
    let variants = variants(&log);
    let suggestions = suggestions(
        &log,
        &documents,
        &Measured {
            steps: &measured.steps,
            bottleneck: measured.bottleneck,
            variants: &variants,
        },
    );
    Mined {
        follows: follows(&log),
        conformance: conformance(&log, &documents, |name| roles.get(name).cloned()),
        variants,
        suggestions,
        log: Arc::new(log),
    }
}
