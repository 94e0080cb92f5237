//! One task of an outline as a row of cells.

use domain::id::TaskId;
use domain::model::Task;
use domain::outline::Row;
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

use crate::features::projects::outline::cells::{Col, shown};
use crate::features::projects::outline::editor::Editor;
use crate::features::projects::outline::sheet::Sheet;
use crate::ui::dynamic::{dynamic, flag, text};
use crate::ui::format;
use crate::ui::icon::Icon;

/// The row of a task.
#[component]
pub fn RowView(sheet: Sheet, id: TaskId) -> impl IntoView {
    let row = Memo::new(move |_| sheet.row(id));
    let level = move || row.with(|row| row.as_ref().map_or(0, |row| row.level));
    let is_summary = move || row.with(|row| row.as_ref().is_some_and(|row| row.is_summary));
    let is_open = move || match is_summary() {
        false => None,
        true if sheet.is_folded(id) => Some("false"),
        true => Some("true"),
    };
    let landing = move || {
        let (at, how) = sheet.landing.get()?;
        (at == id).then_some(how)
    };
    let place = move || {
        let place = sheet.place(id);
        place.map_or_else(String::new, |place| (place + 2).to_string())
    };
    let cells = Col::ALL.map(|col| view! { <Cell sheet=sheet id=id row=row col=col/> });
    view! {
        <div
            class="outline-row" role="row" data-task=id.key().to_string()
            aria-rowindex=text(place)
            aria-expanded=flag(is_open) data-landing=flag(landing)
            data-summary=flag(move || is_summary().then_some("true"))
            style:--level=text(move || level().to_string())
            {..custom_attribute("aria-level", text(move || (level() + 1).to_string()))}
        >
            {cells.collect_view()}
        </div>
    }
}

#[component]
fn Cell(sheet: Sheet, id: TaskId, row: Memo<Option<Row>>, col: Col) -> impl IntoView {
    let is_editing = Memo::new(move |_| {
        sheet
            .editing
            .with(|editing| matches!(editing, Some((task, at, _)) if *task == id && *at == col))
    });
    let takes_focus = Memo::new(move |_| sheet.tab_stop.get() == Some((id, col)));
    let tab = move || Some(if takes_focus.get() { "0" } else { "-1" });
    let is_fixed = move || {
        row.with(|row| Some(!col.is_editable(row.as_ref()?)))?
            .then_some("true")
    };
    let role = if col == Col::Title {
        "rowheader"
    } else {
        "gridcell"
    };
    view! {
        <div
            class="outline-cell" role=role data-col=col.number().to_string()
            tabindex=flag(tab) aria-readonly=flag(is_fixed) aria-colindex=(col.number() + 1).to_string()
            data-number=col.is_number().then_some("true")
        >
            {dynamic(move || if is_editing.get() {
                view! { <Editor sheet=sheet id=id col=col/> }.into_any()
            } else if col == Col::Title {
                view! { <TitleCell sheet=sheet id=id row=row/> }.into_any()
            } else {
                view! { <span class="outline-text">{dynamic(move || content(sheet, id, &row, col))}</span> }.into_any()
            })}
        </div>
    }
}

fn content(sheet: Sheet, id: TaskId, row: &Memo<Option<Row>>, col: Col) -> AnyView {
    let desk = sheet.desk();
    let today = desk.today();
    let (Some(row), Some(task)) = (row.get(), desk.get::<Task>(id)) else {
        return ().into_any();
    };
    if matches!(col, Col::Start | Col::Finish) {
        let dates = sheet.schedule.with(|schedule| schedule.dates(id));
        return match dates {
            Some(dates) => {
                let day = if col == Col::Start { dates.start } else { dates.finish };
                format::day(day, today).into_any()
            }
            None => view! {
                <span class="faint" title="Not planned: it has no duration, link or constraint yet.">"–"</span>
            }
            .into_any(),
        };
    }
    let title = row.is_summary && !col.is_editable(&row);
    let title = title.then_some("Added up from its parts.");
    view! { <span title=title>{shown(desk, col, &row, &task)}</span> }.into_any()
}

/// The handle to carry it by, its fold, its code and its title.
#[component]
fn TitleCell(sheet: Sheet, id: TaskId, row: Memo<Option<Row>>) -> impl IntoView {
    let desk = sheet.desk();
    let task = desk.record::<Task>(id);
    let title = move || {
        task.get()
            .map(|task| task.title.clone())
            .unwrap_or_default()
    };
    let code = move || row.get().map(|row| row.code).unwrap_or_default();
    let fold = move || {
        let is_summary = row.with(|row| row.as_ref().is_some_and(|row| row.is_summary));
        is_summary.then(|| {
            let is_folded = sheet.is_folded(id);
            let label = if is_folded { "Unfold" } else { "Fold" };
            view! {
                <button
                    type="button" class="outline-fold" tabindex="-1" aria-label=label
                    data-open=(!is_folded).then_some("true")
                    on:click=move |event| {
                        event.stop_propagation();
                        sheet.fold(id, !is_folded);
                    }
                >
                    <Icon name="chevron-right" small=true/>
                </button>
            }
        })
    };
    view! {
        <span class="outline-grip" aria-hidden="true" title="Drag to another place"></span>
        <span class="outline-fold-place">{dynamic(fold)}</span>
        <span class="outline-code num">{dynamic(code)}</span>
        <span class="outline-text" title=text(title)>{dynamic(title)}</span>
    }
}
