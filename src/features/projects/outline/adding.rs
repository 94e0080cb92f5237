//! The row in which a new task is written. Enter adds it and begins the next one.

use domain::command::OutlineCommand;
use domain::id::TaskId;
use leptos::attr::custom::custom_attribute;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use crate::features::projects::outline::cells::Col;
use crate::features::projects::outline::sheet::{Gap, Sheet};
use crate::platform::clipboard;
use crate::platform::focus;
use crate::ui::dynamic::{dynamic, text};

/// The row of a new task.
#[component]
pub fn NewRow(sheet: Sheet) -> impl IntoView {
    let desk = sheet.desk();
    let title = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let field = NodeRef::<html::Input>::new();
    focus::when_drawn(field);
    // Adds what is typed, and says whether that went well.
    let add = move || {
        let Some(gap) = sheet.gap.get_untracked() else {
            return false;
        };
        let done = desk.try_run(OutlineCommand::Add {
            project: sheet.project,
            parent: gap.parent,
            before: gap.before,
            title: title.get_untracked(),
        });
        match done {
            Ok(done) => {
                title.set(String::new());
                error.set(None);
                let created = done.created.map(|id| TaskId::from_key(id.key));
                sheet.at.set(created.map(|id| (id, Col::Title)));
                sheet.gap.set(Some(Gap {
                    after: created,
                    ..gap
                }));
                true
            }
            Err(refused) => {
                error.set(Some(refused.to_string()));
                false
            }
        }
    };
    let end = move || {
        sheet.gap.set(None);
        sheet.refocus();
    };
    let on_key = move |event: KeyboardEvent| {
        event.stop_propagation();
        let is_empty = title.with_untracked(|title| title.trim().is_empty());
        match event.key().as_str() {
            "Enter" if is_empty => end(),
            "Enter" => {
                add();
            }
            "Escape" => end(),
            "ArrowRight" if event.alt_key() => deeper(sheet),
            "ArrowLeft" if event.alt_key() => higher(sheet),
            _ => return,
        }
        event.prevent_default();
    };
    let on_blur = move |_| {
        // The row moves below each task it adds, and is not left by that.
        let is_empty = title.try_with_untracked(|title| title.trim().is_empty());
        request_animation_frame(move || {
            let has_left = !crate::platform::focus::is_on("[data-new-task]");
            if has_left && is_empty == Some(true) {
                sheet.gap.try_set(None);
            }
        });
    };
    let on_paste = move |event: leptos::ev::ClipboardEvent| {
        let list = clipboard::pasted(&event).filter(|text| text.trim().contains('\n'));
        let Some(list) = list else { return };
        event.prevent_default();
        event.stop_propagation();
        let Some(gap) = sheet.gap.get_untracked() else {
            return;
        };
        let done = desk.try_run(OutlineCommand::Paste {
            project: sheet.project,
            parent: gap.parent,
            before: gap.before,
            list,
        });
        match done {
            Ok(done) => {
                sheet.gap.set(None);
                if let Some(created) = done.created {
                    sheet.focus(TaskId::from_key(created.key), Col::Title);
                }
            }
            Err(refused) => error.set(Some(refused.to_string())),
        }
    };
    let level = move || sheet.gap.with(|gap| gap.map_or(0, |gap| gap.level));
    view! {
        <div
            class="outline-row" role="row"
            style:--level=text(move || level().to_string())
            {..custom_attribute("aria-level", text(move || (level() + 1).to_string()))}
        >
            <div class="outline-cell" role="gridcell">
                <span class="outline-grip" data-off="" aria-hidden="true"></span>
                <span class="outline-fold-place"></span>
                <div class="outline-edit">
                    <input
                        class="input" node_ref=field data-size="s" data-new-task="" autocomplete="off"
                        aria-label="Title of the new task" placeholder="What is to be done? A pasted list becomes tasks."
                        prop:value=title on:input=move |event| title.set(event_target_value(&event))
                        on:keydown=on_key on:paste=on_paste on:blur=on_blur
                    />
                    {dynamic(move || error.get().map(|sentence| view! { <p class="outline-error" role="alert">{sentence}</p> }))}
                </div>
            </div>
        </div>
    }
}

/// The new task becomes a part of the one before it on its level.
fn deeper(sheet: Sheet) {
    let Some(gap) = sheet.gap.get_untracked() else {
        return;
    };
    let siblings = sheet.parts(gap.parent);
    let place = match gap.before {
        Some(before) => siblings.iter().position(|id| *id == before),
        None => Some(siblings.len()),
    };
    let above = place
        .and_then(|place| siblings.get(place.checked_sub(1)?))
        .copied();
    if let Some(above) = above {
        sheet.fold(above, false);
        sheet.gap.set(Some(Gap {
            parent: Some(above),
            before: None,
            level: gap.level + 1,
            ..gap
        }));
    }
}

/// The new task goes after the one it would be a part of.
fn higher(sheet: Sheet) {
    let Some(gap) = sheet.gap.get_untracked() else {
        return;
    };
    if let Some(parent) = gap.parent {
        let (parent, before) = sheet.place_after(parent);
        sheet.gap.set(Some(Gap {
            parent,
            before,
            level: gap.level.saturating_sub(1),
            ..gap
        }));
    }
}
