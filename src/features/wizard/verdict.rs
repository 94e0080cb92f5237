//! The third phase: the verdict, what made it, what would turn it, and the way to the board.

use domain::classify::weights::NOT_SCORED;
use domain::classify::{Flip, Flips, Question, Verdict};
use domain::command::decision::reasons;
use domain::learn::claimed;
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::kinds;
use crate::features::wizard::describe::described;
use crate::features::wizard::outcome::Outlook;
use crate::features::wizard::revising::Revising;
use crate::features::wizard::routing::{Form, Routing};
use crate::features::wizard::state::Wizard;
use crate::ui::format;
use crate::ui::icon::Glyph;
use crate::ui::needle::Needle;
use crate::ui::pulls::{Pull, Pulls};

/// Ways to turn the verdict that are shown; the most decisive come first.
const MAX_FLIPS: usize = 3;

#[component]
pub fn VerdictPhase(wizard: Wizard) -> impl IntoView {
    let verdict = wizard.verdict.get_untracked();
    let description = untrack(move || wizard.description());
    let answers = untrack(move || wizard.answers());
    let reasons = wizard
        .suggestion
        .with_untracked(|read| reasons(&verdict, &description, read, &answers));
    let pulls = reasons.into_iter().map(|reason| Pull {
        name: reason.about,
        detail: reason.answer,
        weight: reason.weight,
    });
    let pulls: Vec<Pull> = pulls.collect();
    let why = if pulls.is_empty() {
        view! { <p class="muted">"No answer and no word has spoken for either side yet."</p> }
            .into_any()
    } else {
        view! { <Pulls pulls=pulls/> }.into_any()
    };
    let change = move |_| wizard.ask(Question::Repetition);
    let shape = verdict.shape;
    let (outlook, next) = match wizard.revises() {
        Some(earlier) => (
            None,
            view! { <Revising wizard=wizard verdict=verdict.clone() earlier=earlier/> }.into_any(),
        ),
        None => {
            let form = Form::new(wizard, &verdict);
            (
                Some(view! { <Outlook wizard=wizard form=form shape=shape/> }),
                view! { <Routing wizard=wizard shape=shape form=form/> }.into_any(),
            )
        }
    };
    let flips = (!verdict.undecided).then(|| view! { <WouldFlip wizard=wizard/> });
    view! {
        <main class="wizard-body two" id="main" tabindex="-1">
            <div class="stack" data-gap="8">
                <div class="stack" data-gap="4">
                    <p class="muted said">{format!("“{description}”")}</p>
                    <Heading verdict=verdict.clone()/>
                    <p class="lede">{advice(&verdict)}</p>
                </div>
                <div class="stack" data-gap="3">
                    <Needle reading=wizard.reading()/>
                    {by_words(wizard)}
                </div>
                <section class="stack" data-gap="2"><h2>"Why"</h2>{why}</section>
                {flips}
                <HowSure verdict=verdict.clone()/>
                {outlook}
            </div>
            <aside class="stack" data-gap="6" aria-label="What next">
                {next}
                <button type="button" class="btn" data-kind="quiet" on:click=change>"Change an answer"</button>
            </aside>
        </main>
    }
}

/// What the words alone read as, and how often such readings were right; nothing where they do not
/// tell. The verdict is more careful than that, as it waits for what only the person knows, and says so.
fn by_words(wizard: Wizard) -> Option<AnyView> {
    let read = wizard.suggestion.with_untracked(|read| read.reading);
    let what = described(read.leaning)?;
    let (n_right, n_all) =
        claimed(read.confidence).map_or((0, 0), |row| (row.n_right, row.n_readings));
    let counted = format!(
        ", and of {n_all} test descriptions that read as clearly, {n_right} were read right. The verdict counts words for less than answers, as only you know how it is."
    );
    Some(view! { <p class="muted">"Your words alone read as "{what}{counted}</p> }.into_any())
}

/// What the figures mean, and what was left out of them.
#[component]
fn HowSure(verdict: Verdict) -> impl IntoView {
    let kind = verdict.kind.word();
    let is_settled = (verdict.low < verdict.threshold) == (verdict.high < verdict.threshold);
    let open = if is_settled {
        "No answer that is still open could turn it."
    } else {
        "Answers that are still open could turn it; the grey band shows where four in five ways to answer them would lead."
    };
    let sure = format!(
        "{} is how far the pin is from the other end: 50 % decides nothing, and every answer for a {kind} brings it close to 100 %. {open}",
        format::percent(verdict.confidence)
    );
    let left_out = NOT_SCORED.map(|one| {
        view! { <li><b>{one.name}</b>". "{one.reason}</li> }
    });
    view! {
        <details class="more">
            <summary>"How sure is this, and what is not counted?"</summary>
            <p>{sure}</p>
            <p>
                "Each bar is a weight from one table; the "
                <a href=Route::Learn.href()>"Learn page"</a>
                " has the table with its reasons and shows how often the wizard was right."
            </p>
            <p>"Never counted:"</p>
            <ul class="plain">{left_out.into_iter().collect_view()}</ul>
        </details>
    }
}

#[component]
fn Heading(verdict: Verdict) -> impl IntoView {
    let drawing = kinds::drawing(verdict.kind);
    let text = if verdict.undecided {
        "It could be either".to_owned()
    } else {
        format!(
            "{}, {}",
            kinds::name(verdict.kind),
            format::percent(verdict.confidence)
        )
    };
    let shape = (!verdict.undecided && verdict.shape.is_hybrid())
        .then(|| view! { <p class="strong">{verdict.shape.title()}</p> });
    view! {
        <h1 class="verdict-h" tabindex="-1" data-page-heading="">
            {(!verdict.undecided).then(|| view! { <Glyph kind=drawing/> })}
            <span>{text}</span>
        </h1>
        {shape}
    }
}

fn advice(verdict: &Verdict) -> &'static str {
    if verdict.undecided {
        "Neither your words nor your answers speak for one side. Answer a question, or choose the board yourself."
    } else {
        verdict.shape.advice()
    }
}

/// The smallest changes that would turn the verdict.
#[component]
fn WouldFlip(wizard: Wizard) -> impl IntoView {
    let content = match wizard.flips() {
        Flips::NoneFound => {
            view! { <p class="muted">"No one or two answers would."</p> }.into_any()
        }
        Flips::Found(flips) => {
            let rows = flips
                .into_iter()
                .take(MAX_FLIPS)
                .map(flip_row)
                .collect_view();
            view! { <ul class="flip">{rows}</ul> }.into_any()
        }
    };
    view! {
        <section class="stack" data-gap="1">
            <h2>"What would flip it"</h2>
            {content}
        </section>
    }
}

fn flip_row(flip: Flip) -> impl IntoView {
    let drawing = kinds::drawing(flip.verdict);
    let changes = flip.changes.into_iter().map(|(question, answer)| {
        view! { <p>{question.name()}": "<b>{question.option(answer).title}</b></p> }
    });
    let verdict = format!(
        "{} {}",
        kinds::name(flip.verdict),
        format::percent(flip.confidence)
    );
    view! {
        <li>
            <div>{changes.collect_view()}</div>
            <span class="type" data-type=drawing.name()><Glyph kind=drawing/>{verdict}</span>
        </li>
    }
}
