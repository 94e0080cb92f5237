//! Reading the file of starters, strictly: what is missing, of another kind or unknown fails.
//!
//! By hand and not derived: the derived readers of so many shapes were a tenth of the whole page.

use serde_json::{Map, Value};

/// Something that stands in the file as an object.
pub(super) trait Read: Sized {
    /// Takes its fields; `None` when one is missing or of another kind.
    fn read(fields: &mut Fields) -> Option<Self>;
}

/// The fields of an object that have not been taken yet.
pub(super) struct Fields(Map<String, Value>);

impl Fields {
    /// The fields of an object.
    pub(super) fn of(value: Value) -> Option<Fields> {
        match value {
            Value::Object(fields) => Some(Fields(fields)),
            _ => None,
        }
    }

    /// A field as it stands there.
    pub(super) fn value(&mut self, name: &str) -> Option<Value> {
        self.0.remove(name)
    }

    /// A text that must be there.
    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        text_of(self.value(name)?)
    }

    /// A text that may be absent.
    pub(super) fn maybe(&mut self, name: &str) -> Option<Option<String>> {
        match self.value(name) {
            Some(value) => text_of(value).map(Some),
            None => Some(None),
        }
    }

    /// Texts, of which there must be some.
    pub(super) fn texts(&mut self, name: &str) -> Option<Vec<String>> {
        list_of(self.value(name)?)?
            .into_iter()
            .map(text_of)
            .collect()
    }

    /// Texts, if there are any.
    pub(super) fn some_texts(&mut self, name: &str) -> Option<Vec<String>> {
        if self.0.contains_key(name) {
            self.texts(name)
        } else {
            Some(Vec::new())
        }
    }

    /// Yes or no; no when absent.
    pub(super) fn flag(&mut self, name: &str) -> Option<bool> {
        match self.value(name) {
            Some(value) => value.as_bool(),
            None => Some(false),
        }
    }

    /// A number of zero or more.
    pub(super) fn number(&mut self, name: &str) -> Option<u32> {
        self.value(name)?.as_u64()?.try_into().ok()
    }

    /// A number that may be less than zero; zero when absent.
    pub(super) fn whole(&mut self, name: &str) -> Option<i32> {
        match self.value(name) {
            Some(value) => value.as_i64()?.try_into().ok(),
            None => Some(0),
        }
    }

    /// An object within this one.
    pub(super) fn part<T: Read>(&mut self, name: &str) -> Option<T> {
        read(self.value(name)?)
    }

    /// Objects, of which there must be some.
    pub(super) fn parts<T: Read>(&mut self, name: &str) -> Option<Vec<T>> {
        list_of(self.value(name)?)?.into_iter().map(read).collect()
    }

    /// Objects, if there are any.
    pub(super) fn some_parts<T: Read>(&mut self, name: &str) -> Option<Vec<T>> {
        if self.0.contains_key(name) {
            self.parts(name)
        } else {
            Some(Vec::new())
        }
    }
}

/// Reads an object to its last field.
fn read<T: Read>(value: Value) -> Option<T> {
    let mut fields = Fields::of(value)?;
    let part = T::read(&mut fields)?;
    fields.0.is_empty().then_some(part)
}

fn text_of(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        _ => None,
    }
}

fn list_of(value: Value) -> Option<Vec<Value>> {
    match value {
        Value::Array(items) => Some(items),
        _ => None,
    }
}
