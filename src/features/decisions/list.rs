//! Every kept decision, newest first.

use domain::id::DecisionId;
use domain::lists::List;
use domain::model::Decision;
use domain::reality::contradictions;
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{desk, kinds, reality};
use crate::ui::dynamic::{dynamic, each};
use crate::ui::empty::Empty;
use crate::ui::format;
use crate::ui::icon::{Glyph, Kind};
use crate::ui::page_head::PageHead;

/// Every kept decision.
#[component]
pub fn ListPage() -> impl IntoView {
    let desk = desk();
    let newest_first = move || {
        let mut keys = desk.keys(List::Decisions).to_vec();
        keys.reverse();
        keys
    };
    let picked = RwSignal::new(Vec::<DecisionId>::new());
    let is_empty = Memo::new(move |_| desk.keys(List::Decisions).is_empty());
    let lede = || {
        view! {
            <p class="lede">"Each answer to “is this a process or a project?”, with what was said for it."</p>
        }
    };
    view! {
        <div class="page">
            <PageHead title="Decisions" lede=lede/>
            {dynamic(move || if is_empty.get() {
                view! {
                    <Empty
                        kind=Kind::Loop title="No decisions yet"
                        text="Describe some work, and what Loopline says about it is kept here with its reasons."
                    >
                        <a class="btn" data-kind="primary" href=Route::NewWork.href()>"Describe new work"</a>
                    </Empty>
                }.into_any()
            } else {
                view! {
                    <Reality/>
                    <ul class="rows decision-list">
                        {each(newest_first, move |key| {
                            view! { <Row id=DecisionId::from_key(key) picked=picked/> }.into_any()
                        })}
                    </ul>
                    <Beside picked=picked/>
                }.into_any()
            })}
        </div>
    }
}

/// Where reality speaks against the kind work was given.
#[component]
fn Reality() -> impl IntoView {
    let desk = desk();
    let now = desk.now();
    let found = Memo::new(move |_| desk.compute(|ws| contradictions(ws, now)));
    dynamic(move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            let rows = found.into_iter().map(reality::row);
            view! {
                <section class="panel box reality" aria-labelledby="reality-heading">
                    <header class="panel-head"><h2 id="reality-heading">"Reality disagrees"</h2></header>
                    <ul class="rows panel-body">{rows.collect_view()}</ul>
                </section>
            }
        })
    })
}

/// The way to the comparison, once two are picked.
#[component]
fn Beside(picked: RwSignal<Vec<DecisionId>>) -> impl IntoView {
    dynamic(move || {
        let picked = picked.get();
        let link = match picked.as_slice() {
            [] => return None,
            [one, other] => {
                let href = Route::CompareDecisions(*one, *other).href();
                view! { <a class="btn" data-kind="primary" href=href>"Compare the two"</a> }
                    .into_any()
            }
            _ => view! { <span class="muted">"Pick one more to compare."</span> }.into_any(),
        };
        Some(view! { <div class="beside-bar" role="status">{link}</div> })
    })
}

#[component]
fn Row(id: DecisionId, picked: RwSignal<Vec<DecisionId>>) -> impl IntoView {
    let desk = desk();
    let is_picked = move || picked.with(|picked| picked.contains(&id));
    let pick = move |_| {
        picked.update(|picked| {
            if picked.contains(&id) {
                picked.retain(|other| *other != id);
            } else {
                picked.push(id);
            }
            // Two are compared: the earliest pick makes way for a third.
            if picked.len() > 2 {
                picked.remove(0);
            }
        });
    };
    move || {
        let decision = desk.get::<Decision>(id)?;
        let drawing = kinds::drawing(decision.chosen());
        let sub = match &decision.overrule {
            Some(overrule) => format!(
                "{}, made a {} instead",
                format::percent(decision.confidence),
                overrule.to.word(),
            ),
            None => format::percent(decision.confidence),
        };
        let description = decision.description.clone();
        let label = format!("Compare: {description}");
        let sample = decision
            .sample
            .then(|| view! { <span class="chip" data-kind="sample">"Sample"</span> });
        Some(view! {
            <li class="row">
                <span class="type" data-type=drawing.name()>
                    <Glyph kind=drawing/>
                    {kinds::name(decision.chosen())}
                </span>
                <span class="title">
                    <a href=Route::Decision(id).href()>{description}</a>
                    <span class="sub">{sub}</span>
                </span>
                <span class="outcome">
                    {sample}
                    <label class="raise pick">
                        <span aria-hidden="true">"Compare"</span>
                        <input type="checkbox" aria-label=label prop:checked=is_picked on:change=pick/>
                    </label>
                </span>
                <span class="when num">{format::moment(decision.decided_at, desk.today())}</span>
            </li>
        })
    }
}
