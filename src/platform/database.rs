//! IndexedDB as the other places use it: open by name, ask, await the answer.

use js_sys::futures::JsFuture;
use js_sys::{Array, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{IdbDatabase, IdbRequest};

/// Opens a database, made with these object stores where it is not there yet. The stores have no
/// keys of their own: each value is put under a key.
pub async fn open(name: &str, stores: &'static [&'static str]) -> Result<IdbDatabase, JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let factory = window.indexed_db()?.ok_or("no IndexedDB")?;
    let request = factory.open_with_u32(name, 1)?;
    let upgraded = request.clone();
    let on_upgrade = Closure::once_into_js(move || {
        if let Ok(Ok(database)) = upgraded.result().map(JsCast::dyn_into::<IdbDatabase>) {
            for store in stores {
                // Creating fails only when the store is there already.
                let _ = database.create_object_store(store);
            }
        }
    });
    request.set_onupgradeneeded(Some(on_upgrade.unchecked_ref()));
    answer(&request).await?.dyn_into()
}

/// What a request answers, once it does.
pub async fn answer(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let waiting = request.clone();
    let promise = Promise::new(&mut move |resolve, reject| {
        waiting.set_onsuccess(Some(&resolve));
        waiting.set_onerror(Some(&reject));
    });
    JsFuture::from(promise).await?;
    request.result()
}

/// A list the database has answered with.
pub fn array(value: JsValue) -> Array {
    Array::from(&value)
}
