//! How often the wizard's readings of descriptions were right, for people to see how far to trust it.
//!
//! Measured with the command `classify` on labelled descriptions from published articles, which are no part of
//! Loopline. Measure again when the reading changes.

/// Readings that claimed about the same, and how many of them were right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// The least they claimed, in percent.
    pub from: u16,
    /// The most they claimed, in percent.
    pub to: u16,
    /// How many there were.
    pub n_readings: u16,
    /// How many were right.
    pub n_right: u16,
}

const fn row(from: u16, to: u16, n_readings: u16, n_right: u16) -> Claimed {
    Claimed {
        from,
        to,
        n_readings,
        n_right,
    }
}

/// The reliability table of the descriptions, hybrids included.
pub const RELIABILITY: [Claimed; 5] = [
    row(50, 60, 5, 4),
    row(60, 70, 12, 10),
    row(70, 80, 6, 4),
    row(80, 90, 11, 10),
    row(90, 100, 156, 152),
];

/// The readings that claimed about as much as this one, in basis points; `None` below a half.
pub fn claimed(confidence: u16) -> Option<&'static Claimed> {
    let rows = RELIABILITY.iter().rev();
    let mut below = rows.filter(|row| row.from * 100 <= confidence);
    below.next()
}
