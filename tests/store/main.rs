//! Behaviour of the store, through its public face only.
//!
//! Reading order: `world`, `probe` and `past` are the tools; `saving`, `room`, `signals`, `undo` what a page sees;
//! `opening`, `compaction`, `damage`, `left_alone`, `newer` what storage holds; `crash`, `failing`,
//! `full` and `tabs` what no fault may break.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod archive;
mod clock;
mod compaction;
mod crash;
mod damage;
mod deleted;
mod edits_since;
mod failing;
mod full;
mod left_alone;
mod mirror;
mod newer;
mod on_disk;
mod opening;
mod past;
mod probe;
mod room;
mod saving;
mod sealed;
mod signals;
mod steps;
mod tabs;
mod tally;
mod travel;
mod undo;
mod undo_after_reload;
mod undo_beside_others;
mod world;
mod writes;

// Any commands, as the domain's own tests generate them.
#[path = "../domain/property/actions.rs"]
mod actions;
#[path = "../domain/property/surroundings.rs"]
mod surroundings;
