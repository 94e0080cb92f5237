//! What will be set up: what the words and answers put in, and what else pressing the button makes,
//! worked out by the command itself.

use domain::classify::Shape;
use domain::command::DecisionCommand;
use domain::outlook::{Created, outlook};
use domain::workspace::Table;
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::features::wizard::brief::BriefChoices;
use crate::features::wizard::routing::Form;
use crate::features::wizard::state::Wizard;
use crate::ui::dynamic::dynamic;
use crate::ui::format;

/// Records named in a line; the others are counted.
const MAX_NAMED: usize = 4;

/// What will be there afterward, before it is made.
#[component]
pub fn Outlook(wizard: Wizard, form: Form, shape: Shape) -> impl IntoView {
    let desk = desk();
    let made = Memo::new(move |_| made(desk, wizard, form));
    let of_shape = move || {
        let lines = if form.is_overruled() {
            &[]
        } else {
            shape.sets_up()
        };
        let rows = lines.iter().map(|line| view! { <li>{*line}</li> });
        rows.collect_view()
    };
    let rows = move || {
        let rows = made.get().into_iter().map(|line| view! { <li>{line}</li> });
        rows.collect_view()
    };
    view! {
        <section class="stack" data-gap="4" aria-labelledby="outlook-heading">
            <div class="stack" data-gap="2">
                <h2 id="outlook-heading">"What will be set up"</h2>
                <ul class="plain">{dynamic(rows)}{dynamic(of_shape)}</ul>
            </div>
            <BriefChoices brief=form.brief()/>
        </section>
    }
}

fn made(desk: Desk, wizard: Wizard, form: Form) -> Vec<String> {
    let Ok(mut work) = form.work(wizard) else {
        return Vec::new();
    };
    if work.name.trim().is_empty() {
        "Without a name".clone_into(&mut work.name);
    }
    if work.overrule_reason.is_empty() {
        "Not given yet".clone_into(&mut work.overrule_reason);
    }
    let Ok(plan) = desk.preview(DecisionCommand::Route(work)) else {
        return Vec::new();
    };
    let mut created = desk.read(|ws| outlook(ws, &plan.change));
    created.sort_by_key(|created| place(created.table));
    created.iter().map(said).collect()
}

/// The work first, then what it consists of, then what surrounds it.
fn place(table: Table) -> u8 {
    match table {
        Table::Project | Table::Template => 0,
        Table::Task | Table::Step => 1,
        Table::Decision => 3,
        _ => 2,
    }
}

fn said(created: &Created) -> String {
    let n = created.titles.len();
    match created.table {
        Table::Decision => {
            "This decision with its reasons, so that it can be looked at again".to_owned()
        }
        Table::Project | Table::Template => {
            format!("{} “{}”", created.what, created.titles.join("”, “"))
        }
        Table::Charter => "Its charter".to_owned(),
        Table::Gate => "The gate to its next stage, with conditions".to_owned(),
        Table::Version => "Version 1 of the steps, which the schedule needs".to_owned(),
        Table::Link => format!("{n} links between the tasks, so that dates follow from each other"),
        Table::Task if created.n_phases > 0 => {
            let phases = format::count(created.n_phases, "phase", "phases");
            let what = if n == 1 { "task" } else { "tasks" };
            named(n, &format!("{what} in {phases}"), &created.titles)
        }
        Table::Raid => named(n, if n == 1 { "risk" } else { "risks" }, &created.titles),
        _ => named(n, &created.what.to_lowercase(), &created.titles),
    }
}

fn named(n: usize, what: &str, titles: &[String]) -> String {
    let shown = titles.get(..MAX_NAMED.min(n)).unwrap_or_default();
    let rest = if n > MAX_NAMED { " …" } else { "" };
    format!("{n} {what}: {}{rest}", shown.join(" · "))
}
