//! The schedule. Rule ids: `src/domain/SPEC.md`, “Schedule”.

mod adjusting;
mod laws;
mod levelling;
mod oracle;
mod rules;
mod textbooks;
