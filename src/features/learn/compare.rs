//! The twelve differences as a table in which one chooses the side that sounds like one's work.

use domain::classify::{Answer, Answers};
use domain::learn::{COMPARISON, DIMENSIONS, Dimension};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::desk;
use crate::ui::dynamic::text;
use crate::ui::icon::{Glyph, Kind};

/// The chosen side of every row, in the order of the rows.
type Chosen = RwSignal<[Option<Kind>; DIMENSIONS.len()]>;

#[component]
pub fn Comparison() -> impl IntoView {
    let chosen: Chosen = RwSignal::new([None; DIMENSIONS.len()]);
    let rows = DIMENSIONS
        .iter()
        .enumerate()
        .map(|(idx, dimension)| row(idx, dimension, chosen))
        .collect_view();
    view! {
        <section class="stack" aria-labelledby="compare-heading">
            <div class="stack" data-gap="1">
                <h2 id="compare-heading">{COMPARISON.title}</h2>
                <p class="muted">{COMPARISON.text}</p>
            </div>
            <table class="compare" aria-labelledby="compare-heading">
                <colgroup><col class="dim"/><col/><col/></colgroup>
                <thead>
                    <tr>
                        <th scope="col"><span class="vh">"Dimension"</span></th>
                        <th scope="col">
                            <span class="who"><Glyph kind=Kind::Loop/>"Process"</span>
                            <span class="sub">"A loop, such as customer support"</span>
                        </th>
                        <th scope="col">
                            <span class="who"><Glyph kind=Kind::Line/>"Project"</span>
                            <span class="sub">"A line, such as a mobile app"</span>
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <Tally chosen=chosen/>
        </section>
    }
}

fn row(idx: usize, dimension: &'static Dimension, chosen: Chosen) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">{dimension.name}</th>
            {side(idx, Kind::Loop, dimension.process, dimension.in_process, chosen)}
            {side(idx, Kind::Line, dimension.project, dimension.in_project, chosen)}
        </tr>
    }
}

fn side(
    idx: usize,
    kind: Kind,
    words: &'static str,
    example: &'static str,
    chosen: Chosen,
) -> AnyView {
    let is_chosen = move || chosen.with(|chosen| chosen.get(idx) == Some(&Some(kind)));
    let choose = move |_| {
        chosen.update(|chosen| {
            if let Some(side) = chosen.get_mut(idx) {
                *side = Some(kind);
            }
        });
    };
    let name = match kind {
        Kind::Loop => "Process",
        Kind::Line => "Project",
    };
    view! {
        <td data-type=kind.name()>
            <label data-name=name>
                <input type="radio" name=format!("side-{idx}") prop:checked=is_chosen on:change=choose/>
                <i class="pick" aria-hidden="true"></i>
                <span>{words}<span class="eg">{example}</span></span>
            </label>
        </td>
    }
    .into_any()
}

/// How many rows sound like each side, and the way on to the questions with what was chosen.
#[component]
fn Tally(chosen: Chosen) -> impl IntoView {
    let desk = desk();
    let count = move |kind| chosen.with(|sides| sides.iter().filter(|s| **s == Some(kind)).count());
    let go_on = move |_| {
        desk.undecided
            .update(|work| work.answers = answers(&chosen.get_untracked()));
        desk.go(&Route::NewWork);
    };
    let is_untouched = move || chosen.with(|sides| sides.iter().all(Option::is_none));
    let clear = move |_| chosen.set([None; DIMENSIONS.len()]);
    view! {
        <div class="stick">
            <p class="tally" role="status">
                <span class="line-up">
                    <Glyph kind=Kind::Loop/>
                    <b class="num">{text(move || count(Kind::Loop).to_string())}</b>
                    <span class="muted">"sound like a process"</span>
                </span>
                <span class="line-up">
                    <Glyph kind=Kind::Line/>
                    <b class="num">{text(move || count(Kind::Line).to_string())}</b>
                    <span class="muted">"like a project"</span>
                </span>
            </p>
            <span class="end line-up">
                <button type="button" class="btn" data-kind="quiet" disabled=is_untouched on:click=clear>
                    "Clear"
                </button>
                <button type="button" class="btn" data-kind="primary" on:click=go_on>
                    "Decide with these answers"
                </button>
            </span>
        </div>
    }
}

/// The chosen sides as answers of the wizard. What is never scored is left out.
fn answers(chosen: &[Option<Kind>]) -> Answers {
    DIMENSIONS
        .iter()
        .zip(chosen)
        .filter_map(|(dimension, side)| {
            let answer = match (*side)? {
                Kind::Loop => Answer::Loop,
                Kind::Line => Answer::Line,
            };
            Some((dimension.question?, answer))
        })
        .collect()
}
