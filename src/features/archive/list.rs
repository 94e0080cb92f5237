//! What is in the archive, latest put away first.

use domain::command::ArchiveCommand;
use domain::id::{ArchivedId, ProjectId, RecordId, RunId};
use domain::lists::List;
use domain::model::{Archived, Template};
use domain::route::Route;
use domain::workspace::Table;
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::platform::focus;
use crate::ui::dynamic::{dynamic, each};
use crate::ui::format;
use crate::ui::icon::{Glyph, Icon, Kind};

/// Rows shown at first, and more each time more are asked for.
const PAGE: usize = 50;

#[component]
pub fn InArchive() -> impl IntoView {
    let desk = desk();
    let n_shown = RwSignal::new(PAGE);
    let n_all = Memo::new(move |_| desk.keys(List::Archived).len());
    let keys = move || {
        let keys = desk.keys(List::Archived);
        keys.iter().rev().take(n_shown.get()).copied().collect()
    };
    let more = move || {
        (n_all.get() > n_shown.get()).then(|| {
            view! {
                <button type="button" class="btn history-more" on:click=move |_| n_shown.update(|n| *n += PAGE)>
                    <Icon name="arrow-down"/>
                    <span class="label">"Show older"</span>
                </button>
            }
        })
    };
    view! {
        <section class="archive-part" aria-labelledby="archive-heading">
            <h2 class="sec" id="archive-heading">"In the archive"</h2>
            <ul class="rows archive-list" aria-label="In the archive">
                {each(keys, move |key| row(desk, ArchivedId::from_key(key)))}
            </ul>
            {dynamic(more)}
        </section>
    }
}

fn row(desk: Desk, id: ArchivedId) -> AnyView {
    dynamic(move || {
        let archived = desk.get::<Archived>(id)?;
        let of = archived.of;
        let is_run = of.table == Table::Run;
        let name = archived.name.clone();
        let (look_label, restore_label) = (
            format!("Look inside {name}"),
            format!("Restore {name}"),
        );
        let restore = move |_| {
            let ids = [id].into();
            desk.run(ArchiveCommand::Restore { ids });
        };
        let drawing = if is_run { Kind::Loop } else { Kind::Line };
        Some(view! {
            <li class="row">
                <Glyph kind=drawing/>
                <span>
                    {name}
                    <span class="sub">{about(desk, &archived)}</span>
                </span>
                <span class="acts">
                    <button
                        type="button" class="btn" data-size="s" aria-label=look_label
                        on:click=move |_| look_inside(desk, of)
                    >
                        "Look inside"
                    </button>
                    <button type="button" class="btn" data-size="s" aria-label=restore_label on:click=restore>
                        "Restore"
                    </button>
                </span>
            </li>
        })
    })
    .into_any()
}

/// “Project · 42 records · put away 12 May, 14:32”.
fn about(desk: Desk, archived: &Archived) -> String {
    let template = archived.template.and_then(|id| desk.get::<Template>(id));
    let what = match (&template, archived.number) {
        (Some(template), Some(number)) => format!("No. {number} of {}", template.name),
        (None, Some(number)) => format!("Run no. {number} of a process that is gone"),
        _ => "Project".to_owned(),
    };
    let n_records = format::count(archived.n_records as usize, "record", "records");
    let when = format::moment(archived.archived_at, desk.today());
    format!("{what} · {n_records} · put away {when}")
}

/// Shows all work with what is in the archive in the open, at this project or run.
fn look_inside(desk: Desk, of: RecordId) {
    let store = desk.real_store();
    let what = "all work together with what is in the archive";
    desk.look_at(&store.whole(), store.now(), store.today(), what.to_owned());
    desk.go(&match of.table {
        Table::Run => Route::Run(RunId::from_key(of.key)),
        _ => Route::Project(ProjectId::from_key(of.key)),
    });
    request_animation_frame(|| {
        focus::focus("[data-page-heading]");
    });
}
