//! What was said about a task.

use domain::command::CommentCommand;
use domain::id::{CommentId, TaskId};
use domain::lists::List;
use domain::model::Comment;
use leptos::prelude::*;

use crate::desk::desk;
use crate::ui::dynamic::{dynamic, each};
use crate::ui::field::TextArea;
use crate::ui::form::field_error;
use crate::ui::format;

/// The comments from first to last, and a field for the next one.
#[component]
pub fn Comments(
    /// The task.
    id: TaskId,
) -> impl IntoView {
    let desk = desk();
    let typed = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let say = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = typed.get_untracked();
        match desk.try_run(CommentCommand::Create { task: id, text }) {
            Ok(_) => {
                typed.set(String::new());
                error.set(None);
            }
            Err(refused) => error.set(Some(refused.to_string())),
        }
    };
    view! {
        <section class="stack" data-gap="2" aria-label="Comments">
            <h3 class="label">"Comments"</h3>
            <ul class="rows">
                {each(
                    move || desk.keys(List::Comments(id)).to_vec(),
                    |key| view! { <Said id=CommentId::from_key(key)/> }.into_any(),
                )}
            </ul>
            <form class="stack" data-gap="2" on:submit=say novalidate=true>
                <TextArea label="Comment" value=typed error=field_error(error, "Comment")/>
                <div><button type="submit" class="btn">"Add comment"</button></div>
            </form>
        </section>
    }
}

#[component]
fn Said(id: CommentId) -> impl IntoView {
    let desk = desk();
    let today = desk.today();
    let comment = desk.record::<Comment>(id);
    let is_editing = RwSignal::new(false);
    let content = move || {
        let comment = comment.get()?;
        if is_editing.get() {
            return Some(
                view! { <EditComment id=id text=comment.text.clone() is_editing=is_editing/> }
                    .into_any(),
            );
        }
        let who = if comment.by.is_empty() {
            "You".to_owned()
        } else {
            comment.by.clone()
        };
        let when = format::moment(comment.at, today);
        let delete = move |_| {
            desk.run(CommentCommand::Delete { id });
        };
        Some(
            view! {
                <span class="meta">{format!("{who}, {when}")}</span>
                <p class="prose">{comment.text.clone()}</p>
                <span class="line-up">
                    <button type="button" class="btn" data-kind="quiet" data-size="s" on:click=move |_| is_editing.set(true)>
                        "Edit"<span class="vh">" the comment"</span>
                    </button>
                    <button type="button" class="btn" data-kind="quiet" data-size="s" on:click=delete>
                        "Delete"<span class="vh">" the comment"</span>
                    </button>
                </span>
            }
            .into_any(),
        )
    };
    view! { <li class="said">{dynamic(content)}</li> }
}

#[component]
fn EditComment(id: CommentId, text: String, is_editing: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let typed = RwSignal::new(text);
    let error = RwSignal::new(None::<String>);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = typed.get_untracked();
        match desk.try_run(CommentCommand::Edit { id, text }) {
            Ok(_) => is_editing.set(false),
            Err(refused) => error.set(Some(refused.to_string())),
        }
    };
    view! {
        <form class="stack" data-gap="2" on:submit=save novalidate=true>
            <TextArea label="Comment" value=typed error=field_error(error, "Comment")/>
            <div class="line-up">
                <button type="submit" class="btn" data-size="s" data-kind="primary">"Save comment"</button>
                <button type="button" class="btn" data-size="s" data-kind="quiet" on:click=move |_| is_editing.set(false)>
                    "Cancel"
                </button>
            </div>
        </form>
    }
}
