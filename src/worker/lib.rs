//! The worker's face: a job comes as text, and progress and the answer go back as text.
//!
//! `pwa/work.js` loads it. All it does is in `domain::job`, where it is tested; nothing here knows
//! what a job is about.

use domain::job;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Does a job from start to end. `tell` is called with each reply.
#[wasm_bindgen]
pub fn work(job: &str, tell: &js_sys::Function) {
    job::work(job, &mut |reply| {
        // A page that has gone away cannot be told any more.
        let _ = tell.call1(&JsValue::NULL, &JsValue::from_str(&reply));
    });
}
