//! Light or dark: this device's choice, outside the workspace.

use crate::platform::storage::BrowserStorage;
use store::Storage;

/// The key `boot.js` reads before the first paint.
const KEY: &str = "loopline/theme";

/// The chosen theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every choice, in the order of the settings.
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    /// The name of the choice.
    pub fn name(self) -> &'static str {
        match self {
            Theme::System => "As the system",
            Theme::Light => "Light",
            Theme::Dark => "Dark",
        }
    }

    fn stored(self) -> Option<&'static str> {
        match self {
            Theme::System => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        }
    }
}

/// The kept choice.
pub fn current() -> Theme {
    match BrowserStorage::probe().get(KEY).ok().flatten().as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
    }
}

/// Shows a theme and keeps the choice on this device.
pub fn choose(theme: Theme) {
    let storage = BrowserStorage::probe();
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    // A preference that cannot be kept or shown is not worth interrupting anyone for.
    let _ = match theme.stored() {
        Some(name) => {
            let _ = storage.set(KEY, name);
            root.map(|root| root.set_attribute("data-theme", name))
        }
        None => {
            let _ = storage.remove(KEY);
            root.map(|root| root.remove_attribute("data-theme"))
        }
    };
}

/// Whether the page is dark at this moment, by choice or by system.
pub fn is_dark() -> bool {
    match current() {
        Theme::Dark => true,
        Theme::Light => false,
        Theme::System => web_sys::window()
            .and_then(|window| {
                window
                    .match_media("(prefers-color-scheme: dark)")
                    .ok()
                    .flatten()
            })
            .is_some_and(|query| query.matches()),
    }
}

/// Shows the other of light and dark and keeps that.
pub fn toggle() {
    choose(if is_dark() { Theme::Light } else { Theme::Dark });
}
