//! Process mining: what runs did, found in the event log and held against the document.
//!
//! Terms and algorithms after W. M. P. van der Aalst, “Process Mining: Data Science in Action”
//! (Springer, 2016). Counting is exact; every figure can be traced to the cases it comes from.

pub mod conformance;
pub mod document;
pub mod draft;
pub mod follows;
pub mod map;
pub mod net;
pub mod study;
pub mod suggest;
pub mod variants;

pub use conformance::{Conformance, Deviation, DeviationKind, conformance};
pub use document::{Document, Way};
pub use draft::{FoundStep, draft};
pub use follows::{Edge, Follows, follows};
pub use net::{Net, Replay, Transition};
pub use study::{Against, Findings, Mined, Study};
pub use suggest::{Suggestion, suggestions};
pub use variants::{Variant, variants};
