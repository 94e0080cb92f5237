//! Reading the kept deeds, and the work as it was after one of them.

use domain::id::RecordId;
use domain::route::Route;
use domain::story;
use domain::time::Instant;
use domain::workspace::Workspace;
use leptos::prelude::*;
use leptos::task::spawn_local;
use store::{Deed, as_of};

use crate::desk::Desk;
use crate::platform::clock::local_day;
use crate::platform::{focus, past};
use crate::ui::format;

/// What tabs do within this time may cross on its way from one to another.
const OVERLAP_MILLIS: i64 = 10 * 60_000;

/// The newest deeds, newest first: all, or those about a record. None when nothing is kept here.
pub async fn newest(about: Option<RecordId>, max: usize) -> Option<Vec<Deed>> {
    let texts = past::about(about.map(|id| id.to_string()), max)
        .await
        .ok()?;
    Some(decoded(&texts))
}

/// Shows the work as it was just after a deed.
pub fn look_back(desk: Desk, deed: &Deed) {
    let (stamp, label) = (deed.stamp, deed.label.clone());
    let about = deed.about.clone();
    spawn_local(async move {
        let from = Deed::key_at(stamp.millis.saturating_sub(OVERLAP_MILLIS));
        let Ok(texts) = past::since(&from).await else {
            let sentence = "This browser could not read what was done. Nothing was changed.";
            desk.notices.refused(sentence.to_owned());
            return;
        };
        let deeds = decoded(&texts);
        let store = desk.real_store();
        let then = store.read_whole(|now| as_of(now, &deeds, stamp));
        let at = Instant::from_millis(stamp.millis);
        let when = format::moment(at, store.today());
        let what = format!("the work as it was on {when}, after “{label}”");
        let page = about.iter().find_map(|id| home(&then, *id));
        desk.look_at(&then, at, local_day(at).unwrap_or_default(), what);
        desk.go(&page.unwrap_or(Route::Overview));
        request_animation_frame(|| {
            focus::focus("[data-page-heading]");
        });
    });
}

/// The board or page that a project, process or run had then.
fn home(then: &Workspace, id: RecordId) -> Option<Route> {
    match story::page_of(then, id)? {
        Route::Process(id) => Some(Route::Runs(id)),
        route @ (Route::Project(_) | Route::Run(_)) => Some(route),
        _ => None,
    }
}

fn decoded(texts: &[String]) -> Vec<Deed> {
    texts.iter().filter_map(|text| Deed::decode(text)).collect()
}
