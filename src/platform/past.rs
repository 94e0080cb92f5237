//! What was done, kept in IndexedDB: for the history, for undo after a reload, and for showing the
//! work as it was.
//!
//! Each tab appends what it does itself, so nothing is there twice. The latest twenty thousand
//! actions are kept; who wants more keeps copies.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::set_timeout;
use leptos::task::spawn_local;
use store::{Kept, Past};
use wasm_bindgen::prelude::*;
use web_sys::{
    IdbCursorDirection, IdbDatabase, IdbIndexParameters, IdbKeyRange, IdbObjectStore, IdbRequest,
    IdbTransactionMode,
};

use crate::platform::database::{answer, array, first, open_or_make};
use crate::platform::halted::is_halted;

const DATABASE: &str = "loopline-past";
const DEEDS: &str = "deeds";
const BY_TAB: &str = "tab";
const BY_RECORD: &str = "record";

/// Actions kept; older ones are forgotten.
pub const MAX_KEPT: usize = 20_000;

/// How long after the start the oldest are forgotten: nobody waits for it.
const QUIET: Duration = Duration::from_secs(20);

/// The past of this browser. Until its database is open, deeds wait; where there is none, they go.
#[derive(Clone, Default)]
pub struct BrowserPast(Rc<RefCell<State>>);

#[derive(Default)]
struct State {
    database: Option<IdbDatabase>,
    waiting: Vec<Kept>,
    is_off: bool,
}

impl BrowserPast {
    /// Opens it. What is done meanwhile waits.
    pub fn start() -> BrowserPast {
        let past = BrowserPast::default();
        let opened = past.clone();
        spawn_local(async move {
            let database = open().await;
            let waiting = {
                let mut state = opened.0.borrow_mut();
                state.is_off = database.is_err();
                state.database = database.ok();
                std::mem::take(&mut state.waiting)
            };
            for kept in waiting {
                opened.append(kept);
            }
        });
        set_timeout(
            || {
                spawn_local(async {
                    // What is not forgotten now is forgotten another time.
                    let _ = forget_oldest().await;
                });
            },
            QUIET,
        );
        past
    }

    fn put(&self, kept: &Kept) -> Result<(), JsValue> {
        let state = self.0.borrow();
        let database = state.database.as_ref().ok_or("not open")?;
        let deeds = deeds_of(database, IdbTransactionMode::Readwrite)?;
        let about = kept.about.iter().map(JsValue::from);
        let value = js_sys::Object::new();
        let fields: [(&str, JsValue); 4] = [
            ("key", kept.key.as_str().into()),
            (BY_TAB, kept.tab.as_str().into()),
            (BY_RECORD, about.collect::<js_sys::Array>().into()),
            ("text", kept.text.as_str().into()),
        ];
        for (name, field) in fields {
            js_sys::Reflect::set(&value, &name.into(), &field)?;
        }
        deeds.put_with_key(&value, &kept.key.as_str().into())?;
        // A page that is left at once must not take the deed with it. An old browser cannot be
        // told, and commits by itself a moment later.
        let transaction = deeds.transaction();
        let commit = js_sys::Reflect::get(&transaction, &"commit".into())?;
        if let Ok(commit) = commit.dyn_into::<js_sys::Function>() {
            commit.call0(&transaction)?;
        }
        Ok(())
    }
}

impl Past for BrowserPast {
    fn append(&self, kept: Kept) {
        if is_halted() {
            return;
        }
        {
            let mut state = self.0.borrow_mut();
            if state.database.is_none() {
                if !state.is_off {
                    state.waiting.push(kept);
                }
                return;
            }
        }
        // What the history loses, the work does not.
        let _ = self.put(&kept);
    }
}

/// What these tabs did, newest first, at most so many of each.
pub async fn of_tabs(actors: Vec<String>, max: usize) -> Result<Vec<String>, JsValue> {
    let mut found = Vec::new();
    for actor in actors {
        found.extend(newest(Some((BY_TAB, &actor)), max).await?);
    }
    Ok(found)
}

/// The newest deeds, newest first: all, or those about a record.
pub async fn about(record: Option<String>, max: usize) -> Result<Vec<String>, JsValue> {
    newest(record.as_deref().map(|record| (BY_RECORD, record)), max).await
}

/// Every deed from this key on, in order.
pub async fn since(key: &str) -> Result<Vec<String>, JsValue> {
    let database = open().await?;
    let deeds = deeds_of(&database, IdbTransactionMode::Readonly)?;
    let range = IdbKeyRange::lower_bound(&key.into())?;
    let values = answer(&deeds.get_all_with_key(&range)?).await?;
    Ok(array(values)
        .iter()
        .filter_map(|value| read(&value))
        .collect())
}

async fn newest(by: Option<(&str, &str)>, max: usize) -> Result<Vec<String>, JsValue> {
    let database = open().await?;
    let deeds = deeds_of(&database, IdbTransactionMode::Readonly)?;
    let cursor: IdbRequest = match by {
        None => deeds
            .open_cursor_with_range_and_direction(&JsValue::UNDEFINED, IdbCursorDirection::Prev)?,
        Some((index, value)) => {
            let range = IdbKeyRange::only(&value.into())?;
            deeds
                .index(index)?
                .open_cursor_with_range_and_direction(&range, IdbCursorDirection::Prev)?
        }
    };
    let values = first(&cursor, max).await?;
    Ok(values.iter().filter_map(read).collect())
}

/// The text of a kept value.
fn read(value: &JsValue) -> Option<String> {
    let text = js_sys::Reflect::get(value, &"text".into()).ok()?;
    text.as_string()
}

async fn forget_oldest() -> Result<(), JsValue> {
    let database = open().await?;
    let deeds = deeds_of(&database, IdbTransactionMode::Readonly)?;
    let keys = array(answer(&deeds.get_all_keys()?).await?);
    let n_too_many = (keys.length() as usize).saturating_sub(MAX_KEPT);
    if n_too_many > 0 {
        let range = IdbKeyRange::upper_bound(&keys.get(n_too_many as u32 - 1))?;
        let deeds = deeds_of(&database, IdbTransactionMode::Readwrite)?;
        answer(&deeds.delete(&range)?).await?;
    }
    Ok(())
}

fn deeds_of(database: &IdbDatabase, mode: IdbTransactionMode) -> Result<IdbObjectStore, JsValue> {
    database
        .transaction_with_str_and_mode(DEEDS, mode)?
        .object_store(DEEDS)
}

async fn open() -> Result<IdbDatabase, JsValue> {
    open_or_make(DATABASE, Box::new(create)).await
}

fn create(database: &IdbDatabase) {
    if let Ok(deeds) = database.create_object_store(DEEDS) {
        let _ = deeds.create_index_with_str(BY_TAB, BY_TAB);
        let each = IdbIndexParameters::new();
        each.set_multi_entry(true);
        let _ = deeds.create_index_with_str_and_optional_parameters(BY_RECORD, BY_RECORD, &each);
    }
}
