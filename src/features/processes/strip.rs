//! A process at a glance: a cell for each step with the runs that stand there, and the way back.

use domain::id::TemplateId;
use domain::lists::List;
use domain::model::Step;
use leptos::prelude::*;

use crate::desk::desk;
use crate::ui::icon::Icon;

/// The strip of a process; nothing while it has no steps.
#[component]
pub fn Strip(
    /// Which.
    id: TemplateId,
) -> impl IntoView {
    let desk = desk();
    let steps = Memo::new(move |_| desk.ids::<Step>(List::Steps(id)));
    let cells = move || {
        let cells = steps.get().into_iter().map(|step_id| {
            let n_runs = desk.keys(List::RunsAt(id, step_id)).len();
            let title = desk
                .get::<Step>(step_id)
                .map(|step| step.title.clone())
                .unwrap_or_default();
            let shown = if n_runs == 0 {
                "·".to_owned()
            } else {
                n_runs.to_string()
            };
            let spoken = format!("{title}: {n_runs}");
            let title = spoken.clone();
            view! {
                <li data-load=n_runs.min(3).to_string() title=title>
                    <span class="vh">{spoken}</span>
                    <span aria-hidden="true">{shown}</span>
                </li>
            }
        });
        cells.collect_view()
    };
    move || {
        (!steps.with(Vec::is_empty)).then(|| {
            view! {
                <ol class="strip" aria-label="Runs at each step">
                    {cells}
                    <li class="back" aria-hidden="true"><Icon name="corner-up-left"/></li>
                </ol>
            }
        })
    }
}
