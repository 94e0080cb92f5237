//! Earlier copies of everything, kept in IndexedDB: a place that fails apart from local storage.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{IdbDatabase, IdbObjectStore, IdbTransactionMode};

use crate::platform::database::{self, answer, array};
use crate::platform::halted::is_halted;

/// A database of its own: the mirror's is opened by every tab, and must not wait for this one.
const DATABASE: &str = "loopline-snapshots";
const TEXTS: &str = "texts";
const FACTS: &str = "facts";

/// What is known of a copy without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// When it was made, in milliseconds since 1970, UTC; its key.
    pub at_millis: i64,
    /// A sentence about what is in it.
    pub about: String,
}

/// Keeps a copy and forgets the oldest ones beyond `max`.
pub async fn keep(fact: &Fact, text: &str, max: usize) -> Result<(), JsValue> {
    if is_halted() {
        return Err("Loopline has stopped".into());
    }
    let database = open().await?;
    let key = JsValue::from_f64(fact.at_millis as f64);
    let transaction = transaction(&database, IdbTransactionMode::Readwrite)?;
    let (texts, facts) = (
        transaction.object_store(TEXTS)?,
        transaction.object_store(FACTS)?,
    );
    texts.put_with_key(&text.into(), &key)?;
    facts.put_with_key(&fact.about.as_str().into(), &key)?;
    let keys = keys(&facts).await?;
    // Keys come in ascending order: the first ones are the oldest.
    for old in keys.iter().take(keys.len().saturating_sub(max)) {
        texts.delete(old)?;
        facts.delete(old)?;
    }
    Ok(())
}

/// The copies that are kept, newest first.
pub async fn list() -> Result<Vec<Fact>, JsValue> {
    let database = open().await?;
    let facts = transaction(&database, IdbTransactionMode::Readonly)?.object_store(FACTS)?;
    let keys_request = facts.get_all_keys()?;
    let about = array(answer(&facts.get_all()?).await?);
    let keys = array(keys_request.result()?);
    let mut found: Vec<Fact> = keys
        .iter()
        .zip(about.iter())
        .filter_map(|(key, about)| {
            Some(Fact {
                at_millis: key.as_f64()? as i64,
                about: about.as_string()?,
            })
        })
        .collect();
    found.reverse();
    Ok(found)
}

/// The text of a copy, if it is still kept.
pub async fn read(at_millis: i64) -> Result<Option<String>, JsValue> {
    let database = open().await?;
    let texts = transaction(&database, IdbTransactionMode::Readonly)?.object_store(TEXTS)?;
    let text = answer(&texts.get(&JsValue::from_f64(at_millis as f64))?).await?;
    Ok(text.as_string())
}

async fn open() -> Result<IdbDatabase, JsValue> {
    database::open(DATABASE, &[TEXTS, FACTS]).await
}

fn transaction(
    database: &IdbDatabase,
    mode: IdbTransactionMode,
) -> Result<web_sys::IdbTransaction, JsValue> {
    let stores = Array::of2(&TEXTS.into(), &FACTS.into());
    database.transaction_with_str_sequence_and_mode(&stores, mode)
}

async fn keys(store: &IdbObjectStore) -> Result<Vec<JsValue>, JsValue> {
    Ok(array(answer(&store.get_all_keys()?).await?).to_vec())
}
