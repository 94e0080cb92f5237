//! The copies of the work outside the place where it lives: when one was last made, whether it was
//! read back, how much has changed since, and the folder that copies are written to.

use domain::time::Instant;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};
use store::Storage;

use super::Desk;
use crate::platform::download;
use crate::platform::folder::{self, Folder};
use crate::platform::storage::BrowserStorage;

/// This device's note about copies; it is no part of the workspace.
const KEY: &str = "loopline/copies";

/// Copies kept in the folder: one for each day on which one was made.
const MAX_IN_FOLDER: usize = 14;

/// When copies of the work were made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastCopy {
    /// When a file was last handed to the person, in milliseconds since 1970, UTC.
    #[serde(default)]
    pub handed: Option<i64>,
    /// When a copy was last read back and held everything there was.
    #[serde(default)]
    pub verified: Option<i64>,
}

impl LastCopy {
    /// The moment up to which the work is in a copy.
    pub fn covers(&self) -> Option<Instant> {
        self.handed.max(self.verified).map(Instant::from_millis)
    }
}

/// The folder copies are written to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum FolderState {
    /// The browser has none to offer.
    #[default]
    Impossible,
    /// None is chosen.
    None,
    /// It is chosen, and the browser wants to ask the person again before anything is written.
    Asks(String),
    /// Copies are written to the folder of this name.
    Writes(String),
    /// The last copy could not be written, for this reason.
    Fails(String, String),
}

/// What is known of copies. Copyable, like the desk that has it.
#[derive(Clone, Copy)]
pub struct Backups {
    /// When copies were made.
    pub last: RwSignal<LastCopy>,
    /// The edits that are in none of them.
    pub n_at_risk: RwSignal<usize>,
    /// The folder.
    pub folder: RwSignal<FolderState>,
    handle: StoredValue<Option<Folder>, LocalStorage>,
}

impl Backups {
    /// What this device knows.
    pub fn known() -> Backups {
        let noted = BrowserStorage::probe().get(KEY).ok().flatten();
        // A note that cannot be read says that there is no copy, which is the safe mistake.
        let last = noted.and_then(|text| serde_json::from_str(&text).ok());
        let backups = Backups {
            last: RwSignal::new(last.unwrap_or_default()),
            n_at_risk: RwSignal::new(0),
            folder: RwSignal::default(),
            handle: StoredValue::new_local(None),
        };
        if folder::is_possible() {
            backups.folder.set(FolderState::None);
            spawn_local(async move {
                if let Some(folder) = Folder::kept().await {
                    backups.take(folder).await;
                }
            });
        }
        backups
    }

    async fn take(self, folder: Folder) {
        let name = folder.name();
        self.folder.set(if folder.is_allowed().await {
            FolderState::Writes(name)
        } else {
            FolderState::Asks(name)
        });
        self.handle.set_value(Some(folder));
    }

    fn note(self, last: LastCopy) {
        self.last.set(last);
        self.n_at_risk.set(0);
        // A note that cannot be kept makes the page remind too often, never too seldom.
        if let Ok(text) = serde_json::to_string(&last) {
            let _ = BrowserStorage::probe().set(KEY, &text);
        }
    }
}

impl Desk {
    /// Counts anew the edits that are in no copy.
    pub fn count_at_risk(self) {
        let since = self.backups.last.get_untracked().covers();
        let since = since.unwrap_or(Instant::from_millis(0));
        let n_edits = self.store().n_edits_since(since);
        if self.backups.n_at_risk.get_untracked() != n_edits {
            self.backups.n_at_risk.set(n_edits);
        }
    }

    /// Hands the person a copy of everything; returns whether the browser took it.
    pub fn download_copy(self) -> bool {
        let text = self.store().seal();
        let is_taken = self.hand_over(&file_of(&self.today().to_string()), &text);
        if is_taken {
            self.handed_copy();
        }
        is_taken
    }

    /// Hands the person a file and says so; returns whether the browser took it.
    pub fn hand_over(self, name: &str, text: &str) -> bool {
        let is_taken = download::text_file(name, "application/json", text).is_ok();
        if is_taken {
            self.notices.say(format!("Handed {name} to the browser"));
        } else {
            self.notices.refused(
                "The browser refused the download. Allow downloads for this page, then try again."
                    .to_owned(),
            );
        }
        is_taken
    }

    /// Notes that the person was handed a copy of everything as it is now.
    pub fn handed_copy(self) {
        let last = self.backups.last.get_untracked();
        self.backups.note(LastCopy {
            handed: Some(self.now().millis()),
            ..last
        });
    }

    /// Notes that a copy was read and holds everything as it is now.
    pub fn verified_copy(self) {
        let last = self.backups.last.get_untracked();
        self.backups.note(LastCopy {
            verified: Some(self.now().millis()),
            ..last
        });
    }

    /// Asks the person for a folder and writes a first copy to it.
    pub fn choose_folder(self) {
        spawn_local(async move {
            // A person who closes the browser's dialog has chosen nothing, and knows it.
            if let Ok(folder) = Folder::choose().await {
                self.backups.take(folder).await;
                self.write_to_folder().await;
            }
        });
    }

    /// Asks the person again for the folder that was chosen earlier, and writes a copy to it.
    pub fn allow_folder(self) {
        let Some(folder) = self.backups.handle.get_value() else {
            return;
        };
        spawn_local(async move {
            if folder.ask().await {
                self.write_to_folder().await;
            }
        });
    }

    /// Stops writing to the folder. What is in it stays.
    pub fn leave_folder(self) {
        self.backups.handle.set_value(None);
        self.backups.folder.set(FolderState::None);
        spawn_local(async {
            // A handle that stays in the browser is offered again at the next start, and asked for.
            let _ = Folder::forget().await;
        });
    }

    /// Writes a copy to the folder, if there is one that may be written to and anything has changed.
    pub fn back_up_to_folder(self) {
        let folder = self.backups.folder.get_untracked();
        let is_ready = matches!(folder, FolderState::Writes(_) | FolderState::Fails(..));
        if is_ready && self.backups.n_at_risk.get_untracked() > 0 {
            spawn_local(self.write_to_folder());
        }
    }

    async fn write_to_folder(self) {
        let Some(folder) = self.backups.handle.get_value() else {
            return;
        };
        let name = folder.name();
        let text = self.store().seal();
        let at = self.now().millis();
        match folder
            .write(&file_of(&self.today().to_string()), &text)
            .await
        {
            Ok(()) => {
                self.backups.folder.set(FolderState::Writes(name));
                let last = self.backups.last.get_untracked();
                self.backups.note(LastCopy {
                    verified: Some(at),
                    ..last
                });
                forget_oldest(&folder).await;
            }
            Err(_) if !folder.is_allowed().await => {
                self.backups.folder.set(FolderState::Asks(name));
            }
            Err(why) => {
                self.backups.folder.set(FolderState::Fails(name, why));
            }
        }
    }
}

fn file_of(day: &str) -> String {
    format!("loopline-{day}.json")
}

/// Removes the oldest copies of ours beyond those that are kept; other files are never touched.
async fn forget_oldest(folder: &Folder) {
    // Too many copies are no harm.
    let Ok(names) = folder.names().await else {
        return;
    };
    for name in oldest(names, MAX_IN_FOLDER) {
        let _ = folder.remove(&name).await;
    }
}

/// The copies beyond the newest `max`; a day's name sorts as the day does.
fn oldest(names: Vec<String>, max: usize) -> Vec<String> {
    let is_copy = |name: &String| {
        let day = name.strip_prefix("loopline-");
        let day = day.and_then(|name| name.strip_suffix(".json"));
        day.is_some_and(|day| day.parse::<domain::time::Day>().is_ok())
    };
    let mut copies: Vec<String> = names.into_iter().filter(is_copy).collect();
    copies.sort_unstable();
    copies.truncate(copies.len().saturating_sub(max));
    copies
}
