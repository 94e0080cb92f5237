//! A folder the person has chosen, where the browser lets a page write to one.
//!
//! The handle of the folder is kept in IndexedDB, the only place that keeps it. After the browser
//! was closed it may ask the person again before anything is read or written.

use js_sys::futures::JsFuture;
use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{
    FileSystemDirectoryHandle, FileSystemFileHandle, FileSystemGetFileOptions,
    FileSystemWritableFileStream, IdbTransactionMode,
};

use crate::platform::database::{self, answer};
use crate::platform::reach::{call, options, reason};

const DATABASE: &str = "loopline-folder";
const STORE: &str = "handle";

/// A chosen folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder(FileSystemDirectoryHandle);

/// Whether the browser lets a page write to a folder at all.
pub fn is_possible() -> bool {
    web_sys::window().is_some_and(|window| {
        Reflect::has(&window, &"showDirectoryPicker".into()).unwrap_or_default()
    })
}

impl Folder {
    /// Asks the person for a folder and keeps it. An error when they choose none.
    pub async fn choose() -> Result<Folder, JsValue> {
        let window = web_sys::window().ok_or("no window")?;
        let options = options(&[("mode", "readwrite"), ("id", "loopline")]);
        let handle = promised(&window, "showDirectoryPicker", &options).await?;
        let handle: FileSystemDirectoryHandle = handle.dyn_into()?;
        answer(
            &handles(IdbTransactionMode::Readwrite)
                .await?
                .put_with_key(&handle, &STORE.into())?,
        )
        .await?;
        Ok(Folder(handle))
    }

    /// The folder that was chosen earlier, if any.
    pub async fn kept() -> Option<Folder> {
        let handles = handles(IdbTransactionMode::Readonly).await.ok()?;
        let handle = answer(&handles.get(&STORE.into()).ok()?).await.ok()?;
        Some(Folder(handle.dyn_into().ok()?))
    }

    /// Forgets the folder; what is in it stays.
    pub async fn forget() -> Result<(), JsValue> {
        let handles = handles(IdbTransactionMode::Readwrite).await?;
        answer(&handles.delete(&STORE.into())?).await?;
        Ok(())
    }

    /// The folder's name, without the folders it is in.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Whether it may be written to now, without asking anyone.
    pub async fn is_allowed(&self) -> bool {
        self.permission("queryPermission").await.unwrap_or_default()
    }

    /// Asks the person whether it may be written to. Only right after they have pressed something.
    pub async fn ask(&self) -> bool {
        self.permission("requestPermission")
            .await
            .unwrap_or_default()
    }

    async fn permission(&self, question: &str) -> Result<bool, JsValue> {
        let options = options(&[("mode", "readwrite")]);
        let state = promised(&self.0, question, &options).await?;
        Ok(state.as_string().as_deref() == Some("granted"))
    }

    /// Writes a file whole and reads it back. The reason when it does not hold exactly the text.
    pub async fn write(&self, name: &str, text: &str) -> Result<(), String> {
        let written = self.try_write(name, text).await;
        written.map_err(|error| reason(&error))
    }

    async fn try_write(&self, name: &str, text: &str) -> Result<(), JsValue> {
        let options = FileSystemGetFileOptions::new();
        options.set_create(true);
        let file: FileSystemFileHandle =
            JsFuture::from(self.0.get_file_handle_with_options(name, &options))
                .await?
                .dyn_into()?;
        let stream: FileSystemWritableFileStream =
            JsFuture::from(file.create_writable()).await?.dyn_into()?;
        JsFuture::from(stream.write_with_str(text)?).await?;
        // The browser writes beside the old file and swaps the two here, so a write that is cut
        // off leaves the old one.
        JsFuture::from(stream.close()).await?;
        let written: web_sys::File = JsFuture::from(file.get_file()).await?.dyn_into()?;
        let read = JsFuture::from(written.text()).await?;
        if read.as_string().as_deref() == Some(text) {
            Ok(())
        } else {
            Err("the file does not hold what was written to it".into())
        }
    }

    /// The names of the files and folders in it.
    pub async fn names(&self) -> Result<Vec<String>, JsValue> {
        let names = self.0.keys();
        let mut found = Vec::new();
        loop {
            let next = JsFuture::from(names.next()?).await?;
            if Reflect::get(&next, &"done".into())?.is_truthy() {
                return Ok(found);
            }
            found.extend(Reflect::get(&next, &"value".into())?.as_string());
        }
    }

    /// Removes a file from it.
    pub async fn remove(&self, name: &str) -> Result<(), JsValue> {
        JsFuture::from(self.0.remove_entry(name)).await?;
        Ok(())
    }
}

async fn handles(mode: IdbTransactionMode) -> Result<web_sys::IdbObjectStore, JsValue> {
    let database = database::open(DATABASE, &[STORE]).await?;
    let stores = Array::of1(&STORE.into());
    database
        .transaction_with_str_sequence_and_mode(&stores, mode)?
        .object_store(STORE)
}

/// Calls a method that promises something, and awaits it.
async fn promised(object: &JsValue, name: &str, options: &JsValue) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::from(call(object, name, &Array::of1(options))?)).await
}
