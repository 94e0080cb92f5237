//! Laws that hold for every workspace and every history.

mod actions;
mod changes;
mod deltas;
mod histories;
mod imports;
mod storage;
mod surroundings;
