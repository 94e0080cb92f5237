//! Taking a file the person chooses.

use js_sys::futures::JsFuture;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// A file that was chosen, or why it could not be read.
pub type Chosen = Result<ChosenFile, String>;

/// A chosen file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenFile {
    /// Its name, without its folder.
    pub name: String,
    /// Its content as text; bytes that are no UTF-8 have become U+FFFD.
    pub text: String,
}

/// Reads the file that was chosen in a file field, and empties the field, so that the same file
/// can be chosen again. Files larger than `max_bytes` are refused unread.
pub fn read_chosen(field: &HtmlInputElement, max_bytes: f64, on_read: impl Fn(Chosen) + 'static) {
    let Some(file) = field.files().and_then(|files| files.get(0)) else {
        return;
    };
    let name = file.name();
    if file.size() > max_bytes {
        on_read(Err(format!(
            "“{name}” is larger than {} MB, which no Loopline file is. Nothing was changed.",
            (max_bytes / 1e6) as u32,
        )));
        return;
    }
    let text = file.text();
    field.set_value("");
    spawn_local(async move {
        let read = JsFuture::from(text).await.ok();
        let text = read.and_then(|text| text.as_string());
        on_read(match text {
            Some(text) => Ok(ChosenFile { name, text }),
            None => Err(format!(
                "The browser could not read “{name}”. It may have been moved; choose it again."
            )),
        });
    });
}

/// The file field an event came from.
pub fn field_of(event: &web_sys::Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}
