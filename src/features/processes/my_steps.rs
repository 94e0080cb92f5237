//! My steps today: what is to do across all processes, the most pressing first.

use domain::id::RunId;
use domain::lists::List;
use domain::model::{Person, Run, Template, Version};
use domain::route::Route;
use domain::time::Instant;
use leptos::prelude::*;

use crate::desk::{Desk, desk, people};
use crate::features::processes::clock;
use crate::ui::dynamic::dynamic;
use crate::ui::format;

/// Rows that are drawn; the rest is counted.
const MAX_ROWS: usize = 30;

/// The steps that are mine, by the name in Settings; everyone's while there is no such person.
#[component]
pub fn MySteps() -> impl IntoView {
    let desk = desk();
    let steps = Memo::new(move |_| {
        let (me, mut rows) = desk.compute(|ws| {
            let name = ws.settings().your_name.to_lowercase();
            let mut people = ws.list::<Person>(List::People);
            let me = people
                .find(|(_, person)| person.name.to_lowercase() == name)
                .map(|(id, _)| id);
            let runs: Vec<RunId> = match me {
                Some(me) => ws.ids::<Run>(List::RunsOf(me)),
                None => {
                    let all = ws.list::<Template>(List::Templates);
                    all.flat_map(|(id, _)| ws.ids::<Run>(List::OpenRuns(id)))
                        .collect()
                }
            };
            let rows = runs
                .into_iter()
                .filter_map(|id| Some((id, ws.get::<Run>(id)?)));
            let rows = rows
                .filter(|(_, run)| run.paused_at.is_none())
                .flat_map(|(id, run)| {
                    let own = run
                        .open_tokens()
                        .filter(|token| me.is_none() || token.assignee == me);
                    let mut places: Vec<(u32, Option<Instant>)> =
                        own.map(|token| (token.key, token.due)).collect();
                    if run.tokens.is_empty() && run.current.is_some() {
                        places.push((0, None));
                    }
                    places
                        .into_iter()
                        .map(move |(token, due)| (due.is_none(), due, id, token))
                });
            (me, rows.collect::<Vec<_>>())
        });
        rows.sort_unstable();
        (me.is_some(), rows)
    });
    let rows = move || {
        let (is_mine, all) = steps.get();
        if all.is_empty() {
            return None;
        }
        let n_more = all.len().saturating_sub(MAX_ROWS);
        let title = if is_mine {
            "My steps today"
        } else {
            "Steps to do"
        };
        let rows = all
            .into_iter()
            .take(MAX_ROWS)
            .map(|(_, _, run, token)| row(desk, run, token));
        let hint = (!is_mine).then(|| view! {
            <p class="meta">"Write your name in Settings as it stands among the people, and this list is yours."</p>
        });
        Some(view! {
            <section class="stack my-steps" data-gap="2">
                <h2>{title}</h2>
                {hint}
                <ul class="rows">{rows.collect_view()}</ul>
                {(n_more > 0).then(|| view! { <p class="meta">{format!("and {}", format::count(n_more, "more step", "more steps"))}</p> })}
            </section>
        })
    };
    dynamic(rows)
}

fn row(desk: Desk, id: RunId, token: u32) -> Option<AnyView> {
    let run = desk.get::<Run>(id)?;
    let version = desk.get::<Version>(run.version)?;
    let own = run.token(token);
    let step = version.step(own.map_or(run.current?, |token| token.step))?;
    let process = desk.get::<Template>(run.template)?.name.clone();
    let due = own.and_then(|token| Some(clock::clock(desk, token.entered_at, token.due?, &run)));
    let assignee = own.map_or(run.assignee, |token| token.assignee);
    let title = format!("{}: {}", step.title, run.name);
    Some(
        view! {
            <li class="row">
                <span><a class="title" href=Route::Run(id).href()>{title}</a><span class="sub">{process}</span></span>
                <span class="end line-up">{due.map(clock::drawn)}{people::face(desk, assignee)}</span>
            </li>
        }
        .into_any(),
    )
}
