//! A store with one text of any kind in it, and what must be so whatever the text says.

use std::collections::BTreeMap;

use domain::command::{ProjectCommand, ProjectDraft};
use domain::model::Stage;
use domain::time::{Day, Instant};
use store::memory::{ManualClock, MemoryStorage, SeededIds};
use store::{Saving, Store};

/// The bytes as the text they are, with a check that fits unless the first byte says otherwise.
pub fn text_of(data: &[u8]) -> Option<String> {
    let (how, rest) = data.split_first()?;
    let text = String::from_utf8_lossy(rest).into_owned();
    let sealed = format!("{:08x}:{text}", crc32fast::hash(text.as_bytes()));
    Some(if *how == b'!' { text } else { sealed })
}

/// Opening writes nothing and never fails; an edit is kept; folding loses nothing.
pub fn check(key: &str, text: String) {
    let entries = BTreeMap::from([(key.to_owned(), text)]);
    let storage = MemoryStorage::with_entries(entries.clone());
    let store = open(&storage, 1);
    assert!(storage.entries() == entries, "opening writes nothing");
    let draft = ProjectDraft {
        name: "After the damage".to_owned(),
        ..ProjectDraft::default()
    };
    let stage = Stage::Initiate;
    let kept = store.dispatch(ProjectCommand::Create { draft, stage });
    let is_newer = matches!(
        reactive_graph::traits::GetUntracked::get_untracked(&store.saving()),
        Saving::Refused { .. }
    );
    assert!(kept.is_ok() != is_newer, "only a newer text stops writing");
    let shown = store.read_whole(Clone::clone);
    if let Ok(compaction) = store.start_compaction() {
        let _ = store.finish_compaction(compaction);
    }
    assert!(store.read_whole(|whole| *whole == shown), "folding changes nothing");
    let reopened = open(&storage, 2);
    assert!(reopened.read_whole(|whole| *whole == shown), "and loses nothing");
}

fn open(storage: &MemoryStorage, seed: u64) -> Store {
    let today: Day = "2026-03-11".parse().expect("a day");
    let clock = ManualClock::new(Instant::from_millis(1_773_219_600_000), today);
    Store::open(storage.clone(), clock, SeededIds::new(seed))
}
