//! What needs a look, each with its reason and the way there.

use domain::model::{Project, Run};
use domain::overview::{Attention, Overview};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::ui::dynamic::dynamic;
use crate::ui::format;
use crate::ui::icon::{Glyph, Kind, Status};

/// Rows shown; the rest is counted.
const MAX_ROWS: usize = 6;

#[component]
pub fn NeedsAttention(overview: Memo<Overview>) -> impl IntoView {
    let desk = desk();
    let attention = Memo::new(move |_| overview.with(|overview| overview.attention.clone()));
    dynamic(move || {
        let attention = attention.get();
        let n = attention.len();
        let rows = attention
            .into_iter()
            .take(MAX_ROWS)
            .filter_map(|item| row(desk, &item));
        let content = if n == 0 {
            view! { <p class="panel-note">"Nothing is late, and no run has waited for more than a week."</p> }.into_any()
        } else {
            view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any()
        };
        let rest = (n > MAX_ROWS).then(|| {
            view! { <p class="panel-note">{format!("and {} more", n - MAX_ROWS)}</p> }
        });
        view! {
            <section class="panel attn" aria-label="Needs attention">
                <div class="panel-head"><h2>"Needs attention"</h2><span class="meta">{n}</span></div>
                {content}
                {rest}
            </section>
        }
    })
}

fn row(desk: Desk, item: &Attention) -> Option<AnyView> {
    let today = desk.today();
    let (status, word, kind, name, why, route) = match item {
        Attention::OverduePromise { project, finish } => (
            "bad",
            "Off track",
            Kind::Line,
            desk.get::<Project>(*project)?.name.clone(),
            format!(
                "The promised finish, {}, has passed.",
                format::day(*finish, today)
            ),
            Route::Project(*project),
        ),
        Attention::FinishSoon { project, finish } => (
            "watch",
            "Watch",
            Kind::Line,
            desk.get::<Project>(*project)?.name.clone(),
            format!(
                "The promised finish is near: {}.",
                format::due(*finish, today)
            ),
            Route::Project(*project),
        ),
        Attention::LateTasks { project, n_tasks } => (
            "watch",
            "Watch",
            Kind::Line,
            desk.get::<Project>(*project)?.name.clone(),
            match n_tasks {
                1 => "1 task is past its day.".to_owned(),
                n => format!("{n} tasks are past their day."),
            },
            Route::Project(*project),
        ),
        Attention::WaitingRun { run, millis } => (
            "watch",
            "Watch",
            Kind::Loop,
            desk.get::<Run>(*run)?.name.clone(),
            format!(
                "Has waited on its step for {} days.",
                millis / (24 * 60 * 60 * 1_000)
            ),
            Route::Run(*run),
        ),
    };
    Some(
        view! {
            <li class="row">
                <Status status=status label=word/>
                <span class="title"><Glyph kind=kind/><a href=route.href()>{name}</a></span>
                <span class="why">{why}</span>
            </li>
        }
        .into_any(),
    )
}
