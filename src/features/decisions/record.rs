//! One decision as it was made.

use domain::classify;
use domain::command::DecisionCommand;
use domain::command::decision::reasons;
use domain::id::DecisionId;
use domain::model::{Decision, Outcome, Project, Reason, Template};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{Desk, desk, kinds};
use crate::ui::dynamic::dynamic;
use crate::ui::empty::Empty;
use crate::ui::format;
use crate::ui::icon::{Glyph, Icon, Kind};
use crate::ui::needle::{Needle, Reading};
use crate::ui::page_head::{Crumb, PageHead};
use crate::ui::pulls::{Pull, Pulls};

/// One kept decision.
#[component]
pub fn Page(
    /// Which.
    id: DecisionId,
) -> impl IntoView {
    let desk = desk();
    let decision = desk.record::<Decision>(id);
    move || {
        match decision.get() {
        Some(decision) => view! { <Record id=id decision=(*decision).clone()/> }.into_any(),
        None => view! {
            <div class="page">
                <PageHead title="This decision is not there any more"/>
                <Empty kind=Kind::Loop title="Nothing to show" text="It was deleted. The work it led to is where it was.">
                    <a class="btn" data-kind="primary" href=Route::Decisions.href()>"All decisions"</a>
                </Empty>
            </div>
        }
        .into_any(),
    }
    }
}

#[component]
fn Record(id: DecisionId, decision: Decision) -> impl IntoView {
    let desk = desk();
    let crumbs = vec![Crumb {
        name: "Decisions".to_owned(),
        href: Route::Decisions.href(),
    }];
    let delete = move |_| {
        if desk.run(DecisionCommand::Delete { id }).is_some() {
            desk.go(&Route::Decisions);
        }
    };
    let actions = move || {
        view! {
            <button type="button" class="btn" data-kind="quiet" on:click=delete>
                <Icon name="trash-2"/>
                <span class="label">"Delete"</span>
            </button>
        }
    };
    let chosen = decision.chosen();
    let title = format!(
        "{}, {}",
        kinds::name(decision.verdict),
        format::percent(decision.confidence)
    );
    let aside = move || {
        let drawing = kinds::drawing(chosen);
        view! {
            <span class="type" data-type=drawing.name()>
                <Glyph kind=drawing/>{format!("Made a {}", chosen.word())}
            </span>
        }
    };
    let reading = Reading {
        point: decision.point,
        low: decision.point,
        high: decision.point,
        label: title.clone(),
        sentence: format!("Decided as {title}."),
    };
    let pulls = pulls_of(&decision);
    let why = if pulls.is_empty() {
        view! { <p class="muted">"No answers were given."</p> }.into_any()
    } else {
        view! { <Pulls pulls=pulls/> }.into_any()
    };
    view! {
        <div class="page">
            <PageHead title=title what="Decision" crumbs=crumbs aside=aside actions=actions/>
            <div class="record">
                <div class="stack" data-gap="8">
                    <p class="said">{decision.description.clone()}</p>
                    <Needle reading=Signal::stored(reading)/>
                    <section class="stack" data-gap="2"><h2>"Why"</h2>{why}</section>
                </div>
                <aside class="stack" data-gap="6" aria-label="On record">
                    <OnRecord decision=decision/>
                </aside>
            </div>
        </div>
    }
}

/// What pulled, as it was kept.
fn pulls_of(decision: &Decision) -> Vec<Pull> {
    let kept = |reasons: &[Reason]| -> Vec<Pull> {
        let pulls = reasons.iter().map(|reason| Pull {
            name: reason.about.clone(),
            detail: reason.answer.clone(),
            weight: reason.weight,
        });
        pulls.collect()
    };
    if decision.reasons.is_empty() {
        // Decisions of the first releases kept their answers only.
        let suggestion = classify::suggest(&decision.description);
        let verdict = classify::decide(&decision.answers, &suggestion);
        return kept(&reasons(&verdict));
    }
    kept(&decision.reasons)
}

#[component]
fn OnRecord(decision: Decision) -> impl IntoView {
    let desk = desk();
    let outcome = decision.outcome;
    let is_older = decision.question_set != classify::QUESTION_SET && decision.reasons.is_empty();
    let overrule = decision.overrule.clone().map(|overrule| {
        view! {
            <dt>"Against the verdict"</dt>
            <dd>{overrule.reason}</dd>
        }
    });
    view! {
        <section class="stack">
            <h2>"On record"</h2>
            <dl class="known">
                <dt>"Decided"</dt>
                <dd>{format::moment(decision.decided_at, desk.today())}</dd>
                <dt>"Shape"</dt>
                <dd>{decision.shape.title()}</dd>
                <dt>"Made"</dt>
                <dd>{format!("A {}", decision.chosen().word())}</dd>
                {overrule}
                <dt>"Became"</dt>
                <dd>{dynamic(move || work_link(desk, outcome))}</dd>
                <dt>"Questions"</dt>
                <dd>{format!("Version {}", decision.question_set)}</dd>
            </dl>
            {is_older.then(|| view! {
                <p class="meta">"The questions have changed since. The reasons shown are worked out with today's."</p>
            })}
        </section>
    }
}

/// The work a decision led to, if it is still there; tracked.
fn work_link(desk: Desk, outcome: Option<Outcome>) -> AnyView {
    let found = outcome.and_then(|outcome| match outcome {
        Outcome::Project(id) => Some((desk.get::<Project>(id)?.name.clone(), Route::Project(id))),
        Outcome::Template(id) => Some((desk.get::<Template>(id)?.name.clone(), Route::Process(id))),
    });
    match found {
        Some((name, route)) => view! { <a href=route.href()>{name}</a> }.into_any(),
        None => view! { <span class="faint">"The work was deleted"</span> }.into_any(),
    }
}
