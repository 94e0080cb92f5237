//! Reaching what the browser offers and `web_sys` calls unstable: by name.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;

/// Calls a method by its name.
pub fn call(object: &JsValue, name: &str, arguments: &Array) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(object, &name.into())?.dyn_into()?;
    Reflect::apply(&function, object, arguments)
}

/// A plain object with these properties, as the browser takes options.
pub fn options(properties: &[(&str, &str)]) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in properties {
        // A plain object takes any property.
        let _ = Reflect::set(&object, &(*name).into(), &(*value).into());
    }
    object.into()
}

/// Why something was refused, in the browser's words.
pub fn reason(error: &JsValue) -> String {
    let message = || Reflect::get(error, &"message".into()).ok()?.as_string();
    error
        .as_string()
        .or_else(message)
        .unwrap_or_else(|| "the browser does not say why".to_owned())
}
