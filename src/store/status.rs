//! What the page must be able to say about the safety of the data.

/// Whether edits can be kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// Every edit is written before it is shown.
    #[default]
    Works,
    /// Nothing can be kept: edits are refused. The sentence says why.
    Refused {
        /// Why, and what to do.
        why: String,
    },
    /// The last edit could not be written and was not made; the next may be.
    LastFailed {
        /// Why, and what to do.
        why: String,
    },
}

/// A stored text that could not be read. It is kept byte for byte where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The storage key.
    pub key: String,
    /// What is wrong with it.
    pub why: String,
}
