//! My steps today: what is late or due across all processes, the most pressing first, and below it
//! what comes later.

use domain::command::{SettingsCommand, SettingsDraft};
use domain::id::RunId;
use domain::lists::List;
use domain::model::{Person, Run, Template, Version};
use domain::route::Route;
use domain::time::Instant;
use leptos::prelude::*;

use crate::desk::{Desk, desk, people};
use crate::features::processes::clock;
use crate::features::processes::filled::filled;
use crate::platform::clock::local_day;
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
            "Steps today"
        };
        let today = desk.today();
        let (pressing, later): (Vec<_>, Vec<_>) =
            all.into_iter().take(MAX_ROWS).partition(|(_, due, ..)| {
                let day = due.and_then(local_day);
                day.is_some_and(|day| day <= today)
            });
        let list = |rows: Vec<(bool, Option<Instant>, RunId, u32)>| {
            let rows = rows
                .into_iter()
                .map(|(_, _, run, token)| row(desk, run, token));
            view! { <ul class="rows">{rows.collect_view()}</ul> }
        };
        let pressing = if pressing.is_empty() {
            view! { <p class="muted">"Nothing is due today."</p> }.into_any()
        } else {
            list(pressing).into_any()
        };
        let later = (!later.is_empty()).then(|| view! { <h3>"Later"</h3>{list(later)} });
        let hint = (!is_mine).then(|| who(desk));
        Some(view! {
            <section class="stack my-steps" data-gap="2">
                <h2>{title}</h2>
                {hint}
                {pressing}
                {later}
                {(n_more > 0).then(|| view! { <p class="meta">{format!("and {}", format::count(n_more, "more step", "more steps"))}</p> })}
            </section>
        })
    };
    dynamic(rows)
}

/// Asks who sits here, as long as anyone could be meant.
fn who(desk: Desk) -> Option<AnyView> {
    let people = people::choices(desk, "Choose").get();
    if people.len() < 2 {
        return None;
    }
    let options = people.into_iter().map(|(id, name)| {
        let value = if id.is_empty() { id } else { name.clone() };
        view! { <option value=value>{name}</option> }
    });
    let choose = move |event| {
        let draft = SettingsDraft {
            your_name: event_target_value(&event),
            ..desk.read(|ws| SettingsDraft::of(&ws.settings()))
        };
        desk.run(SettingsCommand::Edit { draft });
    };
    Some(
        view! {
            <label class="line-up meta who">
                "Choose who you are, and the list shows your steps"
                <select class="input" on:change=choose>{options.collect_view()}</select>
            </label>
        }
        .into_any(),
    )
}

fn row(desk: Desk, id: RunId, token: u32) -> Option<AnyView> {
    let run = desk.get::<Run>(id)?;
    let version = desk.get::<Version>(run.version)?;
    let own = run.token(token);
    let step = version.step(own.map_or(run.current?, |token| token.step))?;
    let process = desk.get::<Template>(run.template)?.name.clone();
    let due = own.and_then(|token| Some(clock::clock(desk, token.entered_at, token.due?, &run)));
    let assignee = own.map_or(run.assignee, |token| token.assignee);
    let title = filled(desk, id, &step.title);
    let name = format!(": {}", run.name);
    Some(
        view! {
            <li class="row">
                <span><a class="title" href=Route::Run(id).href()>{title}{name}</a><span class="sub">{process}</span></span>
                <span class="end line-up">{due.map(clock::drawn)}{people::face(desk, assignee)}</span>
            </li>
        }
        .into_any(),
    )
}
