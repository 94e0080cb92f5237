//! Any text is imported whole or refused with a sentence.
#![no_main]

use std::cell::Cell;
use std::sync::Arc;

use domain::command::{Command, Ctx, ImportCommand};
use domain::import::{Mode, preview, read};
use domain::time::Instant;
use domain::workspace::Workspace;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let import = match read(&text) {
        Ok(import) => Arc::new(import),
        Err(error) => {
            assert!(error.to_string().ends_with('.'), "{error}");
            return;
        }
    };
    for mode in [Mode::Replace, Mode::Merge] {
        let mut workspace = Workspace::default();
        let told = preview(&workspace, &import, mode);
        let import = import.clone();
        let command: Command = ImportCommand { mode, import }.into();
        let key = Cell::new(0);
        let ctx = Ctx {
            now: Instant::from_millis(1_773_219_600_000),
            today: "2026-03-11".parse().expect("a day"),
            offset_minutes: 0,
            new_key: &|| {
                key.set(key.get() + 1);
                key.get()
            },
        };
        match domain::command::plan(&workspace, command, &ctx) {
            Ok(plan) => {
                assert!(told.can_apply());
                workspace.apply(&plan.change);
                assert!(workspace.problems().is_empty());
                workspace.apply(&plan.change.inverse());
                assert!(workspace == Workspace::default());
            }
            Err(error) => assert!(error.to_string().ends_with('.'), "{error}"),
        }
    }
});
