//! A part of a view that follows signals, with its type erased.
//!
//! Every closure in a view is a type of its own, and the framework's code is made anew for each.
//! Boxed, they are all one type: the page is a good deal smaller for it (DECISIONS 17).

use std::sync::Arc;

use leptos::prelude::*;

/// A part of a view that is drawn again when what it reads changes.
pub type Dynamic = Box<dyn FnMut() -> AnyView + Send>;

/// Makes a closure a dynamic part of a view.
pub fn dynamic<V: IntoView + 'static>(view: impl Fn() -> V + Send + 'static) -> Dynamic {
    Box::new(move || view().into_any())
}

/// A text that is written again when what it reads changes.
pub fn text(text: impl Fn() -> String + Send + 'static) -> Box<dyn FnMut() -> String + Send> {
    Box::new(text)
}

/// The value of an attribute that is there only while there is one, such as `aria-current`.
pub fn flag(
    value: impl Fn() -> Option<&'static str> + Send + 'static,
) -> Box<dyn FnMut() -> Option<&'static str> + Send> {
    Box::new(value)
}

/// A row for each key. A row is drawn once and stays as it is, wherever it moves, until its key goes.
pub fn each(
    keys: impl Fn() -> Vec<u64> + Send + Sync + 'static,
    row: impl Fn(u64) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let keys: Box<dyn Fn() -> Vec<u64> + Send + Sync> = Box::new(keys);
    let row: Arc<dyn Fn(u64) -> AnyView + Send + Sync> = Arc::new(row);
    view! { <For each=keys key=|key| *key children=move |key| row(key)/> }.into_any()
}
