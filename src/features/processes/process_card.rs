//! A process in the library.

use domain::command::TemplateCommand;
use domain::id::TemplateId;
use domain::lists::List;
use domain::model::{Run, Template};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{Desk, desk, people};
use crate::features::processes::process_form::FormFor;
use crate::features::processes::run_form::StartRun;
use crate::features::processes::strip::Strip;
use crate::ui::dynamic::dynamic;
use crate::ui::format;
use crate::ui::icon::{Glyph, Kind};
use crate::ui::menu::{Menu, MenuItem};

/// Name, purpose, runs at each step, and a run to start.
#[component]
pub fn ProcessCard(
    /// Which.
    id: TemplateId,
    /// The dialog to edit it in.
    form: RwSignal<Option<FormFor>>,
) -> impl IntoView {
    let desk = desk();
    let template = desk.record::<Template>(id);
    let name = Memo::new(move |_| template.get().map(|t| t.name.clone()).unwrap_or_default());
    let purpose = move || {
        let purpose = template.get()?.purpose.clone();
        (!purpose.is_empty()).then(|| view! { <p class="desc">{purpose}</p> })
    };
    let sample = move || {
        let is_sample = template.get().is_some_and(|t| t.sample);
        is_sample.then(|| view! { <span class="chip" data-kind="sample">"Sample"</span> })
    };
    let n_steps = Memo::new(move |_| desk.keys(List::Steps(id)).len());
    let n_finished = Memo::new(move |_| desk.keys(List::FinishedRuns(id)).len());
    let n_open = Memo::new(move |_| desk.keys(List::Runs(id)).len() - n_finished.get());
    let figure = move |name: &'static str, value: Memo<usize>| {
        view! { <div><dt>{name}</dt><dd class="num">{value}</dd></div> }
    };
    view! {
        <article class="card proc-card">
            <div class="top">
                <Glyph kind=Kind::Loop/>
                <h2><a href=Route::Process(id).href()>{name}</a></h2>
                <span class="end raise">
                    {dynamic(sample)}
                    <Menu
                        label=Signal::derive(move || format!("Actions for {}", name.get()))
                        items=Callback::new(move |()| menu_items(desk, id, form))
                    />
                </span>
            </div>
            {dynamic(purpose)}
            <Strip id=id/>
            <dl class="figs">
                {figure("In flight", n_open)}
                {figure("Steps", n_steps)}
                {figure("Finished", n_finished)}
            </dl>
            <div class="foot">
                <span class="raise"><StartRun id=id small=true/></span>
                {dynamic(move || oldest_wait(desk, id))}
                {dynamic(move || people::face(desk, template.get().and_then(|t| t.owner)))}
            </div>
        </article>
    }
}

/// How long the run that waits longest on its step has waited; tracked by the run list.
fn oldest_wait(desk: Desk, id: TemplateId) -> Option<impl IntoView> {
    let runs = desk.ids::<Run>(List::Runs(id)).into_iter();
    let open = runs
        .filter_map(|id| desk.get::<Run>(id))
        .filter(|run| run.current.is_some());
    let entered = open.map(|run| run.entered_at).min()?;
    let text = format::elapsed(desk.now().millis_since(entered));
    Some(
        view! { <span title="The longest any open run has stood on its step">{format!("Longest wait {text}")}</span> },
    )
}

fn menu_items(desk: Desk, id: TemplateId, form: RwSignal<Option<FormFor>>) -> Vec<MenuItem> {
    let go = |name: &str, icon, route: Route| MenuItem {
        name: name.to_owned(),
        icon,
        action: Callback::new(move |()| desk.go(&route)),
    };
    vec![
        go("Open the runs board", "columns-3", Route::Runs(id)),
        MenuItem {
            name: "Edit".to_owned(),
            icon: "pencil",
            action: Callback::new(move |()| form.set(Some(FormFor::Existing(id)))),
        },
        MenuItem {
            name: "Delete".to_owned(),
            icon: "trash-2",
            action: Callback::new(move |()| {
                desk.run(TemplateCommand::Delete { id });
            }),
        },
    ]
}
