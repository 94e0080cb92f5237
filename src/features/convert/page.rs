//! The page that shows what a conversion would do, and does it.

use domain::command::{ConvertCommand, Original};
use domain::convert::{Direction, Preview, preview};
use domain::id::{ProjectId, TemplateId};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::desk;
use crate::ui::dynamic::dynamic;
use crate::ui::empty::Empty;
use crate::ui::format;
use crate::ui::icon::Kind;
use crate::ui::page_head::{Crumb, PageHead};

/// Lines of the note shown at first.
const N_LINES: usize = 12;

/// The preview of a conversion.
#[component]
pub fn Page(
    /// What would be converted.
    direction: Direction,
) -> impl IntoView {
    let desk = desk();
    let found = Memo::new(move |_| desk.compute(|ws| preview(ws, direction)));
    move || {
        match found.get() {
        Some(preview) => view! { <Conversion direction=direction preview=preview/> }.into_any(),
        None => view! {
            <div class="page">
                <PageHead title="This work is not there any more"/>
                <Empty kind=Kind::Loop title="Nothing to convert" text="It was deleted or has been converted already.">
                    <a class="btn" data-kind="primary" href=Route::Overview.href()>"Open the overview"</a>
                </Empty>
            </div>
        }
        .into_any(),
    }
    }
}

#[component]
fn Conversion(direction: Direction, preview: Preview) -> impl IntoView {
    let desk = desk();
    let (old, new, parts, back) = match direction {
        Direction::ToProcess(id) => ("project", "process", ("step", "steps"), Route::Project(id)),
        Direction::ToProject(id) => ("process", "project", ("task", "tasks"), Route::Process(id)),
    };
    let is_to_process = matches!(direction, Direction::ToProcess(_));
    // Runs are history that only a process can show: it stays unless the person says otherwise.
    let keeps = RwSignal::new(preview.n_runs > 0);
    let first_run = RwSignal::new(false);
    let convert = move |_| {
        let original = if keeps.get_untracked() {
            Original::Keep
        } else {
            Original::Remove
        };
        let command = match direction {
            Direction::ToProcess(id) => ConvertCommand::ToProcess {
                id,
                original,
                first_run: first_run.get_untracked(),
            },
            Direction::ToProject(id) => ConvertCommand::ToProject { id, original },
        };
        if let Some(key) = desk
            .run(command)
            .and_then(|done| done.created)
            .map(|id| id.key)
        {
            desk.go(&match direction {
                Direction::ToProcess(_) => Route::Process(TemplateId::from_key(key)),
                Direction::ToProject(_) => Route::Project(ProjectId::from_key(key)),
            });
        }
    };
    let crumbs = vec![Crumb {
        name: preview.name.clone(),
        href: back.href(),
    }];
    let lede = move || {
        view! {
            <p class="lede">{format!("Nothing has happened yet. This is what becomes of the {old}, and one undo brings it back.")}</p>
        }
    };
    let moves = preview.moves.iter().map(|row| {
        view! {
            <tr>
                <th scope="row">{row.from.clone()}</th>
                <td>{row.to}</td>
                <td class="num">{row.count}</td>
            </tr>
        }
    });
    let moves = moves.collect_view();
    let parts_note = match preview.n_parts {
        0 => format!(
            "There is nothing in it yet, so the {new} begins without {}.",
            parts.1
        ),
        n => format!(
            "The {new} will have {}.",
            format::count(n, parts.0, parts.1)
        ),
    };
    let can_run = is_to_process && preview.n_parts > 0;
    let n_runs = preview.n_runs;
    let keep_note = if n_runs > 0 {
        format!(
            "Its {} stay whole, with their measures. The two are linked.",
            format::count(n_runs, "run", "runs")
        )
    } else {
        "The two are linked, and nothing has to be kept as text.".to_owned()
    };
    let kept = preview.kept;
    let title = format!("Make “{}” a {new}", preview.name);
    view! {
        <div class="page">
            <PageHead title=title crumbs=crumbs lede=lede/>
            <div class="convert">
                <section class="stack" aria-labelledby="moves-heading">
                    <h2 id="moves-heading">"What becomes of what"</h2>
                    <table class="mapping" aria-labelledby="moves-heading">
                        <thead><tr>
                            <th scope="col">"Now"</th><th scope="col">"Then"</th><th scope="col" class="num">"Filled in"</th>
                        </tr></thead>
                        <tbody>{moves}</tbody>
                    </table>
                    <p class="muted">{parts_note}</p>
                </section>
                <fieldset class="stack" data-gap="2">
                    <legend>{format!("What becomes of the {old}?")}</legend>
                    <div class="option-list">
                        <label class="option">
                            <input
                                type="radio" name="original" prop:checked=move || keeps.get()
                                on:change=move |_| keeps.set(true)
                            />
                            <span><b>{format!("The {old} stays")}</b><span class="sub">{keep_note}</span></span>
                        </label>
                        <label class="option">
                            <input
                                type="radio" name="original" prop:checked=move || !keeps.get()
                                on:change=move |_| keeps.set(false)
                            />
                            <span>
                                <b>{format!("The {old} goes")}</b>
                                <span class="sub">{format!("What has no place in a {new} is kept there as text, line by line as below.")}</span>
                            </span>
                        </label>
                        {can_run.then(|| view! {
                            <label class="option">
                                <input
                                    type="checkbox" prop:checked=move || first_run.get()
                                    on:change=move |_| first_run.update(|run| *run = !*run)
                                />
                                <span><b>"Start the first run"</b><span class="sub">"On the first step, at once."</span></span>
                            </label>
                        })}
                    </div>
                </fieldset>
                {dynamic(move || (!keeps.get()).then(|| view! { <Kept lines=kept.clone()/> }))}
                <div class="line-up">
                    <button type="button" class="btn" data-kind="primary" on:click=convert>
                        {format!("Make it a {new}")}
                    </button>
                    <a class="btn" data-kind="quiet" href=back.href()>"Leave it as it is"</a>
                </div>
            </div>
        </div>
    }
}

/// The note that will be kept, whole.
#[component]
fn Kept(lines: Vec<String>) -> impl IntoView {
    let n_lines = lines.len();
    let mut first = lines;
    let rest = first.split_off(N_LINES.min(n_lines));
    let rows = |lines: Vec<String>| {
        let rows = lines.into_iter().map(|line| view! { <li>{line}</li> });
        view! { <ul class="plain">{rows.collect_view()}</ul> }
    };
    let more = (!rest.is_empty()).then(|| {
        let label = format!("Show {} more", rest.len());
        view! { <details class="more"><summary>{label}</summary>{rows(rest)}</details> }
    });
    view! {
        <section class="stack" data-gap="2">
            <h2>{format!("Kept as text: {}", format::count(n_lines, "line", "lines"))}</h2>
            {rows(first)}
            {more}
        </section>
    }
}
