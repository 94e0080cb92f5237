//! Importing any file into any workspace. Rule ids: `src/domain/SPEC.md`, "Importing".

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::change::Change;
use domain::command::{Command, ImportCommand, SampleCommand, TemplateCommand};
use domain::import::{Effect, Import, ImportError, Mode, Preview, preview, read};
use domain::lists::List;
use domain::model::Template;
use domain::schema;
use domain::workspace::Workspace;
use proptest::prelude::*;

use super::actions::{Action, any_history};
use super::histories::play;
use crate::tally::{cases, count};
use crate::world::World;

fn after(history: &[Action]) -> World {
    let mut world = World::new();
    play(&mut world, history);
    world
}

/// Its file, read again.
fn exported(workspace: &Workspace) -> Import {
    let import = read(&schema::seal(workspace)).unwrap();
    assert_eq!(import.problems, [""; 0]);
    assert_eq!(import.n_unknown_fields, 0);
    import
}

fn command(import: &Import, mode: Mode) -> Command {
    let import = Arc::new(import.clone());
    ImportCommand { mode, import }.into()
}

/// The change and what the preview says of it are the same.
fn assert_told(preview: &Preview, change: &Change) {
    assert_eq!(preview.records.len(), change.n_records());
    for (told, (id, edit)) in preview.records.iter().zip(change.edits()) {
        assert_eq!(told.id, *id);
        assert!(!told.title.is_empty());
        match &told.effect {
            Effect::Added => assert!(edit.before.is_none() && edit.after.is_some()),
            Effect::Removed => assert!(edit.before.is_some() && edit.after.is_none()),
            Effect::Changed(fields) => {
                let written =
                    domain::fields::difference(edit.before.as_ref(), edit.after.as_ref().unwrap());
                assert_eq!(fields.len(), written.len());
                for field in fields {
                    assert_ne!(field.before, field.after, "{}", field.name);
                    assert_ne!(field.name, "Another field", "{written:?}");
                }
            }
        }
    }
    let n = |of: fn(&domain::import::Count) -> usize| preview.counts.iter().map(of).sum::<usize>();
    let is = |which: fn(&Effect) -> bool| {
        let told = preview.records.iter();
        told.filter(|record| which(&record.effect)).count()
    };
    assert_eq!(n(|count| count.n_added), is(|e| *e == Effect::Added));
    assert_eq!(n(|count| count.n_removed), is(|e| *e == Effect::Removed));
    assert_eq!(
        n(|count| count.n_changed),
        is(|e| matches!(e, Effect::Changed(_)))
    );
    assert_eq!(n(|count| count.n_same), preview.n_same);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(500)))]

    #[test]
    fn replacing_gives_the_exported_workspace(theirs in any_history(60), ours in any_history(40)) {
        // M1, M7
        count("T10", "workspaces exported and imported", 2);
        let theirs = after(&theirs).workspace;
        let import = exported(&theirs);
        for mut world in [World::new(), after(&ours)] {
            let before = world.workspace.clone();
            let plan = world.plan(command(&import, Mode::Replace)).unwrap();
            world.apply(&plan.change);
            prop_assert!(world.workspace == theirs);
            world.apply(&plan.change.inverse());
            prop_assert!(world.workspace == before);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn merging_its_own_file_changes_nothing(history in any_history(60)) {
        // M2, M7
        let world = after(&history);
        for mode in [Mode::Merge, Mode::Replace] {
            let plan = world.plan(command(&exported(&world.workspace), mode)).unwrap();
            prop_assert!(plan.change.is_empty());
            prop_assert!(plan.label.starts_with("Imported nothing"));
        }
    }

    #[test]
    fn a_preview_says_what_the_command_does(past in any_history(60), ours in any_history(30), theirs in any_history(30)) {
        // M2, M3
        let mut world = after(&past);
        let mut other = after(&past);
        play(&mut world, &ours);
        play(&mut other, &theirs);
        let import = exported(&other.workspace);
        for mode in [Mode::Merge, Mode::Replace] {
            let before = world.workspace.clone();
            let told = preview(&before, &import, mode);
            let planned = world.plan(command(&import, mode));
            prop_assert_eq!(told.can_apply(), planned.is_ok());
            let Ok(plan) = planned else {
                prop_assert_eq!(told.refusal, Some(world.refusal(command(&import, mode))));
                continue;
            };
            prop_assert!(told.problems.is_empty());
            assert_told(&told, &plan.change);
            world.apply(&plan.change);
            let expected: BTreeSet<_> = import.workspace.records().map(|(id, _)| id).collect();
            for (id, record) in world.workspace.all_records() {
                if expected.contains(&id) {
                    prop_assert_eq!(Some(record.clone()), import.workspace.record(id));
                } else {
                    prop_assert_eq!(mode, Mode::Merge);
                    prop_assert_eq!(Some(record.clone()), before.any_record(id));
                }
            }
            world.apply(&plan.change.inverse());
            prop_assert!(world.workspace == before);
        }
    }

    #[test]
    fn what_does_not_fit_can_be_left_out(past in any_history(60), theirs in any_history(30), gone in any::<prop::sample::Index>()) {
        // M6
        let mut other = after(&past);
        play(&mut other, &theirs);
        let mut import = exported(&other.workspace);
        let id = import.workspace.records().map(|(id, _)| id).nth(gone.index(50));
        if let Some(id) = id {
            let mut loss = Change::default();
            loss.put(id, import.workspace.record(id), None);
            import.workspace.apply(&loss);
        }
        let mut world = World::new();
        import.leave_out_unfit(&world.workspace, Mode::Replace);
        let plan = world.plan(command(&import, Mode::Replace)).unwrap();
        world.apply(&plan.change);
        prop_assert!(world.workspace.whole() == import.workspace);
    }
}

/// A generator of its own, so that every run tries the same damages.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n
    }
}

/// The text cut short, with bits turned over, or with a piece of itself put elsewhere.
fn damaged(text: &str, dice: &mut Dice) -> String {
    let mut bytes = text.as_bytes().to_vec();
    match dice.below(6) {
        0 => bytes.truncate(dice.below(text.len())),
        1 | 2 => {
            for _ in 0..=dice.below(3) {
                let at = dice.below(bytes.len());
                bytes[at] ^= 1 << dice.below(8);
            }
        }
        3 => {
            let from = dice.below(bytes.len());
            let to = (from + dice.below(400)).min(bytes.len());
            bytes.drain(from..to);
        }
        _ => {
            // Whole lines, so that the text is often still JSON.
            let mut lines: Vec<&str> = text.lines().collect();
            let from = dice.below(lines.len());
            let to = (from + 1 + dice.below(12)).min(lines.len());
            let piece = lines[from..to].to_vec();
            let at = dice.below(lines.len());
            let replaced = (at + dice.below(2) * piece.len()).min(lines.len());
            lines.splice(at..replaced, piece);
            return lines.join("\n");
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn no_damage_stops_the_reader_or_breaks_the_workspace() {
    // M8
    let (mut sample, empty) = (World::new(), World::new());
    sample.run(SampleCommand::Load);
    // Its longest past is more of the same and takes most of the time.
    let longest = sample
        .workspace
        .ids::<Template>(List::Templates)
        .into_iter()
        .max_by_key(|id| sample.workspace.lists().len(List::Runs(*id)));
    sample.run(TemplateCommand::Delete {
        id: longest.unwrap(),
    });
    let file = schema::seal(&sample.workspace);
    let mut dice = Dice(2026);
    let (mut n_read, mut n_applied) = (0, 0);
    for n in 0..2_500 {
        let text = damaged(&file, &mut dice);
        let import = match read(&text) {
            Ok(import) => import,
            Err(error) => {
                assert!(error.to_string().ends_with('.'), "{error}");
                assert!(!matches!(error, ImportError::TooLarge { .. }));
                continue;
            }
        };
        n_read += 1;
        let (world, mode) = match n % 3 {
            0 => (&sample, Mode::Merge),
            1 => (&sample, Mode::Replace),
            _ => (&empty, Mode::Merge),
        };
        let told = preview(&world.workspace, &import, mode);
        match world.plan(command(&import, mode)) {
            Ok(plan) => {
                n_applied += 1;
                assert!(told.can_apply());
                let mut result = world.workspace.clone();
                result.apply(&plan.change);
                assert_eq!(result.problems(), []);
            }
            Err(error) => assert_eq!(told.refusal, Some(error.to_string())),
        }
    }
    // The damages are worth trying: many leave a file that opens, and some of these fit.
    assert!(
        n_read > 300 && n_applied > 100,
        "{n_read} read, {n_applied} applied"
    );
}
