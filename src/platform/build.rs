//! Which build of Loopline this page runs.

/// The hash of the build, as it stands in the names of its files; empty when it cannot be told.
pub fn name() -> String {
    let tag = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector("script[data-wasm]").ok().flatten());
    let file = tag.and_then(|tag| tag.get_attribute("data-wasm"));
    let file = file.unwrap_or_default();
    let hash = file.rsplit_once("loopline-").map_or("", |(_, rest)| rest);
    hash.split(['_', '.']).next().unwrap_or_default().to_owned()
}
