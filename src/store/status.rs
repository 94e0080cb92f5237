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

/// Whether this tab's edits are known to be on disk, and so to outlive a killed browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnDisk {
    /// Nobody says so: there is no mirror, a copy failed, or nothing was written yet. The browser
    /// has everything and puts it on disk within about a minute.
    #[default]
    Unknown,
    /// So many edits are on their way.
    Pending(usize),
    /// Every edit has arrived.
    All,
}

/// What became of an entry from the mirror.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recovered {
    /// It says nothing that storage does not hold.
    Known,
    /// Storage had lost it, and holds it again.
    Written,
    /// It could not be read, or nothing may be written now: the mirror alone has it.
    Left,
}

impl Recovered {
    /// Whether storage holds it, so that the mirror need not keep it for long.
    pub fn is_settled(self) -> bool {
        self != Recovered::Left
    }
}
