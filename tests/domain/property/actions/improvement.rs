//! Any commands about the improvements of a process.

use domain::command::{Command, ImprovementCommand, ImprovementDraft};
use domain::model::{Improvement, Pdca, Template};
use domain::workspace::Workspace;

use super::{pick, some_day};

pub fn any(workspace: &Workspace, verb: u8, picks: [u8; 4], text: &str) -> Command {
    let [a, b, ..] = picks;
    let id = pick::<Improvement>(workspace, a);
    let draft = ImprovementDraft {
        title: text.to_owned(),
        problem: text.to_owned(),
        from_version: (b % 2 == 0).then_some(u32::from(b)),
        from_day: some_day(b),
        ..ImprovementDraft::default()
    };
    match verb % 6 {
        0..=2 => ImprovementCommand::Create {
            template: pick::<Template>(workspace, a),
            draft,
        },
        3 => ImprovementCommand::Edit { id, draft },
        4 => ImprovementCommand::SetStage {
            id,
            stage: Pdca::ALL[usize::from(b) % 4],
        },
        _ => ImprovementCommand::Delete { id },
    }
    .into()
}
