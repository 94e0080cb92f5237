//! What a project is related to: its shape, the processes it runs through, where it came from, and what its close offers.

use domain::classify::Shape;
use domain::command::ProjectCommand;
use domain::id::{ProjectId, TemplateId};
use domain::lists::List;
use domain::model::{Project, Stage, Template};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::ui::dynamic::dynamic;
use crate::ui::icon::Icon;

/// The relations of a project; nothing for one that has none.
#[component]
pub fn Related(
    /// Which.
    id: ProjectId,
) -> impl IntoView {
    let desk = desk();
    let project = desk.record::<Project>(id);
    let offer = Memo::new(move |_| {
        project.with(|project| {
            let project = project.as_deref()?;
            let is_closing = matches!(project.stage, Stage::Close | Stage::Done);
            let is_drafted = !desk.keys(List::TemplatesFrom(id)).is_empty();
            project.shape.filter(|_| is_closing && !is_drafted)
        })
    });
    let relations = move || {
        let project = project.get()?;
        let shape = project
            .shape
            .map(|shape| view! { <span class="chip">{shape.title()}</span> });
        let runs_through = project.shape == Some(Shape::RunsThroughProcesses);
        let through = (runs_through || !project.through.is_empty()).then(|| {
            view! { <Through id=id through=project.through.clone()/> }
        });
        let from = project
            .from_template
            .and_then(|from| process_link(desk, from));
        let from = from.map(|link| view! { <p>"Made of the process "{link}</p> });
        Some(view! { {shape}{through}{from} })
    };
    let drafted = move || {
        let ids = desk.ids::<Template>(List::TemplatesFrom(id));
        let rows = ids.into_iter().filter_map(|id| process_link(desk, id));
        let rows = rows.map(|link| view! { <p>"Left behind the process "{link}</p> });
        rows.collect_view()
    };
    let kept = move || {
        let kept = project.get()?.kept.clone();
        (!kept.is_empty()).then(|| view! {
            <details class="more">
                <summary>"Kept from the process it was"</summary>
                {kept.into_iter().map(|page| view! { <p class="prose">{page}</p> }).collect_view()}
            </details>
        })
    };
    view! {
        <div class="related">
            {dynamic(move || offer.get().map(|shape| view! { <Offer id=id shape=shape/> }))}
            {dynamic(relations)}
            {dynamic(drafted)}
            {dynamic(kept)}
        </div>
    }
}

/// What the close of a hybrid offers: its result, or what it shares with its like, as a process.
#[component]
fn Offer(id: ProjectId, shape: Shape) -> impl IntoView {
    let desk = desk();
    let text = match shape {
        Shape::BuildsProcess => {
            "This project builds a process. Draft it now: steps from its tasks, the owner, a link back."
        }
        Shape::RecurringProject => {
            "Projects like this one come back. Draft a process from its tasks, so that the next time is a run."
        }
        _ => return ().into_any(),
    };
    let dismiss = move |_| {
        let through = desk.read(|ws| {
            ws.get::<Project>(id)
                .map(|project| project.through.clone())
                .unwrap_or_default()
        });
        desk.run(ProjectCommand::Relate {
            id,
            shape: None,
            through,
        });
    };
    view! {
        <div class="offer">
            <span>{text}</span>
            <a class="btn" data-kind="primary" data-size="s" href=Route::ConvertProject(id).href()>"Draft the process"</a>
            <button type="button" class="btn" data-kind="quiet" data-size="s" on:click=dismiss>"Not this time"</button>
        </div>
    }
    .into_any()
}

#[component]
fn Through(id: ProjectId, through: Vec<TemplateId>) -> impl IntoView {
    let desk = desk();
    let relate = move |through: Vec<TemplateId>| {
        let shape = desk.read(|ws| ws.get::<Project>(id).and_then(|project| project.shape));
        desk.run(ProjectCommand::Relate { id, shape, through });
    };
    let links = through.iter().filter_map(|template_id| {
        let (template_id, mut rest) = (*template_id, through.clone());
        rest.retain(|other| *other != template_id);
        let name = desk.get::<Template>(template_id)?.name.clone();
        let label = format!("Unlink {name}");
        Some(view! {
            <span class="line-up" data-gap="1">
                {process_link(desk, template_id)}
                <button
                    type="button" class="btn" data-kind="quiet" data-size="s" data-icon="" aria-label=label
                    on:click=move |_| relate(rest.clone())
                >
                    <Icon name="x"/>
                </button>
            </span>
        })
    });
    let links = links.collect_view();
    let linked = through.clone();
    let others = desk
        .ids::<Template>(List::Templates)
        .into_iter()
        .filter_map(|id| {
            let name = desk.get::<Template>(id)?.name.clone();
            (!linked.contains(&id)).then(|| view! { <option value=id.to_string()>{name}</option> })
        });
    let others = others.collect_view();
    let add = move |event| {
        if let Ok(added) = event_target_value(&event).parse() {
            let mut through = through.clone();
            through.push(added);
            relate(through);
        }
    };
    view! {
        <div class="line-up">
            <span>"Runs through"</span>
            {links}
            <select class="input" aria-label="Link a process" on:change=add>
                <option value="">"Link a process…"</option>
                {others}
            </select>
        </div>
    }
}

fn process_link(desk: Desk, id: TemplateId) -> Option<impl IntoView> {
    let name = desk.get::<Template>(id)?.name.clone();
    Some(view! { <a href=Route::Process(id).href()>{name}</a> })
}
