//! IndexedDB as the other places use it: open by name, ask, await the answer.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::futures::JsFuture;
use js_sys::{Array, Function, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{IdbCursorWithValue, IdbDatabase, IdbRequest};

/// Opens a database, made with these object stores where it is not there yet. The stores have no
/// keys of their own: each value is put under a key.
pub async fn open(name: &str, stores: &'static [&'static str]) -> Result<IdbDatabase, JsValue> {
    let create = move |database: &IdbDatabase| {
        for store in stores {
            // Creating fails only when the store is there already.
            let _ = database.create_object_store(store);
        }
    };
    open_or_make(name, Box::new(create)).await
}

/// Opens a database, made by this where it is not there yet.
pub async fn open_or_make(
    name: &str,
    create: Box<dyn FnOnce(&IdbDatabase)>,
) -> Result<IdbDatabase, JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let factory = window.indexed_db()?.ok_or("no IndexedDB")?;
    let request = factory.open_with_u32(name, 1)?;
    let upgraded = request.clone();
    let on_upgrade = Closure::once_into_js(move || {
        if let Ok(Ok(database)) = upgraded.result().map(JsCast::dyn_into::<IdbDatabase>) {
            create(&database);
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

/// The first values of a cursor, in its order.
pub async fn first(cursor: &IdbRequest, max: usize) -> Result<Vec<JsValue>, JsValue> {
    let found = Rc::new(RefCell::new(Vec::new()));
    let (waiting, collected) = (cursor.clone(), Rc::clone(&found));
    let promise = Promise::new(&mut move |resolve: Function, reject: Function| {
        let (request, collected) = (waiting.clone(), Rc::clone(&collected));
        let step = Closure::<dyn FnMut()>::new(move || {
            let at = request.result().ok();
            let at = at.and_then(|at| at.dyn_into::<IdbCursorWithValue>().ok());
            let goes_on = at.is_some_and(|at| {
                collected.borrow_mut().extend(at.value());
                collected.borrow().len() < max && at.continue_().is_ok()
            });
            if !goes_on {
                // Without anyone waiting any more there is nobody to tell.
                let _ = resolve.call0(&JsValue::NULL);
            }
        });
        waiting.set_onsuccess(Some(step.into_js_value().unchecked_ref()));
        waiting.set_onerror(Some(&reject));
    });
    JsFuture::from(promise).await?;
    cursor.set_onsuccess(None);
    Ok(found.take())
}

/// A list the database has answered with.
pub fn array(value: JsValue) -> Array {
    Array::from(&value)
}
