//! Copies outside this browser: when one was last made and checked, and the folder they go to.

use domain::import::{self, MAX_BYTES, Mode};
use domain::time::Instant;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::desk::{Desk, FolderState, desk};
use crate::features::settings::passphrase::PassphraseDialog;
use crate::platform::{file, sealing};
use crate::ui::dynamic::dynamic;
use crate::ui::format;
use crate::ui::icon::{Icon, Status};

#[component]
pub fn Backup() -> impl IntoView {
    view! { <Last/><FolderOfYours/> }
}

/// When a copy was last made and checked, and the way to check one.
#[component]
fn Last() -> impl IntoView {
    let desk = desk();
    desk.count_at_risk();
    let error = RwSignal::new(None::<String>);
    let sealed = RwSignal::new(String::new());
    let asks = RwSignal::new(false);
    let take = move |chosen: file::Chosen| match chosen {
        Err(sentence) => error.set(Some(sentence)),
        Ok(file) if sealing::is_sealed(&file.text) => {
            sealed.set(file.text);
            asks.set(true);
        }
        Ok(file) => error.set(check(desk, &file.text)),
    };
    let choose = move |event: leptos::ev::Event| {
        error.set(None);
        if let Some(field) = file::field_of(&event) {
            file::read_chosen(&field, MAX_BYTES as f64, take);
        }
    };
    let open = Callback::new(move |passphrase: String| {
        let text = sealed.get_untracked();
        spawn_local(async move {
            error.set(match sealing::open(&text, &passphrase).await {
                Ok(text) => check(desk, &text),
                Err(sentence) => Some(sentence),
            });
        });
    });
    view! {
        <div class="setting">
            <div>
                <h3>"Last copy"</h3>
                <p>{dynamic(move || last_copy(desk))}</p>
                <p class="error" role="alert">{dynamic(move || error.get())}</p>
            </div>
            <div class="acts">
                <label class="btn file-pick">
                    <Icon name="check"/>
                    "Check a copy"
                    <input type="file" accept=".json,application/json" aria-label="Choose a copy to check" on:change=choose/>
                </label>
            </div>
        </div>
        <PassphraseDialog
            open=asks title="Check a sealed copy" action="Check" is_new=false on_given=open
            help="The one it was sealed with."
        />
    }
}

fn last_copy(desk: Desk) -> String {
    let last = desk.backups.last.get();
    let today = desk.today();
    let when = |millis| format::moment(Instant::from_millis(millis), today);
    let made = match (last.verified, last.handed) {
        (None, None) => "None was ever made outside this browser.".to_owned(),
        (Some(verified), handed) if handed.is_none_or(|handed| handed <= verified) => {
            format!("{}: it was read back and held everything.", when(verified))
        }
        (verified, Some(handed)) => {
            let checked = verified.map_or_else(
                || "no copy was ever checked".to_owned(),
                |verified| format!("the last one checked was of {}", when(verified)),
            );
            format!("{}, as a file; {checked}.", when(handed))
        }
        (Some(verified), None) => when(verified),
    };
    let n_edits = desk.backups.n_at_risk.get();
    let since = match n_edits {
        0 => "Nothing has changed since.".to_owned(),
        _ => format!("{} since.", format::count(n_edits, "edit", "edits")),
    };
    format!("{made} {since} Checking reads a file and compares it; nothing is imported.")
}

/// Compares a copy with what is here, and says how it is; a sentence when it is not all there.
fn check(desk: Desk, text: &str) -> Option<String> {
    let import = match import::read(text) {
        Ok(import) => import,
        Err(refused) => return Some(refused.to_string()),
    };
    let preview = {
        let store = desk.store();
        store.read_whole(|ws| import::preview(ws, &import, Mode::Replace))
    };
    if preview.is_empty() && preview.left_out.is_empty() {
        desk.verified_copy();
        desk.notices.say("This copy holds everything".to_owned());
        return None;
    }
    let sum = |of: fn(&import::Count) -> usize| preview.counts.iter().map(of).sum::<usize>();
    Some(format!(
        "This copy can be read, but is not what is here now: {} only here, {} different, {} only in \
         the copy, {} left out as unreadable.",
        sum(|count| count.n_removed),
        sum(|count| count.n_changed),
        sum(|count| count.n_added),
        preview.left_out.len(),
    ))
}

/// The folder that copies are written to by themselves.
#[component]
fn FolderOfYours() -> impl IntoView {
    let desk = desk();
    let state = desk.backups.folder;
    let sentence = move || match state.get() {
        FolderState::Impossible => {
            "This browser does not let a page write to a folder. Chrome and Edge on a computer do; \
             elsewhere, download a copy now and then."
                .to_owned()
        }
        FolderState::None => {
            "Choose one, perhaps one that is backed up itself: a copy is written there every few \
             minutes in which something changed, and read back. One a day is kept, for 14 days."
                .to_owned()
        }
        FolderState::Asks(name) => {
            format!("The browser wants to ask you again before Loopline writes to “{name}”.")
        }
        FolderState::Writes(name) => format!(
            "Copies go to “{name}” by themselves every few minutes in which something changed. The \
             copies of 14 days are kept."
        ),
        FolderState::Fails(name, why) => {
            format!("The last copy could not be written to “{name}”: {why}. It is tried again.")
        }
    };
    let acts = move || {
        let stop = || {
            view! {
                <button type="button" class="btn" on:click=move |_| desk.leave_folder()>"Stop"</button>
            }
        };
        match state.get() {
            FolderState::Impossible => view! { <span class="muted">"Not here"</span> }.into_any(),
            FolderState::None => view! {
                <button type="button" class="btn" on:click=move |_| desk.choose_folder()>"Choose a folder"</button>
            }
            .into_any(),
            FolderState::Asks(_) => view! {
                <button type="button" class="btn" on:click=move |_| desk.allow_folder()>"Allow again"</button>
                {stop()}
            }
            .into_any(),
            FolderState::Writes(_) => view! { <Status status="good" label="Writing"/>{stop()} }.into_any(),
            FolderState::Fails(..) => view! {
                <Status status="bad" label="Not written"/>
                <button type="button" class="btn" on:click=move |_| desk.allow_folder()>"Try again"</button>
                {stop()}
            }
            .into_any(),
        }
    };
    view! {
        <div class="setting">
            <div><h3>"A folder of yours"</h3><p>{dynamic(sentence)}</p></div>
            <div class="acts">{dynamic(acts)}</div>
        </div>
    }
}
