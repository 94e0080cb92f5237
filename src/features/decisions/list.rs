//! Every kept decision, newest first.

use domain::id::DecisionId;
use domain::lists::List;
use domain::model::Decision;
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{desk, kinds};
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
                    <ul class="rows decision-list">
                        {each(newest_first, |key| {
                            view! { <Row id=DecisionId::from_key(key)/> }.into_any()
                        })}
                    </ul>
                }.into_any()
            })}
        </div>
    }
}

#[component]
fn Row(id: DecisionId) -> impl IntoView {
    let desk = desk();
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
                <span class="outcome">{sample}</span>
                <span class="when num">{format::moment(decision.decided_at, desk.today())}</span>
            </li>
        })
    }
}
