//! Web workers: a script of ours that computes beside the page, and is told and tells in texts.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

/// A worker that is running. It ends when this is dropped.
pub struct Running {
    worker: Worker,
    // The browser calls these as long as the worker runs.
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// Starts the worker and sends it a text. `on_text` is given each text it sends; `on_failure` is
/// called when its script cannot be loaded or breaks off.
pub fn start(
    text: &str,
    on_text: impl Fn(String) + 'static,
    on_failure: impl Fn() + 'static,
) -> Option<Running> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options("./work.js", &options).ok()?;
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(text) = event.data().as_string() {
            on_text(text);
        }
    });
    let on_error = Closure::<dyn FnMut(Event)>::new(move |_| on_failure());
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    worker.post_message(&text.into()).ok()?;
    Some(Running {
        worker,
        _on_message: on_message,
        _on_error: on_error,
    })
}
