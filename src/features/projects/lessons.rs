//! What was learned in a project.

use domain::command::{LessonDraft, TeamCommand};
use domain::id::{LessonId, ProjectId};
use domain::lists::List;
use domain::model::{Lesson, LessonKind, Template};
use leptos::prelude::*;

use crate::desk::desk;
use crate::ui::dialog::Dialog;
use crate::ui::dynamic::dynamic;
use crate::ui::field::{SelectField, TextArea};
use crate::ui::form::{FormFoot, field_error};
use crate::ui::menu::{Menu, MenuItem};

/// The lessons, and a way to keep one.
#[component]
pub fn Lessons(
    /// Whose.
    id: ProjectId,
) -> impl IntoView {
    let desk = desk();
    let is_open = RwSignal::new(false);
    let rows = move || {
        let lessons = desk.ids::<Lesson>(List::Lessons(id));
        if lessons.is_empty() {
            let none =
                "None yet. What went well, what to do better next time, what is still a puzzle?";
            return view! { <p class="panel-note">{none}</p> }.into_any();
        }
        let rows = lessons.into_iter().map(|lesson| view! { <Row id=lesson/> });
        view! { <ul class="rows" aria-label="Lessons">{rows.collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="panel">
            <header class="panel-head">
                <h2>"Lessons"</h2>
                <div class="end">
                    <button type="button" class="btn" data-size="s" on:click=move |_| is_open.set(true)>"Keep a lesson"</button>
                </div>
            </header>
            {dynamic(rows)}
            <Dialog open=is_open title="Keep a lesson".to_owned()><LessonForm id=id open=is_open/></Dialog>
        </section>
    }
}

#[component]
fn Row(id: LessonId) -> impl IntoView {
    let desk = desk();
    let lesson = desk.record::<Lesson>(id);
    let set_done = move |event| {
        let is_done = event_target_checked(&event);
        if let Some(lesson) = lesson.get_untracked() {
            let draft = LessonDraft {
                is_done,
                ..LessonDraft::of(&lesson)
            };
            desk.run(TeamCommand::EditLesson { id, draft });
        }
    };
    let items = Callback::new(move |()| {
        vec![MenuItem {
            name: "Delete".to_owned(),
            icon: "trash-2",
            action: Callback::new(move |()| {
                desk.run(TeamCommand::DeleteLesson { id });
            }),
        }]
    });
    let content = move || {
        let lesson = lesson.get()?;
        let about = lesson.about.and_then(|about| {
            let id = domain::id::TemplateId::from_key(about.key);
            desk.get::<Template>(id)
                .map(|template| template.name.clone())
        });
        let about = about.map(|name| view! { <span class="sub">{format!("About {name}")}</span> });
        let action = (!lesson.action.is_empty()).then(|| {
            let action = lesson.action.clone();
            view! {
                <label class="check">
                    <input type="checkbox" prop:checked=lesson.is_done on:change=set_done/>
                    <span>{action}</span>
                </label>
            }
        });
        Some(view! {
            <div>
                <span class="sub">{lesson.kind.name()}</span>
                {lesson.text.clone()}
                {about}
                {action}
            </div>
        })
    };
    view! {
        <li class="row">
            {dynamic(content)}
            <Menu label="Lesson actions".to_owned() items=items/>
        </li>
    }
}

#[component]
fn LessonForm(id: ProjectId, open: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let kind = RwSignal::new("0".to_owned());
    let text = RwSignal::new(String::new());
    let action = RwSignal::new(String::new());
    let about = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let kinds: Vec<(String, String)> = LessonKind::ALL
        .iter()
        .enumerate()
        .map(|(at, kind)| (at.to_string(), kind.name().to_owned()))
        .collect();
    let templates = Signal::derive(move || {
        let templates = desk.ids::<Template>(List::Templates).into_iter();
        let names = templates
            .filter_map(|id| Some((id.to_string(), desk.get::<Template>(id)?.name.clone())));
        std::iter::once((String::new(), "No process".to_owned()))
            .chain(names)
            .collect()
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let at: usize = kind.get_untracked().parse().unwrap_or(0);
        let draft = LessonDraft {
            kind: LessonKind::ALL.get(at).copied().unwrap_or_default(),
            text: text.get_untracked(),
            action: action.get_untracked(),
            owner: None,
            about: about.get_untracked().parse().ok(),
            is_done: false,
        };
        match desk.try_run(TeamCommand::AddLesson { project: id, draft }) {
            Ok(_) => open.set(false),
            Err(refused) => error.set(Some(refused.to_string())),
        }
    };
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                <SelectField label="Kind" value=kind options=Signal::stored(kinds)/>
                <TextArea label="Lesson" value=text error=field_error(error, "Lesson")/>
                <TextArea label="Action" value=action optional=true help="What will be done differently, or again."/>
                <SelectField
                    label="About" value=about options=templates optional=true
                    help="A process this work follows; the lesson shows there when it recurs."
                />
            </div>
            <FormFoot open=open save="Keep lesson" error=error fields=&["Lesson"]/>
        </form>
    }
}
