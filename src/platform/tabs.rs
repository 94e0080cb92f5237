//! The other tabs of this browser that have Loopline open.
//!
//! Each tab holds a shared lock for as long as it lives, named after its build. Locks end with
//! their tab, also with one that is killed, so the count is never stale.

use js_sys::futures::JsFuture;
use js_sys::{Array, Promise, Reflect};
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;

use crate::platform::build;
use crate::platform::reach::{call, options};

const LOCK: &str = "loopline-tab/";

/// The tabs besides this one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OtherTabs {
    /// All of them.
    pub n_open: usize,
    /// Those that run another build than this one.
    pub n_of_other_build: usize,
}

/// Makes this tab count.
pub fn stay() {
    let Some(locks) = manager() else { return };
    let forever = Closure::once_into_js(|_: JsValue| Promise::new(&mut |_, _| {}));
    let options = options(&[("mode", "shared")]);
    let name = format!("{LOCK}{}", build::name());
    // Without the lock the tab is not counted; nothing else depends on it.
    let _ = call(
        &locks,
        "request",
        &Array::of3(&name.into(), &options, &forever),
    );
}

/// Calls back with the other tabs, or not at all where the browser does not say.
pub fn look(on_answer: impl Fn(OtherTabs) + 'static) {
    let Some(locks) = manager() else { return };
    spawn_local(async move {
        if let Ok(held) = held(&locks).await {
            on_answer(count(&held));
        }
    });
}

fn count(held: &[String]) -> OtherTabs {
    let own = build::name();
    let builds: Vec<&str> = held
        .iter()
        .filter_map(|name| name.strip_prefix(LOCK))
        .collect();
    OtherTabs {
        n_open: builds.len().saturating_sub(1),
        n_of_other_build: builds.iter().filter(|build| **build != own).count(),
    }
}

/// The names of the locks that are held in this browser.
async fn held(locks: &JsValue) -> Result<Vec<String>, JsValue> {
    let answer = JsFuture::from(Promise::from(call(locks, "query", &Array::new())?)).await?;
    let held = Array::from(&Reflect::get(&answer, &"held".into())?);
    Ok(held
        .iter()
        .filter_map(|lock| Reflect::get(&lock, &"name".into()).ok()?.as_string())
        .collect())
}

/// The lock manager; pages that are not served securely have none.
fn manager() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    locks.is_object().then_some(locks)
}
