//! A part of a view that follows signals, with its type erased.
//!
//! Every closure in a view is a type of its own, and the framework's code is made anew for each.
//! Boxed, they are all one type: the page is a good deal smaller for it (DECISIONS 17).

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
