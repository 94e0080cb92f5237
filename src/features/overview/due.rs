//! Tasks that are late or due within a week, each finished with one press.

use domain::command::TaskCommand;
use domain::model::{Column, Project, Task};
use domain::overview::{DueTask, Overview};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::ui::dynamic::dynamic;
use crate::ui::format;
use crate::ui::icon::{Glyph, Icon, Kind, Status};

/// Rows shown; the rest is counted.
const MAX_ROWS: usize = 8;

#[component]
pub fn DueSoon(overview: Memo<Overview>) -> impl IntoView {
    let desk = desk();
    let due = Memo::new(move |_| overview.with(|overview| overview.due.clone()));
    dynamic(move || {
        let due = due.get();
        let n = due.len();
        let rows = due
            .into_iter()
            .take(MAX_ROWS)
            .filter_map(|task| row(desk, &task));
        let content = if n == 0 {
            view! { <p class="panel-note">"No task is due within a week."</p> }.into_any()
        } else {
            view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any()
        };
        let rest = (n > MAX_ROWS).then(|| {
            view! { <p class="panel-note">{format!("and {} more", n - MAX_ROWS)}</p> }
        });
        view! {
            <section class="panel today" aria-label="Due soon">
                <div class="panel-head"><h2>"Due soon"</h2><span class="meta">{n}</span></div>
                {content}
                {rest}
            </section>
        }
    })
}

fn row(desk: Desk, due: &DueTask) -> Option<AnyView> {
    let today = desk.today();
    let (id, project_id) = (due.id, due.project);
    let title = desk.get::<Task>(id)?.title.clone();
    let project = desk.get::<Project>(project_id)?.name.clone();
    let when = format::due(due.due, today);
    let when = if due.due < today {
        view! { <Status status="bad" label=when/> }.into_any()
    } else {
        view! { <span class="meta">{when}</span> }.into_any()
    };
    let finish = move |_| {
        desk.run(TaskCommand::Move {
            id,
            column: Column::Done,
            before: None,
        });
    };
    let label = format!("Finish {title}");
    Some(
        view! {
            <li class="row">
                <button
                    type="button" class="btn raise" data-kind="quiet" data-size="s" data-icon=""
                    aria-label=label title="Finish" on:click=finish
                >
                    <Icon name="check"/>
                </button>
                <span class="title">
                    <a href=Route::Task(project_id, id).href()>{title}</a>
                    <span class="sub"><Glyph kind=Kind::Line/>{project}</span>
                </span>
                {when}
            </li>
        }
        .into_any(),
    )
}
