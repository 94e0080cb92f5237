//! A store opens on any journal entry.
#![no_main]

mod opened;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Some(text) = opened::text_of(data) {
        opened::check("loopline/1/j/00000000000000ff/00000000", text);
    }
});
