//! The strip of a process: its present steps and the runs that stand on each.

use domain::id::TemplateId;
use domain::lists::List;
use domain::model::Step;
use leptos::prelude::*;

use crate::desk::desk;
use crate::ui::strip::strip;

/// The strip of a process; nothing while it has no steps.
#[component]
pub fn Strip(
    /// Which.
    id: TemplateId,
) -> impl IntoView {
    let desk = desk();
    move || {
        let steps = desk
            .ids::<Step>(List::Steps(id))
            .into_iter()
            .map(|step_id| {
                let title = desk.get::<Step>(step_id).map(|step| step.title.clone());
                let n_runs = desk.keys(List::RunsAt(id, step_id)).len();
                (title.unwrap_or_default(), n_runs)
            });
        strip(steps.collect())
    }
}
