//! The screen of last resort. A panic leaves WebAssembly unusable, so this one is plain DOM: what
//! happened, that the work is safe, a reload, a download of it, and the page that also puts one back.

use std::panic::PanicHookInfo;

use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::platform::{download, halted, location, storage};

/// Shows the screen when anything panics, and lets nothing be written from then on.
pub fn install() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        if !halted::halt() {
            // With no document to draw on, the console has the message.
            let _ = show(info);
        }
    }));
}

/// Takes the splash of `index.html` away.
pub fn remove_splash() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(splash) = document.and_then(|document| document.get_element_by_id("boot")) {
        splash.remove();
    }
}

fn show(info: &PanicHookInfo) -> Result<(), JsValue> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or("no document")?;
    let body = document.body().ok_or("no body")?;
    let screen = document.create_element("main")?;
    screen.set_class_name("fatal");
    let safe = add(&screen, "div", "")?;
    safe.set_class_name("safe");
    add(&safe, "h1", "Loopline has stopped")?;
    add(
        &safe,
        "p",
        "Everything shown as done is saved in this browser. Reload to go on, or download a copy first.",
    )?;
    let acts = add(&safe, "div", "")?;
    acts.set_class_name("acts");
    let reload = add(&acts, "button", "Reload")?;
    reload.set_class_name("btn");
    reload.set_attribute("data-kind", "primary")?;
    on_click(&reload, location::reload)?;
    let save = add(&acts, "button", "Download my data")?;
    save.set_class_name("btn");
    on_click(&save, download_raw)?;
    let rescue = add(&acts, "a", "Rescue my data")?;
    rescue.set_class_name("btn");
    rescue.set_attribute("href", "./rescue.html")?;
    let details = add(&safe, "details", "")?;
    details.set_class_name("tech");
    add(&details, "summary", "What went wrong")?;
    add(&details, "pre", &info.to_string())?;
    body.replace_children_with_node_1(&screen);
    Ok(())
}

/// Adds an element with a text to another.
fn add(parent: &Element, tag: &str, text: &str) -> Result<Element, JsValue> {
    let document = parent.owner_document().ok_or("no document")?;
    let element = document.create_element(tag)?;
    element.set_text_content(Some(text));
    parent.append_child(&element)?;
    Ok(element)
}

fn on_click(element: &Element, action: fn()) -> Result<(), JsValue> {
    let listener = Closure::<dyn Fn()>::new(action);
    element.add_event_listener_with_callback("click", listener.as_ref().unchecked_ref())?;
    listener.forget();
    Ok(())
}

/// Everything as it is stored: this works when nothing else does.
fn download_raw() {
    let entries = storage::raw_entries("loopline/");
    let text = serde_json::to_string_pretty(&entries).unwrap_or_default();
    // A refused download leaves the screen as it is; the data stays where it is.
    let _ = download::text_file("loopline-raw.json", "application/json", &text);
}
