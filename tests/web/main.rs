//! Components and adapters in a browser: they render, react, keep focus and name themselves.
#![cfg(target_arch = "wasm32")]

mod board;
mod desk;
mod dialog;
mod field;
mod format;
mod menu;
mod mount;
mod sealing;
mod storage;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
