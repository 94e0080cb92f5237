//! A store opens on any page.
#![no_main]

mod opened;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Some(text) = opened::text_of(data) {
        opened::check("loopline/1/p/00/00000000000000ff-0", text);
    }
});
