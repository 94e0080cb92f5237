//! One decision as it was made.

use domain::classify::{self, Kind};
use domain::command::DecisionCommand;
use domain::command::decision::reasons;
use domain::id::DecisionId;
use domain::model::{Decision, Outcome, Project, Reason, Template};
use domain::reality::contradictions_of;
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{Desk, Undecided, desk, kinds};
use crate::ui::dynamic::dynamic;
use crate::ui::empty::Empty;
use crate::ui::format;
use crate::ui::icon::{Glyph, Icon, Kind as Drawing};
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
                <Empty kind=Drawing::Loop title="Nothing to show" text="It was deleted. The work it led to is where it was.">
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
    let words = decision.description.clone();
    let answers = decision.answers.clone();
    let reopen = move |_| {
        desk.undecided.set(Undecided {
            description: words.clone(),
            answers: answers.clone(),
            revises: Some(id),
        });
        desk.go(&Route::NewWork);
    };
    let actions = move || {
        let reopen = reopen.clone();
        view! {
            <button type="button" class="btn" on:click=reopen>"Answer again"</button>
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
                    <OnRecord id=id decision=decision.clone()/>
                    <Held decision=decision/>
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
        return kept(&reasons(
            &verdict,
            &decision.description,
            &suggestion,
            &decision.answers,
        ));
    }
    kept(&decision.reasons)
}

#[component]
fn OnRecord(id: DecisionId, decision: Decision) -> impl IntoView {
    let desk = desk();
    let earlier = decision
        .revises
        .filter(|id| desk.read(|ws| ws.get::<Decision>(*id).is_some()))
        .map(|earlier| {
            view! {
                <dt>"Earlier answer"</dt>
                <dd>
                    <a href=Route::Decision(earlier).href()>"Read it"</a>", or "
                    <a href=Route::CompareDecisions(earlier, id).href()>"compare the two"</a>
                </dd>
            }
        });
    let later = desk.read(|ws| {
        ws.all::<Decision>()
            .find(|(_, later)| later.revises == Some(id))
            .map(|(later, _)| later)
    });
    let is_replaced = later.is_some();
    let later = later.map(|later| {
        view! {
            <dt>"Later answer"</dt>
            <dd>
                <a href=Route::Decision(later).href()>"Read it"</a>", or "
                <a href=Route::CompareDecisions(id, later).href()>"compare the two"</a>
            </dd>
        }
    });
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
                <dd>{dynamic(move || work_link(desk, outcome, is_replaced))}</dd>
                {earlier}
                {later}
                <dt>"Questions"</dt>
                <dd>{format!("Version {}", decision.question_set)}</dd>
            </dl>
            {is_older.then(|| view! {
                <p class="meta">"The questions have changed since. The reasons shown are worked out with today's."</p>
            })}
        </section>
    }
}

/// What happened since, where it speaks against what was decided; and the way to the other kind.
#[component]
fn Held(decision: Decision) -> impl IntoView {
    let desk = desk();
    let now = desk.now();
    let work = decision.outcome;
    let found = Memo::new(move |_| {
        let work = work?;
        Some(desk.compute(|ws| contradictions_of(ws, work, now)))
    });
    let is_other_kind = match work {
        Some(Outcome::Project(_)) => decision.chosen() == Kind::Process,
        Some(Outcome::Template(_)) => decision.chosen() == Kind::Project,
        None => false,
    };
    let content = move || {
        let found = found.get().unwrap_or_default();
        if found.is_empty() && !is_other_kind {
            return None;
        }
        let says = found.into_iter().map(|found| {
            view! {
                <p>{format!("“{}” {}", found.name, found.what.sentence())}</p>
            }
        });
        let says = says.collect_view();
        let differs = is_other_kind.then(|| {
            view! {
                <p>"The work is still of the other kind than this answer says."</p>
            }
        });
        let convert = work.map(convert_link);
        Some(view! {
            <section class="stack" data-gap="2">
                <h2>"Held against reality"</h2>
                {says}{differs}
                <p>{convert}</p>
            </section>
        })
    };
    dynamic(content)
}

fn convert_link(work: Outcome) -> AnyView {
    let (route, text) = match work {
        Outcome::Project(id) => (Route::ConvertProject(id), "See it as a process"),
        Outcome::Template(id) => (Route::ConvertProcess(id), "See it as a project"),
    };
    view! { <a class="btn" data-size="s" href=route.href()>{text}</a> }.into_any()
}

/// Whether the project that a decision led to was put away.
fn is_archived(desk: Desk, outcome: Option<Outcome>) -> bool {
    let Some(Outcome::Project(id)) = outcome else {
        return false;
    };
    desk.compute(|ws| ws.is_archived(id.into()))
}

/// The work a decision led to, if it is still there; tracked.
fn work_link(desk: Desk, outcome: Option<Outcome>, is_replaced: bool) -> AnyView {
    let found = outcome.and_then(|outcome| match outcome {
        Outcome::Project(id) => Some((desk.get::<Project>(id)?.name.clone(), Route::Project(id))),
        Outcome::Template(id) => Some((desk.get::<Template>(id)?.name.clone(), Route::Process(id))),
    });
    match found {
        Some((name, route)) => view! { <a href=route.href()>{name}</a> }.into_any(),
        None if is_replaced => {
            view! { <span class="faint">"See the later answer"</span> }.into_any()
        }
        None if is_archived(desk, outcome) => {
            view! { <a href=Route::Archive.href()>"It is in the archive"</a> }.into_any()
        }
        None => view! { <span class="faint">"The work was deleted"</span> }.into_any(),
    }
}
