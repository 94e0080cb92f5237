//! What is behind a chart: its definition, its table, and its files.

use leptos::prelude::*;

use crate::platform::download;
use crate::ui::chart::{Chart, svg};
use crate::ui::dynamic::dynamic;
use crate::ui::icon::Icon;

/// A table: what is in the columns, and the rows. Every row has a cell for each column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The heads of the columns.
    pub columns: Vec<String>,
    /// The rows, each with where its first cell leads.
    pub rows: Vec<(Vec<String>, Option<String>)>,
}

/// So many rows are drawn; the file has all of them.
const MAX_ROWS: usize = 200;

/// A disclosure below the chart. Its content is made when it opens.
pub fn more(chart: Chart, on_csv: Callback<(String, Table)>) -> AnyView {
    let is_open = RwSignal::new(false);
    let chart = StoredValue::new(chart);
    let name = chart.with_value(|chart| chart.name.clone());
    let content = move || {
        is_open
            .get()
            .then(|| chart.with_value(|chart| inside(chart, on_csv)))
    };
    view! {
        <details class="chart-more" on:toggle=move |_| is_open.set(true)>
            <summary>"Definition, table and files" <span class="vh">" of " {name}</span></summary>
            {dynamic(content)}
        </details>
    }
    .into_any()
}

fn inside(chart: &Chart, on_csv: Callback<(String, Table)>) -> AnyView {
    let (for_svg, for_csv) = (chart.clone(), (chart.name.clone(), chart.table.clone()));
    // A browser that refuses a download says so itself.
    let save_svg = move |_| {
        let _ = download::text_file(
            &file_name(&for_svg.name, "svg"),
            "image/svg+xml",
            &svg::svg(&for_svg),
        );
    };
    let save_csv = move |_| on_csv.run(for_csv.clone());
    view! {
        <p class="panel-note">{chart.definition.clone()}</p>
        <p class="toolbar">
            <button type="button" class="btn" data-size="s" on:click=save_svg>
                <Icon name="download"/>"Save as SVG"
            </button>
            <button type="button" class="btn" data-size="s" on:click=save_csv>
                <Icon name="download"/>"Save as CSV"
            </button>
        </p>
        {table(&chart.table, &chart.name)}
    }
    .into_any()
}

/// “Cycle time” as “cycle-time.svg”.
pub fn file_name(name: &str, ending: &str) -> String {
    let plain: String = name
        .to_lowercase()
        .chars()
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                '-'
            }
        })
        .collect();
    format!("{plain}.{ending}")
}

fn table(table: &Table, name: &str) -> AnyView {
    let heads = table
        .columns
        .iter()
        .map(|name| view! { <th scope="col">{name.clone()}</th> });
    let rows = table.rows.iter().take(MAX_ROWS).map(|(cells, href)| {
        let cells = cells.iter().enumerate().map(|(idx, cell)| {
            let cell = cell.clone();
            match (idx, href) {
                (0, Some(href)) => {
                    view! { <th scope="row"><a href=href.clone()>{cell}</a></th> }.into_any()
                }
                (0, None) => view! { <th scope="row">{cell}</th> }.into_any(),
                _ => view! { <td class="num">{cell}</td> }.into_any(),
            }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    let left_out = table.rows.len().saturating_sub(MAX_ROWS);
    let label = format!("{name}, table");
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=label>
            <table class="table">
                <thead><tr>{heads.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
        {(left_out > 0).then(|| view! {
            <p class="meta">{format!("{left_out} more rows are in the CSV file.")}</p>
        })}
    }
    .into_any()
}
