//! How a project stands, as every page draws it.

use domain::health::{Health, health};
use domain::id::{ProjectId, TaskId};
use domain::lists::List;
use domain::model::{Project, Task};
use leptos::prelude::*;

use super::Desk;
use crate::ui::icon::Status;

/// How a project stands today, tracked by the project and its soonest task; `None` when it is gone.
pub fn of_project(desk: Desk, id: ProjectId) -> Option<Health> {
    let project = desk.get::<Project>(id)?;
    let first_due = desk
        .keys(List::OpenTasksDue(id))
        .first()
        .and_then(|key| desk.get::<Task>(TaskId::from_key(*key))?.due);
    Some(health(&project, first_due, desk.today()))
}

/// The shape and the word, with the rule behind them as a title.
pub fn mark(health: Health) -> impl IntoView {
    let shape = shape(health);
    view! { <Status status=shape label=health.name() title=health.rule()/> }
}

/// The shape alone, for a narrow place, where a project needs a look; the word is for those who
/// do not see it.
pub fn warning(health: Health) -> Option<impl IntoView> {
    let shape = match health {
        Health::OffTrack | Health::Watch => shape(health),
        _ => return None,
    };
    Some(view! {
        <span class="status" data-status=shape title=health.rule()>
            <svg viewBox="0 0 16 16" aria-hidden="true"><use href=format!("#s-{shape}")></use></svg>
            <span class="vh">{health.name()}</span>
        </span>
    })
}

fn shape(health: Health) -> &'static str {
    match health {
        Health::Done => "done",
        Health::OffTrack => "bad",
        Health::Watch => "watch",
        Health::NoFinish => "todo",
        Health::OnTrack => "good",
    }
}
