//! What a process's runs did: the map of what followed what, the ways they took, and where they
//! left the document.

mod files;
mod findings;
mod map;
mod rows;

use domain::id::TemplateId;
use domain::lists::List;
use leptos::prelude::*;

use crate::desk::desk;
use crate::features::processes::head::{ProcessFrame, ProcessTab};
use crate::features::processes::improve::{FormFor, ImprovementDialog};
use crate::features::processes::metrics::{Chosen, Explained, Explanation, Toolbar};
use crate::features::processes::mining::files::Files;
use crate::features::processes::study::{log_of, studied};
use crate::ui::dynamic::dynamic;
use crate::ui::empty::Empty;
use crate::ui::icon::Kind;

/// What a process's runs did.
#[component]
pub fn MiningPage(
    /// Which.
    id: TemplateId,
) -> impl IntoView {
    let desk = desk();
    let has_runs = Memo::new(move |_| !desk.keys(List::Runs(id)).is_empty());
    let content = move || {
        if has_runs.get() {
            return view! { <Findings id=id/> }.into_any();
        }
        view! {
            <Empty
                kind=Kind::Loop title="Nothing to mine yet"
                text="What happens in runs is kept as events. From the first finished runs on, this page shows which ways they took."
            />
        }
        .into_any()
    };
    view! { <ProcessFrame id=id tab=ProcessTab::Mining>{dynamic(content)}</ProcessFrame> }
}

#[component]
fn Findings(id: TemplateId) -> impl IntoView {
    let log = log_of(id);
    let chosen = Chosen::new(id, log);
    let studied = studied(id, log, chosen, true);
    let explained = RwSignal::new(None::<Explained>);
    let improving = RwSignal::new(None::<FormFor>);
    let detail = RwSignal::new(100u8);
    let suggested = move || {
        studied.with(|studied| {
            studied
                .as_ref()
                .map(|studied| findings::suggested(id, studied, explained, improving))
        })
    };
    let map = move || {
        studied
            .with(Option::is_some)
            .then(|| map::map(id, studied, detail))
    };
    let conformance = move || {
        studied.with(|studied| {
            studied
                .as_ref()
                .map(|studied| rows::conformance(studied, explained))
        })
    };
    let variants = move || {
        studied.with(|studied| {
            studied
                .as_ref()
                .map(|studied| rows::variants(studied, explained))
        })
    };
    view! {
        <Toolbar chosen=chosen log=log/>
        <div class="metrics">
            {dynamic(suggested)}
            {dynamic(map)}
            {dynamic(conformance)}
            {dynamic(variants)}
            <Files id=id log=log/>
        </div>
        <Explanation explained=explained/>
        <ImprovementDialog form=improving/>
    }
}
