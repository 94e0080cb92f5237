//! How pages show that reality disagrees with the kind work was given.

use domain::model::Outcome;
use domain::reality::Contradiction;
use domain::route::Route;
use leptos::prelude::*;

use crate::ui::icon::{Glyph, Kind};

/// A row: the work, what happened, and the way to the other kind.
pub fn row(found: Contradiction) -> impl IntoView {
    let (drawing, page, convert, other) = match found.work {
        Outcome::Project(id) => (
            Kind::Line,
            Route::Project(id),
            Route::ConvertProject(id),
            "See it as a process",
        ),
        Outcome::Template(id) => (
            Kind::Loop,
            Route::Process(id),
            Route::ConvertProcess(id),
            "See it as a project",
        ),
    };
    view! {
        <li class="row">
            <span class="title">
                <Glyph kind=drawing/>" "
                <a href=page.href()>{found.name}</a>
                <span class="sub">{found.what.sentence()}</span>
            </span>
            <a class="btn" data-size="s" href=convert.href()>{other}</a>
        </li>
    }
}
