//! Fetching a file of this build that the first view can do without.

use js_sys::futures::JsFuture;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Response;

/// Fetches the file whose name the page has in `<meta name=…>`, and calls back with its text; with
/// nothing when there is no such file, no network, or another answer than a file.
pub fn named_in_page(meta: &'static str, on_end: impl FnOnce(Option<String>) + 'static) {
    spawn_local(async move {
        on_end(text_of(meta).await.ok());
    });
}

async fn text_of(meta: &str) -> Result<String, JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let page = window.document().ok_or("no page")?;
    let meta = page.query_selector(&format!("meta[name=\"{meta}\"]"))?;
    let name = meta.and_then(|meta| meta.get_attribute("content"));
    let name = name.filter(|name| !name.is_empty()).ok_or("not built in")?;
    let response = JsFuture::from(window.fetch_with_str(&name)).await?;
    let response: Response = response.dyn_into()?;
    if !response.ok() {
        return Err("not there".into());
    }
    let text = JsFuture::from(response.text()?).await?;
    text.as_string().ok_or_else(|| "no text".into())
}
