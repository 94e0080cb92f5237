//! Drawing a view on the test's page, and waiting until it has followed its signals.

use js_sys::futures::JsFuture;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// A view on the page for as long as this lives.
pub struct Mounted {
    pub root: HtmlElement,
    _handle: Box<dyn std::any::Any>,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// Draws a view in an element of its own.
pub async fn mount<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Mounted {
    let document = leptos::prelude::document();
    let root: HtmlElement = document.create_element("div").unwrap().unchecked_into();
    document.body().unwrap().append_child(&root).unwrap();
    let handle: UnmountHandle<_> = mount_to(root.clone(), view);
    settle().await;
    Mounted {
        root,
        _handle: Box::new(handle),
    }
}

/// Waits for the next frame and for what it sets off: effects, focus, events of the browser.
pub async fn settle() {
    for _ in 0..2 {
        let frame = js_sys::Promise::new(&mut |resolve, _| {
            request_animation_frame(move || {
                resolve.call0(&wasm_bindgen::JsValue::NULL).unwrap();
            });
        });
        JsFuture::from(frame).await.unwrap();
    }
}

impl Mounted {
    /// The one element that matches a selector.
    pub fn one(&self, selector: &str) -> HtmlElement {
        let found = self.all(selector);
        assert_eq!(found.len(), 1, "“{selector}” in {}", self.root.inner_html());
        found.into_iter().next().unwrap()
    }

    /// Every element that matches a selector, in order.
    pub fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let list = self.root.query_selector_all(selector).unwrap();
        (0..list.length())
            .map(|idx| list.get(idx).unwrap().unchecked_into())
            .collect()
    }

    /// The button with this name.
    pub fn button(&self, name: &str) -> HtmlElement {
        let is_named = |button: &HtmlElement| {
            button.get_attribute("aria-label").as_deref() == Some(name)
                || button.text_content().unwrap_or_default().trim() == name
        };
        self.all("button")
            .into_iter()
            .find(is_named)
            .unwrap_or_else(|| panic!("no button “{name}” in {}", self.root.inner_html()))
    }
}

/// Presses a key on an element.
pub fn press(element: &Element, key: &str) {
    let init = web_sys::KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event =
        web_sys::KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    element.dispatch_event(&event).unwrap();
}

/// Types a text into a field.
pub fn enter(element: &HtmlElement, text: &str) {
    js_sys::Reflect::set(element, &"value".into(), &text.into()).unwrap();
    let init = web_sys::EventInit::new();
    init.set_bubbles(true);
    let event = web_sys::Event::new_with_event_init_dict("input", &init).unwrap();
    element.dispatch_event(&event).unwrap();
}

/// What has the focus.
pub fn focused() -> Option<Element> {
    leptos::prelude::document().active_element()
}
