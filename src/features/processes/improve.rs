//! A process's improvement backlog, and what each change did.

mod effect_view;
mod form;

pub use form::{FormFor, ImprovementDialog};

use domain::command::{ImprovementCommand, ImprovementDraft};
use domain::id::{ImprovementId, TemplateId};
use domain::lists::List;
use domain::model::{Improvement, Pdca};
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::features::processes::head::{ProcessFrame, ProcessTab};
use crate::features::processes::improve::effect_view::effect_of;
use crate::features::processes::metrics::{Explained, Explanation};
use crate::ui::dynamic::{dynamic, each};
use crate::ui::empty::Empty;
use crate::ui::icon::{Icon, Kind};
use crate::ui::menu::{Menu, MenuItem};

/// A process's improvements.
#[component]
pub fn ImprovePage(
    /// Which.
    id: TemplateId,
) -> impl IntoView {
    view! { <ProcessFrame id=id tab=ProcessTab::Improve><Backlog id=id/></ProcessFrame> }
}

#[component]
fn Backlog(id: TemplateId) -> impl IntoView {
    let desk = desk();
    let form = RwSignal::new(None::<FormFor>);
    let explained = RwSignal::new(None::<Explained>);
    let keys = move || {
        desk.keys(List::Improvements(id))
            .iter()
            .rev()
            .copied()
            .collect()
    };
    let is_empty = Memo::new(move |_| desk.keys(List::Improvements(id)).is_empty());
    let add = move || {
        view! {
            <button type="button" class="btn" data-kind="primary" on:click=move |_| form.set(Some(FormFor::New(id, ImprovementDraft::default())))>
                <Icon name="plus"/>
                <span class="label">"Add an improvement"</span>
            </button>
        }
    };
    view! {
        {dynamic(move || if is_empty.get() {
            view! {
                <Empty
                    kind=Kind::Loop title="No improvement yet"
                    text="Write down what is wrong and what you will try. When runs have passed both before and after, Loopline says whether it made a difference."
                >
                    {add()}
                </Empty>
            }.into_any()
        } else {
            view! {
                <div class="toolbar">{add()}</div>
                <ul class="improvements">
                    {each(keys, move |key| item(desk, ImprovementId::from_key(key), form, explained))}
                </ul>
            }.into_any()
        })}
        <ImprovementDialog form=form/>
        <Explanation explained=explained/>
    }
}

fn item(
    desk: Desk,
    id: ImprovementId,
    form: RwSignal<Option<FormFor>>,
    explained: RwSignal<Option<Explained>>,
) -> AnyView {
    let improvement = desk.record::<Improvement>(id);
    let content = move || {
        let improvement = improvement.get()?;
        let title = improvement.title.clone();
        let label = format!("Actions for “{title}”");
        let items = Callback::new(move |()| {
            vec![
                MenuItem {
                    name: "Edit improvement".to_owned(),
                    icon: "pencil",
                    action: Callback::new(move |()| form.set(Some(FormFor::Existing(id)))),
                },
                MenuItem {
                    name: "Delete improvement".to_owned(),
                    icon: "trash-2",
                    action: Callback::new(move |()| {
                        desk.run(ImprovementCommand::Delete { id });
                    }),
                },
            ]
        });
        let parts = [
            ("Problem", improvement.problem.clone()),
            ("Hypothesis", improvement.hypothesis.clone()),
            ("Result", improvement.result.clone()),
        ];
        let parts = parts
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(name, text)| {
                view! { <dt>{name}</dt><dd>{text}</dd> }
            });
        Some(view! {
            <article class="box panel" aria-label=title.clone()>
                <div class="panel-head">
                    <h2>{title.clone()}</h2>
                    <span class="end">
                        {stages(desk, id, &title, improvement.stage)}
                        <Menu label=label items=items/>
                    </span>
                </div>
                <div class="panel-body">
                    <dl class="says">{parts.collect_view()}</dl>
                    {effect_of(desk, &improvement, explained)}
                </div>
            </article>
        })
    };
    view! { <li>{dynamic(content)}</li> }.into_any()
}

/// The quarters of the cycle, with the present one pressed.
fn stages(desk: Desk, id: ImprovementId, title: &str, stage: Pdca) -> AnyView {
    let buttons = Pdca::ALL.map(|quarter| {
        let set = move |_| {
            desk.run(ImprovementCommand::SetStage { id, stage: quarter });
        };
        let is_pressed = if quarter == stage { "true" } else { "false" };
        view! { <button type="button" aria-pressed=is_pressed on:click=set>{quarter.name()}</button> }
    });
    let label = format!("How far “{title}” is");
    view! {
        <span class="segmented" role="group" aria-label=label>{buttons.into_iter().collect_view()}</span>
    }
    .into_any()
}
