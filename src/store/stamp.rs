//! Hybrid logical clock: stamps that order all writes of all tabs and never go back.
//!
//! Kulkarni et al., “Logical Physical Clocks” (2014), with the actor as the last tie-break.

use std::fmt;
use std::str::FromStr;

/// Who writes: 64 random bits, one per opened tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Actor(pub u64);

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for Actor {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if text.len() != 16 {
            return Err(());
        }
        u64::from_str_radix(text, 16).map(Actor).map_err(|_| ())
    }
}

/// When and by whom a field was written. Later stamps win.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// Milliseconds since 1970, UTC; ahead of the clock when another tab's clock was.
    pub millis: i64,
    /// Counts writes within one millisecond.
    pub count: u32,
    /// The writer.
    pub actor: Actor,
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.millis, self.count, self.actor)
    }
}

impl FromStr for Stamp {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.splitn(3, '.');
        let mut next = || parts.next().ok_or(());
        Ok(Stamp {
            millis: next()?.parse().map_err(|_| ())?,
            count: next()?.parse().map_err(|_| ())?,
            actor: next()?.parse()?,
        })
    }
}

/// Gives stamps, each later than every stamp it has given or seen.
#[derive(Clone, Copy, Debug)]
pub struct HybridClock {
    actor: Actor,
    last: (i64, u32),
}

impl HybridClock {
    /// A clock for this writer.
    pub fn new(actor: Actor) -> HybridClock {
        HybridClock {
            actor,
            last: (i64::MIN, 0),
        }
    }

    /// The stamp of a write at this time, whatever the wall clock did since the last one.
    pub fn tick(&mut self, now_millis: i64) -> Stamp {
        self.last = if now_millis > self.last.0 {
            (now_millis, 0)
        } else if self.last.1 == u32::MAX {
            (self.last.0.saturating_add(1), 0)
        } else {
            (self.last.0, self.last.1 + 1)
        };
        Stamp {
            millis: self.last.0,
            count: self.last.1,
            actor: self.actor,
        }
    }

    /// The milliseconds of the latest stamp it has given or seen.
    pub fn latest_millis(&self) -> i64 {
        self.last.0
    }

    /// Takes note of another writer's stamp.
    pub fn observe(&mut self, stamp: Stamp) {
        self.last = self.last.max((stamp.millis, stamp.count));
    }
}
